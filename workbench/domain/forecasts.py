"""The forecast ledger: which forecasts count, and how far off those that can be judged were.

A layer codes forecasts if it has the variables of the starter's claims: `kind` with a category
*forecast*, and `question`; beside them `claimant`, `answer`, `probability` (of yes), `condition`
and `condition_met`. What has another key takes no part.

One forecast counts for each coder, claimant, question and article: the last in the text. One
whose condition was not met is void and takes no other's place; while it is open whether the
condition is met, and without a probability, there is no score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from workbench.domain.codebook import Category, Codebook, CodeList, Kind, Layer, Variable
from workbench.domain.errors import Refusal
from workbench.domain.values import Missing, Scalar, Values

FORECAST = "forecast"
YES, NO = "yes", "no"


class NotAProbability(Refusal):
    """A number is given as a probability that is none."""

    sentence = (
        "“{value}” is not a probability; write a number from 0 to 1, or per cent such as 70%."
    )


class State(StrEnum):
    """What became of a forecast."""

    SCORED = "scored"
    UNRESOLVED = "unresolved"
    NO_PROBABILITY = "no_probability"
    CONDITION_OPEN = "condition_open"
    VOID = "void"
    REPEATED = "repeated"
    NO_QUESTION = "no_question"


#: Those of no account: another stands for them, or nothing does.
_NOT_COUNTED = (State.VOID, State.REPEATED, State.NO_QUESTION)


@dataclass(frozen=True, slots=True)
class Question:
    """What forecasts answer: facts settle it as `outcome` ("yes", "no", else open)."""

    key: str
    text: str = ""
    horizon: str = ""
    outcome: str = ""
    resolved_on: str = ""


@dataclass(frozen=True, slots=True)
class Forecast:
    """One forecast as it is coded; `probability` is that of yes.

    `place` orders those of one coder and article as they stand in the text.
    """

    annotation: str
    article: str
    coder: str
    place: tuple[int, int, str]
    question: str = ""
    claimant: str = ""
    answer: str = ""
    probability: float | None = None
    conditional: bool = False
    condition_met: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A forecast with what became of it, and its Brier score if it has one."""

    forecast: Forecast
    state: State
    brier: float | None = None

    @property
    def counts(self) -> bool:
        """Whether it is its claimant's forecast on the question in the article."""
        return self.state not in _NOT_COUNTED


@dataclass(frozen=True, slots=True)
class Score:
    """The mean Brier score of somebody's forecasts, and how many went into it."""

    who: str
    n: int
    brier: float


# --- what a codebook has ------------------------------------------------------


def forecast_layer(codebook: Codebook) -> Layer | None:
    """Return the layer that codes forecasts, None if there is none."""
    return next((each for each in codebook.layers if _codes_forecasts(codebook, each)), None)


def _codes_forecasts(codebook: Codebook, layer: Layer) -> bool:
    kinds = _list_of(codebook, layer, "kind")
    asked = _list_of(codebook, layer, "question")
    return kinds is not None and asked is not None and FORECAST in kinds.by_key


def _list_of(codebook: Codebook, layer: Layer, key: str) -> CodeList | None:
    variable = layer.by_key.get(key)
    return codebook.lists_by_key.get(variable.code_list or "") if variable else None


def question_list(codebook: Codebook) -> CodeList | None:
    """Return the code list of the questions that forecasts answer."""
    layer = forecast_layer(codebook)
    return _list_of(codebook, layer, "question") if layer else None


def question_of(category: Category) -> Question:
    """Return a question as its category has it."""
    given = {
        key: str(category.attributes.get(key, ""))
        for key in ("text", "horizon", "outcome", "resolved_on")
    }
    return Question(category.key, **given)


def is_author(category: Category) -> bool:
    """Tell whether a claimant is the author of the article."""
    return "author" in (category.key.casefold(), category.attributes.get("type"))


# --- what is coded ------------------------------------------------------------


def is_probability(layer: Layer, variable: Variable) -> bool:
    """Tell whether a variable takes the probability of a forecast."""
    asked = layer.by_key.get("question")
    return variable.key == "probability" and variable.kind is Kind.REAL and asked is not None


def refuse_improbable(layer: Layer, values: Mapping[str, tuple[Scalar, ...]]) -> None:
    """Raise NotAProbability if a forecast's probability is not between 0 and 1."""
    for key, scalars in values.items():
        if is_probability(layer, layer.variable(key)):
            for value in scalars:
                if not isinstance(value, Missing) and not 0 <= float(value) <= 1:
                    raise NotAProbability(value=value)


