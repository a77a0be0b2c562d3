"""The bar above the article in which one types what is to be found in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from workbench.ui.filter_box import FilterBox
from workbench.ui.icons import themed_icon
from workbench.ui.theme import Theme
from workbench.ui.translated import Translated

_NARROWEST = 60


class _Line(FilterBox):
    """Return goes on, with Shift back; Escape closes the bar, full or empty."""

    stepped = Signal(int)
    closed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class FindBar(Translated, QFrame):
    """Words, how many hits they have, and the ways through them."""

    typed = Signal(str)
    stepped = Signal(int)
    all_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = _Line()
        self.line.setMinimumWidth(_NARROWEST)
        self.count = QLabel()
        self.back, self.on = QToolButton(autoRaise=True), QToolButton(autoRaise=True)
        self.mark_all = QPushButton()
        self._close = QToolButton(autoRaise=True)
        self._lay_out()
        self._connect()
        self.setAutoFillBackground(True)
        self.set_theme(theme)
        self._retranslate()
        self.tell(0, None)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        row.setSpacing(6)
        row.addWidget(self.line, stretch=1)
        row.addWidget(self.count)
        for button in (self.back, self.on, self.mark_all):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._close)

    def _connect(self) -> None:
        self.line.textChanged.connect(self.typed)
        self.line.stepped.connect(self.stepped)
        self.line.left.connect(lambda: self.stepped.emit(1))
        self.line.closed.connect(self.closed)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.mark_all.clicked.connect(self.all_wanted)
        self._close.clicked.connect(self.closed)

    def begin(self, words: str) -> None:
        """Take the keyboard, with `words` to search for, where there are some, selected."""
        if words:
            self.line.setText(words)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell(self, count: int, number: int | None) -> None:
        """Tell how many hits there are, and at which one is (from 0)."""
        told = self._told(count, number)
        self.count.setText(told)
        self.line.setAccessibleDescription(told)
        for button in (self.back, self.on, self.mark_all):
            button.setEnabled(count > 0)

    def _told(self, count: int, number: int | None) -> str:
        if not self.line.text().strip():
            return ""
        if not count:
            return self.tr("Not found")
        if number is None:
            return self.tr("Hits: {count}").format(count=f"{count:,}")
        told = self.tr("{number} of {count}")
        return told.format(number=f"{number + 1:,}", count=f"{count:,}")

    def set_theme(self, theme: Theme) -> None:
        """Draw the buttons in the colours of `theme`."""
        for button, icon in ((self.back, "back"), (self.on, "forward"), (self._close, "close")):
            button.setIcon(themed_icon(icon, theme))

    def _retranslate(self) -> None:
        widest = self.tr("{number} of {count}").format(number=888, count=888)
        # Room for it at once: nothing moves while one types.
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance(widest))
        self.line.name_it(self.tr("Find in the article"))
        self.mark_all.setText(self.tr("Mark all…"))
        self.mark_all.setToolTip(self.tr("Mark all occurrences"))
        for button, told in (
            (self.back, self.tr("Previous hit")),
            (self.on, self.tr("Next hit")),
            (self._close, self.tr("Close (Esc)")),
        ):
            button.setToolTip(told)
            button.setAccessibleName(told)
