"""What intake refuses: each one sentence with the file's name and a way out."""

from __future__ import annotations

from workbench.domain.errors import Refusal


class FileMissing(Refusal):
    """There is no such file."""

    sentence = "There is no file {file}; check the name and the folder."


class PathIsFolder(Refusal):
    """A folder stands where a file was expected."""

    sentence = "{file} is a folder; name the text files in it instead."


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
