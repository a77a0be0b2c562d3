"""The rows of `reliability_units`: a row a unit, coder and variable, of what several have coded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from workbench.dataset.article_tables import count_of
from workbench.dataset.category_tables import leading
from workbench.dataset.cells import plain
from workbench.dataset.columns import (
    ARTICLE_ID,
    CODER,
    END,
    SENTENCE,
    START,
    Fixed,
    integer,
    one_of,
    string,
    told,
)
from workbench.dataset.growing import Grown
from workbench.dataset.layout import LayerTable, Layout
from workbench.dataset.model import Row, Table, Type
from workbench.dataset.places import Located
from workbench.domain.article import Status
from workbench.domain.codebook import Kind, Words
from workbench.domain.coded import AnnotationRow, CodedArticle
from workbench.domain.values import Missing, Scalar, Values

_UNITS = (
    ("article", 1, "文章", "article"),
    ("sentence", 2, "句", "sentence"),
    ("span", 3, "片段", "span"),
)
UNITS = (
    *(one_of("unit_type", "单位类型", "type of unit", *_UNITS), string("unit", "单位", "unit")),
    *(ARTICLE_ID, string("layer", "标注层", "layer"), string("variable", "变量", "variable")),
    *(SENTENCE, START, END, CODER),
    Fixed("value", Type.TEXT, Words("取值", "value"), missing=True),
    integer("n", "条数", "annotations", missing=True),
)


class _Unit(NamedTuple):
    """A unit: its type, its name, and where it is."""

    kind: str
    name: str
    sentence: int | None = None
    start: int | None = None
    end: int | None = None


_Place = Callable[[AnnotationRow], _Unit]
# What is no answer among given ones cannot be compared by being the same.
_NOT_COMPARED = (Kind.TEXT, Kind.LINK)


class ReliabilityTable(Grown):
    """Make the rows of `reliability_units`, of articles that two coders or more have coded.

    Units are the article (its variables), each sentence (what its annotations are about) and
    each stretch of text that somebody marked (all category variables), layer by layer. What a
    choice by values leaves out of other tables is here, too: a coder did mark it.
    """

    def __init__(
        self,
        layout: Layout,
        coders: Mapping[int, str],
        located: Located,
        language: str,
        statuses: Container[Status],
    ) -> None:
        label = Words("信度单位", "units of reliability").told(language)
        key = ("unit_type", "unit", "layer", "variable", "coder")
        super().__init__((Table("reliability_units", label, told(UNITS, language), key),))
        self._layout = layout
        self._coders = coders
        self._located = located
        self._statuses = statuses

    def add(self, coded: CodedArticle) -> None:
        """Append the rows of an article that several have coded."""
        busy = {row[2] for row in coded.marked}
        busy.update(id_ for id_, status in coded.statuses.items() if status is Status.DONE)
        # What is left out by its coder's status must not look as if nothing had been marked.
        coders = [id_ for id_ in self._coders if id_ in busy and self._is_chosen(coded, id_)]
        if len(coders) > 1:
            self.rows["reliability_units"].extend(self._rows(coded, coders))

    def _is_chosen(self, coded: CodedArticle, coder: int) -> bool:
        return coded.statuses.get(coder, Status.NOT_STARTED) in self._statuses

    def _rows(self, coded: CodedArticle, coders: Sequence[int]) -> Iterator[Row]:
        by_layer: defaultdict[str, list[AnnotationRow]] = defaultdict(list)
        for row in coded.marked:
            by_layer[row[3]].append(row)
        whole = _Unit("article", coded.bibliography.uid)
        for table in self._layout.article_layers:
            own = by_layer[table.layer.key]
            yield from self._of(coded, coders, table, own, [whole], lambda _: whole)
        for table in self._layout.span_layers:
            placed = [row for row in by_layer[table.layer.key] if row[4] is not None]
            if placed:
                yield from self._of_sentences(coded, coders, table, placed)
                spans = {_span(coded, row): None for row in placed}
                place = partial(_span, coded)
                yield from self._of(coded, coders, table, placed, spans, place)

    def _of_sentences(
        self,
        coded: CodedArticle,
        coders: Sequence[int],
        table: LayerTable,
        placed: Sequence[AnnotationRow],
    ) -> Iterator[Row]:
        places = self._located.places(coded)
        name = coded.bibliography.uid
        units = [
            _Unit("sentence", f"{name}:s{number}", number)
            for number in range(1, len(places.sentences) + 1)
        ]

        def place(row: AnnotationRow) -> _Unit:
            return units[(places.at(row[4])[1] or 1) - 1]

        about = {each.key for each in leading(table.layer)}
        yield from self._of(coded, coders, table, placed, units, place, about)

    def _of(
        self,
        coded: CodedArticle,
        coders: Sequence[int],
        table: LayerTable,
        rows: Iterable[AnnotationRow],
        units: Iterable[_Unit],
        place: _Place,
        about: Container[str] | None = None,
    ) -> Iterator[Row]:
        """Yield what each coder says of the variables (those of `about`) at each unit."""
        said: defaultdict[tuple[_Unit, int], list[Values]] = defaultdict(list)
        for row in rows:
            said[place(row), row[2]].append(dict(coded.values.get(row[0], ())))
        keys = [each for each in _compared(table) if about is None or each in about]
        article, layer = coded.bibliography.uid, table.layer.key
        for unit in units:
            for key in keys:
                for coder in coders:
                    found = said.get((unit, coder), ())
                    status = coded.statuses.get(coder, Status.NOT_STARTED)
                    begin = (unit.kind, unit.name, article, layer, key, *unit[2:])
                    end = (_joined(found, key), count_of(len(found), status))
                    yield (*begin, self._coders[coder], *end)


def _compared(table: LayerTable) -> list[str]:
    return [
        each.variable.key
        for each in table.variables
        if each.columns and each.variable.kind not in _NOT_COMPARED
    ]


def _span(coded: CodedArticle, row: AnnotationRow) -> _Unit:
    start, end = row[4], row[5]
    return _Unit("span", f"{coded.bibliography.uid}:{start}-{end}", None, start, end)


def _joined(found: Iterable[Values], key: str) -> Scalar | None:
    """Return what is said at one unit: one value, or all of them in the order of their keys."""
    values = {plain(each): each for own in found for each in own.get(key, ())}
    if len(values) == 1 and isinstance(only := next(iter(values.values())), Missing):
        return only
    return ";".join(sorted(values)) or None
