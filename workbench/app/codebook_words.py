"""Differences of codebooks, and what is doubtful in one, in words."""

from __future__ import annotations

from workbench.app.messages import Messages
from workbench.domain.codebook import Words
from workbench.domain.codebook_differences import Difference
from workbench.domain.codebook_warnings import CodebookWarning

#: So much of a long text is told.
_LONGEST = 80


def difference_told(difference: Difference, messages: Messages) -> str:
    """Return one difference as a sentence, such as “category 美国: score is “2” now”."""
    path = " · ".join(each.told(messages.language) for each in difference.path)
    field = difference.field
    return messages.text(
        f"difference_{difference.kind}",
        thing=messages.text(f"difference_thing_{difference.thing}"),
        path=path or messages.text("difference_whole"),
        field=messages.text(f"difference_field_{field}") if field else "",
        before=_told(difference.before, messages),
        after=_told(difference.after, messages),
    )


def _told(value: Words | str, messages: Messages) -> str:
    text = value if isinstance(value, str) else value.told(messages.language)
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def warning_told(warning: CodebookWarning, messages: Messages) -> str:
    """Return as a sentence what a researcher should look at."""
    return messages.text(
        f"doubt_{warning.kind}", place=warning.place, text=warning.text, other=warning.other
    )
