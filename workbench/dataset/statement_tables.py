"""The rows of `statements` and `dyads`: who holds which position on what, and toward whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from workbench.dataset.category_columns import CategoryColumns, Weighed, values_of
from workbench.dataset.coding import LayerCoding
from workbench.dataset.columns import (
    ANNOTATION_ID,
    ARTICLE_ID,
    CODER,
    END,
    PARAGRAPH,
    SENTENCE,
    START,
    WEIGHT,
    date,
    integer,
    names_of,
    one_of,
    real,
    told,
    truth,
)
from workbench.dataset.growing import Grown
from workbench.dataset.layout import LayerTable, Layout
from workbench.dataset.model import Column, Row, Table
from workbench.dataset.names import Names
from workbench.dataset.networks.errors import NetworkLayerMissing
from workbench.dataset.networks.reading import POSITION, WHEN, position_scores, statement_layer
from workbench.dataset.places import Located
from workbench.dataset.sums import ScoreSum
from workbench.domain.codebook import Codebook, CodeList, Layer, Words
from workbench.domain.coded import AnnotationRow, CodedArticle
from workbench.domain.expansion import expanded
from workbench.domain.values import Missing, NotADate, Scalar, days_of

HOLDER, TARGET, TOWARD = "holder", "target", "toward"
ROLES = (HOLDER, TARGET, TOWARD)
#: The columns that `statements` begins with.
STATEMENTS = (
    *(ANNOTATION_ID, integer("statement", "立场陈述序号", "statement"), ARTICLE_ID, CODER),
    *(START, END, PARAGRAPH, SENTENCE, date("published", "发表日期", "published")),
    truth("complete", "完整", "complete"),
)


def has_dyads(layer: Layer) -> bool:
    """Tell whether stances are held toward somebody."""
    ends = [layer.by_key.get(key) for key in ROLES[::2]]
    return all(each is not None and each.code_list for each in ends)


def stance_table(codebook: Codebook, layout: Layout) -> LayerTable | None:
    """Return the layer that says who holds which position, if it is among those laid out."""
    try:
        layer = statement_layer(codebook)
    except NetworkLayerMissing:
        return None
    return next((each for each in layout.layers if each.layer.key == layer.key), None)


class StatementTable(Grown):
    """Make the rows of `statements`: one for each holder, target and addressee of a stance.

    Several holders and targets multiply; where groups are expanded, their members do.
    """

    def __init__(
        self,
        codebook: Codebook,
        stances: LayerTable,
        coders: Mapping[int, str],
        coding: LayerCoding,
        located: Located,
        language: str,
        *,
        expand: bool,
    ) -> None:
        names = Names((*names_of(STATEMENTS), WEIGHT.name))
        self._layer = stances.layer
        self._roles = {
            each.variable.key: CategoryColumns(
                *(codebook, each.code_list, each.variable.key, each.columns[0].label, language),
                names,
                expand=expand,
            )
            for each in stances.variables
            if each.variable.key in ROLES and each.code_list and each.columns
        }
        self._rest = [
            n for n, each in enumerate(stances.variables, 1) if each.variable.key not in self._roles
        ]
        rest = [_renamed(stances.variables[n - 1].columns, names) for n in self._rest]
        columns = (
            *told(STATEMENTS, language),
            *(column for each in self._roles.values() for column in each.columns),
            *(column for own in rest for column in own),
            WEIGHT.told(language),
        )
        label = Words("立场陈述", "statements").told(language)
        super().__init__((Table("statements", label, columns, ("annotation_id", "statement")),))
        self._coders = coders
        self._coding = coding
        self._located = located

    def add(self, coded: CodedArticle) -> None:
        """Append the rows of an article's stances, in text order."""
        key = self._layer.key
        for row in coded.annotations:
            if row[3] == key:
                self.rows["statements"].extend(self._rows(coded, row))

    def _rows(self, coded: CodedArticle, row: AnnotationRow) -> Iterator[Row]:
        id_, uid, coder, _, start, end, *_ = row
        own = coded.values.get(id_, ())
        values = dict(own)
        rest, complete = self._rest_of(coded, id_)
        place = (start, end, *self._located.places(coded).at(start))
        about = coded.bibliography
        for n, (roles, weight) in enumerate(self._combined(values), 1):
            begin = (uid, n, about.uid, self._coders[coder], *place, about.published or None)
            yield (*begin, complete, *roles, *rest, weight)

    def _rest_of(self, coded: CodedArticle, id_: int) -> tuple[Row, bool]:
        """Return the columns of all other variables, and whether the stance is complete."""
        cells = self._coding.blank.copy()
        bits = 0
        for value in coded.values.get(id_, ()):
            known = self._coding[value]
            cells[known.slot] = known.cells
            bits |= known.bits
        rest = tuple(cell for n in self._rest for cell in cells[n])
        return rest, self._coding.complete[bits]

    def _combined(self, values: Mapping[str, tuple[Scalar, ...]]) -> Iterator[Weighed]:
        """Yield the columns of every combination of holder, target and addressee."""
        choices = [
            [weighed for value in values_of(values, key) for weighed in columns.rows(value)]
            for key, columns in self._roles.items()
        ]
        for chosen in product(*choices):
            weight = 1.0
            for _, own in chosen:
                weight *= own
            yield tuple(cell for cells, _ in chosen for cell in cells), weight


