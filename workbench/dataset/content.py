"""What a dataset is made of: the tables that are wanted, and their rows in one pass."""

from __future__ import annotations

import fnmatch
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.dataset.annotation_tables import AnnotationTables
from workbench.dataset.article_tables import ARTICLE_CODING_NAMES, ArticleTable, CodingTable
from workbench.dataset.choice import ExportChoice
from workbench.dataset.codebook_table import CodebookTable
from workbench.dataset.coding import LayerCoding
from workbench.dataset.errors import UnknownTable
from workbench.dataset.filtering import Filter, variables_named
from workbench.dataset.forecast_table import ForecastTable
from workbench.dataset.growing import Growing
from workbench.dataset.layout import lay_out
from workbench.dataset.model import Row, Table
from workbench.domain.codebook import Codebook, Layer, Variable
from workbench.domain.coded import CodedArticle


@dataclass(frozen=True)
class Content:
    """The tables of a dataset, in order, and what makes their rows."""

    tables: Sequence[Table]
    growing: Sequence[Growing]
    chosen: Filter

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
    beside: Sequence[Growing] = (),
) -> Content:
    """Return the tables that are chosen of a project; `coders` are names by id.

    What grows `beside` them sees the same articles, and has no tables.

    Raises:
        Refusal: the choice names what the project lacks.
    """
    language = choice.language
    chosen = Filter(choice, codebook, coders)
    coders = chosen.coders
    layout = lay_out(
        codebook,
        taken=ARTICLE_CODING_NAMES,
        expand=choice.expand_groups,
        language=language,
        wanted=_wanted(codebook, choice),
        layers=chosen.layers,
    )
    codings = {each.layer.key: LayerCoding(each, language) for each in layout.layers}
    growing: list[Growing] = [
        AnnotationTables(layout, coders, codings, language),
        ForecastTable(codebook, coders, language),
        ArticleTable(language),
        CodingTable(layout, coders, codings, language, chosen.statuses),
        CodebookTable(codebook, layout, language),
    ]
    tables = _chosen(choice.tables, [table for each in growing for table in each.tables])
    names = {each.name for each in tables}
    needed = [each for each in growing if not names.isdisjoint(each.rows)]
    return Content(tables, [*needed, *beside], chosen)


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
