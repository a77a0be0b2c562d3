from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.app.projects import starter_codebook
from workbench.domain.codebook import Category, Codebook, CodeList, Kind, Layer, Variable, Words
from workbench.domain.forecasts import (
    Forecast,
    Judged,
    NotAProbability,
    Question,
    Score,
    State,
    forecast_layer,
    forecast_of,
    is_author,
    is_forecast,
    judged,
    likely,
    question_list,
    question_of,
    refuse_improbable,
    scores,
)
from workbench.domain.values import Missing, Values

QUESTIONS = {
    "RAIN": Question("RAIN", outcome="yes"),
    "SNOW": Question("SNOW", outcome="no"),
    "LATER": Question("LATER", outcome="open"),
    "UNASKED": Question("UNASKED"),
}


def _forecast(number: int = 1, **given: Any) -> Forecast:
    known: dict[str, Any] = {
        "annotation": f"n{number}",
        "article": "a1",
        "coder": "甲",
        "place": (number, number + 1, f"n{number}"),
        "question": "RAIN",
        "claimant": "USA",
        "probability": 0.75,
    }
    return Forecast(**known | given)


def _states(*forecasts: Forecast) -> list[State]:
    return [each.state for each in judged(forecasts, QUESTIONS)]


# --- which count


def test_a_probability_of_what_happened_or_not_has_a_brier_score() -> None:
    assert judged([_forecast()], QUESTIONS)[0].brier == 0.0625
    assert judged([_forecast(question="SNOW")], QUESTIONS)[0].brier == 0.5625


@pytest.mark.parametrize("question", ["LATER", "UNASKED", "UNKNOWN"])
def test_what_is_not_settled_has_none(question: str) -> None:
    (entry,) = judged([_forecast(question=question)], QUESTIONS)
    assert (entry.state, entry.brier, entry.counts) == (State.UNRESOLVED, None, True)


def test_without_a_probability_there_is_no_score_though_it_counts() -> None:
    (entry,) = judged([_forecast(probability=None, answer="yes")], QUESTIONS)
    assert (entry.state, entry.brier, entry.counts) == (State.NO_PROBABILITY, None, True)


def test_the_last_in_the_text_counts_in_whatever_order_they_come() -> None:
    first, second, third = _forecast(1), _forecast(20), _forecast(300)
    assert _states(first, second, third) == [State.REPEATED, State.REPEATED, State.SCORED]
    assert _states(third, first, second) == [State.SCORED, State.REPEATED, State.REPEATED]


@pytest.mark.parametrize("other", ["claimant", "question", "article", "coder"])
def test_one_counts_for_each_claimant_question_article_and_coder(other: str) -> None:
    changes = {other: "SNOW" if other == "question" else "another"}
    assert _states(_forecast(1), _forecast(2, **changes)) == [State.SCORED, State.SCORED]


def test_an_unmet_condition_makes_it_void_and_leaves_the_place_to_the_one_before() -> None:
    first, void = _forecast(1), _forecast(2, conditional=True, condition_met="no")
    assert _states(first, void) == [State.SCORED, State.VOID]
    assert not judged([void], QUESTIONS)[0].counts


@pytest.mark.parametrize(("met", "state"), [("yes", State.SCORED), ("", State.CONDITION_OPEN)])
def test_a_condition_must_be_met_to_be_scored(met: str, state: State) -> None:
    (entry,) = judged([_forecast(conditional=True, condition_met=met)], QUESTIONS)
    assert entry.state is state
    assert entry.counts


def test_a_condition_that_is_open_is_not_scored() -> None:
    assert _states(_forecast(conditional=True, condition_met="open")) == [State.CONDITION_OPEN]


def test_one_without_a_question_counts_for_nothing() -> None:
    (entry,) = judged([_forecast(question="")], QUESTIONS)
    assert (entry.state, entry.counts) == (State.NO_QUESTION, False)


# --- as they are coded


def _of(values: Values) -> Forecast:
    return forecast_of(values, annotation="n1", article="a1", coder="甲", place=(0, 1, "n1"))


def test_a_forecast_is_read_from_the_values_of_a_claim() -> None:
    values: Values = {
        "kind": ("forecast",),
        "question": ("RAIN",),
        "claimant": ("USA",),
        "answer": ("no",),
        "probability": (0,),
        "condition": ("如果起风",),
        "condition_met": ("open",),
    }
    assert is_forecast(values)
    forecast = _of(values)
    assert (forecast.question, forecast.claimant, forecast.answer) == ("RAIN", "USA", "no")
    assert (forecast.probability, forecast.conditional, forecast.condition_met) == (0, True, "open")


