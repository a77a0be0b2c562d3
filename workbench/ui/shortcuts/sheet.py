"""The sheet of all keys, group by group, searched while one types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.filter_box import FilterBox
from workbench.ui.shortcuts.caps import KeyCaps
from workbench.ui.shortcuts.lines import Line
from workbench.ui.shortcuts.strokes import told
from workbench.ui.theme import Theme

_COLUMN = 330
_LETTERS = 20
_GAP = 28
_MOST_COLUMNS = 4
_OF_WINDOW = 0.9


class KeySheet(QDialog):
    """Look up a key; `change_wanted` asks for the dialog that changes them."""

    change_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[Line] = ()
        self._columns = 0
        self.search = FilterBox()
        self.search.textChanged.connect(self._fill)
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.search.left.connect(self._scroll.setFocus)
        self._lay_out()
        self.resize((parent.size() * _OF_WINDOW).expandedTo(QSize(_COLUMN + 2 * _GAP, 400)))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Keys of the keyboard"))
        self.search.name_it(self.tr("Find an action or a key"))
        self._scroll.setAccessibleName(self.tr("Keys"))
        change = QPushButton(self.tr("C&hange the keys…"))
        change.clicked.connect(self.change_wanted)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        for button in (change, close):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(change)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show the lines that have keys."""
        self._lines = [line for line in lines if line.strokes]
        self._fill()

    @property
    def shown(self) -> list[Line]:
        """The lines that answer what is typed."""
        wanted = self.search.text().casefold().split()
        return [line for line in self._lines if all(word in _searched(line) for word in wanted)]

    def _fill(self) -> None:
        page = QWidget()
        palette = page.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("article"))
        page.setPalette(palette)
        page.setAutoFillBackground(True)
        row = QHBoxLayout(page)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(_GAP)
        groups = _groups(self.shown)
        self._columns = self._room_for()
        for column in _spread(groups, self._columns):
            row.addLayout(self._column(column), 1)
        self._scroll.setWidget(page)
        self._nothing.setVisible(not groups)
        self._scroll.setVisible(bool(groups))
        text = self.tr("Nothing is called “{typed}”.")
        self._nothing.setText(text.format(typed=self.search.text().strip()))

    def _room_for(self) -> int:
        room = self._scroll.viewport().width() // (_columns_wide(self) + _GAP)
        return min(_MOST_COLUMNS, max(1, room))

    def _column(self, groups: Sequence[Sequence[Line]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(3)
        for number, group in enumerate(groups):
            if number:
                column.addSpacing(14)
            column.addWidget(self._heading(group[0].group))
            for line in group:
                column.addLayout(self._row(line))
        column.addStretch(1)
        return column

    def _heading(self, text: str) -> QLabel:
        heading = QLabel(text)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setIndent(0)
        accent, line = (self._theme.colour(role).name() for role in ("accent", "divider"))
        heading.setStyleSheet(
            f"color: {accent}; border: 0; border-bottom: 1px solid {line}; padding: 0 0 5px 0;"
        )
        return heading

    def _row(self, line: Line) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        label = QLabel(line.text, wordWrap=True)
        row.addWidget(label, 1)
        row.addWidget(KeyCaps(line.strokes, self._theme), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many columns as there is room for."""
        super().resizeEvent(event)
        if self._lines and self._room_for() != self._columns:
            self._fill()


def _columns_wide(widget: QWidget) -> int:
    """Return how wide a column is: of letters twice as large, twice as wide."""
    return max(_COLUMN, widget.fontMetrics().height() * _LETTERS)


def _searched(line: Line) -> str:
    return f"{line.group} {line.text} {told(line.strokes)} {' '.join(line.strokes)}".casefold()


def _groups(lines: Iterable[Line]) -> list[list[Line]]:
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.group, []).append(line)
    return list(groups.values())


def _spread(groups: Sequence[list[Line]], columns: int) -> list[list[list[Line]]]:
    """Return the groups in columns of about one height, in their order."""
    height = sum(len(group) + 2 for group in groups) / columns
    spread: list[list[list[Line]]] = [[]]
    used = 0.0
    for group in groups:
        tall = len(group) + 2
        if spread[-1] and used + tall / 2 > height * len(spread) and len(spread) < columns:
            spread.append([])
        spread[-1].append(group)
        used += tall
    return spread
