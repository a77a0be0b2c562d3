"""The lines of the tables that have a row an article, or a row an article and coder."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping

from workbench.dataset.cells import cell, line, text_cell
from workbench.dataset.coding import LayerCoding
from workbench.dataset.layout import Layout
from workbench.domain.article import Status
from workbench.domain.coded import CodedArticle
from workbench.domain.values import Missing

ARTICLES_FILE = "articles.csv"
CODING_FILE = "article_coding.csv"


class ArticleTables:
    """Collect the lines of `articles.csv` and `article_coding.csv`, by file."""

    def __init__(
        self, layout: Layout, coders: Mapping[int, str], codings: Mapping[str, LayerCoding]
    ) -> None:
        self.lines: dict[str, list[str]] = {ARTICLES_FILE: [], CODING_FILE: []}
        self._coders = coders
        self._codings = codings
        self._article_layers = [each.layer.key for each in layout.article_layers]
        self._span_layers = [each.layer.key for each in layout.span_layers]

    def add(self, coded: CodedArticle) -> None:
        """Append the line of an article, and one for each coder of the project."""
        about = coded.bibliography
        digest = hashlib.sha256(coded.text.encode()).hexdigest()
        *known, original = about
        self.lines[ARTICLES_FILE].append(line(*known, len(coded.text), digest, original))
        counts = Counter((coder, layer) for _, _, coder, layer, *_ in coded.annotations)
        values = self._article_values(coded)
        for id_, name in self._coders.items():
            status = coded.statuses.get(id_, Status.NOT_STARTED)
            cells = [text_cell(about.uid), text_cell(name), status.value]
            for layer in self._article_layers:
                cells += values.get((id_, layer)) or self._codings[layer].cells(())
            cells += [_count(counts[id_, layer], status) for layer in self._span_layers]
            self.lines[CODING_FILE].append(",".join(cells))

    def _article_values(self, coded: CodedArticle) -> dict[tuple[int, str], list[str]]:
        """Return the cells of what each coder said of the whole article, by coder and layer."""
        found: dict[tuple[int, str], list[str]] = {}
        for id_, _, coder, layer, start, *_ in coded.annotations:
            if start is not None:
                break  # article scope comes first
            if layer in self._article_layers and (coder, layer) not in found:
                values = coded.values.get(id_, ())
                found[coder, layer] = self._codings[layer].cells(values)
        return found


def _count(found: int, status: Status) -> str:
    """Return how many there are; none is only known to be none where the article is done."""
    return cell(found if found or status is Status.DONE else Missing.NOT_CODED)
