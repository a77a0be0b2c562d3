"""The rows of `article_scores`: the mean score of the stances on each target, and toward each."""

from __future__ import annotations

from collections.abc import Container, Mapping

from workbench.dataset.article_tables import ARTICLE_CODING
from workbench.dataset.columns import integer, names_of, one_of, real, string, told
from workbench.dataset.growing import Grown
from workbench.dataset.model import Table
from workbench.dataset.networks.reading import POSITION, position_scores
from workbench.dataset.sums import ScoreSum
from workbench.domain.article import Status
from workbench.domain.codebook import Codebook, CodeList, Layer, Words
from workbench.domain.coded import CodedArticle
from workbench.domain.values import Missing

_BY = (("target", 1, "对象", "target"), ("toward", 2, "指向", "toward"))
SCORES = (
    *ARTICLE_CODING,
    one_of("by", "依据", "by", *_BY),
    *(string("category", "类目", "category"), string("label", "名称", "label")),
    integer("n", "立场数", "stances"),
    integer("n_scored", "有分值的立场数", "stances with a score"),
    integer("n_off", "不在量表上的立场数", "stances off the scale"),
    real("mean_score", "平均分值", "mean score"),
)


class ScoreTable(Grown):
    """Make the rows of `article_scores`."""

    def __init__(
        self,
        codebook: Codebook,
        layer: Layer,
        coders: Mapping[int, str],
        language: str,
        statuses: Container[Status],
    ) -> None:
        key = (*names_of(ARTICLE_CODING)[:2], "by", "category")
        label = Words("文章 × 编码员：平均分值", "article × coder: mean scores").told(language)
        super().__init__((Table("article_scores", label, told(SCORES, language), key),))
        self._layer = layer.key
        self._coders = coders
        self._language = language
        self._statuses = statuses
        self._lists = dict(_lists(codebook, layer))
        self._scores = position_scores(codebook, layer)

    def add(self, coded: CodedArticle) -> None:
        """Append the rows of an article."""
        sums = self._sums(coded)
        for id_, name in self._coders.items():
            status = coded.statuses.get(id_, Status.NOT_STARTED)
            if status not in self._statuses:
                continue
            begin = (coded.bibliography.uid, name, status.value)
            for by, code_list in self._lists.items():
                for category in code_list.categories:
                    found = sums.get((id_, by, category.key))
                    if found:
                        told_ = category.label.told(self._language)
                        row = (*begin, by, category.key, told_, *found.row)
                        self.rows["article_scores"].append(row)

    def _sums(self, coded: CodedArticle) -> dict[tuple[int, str, str], ScoreSum]:
        sums: dict[tuple[int, str, str], ScoreSum] = {}
        for id_, _, coder, layer, *_ in coded.annotations:
            if layer == self._layer:
                values = dict(coded.values.get(id_, ()))
                (position,) = (values.get(POSITION) or (None,))[:1]
                for by in self._lists:
                    for each in values.get(by, ()):
                        if not isinstance(each, Missing):
                            of = sums.setdefault((coder, by, str(each)), ScoreSum())
                            of.add(position, self._scores.get(str(position)))
        return sums


def _lists(codebook: Codebook, layer: Layer) -> list[tuple[str, CodeList]]:
    lists = ((by, layer.by_key[by].code_list) for by, *_ in _BY if by in layer.by_key)
    return [(by, codebook.code_list(key)) for by, key in lists if key]
