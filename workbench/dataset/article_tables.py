"""The rows of the tables that have a row an article, or a row an article and coder."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Container, Mapping

from workbench.dataset.coding import LayerCoding
from workbench.dataset.columns import (
    ARTICLE_ID,
    CODER,
    STATUSES,
    date,
    integer,
    names_of,
    one_of,
    string,
    told,
)
from workbench.dataset.growing import Grown
from workbench.dataset.layout import Layout
from workbench.dataset.model import Row, Table
from workbench.domain.article import Status
from workbench.domain.codebook import Words
from workbench.domain.coded import CodedArticle
from workbench.domain.values import Missing, Scalar

ARTICLES = (
    *(ARTICLE_ID, string("title", "标题", "title"), string("source", "来源", "outlet")),
    *(string("author", "作者", "author"), date("published", "发表日期", "published")),
    *(string("url", "网址", "URL"), string("language", "语言", "language")),
    *(string("script", "字形", "script"), string("genre_guess", "体裁（猜测）", "genre (guessed)")),
    *(string("same_as", "同文", "rendering of"), string("file_name", "文件名", "file name")),
    *(string("imported", "导入时间", "imported"), integer("characters", "字符数", "characters")),
    *(string("text_sha256", "文本摘要", "SHA-256 of the text"),),
    *(string("original_sha256", "原件摘要", "SHA-256 of the original"),),
)
#: The columns that every table with a row an article and coder begins with.
ARTICLE_CODING = (ARTICLE_ID, CODER, one_of("status", "状态", "status", *STATUSES))
#: Those of `article_coding`; the time is empty where none is kept.
CODING = (*ARTICLE_CODING, integer("work_seconds", "编码用时（秒）", "seconds worked"))
ARTICLE_CODING_NAMES = names_of(CODING)


class ArticleTable(Grown):
    """Make the rows of `articles`."""

    def __init__(self, language: str) -> None:
        label = Words("文章", "articles").told(language)
        super().__init__((Table("articles", label, told(ARTICLES, language), ("article_id",)),))

    def add(self, coded: CodedArticle) -> None:
        """Append the row of an article."""
        digest = hashlib.sha256(coded.text.encode()).hexdigest()
        *known, original = (each or None for each in coded.bibliography)
        self.rows["articles"].append((*known, len(coded.text), digest, original))


class CodingTable(Grown):
    """Make the rows of `article_coding`: one for each article and coder, of some statuses."""

    def __init__(
        self,
        layout: Layout,
        coders: Mapping[int, str],
        codings: Mapping[str, LayerCoding],
        language: str,
        statuses: Container[Status],
    ) -> None:
        article = [column for each in layout.article_layers for column in each.coding]
        counts = [column for each in layout.span_layers for column in each.coding]
        columns = (*told(CODING, language), *article, *counts)
        label = Words("文章 × 编码员", "article × coder").told(language)
        super().__init__((Table("article_coding", label, columns, ("article_id", "coder")),))
        self._coders = coders
        self._statuses = statuses
        self._codings = codings
        self._article_layers = [each.layer.key for each in layout.article_layers]
        self._span_layers = [each.layer.key for each in layout.span_layers]

    def add(self, coded: CodedArticle) -> None:
        """Append a row of the article for each coder."""
        uid = coded.bibliography.uid
        counts = Counter((coder, layer) for _, _, coder, layer, *_ in coded.annotations)
        values = self._article_values(coded)
        for id_, name in self._coders.items():
            status = coded.statuses.get(id_, Status.NOT_STARTED)
            if status not in self._statuses:
                continue
            row: list[Scalar | None] = [uid, name, status.value, coded.worked.get(id_)]
            for layer in self._article_layers:
                row += values.get((id_, layer)) or self._codings[layer].cells(())
            row += (count_of(counts[id_, layer], status) for layer in self._span_layers)
            self.rows["article_coding"].append(tuple(row))

    def _article_values(self, coded: CodedArticle) -> dict[tuple[int, str], Row]:
        """Return what each coder said of the whole article, by coder and layer."""
        found: dict[tuple[int, str], Row] = {}
        for id_, _, coder, layer, start, *_ in coded.annotations:
            if start is not None:
                break  # article scope comes first
            if layer in self._article_layers and (coder, layer) not in found:
                found[coder, layer] = self._codings[layer].cells(coded.values.get(id_, ()))
        return found


def count_of(found: int, status: Status) -> int:
    """Return how many there are; none is only known to be none where the article is done."""
    return found if found or status is Status.DONE else Missing.NOT_CODED
