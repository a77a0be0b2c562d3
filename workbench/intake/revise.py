"""A person's changes to a cleaning: cuts taken back, more cut; notes follow the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.domain.article import Edit, NewArticle, Note
from workbench.intake.edits import Alignment, apply

BY_HAND = "by_hand"
_Spans = Iterable[tuple[int, int]]
# Cuts whose text stands in a note instead.
_KEPT_APART = ("footnote", "caption")


def revise(article: NewArticle, restored: _Spans, cut: _Spans, reason: str = BY_HAND) -> NewArticle:
    """Return `article` with cuts taken back, then more cut; both are spans of its source text.

    A cut that is taken back in part keeps its lines apart; a replacement is taken back whole.
    A note whose cut was taken back stands in the text again, and is dropped.
    """
    source = article.source_text
    back, more = merged(restored, len(source)), merged(cut, len(source))
    if not back and not more:
        return article
    edits = _with_cut(_without(article.edits, back, source), more, source, reason)
    notes = _still_apart(article.notes, _freed(article.edits, edits, source))
    moved = _moved(notes, Alignment(article.edits, len(source)), Alignment(edits, len(source)))
    return replace(article, text=apply(source, edits), edits=edits, notes=moved)


def merged(spans: _Spans, length: int) -> tuple[tuple[int, int], ...]:
    """Return spans inside a text of `length`, sorted, those that touch made one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in spans):
        if start >= end:
            continue
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


# --- taking back ---------------------------------------------------------------


def _without(
    edits: tuple[Edit, ...], back: tuple[tuple[int, int], ...], source: str
) -> tuple[Edit, ...]:
    result: list[Edit] = []
    freed: list[tuple[int, int]] = []
    for edit in edits:
        inside = [
            (max(start, edit.start), min(end, edit.end))
            for start, end in back
            if start < edit.end and edit.start < end
        ]
        if not inside:
            result.append(edit)
        elif not edit.replacement:
            result.extend(
                replace(edit, start=start, end=end)
                for start, end in _outside(edit.start, edit.end, inside)
            )
            freed += inside if edit.reason != BY_HAND else ()
    for start, end in freed:
        result = _set_apart(result, source, start, end)
    return tuple(result)


def _set_apart(edits: list[Edit], source: str, start: int, end: int) -> list[Edit]:
    """Take back the line ends that keep whole lines, taken back, from running on."""
    text = source[start:end]
    first, last = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
    if first >= last or not _is_whole(source, first, last):
        return edits
    left = _kept_before([each for each in edits if each.end <= first], first)
    if isinstance(left, int) and source[left] != "\n":
        edits = _spared(edits, source.rfind("\n", left, first))
    right = _kept_after(source, [each for each in edits if each.start >= last], last)
    if isinstance(right, int) and source[right] != "\n":
        edits = _spared(edits, source.find("\n", last, right))
    return edits


def _is_whole(source: str, first: int, last: int) -> bool:
    """Tell whether nothing else stands on the lines of a stretch."""
    before = source[source.rfind("\n", 0, first) + 1 : first]
    line_end = source.find("\n", last)
    after = source[last : line_end if line_end >= 0 else len(source)]
    return not before.strip() and not after.strip()


def _spared(edits: list[Edit], place: int) -> list[Edit]:
    """Return the edits, none of which cuts the character at `place`; −1 for none."""
    result: list[Edit] = []
    for edit in edits:
        if not edit.start <= place < edit.end or edit.replacement:
            result.append(edit)
            continue
        halves = ((edit.start, place), (place + 1, edit.end))
        result += [replace(edit, start=start, end=end) for start, end in halves if start < end]
    return result


# --- cutting more --------------------------------------------------------------


def _with_cut(
    edits: tuple[Edit, ...], more: tuple[tuple[int, int], ...], source: str, reason: str
) -> tuple[Edit, ...]:
    for start, end in more:
        edits = _cut(edits, start, end, source, reason)
    return edits


def _cut(
    edits: tuple[Edit, ...], start: int, end: int, source: str, reason: str
) -> tuple[Edit, ...]:
    """Cut what is kept of a stretch; earlier cuts inside it keep their own reasons."""
    before = [each for each in edits if each.end <= start]
    after = [each for each in edits if each.start >= end]
    met = edits[len(before) : len(edits) - len(after)]
    inside: list[Edit] = []
    at = start
    for each in met:
        if at < each.start:
            inside.append(Edit(at, each.start, "", reason))
        inside.append(replace(each, replacement="", reason=reason) if each.replacement else each)
        at = each.end
    if at < end:
        inside.append(Edit(at, end, "", reason))
    if all(each in met for each in inside):
        return edits  # it was cut already
    extra = _line_end(before, inside, after, source, reason)
    return tuple(sorted((*before, *inside, *extra, *after), key=lambda each: each.start))


def _line_end(
    before: list[Edit], inside: list[Edit], after: list[Edit], source: str, reason: str
) -> list[Edit]:
    """Return the cut of a line end that would be left over where whole lines went."""
    left = _kept_before(before, inside[0].start)
    right = _kept_after(source, after, inside[-1].end)
    opens = left is None or (isinstance(left, int) and source[left] == "\n")
    if opens and isinstance(right, int) and source[right] == "\n":
        return [Edit(right, right + 1, "", reason)]
    if right is None and isinstance(left, int) and source[left] == "\n":
        return [Edit(left, left + 1, "", reason)]
    return []


# What stands beside a stretch in the result: a place in the source, a replacement, or nothing.
_Beside = int | str | None


def _kept_before(edits: list[Edit], at: int) -> _Beside:
    for edit in reversed(edits):
        if edit.end < at:
            break
        if edit.replacement:
            return edit.replacement
        at = edit.start
    return at - 1 if at else None


def _kept_after(source: str, edits: list[Edit], at: int) -> _Beside:
    for edit in edits:
        if edit.start > at:
            break
        if edit.replacement:
            return edit.replacement
        at = edit.end
    return at if at < len(source) else None


# --- notes ---------------------------------------------------------------------


def _freed(before: tuple[Edit, ...], after: tuple[Edit, ...], source: str) -> list[str]:
    """Return the stretches of notes' cuts that stand in the text again, without white space."""
    cut = [(edit.start, edit.end) for edit in after]
    return [
        "".join(source[start:end].split())
        for edit in before
        if edit.reason in _KEPT_APART
        for start, end in _outside(edit.start, edit.end, cut)
    ]


def _outside(start: int, end: int, cut: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for left, right in cut:
        if right <= start or left >= end:
            continue
        if start < left:
            yield start, left
        start = right
    if start < end:
        yield start, end


def _still_apart(notes: tuple[Note, ...], freed: list[str]) -> tuple[Note, ...]:
    return tuple(
        note
        for note in notes
        if not any(folded and folded in text for text in freed for folded in (_folded(note),))
    )


def _folded(note: Note) -> str:
    return "".join(note.text.split())


def _moved(notes: tuple[Note, ...], old: Alignment, new: Alignment) -> tuple[Note, ...]:
    """Anchor each note behind the character that it stood behind."""
    return tuple(
        note if note.anchor is None else replace(note, anchor=_place(note.anchor, old, new))
        for note in notes
    )


def _place(anchor: int, old: Alignment, new: Alignment) -> int:
    return new.near(old.to_original(anchor - 1) + 1) if anchor else 0
