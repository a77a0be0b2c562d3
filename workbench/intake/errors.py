"""What intake refuses: each one sentence with the file's name and a way out."""

from __future__ import annotations

from workbench.domain.errors import Refusal


class FileMissing(Refusal):
    """There is no such file."""

    sentence = "There is no file {file}; check the name and the folder."


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


class FileTooLarge(Refusal):
    """The file is beyond what one article can be."""

    sentence = (
        "The file {file} has {megabytes} MB and an article may have {limit} MB; "
        "split it into one file an article."
    )


class FileEmpty(Refusal):
    """The file holds nothing, or nothing but white space."""

    sentence = "The file {file} holds no text; save the article into it and import it again."


class FileBinary(Refusal):
    """The file is an image, an archive, a word processor's file or the like."""

    sentence = (
        "The file {file} is not plain text ({kind}); save the article as a .txt file in UTF-8."
    )


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


class FileOfOtherProgram(Refusal):
    """The file is in the format of a program that we do not read."""

    sentence = (
        "The file {file} is in the format of {program}; "
        "open it there, export it as PDF or .docx and import that."
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


class FileEncrypted(Refusal):
    """The file is protected by a password."""

    sentence = (
        "The file {file} is protected by a password; "
        "open it, save it without the password and import that."
    )


class FileDamaged(Refusal):
    """The file is cut short, or is not what its format asks for."""

    sentence = (
        "The file {file} is damaged or cut short ({kind}); "
        "get it anew, or open it and save it again."
    )


class FileUnpacksTooLarge(Refusal):
    """The file is small but holds more than any article: maybe a zip bomb."""

    sentence = (
        "The file {file} would unpack to {megabytes} MB and the limit is {limit} MB; "
        "if you trust it, save its text as a smaller file."
    )


class FileHasTooManyParts(Refusal):
    """The file is an archive of more members than any document has."""

    sentence = (
        "The file {file} consists of {count} parts and the limit is {limit}; "
        "open it, save it again and import that."
    )


class FileDeclaresEntities(Refusal):
    """The file's XML brings definitions of its own, as only an attack does."""

    sentence = (
        "The file {file} holds XML definitions that no word processor writes, which can "
        "be an attack; if you trust it, open it and save it again."
    )


class PdfHasNoText(Refusal):
    """The PDF is scanned: pictures of pages."""

    sentence = (
        "The file {file} has no text layer: its {pages} pages are pictures; "
        "run text recognition (OCR) on it and import the result."
    )


class FileMisencoded(Refusal):
    """The bytes make no sense in any encoding that we read."""

    sentence = (
        "The file {file} makes sense in no encoding that we read (UTF-8, UTF-16, GB18030, Big5); "
        "open it in a text editor that shows it properly and save it as UTF-8."
    )


class FileInOtherEncoding(Refusal):
    """The bytes make sense only in an encoding that we do not read."""

    sentence = (
        "The file {file} seems to be written in {encoding}, which we do not read; "
        "open it in a text editor with that encoding and save it as UTF-8."
    )


class FileHoldsNul(Refusal):
    """The text holds a NUL character."""

    sentence = (
        "The file {file} holds a NUL character at position {position}; "
        "remove it in a text editor and import the file again."
    )


class FileHoldsSurrogate(Refusal):
    """The text holds half of a surrogate pair."""

    sentence = (
        "The file {file} holds half a character (a lone surrogate) at position {position}; "
        "remove it in a text editor and save the file as UTF-8 again."
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


class TableEmpty(Refusal):
    """The table holds no row."""

    sentence = (
        "The table {file} holds nothing; save it again with its rows, or choose another sheet."
    )


class TableTooWide(Refusal):
    """The table has more columns than any spreadsheet."""

    sentence = (
        "The table {file} has {columns} columns and the limit is {limit}; "
        "save the columns that you need as a table of their own."
    )


class TableTooLarge(Refusal):
    """The sheet has more cells than the memory holds."""

    sentence = (
        "The table {file} has {cells} cells and the limit is {limit}; save it as .csv, "
        "which may be of any length."
    )


class TableLineTooLong(Refusal):
    """A table of text has no line ends."""

    sentence = (
        "The table {file} has a line of more than {limit} million bytes; "
        "open it in a spreadsheet and save it again as .csv or .xlsx."
    )


class TableWithoutSheet(Refusal):
    """A sheet was named that the table lacks."""

    sentence = "The table {file} has no sheet “{sheet}”; choose one of: {known}."


class TableWithoutColumn(Refusal):
    """A column was named that the table lacks."""

    sentence = "The table {file} has no column “{column}”; choose one of: {known}."


class TableTextUnknown(Refusal):
    """Nothing tells which column holds the articles."""

    sentence = (
        "Which column of the table {file} holds the text cannot be told; "
        "name it, it is one of: {known}."
    )


class RowTooLong(Refusal):
    """A row has more cells than there are columns."""

    sentence = (
        "The row {file} has {cells} cells where the table has {columns} columns; "
        "put the cell that holds a delimiter in quotation marks."
    )


class RowQuoteOpen(Refusal):
    """A quotation mark opens in a row and is not closed before the file ends."""

    sentence = (
        "The row {file} opens a quotation mark that nothing closes, so the rest of the table "
        "runs into it; close it and import the table again."
    )


class RowUnreadable(Refusal):
    """A row is not of its table's form."""

    sentence = "The row {file} cannot be read ({reason}); correct it and import the table again."


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
