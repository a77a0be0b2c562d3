"""Check a project behind the window after it was opened; speak only if something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.ui.context import Context

if TYPE_CHECKING:  # loaded when something is checked
    from workbench.app.checking import Checked

# The article, the dictionary and the first mark come before it.
_LATER = 3000  # milliseconds


class CheckFlow(QObject):
    """Check one session, once, unseen; it ends with the session."""

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self.begin)

    def begin_later(self) -> None:
        """Begin when the window has had time for what is waited for."""
        self._later.start()

    def end(self) -> None:
        """Begin no more: the project closes."""
        self._later.stop()

    def begin(self) -> None:
        """Check the project in a thread and with a connection of its own."""
        session = self._session

        def work(progress: Progress) -> Checked:
            from workbench.app.checking import check_database

            return check_database(session.database, progress)

        self._context.background.run("", work, self._tell, self._context.failed, owner=session)

    def _tell(self, checked: Checked) -> None:
        if checked.clean:
            return

        def told() -> str:
            sentence = self.tr(
                "Something is wrong in this project ({count} found): "
                "run “workbench check” on its file to see what."
            )
            return sentence.format(count=len(checked.problems))

        self._context.window.info.refuse(told, holds=lambda: True)
