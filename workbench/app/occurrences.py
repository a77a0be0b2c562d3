"""Find words in an article, and mark all places of them that are chosen as one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.app.commands.marking import MarkSpan
from workbench.app.everywhere import AROUND, Occurrence
from workbench.app.session import Session
from workbench.domain.text import Span
from workbench.domain.values import Given
from workbench.language.occurrences import FoldedText

__all__ = ["FoldedText", "as_marks", "find_in"]


def find_in(session: Session, article: int, wanted: str) -> list[Span]:
    """Return where words stand in an article, whatever their width, script and spacing.

    To search one text several times, keep its `FoldedText`.
    """
    return FoldedText(session.text(article)).find(wanted)


def as_marks(
    session: Session,
    article: int,
    spans: Sequence[Span],
    layer: str,
    values: Mapping[str, Given],
) -> tuple[Occurrence, ...]:
    """Return places with their paragraph, what stands around them, and the mark of each.

    `mark_everywhere` marks those that are chosen, as one undo step.
    """
    segments = session.segments(article)
    text = segments.text
    return tuple(
        Occurrence(
            article,
            f"¶{segments.paragraph_number(span.start)}",
            before=text[max(0, span.start - AROUND) : span.start],
            quote=text[span.start : span.end],
            behind=text[span.end : span.end + AROUND],
            mark=MarkSpan(article, layer, span.start, span.end, values),
        )
        for span in spans
    )
