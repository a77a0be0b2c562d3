"""One sentence at the top of the centre: a refusal or a result, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from workbench.ui.icons import themed_icon
from workbench.ui.theme import Theme
from workbench.ui.translated import Translated

_ICON = 20
_MOST_LINES = 4  # that are told at once; further ones are scrolled to

# Gives the words in the language of the interface: they are told anew when it changes.
Words = Callable[[], str]


def _nothing() -> str:
    return ""


@dataclass(frozen=True)
class _Notice:
    """What is told, what may follow it, and as long as what holds it stays."""

    kind: str
    sentence: Words
    button: Words = _nothing
    follow: Callable[[], None] | None = None
    holds: Callable[[], bool] | None = None


class InfoBar(Translated, QFrame):
    """Show the latest sentence until it is closed, holds no more, or the next one comes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notice = _Notice("warn", _nothing)
        self._mark = QLabel()
        self._words = _Lines()
        self._sentence = self._words.label
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
        row.addWidget(self._words, stretch=1, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)

    @property
    def sentence(self) -> str:
        """The sentence that is shown, empty if none."""
        return "" if self.isHidden() else self._sentence.text()

    def refuse(self, sentence: Words, holds: Callable[[], bool] | None = None) -> None:
        """Show what was refused, and what to do."""
        self._show(_Notice("warn", sentence, holds=holds))

    def tell(
        self,
        sentence: Words,
        button: Words = _nothing,
        follow: Callable[[], None] | None = None,
        holds: Callable[[], bool] | None = None,
    ) -> None:
        """Show a result, with a button for what may follow it."""
        self._show(_Notice("ok", sentence, button, follow, holds))

    def offer(self, button: Words, follow: Callable[[], None]) -> None:
        """Add a button to the sentence that is shown: what may be done about it."""
        self._show(replace(self._notice, button=button, follow=follow))

    def look_again(self) -> None:
        """Tell anew what is told, or let it go if it no longer holds: something has changed."""
        if self.isHidden() or self._notice.holds is None:
            return
        if self._notice.holds():
            self._write()
        else:
            self.hide()

    def go_on(self) -> None:
        """Let a refusal go too: it spoke of before a step was taken, or of another article."""
        if self._notice.kind == "warn" and self._notice.holds is None:
            self.hide()
        self.look_again()

    def _show(self, notice: _Notice) -> None:
        self._notice = notice
        self._write()
        self._paint()
        self.show()

    def _write(self) -> None:
        sentence, button = self._notice.sentence(), self._notice.button()
        self._words.set_text(sentence)
        self.setAccessibleName(sentence)
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))

    def _on_button(self) -> None:
        if self._notice.follow is not None:
            self._notice.follow()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        if not self.isHidden():
            self._paint()

    def _paint(self) -> None:
        theme = self._theme
        palette = theme.palette()
        kind = self._notice.kind
        ground = theme.colour("info_bar" if kind == "warn" else "hover")
        palette.setColor(palette.ColorRole.Window, ground)
        self.setPalette(palette)
        self._mark.setPixmap(themed_icon(kind, theme, kind).pixmap(_ICON, _ICON))
        self._close.setIcon(themed_icon("close", theme, "muted"))
        self._close.setIconSize(QSize(16, 16))

    def _retranslate(self) -> None:
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close this message"))
        if not self.isHidden():
            self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


class _Lines(QScrollArea):
    """A few lines as high as they are; more than a few are scrolled, by key too."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel(wordWrap=True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWidget(self.label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for each in (self.viewport(), self.label):
            each.setAutoFillBackground(False)

    def set_text(self, text: str) -> None:
        """Show another text from its beginning."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self.verticalScrollBar().setValue(0)
        self._fit()

    def _fit(self) -> None:
        wanted = max(0, self.label.heightForWidth(self.width()))
        most = _MOST_LINES * self.label.fontMetrics().lineSpacing() + 2
        self.setFixedHeight(min(wanted, most))
        hidden = wanted > most
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if hidden else Qt.FocusPolicy.NoFocus)
        self.setToolTip(self.label.text() if hidden else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become as high as the text is at another width."""
        super().resizeEvent(event)
        self._fit()
