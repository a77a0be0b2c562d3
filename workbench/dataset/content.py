"""What a dataset is made of: the tables that are wanted, and their rows in one pass."""

from __future__ import annotations

import fnmatch
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.dataset.annotation_tables import ANNOTATIONS_TABLE, AnnotationTables
from workbench.dataset.article_tables import ARTICLE_CODING_NAMES, ArticleTable, CodingTable
from workbench.dataset.category_tables import CategoryTables
from workbench.dataset.choice import ExportChoice
from workbench.dataset.codebook_table import CodebookTable
from workbench.dataset.coding import LayerCoding
from workbench.dataset.errors import UnknownTable
from workbench.dataset.filtering import Filter, variables_named
from workbench.dataset.forecast_table import ForecastTable
from workbench.dataset.growing import Growing
from workbench.dataset.layout import Layout, lay_out
from workbench.dataset.list_tables import ListTables
from workbench.dataset.memo_table import MemoTable
from workbench.dataset.model import Row, Table
from workbench.dataset.places import Located
from workbench.dataset.reliability_table import ReliabilityTable
from workbench.dataset.score_table import ScoreTable
from workbench.dataset.statement_tables import DyadTable, StatementTable, has_dyads, stance_table
from workbench.domain.codebook import Codebook, Layer, Variable
from workbench.domain.coded import CodedArticle, CodedMemo, Share
from workbench.domain.forecasts import forecast_layer


@dataclass(frozen=True)
class Content:
    """The tables of a dataset, in order, and what makes their rows.

    `of_layers` are the names of the layers' tables, by the layers' keys.
    """

    tables: Sequence[Table]
    growing: Sequence[Growing]
    chosen: Filter
    of_layers: Mapping[str, str]

    def rows_beforehand(self, shares: Iterable[Share]) -> Mapping[str, int]:
        """Return the rows of the tables where they can be known before an article is read."""
        counts = self.chosen.count(shares)
        if counts is None:
            return {}
        rows = {self.of_layers[key]: count for key, count in counts.items()}
        rows[ANNOTATIONS_TABLE] = sum(counts.values())
        return {each.name: rows[each.name] for each in self.tables if each.name in rows}

    def rows(self, articles: Iterable[CodedArticle]) -> Iterator[tuple[str, list[Row]]]:
        """Yield rows with their table; what is yielded is emptied afterwards."""
        wanted = {each.name for each in self.tables}
        for coded in self.chosen.articles(articles):
            for each in self.growing:
                each.add(coded)
                yield from _taken(each, wanted)
        for each in self.growing:
            each.finish()
            yield from _taken(each, wanted)


def _taken(growing: Growing, wanted: set[str]) -> Iterator[tuple[str, list[Row]]]:
    for table, rows in growing.rows.items():
        if rows:
            if table in wanted:
                yield table, rows
            rows.clear()


def make_content(
    codebook: Codebook,
    coders: Mapping[int, str],
    choice: ExportChoice,
    memos: Iterable[CodedMemo] = (),
    beside: Sequence[Growing] = (),
) -> Content:
    """Return the tables that are chosen of a project; `coders` are names by id.

    What grows `beside` them sees the same articles, and has no tables.

    Raises:
        Refusal: the choice names what the project lacks.
    """
    language = choice.language
    chosen = Filter(choice, codebook, coders)
    layout = lay_out(
        codebook,
        taken=ARTICLE_CODING_NAMES,
        expand=choice.expand_groups,
        language=language,
        wanted=_wanted(codebook, choice),
        layers=chosen.layers,
    )
    growing = [*_growing(codebook, layout, chosen, choice), *_of_memos(chosen, choice, memos)]
    tables = _chosen(choice.tables, [table for each in growing for table in each.tables])
    names = {each.name for each in tables}
    needed = [each for each in growing if not names.isdisjoint(each.rows)]
    of_layers = {each.layer.key: each.table.name for each in layout.layers}
    return Content(tables, [*needed, *beside], chosen, of_layers)


def _growing(
    codebook: Codebook, layout: Layout, chosen: Filter, choice: ExportChoice
) -> Iterator[Growing]:
    """Yield what makes the tables of a codebook, in their order."""
    coders, language = chosen.coders, choice.language
    codings = {each.layer.key: LayerCoding(each, language) for each in layout.layers}
    located = Located()
    yield AnnotationTables(layout, coders, codings, located, language)
    yield from _of_stances(codebook, layout, codings, located, chosen, choice)
    claims = forecast_layer(codebook)
    if claims is not None and claims.key in codings:
        yield ForecastTable(codebook, claims, coders, language)
    yield ArticleTable(language)
    yield CodingTable(layout, coders, codings, language, chosen.statuses)
    yield CategoryTables(layout, coders, language, chosen.statuses)
    yield ReliabilityTable(layout, coders, located, language, chosen.statuses)
    yield CodebookTable(codebook, layout, language)
    yield ListTables(codebook, layout, language)


def _of_stances(
    codebook: Codebook,
    layout: Layout,
    codings: Mapping[str, LayerCoding],
    located: Located,
    chosen: Filter,
    choice: ExportChoice,
) -> Iterator[Growing]:
    """Yield what makes the tables of statements, where a layer says who holds which position."""
    stances = stance_table(codebook, layout)
    if stances is None:
        return
    layer, coders, language = stances.layer, chosen.coders, choice.language
    expand = choice.expand_groups
    coding = codings[layer.key]
    yield StatementTable(codebook, stances, coders, coding, located, language, expand=expand)
    if has_dyads(layer):
        yield DyadTable(codebook, layer, coders, language, choice.period, expand=expand)
    yield ScoreTable(codebook, layer, coders, language, chosen.statuses)


def _of_memos(
    chosen: Filter, choice: ExportChoice, memos: Iterable[CodedMemo]
) -> Iterator[Growing]:
    yield MemoTable(memos, chosen.coders, choice.language, all_coders=not choice.coders)


def _wanted(codebook: Codebook, choice: ExportChoice) -> Callable[[Layer, Variable], bool]:
    named = [each for name in choice.variables for each in variables_named(codebook, name)]
    wanted = {(layer.key, variable.key) for layer, variable in named}
    return lambda layer, variable: not wanted or (layer.key, variable.key) in wanted


def _chosen(wanted: Sequence[str], tables: Sequence[Table]) -> list[Table]:
    """Return the tables of these names or patterns, in their own order, or all of them."""
    names = [each.name for each in tables]
    found: set[str] = set()
    for pattern in wanted:
        matching = fnmatch.filter(names, pattern)
        if not matching:
            raise UnknownTable(name=pattern, known=", ".join(names))
        found.update(matching)
    return [each for each in tables if not wanted or each.name in found]
