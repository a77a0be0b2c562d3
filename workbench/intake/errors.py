"""What intake refuses: each one sentence with the file's name and a way out."""

from __future__ import annotations

from workbench.domain.errors import Refusal
from workbench.files.errors import (
    FileBinary,
    FileDamaged,
    FileDeclaresEntities,
    FileEmpty,
    FileEncrypted,
    FileHasTooManyParts,
    FileHoldsNul,
    FileHoldsSurrogate,
    FileInOtherEncoding,
    FileMisencoded,
    FileOfOtherProgram,
    FileTooLarge,
    FileUnpacksTooLarge,
    RowQuoteOpen,
    RowTooLong,
    RowUnreadable,
    TableEmpty,
    TableLineTooLong,
    TableTooLarge,
    TableTooWide,
    TableWithoutColumn,
    TableWithoutSheet,
)

__all__ = [
    "ArchiveHoldsNoArticle",
    "ArchiveInArchive",
    "ArchiveMethodUnknown",
    "ArchivePathClimbs",
    "FileBinary",
    "FileChanged",
    "FileDamaged",
    "FileDeclaresEntities",
    "FileEmpty",
    "FileEncrypted",
    "FileHasTooManyParts",
    "FileHoldsNul",
    "FileHoldsSurrogate",
    "FileInOldFormat",
    "FileInOtherEncoding",
    "FileIsArchive",
    "FileIsPicture",
    "FileIsProgram",
    "FileIsTable",
    "FileMisencoded",
    "FileMissing",
    "FileNotAsNamed",
    "FileOfOtherProgram",
    "FileTooLarge",
    "FileUnpacksTooLarge",
    "FileUnreadable",
    "FolderHoldsNoArticle",
    "PageTooDeep",
    "PageWithoutText",
    "PathIsAddress",
    "PathIsFolder",
    "PdfHasNoText",
    "RowGone",
    "RowHoldsNoText",
    "RowQuoteOpen",
    "RowTooLong",
    "RowUnreadable",
    "TableEmpty",
    "TableLineTooLong",
    "TableTextUnknown",
    "TableTooLarge",
    "TableTooWide",
    "TableWithoutColumn",
    "TableWithoutSheet",
]


class FileMissing(Refusal):
    """There is no such file."""

    sentence = "There is no file {file}; check the name and the folder."


class PathIsAddress(Refusal):
    """An address on the web stands where a file was expected."""

    sentence = (
        "“{address}” is an address on the web, and this program connects nowhere; "
        "save the page in a browser, and import the file."
    )


class FileNotAsNamed(Refusal):
    """The file has the name of a format, and nothing of it inside."""

    sentence = (
        "The file {file} cannot be read as {kind}: it is damaged, or something else has that name; "
        "get it anew, or open it in its program and save it again."
    )


class PathIsFolder(Refusal):
    """A folder stands where a file was expected."""

    sentence = "{file} is a folder; name the text files in it instead."


class FolderHoldsNoArticle(Refusal):
    """A folder was named, and no file in it is an article."""

    sentence = (
        "The folder {file} holds no file that can be an article; "
        "choose another folder, or the files themselves."
    )


class FileChanged(Refusal):
    """The file is no longer what was looked at."""

    sentence = (
        "The file {file} has changed since it was looked at, so it was not imported; "
        "look at it again."
    )


class FileUnreadable(Refusal):
    """The system does not let us read the file."""

    sentence = "The file {file} cannot be read ({reason}); check that you may open it."


class FileIsPicture(Refusal):
    """The file is an image."""

    sentence = (
        "The file {file} is a picture ({kind}); "
        "run text recognition (OCR) on it and import the text."
    )


class FileIsProgram(Refusal):
    """The file is an executable, whatever its name says."""

    sentence = (
        "The file {file} is a program, not an article, so it was not read; "
        "import the article’s own file."
    )


class FileInOldFormat(Refusal):
    """The file is of an Office before 2007, or of WPS."""

    sentence = (
        "The file {file} is in an old format of Word or WPS; "
        "open it there, save it as .docx and import that."
    )


class FileIsArchive(Refusal):
    """The file is an archive where one article was expected."""

    sentence = (
        "The file {file} is an archive ({kind}) and not one article; "
        "unpack it and import the files in it."
    )


class FileIsTable(Refusal):
    """The file is a table where one article was expected."""

    sentence = (
        "The file {file} is a table and not one article; import it as a table, a row an article."
    )


class PdfHasNoText(Refusal):
    """The PDF is scanned: pictures of pages."""

    sentence = (
        "The file {file} has no text layer: its {pages} pages are pictures; "
        "run text recognition (OCR) on it and import the result."
    )


class PageTooDeep(Refusal):
    """A web page's elements are nested deeper than can be followed."""

    sentence = (
        "The page {file} is nested too deeply to be read; "
        "open it in a browser, copy the article and paste it."
    )


class PageWithoutText(Refusal):
    """A web page, as it was saved, holds no text that could be an article."""

    sentence = (
        "The page {file} holds no text: its scripts had still to load it; "
        "open it in a browser, copy the article and paste it."
    )


class TableTextUnknown(Refusal):
    """Nothing tells which column holds the articles."""

    sentence = (
        "Which column of the table {file} holds the text cannot be told; "
        "name it, it is one of: {known}."
    )


class RowGone(Refusal):
    """The table has no such row any more."""

    sentence = "The row {file} is not in its table any more; look at the table again."


class RowHoldsNoText(Refusal):
    """The cell of the text is empty."""

    sentence = (
        "The row {file} holds no text in the column “{column}”; fill it or leave the row out."
    )


class ArchivePathClimbs(Refusal):
    """A member of an archive is named by a path that leads out of it."""

    sentence = (
        "{file} in the archive has a path that leads out of it, as only an attack does, "
        "so it was not read; pack the archive anew if you trust it."
    )


class ArchiveInArchive(Refusal):
    """An archive lies in an archive within an archive."""

    sentence = (
        "{file} is an archive within an archive within an archive; "
        "unpack it and import the files in it."
    )


class ArchiveMethodUnknown(Refusal):
    """A member is packed in a way that we cannot unpack."""

    sentence = (
        "{file} is packed by a method that we do not unpack ({method}); "
        "unpack the archive with its own program and import the folder."
    )


class ArchiveHoldsNoArticle(Refusal):
    """No member of an archive is an article."""

    sentence = (
        "The archive {file} holds no file that can be an article; "
        "choose another one, or the files themselves."
    )
