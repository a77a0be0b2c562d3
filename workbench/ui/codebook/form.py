"""A form about one part of the codebook: each field is written when it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from workbench.app.places import Item, Place
from workbench.ui.codebook.table_field import TableField
from workbench.ui.tags.field import Field
from workbench.ui.theme import Theme

_SPACE = 12
Cell = Field | TableField
#: Carries out a change of what stands at a place; returns why it was refused, or nothing.
Write = Callable[[Place, Callable[[], Item]], str]


@dataclass(frozen=True, eq=False)
class Entry:
    """One field: what it is called, how its values are read from an item and put into it.

    `put` may raise a Refusal.
    """

    name: str
    label: str
    field: Cell
    read: Callable[[Any], Any]
    put: Callable[[Any, Any], Item]
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed and refused, and why."""

    values: Any
    unread: str
    sentence: str


#: What was refused, by the place of its item and the name of its field.
KeptTexts = dict[tuple[Place, str], Kept]


class EditForm(QScrollArea):
    """Labelled fields about one item.

    What was refused stays in its field, also when one comes back to the item later.
    """

    add_wanted = Signal(object, str)  # a Field that lacks a category, and its label

    def __init__(self, theme: Theme, write: Write, kept: KeptTexts) -> None:
        super().__init__()
        self._theme = theme
        self._write = write
        self.entries: dict[str, Entry] = {}
        self._complaints: dict[str, QLabel] = {}
        self._place: Place | None = None
        self._item: Item | None = None
        self._showing = False
        self._kept = kept
        self._inner = QWidget()
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(_SPACE, _SPACE, _SPACE, _SPACE)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._inner.setBackgroundRole(QPalette.ColorRole.Base)
        self._inner.setAutoFillBackground(True)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # --- building ------------------------------------------------------------

    def head(self, text: str) -> None:
        """Begin a part of the form."""
        label = QLabel(text, wordWrap=True)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, 1, 3)
        self._grid.setRowMinimumHeight(row, label.sizeHint().height() + 10)

    def line(self, label: str, first: Entry, *beside: Entry) -> None:
        """Add a line with one field, or two side by side."""
        entries = (first, *beside)
        row = self._grid.rowCount()
        if isinstance(first.field, TableField):
            self._add_wide(first, row)
            return
        caption = QLabel(label, wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        caption.setContentsMargins(0, 4, 0, 0)
        caption.setBuddy(first.field)
        self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        span = 1 if len(entries) > 1 else 2
        for column, entry in enumerate(entries, 1):
            self._grid.addWidget(entry.field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            self._add_complaint(entry, row + 1, column, span)
            self._connect(entry)
        caption.setToolTip(first.tip)
        if beside:
            _hint(entries)

    def _add_wide(self, entry: Entry, row: int) -> None:
        self._grid.addWidget(entry.field, row, 0, 1, 3)
        self._add_complaint(entry, row + 1, 0, 3)
        self._connect(entry)

    def finish(self) -> None:
        """Say that every line is there."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.set_theme(self._theme)

    def _add_complaint(self, entry: Entry, row: int, column: int, span: int) -> None:
        label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        label.hide()
        self._complaints[entry.name] = label
        self._grid.addWidget(label, row, column, 1, span)

    def _connect(self, entry: Entry) -> None:
        self.entries[entry.name] = entry
        entry.field.committed.connect(lambda: self._on_committed(entry))
        entry.field.complained.connect(partial(self._on_complained, entry))
        target = entry.field.focusProxy() or entry.field
        target.setAccessibleName(entry.label)
        if entry.tip:
            target.setAccessibleDescription(entry.tip)
        if isinstance(entry.field, Field):
            entry.field.finished.connect(self.focusNextChild)
            entry.field.add_requested.connect(partial(self.add_wanted.emit, entry.field))

    # --- showing -------------------------------------------------------------

    @property
    def place(self) -> Place | None:
        """Where what is shown stands."""
        return self._place

    def show_item(self, place: Place, item: Item) -> None:
        """Show an item; what was typed of it and refused is put back with the reason."""
        other, self._place, self._item = place != self._place, place, item
        self._showing = True
        for entry in self.entries.values():
            if other and isinstance(entry.field, TableField):
                entry.field.forget_begun()
            self._show(entry, place, item, other=other)
        self._showing = False
        if other:
            self.verticalScrollBar().setValue(0)

    def _show(self, entry: Entry, place: Place, item: Item, *, other: bool) -> None:
        kept = self._kept.get((place, entry.name))
        if kept is None:
            if other and entry.field.unread():
                entry.field.write("")
            entry.field.set_values(entry.read(item))
            self.complain(entry.name, "")
        elif other:
            entry.field.set_values(kept.values)
            if kept.unread:
                entry.field.write(kept.unread)
            self.complain(entry.name, kept.sentence)

    def rename(self, now: Place) -> None:
        """Take note that what is shown is called otherwise now."""
        self._place = now

    # --- writing -------------------------------------------------------------

    def take_all(self) -> None:
        """Take what is being typed: one goes on elsewhere."""
        for entry in list(self.entries.values()):
            entry.field.commit()

    def is_typing(self) -> bool:
        """Tell whether the field that has the keyboard holds what is not taken yet."""
        focus = QApplication.focusWidget()
        return any(
            bool(entry.field.unread())
            for entry in self.entries.values()
            if focus is not None and entry.field.isAncestorOf(focus)
        )

    def _on_committed(self, entry: Entry) -> None:
        place, item = self._place, self._item
        if self._showing or place is None or item is None:
            return
        values = entry.field.values()
        if values == entry.read(item):
            self._keep(place, entry, "")
            return
        self._keep(place, entry, self._write(place, lambda: entry.put(item, values)))

    def _on_complained(self, entry: Entry, sentence: str) -> None:
        if self._place is not None and not self._showing:
            self._keep(self._place, entry, sentence)

    def _keep(self, place: Place, entry: Entry, sentence: str) -> None:
        if sentence:
            field = entry.field
            self._kept[place, entry.name] = Kept(field.values(), field.unread(), sentence)
        else:
            self._kept.pop((place, entry.name), None)
        if place == self._place or not sentence:
            self.complain(entry.name, sentence)

    def complain(self, name: str, sentence: str) -> None:
        """Say below a field what is wrong; nothing for an empty sentence."""
        label = self._complaints[name]
        label.setText(sentence)
        label.setVisible(bool(sentence))
        if sentence:
            self._grid.activate()
            self.ensureWidgetVisible(label, 0, 4)

    def complaint(self, name: str) -> str:
        """Return what is said to be wrong with a field."""
        return self._complaints[name].text()

    # --- looks

    def focus(self, name: str) -> None:
        """Put the keyboard into a field and select what it holds."""
        field = self.entries[name].field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        target = field.focusProxy()
        if hasattr(target, "selectAll"):
            target.selectAll()  # type: ignore[union-attr]
        self.ensureWidgetVisible(field)

    def focused(self) -> str:
        """Return the name of the field that has the keyboard, "" where none has."""
        focus = self.window().focusWidget()  # also while the list of a box stands open
        held = (
            entry.name
            for entry in self.entries.values()
            if focus is entry.field or entry.field.isAncestorOf(focus)
        )
        return next(held, "")

    def take_focus(self, name: str) -> None:
        """Put the keyboard into the field of this name, if there is one, as Tab would."""
        if name in self.entries:
            self.entries[name].field.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self.entries[name].field)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        for entry in self.entries.values():
            entry.field.set_theme(theme)
        for label in self._complaints.values():
            palette = label.palette()
            for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
                palette.setColor(role, theme.colour("error"))
            label.setPalette(palette)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 120)


def _hint(entries: Sequence[Entry]) -> None:
    """Say in the empty lines that stand side by side which is which."""
    for entry in entries:
        target = entry.field.focusProxy()
        if isinstance(target, (QLineEdit, QPlainTextEdit)):
            target.setPlaceholderText(entry.label)


def words_of(values: Sequence[Any]) -> str:
    """Return a field's only text, empty where it has none."""
    return str(values[0]) if values else ""


def given(text: object) -> tuple[Any, ...]:
    """Return a text or number as a field's values; none where it is empty."""
    return () if text in (None, "") else (text,)
