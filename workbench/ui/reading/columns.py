"""How the width of the pane is shared between the margin and the text."""

from __future__ import annotations

from dataclasses import dataclass

MEASURE = 36  # Han characters in a line
_SHORTER = 32  # what a good margin may cost
_SHORTEST = 18  # below it the margin gives way
_MARGIN = 190.0
_GOOD_MARGIN = 250.0
_WIDEST_MARGIN = 280.0
_NARROW_MARGIN = 128.0
_LEAST_MARGIN = 56.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in pixels from left to right: empty, margin, text; the rest stays empty."""

    left: int
    margin: int
    text: int


def arrange(width: float, em: float, padding: float, measure: int = MEASURE) -> Columns:
    """Share `width` pixels; `em` is a Han character's advance, `padding` lies on each side.

    `measure` is the wished number of Han characters in a line.

    The measure is kept, the text stands in the middle where there is room; then the margin
    gives way, then the measure.
    """
    rest = width - 2 * padding
    text = min(measure, max(min(_SHORTER, measure), (rest - _MARGIN) // em))
    if text * em + _NARROW_MARGIN > rest:
        text = max(min(_SHORTEST, measure), (rest - _NARROW_MARGIN) // em)
    if text * em + _LEAST_MARGIN > rest:
        text = max(4, (rest - _LEAST_MARGIN) // em)
    column = text * em + 2 * padding
    margin = min(_WIDEST_MARGIN, max(_LEAST_MARGIN, min(width - column, _wished(width, column))))
    left = max(0.0, min((width - column) / 2 - margin, width - column - margin))
    # One pixel more, so that rounding never breaks a full line.
    return Columns(int(left), int(margin), int(column) + 1)


def _wished(width: float, column: float) -> float:
    """Return the margin of a pane this wide: all there is up to a good one, then what keeps
    the text in the middle.
    """
    return max(min(_GOOD_MARGIN, width - column), (width - column) / 2)
