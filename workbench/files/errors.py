"""What is refused of a file from anywhere, whatever is in it: each with its name and a way out."""

from __future__ import annotations

from workbench.domain.errors import Refusal


class FileTooLarge(Refusal):
    """The file is beyond what one article can be."""

    sentence = (
        "The file {file} has {megabytes} MB and the limit is {limit} MB; split it into one file "
        "an article, or raise the limit (File › Largest file, or --limit-mb)."
    )


class FileEmpty(Refusal):
    """The file holds nothing, or nothing but white space."""

    sentence = "The file {file} holds no text; save the article into it and import it again."


class FileBinary(Refusal):
    """The file is an image, an archive, a word processor's file or the like."""

    sentence = (
        "The file {file} is not plain text ({kind}); save the article as a .txt file in UTF-8."
    )


class FileOfOtherProgram(Refusal):
    """The file is in the format of a program that we do not read."""

    sentence = (
        "The file {file} is in the format of {program}; "
        "open it there, export it as PDF or .docx and import that."
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
        "if you trust it, save its text as a smaller file, or raise the limit "
        "(File › Largest file, or --limit-mb)."
    )


class FileHasTooManyParts(Refusal):
    """The file is an archive of more members than any document has."""

    sentence = (
        "The file {file} consists of {count} parts and the limit is {limit}; "
        "open it, save it again and import that, or raise the limit "
        "(File › Largest file, or --limit-mb)."
    )


class FileDeclaresEntities(Refusal):
    """The file's XML brings definitions of its own, as only an attack does."""

    sentence = (
        "The file {file} holds XML definitions that no word processor writes, which can "
        "be an attack; if you trust it, open it and save it again."
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
        "which may be of any length, or raise the limit (File › Largest file, or --limit-mb)."
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


class TableWithoutColumn(Refusal):
    """A column was named that the table lacks."""

    sentence = "The table {file} has no column “{column}”; choose one of: {known}."


class DatabaseTooLarge(Refusal):
    """A database is larger than any project."""

    sentence = (
        "The database {file} has {megabytes} MB and the limit is {limit} MB; "
        "export a part of it in the program that wrote it."
    )


class DatabaseStillOpen(Refusal):
    """A database has a log beside it, in which its newest changes lie."""

    sentence = (
        "The database {file} is open in another program, or was not closed (“{log}” lies beside "
        "it); close it in the program that wrote it and import it again."
    )
