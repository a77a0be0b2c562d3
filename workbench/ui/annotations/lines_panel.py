"""A table of annotations: of this article or the whole project, filtered, sorted, in groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.app.annotation_lines import AnnotationLines, Arrangement, Group, Line, line_with
from workbench.app.annotation_reading import Around, Wanted
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Codebook, Words
from workbench.domain.text import Segments
from workbench.ui.annotations.controls import Scope, TableControls
from workbench.ui.annotations.heading_delegate import HeadingDelegate
from workbench.ui.annotations.model import AnnotationsModel, Rows
from workbench.ui.annotations.telling import TableTeller
from workbench.ui.table import Table
from workbench.ui.theme import Theme

_SLICE = 250  # lines that are told between two looks at what the person does
_ROWS = QItemSelectionModel.SelectionFlag.Rows
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS


class LinesPanel(QWidget):
    """Show one's own annotations of the open article from memory, what else is wanted as read."""

    #: A row is gone to: its article and annotation.
    line_chosen = Signal(int, int)
    menu_wanted = Signal(QPoint)
    copy_wanted = Signal()
    counted = Signal(int)
    #: Rows are selected where none were, or none where some were.
    rows_selected = Signal(bool)
    #: Lines are to be read anew.
    wanted = Signal()

    def __init__(
        self, theme: Theme, teller: type[TableTeller], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make_teller = teller
        self._teller = teller(Codebook(name=Words()))
        self._layers: Counter[str] = Counter()  # of one's own
        self._segments = Segments("")
        self._how = Arrangement()
        self._has_rows = self._selecting = False
        self._model = AnnotationsModel(self._teller, self._own_rows(), self)
        self._own_lines = self._model.lines
        self.controls = TableControls()
        self.filter = self.controls.filter
        self._table = Table(self._model, theme)
        self._table.copies = True
        self._delegate = HeadingDelegate(self._table, theme)
        self._table.setItemDelegate(self._delegate)
        self._arranging = QTimer(self, singleShot=True, interval=0)
        self._arranging.timeout.connect(self._arrange)
        # What one reads and marks is painted before the table that tells of it.
        self._painting = QTimer(self, singleShot=True, interval=0)
        self._painting.timeout.connect(lambda: self._table.setUpdatesEnabled(True))
        self._dress_table()
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)
        self.retell()

    def _dress_table(self) -> None:
        table, teller = self._table, self._teller
        table.setSortingEnabled(True)
        table.sortByColumn(teller.place, Qt.SortOrder.AscendingOrder)
        table.roomy = teller.roomy
        table.set_widths(*teller.widths)
        self._show_columns()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.filter.left.connect(self._table.setFocus)
        self.controls.scope_chosen.connect(self._on_scope)
        self.controls.kind_chosen.connect(self._on_kind)
        self._model.sort_wanted.connect(self._on_sort)
        self._table.chosen.connect(self._on_chosen)
        self._table.folded.connect(self._on_folded)
        self._table.menu_wanted.connect(self.menu_wanted)
        self._table.copied.connect(self.copy_wanted)
        self._table.selectionModel().selectionChanged.connect(self._on_selection)

    # --- the article that is open ---------------------------------------------

    def show_article(
        self, annotations: Iterable[Annotation], codebook: Codebook, segments: Segments
    ) -> None:
        """Take the annotations of an article; they are shown where it is what is shown."""
        self._take_codebook(codebook)
        self._segments = segments
        layers = self._teller.layers
        self._own_lines = AnnotationLines(
            line_with(each) for each in annotations if layers is None or each.layer in layers
        )
        self._layers = Counter(each.layer for each in self.annotations())
        if self.scope is Scope.ARTICLE:
            self._show_own()
        elif self.scope is Scope.ARTICLE_ALL:
            self.wanted.emit()

    def clear(self) -> None:
        """Show nothing: no article is open."""
        self._own_lines = AnnotationLines()
        self._layers.clear()
        self.controls.scope.setCurrentIndex(0)
        self._show_columns()
        self._show_own()

    def patch(self, ids: Iterable[int], found: Iterable[Annotation]) -> None:
        """Show the annotations `ids` as `found` has them; those not found are gone."""
        layers = self._teller.layers
        now = {each.id: each for each in found if layers is None or each.layer in layers}
        gone = [id_ for id_ in ids if id_ not in now]
        before = [each for each in map(self.annotation, (*gone, *now)) if each is not None]
        self._layers.subtract(each.layer for each in before)
        self._layers.update(each.layer for each in now.values())
        lines = [line_with(each) for each in now.values()]
        if self.scope is Scope.ARTICLE:
            self._patch(gone, lines)
            return
        for id_ in gone:
            self._own_lines.drop(id_)
        for line in lines:
            self._own_lines.put(line)

    def _own_rows(self) -> Rows:
        def around(annotation: Annotation) -> Around:
            span = annotation.span
            return Around(paragraph=self._segments.paragraph_number(span.start) if span else 0)

        return Rows(held, around, self._teller)

    def annotations(self) -> list[Annotation]:
        """Return one's annotations of the open article, in text order."""
        return held(self._own_lines)

    def annotation(self, id_: int) -> Annotation | None:
        """Return one's annotation of the open article, None if there is none such."""
        line = self._own_lines.get(id_)
        return None if line is None else line.annotation

    def _show_own(self) -> None:
        self._show(self._own_lines, self._own_rows())

    # --- what is read ---------------------------------------------------------

    @property
    def scope(self) -> Scope:
        """Whose annotations are shown, and of which articles."""
        return list(Scope)[self.controls.scope.currentIndex()]

    def wanted_lines(self, article: int | None) -> Wanted | None:
        """Return what must be read to be shown; None where it is in memory."""
        scope, layers = self.scope, self._teller.layers
        if scope is Scope.ARTICLE:
            return None
        # An id that no article has: nothing is open.
        of_one = None if scope.is_project else (article or 0)
        return Wanted(of_one, scope.is_all, layers)

    def show_lines(self, lines: AnnotationLines, rows: Rows) -> None:
        """Show lines that were read."""
        if self.scope is not Scope.ARTICLE:
            self._show(lines, rows)

    def add_lines(self, lines: Iterable[Line]) -> None:
        """Show more lines that were read."""
        if self.scope is not Scope.ARTICLE:
            self._model.lines.extend(lines)
            self._arrange_soon()

    def patch_lines(self, gone: Iterable[int], lines: Iterable[Line]) -> None:
        """Show what has changed of lines that were read."""
        if self.scope is not Scope.ARTICLE:
            self._patch(gone, lines)

    @property
    def teller(self) -> TableTeller:
        """What tells the rows."""
        return self._teller

    # --- how they are shown ---------------------------------------------------

    def _show(self, lines: AnnotationLines, rows: Rows) -> None:
        self._rows = rows
        self._paint_later()
        selected = self.selected()
        self._selecting = True
        self._model.show(lines, self._teller, rows)
        self._selecting = False
        self._arrange_soon(selected)

    def _patch(self, gone: Iterable[int], lines: Iterable[Line]) -> None:
        fresh = list(lines)
        if self._needs_words():
            self._rows.tell(line for line in fresh if not line.told)
        self._paint_later()
        plain = self._how.is_plain
        selected = [] if plain else self.selected()
        self._selecting = not plain
        self._model.patch(gone, fresh)
        self._selecting = False
        if not plain:
            self._restore(selected)
        self._after_change()

    def _paint_later(self) -> None:
        self._table.setUpdatesEnabled(False)
        self._painting.start()

    def _needs_words(self) -> bool:
        how = self._how
        return bool(how.words) or how.column is not None or how.kind is not None

    def _arrange_soon(self, selected: Sequence[int] = ()) -> None:
        """Tell the lines a few at a time, where that is needed, and show them then."""
        self._keep = list(selected) or self.selected()
        self._arranging.stop()
        self._arrange()

    def _arrange(self) -> None:
        untold = self._model.lines.untold() if self._needs_words() else []
        self._rows.tell(untold[:_SLICE])
        if len(untold) > _SLICE:
            self._arranging.start()
            return
        self._selecting = True
        self._model.arrange(self._how)
        self._selecting = False
        self._restore(self._keep)
        self._after_change()

    def _restore(self, selected: Sequence[int]) -> None:
        """Select what was selected, as far as it is shown."""
        rows = self._model.rows_of(selected)
        chosen = QItemSelection()
        for row in rows:
            index = self._model.index(row, 0)
            chosen.select(index, index)
        self._table.selectionModel().select(chosen, _SELECT)
        if rows:
            index = self._model.index(rows[0], 0)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self._table.selectionModel().setCurrentIndex(index, flag)
            self._table.scrollTo(index)
        self._on_selection()

    def _change(self, **how: Any) -> None:
        self._how = replace(self._how, **how)
        self._arrange_soon()

    def _on_filter(self, typed: str) -> None:
        self._change(words=tuple(typed.split()))

    def _on_kind(self, kind: int | None) -> None:
        self._change(kind=kind, folded=frozenset[Group]())

    def _on_sort(self, column: int, descending: bool) -> None:
        # The lines stand in the order of the text already.
        natural = column in (-1, self._teller.place)
        self._change(column=None if natural else column, descending=descending)

    def show_scope(self, scope: Scope) -> None:
        """Show annotations of these coders and articles."""
        if scope is not self.scope:
            self.controls.scope.setCurrentIndex(list(Scope).index(scope))
            self._on_scope(scope)

    def _on_scope(self, scope: Scope) -> None:
        self._show_columns()
        if scope is Scope.ARTICLE:
            self._show_own()
        else:
            self._table.hint = self.tr("Reading the annotations…")
            self.wanted.emit()

    def _show_columns(self) -> None:
        self._table.setColumnHidden(self._teller.of_article, not self.scope.is_project)
        self._table.setColumnHidden(self._teller.of_coder, not self.scope.is_all)
        self._table.make_room()

    def _on_folded(self, row: int, fold: object) -> None:
        heading = self._model.row(row)
        if isinstance(heading, Line):
            return
        folded = not heading.folded if fold is None else bool(fold)
        if folded != heading.folded:
            self._change(folded=self._how.folded ^ {heading.group})
            self._table.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1), 0))

    # --- what is selected -----------------------------------------------------

    def selected(self) -> list[int]:
        """Return the annotations whose rows are selected, from top to bottom."""
        indexes = self._table.selectionModel().selectedRows()
        rows = [self._model.row(row) for row in sorted(index.row() for index in indexes)]
        return list(dict.fromkeys(row.id for row in rows if isinstance(row, Line)))

    @property
    def has_selected(self) -> bool:
        """Whether the row of any annotation is selected: told sooner than which they are."""
        if not self._table.selectionModel().hasSelection():
            return False
        return self._how.kind is None or bool(self.selected())  # a heading may be selected alone

    def selected_cells(self) -> list[tuple[str, ...]]:
        """Return the titles of the shown columns, and what stands there in the selected rows."""
        model, table = self._model, self._table
        shown = [c for c in range(model.columnCount()) if not table.isColumnHidden(c)]
        rows = model.rows_of(self.selected())
        titles = self._teller.titles()
        cells = (tuple(str(model.index(row, c).data()) for c in shown) for row in rows)
        return [tuple(titles[c] for c in shown), *cells]

    def _on_selection(self) -> None:
        has_rows = self._table.selectionModel().hasSelection()
        if has_rows != self._has_rows and not self._selecting:
            self._has_rows = has_rows
            self.rows_selected.emit(has_rows)

    def choose(self, annotation: int | None) -> None:
        """Select the row of an annotation without going there."""
        self._paint_later()
        row = None if annotation is None else self._model.row_of(annotation)
        if row is None:
            self._table.clearSelection()
            return
        index = self._model.index(row, 0)
        self._table.selectionModel().setCurrentIndex(index, _SELECT)
        self._table.scrollTo(index)

    def _on_chosen(self, row: int) -> None:
        line = self._model.row(row)
        if isinstance(line, Line):
            self.line_chosen.emit(line.article, line.id)
        else:
            self._on_folded(row, None)

    def _after_change(self) -> None:
        self._table.hint = self._hint()
        self._table.viewport().update()
        self.counted.emit(len(self._model.lines))

    def _hint(self) -> str:
        if len(self._model.lines):
            return self.tr("No annotation matches “{typed}”").format(typed=self.filter.text())
        return self.nothing()

    def nothing(self) -> str:
        """Return what an empty table says."""
        return self.tr("Nothing is marked yet: select some text and press a key of the tag panel")

    # --- language, codebook, theme --------------------------------------------

    def set_codebook(self, codebook: Codebook) -> None:
        """Tell every row in the terms of a changed codebook."""
        self._take_codebook(codebook)
        self.retell()

    def _take_codebook(self, codebook: Codebook) -> None:
        if codebook is not self._teller.codebook:
            self._teller = self._make_teller(codebook)

    def retell(self) -> None:
        """Tell every row again: the codebook or the language has changed."""
        self._teller = self._make_teller(self._teller.codebook)
        self.controls.set_kinds(self._teller.kinds())
        self._own_lines = AnnotationLines(map(line_with, self.annotations()))
        if self.scope is Scope.ARTICLE:
            self._show_own()
        else:
            self.wanted.emit()
        self._model.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._delegate.theme = theme
        self._table.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.name_it()
            self.retell()
        super().changeEvent(event)

    def name_it(self) -> None:
        """Name table and filter in the language of the interface."""
        self.filter.name_it(self.tr("Filter annotations"))
        self._table.setAccessibleName(self.tr("Annotations"))


def held(lines: Iterable[Line]) -> list[Annotation]:
    """Return the annotations that lines hold."""
    return [line.annotation for line in lines if line.annotation is not None]
