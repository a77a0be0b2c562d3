"""Read WebAnno TSV 3: words, parts of words, and what is marked on them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from workbench.domain.text import Utf16Map
from workbench.exchange.project.cas import names
from workbench.exchange.project.cas.model import (
    ANNOTATION,
    STRING,
    STRUCTURES,
    CasType,
    Document,
    Feature,
    Ref,
    Structure,
    by_name,
)
from workbench.exchange.project.cas.tsv import FORMAT, KIND, SPAN
from workbench.files.errors import FileDamaged, FileMisencoded

_HEADS = {"#T_SP=": "span", "#T_RL=": "relation", "#T_CH=": "chain"}
_STACKED = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_LISTED = re.compile(r"(?<!\\)((?:\\\\)*);")
_NUMBER = re.compile(r"(.*?)(?<!\\)\[(\d{1,9}(?:_\d{1,9})?)\]", re.DOTALL)
_CHAIN = re.compile(r"(.*?)(?<!\\)->(\d{1,9})-(\d{1,9})", re.DOTALL)
_ROLE = re.compile(r"ROLE_[^:]*:(.+)_([^_.]+\..+)")
_ESCAPE = re.compile(r"\\(->|.)", re.DOTALL)
_SIGNS = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b"}
_ROW = re.compile(r"(\d+-\d+(?:\.\d+)?)\t(\d+)-(\d+)\t")
_NOTHING, _NULL = "_", "*"
_SPAN_TOLD = re.compile(r"(\d{1,9})-(\d{1,9})")


class _Is(Enum):
    VALUE = auto()
    NOTHING = auto()
    ROLE = auto()
    TARGET = auto()
    SOURCE = auto()


@dataclass(frozen=True)
class _Column:
    """A column: of which type, of what sort, of which feature."""

    type: str
    layer: str
    sort: _Is
    name: str = ""
    base: str = ""


@dataclass(eq=False)
class _Mark:
    """An annotation as its lines have it so far; offsets are units of UTF-16."""

    type: str
    layer: str
    begin: int
    end: int
    values: dict[str, str] = field(default_factory=dict[str, str])
    targets: dict[str, list[tuple[str, str, str]]] = field(
        default_factory=dict[str, list[tuple[str, str, str]]]
    )
    source: tuple[str, str, str, str] | None = None
    link: tuple[int, int] | None = None


def read_tsv(data: bytes, file_name: str) -> Document:
    """Return a document.

    Raises:
        FileMisencoded, FileDamaged
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileMisencoded(file=file_name) from error
    try:
        return _Reading(text.replace("\r\n", "\n").split("\n")).document()
    except (ValueError, KeyError, IndexError, OverflowError) as error:
        raise FileDamaged(file=file_name, kind=KIND) from error


