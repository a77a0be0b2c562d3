"""Look at a correction before it is made: what would move, what a cleaning anew would give."""

from __future__ import annotations

from difflib import SequenceMatcher

from workbench.app.commands.correcting import Corrected, CorrectText, corrected, moved_places
from workbench.app.session import Session
from workbench.domain.moving import Moving
from workbench.domain.text import Span, canonical

# Of a long text, the longest stretch in common is looked for in windows of this size.
_WINDOW = 4_000

__all__ = ["Corrected", "cleaned_anew", "likely_place", "look_ahead", "retyped"]


def look_ahead(session: Session, article: int, text: str) -> Corrected:
    """Return what replacing the article's text by `text` would do; write nothing."""
    new = canonical(text)
    marked = session.annotations(article, all_coders=True)
    places = moved_places(marked, Moving(session.text(article), new))
    return corrected(marked, places, new)


def cleaned_anew(session: Session, article: int) -> CorrectText:
    """Return the command that gives an article the text that cleaning makes of it today.

    Raises:
        Refusal: the original cannot be read any more.
    """
    from workbench.intake.anew import read_anew

    new = read_anew(session.original(article), session.article(article).file_name)
    return CorrectText(article, new.text, new.came, new.notes)


def retyped(text: str, shown: str, typed: str) -> str:
    """Return `text` with what a person changed of it in a widget.

    `shown` is what the widget gave back before, `typed` after: widgets rewrite some characters,
    so that only what differs between the two is taken from it. Both count code points.
    """
    assert len(shown) == len(text)
    parts: list[str] = []
    done = 0
    for gap in Moving(shown, typed).gaps():
        parts += (text[done : gap.old], typed[gap.new : gap.new_end])
        done = gap.old_end
    return "".join((*parts, text[done:]))


def likely_place(text: str, quote: str) -> Span | None:
    """Return the stretch of `text` that has most in common with a quote, None if nothing has."""
    best = Span(0, 1), 0
    for start in range(0, max(1, len(text)), _WINDOW // 2):
        window = text[start : start + _WINDOW]
        match = SequenceMatcher(None, window, quote, autojunk=False).find_longest_match()
        if match.size > best[1]:
            place = Span(start + match.a, start + match.a + match.size)
            best = place, match.size
    return best[0] if best[1] >= 2 else None
