"""The form of a new stance, claim or event, beside the passage that is selected."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.app.places import Place, place_of_layer
from workbench.domain.annotation import Certainty
from workbench.domain.codebook import Layer
from workbench.domain.text import Span
from workbench.domain.values import Values, defaults
from workbench.ui.tags.elided import ElidedLabel
from workbench.ui.tags.form import AnnotationForm
from workbench.ui.tags.labels import layer_tip, name_of, other
from workbench.ui.tags.placement import place_beside
from workbench.ui.tags.source import Passage, Source
from workbench.ui.theme import Theme
from workbench.ui.translated import Translated

_WIDTH = 560
_MOST_INNER = 720
_SHADOW = 8
_MARGIN = 12


@dataclass(frozen=True, slots=True)
class Written:
    """What a coder has put into a form."""

    values: Values
    memo: str = ""
    certainty: Certainty = Certainty.SURE


class FormPopup(Translated, QWidget):
    """A form that hangs inside its window; nothing is marked until it is saved.

    `saved` brings layer key, span, values, memo and certainty; the values hold the defaults
    that the coder let stand.
    """

    saved = Signal(str, object, object, str, object)
    cancelled = Signal(str)
    add_category_requested = Signal(str, str, str)
    merge_wanted = Signal(str, str)

    def __init__(self, source: Source, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._source = source
        self._theme = theme
        self._form: AnnotationForm | None = None
        self._passage: Passage | None = None
        self._beside = QRect()
        self._title = QLabel()
        self._beside_title = QLabel()
        self._quote = ElidedLabel(theme)
        self._hint = ElidedLabel(theme)
        self._state = QVBoxLayout()
        self._save = QPushButton()
        self._cancel = QPushButton()
        self._scroll = self._make_scroll()
        self._lay_out()
        self._save.clicked.connect(self._try_to_save)
        self._cancel.clicked.connect(self.cancel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        window.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    def _make_scroll(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        return scroll

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        edge = _SHADOW + _MARGIN
        layout.setContentsMargins(edge, edge - 2, edge, edge - 2)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._beside_title)
        head.addWidget(self._quote, 1)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._state)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        layout.addLayout(foot)

    # --- life

    @property
    def form(self) -> AnnotationForm | None:
        """The form, None while nothing is being marked."""
        return self._form

    def open_for(
        self,
        layer: Layer,
        passage: Passage,
        beside: QRect,
        written: Written | None = None,
    ) -> None:
        """Ask for a new annotation of `layer`; `beside` is the passage in the window.

        `written` gives a form back as it was left; without it the defaults stand there.
        """
        self._discard()
        self._passage = passage
        self._beside = beside
        form = AnnotationForm(layer, self._source, self._theme, brief=True)
        form.set_passage(passage)
        given = written or Written(defaults(self._source.codebook, layer))
        form.set_values(given.values)
        form.memo.set_memo(given.memo)
        form.certainty.set_values((given.certainty.value,))
        form.show_unusual(given.values)
        form.ended.connect(self._try_to_save)
        form.submitted.connect(self._try_to_save)
        form.reached.connect(self._reach)
        form.installEventFilter(self)
        form.add_requested.connect(self.add_category_requested)
        form.merge_wanted.connect(self.merge_wanted)
        self._form = form
        self._scroll.setWidget(form)
        form.setAutoFillBackground(False)
        self._state.addWidget(form.state)
        self._retranslate()
        self.place()
        self.show()
        self.raise_()
        form.focus_first()

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return the entry of the layer that is being marked."""
        return place_of_layer(self._form.layer.key) if self._form is not None else None

    def _reach(self, row: QWidget) -> None:
        self._scroll.ensureWidgetVisible(row, 0, 12)

    def _discard(self) -> None:
        form, self._form = self._form, None
        if form is None:
            return
        self._scroll.takeWidget()
        form.setParent(self)  # what dies a little later must not outlive the window
        form.state.hide()
        form.state.deleteLater()
        form.deleteLater()

    def _try_to_save(self) -> None:
        form, passage = self._form, self._passage
        if form is None or passage is None:
            return
        wrong = form.commit()
        if wrong is not None:
            form.focus_row(wrong)
            return
        given = (form.layer.key, passage.span, dict(form.values()))
        memo, certainty = form.memo.memo(), form.chosen_certainty()
        self._close()
        self.saved.emit(*given, memo, certainty)

    def keep(self) -> bool:
        """Save what is written, complete or not, because one goes on elsewhere.

        A form that holds nothing but its defaults is closed. Returns whether one was saved.
        """
        form, passage = self._form, self._passage
        if form is None or passage is None:
            return False
        form.commit()
        written = Written(form.values(), form.memo_with_unread(), form.chosen_certainty())
        if written == Written(defaults(self._source.codebook, form.layer)):
            self.cancel()
            return False
        self._close()
        self.saved.emit(
            form.layer.key, passage.span, written.values, written.memo, written.certainty
        )
        return True

    def take_keyboard(self) -> None:
        """Stand before everything else again, with the keyboard in the form."""
        if self._form is not None:
            self.raise_()
            self._form.focus_first()

    def refresh_codebook(self) -> None:
        """Offer, and hold, only what the codebook has now."""
        if self._form is not None:
            self._form.forget_lost_categories()

    def cancel(self) -> None:
        """Close without marking anything, and say so."""
        if self._form is not None:
            self._close()
            self.cancelled.emit(self.tr("Nothing was marked."))

    def _close(self) -> None:
        self._discard()
        self.hide()

    def category_added(self, code_list: str, key: str) -> None:
        """Choose a category just added where it was asked for."""
        if self._form is not None:
            self._form.category_added(code_list, key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        # What the form has no use for must not reach the text behind it.
        event.accept()

    # --- place

    def place(self) -> None:
        """Stand beside the passage, inside the window."""
        form, window = self._form, self.parentWidget()
        if form is None or window is None:
            return
        bounds = window.rect().adjusted(4, 4, -4, -4)
        around = 2 * (_SHADOW + _MARGIN)
        # With a scroll bar, too: where it comes, it must not break the scale and so stay.
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        inner = min(form.full_width() + bar, _MOST_INNER)
        wanted = max(_WIDTH + 2 * _SHADOW, inner + around)
        width = min(wanted, bounds.width())
        inner = width - around
        height = self.layout_height(inner)
        self.setGeometry(place_beside(QSize(width, height), self._beside, bounds))

    def layout_height(self, inner: int) -> int:
        """Return the height wanted where the form is `inner` wide."""
        form = self._form
        assert form is not None
        form.resize(inner, form.height())
        layout = form.layout()
        wanted = layout.totalHeightForWidth(inner) if layout else 0
        around = self._title.sizeHint().height() + self._save.sizeHint().height()
        around += form.state.heightForWidth(inner) + 4 * 6 + 2 * (_SHADOW + _MARGIN)
        return wanted + around

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._form and self.isVisible() and _is_escape(event):
            self.take_keyboard()  # nobody else had a use for it: one has left the form
            return True
        wanted = QEvent.Type.LayoutRequest if watched is self._form else QEvent.Type.Resize
        if event.type() == wanted and self.isVisible():
            self.place()
        return False

    # --- looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = self._theme.colour("text") if self._theme.name == "light" else None
        for step in range(_SHADOW if shadow else 0):
            assert shadow
            shadow.setAlpha(3 + step)
            painter.setBrush(shadow)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(step, step, -step, -step), 9, 9)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("panel"))
        edge = _SHADOW - 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 7, 7)

    def _retranslate(self) -> None:
        self._save.setText(self.tr("Save"))
        self._cancel.setText(self.tr("Cancel"))
        self._hint.set_text(self.tr("Enter: next · Ctrl+Enter: save · Esc: cancel"))
        form = self._form
        if form is None or self._passage is None:
            return
        self._title.setText(f"<b>{name_of(form.layer)}</b>")
        self._title.setToolTip(layer_tip(form.layer))
        self._beside_title.setText(other(form.layer.label))
        self._quote.set_text(self._shown_quote(self._passage.span))
        self.setAccessibleName(name_of(form.layer))

    def _shown_quote(self, span: Span) -> str:
        assert self._passage
        quote = self._source.text(self._passage.article)[span.start : span.end]
        return f"“{quote}”".replace("\n", " ")

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        muted = self._beside_title.palette()
        muted.setColor(muted.ColorRole.WindowText, theme.colour("muted"))
        self._beside_title.setPalette(muted)
        self._hint.set_theme(theme)
        self._quote.set_theme(theme)
        if self._form is not None:
            self._form.set_theme(theme)
        self.update()


def _is_escape(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() == Qt.Key.Key_Escape
