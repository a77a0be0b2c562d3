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
