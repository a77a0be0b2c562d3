"""Fields that are written in sentences."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.tags.field import Field, Given
from workbench.ui.tags.paint import paint_box
from workbench.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAUSE = 800  # milliseconds without a key, after which what is written is saved


class GrowingText(QPlainTextEdit):
    """A few lines of text that grow with what is written; Tab goes on."""

    focused = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self, lines: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Its box paints the ground.
        self.setStyleSheet("QPlainTextEdit { background: transparent; border: 0; }")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def written(self) -> str:
        """Return the text as it was written, no-break spaces kept."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def _fit(self) -> None:
        least, most = (lines * self.fontMetrics().lineSpacing() for lines in self._lines)
        margin = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        self.setFixedHeight(min(max(self._wanted(most), least), most) + margin + 2)

    def _wanted(self, most: int) -> int:
        """Return the height of the text: a line of Chinese may be higher than the font's."""
        height, block = 0.0, self.document().begin()
        while block.isValid() and height < most:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return ceil(height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fit)  # lines that were never seen have no height yet

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()  # another width breaks the lines elsewhere

    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in _ENTER
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TextBox(QWidget):
    """The box around a text."""

    def __init__(self, edit: GrowingText, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._edit = edit
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3, 1, 2, 1)
        layout.addWidget(edit)
        edit.focused.connect(lambda: self.update())
        edit.left.connect(lambda: self.update())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self.theme, self.rect(), self._edit.hasFocus())


class TextField(Field):
    """A sentence; Enter goes on, Shift+Enter begins a new line. It grows to `most` lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, most: int = 5) -> None:
        super().__init__(parent)
        self._given = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.commit)
        self.edit = GrowingText((1, most))
        self._box = TextBox(self.edit, theme, self)
        self.edit.left.connect(self.commit)
        self.edit.entered.connect(self._on_enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self.setFocusProxy(self.edit)

    def values(self) -> Given:
        return (self._given,) if self._given else ()

    def set_values(self, values: Given) -> None:
        text = str(values[0]) if values else ""
        if text != self._given:
            self._given = text
            self.edit.setPlainText(text)
            self._pause.stop()

    def save_in_pauses(self) -> None:
        self.edit.textChanged.connect(self._pause.start)

    def commit(self) -> bool:
        """Take what is written, without white space around it."""
        self._pause.stop()
        text = self.edit.written().strip()
        if text != self._given:
            self._given = text
            self.committed.emit()
        return True

    def _on_enter(self) -> None:
        self.commit()
        self.finished.emit()

    def set_theme(self, theme: Theme) -> None:
        self._box.theme = theme
        self._box.update()


class MemoField(QWidget):
    """A memo that is told when it is left, after a pause, and when asked to.

    It counts as saved once it is told, unless `tell_again` says that it was refused.
    """

    written = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = self._before = ""
        self.edit = GrowingText((2, 8))
        self._box = TextBox(self.edit, theme, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self.edit.textChanged.connect(self._on_text)
        self.edit.left.connect(self.flush)
        self.edit.entered.connect(self._new_line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self.setFocusProxy(self.edit)

    def memo(self) -> str:
        """Return the memo as it is written."""
        return self.edit.written()

    def set_memo(self, memo: str) -> None:
        """Show a memo that is saved already."""
        self._pause.stop()
        self._saved = self._before = memo
        if memo != self.edit.written():
            self.edit.setPlainText(memo)
            self._pause.stop()

    def is_unsaved(self) -> bool:
        """Tell whether something is written that was not told yet."""
        return self.memo() != self._saved

    def flush(self) -> None:
        """Tell what is written and not saved."""
        self._pause.stop()
        if self.is_unsaved():
            self._before, self._saved = self._saved, self.memo()
            self.written.emit(self.memo())

    def tell_again(self) -> None:
        """Take what was told last for unsaved: it was refused."""
        self._saved = self._before

    def _on_text(self) -> None:
        if self.is_unsaved():
            self._pause.start()

    def _new_line(self) -> None:
        self.edit.insertPlainText("\n")

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._box.theme = theme
        self._box.update()
