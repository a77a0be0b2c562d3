"""Cuts of several kinds as one list: what is within another gives way, neighbours join."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.article import Edit


def merged(text: str, *kinds: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return all cuts in order; where two overlap, the earlier kind keeps its stretch."""
    result: list[Edit] = []
    for edits in kinds:
        result = _laid(result, sorted(edits, key=lambda edit: edit.start))
    return tuple(_joined(text, result))


def _laid(first: list[Edit], then: list[Edit]) -> list[Edit]:
    """Return both lists; of `then`, what `first` does not cover."""
    result = list(first)
    index = done = 0
    for edit in then:
        start = max(edit.start, done)
        while index < len(first) and first[index].end <= start:
            index += 1
        at = index
        while at < len(first) and first[at].start < edit.end:
            if start < first[at].start:
                result.append(replace(edit, start=start, end=first[at].start))
            start = max(start, first[at].end)
            at += 1
        if start < edit.end:
            result.append(replace(edit, start=start))
        done = max(done, edit.end)
    return sorted(result, key=lambda edit: edit.start)


def _joined(text: str, edits: list[Edit]) -> list[Edit]:
    """Join cuts of whole lines with one reason between which only white space lies."""
    result: list[Edit] = []
    for edit in edits:
        last = result[-1] if result else None
        if last and last.reason == edit.reason and _are_lines(text, last, edit):
            result[-1] = replace(last, end=edit.end)
        else:
            result.append(edit)
    return result


def _are_lines(text: str, first: Edit, then: Edit) -> bool:
    """Tell whether two cuts take whole lines, with nothing between them."""
    above = text[max(first.start - 40, 0) : first.start]
    below = text[then.end : then.end + 40]
    return (
        not (first.replacement or then.replacement)
        and not text[first.end : then.start].strip()
        and not above.rpartition("\n")[2].strip()
        and not below.partition("\n")[0].strip()
    )
