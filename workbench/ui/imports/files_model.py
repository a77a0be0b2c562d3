"""The files that were looked at, a row each, and the filter over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum, auto

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from workbench.app.importing import Decision, FileRead
from workbench.app.messages import Messages
from workbench.ui.punctuation import listed

Index = QModelIndex | QPersistentModelIndex
FileRole = Qt.ItemDataRole.UserRole + 1


class State(StrEnum):
    """What a row tells before anything else."""

    NEW = auto()
    DOUBTFUL = auto()
    DUPLICATE = auto()
    REFUSED = auto()
    PASSED_OVER = auto()


class Sieve(StrEnum):
    """Which files are listed."""

    ALL = auto()
    LOOK = auto()
    DUPLICATES = auto()
    REFUSED = auto()


def state_of(file: FileRead) -> State:
    """Return what a file's row tells."""
    if file.refusal is not None:
        return State.REFUSED
    if file.passed_over:
        return State.PASSED_OVER
    if file.likeness:
        return State.DUPLICATE
    return State.DOUBTFUL if file.warnings else State.NEW


GLYPHS = {
    State.NEW: "＋",
    State.DOUBTFUL: "△",
    State.DUPLICATE: "＝",
    State.REFUSED: "✕",
    State.PASSED_OVER: "–",
}
_SHOWN: dict[Sieve, frozenset[State]] = {
    Sieve.ALL: frozenset(State),
    Sieve.LOOK: frozenset((State.DOUBTFUL, State.DUPLICATE)),
    Sieve.DUPLICATES: frozenset((State.DUPLICATE,)),
    Sieve.REFUSED: frozenset((State.REFUSED, State.PASSED_OVER)),
}


def passes(file: FileRead, sieve: Sieve) -> bool:
    """Tell whether a file is listed under a filter."""
    return state_of(file) in _SHOWN[sieve]


def state_words(file: FileRead, messages: Messages) -> str:
    """Return what becomes of a file, or what should be looked at, in words."""
    words = _own_words(file, messages)
    if not (file.follows and file.can_come):
        return words
    told = QCoreApplication.translate("FilesModel", "cut as in “{title}”")
    return f"{words} · {told.format(title=file.follows)}"


def _own_words(file: FileRead, messages: Messages) -> str:
    translate = QCoreApplication.translate
    if file.refusal is not None:
        return messages.error(file.refusal)
    if file.left_out:
        return translate("FilesModel", "a table; left out")
    if file.passed_over:
        return translate("FilesModel", "not an article's kind of file; left out")
    if file.likeness:
        return f"{decision_name(file.changes.decision)} · {_like(file)}"
    if file.warnings:
        return " ".join(messages.text(f"warning_{each}") for each in file.warnings)
    if file.changes.decision is Decision.SKIP:
        return decision_name(Decision.SKIP)
    return translate("FilesModel", "new")


def _like(file: FileRead) -> str:
    translate = QCoreApplication.translate
    like = file.likeness[0]
    if like.exact:
        return translate("FilesModel", "the same file as “{title}”").format(title=like.title)
    told = translate("FilesModel", "{share} like “{title}”")
    return told.format(share=f"{like.per_cent} %", title=like.title)


def decision_name(decision: Decision) -> str:
    """Return what a decision is called."""
    translate = QCoreApplication.translate
    return {
        Decision.IMPORT: translate("FilesModel", "will be imported"),
        Decision.SKIP: translate("FilesModel", "left out"),
        Decision.LINK: translate("FilesModel", "will be imported and linked"),
    }[decision]


class FilesModel(QAbstractListModel):
    """One row a file; the files change as a person decides about them."""

    changed = Signal()

    def __init__(
        self, files: Sequence[FileRead], messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._files = list(files)
        self.messages = messages

    @property
    def files(self) -> list[FileRead]:
        """The files as they are decided about."""
        return list(self._files)

    def file(self, row: int) -> FileRead:
        """Return one file."""
        return self._files[row]

    def put(self, row: int, file: FileRead) -> None:
        """Replace one file."""
        self._files[row] = file
        index = self.index(row)
        self.dataChanged.emit(index, index)
        self.changed.emit()

    def put_all(self, files: Mapping[int, FileRead]) -> None:
        """Replace several files, which is told once."""
        if not files:
            return
        for row, file in files.items():
            self._files[row] = file
        self.dataChanged.emit(self.index(min(files)), self.index(max(files)))
        self.changed.emit()

    def count(self, sieve: Sieve) -> int:
        """Return how many files pass a filter."""
        return sum(passes(file, sieve) for file in self._files)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        file = self._files[index.row()]
        if role == FileRole:
            return file
        if role == Qt.ItemDataRole.DisplayRole:
            return file.title or file.source.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{file.source.name}\n{state_words(file, self.messages)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (file.title, file.source.name, state_words(file, self.messages))
            return listed(part for part in parts if part)
        return None


class FilesFilter(QSortFilterProxyModel):
    """List the files that pass the chosen filter."""

    def __init__(self, model: FilesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._sieve = Sieve.ALL
        self.setSourceModel(model)
        self.setDynamicSortFilter(False)

    def choose(self, sieve: Sieve) -> None:
        """Filter otherwise."""
        self.beginFilterChange()
        self._sieve = sieve
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return passes(self._model.file(source_row), self._sieve)
