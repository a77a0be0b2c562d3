"""The annotations of the article as a table with a filter."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Codebook, Words
from workbench.domain.text import Segments
from workbench.ui.annotations.model import (
    AnnotationRole,
    AnnotationsFilter,
    AnnotationsModel,
    Column,
)
from workbench.ui.annotations.summary import Summary
from workbench.ui.annotations.table import Table
from workbench.ui.filter_box import FilterBox
from workbench.ui.theme import Theme


class AnnotationsPanel(QWidget):
    """Sort, filter, and go to an annotation by clicking its row."""

    annotation_chosen = Signal(int)
    menu_wanted = Signal(QPoint)
    counted = Signal(int)
    #: Rows are selected where none were, or none where some were.
    rows_selected = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codebook = Codebook(name=Words())
        self._model = AnnotationsModel(self)
        self._proxy = AnnotationsFilter(self._model)
        self.filter = FilterBox()
        self.filter.textChanged.connect(self._on_filter)
        self._table = Table(self._proxy, theme)
        self.filter.left.connect(self._table.setFocus)
        self._table.chosen.connect(self._on_chosen)
        self._table.menu_wanted.connect(self.menu_wanted)
        self._has_rows = False
        self._table.selectionModel().selectionChanged.connect(self._on_selection)
        self._table.setSortingEnabled(True)
        self._table.sortByColumn(Column.PARAGRAPH, Qt.SortOrder.AscendingOrder)
        self._table.roomy = Column.WHAT
        self._table.set_widths(5, 14, 26, 9, 5, 6, 3, 11)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)
        self._retranslate()

    def show_article(
        self, annotations: Iterable[Annotation], codebook: Codebook, segments: Segments
    ) -> None:
        """Show the annotations of an article."""
        self._codebook = codebook
        self._model.show(annotations, Summary(codebook), segments.paragraph_number)
        self._after_change()

    def clear(self) -> None:
        """Show nothing: no article is open."""
        self._model.clear()
        self._after_change()

    def patch(self, ids: Iterable[int], found: Iterable[Annotation]) -> None:
        """Show the annotations `ids` as `found` has them; those not found are gone."""
        self._model.patch(ids, found)
        self._after_change()

    def set_codebook(self, codebook: Codebook) -> None:
        """Tell every row in the terms of a changed codebook."""
        self._codebook = codebook
        self._model.retell(Summary(codebook))

    def annotations(self) -> list[Annotation]:
        """Return the annotations of the article, in text order."""
        return self._model.annotations()

    def annotation(self, id_: int) -> Annotation | None:
        """Return an annotation of the article, None if it is not shown."""
        return self._model.index_of(id_).data(AnnotationRole)

    def selected(self) -> list[int]:
        """Return the annotations whose rows are selected."""
        rows = self._table.selectionModel().selectedRows()
        return [self._annotation(index).id for index in rows]

    def _on_selection(self) -> None:
        has_rows = self._table.selectionModel().hasSelection()
        if has_rows != self._has_rows:
            self._has_rows = has_rows
            self.rows_selected.emit(has_rows)

    def choose(self, annotation: int | None) -> None:
        """Select the row of an annotation without going there."""
        source = QModelIndex() if annotation is None else self._model.index_of(annotation)
        index = self._proxy.mapFromSource(source)
        if not index.isValid():
            self._table.clearSelection()
            return
        flags = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows
        )
        self._table.selectionModel().setCurrentIndex(index, flags)
        self._table.scrollTo(index)

    def _annotation(self, index: QModelIndex) -> Annotation:
        return index.data(AnnotationRole)

    def _on_chosen(self, row: int) -> None:
        self.annotation_chosen.emit(self._annotation(self._proxy.index(row, 0)).id)

    def _on_filter(self, typed: str) -> None:
        self._proxy.set_words(typed)
        self._after_change()

    def _after_change(self) -> None:
        self._table.hint = self._hint()
        self._table.viewport().update()
        self.counted.emit(self._model.rowCount())

    def _hint(self) -> str:
        if self._model.rowCount():
            return self.tr("No annotation matches “{typed}”").format(typed=self.filter.text())
        return self.tr("Nothing is marked yet: select some text and press a key of the tag panel")

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._table.set_theme(theme)

    def _retranslate(self) -> None:
        self.filter.name_it(self.tr("Filter annotations"))
        self._table.setAccessibleName(self.tr("Annotations of the article"))
        self._model.retell(Summary(self._codebook))
        self._after_change()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
