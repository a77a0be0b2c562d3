"""The annotation that is selected: its values, memo and certainty, each saved at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from workbench.app.places import Place
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import CodeList, Layer, Variable
from workbench.domain.values import Values
from workbench.ui.entry import entry_of
from workbench.ui.tags.elided import ElidedLabel
from workbench.ui.tags.fields import short_scales
from workbench.ui.tags.form import AnnotationForm
from workbench.ui.tags.labels import layer_tip, name_of, other
from workbench.ui.tags.source import Passage, Source
from workbench.ui.theme import Theme
from workbench.ui.translated import Translated

_AROUND = 16  # pixels of white around the sentence of an empty panel
_LOWEST = 48  # of the form, which scrolls: a line and a bit of the next one


class AnnotationEditor(Translated, QWidget):
    """Show one annotation and tell what a person changes of it.

    What is being written is told before another annotation is shown; call `flush` before
    the window closes.
    """

    values_changed = Signal(int, object)
    memo_changed = Signal(int, str)
    certainty_changed = Signal(int, object)
    delete_requested = Signal(int)
    unread = Signal(object)  # the words that say so
    add_category_requested = Signal(str, str, str)
    text_wanted = Signal()
    merge_wanted = Signal(str, str)

    def __init__(self, source: Source, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._theme = theme
        self._annotation: Annotation | None = None
        self._form: AnnotationForm | None = None
        self._read_only = False
        self._unread: dict[int, dict[str, str]] = {}
        self._title = QLabel()
        self._beside_title = ElidedLabel(theme)
        self._borders = QLabel()
        self._quote = ElidedLabel(theme, "text")
        self._scales: tuple[CodeList, ...] = ()  # what the form's buttons were made of
        self._delete = QPushButton()
        self._delete.clicked.connect(self._on_delete)
        self._state = QVBoxLayout()
        self._empty = QLabel()
        self._empty.setWordWrap(True)
        self._empty.setMargin(_AROUND)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = QScrollArea()
        self._lay_out()
        self.set_theme(theme)
        self._retranslate()

    def _lay_out(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setMinimumHeight(_LOWEST)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._beside_title, 1)
        head.addWidget(self._delete)
        layout.addLayout(head)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._quote, 1)
        where.addWidget(self._borders)
        layout.addLayout(where)
        layout.addLayout(self._state)
        layout.addWidget(self._scroll, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)

    # --- what is shown

    @property
    def form(self) -> AnnotationForm | None:
        """The form, None while no annotation is shown."""
        return self._form

    @property
    def annotation(self) -> Annotation | None:
        """The annotation as it was shown last."""
        return self._annotation

    def set_read_only(self) -> None:
        """Show annotations without letting anybody change them."""
        self._read_only = True
        self._delete.setEnabled(False)

    def show_annotation(self, annotation: Annotation | None) -> None:
        """Show an annotation, or show it again as it is now; None shows nothing."""
        again = (
            annotation is not None
            and self._annotation is not None
            and self._annotation.id == annotation.id
        )
        if not again:
            self.flush()
            self._keep_unread()
        self._annotation = annotation
        if annotation is None:
            self._discard_form()
            self._stack.setCurrentIndex(0)
            return
        layer = self._source.codebook.layer(annotation.layer)
        scales = short_scales(self._source.codebook, layer)
        as_before = self._form is not None and (self._form.layer, self._scales) == (layer, scales)
        if not again or not as_before:
            self._make_form(layer, annotation)
            self._scales = scales
        self._fill(annotation, keep_memo=again)
        self._stack.setCurrentIndex(1)

    def wanted_height(self) -> int:
        """Return the height that shows the whole form, 0 while there is none."""
        if self._form is None:
            return 0
        around = self.height() - self._scroll.height() if self._scroll.isVisible() else 0
        layout = self._form.layout()
        inner = self._scroll.viewport().width()
        return around + (layout.totalHeightForWidth(inner) if layout else 0)

    def _make_form(self, layer: Layer, annotation: Annotation) -> None:
        self._discard_form()
        form = AnnotationForm(layer, self._source, self._theme)
        number = annotation.id
        form.committed.connect(partial(self._on_committed, number))
        form.memo_changed.connect(partial(self.memo_changed.emit, number))
        form.certainty_changed.connect(partial(self.certainty_changed.emit, number))
        form.submitted.connect(self._on_submitted)
        form.reached.connect(self._reach)
        form.save_in_pauses()
        if self._read_only:
            form.set_read_only()
        form.add_requested.connect(self.add_category_requested)
        form.merge_wanted.connect(self.merge_wanted)
        if annotation.span is not None:
            form.set_passage(Passage(annotation.article, annotation.span), number)
        self._form = form
        self._scroll.setWidget(form)
        form.setAutoFillBackground(False)
        self._state.addWidget(form.state)
        self._retranslate()

    def _discard_form(self) -> None:
        form, self._form = self._form, None
        if form is None:
            return
        self._scroll.takeWidget()
        form.setParent(self)  # what dies a little later must not outlive the window
        form.state.hide()
        form.state.deleteLater()
        form.hide()
        form.deleteLater()

    def _fill(self, annotation: Annotation, keep_memo: bool) -> None:
        form = self._form
        assert form is not None
        form.set_values(annotation.values)
        form.certainty.set_values((annotation.certainty.value,))
        if not (keep_memo and form.memo.is_unsaved()):
            form.memo.set_memo(annotation.memo)
        self._quote.set_text(f"“{annotation.quote}”".replace("\n", " ") if annotation.quote else "")
        self._borders.setText(self._told_borders(annotation))
        if not keep_memo:
            form.show_unusual(annotation.values)
            self._put_back(form, annotation.id)

    def _keep_unread(self) -> None:
        """Say what was typed and is no value, and keep it until its annotation is shown again."""
        if self._form is None or self._annotation is None:
            return
        for key, text in self._form.unread().items():
            self._unread.setdefault(self._annotation.id, {})[key] = text
            row = self._form.row(key)
            self.unread.emit(partial(self._told_unread, row.variable, row.complaint() or text))

    def _told_unread(self, variable: Variable, complaint: str) -> str:
        sentence = self.tr("{field}: {complaint}")
        return sentence.format(field=name_of(variable), complaint=complaint)

    def _put_back(self, form: AnnotationForm, number: int) -> None:
        for key, text in self._unread.pop(number, {}).items():
            if form.row(key).variable.folded:
                form.fold.setChecked(True)
            form.row(key).field.write(text)

    def save_unread(self) -> None:
        """Take what is no value into the memo: nobody can mend it any more."""
        if self._form is not None and self._form.unread():
            self._form.memo.edit.setPlainText(self._form.memo_with_unread())
            self.flush()

    def _told_borders(self, annotation: Annotation) -> str:
        span = annotation.span
        if annotation.unplaced:
            return self.tr("△ lost its place: Edit, Place anew")
        if span is None:
            return ""
        paragraph = self._source.segments(annotation.article).paragraph_number(span.start)
        return f"¶{paragraph} · {span.start}–{span.end}"

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return the entry of what the annotation is marked with."""
        shown = self._annotation
        return entry_of(self._source.codebook, shown) if shown is not None else None

    # --- what a person changes

    def flush(self) -> None:
        """Tell of everything that is written and not told yet."""
        if self._form is not None:
            self._form.commit()
            self._form.memo.flush()

    def _on_committed(self, number: int, values: Values) -> None:
        self.values_changed.emit(number, values)

    def _on_submitted(self) -> None:
        self.flush()
        self.text_wanted.emit()

    def _reach(self, row: QWidget) -> None:
        self._scroll.ensureWidgetVisible(row, 0, 12)

    def _on_delete(self) -> None:
        if self._annotation is not None:
            self.delete_requested.emit(self._annotation.id)

    def focus_first(self) -> None:
        """Put the keyboard into the first field that is not filled."""
        if self._form is not None:
            self._form.focus_first()

    def category_added(self, code_list: str, key: str) -> None:
        """Choose a category just added where it was asked for."""
        if self._form is not None:
            self._form.category_added(code_list, key)

    def complain(self, key: str, sentence: str) -> None:
        """Say under a variable's field why its value was refused."""
        if self._form is not None and self._annotation is not None:
            self._form.complain(key, sentence, self._annotation.values.get(key, ()))

    def memo_refused(self, number: int) -> None:
        """Take the memo of an annotation, if it is shown, for unsaved again."""
        if self._form is not None and self._annotation and self._annotation.id == number:
            self._form.memo.tell_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        super().closeEvent(event)

    # --- looks

    def _retranslate(self) -> None:
        self._empty.setText(self.tr("Click an annotation in the text or the table to edit it."))
        self._delete.setText(self.tr("Delete"))
        self._delete.setToolTip(self.tr("Remove this annotation (Delete); it can be undone"))
        if self._form is not None:
            layer = self._form.layer
            self._title.setText(f"<b>{name_of(layer)}</b>")
            self._title.setToolTip(layer_tip(layer))
            self._beside_title.set_text(other(layer.label))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        for label in (self._empty, self._borders):
            palette = label.palette()
            palette.setColor(palette.ColorRole.WindowText, theme.colour("muted"))
            label.setPalette(palette)
        self._quote.set_theme(theme)
        self._beside_title.set_theme(theme)
        if self._form is not None:
            self._form.set_theme(theme)
