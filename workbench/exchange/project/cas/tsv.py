"""WebAnno TSV 3.3: a document as lines, a line a word, a column a feature.

After the user's guide of INCEpTION (“WebAnno TSV 3.3 File format”) and its serialiser
(github.com/inception-project/inception, inception-io-webanno-tsv). Offsets are units of UTF-16.
An annotation of several words, or one of several on a word, has a number in brackets; one of a
part of a word has a line of that part.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.domain.text import Span, Utf16Map
from workbench.exchange.project.cas import names
from workbench.exchange.project.cas.model import ANNOTATION, Document, Ref, Structure, Value, is_a

KIND = "WebAnno TSV"
FORMAT = "#FORMAT=WebAnno TSV 3."
#: Where an annotation really lies that begins or ends in white space, which has no line.
SPAN = f"{names.OWN}span"
_TEXT = "#Text="
_SPANS = "#T_SP="
_NOTHING, _NULL, _STACK, _LIST = "_", "*", "|", ";"
_RESERVED = re.compile(r"->|[\\\[\]|_;\t\n*]")
_SHOWN = {"\t": "\\t", "\n": "\\n"}
_TEXT_SIGNS = {"\t": "t", "\n": "n", "\f": "f", "\r": "r", "\b": "b", "\\": "\\"}
_TEXT_RESERVED = re.compile(r"[\x00-\x08\x09\x0a\x0c\x0d\x0e-\x1f\\]")


def escaped(value: str) -> str:
    """Return a value without signs that mean something."""
    return _RESERVED.sub(lambda match: _SHOWN.get(match[0], "\\" + match[0]), value)


def escaped_text(text: str) -> str:
    """Return a line of the text as it stands behind ``#Text=``."""
    return _TEXT_RESERVED.sub(lambda match: "\\" + _TEXT_SIGNS.get(match[0], match[0]), text)


@dataclass(eq=False)
class _Unit:
    """A word or a part of one, with what is marked on it, by type."""

    span: Span
    id: str = ""
    marked: defaultdict[str, list[Structure]] = field(
        default_factory=lambda: defaultdict[str, list[Structure]](list)
    )
    parts: dict[Span, _Unit] = field(default_factory=dict[Span, "_Unit"])


@dataclass(frozen=True)
class _Column:
    """A feature of a type; `name` is empty where the type has none in use."""

    type: str
    name: str
    links: bool = False


def write_tsv(document: Document) -> bytes:
    """Return a document as lines; what has no place in the text has none here."""
    return "".join(_Lines(document).all()).encode()


