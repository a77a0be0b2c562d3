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


class FileMisencoded(Refusal):
    """The bytes make no sense in any encoding that we read."""

    sentence = (
        "The file {file} is neither valid UTF-8 nor GB18030; "
        "open it in a text editor that shows it properly and save it as UTF-8."
    )


class FileInOtherEncoding(Refusal):
    """The bytes make sense only in an encoding that we do not read."""

    sentence = (
        "The file {file} seems to be written in {encoding}, not in UTF-8 or GB18030; "
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
