"""Fields that the forms of coding do not need: lines, names one a line, choices, a colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
)

from workbench.domain.values import Scalar
from workbench.ui.tags.field import Field, Given
from workbench.ui.tags.line_fields import LineField
from workbench.ui.tags.text_fields import GrowingText, TextBox
from workbench.ui.theme import Theme

Option = tuple[Scalar, str]
#: Hues that tell groups of categories apart, on light and on dark ground.
HUES = (
    *("#1f77b4", "#17a2b8", "#2a9d8f", "#2ca02c", "#8fae1b", "#d4a017"),
    *("#e07b00", "#d62728", "#c2185b", "#8e44ad", "#5c6bc0", "#795548"),
)
_SWATCH = 14


class WordLine(LineField):
    """One line of words; it is taken when it is left or with Enter."""

    def read(self, text: str) -> Scalar | None:
        return text


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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows open the list, so that only what is chosen in the end is written.

        The wheel scrolls the form and changes nothing that one only comes past.
        """
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        opens = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if opens:
            self.box.showPopup()
        return opens


class ColourField(WordLine):
    """A colour: written, or chosen from hues that can be told apart."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.menu = QMenu(self)
        self.button = self.edit.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.button.setText(self.tr("Choose a hue"))
        self.button.triggered.connect(self._open)
        self.menu.aboutToShow.connect(self._fill)
        self.edit.textChanged.connect(self._show_colour)
        self._show_colour()

    def _open(self) -> None:
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _fill(self) -> None:
        self.menu.clear()
        for hue in HUES:
            action = self.menu.addAction(_swatch(self._theme.tag_colour(hue)), hue)
            action.triggered.connect(lambda _=False, hue=hue: self._choose(hue))
        none = self.menu.addAction(_swatch(None), self.tr("None"))
        none.triggered.connect(lambda: self._choose(""))

    def _choose(self, hue: str) -> None:
        self.edit.setText(hue)
        self.commit()

    def _show_colour(self) -> None:
        text = self.edit.text().strip()
        known = bool(text) and QColor.isValidColorName(text)
        self.button.setIcon(_swatch(self._theme.tag_colour(text) if known else None))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "button"):
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
    else:
        painter = QPainter(pixmap)
        painter.setPen(Qt.GlobalColor.gray)
        painter.drawEllipse(pixmap.rect().adjusted(4, 4, -4, -4))
        painter.end()
    return QIcon(pixmap)
