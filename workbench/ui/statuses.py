"""A coder's status on an article: its name and its shape."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from workbench.domain.article import Status

# A status by its shape alone, for those who see no colour.
GLYPHS: Mapping[Status, str] = {
    Status.NOT_STARTED: "○",
    Status.IN_PROGRESS: "◐",
    Status.DONE: "●",
    Status.IN_DOUBT: "?",
}


def status_name(status: Status) -> str:
    """Return what a coder's status on an article is called."""
    translate = QCoreApplication.translate
    names = {
        Status.NOT_STARTED: translate("Wording", "not started"),
        Status.IN_PROGRESS: translate("Wording", "in progress"),
        Status.DONE: translate("Wording", "done"),
        Status.IN_DOUBT: translate("Wording", "in doubt"),
    }
    return names[status]
