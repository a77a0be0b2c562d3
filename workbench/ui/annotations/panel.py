"""The annotations as a table, and in memory those of the article that is open."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QWidget

from workbench.domain.annotation import Annotation
from workbench.domain.text import Span
from workbench.ui.annotations.controls import Scope
from workbench.ui.annotations.lines_panel import LinesPanel, held
from workbench.ui.annotations.telling import (
    StatementTeller,
    TableTeller,
    incomplete_note,
)
from workbench.ui.theme import Theme


class AnnotationsPanel(LinesPanel):
    """All annotations; the rest of the window asks here for those of the open article."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, TableTeller, parent)
        self.name_it()

    def touching(self, span: Span) -> list[Annotation]:
        """Return those that share a character with `span`, in no order."""
        return held(self._own_lines.touching(span))

    def counts(self) -> Counter[str]:
        """Return how many there are of each layer."""
        return self._layers

    def __len__(self) -> int:
        """Return how many annotations the article has."""
        return self._model.rowCount()

    def __bool__(self) -> bool:
        """Be something also where the table is empty."""
        return True

    def __contains__(self, id_: object) -> bool:
        """Tell whether an annotation is in the table."""
        return isinstance(id_, int) and self.annotation(id_) is not None

    def list_incomplete(self) -> None:
        """List of the open article only what is incomplete, until the filter is cleared."""
        self.show_scope(Scope.ARTICLE)
        self.filter.setText(incomplete_note("").strip())


class StatementsPanel(LinesPanel):
    """Who holds what position toward whom, in text order."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, StatementTeller, parent)
        self.name_it()

    def name_it(self) -> None:
        """Name table and filter in the language of the interface."""
        self.filter.name_it(self.tr("Filter statements"))
        self._table.setAccessibleName(self.tr("Statements"))

    def nothing(self) -> str:
        """Return what an empty table says."""
        return self.tr("No statement yet: mark a passage as a stance, with holder and position")
