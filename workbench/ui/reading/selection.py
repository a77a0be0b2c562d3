"""A selection in code points: an anchor that stays and a caret that moves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from workbench.domain.text import Span


class Edge(Enum):
    """One of the two borders of an annotation."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected lies between the two; they are equal where nothing is."""

    anchor: int
    caret: int

    @property
    def span(self) -> Span | None:
        """The stretch selected, None if it is empty."""
        if self.anchor == self.caret:
            return None
        return Span(min(self.anchor, self.caret), max(self.anchor, self.caret))


def forward(span: Span) -> Selection:
    """Return the selection of a span with the caret at its end."""
    return Selection(span.start, span.end)


def extended(origin: Span, target: Span) -> Selection:
    """Return what a drag from the unit `origin` to the unit `target` selects: both, whole."""
    if target.start < origin.start:
        return Selection(max(origin.end, target.end), target.start)
    return Selection(origin.start, max(origin.end, target.end))


def moved_border(span: Span, edge: Edge, offset: int, length: int) -> Span:
    """Return `span` with one border at `offset`, kept inside the text and never empty."""
    if edge is Edge.START:
        return Span(min(max(0, offset), span.end - 1), span.end)
    return Span(span.start, max(min(length, offset), span.start + 1))
