"""Many annotations as lines of a table: filtered as one types, sorted, in groups.

What a line says is told by whoever shows it, a text a column; it is kept folded, for filter and
order only, so that a project's hundred thousand lines stay small.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from workbench.domain.annotation import Annotation
from workbench.domain.text import Span


class Group(NamedTuple):
    """What lines may have in common; groups stand in the order of their ranks."""

    rank: int
    name: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above those of its group; `folded`: they are not shown."""

    group: Group
    count: int
    folded: bool


_Place = tuple[int, int, int, int]
_LONG = 8_192  # characters; annotations that are longer are few, and looked through one by one


@dataclass(slots=True)
class Line:
    """One annotation: where it stands, its groups, and its folded cells once they are told.

    `ordinal` is its article's place in the list. Of the article that is open the line holds the
    annotation itself.
    """

    id: int
    article: int
    ordinal: int
    span: Span | None
    groups: tuple[tuple[Group, ...], ...] = ()
    told: str = ""
    annotation: Annotation | None = None

    @property
    def place(self) -> _Place:
        """Return what sorts lines as they are read."""
        span = self.span
        return (
            (self.ordinal, span.start, span.end, self.id)
            if span
            else (self.ordinal, -1, -1, self.id)
        )

    def cell(self, column: int) -> str:
        """Return the folded text of a column."""
        return self.told.split("\n")[column]


def line_of(annotation: Annotation, ordinal: int) -> Line:
    """Return a line of which nothing is told yet."""
    return Line(annotation.id, annotation.article, ordinal, annotation.span)


def line_with(annotation: Annotation) -> Line:
    """Return a line that holds its annotation, among those of one article."""
    return Line(annotation.id, annotation.article, 0, annotation.span, annotation=annotation)


def folded_cells(cells: Iterable[str]) -> str:
    """Return what the filter looks into."""
    return "\n".join(" ".join(cell.split()) for cell in cells).casefold()


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which lines are shown, and how: with these words, by a column, in groups of a kind.

    A `column` of None is the order of reading, a `kind` of None has no groups.
    """

    words: tuple[str, ...] = ()
    column: int | None = None
    descending: bool = False
    kind: int | None = None
    folded: frozenset[Group] = field(default_factory=frozenset[Group])

    @property
    def is_plain(self) -> bool:
        """Whether every line is shown, as they are read."""
        return self == Arrangement()


class AnnotationLines:
    """The lines of a table in the order of reading, and what is shown of them."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._lines = _in_order(lines)
        self._by_id = {line.id: line for line in self._lines}
        self._long = {line.id for line in self._lines if _is_long(line)}
        self._sorted: tuple[int | None, list[Line]] = (None, self._lines)
        self._found: tuple[tuple[str, ...], list[Line]] | None = None
        self._is_told = False

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines)

    def get(self, annotation: int) -> Line | None:
        """Return the line of an annotation, if it is there."""
        return self._by_id.get(annotation)

    def position(self, line: Line) -> int:
        """Return which line it is, or would be, in the order of reading."""
        return bisect_left(self._lines, line.place, key=_place_of)

    def touching(self, span: Span) -> list[Line]:
        """Return the lines of one article that share a character with `span`, in no order."""
        ordinal = self._lines[0].ordinal if self._lines else 0
        first, last = (ordinal, span.start - _LONG), (ordinal, span.end)
        begin = bisect_left(self._lines, first, key=_begins)
        end = bisect_left(self._lines, last, key=_begins)
        near = {line.id: line for line in self._lines[begin:end]}
        near |= {id_: self._by_id[id_] for id_ in self._long}
        return [
            line for line in near.values() if line.span is not None and line.span.overlaps(span)
        ]

    def put(self, line: Line) -> None:
        """Add a line, or let it take the place of the annotation's line of before."""
        self.drop(line.id)
        insort(self._lines, line, key=_place_of)
        self._by_id[line.id] = line
        if _is_long(line):
            self._long.add(line.id)
        self._is_told = self._is_told and bool(line.told)

    def extend(self, lines: Iterable[Line]) -> None:
        """Add many lines that are not there yet."""
        self._forget()
        self._lines.extend(lines)
        self._lines.sort(key=_place_of)
        self._by_id = {line.id: line for line in self._lines}
        self._long = {line.id for line in self._lines if _is_long(line)}
        self._is_told = False

    def drop(self, annotation: int) -> None:
        """Take the line of an annotation away, if it is there."""
        self._forget()
        line = self._by_id.pop(annotation, None)
        self._long.discard(annotation)
        if line is not None:
            del self._lines[self.position(line)]

    def _forget(self) -> None:
        self._sorted, self._found = (None, self._lines), None

    def untold(self) -> list[Line]:
        """Return the lines of which nothing is told yet."""
        if self._is_told:
            return []
        found = [line for line in self._lines if not line.told]
        self._is_told = not found
        return found

    def arrange(self, how: Arrangement) -> list[Line | Heading]:
        """Return what is shown; all lines must be told, unless they are shown as they are read."""
        found = self._matching(self._in_order(how.column), how.words)
        shown = found[::-1] if how.descending else found
        if how.kind is None:
            return list(shown)
        return _grouped(shown, how.kind, how.folded)

    def _in_order(self, column: int | None) -> list[Line]:
        if self._sorted[0] != column:
            ordered = self._lines
            if column is not None:
                ordered = sorted(self._lines, key=lambda line: line.cell(column))
            self._sorted, self._found = (column, ordered), None
        return self._sorted[1]

    def _matching(self, lines: list[Line], words: tuple[str, ...]) -> list[Line]:
        """Look only at what the words of before have left, where those only grew."""
        wanted = tuple(word.casefold() for word in words)
        if self._found is not None and _narrows(self._found[0], wanted):
            lines = self._found[1]
        for word in wanted:
            lines = [line for line in lines if word in line.told]
        self._found = wanted, lines
        return lines


def _in_order(lines: Iterable[Line]) -> list[Line]:
    """Return lines as they are read; mostly they come so, and to sort a book's takes memory."""
    listed = list(lines)
    if not all(one <= other for one, other in pairwise(map(_place_of, listed))):
        listed.sort(key=_place_of)
    return listed


def _place_of(line: Line) -> _Place:
    return line.place


def _begins(line: Line) -> tuple[int, int]:
    return line.place[:2]


def _is_long(line: Line) -> bool:
    return line.span is not None and len(line.span) > _LONG


def _narrows(before: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Tell whether whatever holds the words of now holds those of before."""
    return all(any(old in new for new in now) for old in before)


def _grouped(lines: Iterable[Line], kind: int, folded: frozenset[Group]) -> list[Line | Heading]:
    members: dict[Group, list[Line]] = defaultdict(list)
    for line in lines:
        for group in line.groups[kind]:
            members[group].append(line)
    shown: list[Line | Heading] = []
    for group in sorted(members):
        shown.append(Heading(group, len(members[group]), group in folded))
        if group not in folded:
            shown += members[group]
    return shown
