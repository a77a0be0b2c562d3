"""Read the chosen file again behind the window; only the latest wish counts."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from workbench.app.drafts import Draft, draft_of, text_in
from workbench.app.importing import FileRead, Likeness
from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.ui.background import Background

K = TypeVar("K")
_KEPT = 6


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read for one row; `known` is the text of what it is like."""

    row: int
    draft: Draft
    known: str | None = None


class Loader(QObject):
    """Read one file at a time, and keep the latest few."""

    loaded = Signal(object)
    failed = Signal(int, object)

    def __init__(
        self,
        session: Session,
        background: Background,
        file_at: Callable[[int], FileRead],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._file_at = file_at
        self._kept: OrderedDict[int, Loaded] = OrderedDict()
        self._busy = False
        self._wanted: int | None = None
        self._is_over = False

    def want(self, row: int) -> None:
        """Have a row's article read, unless it was just now."""
        known = self._kept.get(row)
        if known is not None:
            self._wanted = None
            self.loaded.emit(known)
            return
        self._wanted = row
        self._read_next()

    def forget(self, row: int) -> None:
        """Read a row's article anew when it is wanted next."""
        self._kept.pop(row, None)

    def end(self) -> None:
        """Hand over nothing any more."""
        self._is_over = True
        self._wanted = None

    def _read_next(self) -> None:
        if self._busy or self._wanted is None or self._is_over:
            return
        row, self._wanted = self._wanted, None
        self._busy = True
        file = self._file_at(row)
        like = file.likeness[0] if file.likeness else None
        other = self._file_at(like.file) if like is not None and like.file is not None else None
        session = self._session

        def work(_: Progress) -> Loaded:
            return Loaded(row, draft_of(file), _known_text(session, like, other))

        def not_read(error: BaseException) -> None:
            self._not_read(row, error)

        self._background.run("", work, self._on_read, not_read, owner=session)

    def _on_read(self, found: Loaded) -> None:
        self._busy = False
        self._kept[found.row] = found
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if not self._is_over and self._wanted is None:
            self.loaded.emit(found)
        self._read_next()

    def _not_read(self, row: int, error: BaseException) -> None:
        self._busy = False
        if not self._is_over and self._wanted is None:
            self.failed.emit(row, error)
        self._read_next()


def _known_text(session: Session, like: Likeness | None, other: FileRead | None) -> str | None:
    if other is not None:
        return draft_of(other).article(other.changes).text
    if like is not None and like.article is not None:
        return text_in(session, like.article)
    return None
