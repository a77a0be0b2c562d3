"""What a dataset is made of: the tables that are wanted, and their rows in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.dataset.annotation_tables import AnnotationTables
from workbench.dataset.article_tables import ARTICLE_CODING_NAMES, ArticleTable, CodingTable
from workbench.dataset.choice import ExportChoice
from workbench.dataset.codebook_table import CodebookTable
from workbench.dataset.coding import LayerCoding
from workbench.dataset.forecast_table import ForecastTable
from workbench.dataset.growing import Growing
from workbench.dataset.layout import lay_out
from workbench.dataset.model import Row, Table
from workbench.domain.codebook import Codebook
from workbench.domain.coded import CodedArticle


@dataclass(frozen=True)
class Content:
    """The tables of a dataset, in order, and what makes their rows."""

    tables: Sequence[Table]
    growing: Sequence[Growing]

    def rows(self, articles: Iterable[CodedArticle]) -> Iterator[tuple[str, list[Row]]]:
        """Yield rows with their table; what is yielded is emptied afterwards."""
        wanted = {each.name for each in self.tables}
        for coded in articles:
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


def make_content(codebook: Codebook, coders: Mapping[int, str], choice: ExportChoice) -> Content:
    """Return the tables of a codebook; `coders` are names by id."""
    language = choice.language
    layout = lay_out(
        codebook, taken=ARTICLE_CODING_NAMES, expand=choice.expand_groups, language=language
    )
    codings = {each.layer.key: LayerCoding(each, language) for each in layout.layers}
    growing: list[Growing] = [
        AnnotationTables(layout, coders, codings, language),
        ForecastTable(codebook, coders, language),
        ArticleTable(language),
        CodingTable(layout, coders, codings, language),
        CodebookTable(codebook, layout, language),
    ]
    tables = [table for each in growing for table in each.tables]
    return Content(tables, growing)
