"""The ledger as a table: a row a forecast, and one for each question without any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from workbench.app.forecasts import Entry, Ledger, Question, State, claimant_label, question_label
from workbench.domain.codebook import Codebook, Words
from workbench.domain.dates import parse_date
from workbench.domain.errors import Refusal
from workbench.ui.forecasts.words import outcome_name, probability_text, state_name, unknown
from workbench.ui.tags.labels import interface_language
from workbench.ui.titled_model import Index, TitledModel


class Column(IntEnum):
    """The columns, from left to right."""

    QUESTION = 0
    HORIZON = 1
    OUTCOME = 2
    RESOLVED = 3
    CLAIMANT = 4
    ANSWER = 5
    PROBABILITY = 6
    STATE = 7
    BRIER = 8
    ARTICLE = 9
    PASSAGE = 10


# Those in which a question is changed, by what they hold of it.
EDITED = {
    Column.HORIZON: "horizon",
    Column.OUTCOME: "outcome",
    Column.RESOLVED: "resolved_on",
}


@dataclass(frozen=True)
class Row:
    """A forecast with its question, or one of them alone, and what stands in the columns."""

    question: Question | None
    entry: Entry | None
    cells: tuple[str, ...]

    @property
    def searched(self) -> str:
        """What the filter looks into."""
        text = self.question.text if self.question else ""
        return "\n".join((*self.cells, text)).casefold()

    def key(self, column: Column) -> tuple[bool, float, str]:
        """Return what sorts the row in a column; what is empty comes last."""
        cell = self.cells[column]
        number = float(cell) if column in (Column.PROBABILITY, Column.BRIER) and cell else 0.0
        return not cell, number, cell


class LedgerModel(TitledModel):
    """Questions in the order of their list, forecasts in that of the articles.

    `question_edited` brings a question's key, an attribute and its new value; `refused` why
    what was written is no value.
    """

    question_edited = Signal(str, str, str)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ledger = Ledger(Codebook(Words()))
        self.editable = True
        self._rows: list[Row] = []

    def show(self, ledger: Ledger) -> None:
        """Show a ledger."""
        self.beginResetModel()
        self.ledger = ledger
        self._rows = list(_rows(ledger))
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return a row with its cells."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[column]
            case Qt.ItemDataRole.EditRole if row.question and column in EDITED:
                return getattr(row.question, EDITED[column])
            case Qt.ItemDataRole.ToolTipRole:
                asked = row.question.text if row.question and column is Column.QUESTION else ""
                return asked or row.cells[column]
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        asked = index.isValid() and self._rows[index.row()].question is not None
        if self.editable and asked and Column(index.column()) in EDITED:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what a person wrote of a question; the rows follow when it is stored."""
        question = self._rows[index.row()].question
        attribute = EDITED.get(Column(index.column()))
        if question is None or attribute is None:
            return False
        try:
            text = str(value) if attribute == "outcome" else parse_date(str(value))
        except Refusal as refusal:
            self.refused.emit(refusal)
            return False
        if text != getattr(question, attribute):
            self.question_edited.emit(question.key, attribute, text)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_column = orientation is Qt.Orientation.Horizontal
        if is_column and role == Qt.ItemDataRole.ToolTipRole and Column(section) in EDITED:
            return self.tr("Double-click or press Return to change it, for all its forecasts")
        return super().headerData(section, orientation, role)

    def titles(self) -> Sequence[str]:
        titles = {
            Column.QUESTION: self.tr("Question"),
            Column.HORIZON: self.tr("Horizon"),
            Column.OUTCOME: self.tr("Outcome"),
            Column.RESOLVED: self.tr("Resolved on"),
            Column.CLAIMANT: self.tr("Claimant"),
            Column.ANSWER: self.tr("Answer"),
            Column.PROBABILITY: self.tr("Probability"),
            Column.STATE: self.tr("State"),
            Column.BRIER: self.tr("Brier score"),
            Column.ARTICLE: self.tr("Article"),
            Column.PASSAGE: self.tr("Passage"),
        }
        return [titles[each] for each in Column]


def _rows(ledger: Ledger) -> Iterator[Row]:
    by_question: dict[str, list[Entry]] = {}
    for entry in ledger.entries:
        by_question.setdefault(entry.forecast.question, []).append(entry)
    for key in dict.fromkeys((*ledger.by_question, *by_question)):
        # A question that was retired since is told with its forecasts, and not changed here.
        question = ledger.by_question.get(key)
        for entry in by_question.get(key) or (None,):
            yield Row(question, entry, _cells(ledger, key, question, entry))


def _cells(
    ledger: Ledger, key: str, question: Question | None, entry: Entry | None
) -> tuple[str, ...]:
    language = interface_language()
    asked = question or Question("")
    outcome = outcome_name(ledger, asked.outcome)
    about = (question_label(ledger, key, language), asked.horizon, outcome, asked.resolved_on)
    if entry is None:
        return (*about, *[""] * (len(Column) - len(about)))
    forecast, judged = entry.forecast, entry.judged
    claimant = claimant_label(ledger, forecast.claimant, language) or unknown()
    brier = "" if judged.brier is None else f"{judged.brier:.4f}"
    return (
        *about,
        claimant,
        outcome_name(ledger, forecast.answer),
        probability_text(entry),
        state_name(State(judged.state)),
        brier,
        entry.printed.title,
        " ".join(entry.annotation.quote.split()),
    )


class LedgerFilter(QSortFilterProxyModel):
    """Keep the rows that hold every typed word; sort numbers as numbers, the empty last."""

    def __init__(self, model: LedgerModel) -> None:
        super().__init__(model)
        self._model = model
        self._words: list[str] = []
        self.setSourceModel(model)

    def set_words(self, typed: str) -> None:
        """Filter by what was typed, ignoring case."""
        self._words = typed.casefold().split()
        self.setFilterFixedString(typed)  # has the rows looked at again

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        searched = self._model.row(source_row).searched if self._words else ""
        return all(word in searched for word in self._words)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        column = Column(source_left.column())
        left, right = (
            (*self._model.row(each.row()).key(column), each.row())
            for each in (source_left, source_right)
        )
        if self.sortOrder() is Qt.SortOrder.DescendingOrder and left[0] != right[0]:
            return left[0] > right[0]
        return left < right
