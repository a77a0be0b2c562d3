"""The forecast ledger of a project: its questions, the forecasts on each, their scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from workbench.app.commands import EditCategory
from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Codebook, CodeList, Layer, UnknownCodeList
from workbench.domain.forecasts import (
    FORECAST,
    Forecast,
    Judged,
    Question,
    Score,
    State,
    forecast_layer,
    forecast_of,
    is_author,
    is_forecast,
    judged,
    question_list,
    question_of,
    scores,
)
from workbench.store.coders import coders
from workbench.store.printed import Printed, printed_in
from workbench.store.usage import annotations_with

__all__ = ["By", "Entry", "Ledger", "Question", "Score", "State", "ledger_of"]


class By(StrEnum):
    """Whose scores are told."""

    CLAIMANT = "claimant"
    AUTHOR = "author"
    OUTLET = "outlet"


@dataclass(frozen=True)
class Entry:
    """One forecast: its annotation, its coder's name, where it was printed, how it fared."""

    annotation: Annotation
    coder: str
    printed: Printed
    judged: Judged
    by_author: bool

    @property
    def forecast(self) -> Forecast:
        """The forecast itself."""
        return self.judged.forecast

    def who(self, by: By) -> str | None:
        """Return whose forecast it is: a claimant's key, else a name; "" where it is not known.

        None where it is nobody's: only what the author claims is the author's.
        """
        match by:
            case By.CLAIMANT:
                return self.forecast.claimant
            case By.AUTHOR:
                return self.printed.author if self.by_author else None
            case By.OUTLET:
                return self.printed.source


@dataclass(frozen=True)
class Ledger:
    """The questions in the order of their list, and the forecasts in the order of the articles."""

    codebook: Codebook
    questions: tuple[Question, ...] = ()
    entries: tuple[Entry, ...] = ()

    @cached_property
    def by_question(self) -> dict[str, Question]:
        """The questions by their keys."""
        return {each.key: each for each in self.questions}

    @cached_property
    def coders(self) -> tuple[str, ...]:
        """The names of those whose forecasts are here, in order of their first."""
        return tuple(dict.fromkeys(each.coder for each in self.entries))

    def scores(self, by: By, coder: str | None = None) -> list[Score]:
        """Return the mean Brier scores, the best first, of what one coder (None: all) coded."""
        whose = {
            each.forecast.annotation: each.who(by)
            for each in self.entries
            if coder is None or each.coder == coder
        }
        entries = (each.judged for each in self.entries)
        return scores(entries, lambda entry: whose.get(entry.forecast.annotation))


def ledger_of(session: Session, *, all_coders: bool = False) -> Ledger:
    """Return the ledger of what one has coded oneself, or of what everybody has.

    Without a layer of forecasts it is empty. Safe in any thread.
    """
    codebook = session.codebook
    layer, asked = forecast_layer(codebook), question_list(codebook)
    if layer is None or asked is None:
        return Ledger(codebook)
    questions = tuple(question_of(each) for each in asked.categories if not each.retired)
    coder = None if all_coders else session.coder.id
    with session.database.reading() as connection:
        kinds = layer.variable("kind").code_list or ""
        holding = annotations_with(connection, session.stored, kinds, FORECAST, coder)
        found = [e for e in holding if e.layer == layer.key and is_forecast(e.values)]
        places = printed_in(connection, dict.fromkeys(each.article for each in found))
        names = {each.id: each.name for each in coders(connection)}
    everything = {each.key: question_of(each) for each in asked.categories}
    entries = _entries(found, places, names, _claimants(codebook, layer), everything)
    return Ledger(codebook, questions, tuple(entries))


def change_question(session: Session, key: str, **changes: str) -> None:
    """Set attributes of a question (horizon, outcome, resolved_on, text); "" takes one away.

    Raises:
        UnknownCategory: there is no such question.
        Refusal: a value does not fit.
    """
    asked = question_list(session.codebook)
    if asked is None:
        raise UnknownCodeList(key="questions")
    category = asked.category(key)
    attributes = {**category.attributes, **changes}
    kept = {name: value for name, value in attributes.items() if value != ""}
    session.run(EditCategory(asked.key, key, replace(category, attributes=kept)))


def question_label(ledger: Ledger, key: str, language: str) -> str:
    """Return how a question is called in `language` ("zh" or "en")."""
    return _label(question_list(ledger.codebook), key, language)


def claimant_label(ledger: Ledger, key: str, language: str) -> str:
    """Return how a claimant is called in `language` ("zh" or "en")."""
    layer = forecast_layer(ledger.codebook)
    return _label(_claimants(ledger.codebook, layer) if layer else None, key, language)


def _label(code_list: CodeList | None, key: str, language: str) -> str:
    category = code_list.by_key.get(key) if code_list else None
    return (category.label.told(language) if category else "") or key


def _claimants(codebook: Codebook, layer: Layer) -> CodeList | None:
    variable = layer.by_key.get("claimant")
    return codebook.lists_by_key.get(variable.code_list or "") if variable else None


def _entries(
    found: Sequence[Annotation],
    places: dict[int, Printed],
    names: dict[int, str],
    claimants: CodeList | None,
    questions: dict[str, Question],
) -> list[Entry]:
    forecasts = [_forecast(each, places[each.article], names[each.coder]) for each in found]
    known = claimants.categories if claimants else ()
    authors = {each.key for each in known if is_author(each)}
    return [
        Entry(
            annotation,
            names[annotation.coder],
            places[annotation.article],
            each,
            each.forecast.claimant in authors,
        )
        for annotation, each in zip(found, judged(forecasts, questions), strict=True)
    ]


def _forecast(annotation: Annotation, printed: Printed, coder: str) -> Forecast:
    return forecast_of(
        annotation.values,
        annotation=annotation.uid,
        article=printed.uid,
        coder=coder,
        place=_place(annotation),
    )


def _place(annotation: Annotation) -> tuple[int, int, str]:
    """Return the annotation's place in its text; one that lost it comes before all others."""
    span = annotation.span
    return (span.start, span.end, annotation.uid) if span else (-1, -1, annotation.uid)