class _Lines:
    """A document being written."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._places = Utf16Map(document.text)
        of_type = defaultdict[str, list[Structure]](list)
        for each in document.structures:
            of_type[each.type].append(each)
        self._sentences = sorted(each.begin or 0 for each in of_type[names.SENTENCE])
        spans = (Span(each.begin or 0, each.end or 0) for each in of_type[names.TOKEN])
        self._tokens = [_Unit(each) for each in sorted(spans)]
        self._first: dict[int, _Unit] = {}
        self._units: Counter[int] = Counter()
        self._spans: dict[int, Span] = {}
        marked = {
            name: [each for each in own if (each.begin or 0) < (each.end or 0)]
            for name, own in sorted(of_type.items())
            if name.startswith(names.PACKAGE) and is_a(document.types, name, ANNOTATION)
        }
        for own in marked.values():
            for each in own:
                self._mark(each)
        self._numbered = self._ambiguous(marked)
        self._columns = [column for name, own in marked.items() for column in _columns(name, own)]

    # --- units --------------------------------------------------------------

    def _mark(self, structure: Structure) -> None:
        """Put an annotation on each word that it covers, or on the part of it that it covers."""
        start, end = structure.begin or 0, structure.end or 0
        touched = list(self._between(start, end))
        if not touched:  # all white space: it goes to the word before, and says where it lies
            touched = [self._before(start)]
            self._spans[structure.id] = Span(start, end)
            self._put(structure, touched[0])
            return
        covered = Span(max(start, touched[0].span.start), min(end, touched[-1].span.end))
        if covered != Span(start, end):
            self._spans[structure.id] = Span(start, end)
        for token in touched:
            part = Span(max(start, token.span.start), min(end, token.span.end))
            self._put(structure, token if part == token.span else _part_of(token, part))

    def _put(self, structure: Structure, unit: _Unit) -> None:
        unit.marked[structure.type].append(structure)
        self._first.setdefault(structure.id, unit)
        self._units[structure.id] += 1

    def _between(self, start: int, end: int) -> Iterator[_Unit]:
        for place in range(self._place(start), len(self._tokens)):
            token = self._tokens[place]
            if token.span.start >= end:
                return
            yield token

    def _place(self, offset: int) -> int:
        low, high = 0, len(self._tokens)
        while low < high:
            middle = (low + high) // 2
            if self._tokens[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        return low

    def _before(self, offset: int) -> _Unit:
        return self._tokens[max(0, self._place(offset) - 1)]

    def _ambiguous(self, marked: Mapping[str, Sequence[Structure]]) -> dict[int, int]:
        """Return the numbers of the annotations that need one."""
        need = {id_ for id_, count in self._units.items() if count > 1}
        for unit in self._every():
            for own in unit.marked.values():
                need |= {each.id for each in own} if len(own) > 1 else set()
        for own in marked.values():
            for each in own:
                need |= {target.id for value in each.features.values() for target in _refs(value)}
        known = [each.id for own in marked.values() for each in own if each.id in need]
        return {id_: number for number, id_ in enumerate(known, 1)}

    def _every(self) -> Iterator[_Unit]:
        for token in self._tokens:
            yield token
            yield from token.parts.values()

    # --- lines --------------------------------------------------------------

    def all(self) -> Iterator[str]:
        """Yield all lines."""
        yield f"{FORMAT}3\n"
        for name, line in self._header():
            yield f"{_SPANS}{name}|{line}\n"
        yield "\n"
        for number, (tokens, _) in enumerate(self._parted(), 1):
            for place, token in enumerate(tokens, 1):
                token.id = f"{number}-{place}"
                for part, (_, unit) in enumerate(sorted(token.parts.items()), 1):
                    unit.id = f"{token.id}.{part}"
        for tokens, end in self._parted():
            yield "\n"
            for line in self._text[tokens[0].span.start : end].split("\n"):
                yield f"{_TEXT}{escaped_text(line)}\n"
            for token in tokens:
                yield self._line(token)
                yield from (self._line(part) for _, part in sorted(token.parts.items()))

    def _header(self) -> Iterator[tuple[str, str]]:
        for name in dict.fromkeys(each.type for each in self._columns):
            told = (_declared(each) for each in self._columns if each.type == name)
            yield name, "|".join(told)

    def _parted(self) -> Iterator[tuple[list[_Unit], int]]:
        """Yield the words of each sentence and where it ends: at the next one, or with its line."""
        groups: defaultdict[int, list[_Unit]] = defaultdict(list)
        starts = iter([*self._sentences, len(self._text) + 1])
        number, following = -1, next(starts)
        for token in self._tokens:
            while token.span.start >= following:
                number, following = number + 1, next(starts)
            groups[number].append(token)
        sentences = list(groups.values())
        for tokens, after in pairwise([*sentences, None]):
            if tokens is not None:
                end = after[0].span.start if after else len(self._text)
                # A line end between two sentences is there by itself.
                yield tokens, end - 1 if after and self._text[end - 1] == "\n" else end

    def _line(self, unit: _Unit) -> str:
        start, end = (self._places.to_utf16(each) for each in (unit.span.start, unit.span.end))
        form = escaped_text(self._text[unit.span.start : unit.span.end])
        cells = [unit.id, f"{start}-{end}", form]
        for column in self._columns:
            own = unit.marked.get(column.type, [])
            told = [cell for each in own for cell in [self._cells(column, each)]]
            if column.links:
                cells += [_STACK.join(each[n] for each in told) or _NOTHING for n in (0, 1)]
            else:
                cells.append(_STACK.join(each[0] for each in told) or _NOTHING)
        return "\t".join(cells) + "\t\n"

    def _cells(self, column: _Column, structure: Structure) -> tuple[str, str]:
        """Return what a column says of an annotation; a link has a role and a target."""
        number = self._numbered.get(structure.id)
        behind = f"[{number}]" if number else ""
        value = structure.features.get(column.name)
        if not column.links:
            return f"{self._value(column, structure, value)}{behind}", ""
        targets = [each for each in _refs(value) if each.id in self._first] if value else []
        if not targets:
            return f"{_NOTHING}{behind}", _NULL
        places = (f"{self._first[e.id].id}[{self._numbered[e.id]}]" for e in targets)
        return f"{_LIST.join(_NULL for _ in targets)}{behind}", _LIST.join(places)

    def _value(self, column: _Column, structure: Structure, value: Value | None) -> str:
        if column.name == SPAN and structure.id in self._spans:
            span = self._spans[structure.id]
            return f"{span.start}-{span.end}"
        match value:
            case None:
                return _NULL
            case bool():
                return "true" if value else "false"
            case tuple():
                return escaped(_LIST.join(map(str, value)))
            case _:
                return escaped(str(value)) or _NULL


def _columns(name: str, structures: Sequence[Structure]) -> Iterator[_Column]:
    used: dict[str, bool] = {}
    for each in structures:
        for key, value in each.features.items():
            used[key] = bool(_refs(value))
    if structures:
        used[SPAN] = False
    for key in sorted(used, key=lambda key: (used[key], key)):
        yield _Column(name, key, used[key])


def _declared(column: _Column) -> str:
    if not column.links:
        return column.name
    role = f"ROLE_{column.type}:{column.name}_{column.type}{column.name.title()}Link"
    return f"{role}|{ANNOTATION}"


def _refs(value: Value | None) -> list[Ref]:
    parts = value if isinstance(value, tuple) else (value,)
    return [each for each in parts if isinstance(each, Ref)]


def _part_of(token: _Unit, span: Span) -> _Unit:
    return token.parts.setdefault(span, _Unit(span))
