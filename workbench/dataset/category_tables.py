"""The rows of the tables that count categories by article and coder, and of mean scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.dataset.article_tables import ARTICLE_CODING, count_of
from workbench.dataset.categories import line_of, tops_of
from workbench.dataset.columns import integer, names_of, real, string, told
from workbench.dataset.growing import Grown
from workbench.dataset.layout import LayerTable, Layout
from workbench.dataset.model import Column, Table, Type
from workbench.dataset.names import Names
from workbench.domain.article import Status
from workbench.domain.codebook import CodeList, Layer, Scope, Variable, Words
from workbench.domain.coded import CodedArticle
from workbench.domain.values import Missing, Scalar

CATEGORIES = (
    *ARTICLE_CODING,
    *(string("layer", "标注层", "layer"), string("variable", "变量", "variable")),
    *(string("category", "类目", "category"), string("label", "名称", "label")),
    string("parent", "上级类目", "parent"),
    integer("n", "条数", "annotations"),
    integer("n_any_depth", "条数（含下级）", "annotations at any depth"),
    real("share", "占比（含下级）", "share at any depth"),
)
COUNTS_BEGIN = ARTICLE_CODING


@dataclass(frozen=True)
class _Counted:
    """A category variable whose values are counted."""

    layer: str
    variable: str
    code_list: CodeList

    @cached_property
    def lines(self) -> Mapping[str, tuple[str, ...]]:
        """Each category with those above it."""
        keys = self.code_list.by_key
        return {key: tuple(line_of(self.code_list, key)) for key in keys}


@dataclass
class _Counts:
    """What one coder coded of one variable in one article."""

    annotations: int
    direct: Counter[str]
    any_depth: Counter[str]


def leading(layer: Layer) -> list[Variable]:
    """Return the category variables that a layer is about: the first of each that completes it."""
    first = dict.fromkeys(clause[0] for clause in layer.complete if clause)
    return [layer.by_key[key] for key in first if layer.by_key[key].code_list]


class CategoryTables(Grown):
    """Make the rows of `article_categories` (a row a category) and `article_counts` (a column)."""

    def __init__(
        self,
        layout: Layout,
        coders: Mapping[int, str],
        language: str,
        statuses: Container[Status],
    ) -> None:
        self._language = language
        self._coders = coders
        self._statuses = statuses
        self._counted = [
            _Counted(each.layer.key, own.variable.key, own.code_list)
            for each in layout.layers
            for own in each.variables
            if own.code_list and own.columns
        ]
        self._by_place = {(each.layer, each.variable): each for each in self._counted}
        self._wide = list(_wide(layout, language))
        key = (*names_of(ARTICLE_CODING)[:2], "layer", "variable", "category")
        label = Words("文章 × 编码员 × 类目", "article × coder × category").told(language)
        long = Table("article_categories", label, told(CATEGORIES, language), key)
        wide_columns = (*told(COUNTS_BEGIN, language), *(each.column for each in self._wide))
        label = Words("文章 × 编码员：类目计数", "article × coder: counts").told(language)
        super().__init__((Table("article_counts", label, wide_columns, key[:2]), long))

    def add(self, coded: CodedArticle) -> None:
        """Append the rows of an article."""
        counts = self._counts(coded)
        none = _Counts(0, Counter(), Counter())
        for id_, name in self._coders.items():
            status = coded.statuses.get(id_, Status.NOT_STARTED)
            if status not in self._statuses:
                continue
            begin = (coded.bibliography.uid, name, status.value)
            for each in self._counted:
                found = counts.get((id_, each.layer, each.variable))
                if found:
                    rows = self._of_variable(each, found)
                    self.rows["article_categories"].extend((*begin, *row) for row in rows)
            wide = (
                count_of(
                    counts.get((id_, each.layer, each.variable), none).any_depth[each.top], status
                )
                for each in self._wide
            )
            self.rows["article_counts"].append((*begin, *wide))

    def _of_variable(self, of: _Counted, found: _Counts) -> Iterator[tuple[Scalar | None, ...]]:
        for category in of.code_list.categories:
            n = found.any_depth[category.key]
            if n:
                yield (
                    *(of.layer, of.variable, category.key, category.label.told(self._language)),
                    *(category.parent, found.direct[category.key], n, n / found.annotations),
                )

    def _counts(self, coded: CodedArticle) -> dict[tuple[int, str, str], _Counts]:
        values_of = coded.values.get
        values = Counter(
            (row[2], row[3], value) for row in coded.annotations for value in values_of(row[0], ())
        )
        found: dict[tuple[int, str, str], _Counts] = {}
        for (coder, layer, (variable, scalars)), n in values.items():
            of = self._by_place.get((layer, variable))
            keys = [str(each) for each in scalars if not isinstance(each, Missing)]
            if of and keys:
                key = (coder, layer, variable)
                own = found.get(key)
                if own is None:
                    own = found[key] = _Counts(0, Counter(), Counter())
                own.annotations += n
                for each in keys:
                    own.direct[each] += n
                for each in _with_those_above(of, keys):
                    own.any_depth[each] += n
        return found


def _with_those_above(of: _Counted, keys: list[str]) -> Iterable[str]:
    """Return categories with those above them, each once."""
    if len(keys) == 1:
        return of.lines[keys[0]]
    return {above for key in keys for above in of.lines[key]}


@dataclass(frozen=True)
class _Wide:
    layer: str
    variable: str
    top: str
    column: Column


def _wide(layout: Layout, language: str) -> Iterator[_Wide]:
    """Yield a column for each top category of what the layers of passages are about."""
    names = Names(names_of(COUNTS_BEGIN))
    for table in layout.layers:
        if table.layer.scope is Scope.SPAN:
            for variable in leading(table.layer):
                yield from _of_variable(table, variable, names, language)


def _of_variable(
    table: LayerTable, variable: Variable, names: Names, language: str
) -> Iterator[_Wide]:
    own = next(each for each in table.variables if each.variable.key == variable.key)
    layer = table.layer
    if own.code_list is None or not own.columns:
        return
    stem = layer.key if variable.key == layer.key else f"{layer.key}_{variable.key}"
    for key in dict.fromkeys(tops_of(own.code_list).values()):
        told_ = own.code_list.by_key[key].label.told(language) or key
        label = f"{own.columns[0].label}：{told_}"
        column = Column(names.claim(f"{stem}_{key}"), label, Type.INTEGER, missing=True)
        yield _Wide(layer.key, variable.key, key, column)
