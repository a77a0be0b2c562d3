"""Refusals of the program as a whole."""

from __future__ import annotations

from workbench.domain.errors import Refusal


class ProjectUnfinished(Refusal):
    """The program ended while it made the project."""

    sentence = (
        "“{path}” was not finished when it was made, so it holds nothing; "
        "make a new project under the same name, which takes its place."
    )


class CodebookFileUnreadable(Refusal):
    """A codebook file could not be read."""

    sentence = "“{path}” could not be read ({detail}); check the path and your rights."


class ProjectFileUnreadable(Refusal):
    """A coded project of another program could not be read."""

    sentence = "“{path}” could not be read ({detail}); check the path and your rights."


class FileUnwritable(Refusal):
    """A file could not be written."""

    sentence = "“{path}” could not be written ({detail}); choose another place."


class ExportFileExists(Refusal):
    """A file would be replaced unasked."""

    sentence = "“{path}” exists already; choose another name, or allow it to be replaced."


class ExportFileIsProject(Refusal):
    """The project itself would be replaced by what is exported from it."""

    sentence = "“{path}” is the project itself; choose another file."


class ExportFormatUnknown(Refusal):
    """The name of a file does not say in which format it is to be written."""

    sentence = "The ending of “{path}” says no format that we write; name one of: {known}."


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