class _Reading:
    """The lines of one document being read."""

    def __init__(self, lines: Sequence[str]) -> None:
        if not lines[0].startswith(FORMAT):
            raise ValueError(lines[0])
        heads = [each for each in lines[1:] if each[:6] in _HEADS]
        self._columns = [column for each in heads for column in _columns(each)]
        self._lines = lines
        self._text: list[str] = []
        self._length = 0
        self._marks: list[_Mark] = []
        self._numbered: dict[str, _Mark] = {}
        self._on: defaultdict[str, list[_Mark]] = defaultdict(list)
        self._tokens: list[tuple[int, int]] = []
        self._sentences: list[int] = []

    def document(self) -> Document:
        """Return the document."""
        pending: list[str] = []
        for line in self._lines[1:]:
            if line.startswith("#Text="):
                pending.append(_unescaped(line[6:]))
            elif match := _ROW.match(line):
                self._row(match, line, pending)
        text = "".join(self._text)
        places = Utf16Map(text)
        ids = {id(mark): n for n, mark in enumerate(self._marks, 2)}
        structures = [self._structure(each, ids, places) for each in self._marks]
        following = len(ids) + 2
        for n, (begin, end) in enumerate(self._tokens, following):
            span = places.from_utf16(begin), places.from_utf16(end)
            structures.append(Structure(n, names.TOKEN, *span))
        return Document(text, self._types(), tuple(structures))

    # --- text ---------------------------------------------------------------

    def _row(self, match: re.Match[str], line: str, pending: list[str]) -> None:
        begin, end = int(match[2]), int(match[3])
        if begin > end or end > 2**31:
            raise ValueError(line)
        if pending:
            self._begin_sentence(begin, pending)
        if "." not in match[1]:
            self._tokens.append((begin, end))
        cells = line.split("\t")[3:]
        if len(cells) < len(self._columns):
            raise ValueError(line)
        self._take(match[1], begin, end, cells)

    def _begin_sentence(self, begin: int, pending: list[str]) -> None:
        """Put the text of a sentence where its first word lies: between two is white space."""
        sentence = "\n".join(pending)
        pending.clear()
        if begin < self._length:
            raise ValueError(sentence)
        gap = begin - self._length
        between = " " * gap if not self._text else ("\n" + " " * gap)[:gap]
        self._text += [between, sentence]
        self._length = begin + len(sentence.encode("utf-16-le")) // 2

    # --- marks --------------------------------------------------------------

    def _take(self, unit: str, begin: int, end: int, cells: Sequence[str]) -> None:
        """Take the annotations of a line: those of a type stand in its columns in one order."""
        of_type: dict[str, list[tuple[_Column, list[str]]]] = {}
        for column, cell in zip(self._columns, cells, strict=False):
            if cell != _NOTHING or column.sort is _Is.ROLE:
                parts = _split(_STACKED, cell)
                of_type.setdefault(column.type, []).append((column, parts))
        for columns in of_type.values():
            if all(parts == [_NOTHING] for _, parts in columns):
                continue
            for place in range(max(len(parts) for _, parts in columns)):
                own = [(c, parts[place] if place < len(parts) else _NULL) for c, parts in columns]
                self._mark(unit, begin, end, own)

    def _mark(self, unit: str, begin: int, end: int, cells: Sequence[tuple[_Column, str]]) -> None:
        first = cells[0][0]
        number, link, read = _numbers(cells)
        known = f"{first.type}{link}" if link else number if first.layer == "span" else ""
        mark = self._numbered.get(known) if known else None
        if mark is None:
            mark = _Mark(first.type, first.layer, begin, end, link=link)
            self._marks.append(mark)
            if known:
                self._numbered[known] = mark
        mark.begin, mark.end = min(mark.begin, begin), max(mark.end, end)
        self._on[unit].append(mark)
        for column, told in read:
            if told in (_NULL, _NOTHING, ""):
                continue
            match column.sort:
                case _Is.VALUE:
                    mark.values[column.name] = _unescaped(told)
                case _Is.TARGET:
                    parts = (_reference(each) for each in _split(_LISTED, told))
                    mark.targets[column.name] = [(*each, column.base) for each in parts]
                case _Is.SOURCE:
                    mark.source = (*_reference(told), unit, column.base)
                case _:
                    pass

    # --- structures ---------------------------------------------------------

    def _structure(self, mark: _Mark, ids: Mapping[int, int], places: Utf16Map) -> Structure:
        structure = Structure(ids[id(mark)], mark.type)
        structure.features |= mark.values
        begin, end = mark.begin, mark.end
        for name, targets in mark.targets.items():
            refs = tuple(Ref(ids[id(self._found(*each))]) for each in targets)
            structure.features[name] = refs
        if mark.source is not None:
            unit, numbers, here, base = mark.source
            one, _, other = numbers.partition("_")
            # What leads from word to word leads to no annotation of ours.
            if base != names.TOKEN:
                target = self._found(here, other, base)
                structure.features["Governor"] = Ref(ids[id(self._found(unit, one, base))])
                structure.features["Dependent"] = Ref(ids[id(target)])
                begin, end = target.begin, target.end
        if mark.link is not None:
            chain, place = mark.link
            following = self._numbered.get(f"{mark.type}{(chain, place + 1)}")
            if following is not None:
                structure.features["next"] = Ref(ids[id(following)])
        structure.begin, structure.end = places.from_utf16(begin), places.from_utf16(end)
        told = _SPAN_TOLD.fullmatch(str(structure.features.pop(SPAN, "")))
        if told:
            structure.begin, structure.end = int(told[1]), int(told[2])
        return structure

    def _found(self, unit: str, number: str, base: str) -> _Mark:
        """Return the annotation that a reference means."""
        if number not in ("", "0"):
            return self._numbered[number]
        on = [each for each in self._on[unit] if each.layer == "span"]
        fitting = [each for each in on if base in (ANNOTATION, each.type)]
        return fitting[0]

    def _types(self) -> Mapping[str, CasType]:
        features: defaultdict[str, dict[str, Feature]] = defaultdict(dict)
        for each in self._columns:
            own = features[each.type]
            if each.sort is _Is.VALUE and each.name != SPAN:
                own[each.name] = Feature(each.name, STRING)
            elif each.sort is _Is.TARGET:
                own[each.name] = Feature(each.name, STRUCTURES, ANNOTATION)
            elif each.sort is _Is.SOURCE:
                for name in ("Governor", "Dependent"):
                    own[name] = Feature(name, ANNOTATION)
        token = CasType(names.TOKEN, ANNOTATION)
        return by_name(
            [token, *(CasType(n, ANNOTATION, tuple(own.values())) for n, own in features.items())]
        )


def _columns(line: str) -> Iterator[_Column]:
    layer = _HEADS[line[:6]]
    kind, *declared = (each.strip() for each in line[6:].split("|"))
    role = ""
    found = [each for each in declared if each]
    if not found:
        yield _Column(kind, layer, _Is.NOTHING)
    for each in found:
        match = _ROLE.fullmatch(each)
        if match:
            role = match[1]
            yield _Column(kind, layer, _Is.ROLE, role)
        elif each.startswith("BT_"):
            yield _Column(kind, layer, _Is.SOURCE, base=each[3:])
        elif role:
            yield _Column(kind, layer, _Is.TARGET, role, each)
            role = ""
        else:
            yield _Column(kind, layer, _Is.VALUE, each)


def _numbers(
    cells: Sequence[tuple[_Column, str]],
) -> tuple[str, tuple[int, int] | None, list[tuple[_Column, str]]]:
    """Return an annotation's number, its place in a chain, and its cells without them."""
    number, link, read = "", None, list[tuple[_Column, str]]()
    for column, cell in cells:
        told = cell
        chain = _CHAIN.fullmatch(cell) if column.layer == "chain" else None
        match = _NUMBER.fullmatch(cell)
        if chain:
            link = int(chain[2]), int(chain[3])
            told = chain[1]
        elif match and column.sort not in (_Is.TARGET, _Is.SOURCE):
            number, told = match[2], match[1]
        read.append((column, told))
    return number, link, read


def _reference(told: str) -> tuple[str, str]:
    """Return the unit that a reference names, and the number behind it."""
    match = _NUMBER.fullmatch(told)
    return (match[1], match[2]) if match else (told, "")


def _split(pattern: re.Pattern[str], told: str) -> list[str]:
    """Return the parts between signs that are not escaped."""
    parts, start = list[str](), 0
    for match in pattern.finditer(told):
        parts.append(told[start : match.end() - 1])
        start = match.end()
    return [*parts, told[start:]]


def _unescaped(told: str) -> str:
    return _ESCAPE.sub(lambda match: _SIGNS.get(match[1], match[1]), told)
