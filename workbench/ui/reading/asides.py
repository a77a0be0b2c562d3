"""Beside the text: the numbers of its paragraphs and sentences, and its footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from workbench.domain.article import Note
from workbench.ui.card import card_width
from workbench.ui.reading.inks import Inks
from workbench.ui.reading.setting import Setting
from workbench.ui.reading.surface import Surface

_SMALLER = 0.86  # of the interface font
_NUMBER_ROOM = 4.2  # em of the small font that numbers take
_NOTE_ROOM = 9.0  # em of the small font without which a note is its marker alone
_GAP = 6.0
_MANY = 3  # sentences beginning in one line are told from the first to the last


@dataclass(frozen=True, slots=True)
class Told:
    """A word beside a line: its middle, and whether it is a paragraph's number."""

    y: float
    text: str
    strong: bool


class Asides(QWidget):
    """Paint numbers at the first lines of what they number, and notes where they belong."""

    note_clicked = Signal(int)  # the offset of its marker

    def __init__(self, surface: Surface, inks: Inks, parent: QWidget) -> None:
        super().__init__(parent)
        self._surface, self._inks = surface, inks
        self._setting = Setting()
        self._notes: Sequence[Note] = ()
        self.setMouseTracking(True)
        self.set_inks(inks)

    def set_inks(self, inks: Inks) -> None:
        """Take the colours and the interface font of a theme."""
        self._inks = inks
        self._small = QFont(inks.theme.interface_font())
        self._small.setPointSizeF(self._small.pointSizeF() * _SMALLER)
        self.update()

    def set_setting(self, setting: Setting) -> None:
        """Show the numbers that are wanted."""
        self._setting = setting
        self.update()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show the notes of the article that have a place in it, in its order."""
        anchored = [note for note in notes if note.anchor is not None]
        self._notes = sorted(anchored, key=_anchor)
        self.update()

    @property
    def notes(self) -> Sequence[Note]:
        """The notes that are shown."""
        return self._notes

    def wanted_width(self) -> int:
        """Return the width that this needs beside the text, 0 where nothing is shown."""
        numbers = self._setting.paragraphs or self._setting.sentences
        em = QFontMetricsF(self._small).height()
        return (
            round((_NUMBER_ROOM if self._setting.sentences else 2.4) * em)
            if (numbers or self._notes)
            else 0
        )

    # --- what stands where ---------------------------------------------------

    def numbers(self) -> list[Told]:
        """Return the numbers that show, with their heights in this widget."""
        page, scrolled = self._surface.page, self._surface.scrolled()
        top, bottom = self._surface.shown_heights()
        blocks = page.geometry.blocks_between(top, bottom)
        start = page.shown.blocks[blocks.start].start
        end = page.shown.blocks[blocks.stop - 1].end
        lines: dict[float, Told] = {}
        if self._setting.paragraphs:
            lines |= {each.y: each for each in self._paragraph_numbers(start, end)}
        for each in self._sentence_numbers(start, end) if self._setting.sentences else ():
            there = lines.get(each.y)
            lines[each.y] = replace(there, text=f"{there.text} {each.text}") if there else each
        return [replace(each, y=each.y - scrolled) for each in lines.values()]

    def _paragraph_numbers(self, start: int, end: int) -> Iterator[Told]:
        page = self._surface.page
        for number, span in page.segments.paragraphs_between(start, end):
            yield Told(page.geometry.line_middle(span.start), str(number), True)

    def _sentence_numbers(self, start: int, end: int) -> Iterator[Told]:
        page = self._surface.page
        lines: dict[float, list[int]] = {}
        for number, span in page.segments.sentences_between(start, end):
            lines.setdefault(page.geometry.line_middle(span.start), []).append(number)
        for y, numbers in lines.items():
            several = len(numbers) >= _MANY
            text = f"{numbers[0]}–{numbers[-1]}" if several else " ".join(map(str, numbers))
            yield Told(y, f"({text})", False)

    def places(self) -> list[tuple[QRectF, Note]]:
        """Return the notes that show, with their boxes in this widget; none covers another."""
        left, scrolled = float(self._number_room()), self._surface.scrolled()
        metrics = QFontMetricsF(self._small)
        width = max(1.0, self.width() - left - _GAP)
        lowest, found = -1e9, list[tuple[QRectF, Note]]()
        top, bottom = self._surface.shown_heights()
        for note in self._notes:
            middle = self._surface.page.geometry.line_middle(note.anchor or 0)
            y = max(middle - metrics.height() / 2, lowest)
            height = self._height_of(note, metrics, width)
            lowest = y + height + 2.0
            if y <= bottom and lowest >= top:
                found.append((QRectF(left, y - scrolled, width, height), note))
        return found

    def _height_of(self, note: Note, metrics: QFontMetricsF, width: float) -> float:
        if not self._has_room():
            return metrics.height()
        room = QRectF(0, 0, width, 1e5)
        wrap = int(Qt.TextFlag.TextWordWrap)
        return min(metrics.boundingRect(room, wrap, _told(note)).height(), 4 * metrics.height())

    def _number_room(self) -> int:
        # Where there is little room a marker stands below the number, not beside it.
        return self.wanted_width() if self._has_room() else 0

    def _has_room(self) -> bool:
        em = QFontMetricsF(self._small).height()
        return self.width() - self.wanted_width() >= _NOTE_ROOM * em

    # --- painting ------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._small)
        metrics = QFontMetricsF(self._small)
        taken = [self._number(painter, metrics, told) for told in self.numbers()]
        for box, note in self.places():
            self._note(painter, box, note, taken)
        painter.end()

    def _number(self, painter: QPainter, metrics: QFontMetricsF, told: Told) -> QRectF:
        box = QRectF(_GAP, told.y - metrics.height() / 2, self.width() - _GAP, metrics.height())
        painter.setPen(self._inks.theme.colour("muted" if told.strong else "line"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told.text)
        return box

    def _note(self, painter: QPainter, box: QRectF, note: Note, taken: list[QRectF]) -> None:
        painter.setPen(self._inks.theme.colour("accent"))
        if self._has_room():
            painter.setPen(self._inks.theme.colour("muted"))
            painter.drawText(box, int(Qt.TextFlag.TextWordWrap), _told(note))
            return
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, right, note.marker or "*")

    # --- mouse ---------------------------------------------------------------

    def note_at(self, point: QPoint) -> Note | None:
        """Return the note at a point."""
        return next((note for box, note in self.places() if box.contains(QPointF(point))), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        note = self.note_at(event.position().toPoint())
        if note is not None and note.anchor is not None:
            self.note_clicked.emit(note.anchor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            note = self.note_at(event.pos())
            if note is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), card_of(note), self)
            return True
        return super().event(event)


def card_of(note: Note) -> str:
    """Return a note as the rich text of a tooltip."""
    told = escape(_told(note))
    return f'<table width="{card_width()}"><tr><td>{told}</td></tr></table>'


def _told(note: Note) -> str:
    return f"{note.marker} {note.text}".strip()


def _anchor(note: Note) -> int:
    return note.anchor or 0
