"""What the mouse does to the text: selecting, clicking on marks, dragging borders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPoint

from workbench.domain.text import Span
from workbench.ui.reading.selection import Edge, Selection, extended, forward, moved_border
from workbench.ui.reading.surface import Surface
from workbench.ui.reading.words import WordService

_STILL = 4  # pixels that a click may tremble


class _Unit(Enum):
    CHARACTER = auto()
    WORD = auto()
    SENTENCE = auto()


@dataclass(frozen=True, slots=True)
class Press:
    """A press of the left button, with the modifiers that matter."""

    point: QPoint
    shift: bool = False
    alt: bool = False


@dataclass(frozen=True, slots=True)
class Border:
    """A border of the selected annotation, being dragged."""

    id: int
    span: Span
    edge: Edge


class Pointer:
    """Follow one gesture of the mouse at a time.

    `clicked` is called with the offset of the character, or None beside the text; `moved`
    with the annotation and its new span when a border is let go.
    """

    def __init__(
        self,
        surface: Surface,
        clicked: Callable[[int | None], None],
        moved: Callable[[int, Span], None],
    ) -> None:
        self._surface = surface
        self._clicked = clicked
        self._moved = moved
        self.words = WordService()
        self._unit = _Unit.CHARACTER
        self._origin: Span | None = None  # the unit a drag began in
        self._anchor = 0
        self._pressed: QPoint | None = None
        self._still = True
        self._border: Border | None = None
        self._border_span: Span | None = None

    @property
    def is_down(self) -> bool:
        """Whether a gesture is under way."""
        return self._pressed is not None

    def press(self, press: Press, held: Border | None) -> None:
        """Begin a drag by characters, or take hold of a border."""
        self._pressed, self._still = press.point, True
        if held is not None:
            self._border, self._border_span = held, held.span
            return
        self._unit, self._origin = _Unit.CHARACTER, None
        offset = self._surface.offset_at(press.point)
        if press.shift:
            self._still = False
            self._anchor = self._surface.selection().anchor
            self._select_to(offset, press.alt)
        else:
            self._anchor = offset
            self._surface.set_selection(Selection(offset, offset))

    def press_again(self, point: QPoint, times: int) -> None:
        """Select the word (second press) or the sentence (third) at `point`."""
        self._pressed, self._still = point, False
        self._unit = _Unit.WORD if times == 2 else _Unit.SENTENCE
        self._origin = self._unit_at(point)
        if self._origin:
            self._surface.set_selection(forward(self._origin))

    def move(self, point: QPoint, alt: bool) -> None:
        """Extend what is selected, or the border, to `point`."""
        if self._pressed is None:
            return
        if self._still and (point - self._pressed).manhattanLength() < _STILL:
            return
        self._still = False
        if self._border is not None:
            self._drag_border(point, alt)
        elif self._unit is _Unit.CHARACTER:
            self._select_to(self._surface.offset_at(point), alt)
        elif self._origin:
            target = self._unit_at(point) or self._origin
            self._surface.set_selection(extended(self._origin, target))

    def release(self, point: QPoint) -> None:
        """End the gesture: a press that did not move is a click."""
        was_click = self._still and self._pressed is not None and self._border is None
        border, span = self._border, self._border_span
        self.cancel()
        if was_click:
            self._clicked(self._surface.character_at(point))
        elif border and span and span != border.span:
            self._moved(border.id, span)

    def cancel(self) -> None:
        """Forget the gesture under way."""
        if self._border is not None:
            self._surface.preview_border(None)
        self._pressed = self._border = self._border_span = None

    def _select_to(self, offset: int, alt: bool) -> None:
        selection = Selection(self._anchor, offset)
        if alt and selection.span:
            snapped = self.words.snap(selection.span)
            backwards = offset < self._anchor
            selection = Selection(snapped.end, snapped.start) if backwards else forward(snapped)
        self._surface.set_selection(selection)

    def _drag_border(self, point: QPoint, alt: bool) -> None:
        assert self._border is not None
        length = len(self._surface.page.text)
        edge = self._border.edge
        span = moved_border(self._border.span, edge, self._surface.offset_at(point), length)
        if alt:
            snapped = self.words.snap(span)
            offset = snapped.start if edge is Edge.START else snapped.end
            span = moved_border(self._border.span, edge, offset, length)
        self._border_span = span
        self._surface.preview_border(span)

    def _unit_at(self, point: QPoint) -> Span | None:
        offset = self._surface.character_at(point)
        if offset is None:
            offset = min(self._surface.offset_at(point), len(self._surface.page.text) - 1)
        if offset < 0:
            return None
        if self._unit is _Unit.WORD:
            return self.words.at(offset)
        return self._sentence_at(offset)

    def _sentence_at(self, offset: int) -> Span | None:
        segments = self._surface.page.segments
        sentences = segments.sentences
        if not sentences:
            return None
        sentence = sentences[segments.sentence_number(offset) - 1]
        return sentence if sentence.start <= offset <= sentence.end else None
