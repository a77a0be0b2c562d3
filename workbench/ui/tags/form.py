"""A form generated from a layer: one line a variable, the rarer ones folded away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workbench.app.places import Place, place_of_layer, place_of_variable
from workbench.domain.annotation import Certainty
from workbench.domain.codebook import Layer, Variable
from workbench.domain.forecasts import likely
from workbench.domain.terms import date_of
from workbench.domain.values import Missing, Values, defaults
from workbench.ui.punctuation import listed, named
from workbench.ui.tags.completeness import advised, completeness, lacking, not_saved
from workbench.ui.tags.field import Given
from workbench.ui.tags.field_row import FieldRow, PlainRow
from workbench.ui.tags.fields import certainty_field, make_field
from workbench.ui.tags.fold_button import FoldButton
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.picker import CategoryPicker
from workbench.ui.tags.segments import Segments
from workbench.ui.tags.shown_values import shown_values
from workbench.ui.tags.source import Passage, Source
from workbench.ui.tags.text_fields import MemoField
from workbench.ui.theme import Theme

_NARROW = 380
_LABEL_SHARE = 0.34
_MOST_LABEL = 0.4


class AnnotationForm(QWidget):
    """Edit the values of one annotation of `layer`; who shows it decides when they are saved.

    A `brief` form folds certainty and memo away too.

    `committed` brings the values that a person gave, and what follows from them, by variable;
    `ended` tells of Enter on the last field,
    `submitted` of Ctrl+Enter, `reached` of the line that the keyboard comes to.
    `add_requested` names a code list, what to add to it, and the boolean attribute that the
    new category must have ("" for none).
    """

    committed = Signal(object)
    certainty_changed = Signal(object)
    memo_changed = Signal(str)
    ended = Signal()
    submitted = Signal()
    reached = Signal(QWidget)
    add_requested = Signal(str, str, str)
    merge_wanted = Signal(str, str)

    def __init__(
        self,
        layer: Layer,
        source: Source,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        brief: bool = False,
    ) -> None:
        super().__init__(parent)
        self.layer = layer
        self._brief = brief
        self._source = source
        self._theme = theme
        self._adding: FieldRow | None = None
        self._published = self._date = ""
        self._likely: float | None = None  # what the wording of the likelihood stands for
        self.rows = [self._row(each) for each in layer.variables if not each.retired]
        self.fold = FoldButton(theme)
        self.fold.toggled.connect(self._on_fold)
        self.certainty = certainty_field(theme)
        self.certainty.committed.connect(self._on_certainty)
        self.memo = MemoField(theme)
        self.memo.written.connect(self.memo_changed)
        self._certainty_row = PlainRow(self.certainty, theme)
        self._memo_row = PlainRow(self.memo, theme)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self._lay_out()
        self._add_shortcut()
        self.retranslate()

    def _row(self, variable: Variable) -> FieldRow:
        field = make_field(self._source, self.layer, variable, self._theme)
        row = FieldRow(variable, field, self._theme)
        row.committed.connect(lambda: self._on_committed(row))
        row.complained.connect(self._refresh_state)
        row.finished.connect(lambda: self._on_finished(row))
        row.add_requested.connect(partial(self._on_add, row))
        field.merge_wanted.connect(self.merge_wanted)
        return row

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._folded = QWidget()
        inner = QVBoxLayout(self._folded)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        for row in self.rows:
            (inner if row.variable.folded else layout).addWidget(row)
        layout.addWidget(self.fold)
        layout.addWidget(self._folded)
        tail = inner if self._brief else layout
        tail.addWidget(self._certainty_row)
        tail.addWidget(self._memo_row)
        layout.addStretch(1)
        self._folded.hide()
        self.fold.setVisible(self._brief or any(row.variable.folded for row in self.rows))

    def _add_shortcut(self) -> None:
        shortcut = QShortcut(self)
        shortcut.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._submit)

    # --- values

    def values(self) -> Values:
        """Return what is coded, by variable."""
        coded = ((row.variable.key, row.values()) for row in self.rows)
        return {key: values for key, values in coded if values}

    def set_values(self, values: Values) -> None:
        """Show values; a field that is being typed into keeps what is typed."""
        for row in self.rows:
            row.set_values(values.get(row.variable.key, ()))
        self._likely = likely(self._source.codebook, self.layer, values)
        self._tell_date()
        self._refresh_state()

    def set_passage(self, passage: Passage | None, annotation: int | None = None) -> None:
        """Say where in an article the values belong, and to which annotation."""
        self._published = self._source.published(passage.article) if passage else ""
        for row in self.rows:
            row.field.set_published(self._published)
            row.field.set_passage(passage, annotation)
        self._tell_date()

    def _tell_date(self) -> None:
        """Tell every field when what is coded was: it may decide which government is meant."""
        self._date = date_of(self.layer, self.values(), self._published)
        for row in self.rows:
            row.field.set_date(self._date)

    def set_read_only(self) -> None:
        """Show everything and take nothing; the memo can still be scrolled and copied."""
        for row in self.rows:
            row.setEnabled(False)
        self.certainty.setEnabled(False)
        self.memo.edit.setReadOnly(True)

    def save_in_pauses(self) -> None:
        """Take what is written after each pause too."""
        for row in self.rows:
            row.field.save_in_pauses()

    def row(self, key: str) -> FieldRow:
        """Return the line of a variable."""
        return next(row for row in self.rows if row.variable.key == key)

    def commit(self) -> FieldRow | None:
        """Take everything typed; return the first line whose text is no value."""
        wrong = [row for row in self.rows if not row.commit()]
        return wrong[0] if wrong else None

    def unread(self) -> dict[str, str]:
        """Return what stands in fields and is no value, by variable."""
        left = ((row.variable.key, row.unread()) for row in self.rows)
        return {key: text for key, text in left if text}

    def memo_with_unread(self) -> str:
        """Return the memo, and below it what stands in fields and is no value."""
        unread = self.unread().items()
        lines = [named(name_of(self.row(key).variable), text) for key, text in unread]
        return "\n".join(each for each in (self.memo.memo(), *lines) if each)

    def forget_lost_categories(self) -> None:
        """Take out the categories that the codebook has no more."""
        for row in self.rows:
            if row.variable.code_list is not None:
                known = self._source.codebook.code_list(row.variable.code_list).by_key
                kept = tuple(
                    each for each in row.values() if isinstance(each, Missing) or each in known
                )
                if kept != row.values():
                    row.set_values(kept)
        self._refresh_state()

    def show_unusual(self, values: Values) -> None:
        """Unfold the rarer fields if one of them holds more than its default."""
        usual = defaults(self._source.codebook, self.layer)
        folded = [row.variable.key for row in self.rows if row.variable.folded]
        filled = any(key in values and values[key] != usual.get(key) for key in folded)
        self.fold.setChecked(filled)

    def focus_first(self) -> None:
        """Put the keyboard into the first field that is not filled."""
        rows = self._shown()
        empty = [row for row in rows if not row.values()]
        for row in (empty or rows)[:1]:
            self.focus_row(row)

    def focus_row(self, row: FieldRow) -> None:
        """Put the keyboard into a line, unfolding it if need be."""
        if row.variable.folded:
            self.fold.setChecked(True)
        self.reached.emit(row)
        row.focus_field()

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return the entry of the line at a point of the screen or with the keyboard."""
        for row in self.rows:
            if row.holds(at):
                return place_of_variable(self.layer.key, row.variable.key)
        return place_of_layer(self.layer.key)

    # --- what happens

    def _on_committed(self, row: FieldRow) -> None:
        self._tell_date()
        changed = {row.variable.key: row.values(), **self._prefilled(row.variable.key)}
        self._refresh_state()
        self.committed.emit(changed)

    def _prefilled(self, key: str) -> Values:
        """Fill in the probability that the wording stands for, unless a person wrote another."""
        if key not in ("likelihood", "answer") or "probability" not in self.layer.by_key:
            return {}
        wanted = likely(self._source.codebook, self.layer, self.values())
        row, before = self.row("probability"), self._likely
        self._likely = wanted
        if wanted == before or row.values() not in ((), (before,)) or row.unread():
            return {}
        row.set_values(() if wanted is None else (wanted,))
        return {"probability": row.values()}

    def _on_finished(self, row: FieldRow) -> None:
        rows = self._shown()
        place = rows.index(row) + 1
        if place < len(rows):
            self.focus_row(rows[place])
        else:
            self.ended.emit()

    def _shown(self) -> list[FieldRow]:
        unfolded = self.fold.isChecked()
        return sorted(
            (row for row in self.rows if unfolded or not row.variable.folded),
            key=lambda row: row.variable.folded,
        )

    def _submit(self) -> None:
        wrong = self.commit()
        if wrong is None:
            self.submitted.emit()
        else:
            self.focus_row(wrong)

    def _on_add(self, row: FieldRow, text: str) -> None:
        self._adding = row
        variable = row.variable
        self.add_requested.emit(variable.code_list or "", text, variable.requires or "")
        self._adding = None

    def category_added(self, code_list: str, key: str) -> None:
        """Choose a category just added where it was asked for."""
        row = self._adding
        if row is not None and row.variable.code_list == code_list:
            picker = row.field
            assert isinstance(picker, CategoryPicker)
            picker.take(key)

    def complain(self, key: str, sentence: str, saved: Given) -> None:
        """Say under a variable's field why its value was refused; `saved` is the one it has.

        What was typed stays, to be mended; a button must not look chosen that is not saved.
        """
        row = self.row(key)
        if isinstance(row.field, Segments):
            row.set_values(saved)
        row.complain(sentence)

    def _on_certainty(self) -> None:
        self.certainty_changed.emit(self.chosen_certainty())

    def chosen_certainty(self) -> Certainty:
        """Return how sure the coder is."""
        values = self.certainty.values()
        return Certainty(str(values[0])) if values else Certainty.SURE

    def full_width(self) -> int:
        """Return the width that keeps every scale of the unfolded lines in one line."""
        rows = self._shown()
        label = max(each.label.full_width() for each in rows)
        scales = [(row, row.field) for row in rows if isinstance(row.field, Segments)]
        widths = (row.width_around(label) + scale.full_width() for row, scale in scales)
        return max(widths, default=0)

    def _on_fold(self, opened: bool) -> None:
        self._folded.setVisible(opened)
        self._align_labels()

    # --- looks

    def _refresh_state(self) -> None:
        values = self.values()
        refused = [name_of(row.variable) for row in self.rows if row.complaint()]
        complete = not lacking(self.layer, values)
        self.state.setText(not_saved(refused) if refused else completeness(self.layer, values))
        palette = self.state.palette()
        colour = self._theme.colour("error" if refused else "ok" if complete else "warn")
        palette.setColor(palette.ColorRole.WindowText, colour)
        self.state.setPalette(palette)
        folded = [row for row in self.rows if row.variable.folded]
        filled = shown_values(self._source.codebook, folded)
        names = filled or listed(name_of(row.variable) for row in folded)
        self.fold.set_texts(self.tr("More"), names)
        advice = advised(self._source.codebook, self.layer, values, self._date)
        for row in self.rows:
            row.advise(advice.get(row.variable.key, ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._align_labels()

    def _align_labels(self) -> None:
        labels = [row.label for row in (*self._shown(), self._certainty_row, self._memo_row)]
        full = max(label.full_width() for label in labels)
        narrow = max(label.narrow_width() for label in labels)
        narrow = min(narrow, max(40, int(self.width() * _MOST_LABEL)))
        roomy = self.width() >= _NARROW and full <= self.width() * _LABEL_SHARE
        for label in labels:
            label.fit(narrow, full if roomy else 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Show labels in the language of the interface."""
        self._certainty_row.label.set_texts(self.tr("certainty"), "")
        self._memo_row.label.set_texts(self.tr("memo"), "")
        self.certainty.setAccessibleName(self.tr("certainty"))
        self.memo.edit.setAccessibleName(self.tr("memo"))
        self.memo.edit.setPlaceholderText(self.tr("why, doubts, links to elsewhere"))
        self._refresh_state()
        self._align_labels()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        for row in self.rows:
            row.set_theme(theme)
        self.fold.set_theme(theme)
        self.certainty.set_theme(theme)
        self.memo.set_theme(theme)
        for row in (self._certainty_row, self._memo_row):
            row.label.set_theme(theme)
        self._refresh_state()