@pytest.mark.parametrize("probability", [Missing.UNDECIDABLE, 1.5, -0.1, "0.5"])
def test_what_is_no_probability_is_none(probability: Any) -> None:
    assert _of({"probability": (probability,)}).probability is None


def test_missing_values_say_nothing() -> None:
    values: Values = dict.fromkeys(("question", "claimant", "condition"), (Missing.UNDECIDABLE,))
    forecast = _of(values)
    assert (forecast.question, forecast.claimant, forecast.conditional) == ("", "", False)
    assert not is_forecast({"kind": ("causal",)})
    assert not is_forecast({})
    assert not _of({"condition": ("  \n",)}).conditional


def test_a_question_is_read_from_its_category() -> None:
    given = {
        "text": "下雨吗？",
        "horizon": "2026-01",
        "outcome": "yes",
        "resolved_on": "2026-01-31",
    }
    assert question_of(Category("Q", 1, Words(), attributes=given)) == Question("Q", **given)
    assert question_of(Category("Q", 1, Words())) == Question("Q")


def test_the_author_is_known_by_type_or_key() -> None:
    assert is_author(Category("AUTHOR", 1, Words()))
    assert is_author(Category("X", 1, Words(), attributes={"type": "author"}))
    assert not is_author(Category("USA", 1, Words(), attributes={"type": "state"}))


# --- the codebook


def test_the_starters_claims_are_forecasts() -> None:
    starter = starter_codebook()
    layer, questions = forecast_layer(starter), question_list(starter)
    assert layer is not None
    assert questions is not None
    assert (layer.key, questions.key) == ("claim", "questions")
    assert layer.variable("condition_met").code_list == "answers"


def test_a_codebook_without_forecasts_has_no_ledger() -> None:
    empty = Codebook(Words())
    assert forecast_layer(empty) is None
    assert question_list(empty) is None
    starter = starter_codebook()
    kinds = starter.code_list("claim_kinds")
    others = replace(kinds, categories=kinds.categories[1:])
    lists = tuple(others if each is kinds else each for each in starter.code_lists)
    assert forecast_layer(replace(starter, code_lists=lists)) is None


def _claim() -> Layer:
    return starter_codebook().layer("claim")


@pytest.mark.parametrize("value", [-0.01, 1.01, 70, float("inf"), True + 1])
def test_a_number_beyond_0_and_1_is_no_probability(value: float) -> None:
    with pytest.raises(NotAProbability):
        refuse_improbable(_claim(), {"probability": (value,)})


def test_probabilities_missing_values_and_other_numbers_pass() -> None:
    for value in (0, 1, 0.5, Missing.UNDECIDABLE):
        refuse_improbable(_claim(), {"probability": (value,), "proposition": ("70",)})
    refuse_improbable(starter_codebook().layer("stance"), {"share": (76.2,)})


# --- the likelihood's score


def _with_scores(**scores_: float) -> Codebook:
    starter = starter_codebook()
    wordings = starter.code_list("likelihoods")
    categories = tuple(replace(e, score=scores_.get(e.key)) for e in wordings.categories)
    lists = tuple(
        replace(each, categories=categories) if each is wordings else each
        for each in starter.code_lists
    )
    return replace(starter, code_lists=lists)


@pytest.mark.parametrize(
    ("answer", "wording", "expected"),
    [
        ((), "很可能", 0.9),
        (("yes",), "很可能", 0.9),
        (("no",), "很可能", 0.1),
        (("no",), "极低", 0.05),
        (("yes",), "极低", 0.05),
        (("open",), "各半", 0.5),
        (("no",), "难料", None),
        ((), "不可能", None),
    ],
)
def test_a_wording_stands_for_the_probability_of_yes(
    answer: tuple[str, ...], wording: str, expected: float | None
) -> None:
    codebook = _with_scores(很可能=0.9, 极低=0.05, 各半=0.5, 不可能=-1)
    values: Values = {"likelihood": (wording,), **({"answer": answer} if answer else {})}
    assert likely(codebook, codebook.layer("claim"), values) == expected


