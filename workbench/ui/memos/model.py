"""All memos of the project as a table, filtered as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
)

from workbench.app.memos import MemoFound
from workbench.ui.titled_model import Index, TitledModel
from workbench.ui.wording import stored_time


class MemosModel(TitledModel):
    """A row a memo: about what, what it says, whose, when; the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[tuple[MemoFound, tuple[str, ...], str]] = []
        self._rows: list[tuple[MemoFound, tuple[str, ...], str]] = []
        self._words: tuple[str, ...] = ()

    def show(
        self, memos: Sequence[MemoFound], tell: Callable[[MemoFound], tuple[str, str]]
    ) -> None:
        """Show these memos; `tell` names what one is about, and whose it is."""
        newest = sorted(memos, key=lambda each: each.modified, reverse=True)
        self._all = []
        for each in newest:
            about, coder = tell(each)
            text = " ".join(each.text.split())
            cells = (about, text, coder, stored_time(each.modified))
            self._all.append((each, cells, "\n".join(cells).casefold()))
        self.find(" ".join(self._words))

    def find(self, typed: str) -> None:
        """Show those that hold every typed word, ignoring case."""
        self.beginResetModel()
        self._words = tuple(typed.casefold().split())
        self._rows = [row for row in self._all if all(word in row[2] for word in self._words)]
        self.endResetModel()

    def memo(self, row: int) -> MemoFound:
        """Return the memo of a row."""
        return self._rows[row][0]

    @property
    def count(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        memo, cells, _ = self._rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 1:
            return memo.text
        return cells[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def titles(self) -> Sequence[str]:
        return (self.tr("On"), self.tr("Memo"), self.tr("Coder"), self.tr("Changed"))