def likely(codebook: Codebook, layer: Layer, values: Values) -> float | None:
    """Return the probability of yes that the wording of a likelihood stands for, if it has one.

    A likelihood may be that of the answer: one above even chances, of a no, is turned round.
    """
    wordings = _list_of(codebook, layer, "likelihood")
    variable = layer.by_key.get("probability")
    if wordings is None or variable is None or not is_probability(layer, variable):
        return None
    wording = wordings.by_key.get(_text(values, "likelihood"))
    score = wording.score if wording is not None else None
    if score is None or not 0 <= score <= 1:
        return None
    # As the digits say: 1 - 0.9 is not 0.1.
    turned = float(1 - Fraction(str(score)))
    return min(score, turned) if _text(values, "answer") == NO else score


def is_forecast(values: Values) -> bool:
    """Tell whether a claim is a forecast."""
    return values.get("kind") == (FORECAST,)


def forecast_of(
    values: Values, *, annotation: str, article: str, coder: str, place: tuple[int, int, str]
) -> Forecast:
    """Return the forecast that the values of an annotation are."""
    return Forecast(
        annotation,
        article,
        coder,
        place,
        question=_text(values, "question"),
        claimant=_text(values, "claimant"),
        answer=_text(values, "answer"),
        probability=_probability(values),
        conditional=bool(_text(values, "condition").strip()),
        condition_met=_text(values, "condition_met"),
    )


def _text(values: Values, key: str) -> str:
    first = next(iter(values.get(key, ())), "")
    return first if isinstance(first, str) else ""


def _probability(values: Values) -> float | None:
    first = next(iter(values.get("probability", ())), None)
    if isinstance(first, (Missing, str)) or first is None or not 0 <= first <= 1:
        return None
    return float(first)


# --- what counts --------------------------------------------------------------


def judged(forecasts: Iterable[Forecast], questions: Mapping[str, Question]) -> list[Judged]:
    """Return every forecast with what became of it, in the order given."""
    given = list(forecasts)
    last: dict[tuple[str, ...], Forecast] = {}
    for each in given:
        if each.question and not _is_void(each):
            known = last.get(_whose(each))
            if known is None or known.place <= each.place:
                last[_whose(each)] = each
    return [_judged(each, last.get(_whose(each)), questions) for each in given]


def _whose(forecast: Forecast) -> tuple[str, ...]:
    return forecast.coder, forecast.claimant, forecast.question, forecast.article


def _is_void(forecast: Forecast) -> bool:
    return forecast.condition_met == NO


def _judged(forecast: Forecast, last: Forecast | None, questions: Mapping[str, Question]) -> Judged:
    if not forecast.question:
        return Judged(forecast, State.NO_QUESTION)
    if _is_void(forecast):
        return Judged(forecast, State.VOID)
    if last is not forecast:
        return Judged(forecast, State.REPEATED)
    if forecast.conditional and forecast.condition_met != YES:
        return Judged(forecast, State.CONDITION_OPEN)
    if forecast.probability is None:
        return Judged(forecast, State.NO_PROBABILITY)
    question = questions.get(forecast.question)
    happened = {YES: 1.0, NO: 0.0}.get(question.outcome if question else "")
    if happened is None:
        return Judged(forecast, State.UNRESOLVED)
    return Judged(forecast, State.SCORED, (forecast.probability - happened) ** 2)


def scores(entries: Iterable[Judged], whose: Callable[[Judged], str | None]) -> list[Score]:
    """Return the mean Brier score of each one that `whose` names, the best first.

    Forecasts without a score, and those of which it names nobody, are left out.
    """
    found: dict[str, list[float]] = {}
    for entry in entries:
        who = whose(entry) if entry.brier is not None else None
        if who is not None and entry.brier is not None:
            found.setdefault(who, []).append(entry.brier)
    means = [Score(who, len(all_), _mean(all_)) for who, all_ in found.items()]
    return sorted(means, key=lambda score: (score.brier, score.who))


def _mean(numbers: Sequence[float]) -> float:
    # Exactly summed: the order in which articles come must not show in the last digit.
    return float(sum(map(Fraction, numbers), Fraction()) / len(numbers))
