"""Typed errors in two families: refusals, which a person can mend, and defects, which we must.

A refusal is one sentence that says what is wrong and what to do. The English
sentence stands here; ``resources/messages`` holds the other languages under
the class's name, with the same placeholders.
"""

from __future__ import annotations

from typing import ClassVar


class WorkbenchError(Exception):
    """Base of every error that the program raises on purpose."""


class Defect(WorkbenchError):  # noqa: N818 (a family, named as people speak of it)
    """A fault of the program itself: worth a bug report, never the user's doing."""


class Refusal(WorkbenchError):  # noqa: N818 (see Defect)
    """Something the user or the machine can mend; shown as one sentence."""

    sentence: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence.format(**facts))


# --- text and spans ---------------------------------------------------------


class TextHoldsNul(Refusal):
    """A text holds a NUL character."""

    sentence = "The text holds a NUL character at position {position}; remove it and try again."


class TextHoldsSurrogate(Refusal):
    """A text holds half of a surrogate pair."""

    sentence = (
        "The text holds half a character (a lone surrogate) at position {position}; "
        "save the file as UTF-8 again."
    )


class SpanOutsideText(Refusal):
    """Offsets lie beyond the text, or the stretch is empty."""

    sentence = (
        "The stretch {start}–{end} does not lie in the text of {length} characters; "
        "select some text of this article."
    )
