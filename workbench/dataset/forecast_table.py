"""The lines of `forecasts.csv`: every forecast, whether it counts, and its Brier score."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import starmap

from workbench.dataset.cells import line, missing_words
from workbench.domain.codebook import Codebook, CodeList
from workbench.domain.coded import AnnotationRow, CodedArticle
from workbench.domain.forecasts import (
    Forecast,
    Judged,
    Question,
    forecast_layer,
    forecast_of,
    is_author,
    is_forecast,
    judged,
    question_of,
)
from workbench.domain.values import Missing, Scalar, Values

FORECASTS_FILE = "forecasts.csv"
FORECASTS = (
    *("annotation_id", "article_id", "coder", "start", "end"),
    *("question", "question_label", "horizon", "outcome", "resolved_on"),
    *("claimant", "claimant_label", "by_author", "author", "outlet", "published"),
    *("answer", "likelihood", "probability", "condition", "condition_met"),
    *("counts", "state", "brier"),
)

#: An annotation that is a forecast, and its values.
_Coded = tuple[AnnotationRow, Values]


class ForecastTable:
    """Collect the lines of `forecasts.csv`; there are none without a layer of forecasts.

    `coders` are names by id; labels are in `language`. What counts is settled within an
    article, so that articles can come one after the other.
    """

    def __init__(self, codebook: Codebook, coders: Mapping[int, str], language: str) -> None:
        self.lines: dict[str, list[str]] = {}
        self._coders = coders
        self._language = language
        layer = forecast_layer(codebook)
        self._layer = layer.key if layer else ""
        self._lists: dict[str, CodeList] = {}
        self._questions: dict[str, Question] = {}
        self._authors: set[str] = set()
        if layer is not None:
            self.lines[FORECASTS_FILE] = []
            lists = ((each.key, each.code_list or "") for each in layer.variables)
            self._lists = {key: codebook.lists_by_key[name] for key, name in lists if name}
            asked = self._lists["question"].categories
            self._questions = {each.key: question_of(each) for each in asked}
            claimants = self._lists["claimant"].categories if "claimant" in self._lists else ()
            self._authors = {each.key for each in claimants if is_author(each)}

    def add(self, coded: CodedArticle) -> None:
        """Append a line for each forecast of an article, in text order."""
        found = [
            (row, values)
            for row in coded.annotations
            if row[3] == self._layer and is_forecast(values := dict(coded.values.get(row[0], ())))
        ]
        if found:
            entries = judged(list(starmap(self._forecast, found)), self._questions)
            told = (self._line(coded, *each) for each in zip(found, entries, strict=True))
            self.lines[FORECASTS_FILE].extend(told)

    def _forecast(self, row: AnnotationRow, values: Values) -> Forecast:
        _, uid, coder, _, start, end, *_ = row
        place = (-1, -1, uid) if start is None or end is None else (start, end, uid)
        return forecast_of(
            values, annotation=uid, article="", coder=self._coders[coder], place=place
        )

    def _line(self, coded: CodedArticle, found: _Coded, entry: Judged) -> str:
        (_, uid, coder, _, start, end, *_), values = found
        about, forecast = coded.bibliography, entry.forecast
        question = self._questions.get(forecast.question)
        settled = (question.horizon, question.outcome, question.resolved_on) if question else ()
        return line(
            *(uid, about.uid, self._coders[coder], start, end),
            *(*self._with_label("question", values), *(settled or (None, None, None))),
            *self._with_label("claimant", values),
            *(int(forecast.claimant in self._authors), about.author, about.source),
            about.published,
            *(_first(values, key) for key in ("answer", "likelihood", "probability")),
            *(_first(values, key) for key in ("condition", "condition_met")),
            *(int(entry.counts), entry.state.value, entry.brier),
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
