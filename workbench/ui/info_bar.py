"""One sentence at the top of the centre: a refusal or a result, never in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from workbench.ui.icons import themed_icon
from workbench.ui.theme import Theme

_ICON = 20


class InfoBar(QFrame):
    """Show the latest sentence until it is closed or the next one comes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = "warn"
        self._follow: Callable[[], None] | None = None
        self._mark = QLabel()
        self._sentence = QLabel(wordWrap=True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.clicked.connect(self._on_button)
        self._close = QToolButton(autoRaise=True)
        self._close.clicked.connect(self.hide)
        self._lay_out()
        self.setAutoFillBackground(True)
        self.hide()
        self._retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, stretch=1)
        row.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)

    @property
    def sentence(self) -> str:
        """The sentence that is shown, empty if none."""
        return "" if self.isHidden() else self._sentence.text()

    def refuse(self, sentence: str) -> None:
        """Show what was refused, and what to do."""
        self._show("warn", sentence, "", None)

    def tell(
        self, sentence: str, button: str = "", follow: Callable[[], None] | None = None
    ) -> None:
        """Show a result, with a button for what may follow it."""
        self._show("ok", sentence, button, follow)

    def offer(self, button: str, follow: Callable[[], None]) -> None:
        """Add a button to the sentence that is shown: what may be done about it."""
        self._show(self._kind, self._sentence.text(), button, follow)

    def _show(
        self, kind: str, sentence: str, button: str, follow: Callable[[], None] | None
    ) -> None:
        self._kind = kind
        self._follow = follow
        self._sentence.setText(sentence)
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(sentence)
        self._paint()
        self.show()

    def _on_button(self) -> None:
        if self._follow is not None:
            self._follow()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        if not self.isHidden():
            self._paint()

    def _paint(self) -> None:
        theme = self._theme
        palette = theme.palette()
        ground = theme.colour("info_bar" if self._kind == "warn" else "hover")
        palette.setColor(palette.ColorRole.Window, ground)
        self.setPalette(palette)
        self._mark.setPixmap(themed_icon(self._kind, theme, self._kind).pixmap(_ICON, _ICON))
        self._close.setIcon(themed_icon("close", theme, "muted"))
        self._close.setIconSize(QSize(16, 16))

    def _retranslate(self) -> None:
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close this message"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
