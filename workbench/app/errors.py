"""Refusals of the program as a whole."""

from __future__ import annotations

from workbench.domain.errors import Refusal


class CodebookFileUnreadable(Refusal):
    """A codebook file could not be read."""

    sentence = "“{path}” could not be read ({detail}); check the path and your rights."


class FileUnwritable(Refusal):
    """A file could not be written."""

    sentence = "“{path}” could not be written ({detail}); choose another place."


class Cancelled(Refusal):
    """Long work was cancelled by the user."""

    sentence = "Cancelled; what was finished before is kept."
