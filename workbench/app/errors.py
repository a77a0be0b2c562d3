"""Refusals of the program as a whole."""

from __future__ import annotations

from workbench.domain.errors import Refusal


class CodebookFileUnreadable(Refusal):
    """A codebook file could not be read."""

    sentence = "“{path}” could not be read ({detail}); check the path and your rights."


class FileUnwritable(Refusal):
    """A file could not be written."""

    sentence = "“{path}” could not be written ({detail}); choose another place."


class FileBeyondUs(Refusal):
    """A reader or a step failed at a file, through a fault of ours."""

    sentence = (
        "The file {file} cannot be imported through a fault of ours ({kind}); "
        "please send it to us, and save it in another format meanwhile."
    )


class NoFieldOfArticles(Refusal):
    """A column of a table was given to what articles do not have."""

    sentence = "Articles have no field “{field}”; choose one of: {known}."


class ColumnsUnreadable(Refusal):
    """What says which column holds which field is not of its form."""

    sentence = "“{part}” names no column; write them as in title=标题,text=正文."


class DiskFullWhileImporting(Refusal):
    """The disk filled up in the middle of an import."""

    sentence = (
        "The disk of “{path}” is full; the articles imported before are kept. "
        "Free some room and import the others again."
    )


class Cancelled(Refusal):
    """Long work was cancelled by the user."""

    sentence = "Cancelled; what was finished before is kept."
