"""Bring what is decided about lines of a site to its other files, behind the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from workbench.app.errors import Cancelled
from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.app.spreading import Followed, Said, follow
from workbench.domain.errors import Refusal
from workbench.ui.background import Background, Running
from workbench.ui.imports.files_model import FilesModel


class Spreader(QObject):
    """Work one wish at a time; a later one takes the place of the one under way."""

    followed = Signal(list)  # of rows that have changed
    settled = Signal()

    def __init__(
        self, session: Session, background: Background, model: FilesModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._model = model
        self._said: dict[int, Said] = {}
        self._running: Running | None = None
        self._is_stale = False
        self._is_over = False

    @property
    def busy(self) -> bool:
        """Whether something is not with the other files yet."""
        return self._running is not None

    def said(self, row: int) -> Said | None:
        """Return what was decided in a row's file."""
        return self._said.get(row)

    def say(self, row: int, said: Said | None) -> None:
        """Take what is decided in a row's file by now; the latest to speak counts most."""
        said = said if said is not None and said.choices else None
        if said == self._said.get(row):
            return
        self._said.pop(row, None)
        if said is not None:
            self._said[row] = said
        self._is_stale = True
        if self._running is not None:
            self._running.cancel()
        else:
            self._begin()

    def end(self) -> None:
        """Bring nothing any more."""
        self._is_over = True
        if self._running is not None:
            self._running.drop()
            self._running = None

    def _begin(self) -> None:
        self._is_stale = False
        session, files, said = self._session, self._model.files, list(self._said.values())

        def work(progress: Progress) -> list[Followed]:
            return follow(session, files, said, progress)

        self._running = self._background.run("", work, self._take, self._fail, owner=session)

    def _take(self, found: list[Followed]) -> None:
        self._running = None
        if self._is_over:
            return
        self._model.put_all(
            {each.place: each.put_into(self._model.file(each.place)) for each in found}
        )
        self.followed.emit([each.place for each in found])
        self._go_on()

    def _fail(self, error: BaseException) -> None:
        self._running = None
        if not isinstance(error, Refusal):
            raise error
        if not self._is_over and (self._is_stale or not isinstance(error, Cancelled)):
            self._go_on()

    def _go_on(self) -> None:
        if self._is_stale:
            self._begin()
        else:
            self.settled.emit()
