"""What a person should know of a coded project that was read, in sentences."""

from __future__ import annotations

from workbench.app.messages import Messages
from workbench.exchange.project.model import Remarked


def remark_told(remarked: Remarked, messages: Messages) -> str:
    """Return a remark with its examples as one sentence."""
    sentence = messages.text(f"remark_{remarked.remark.value}", count=remarked.count)
    if not remarked.examples:
        return messages.text("remark_alone", sentence=sentence)
    examples = messages.text("separator").join(remarked.examples)
    return messages.text("remark_with", sentence=sentence, examples=examples)
