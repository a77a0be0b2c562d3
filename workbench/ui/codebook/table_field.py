"""A field of several lines of fields, such as the attributes that a code list declares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from workbench.ui.tags.field import Field, Given
from workbench.ui.theme import Theme

#: What stands in a line: the values of each of its fields.
Line = tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its width beside the others, and how its fields are made.

    `name` is what a screen reader says where there is no heading.
    """

    heading: str
    make: Callable[[], Field]
    stretch: int = 1
    name: str = ""


class TableField(QWidget):
    """Lines that can be added and taken away; `is_begun` says that a line is no more than begun.

    A line that is only begun stays and is none of the values.
    """

    committed = Signal()
    complained = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column],
        is_begun: Callable[[Line], bool],
        add: str,
        remove: str,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._columns = columns
        self._is_begun = is_begun
        self._remove_told = remove
        self._theme = theme
        self._given: tuple[Line, ...] = ()
        self.lines: list[list[Field]] = []
        self._crosses: list[QToolButton] = []
        self.add_button = QPushButton(add)
        self.add_button.setFlat(True)
        self.add_button.clicked.connect(self.begin)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(3)
        self._headings = [QLabel(each.heading) for each in columns]
        for place, column in enumerate(columns):
            self._grid.addWidget(self._headings[place], 0, place)
            self._grid.setColumnStretch(place, column.stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(self._grid)
        layout.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._show_headings()

    # --- values

    def values(self) -> tuple[Line, ...]:
        """Return the lines that are more than begun."""
        lines = (tuple(field.values() for field in line) for line in self.lines)
        return tuple(line for line in lines if not self._is_begun(line))

    def set_values(self, values: tuple[Line, ...]) -> None:
        """Show lines, without a signal; those that are begun stay where nothing else changed."""
        self._given = values
        if self.values() != values:
            self._fill()

    def forget_begun(self) -> None:
        """Take out the lines that are no more than begun: another thing is shown."""
        if any(self._is_begun(tuple(each.values() for each in line)) for line in self.lines):
            self._fill()

    def _fill(self) -> None:
        while self.lines:
            self._take_out(0)
        for line in self._given:
            for field, given in zip(self._add_line(), line, strict=True):
                field.set_values(given)

    def commit(self) -> bool:
        """Take what was typed."""
        taken = [field.commit() for line in self.lines for field in line]
        return all(taken)

    def unread(self) -> str:
        """Return what is typed and no value yet."""
        return next((each.unread() for line in self.lines for each in line if each.unread()), "")

    def write(self, text: str) -> None:
        """Do nothing: what was begun in a line is not kept."""

    # --- lines

    def begin(self) -> None:
        """Add a line and put the keyboard into it."""
        self._add_line()[0].setFocus()

    def _add_line(self) -> list[Field]:
        row = self._grid.rowCount()
        line = [column.make() for column in self._columns]
        for place, field in enumerate(line):
            field.committed.connect(self._on_committed)
            field.complained.connect(self.complained)
            field.set_theme(self._theme)
            target = field.focusProxy() or field
            target.setAccessibleName(self._columns[place].heading or self._columns[place].name)
            self._grid.addWidget(field, row, place)
        cross = QToolButton(autoRaise=True)
        cross.setText("✕")
        cross.setToolTip(self._remove_told)
        cross.setAccessibleName(self._remove_told)
        cross.clicked.connect(lambda: self._remove(line))
        self._grid.addWidget(cross, row, len(line))
        self.lines.append(line)
        self._crosses.append(cross)
        for widget in (*line, cross):
            widget.show()  # not only when the layout comes to it: the keyboard goes there now
        self._order(line, cross)
        self._show_headings()
        return line

    def _order(self, line: list[Field], cross: QToolButton) -> None:
        """Let Tab go through the new line before it goes to the button that adds another."""
        stops = [field.focusProxy() or field for field in line]
        chain = [self.add_button.previousInFocusChain(), *stops, cross, self.add_button]
        for before, after in pairwise(each for each in chain if each is not None):
            QWidget.setTabOrder(before, after)

    def _remove(self, line: list[Field]) -> None:
        self.add_button.setFocus()
        self._take_out(self.lines.index(line))
        self._on_committed()

    def _take_out(self, place: int) -> None:
        for widget in (*self.lines.pop(place), self._crosses.pop(place)):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._show_headings()

    def _show_headings(self) -> None:
        for heading in self._headings:
            heading.setVisible(bool(self.lines) and bool(heading.text()))

    def _on_committed(self) -> None:
        if self.values() != self._given:
            self.committed.emit()

    # --- looks

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        for line in self.lines:
            for field in line:
                field.set_theme(theme)