def test_no_wording_or_no_such_variable_stands_for_nothing() -> None:
    codebook = _with_scores(很可能=0.9)
    assert likely(codebook, codebook.layer("claim"), {}) is None
    gone: Values = {"likelihood": ("GONE",)}
    assert likely(codebook, codebook.layer("claim"), gone) is None
    assert likely(codebook, codebook.layer("stance"), {"likelihood": ("很可能",)}) is None
    claim = codebook.layer("claim")
    words = tuple(
        Variable("probability", Kind.TEXT, Words()) if each.key == "probability" else each
        for each in claim.variables
    )
    values: Values = {"likelihood": ("很可能",)}
    assert likely(codebook, replace(claim, variables=words), values) is None


# --- scores


def test_scores_are_means_with_their_number_the_best_first() -> None:
    entries = judged(
        [
            _forecast(1, claimant="USA", probability=0.5),
            _forecast(2, claimant="USA", question="SNOW", probability=0.25),
            _forecast(3, claimant="JPN", probability=1.0),
            _forecast(4, claimant="KOR", probability=None),
        ],
        QUESTIONS,
    )
    assert scores(entries, lambda each: each.forecast.claimant) == [
        Score("JPN", 1, 0.0),
        Score("USA", 2, (0.25 + 0.0625) / 2),
    ]
    assert scores(entries, lambda _: None) == []


_FORECASTS = st.lists(
    st.builds(
        _forecast,
        st.integers(1, 60),
        article=st.sampled_from(["a1", "a2"]),
        coder=st.sampled_from(["甲", "乙"]),
        question=st.sampled_from([*QUESTIONS, ""]),
        claimant=st.sampled_from(["USA", "JPN", ""]),
        probability=st.none() | st.floats(0, 1),
        conditional=st.booleans(),
        condition_met=st.sampled_from(["", "yes", "no", "open"]),
    ),
    max_size=25,
    unique_by=lambda each: each.place,
)


def _naive(forecasts: list[Forecast]) -> Mapping[str, float | None]:
    """Say the rule as one would by hand: per group, strike out, take the last, look it up."""
    found: dict[str, float | None] = {}
    for each in forecasts:
        mine = [
            other
            for other in forecasts
            if (other.coder, other.claimant, other.question, other.article)
            == (each.coder, each.claimant, each.question, each.article)
            and other.condition_met != "no"
        ]
        standing = max(mine, key=lambda other: other.place, default=None)
        outcome = QUESTIONS[each.question].outcome if each.question else ""
        scored = (
            each is standing
            and each.probability is not None
            and outcome in ("yes", "no")
            and (not each.conditional or each.condition_met == "yes")
        )
        happened = 1 if outcome == "yes" else 0
        assert each.probability is not None or not scored
        found[each.annotation] = (each.probability - happened) ** 2 if scored else None  # type: ignore[operator]
    return found


@given(_FORECASTS, st.randoms(use_true_random=False))
def test_the_ledger_is_as_the_naive_model_has_it_in_any_order(
    forecasts: list[Forecast], chance: random.Random
) -> None:
    shuffled = list(forecasts)
    chance.shuffle(shuffled)
    found = {each.forecast.annotation: each.brier for each in judged(shuffled, QUESTIONS)}
    assert found == _naive(forecasts)


@given(_FORECASTS)
def test_each_claimant_question_article_and_coder_has_one_that_counts_at_most(
    forecasts: list[Forecast],
) -> None:
    entries = judged(forecasts, QUESTIONS)
    counting = [each for each in entries if each.counts]
    whose: Callable[[Judged], Any] = lambda e: (  # noqa: E731
        e.forecast.coder,
        e.forecast.claimant,
        e.forecast.question,
        e.forecast.article,
    )
    assert len({whose(each) for each in counting}) == len(counting)
    assert all(each.brier is None or 0 <= each.brier <= 1 for each in entries)
    assert sum(score.n for score in scores(entries, lambda e: e.forecast.coder)) == sum(
        each.brier is not None for each in entries
    )
    assert all(each.state is State.SCORED or each.brier is None for each in entries)


def test_a_list_that_is_missing_holds_no_likelihoods() -> None:
    starter = starter_codebook()
    lists = tuple(each for each in starter.code_lists if each.key != "likelihoods")
    codebook = Codebook(Words(), (*lists, CodeList("other", Words())), starter.layers)
    values: Values = {"likelihood": ("很可能",)}
    assert likely(codebook, codebook.layer("claim"), values) is None
