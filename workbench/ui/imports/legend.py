"""The reasons for which something was cut, with their numbers, and a walk through the cuts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QToolButton, QWidget

from workbench.ui.imports.marks import Mark, counts_of, group_name
from workbench.ui.imports.text_pane import TextPane
from workbench.ui.tags.flow import FlowLayout


class Legend(QWidget):
    """A button a reason; the arrows go from one of its cuts to the next."""

    walked = Signal()

    def __init__(self, pane: TextPane) -> None:
        super().__init__()
        self._pane = pane
        self._group = ""
        self._chips: dict[str, QToolButton] = {}
        self._choice = QButtonGroup(self)
        self._choice.setExclusive(False)
        self._flow = FlowLayout(self, spacing=4)
        self._nothing = QLabel(self.tr("Nothing was cut or replaced."))
        self._back = self._arrow("◀", self.tr("Previous cut (Shift+F3)"))
        self._on = self._arrow("▶", self.tr("Next cut (F3)"))
        self._back.clicked.connect(lambda: self.walk(-1))
        self._on.clicked.connect(lambda: self.walk(1))
        for widget in (self._back, self._on, self._nothing):
            self._flow.addWidget(widget)

    def _arrow(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Offer the reasons of these marks."""
        counts = dict(counts_of(marks))
        if self._group not in counts:
            self._group = ""
        for group in [each for each in self._chips if each not in counts]:
            chip = self._chips.pop(group)
            self._choice.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.deleteLater()
        for place, (group, count) in enumerate(counts.items()):
            chip = self._chips.get(group) or self._chip(group, place)
            chip.setText(f"{group_name(group)}  {count}")
            chip.setChecked(group == self._group)
        self._nothing.setVisible(not counts)
        for arrow in (self._back, self._on):
            arrow.setVisible(bool(counts))
        self.updateGeometry()

    def _chip(self, group: str, place: int) -> QToolButton:
        chip = QToolButton()
        chip.setCheckable(True)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        chip.setToolTip(self.tr("Go to the next cut of this reason"))
        chip.clicked.connect(lambda: self.choose(group))
        self._chips[group] = chip
        self._choice.addButton(chip)
        self._flow.insert_widget(place + 2, chip)  # behind the arrows
        chip.show()
        return chip

    @property
    def chips(self) -> dict[str, QToolButton]:
        """The buttons, by reason."""
        return self._chips

    def choose(self, group: str) -> None:
        """Walk through the cuts of one reason from now on; the same again walks through all."""
        self._group = "" if group == self._group and self._pane.current is None else group
        for each, chip in self._chips.items():
            chip.setChecked(each == self._group)
        self.walk(1)

    def walk(self, step: int) -> None:
        """Go to the next or the previous cut of the reason, round and round."""
        marks = [m for m in self._pane.marks if self._group in ("", m.group)]
        if not self._group:
            marks = [m for m in marks if m.visible] or marks
        if not marks:
            return
        mark = _next(marks, self._pane.current, self._pane.caret(), step)
        self._pane.mark_current(mark)
        self.walked.emit()


def _next(marks: list[Mark], current: Mark | None, caret: int, step: int) -> Mark:
    if current in marks:
        return marks[(marks.index(current) + step) % len(marks)]
    if step > 0:
        return next((m for m in marks if m.start >= caret), marks[0])
    return next((m for m in reversed(marks) if m.start < caret), marks[-1])