def _renamed(columns: Sequence[Column], names: Names) -> list[Column]:
    """Return columns with names that are free."""
    given = {each.name: names.claim(each.name) for each in columns}
    return [
        replace(each, name=given[each.name], repeats=given.get(each.repeats, ""))
        for each in columns
    ]


# --- dyads ----------------------------------------------------------------------

_DATED = (
    ("when", 1, "立场的日期", "date of the stance"),
    ("published", 2, "发表日期", "date of publication"),
    ("none", 3, "没有日期", "undated"),
)
DYADS_END = (
    date("period", "时期", "period"),
    one_of("dated_by", "日期依据", "dated by", *_DATED),
    integer("n", "立场陈述数", "statements"),
    integer("n_scored", "有分值的立场陈述数", "statements with a score"),
    integer("n_off", "不在量表上的立场陈述数", "statements off the scale"),
    real("mean_score", "平均分值", "mean score"),
    real("weight", "权重之和", "sum of weights"),
)


class DyadTable(Grown):
    """Make the rows of `dyads`: how each holder speaks of each other one, period by period."""

    def __init__(
        self,
        codebook: Codebook,
        layer: Layer,
        coders: Mapping[int, str],
        language: str,
        period: str,
        *,
        expand: bool,
    ) -> None:
        self._layer = layer
        self._coders = coders
        self._period = period
        lists = {key: codebook.code_list(layer.by_key[key].code_list or "") for key in ROLES[::2]}
        names = Names((CODER.name, *names_of(DYADS_END)))
        self._ends = {
            key: CategoryColumns(
                *(codebook, lists[key], key, layer.by_key[key].label.told(language) or key),
                language,
                names,
            )
            for key in lists
        }
        columns = (
            CODER.told(language),
            *(column for each in self._ends.values() for column in each.columns),
            *told(DYADS_END, language),
        )
        label = Words("双边立场", "dyads").told(language)
        key = (CODER.name, HOLDER, TOWARD, "period", "dated_by")
        super().__init__((Table("dyads", label, columns, key),))
        self._members = {key: _Members(lists[key], expand=expand) for key in lists}
        self._scores = position_scores(codebook, layer)
        self._sums: dict[tuple[int, str, str, str, str], ScoreSum] = {}

    def add(self, coded: CodedArticle) -> None:
        """Sum up an article's stances of somebody toward somebody."""
        for id_, _, coder, layer, *_ in coded.annotations:
            if layer == self._layer.key:
                self._add(coder, dict(coded.values.get(id_, ())), coded.bibliography.published)

    def _add(self, coder: int, values: Mapping[str, tuple[Scalar, ...]], published: str) -> None:
        (position,) = values_of(values, POSITION)[:1]
        score = self._scores.get(str(position))
        period, dated_by = self._dated(values_of(values, WHEN)[0], published)
        ends = [self._members[key].of(values.get(key, ())) for key in self._ends]
        for (holder, a), (toward, b) in product(*ends):
            key = (coder, holder, toward, period, dated_by)
            self._sums.setdefault(key, ScoreSum()).add(position, score, a * b)

    def _dated(self, when: Scalar | None, published: str) -> tuple[str, str]:
        """Return the period, and by which date; a stance's own date goes before its article's.

        A stance that has one, but in no single year, is dated by none: networks date it alike.
        """
        of_article = when is None or isinstance(when, Missing)
        period = period_of(published if of_article else str(when), self._period)
        if not period:
            return "", "none"
        return period, "published" if of_article else "when"

    def finish(self) -> None:
        """Add a row for each dyad and period, in the order of coders, code lists and time."""
        places = [self._members[key].places for key in self._ends]
        order = {id_: n for n, id_ in enumerate(self._coders)}

        def place(key: tuple[int, str, str, str, str]) -> tuple[int, int, int, str, str]:
            coder, holder, toward, period, dated_by = key
            return order[coder], places[0][holder], places[1][toward], period, dated_by

        for key in sorted(self._sums, key=place):
            coder, holder, toward, period, dated_by = key
            ends = [
                self._ends[name].rows(value)[0][0]
                for name, value in zip(self._ends, (holder, toward), strict=True)
            ]
            begin = (self._coders[coder], *ends[0], *ends[1], period or None, dated_by)
            found = self._sums[key]
            self.rows["dyads"].append((*begin, *found.row, found.weight))


class _Members:
    """Whom the values of a variable stand for, and how much of each that is."""

    def __init__(self, code_list: CodeList, *, expand: bool) -> None:
        self._list = code_list
        self._expand = expand
        self.places = {each.key: n for n, each in enumerate(code_list.categories)}

    def of(self, values: Sequence[Scalar]) -> list[tuple[str, float]]:
        given = (str(each) for each in values if not isinstance(each, Missing))
        keys = [self._list.category(key).key for key in given]
        if not self._expand:
            return [(key, 1.0) for key in keys]
        return [
            (each.key, float(each.weight)) for key in keys for each in expanded(self._list, key)
        ]


def period_of(given: str, period: str) -> str:
    """Return the month (or the year) that a date lies in, its year where it tells no month.

    Empty where there is no date, or none that lies in one year.
    """
    if not given:
        return ""
    try:
        first, last = days_of(given)
    except NotADate:
        return ""
    if first[0] != last[0]:
        return ""
    if period == "month" and first[1] == last[1]:
        return f"{first[0]:04}-{first[1]:02}"
    return f"{first[0]:04}"
