"""A short closed list as a row of buttons: one click, one digit, or the arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workbench.app.places import Place
from workbench.domain.values import Scalar
from workbench.ui.tags.field import Field, Given
from workbench.ui.tags.flow import FlowLayout
from workbench.ui.tags.paint import smaller
from workbench.ui.theme import Theme

_PADDING = 6
_EDGE = 2


@dataclass(frozen=True, slots=True)
class Option:
    """One button: its value, its label, a small sign such as the score, its rules, its entry."""

    value: Scalar
    label: str
    sign: str = ""
    tip: str = ""
    entry: Place | None = None


class Segment(QAbstractButton):
    """One of the buttons; the keyboard is with the row."""

    def __init__(self, option: Option, digit: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.option = option
        self.digit = digit
        self.theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_option(option)

    def set_option(self, option: Option) -> None:
        """Show another wording."""
        self.option = option
        self.setText(option.label)
        self.setToolTip(option.tip)
        self.setAccessibleName(f"{option.label} {option.sign}".strip())
        self.updateGeometry()

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return the entry of the value."""
        return self.option.entry

    def _small(self) -> QFontMetrics:
        return QFontMetrics(smaller(self.font()))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * _PADDING
        width += self._small().horizontalAdvance(str(self.digit)) + 5
        if self.option.sign:
            width += self._small().horizontalAdvance(self.option.sign) + 6
        return QSize(width, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.theme.colour
        chosen = self.isChecked()
        ground = "accent" if chosen else ("hover" if self.underMouse() else "article")
        painter.setBrush(colour(ground))
        painter.setPen(QPen(colour("accent" if chosen else "line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        room = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.setFont(smaller(self.font()))
        painter.setPen(colour("accent_text" if chosen else "muted"))
        painter.drawText(room, left, str(self.digit))
        painter.drawText(room, right, self.option.sign)
        room.setLeft(room.left() + self._small().horizontalAdvance(str(self.digit)) + 5)
        painter.setFont(self.font())
        painter.setPen(colour("accent_text" if chosen else "text"))
        painter.drawText(room, left, self.text())


class Segments(Field):
    """Choose one of at most nine values; `make` returns them in the interface's language."""

    def __init__(
        self,
        make: Callable[[], Sequence[Option]],
        theme: Theme,
        parent: QWidget | None = None,
        required: bool = False,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._required = required
        self._theme = theme
        self._value: Given = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._flow = flow = FlowLayout(self, spacing=3)
        flow.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self.buttons: list[Segment] = []
        for digit, option in enumerate(make(), 1):
            button = Segment(option, digit, theme, self)
            button.clicked.connect(lambda _checked=False, each=button: self._toggle(each))
            flow.addWidget(button)
            self.buttons.append(button)
        # A scale keeps its line, what lies off it comes below.
        off = [each for each in self.buttons if not each.option.sign]
        if off and len(off) < len(self.buttons):
            flow.break_before = off[0]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def full_width(self) -> int:
        """Return the width that keeps a scale, or all that there is, in one line."""
        scale = [each for each in self.buttons if each.option.sign] or self.buttons
        widths = [each.sizeHint().width() for each in scale]
        return sum(widths) + self._flow.spacing() * max(len(widths) - 1, 0) + 2 * _EDGE

    def values(self) -> Given:
        return self._value

    def set_values(self, values: Given) -> None:
        self._value = values[:1]
        for button in self.buttons:
            button.setChecked((button.option.value,) == self._value)

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return the entry of the value that is chosen."""
        chosen = (each.option.entry for each in self.buttons if each.isChecked())
        return next(chosen, None) if at is None else None

    def _toggle(self, button: Segment) -> None:
        """Choose a button; choosing it again takes it back."""
        again = (button.option.value,) == self._value
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._choose(None if again and not self._required else button)

    def _choose(self, button: Segment | None) -> None:
        before = self._value
        self.set_values((button.option.value,) if button else ())
        if self._value != before:
            self.committed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(self.buttons):
            self._choose(self.buttons[key - Qt.Key.Key_1])
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._step(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._step(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not self._required:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        if not self.buttons:
            return
        chosen = [place for place, each in enumerate(self.buttons) if each.isChecked()]
        place = chosen[0] + by if chosen else (0 if by > 0 else -1)
        self._choose(self.buttons[place % len(self.buttons)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 1.4))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.7, 0.7, -0.7, -0.7), 5, 5)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        for button, option in zip(self.buttons, self._make(), strict=True):
            button.set_option(option)
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in self.buttons:
            button.theme = theme
        self.update()
