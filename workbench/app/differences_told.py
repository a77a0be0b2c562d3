"""What differs between two codebooks, as sentences."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.app.commands.base import shortened
from workbench.app.messages import Messages
from workbench.domain.codebook import Words
from workbench.domain.codebook_differences import Difference, Told

_LONGEST = 60  # characters of a text that are told; the rest is seen where it stands


def changes_told(changes: Iterable[Difference], messages: Messages) -> list[str]:
    """Return a sentence for each difference."""
    return [change_told(each, messages) for each in changes]


def change_told(change: Difference, messages: Messages) -> str:
    """Return a difference as one sentence."""
    facts = {
        "thing": messages.text(f"thing_{change.thing}"),
        "path": " › ".join(each.told(messages.language) for each in change.path),
        "field": messages.text(f"field_{change.field}") if change.field else "",
        "before": _told(change.before, messages.language),
        "after": _told(change.after, messages.language),
    }
    return messages.text(f"difference_{change.kind}", **facts)


def _told(text: Told, language: str) -> str:
    return shortened(text.told(language) if isinstance(text, Words) else text, _LONGEST)
