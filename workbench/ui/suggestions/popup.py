"""The small card of one suggestion: what it would be, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.ui.tags.placement import place_beside
from workbench.ui.theme import Theme

_WIDTH = 380
_MARGIN = 12
_EDGE = 4  # between the card and the window's border
_RADIUS = 8.0


@dataclass(frozen=True, slots=True)
class Choice:
    """A category that may be accepted: key and name; what it is and its rules as rich text."""

    key: str
    name: str
    short: str
    rules: str


class SuggestionPopup(QWidget):
    """A card inside its window, beside the passage; it takes no keyboard unless asked to.

    So a double click on the passage still selects the word.
    """

    accepted = Signal(str)  # the category's key
    rejected = Signal()
    other_wanted = Signal()
    all_here_wanted = Signal(str)
    all_wanted = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._choices: list[QPushButton] = []
        self._rules = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self._column, self._accepting = QVBoxLayout(self), QVBoxLayout()
        self._reject, self._other = QPushButton(), QPushButton()
        self._all_here, self._all = QPushButton(flat=True), QPushButton(flat=True)
        self._key = ""
        self._lay_out()
        self._connect()
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)
        self._retranslate()
        self.hide()

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(6)
        column.addWidget(self._rules)
        column.addLayout(self._accepting)
        for buttons in ((self._reject, self._other), (self._all_here, self._all)):
            row = QHBoxLayout()
            for button in buttons:
                row.addWidget(button)
            column.addLayout(row)

    def _connect(self) -> None:
        self._reject.clicked.connect(self.rejected)
        self._other.clicked.connect(self.other_wanted)
        self._all_here.clicked.connect(lambda: self.all_here_wanted.emit(self._key))
        self._all.clicked.connect(lambda: self.all_wanted.emit(self._key))

    # --- life ----------------------------------------------------------------

    def open_for(
        self, title: str, choices: Sequence[Choice], beside: QRect, *, focus: bool = False
    ) -> None:
        """Show what may be accepted; `beside` is the passage in the window."""
        only = choices[0] if len(choices) == 1 else None
        self._key = only.key if only else ""
        self._rules.setText(only.short if only else title)
        self._rules.setToolTip(only.rules if only else "")
        self._fill(choices)
        for button in (self._all_here, self._all):
            button.setVisible(only is not None)
        self.setAccessibleName(title)
        self._place(beside)
        self.show()
        self.raise_()
        if focus:
            self._choices[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self, choices: Sequence[Choice]) -> None:
        for button in self._choices:
            # Without a parent it would die at once, perhaps in the midst of its own click.
            self._accepting.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._choices = [self._button(each, len(choices) == 1) for each in choices]
        for button in self._choices:
            self._accepting.addWidget(button)
        for before, after in zip(self._choices, [*self._choices[1:], self._reject], strict=True):
            self.setTabOrder(before, after)

    def _button(self, choice: Choice, only: bool) -> QPushButton:
        text = self.tr("Accept") if only else choice.name
        button = QPushButton(text.replace("&", "&&"), autoDefault=True)
        button.setAccessibleName(self.tr("Accept: {name}").format(name=choice.name))
        if not only:
            button.setToolTip(choice.rules)
        button.clicked.connect(partial(self.accepted.emit, choice.key))
        return button

    def _place(self, beside: QRect) -> None:
        bounds = self._window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        width = min(_WIDTH, bounds.width())
        self._column.activate()
        least = self._column.minimumSize().height()
        height = max(self._column.heightForWidth(width), least)
        self.setGeometry(place_beside(QSize(width, height), beside, bounds))

    def close_card(self) -> None:
        """Take the card away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    # --- events --------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, up and down go from button to button."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the window becomes smaller: the passage has moved."""
        if event.type() == QEvent.Type.Resize:
            self.close_card()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.close_card()
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._reject.setText(self.tr("Reject"))
        self._other.setText(self.tr("Other category…"))
        self._all_here.setText(self.tr("All in this article"))
        self._all.setText(self.tr("All in the project…"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and its border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("panel"))
        painter.setPen(QPen(self._theme.colour("line"), 1.0))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS
        )
        painter.end()
