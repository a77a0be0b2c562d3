"""The rows of `forecasts`: every forecast, whether it counts, and its Brier score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import starmap

from workbench.dataset.cells import missing_words
from workbench.dataset.columns import (
    ANNOTATION_ID,
    ARTICLE_ID,
    CODER,
    END,
    START,
    Fixed,
    date,
    one_of,
    real,
    string,
    truth,
    value_labels,
)
from workbench.dataset.growing import Grown
from workbench.dataset.model import Column, Row, Table, Type
from workbench.domain.codebook import Codebook, CodeList, Layer, Words
from workbench.domain.coded import AnnotationRow, CodedArticle
from workbench.domain.forecasts import (
    Forecast,
    Judged,
    State,
    forecast_of,
    is_author,
    is_forecast,
    judged,
    question_of,
)
from workbench.domain.values import Missing, Scalar, Values

_STATES = {
    State.SCORED: ("已评分", "scored"),
    State.UNRESOLVED: ("问题未定", "the question is open"),
    State.NO_PROBABILITY: ("没有概率", "no probability"),
    State.CONDITION_OPEN: ("条件未定", "not known whether the condition was met"),
    State.VOID: ("条件未实现，作废", "void: the condition was not met"),
    State.REPEATED: ("由文中另一条代替", "another in the same text counts"),
    State.NO_QUESTION: ("没有预测问题", "no question"),
}
_STATE_OPTIONS = tuple((str(each.value), n, *_STATES[each]) for n, each in enumerate(_STATES, 1))
FORECASTS = (
    *(ANNOTATION_ID, ARTICLE_ID, CODER, START, END),
    string("question", "预测问题", "question"),
    string("question_label", "预测问题（名称）", "question (label)"),
    *(date("horizon", "截止日期", "horizon"), string("outcome", "结果", "outcome")),
    *(date("resolved_on", "判定日期", "resolved on"), string("claimant", "论断者", "claimant")),
    string("claimant_label", "论断者（名称）", "claimant (label)"),
    *(
        truth("by_author", "作者自己的预测", "by the author"),
        string("author", "文章作者", "author"),
    ),
    *(string("outlet", "媒体", "outlet"), date("published", "发表日期", "published")),
    *(string("answer", "回答", "answer"), string("likelihood", "可能性用语", "likelihood")),
    real("probability", "概率", "probability", missing=True),
    *(
        string("condition", "条件", "condition"),
        string("condition_met", "条件实现", "condition met"),
    ),
    *(truth("counts", "计入", "counts"), one_of("state", "状态", "state", *_STATE_OPTIONS)),
    real("brier", "布赖尔分", "Brier score"),
)

#: An annotation that is a forecast, and its values.
_Coded = tuple[AnnotationRow, Values]


def forecasts_table(codebook: Codebook, layer: Layer, language: str) -> Table:
    """Return the table of the forecasts that a layer codes."""
    lists = {each.key: codebook.lists_by_key.get(each.code_list or "") for each in layer.variables}
    asked = lists["question"]
    attributes = {each.key: each.code_list for each in (asked.attributes if asked else ())}
    lists["outcome"] = codebook.lists_by_key.get(attributes.get("outcome") or "")
    columns = tuple(_column(each, lists.get(each.name), language) for each in FORECASTS)
    label = Words("预测", "forecasts").told(language)
    return Table("forecasts", label, columns, (ANNOTATION_ID.name,))


def _column(fixed: Fixed, code_list: CodeList | None, language: str) -> Column:
    column = fixed.told(language)
    if fixed.name.endswith("_label"):
        return replace(column, repeats=fixed.name.removesuffix("_label"))
    if code_list is None:
        return column
    return replace(
        column, type=Type.CATEGORY, values=value_labels(code_list, language), missing=True
    )


class ForecastTable(Grown):
    """Make the rows of `forecasts`, which `layer` codes.

    `coders` are names by id; labels are in `language`. What counts is settled within an
    article, so that articles can come one after the other.
    """

    def __init__(
        self, codebook: Codebook, layer: Layer, coders: Mapping[int, str], language: str
    ) -> None:
        super().__init__((forecasts_table(codebook, layer, language),))
        self._coders = coders
        self._language = language
        self._layer = layer.key
        lists = ((each.key, each.code_list or "") for each in layer.variables)
        self._lists = {key: codebook.lists_by_key[name] for key, name in lists if name}
        asked = self._lists["question"].categories
        self._questions = {each.key: question_of(each) for each in asked}
        claimants = self._lists["claimant"].categories if "claimant" in self._lists else ()
        self._authors = {each.key for each in claimants if is_author(each)}

    def add(self, coded: CodedArticle) -> None:
        """Append a row for each forecast of an article, in text order."""
        found = [
            (row, values)
            for row in coded.annotations
            if row[3] == self._layer and is_forecast(values := dict(coded.values.get(row[0], ())))
        ]
        if found:
            entries = judged(list(starmap(self._forecast, found)), self._questions)
            told = (self._row(coded, *each) for each in zip(found, entries, strict=True))
            self.rows["forecasts"].extend(told)

    def _forecast(self, row: AnnotationRow, values: Values) -> Forecast:
        _, uid, coder, _, start, end, *_ = row
        place = (-1, -1, uid) if start is None or end is None else (start, end, uid)
        return forecast_of(
            values, annotation=uid, article="", coder=self._coders[coder], place=place
        )

    def _row(self, coded: CodedArticle, found: _Coded, entry: Judged) -> Row:
        (_, uid, coder, _, start, end, *_), values = found
        about, forecast = coded.bibliography, entry.forecast
        question = self._questions.get(forecast.question)
        settled = (question.horizon, question.outcome, question.resolved_on) if question else ()
        settled = [each or None for each in settled] or [None] * 3
        return (
            *(uid, about.uid, self._coders[coder], start, end),
            *(*self._with_label("question", values), *settled),
            *self._with_label("claimant", values),
            *(forecast.claimant in self._authors, about.author or None),
            *(about.source or None, about.published or None),
            *(_first(values, key) for key in ("answer", "likelihood", "probability")),
            *(_first(values, key) for key in ("condition", "condition_met")),
            *(entry.counts, entry.state.value, entry.brier),
        )

    def _with_label(self, key: str, values: Values) -> tuple[Scalar | None, str | None]:
        value = _first(values, key)
        if value is None:
            return None, None
        if isinstance(value, Missing):
            return value, missing_words(value).told(self._language)
        category = self._lists[key].category(str(value)) if key in self._lists else None
        return value, category.label.told(self._language) if category else None


def _first(values: Values, key: str) -> Scalar | None:
    return next(iter(values.get(key, ())), None)
