"""Fields that the forms of coding do not need: lines, names one a line, choices, a colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.values import Scalar
from workbench.ui.tags.field import Field, Given
from workbench.ui.tags.paint import paint_box
from workbench.ui.tags.text_fields import GrowingText, TextBox
from workbench.ui.tags.type_ahead import TypeAhead
from workbench.ui.theme import Theme

Option = tuple[Scalar, str]
#: Hues that tell groups of categories apart, on light and on dark ground.
HUES = (
    *("#1f77b4", "#17a2b8", "#2a9d8f", "#2ca02c", "#8fae1b", "#d4a017"),
    *("#e07b00", "#d62728", "#c2185b", "#8e44ad", "#5c6bc0", "#795548"),
)
_SWATCH = 14


class WordLine(Field):
    """One line of words; it is taken when it is left or with Enter."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: Given = ()
        self._theme = theme
        self.edit = TypeAhead(self)
        self.edit.left.connect(lambda: self._on_left())
        self.edit.focused.connect(lambda: self.update())
        self.edit.returnPressed.connect(self._on_enter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 3, 5, 3)
        layout.addWidget(self.edit)
        self.setFocusProxy(self.edit)

    def values(self) -> Given:
        return self._given

    def set_values(self, values: Given) -> None:
        if values != self._given:
            self._given = values
            self.edit.setText(str(values[0]) if values else "")
            self.edit.setCursorPosition(0)

    def commit(self) -> bool:
        """Take what is written, without white space around it."""
        text = self.edit.text().strip()
        given: Given = (text,) if text else ()
        if given != self._given:
            self._given = given
            self.committed.emit()
        return True

    def unread(self) -> str:
        text = self.edit.text().strip()
        return "" if text == (str(self._given[0]) if self._given else "") else text

    def _on_enter(self) -> None:
        self.commit()
        self.finished.emit()

    def _on_left(self) -> None:
        self.update()
        self.commit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self._theme, self.rect(), self.edit.hasFocus())


class ManyLines(Field):
    """Several texts, one a line; `check` is asked as they are typed and says what is wrong."""

    def __init__(self, theme: Theme, check: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self._given: Given = ()
        self._check = check
        self.edit = GrowingText((2, 10))
        self._box = TextBox(self.edit, theme, self)
        self.edit.left.connect(self.commit)
        self.edit.entered.connect(lambda: self.edit.insertPlainText("\n"))
        self.edit.textChanged.connect(self._on_typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self.setFocusProxy(self.edit)

    def values(self) -> Given:
        return self._given

    def set_values(self, values: Given) -> None:
        if values != self._given:
            self._given = values
            with QSignalBlocker(self.edit):
                self.edit.setPlainText("\n".join(map(str, values)))

    def _written(self) -> Given:
        lines = (line.strip() for line in self.edit.written().split("\n"))
        return tuple(dict.fromkeys(line for line in lines if line))

    def commit(self) -> bool:
        """Take the lines that hold anything, each once."""
        if self._complaint():
            return False
        if self._written() != self._given:
            self._given = self._written()
            self.committed.emit()
        return True

    def unread(self) -> str:
        return "" if self._written() == self._given else self.edit.written()

    def write(self, text: str) -> None:
        self.edit.setPlainText(text)
        self.commit()

    def _on_typed(self) -> None:
        self.complained.emit(self._complaint())

    def _complaint(self) -> str:
        if self._check is None:
            return ""
        return next(filter(None, (self._check(str(each)) for each in self._written())), "")

    def set_theme(self, theme: Theme) -> None:
        self._box.theme = theme
        self._box.update()


class Check(Field):
    """Yes or no."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.box = QCheckBox(text)
        self.box.clicked.connect(self.committed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.addWidget(self.box)
        layout.addStretch(1)
        self.setFocusProxy(self.box)

    def values(self) -> Given:
        return (self.box.isChecked(),)

    def set_values(self, values: Given) -> None:
        self.box.setChecked(bool(values and values[0]))


class Choose(Field):
    """One of a few options; `make` is asked for them whenever values are shown.

    `least`: where room is scarce, so many letters of an option are seen.
    """

    def __init__(self, make: Callable[[], Sequence[Option]], least: int = 0) -> None:
        super().__init__()
        self._make = make
        self.box = QComboBox()
        if least:
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            self.box.setMinimumContentsLength(least)
        else:
            policy = QComboBox.SizeAdjustPolicy.AdjustToContents
        self.box.setSizeAdjustPolicy(policy)
        self.box.activated.connect(self._on_activated)
        self.box.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box, stretch=1 if least else 0)
        if not least:
            layout.addStretch(1)
        self.setFocusProxy(self.box)
        self.set_values(tuple(value for value, _ in make()[:1]))

    def _on_activated(self) -> None:
        self.committed.emit()

    def values(self) -> Given:
        value = self.box.currentData()
        return () if value in (None, "") else (value,)

    def set_values(self, values: Given) -> None:
        wanted = values[0] if values else ""
        with QSignalBlocker(self.box):
            self.box.clear()
            for value, told in self._make():
                self.box.addItem(told, value)
            if self.box.findData(wanted) < 0:
                self.box.addItem(str(wanted), wanted)
            self.box.setCurrentIndex(self.box.findData(wanted))

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Let the wheel scroll the form, not change what nobody looks at."""
        if event.type() == QEvent.Type.Wheel and not self.box.hasFocus():
            event.ignore()
            return True
        return False


class ColourField(WordLine):
    """A colour: written, or chosen from hues that can be told apart."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.button = QToolButton(autoRaise=True)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setIconSize(QSize(_SWATCH, _SWATCH))
        self._menu = QMenu(self.button)
        self.button.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setContentsMargins(6, 1, 2, 1)
        layout.insertWidget(0, self.button)
        self.edit.textChanged.connect(self._show_colour)
        self._show_colour()

    def _fill(self) -> None:
        self._menu.clear()
        for hue in HUES:
            action = self._menu.addAction(_swatch(self._theme.tag_colour(hue)), hue)
            action.triggered.connect(lambda _=False, hue=hue: self._choose(hue))
        none = self._menu.addAction(_swatch(None), self.tr("None"))
        none.triggered.connect(lambda: self._choose(""))

    def _choose(self, hue: str) -> None:
        self.edit.setText(hue)
        self.commit()

    def _show_colour(self) -> None:
        text = self.edit.text().strip()
        colour = QColor(text) if text and QColor.isValidColorName(text) else None
        self.button.setIcon(_swatch(self._theme.tag_colour(text) if colour else None))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._show_colour()


def _swatch(colour: QColor | None) -> QIcon:
    pixmap = QPixmap(2 * _SWATCH, 2 * _SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    if colour is not None:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(pixmap.rect().adjusted(3, 3, -3, -3))
        painter.end()
    return QIcon(pixmap)
