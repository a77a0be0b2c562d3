from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import dates, means_itself, storable
from workbench.domain.codebook import (
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Scope,
    UnknownCategory,
    UnknownVariable,
    Variable,
    Want,
    Words,
)
from workbench.domain.errors import TextHoldsNul, TextHoldsSurrogate
from workbench.domain.values import (
    CategoryNotOffered,
    MeansMissing,
    Missing,
    NotADate,
    NotOfKind,
    OnlyOneValue,
    Scalar,
    checked_date,
    checked_value,
    checked_values,
    clauses_lacking,
    defaults,
    is_complete,
)

TOPICS = CodeList(
    "topics",
    Words("议题", "Topics"),
    (
        Category("A", 1, Words("甲", "A")),
        Category("B", 2, Words("乙", "B")),
        Category("OLD", 3, Words("旧", "old"), retired=True),
    ),
)


def _variable(kind: Kind, key: str = "v", several: bool = False, default: str = "") -> Variable:
    code_list = "topics" if kind is Kind.CATEGORY else None
    return Variable(key, kind, Words(), code_list, several=several, default=default)


LAYER = Layer(
    "topic",
    Words(),
    Scope.SPAN,
    (
        _variable(Kind.CATEGORY, "topic", default="A"),
        _variable(Kind.CATEGORY, "others", several=True),
        _variable(Kind.TEXT, "note"),
    ),
    complete=(("topic",), ("others", "note")),
)
BOOK = Codebook(Words(), (TOPICS,), (LAYER,))
FITTING: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.CATEGORY: st.sampled_from(["A", "B"]),
    Kind.INTEGER: st.integers(-(2**53), 2**53).filter(means_itself),
    Kind.LINK: st.integers(1, 2**53),
    Kind.REAL: st.floats(allow_nan=False, allow_infinity=False).filter(means_itself),
    Kind.BOOLEAN: st.booleans(),
    Kind.DATE: dates(),
    Kind.TEXT: storable.filter(bool).map(lambda text: text.replace("\r", "\n")),
}


# --- dates ------------------------------------------------------------------


@given(dates())
def test_a_date_stays_as_it_is_written(date: str) -> None:
    assert checked_date(date) == date


@pytest.mark.parametrize(
    "date", ["0001", "2024-02-29", "2025/2025", "2025-06/2025", "2025/2025-06-01", "2011/2012-05"]
)
def test_unusual_dates_are_dates(date: str) -> None:
    assert checked_date(date) == date


@pytest.mark.parametrize(
    "wrong",
    [
        *("", "/", "2025/", "/2025", "25", "0000", "2025-1", "2025-00", "2025-13", "2025-01-00"),
        *("2025-02-29", "1900-02-29", "2025-04-31", "2025/2024", "2025-06/2025-05"),
        *(
            "2024/2025/2026",
            "2025-06-01 ",
            "2025年",
            "２０２５",
            "٢٠٢٥",
            "2025-06-01T00:00",
            "2025\n",
        ),
    ],
)
def test_what_is_no_date_is_refused(wrong: str) -> None:
    with pytest.raises(NotADate):
        checked_date(wrong)


@given(st.dates(), st.dates())
def test_a_range_runs_forwards(one: Any, other: Any) -> None:
    text = f"{one.isoformat()}/{other.isoformat()}"
    if one <= other:
        assert checked_date(text) == text
    else:
        with pytest.raises(NotADate):
            checked_date(text)


# --- single values ----------------------------------------------------------


@pytest.mark.parametrize("kind", list(Kind))
@given(data=st.data())
def test_a_fitting_value_is_stored_as_given(kind: Kind, data: st.DataObject) -> None:
    value = data.draw(FITTING[kind])
    stored = checked_value(BOOK, _variable(kind), value)
    assert stored == (value,)
    assert type(stored[0]) is type(value)


@pytest.mark.parametrize("kind", list(Kind))
@given(data=st.data())
def test_several_values_keep_their_order_and_stand_once(kind: Kind, data: st.DataObject) -> None:
    items = data.draw(st.lists(FITTING[kind], max_size=4))
    stored = checked_value(BOOK, _variable(kind, several=True), items + items)
    assert list(stored) == sorted(set(items), key=items.index)


WRONG: list[tuple[Kind, Any]] = [
    (Kind.INTEGER, "1"),
    (Kind.INTEGER, 1.0),
    (Kind.INTEGER, True),
    (Kind.INTEGER, 2**53 + 1),
    (Kind.LINK, "1"),
    (Kind.LINK, True),
    (Kind.REAL, "1"),
    (Kind.REAL, False),
    (Kind.REAL, math.nan),
    (Kind.REAL, math.inf),
    (Kind.REAL, -math.inf),
    (Kind.REAL, 10**400),
    (Kind.BOOLEAN, 1),
    (Kind.BOOLEAN, "true"),
    (Kind.DATE, 2025),
    (Kind.TEXT, 5),
    (Kind.TEXT, True),
]


@pytest.mark.parametrize(("kind", "value"), WRONG)
def test_a_value_of_another_kind_is_refused(kind: Kind, value: Any) -> None:
    with pytest.raises(NotOfKind, match=f"“v”.*{kind.value}"):
        checked_value(BOOK, _variable(kind), value)


@pytest.mark.parametrize("kind", [Kind.INTEGER, Kind.REAL])
@pytest.mark.parametrize("missing", list(Missing))
def test_a_number_that_the_dataset_reads_as_missing_is_refused(kind: Kind, missing: int) -> None:
    with pytest.raises(MeansMissing, match=f"{int(missing)}.*“v”"):
        checked_value(BOOK, _variable(kind), int(missing))
    with pytest.raises(MeansMissing):
        checked_value(BOOK, _variable(kind, several=True), [1, int(missing)])


def test_a_whole_number_is_a_real_one_too() -> None:
    (stored,) = checked_value(BOOK, _variable(Kind.REAL), 96)
    assert stored == 96.0
    assert isinstance(stored, float)


@pytest.mark.parametrize(
    ("text", "error"), [("甲\0", TextHoldsNul), ("\ud83d", TextHoldsSurrogate)]
)
def test_text_that_no_store_keeps_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        checked_value(BOOK, _variable(Kind.TEXT), text)


@pytest.mark.parametrize("value", ["C", "甲", 1, True])
def test_a_category_outside_its_list_is_refused(value: Any) -> None:
    with pytest.raises(UnknownCategory):
        checked_value(BOOK, _variable(Kind.CATEGORY), value)


def test_a_retired_category_is_refused() -> None:
    with pytest.raises(CategoryNotOffered, match=r"“OLD”.*“v”"):
        checked_value(BOOK, _variable(Kind.CATEGORY), "OLD")


# --- missing and absent -----------------------------------------------------


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("several", [False, True])
def test_missing_values_fit_every_kind(kind: Kind, several: bool) -> None:
    variable = _variable(kind, several=several)
    for missing in (Missing.NOT_APPLICABLE, Missing.UNDECIDABLE):
        assert checked_value(BOOK, variable, missing) == (missing,)
        assert checked_value(BOOK, variable, [missing]) == (missing,)


@pytest.mark.parametrize("nothing", [None, "", [], (), Missing.NOT_CODED, [Missing.NOT_CODED]])
def test_nothing_is_not_coded(nothing: Any) -> None:
    assert checked_value(BOOK, _variable(Kind.CATEGORY), nothing) == ()
    assert checked_values(BOOK, LAYER, {"topic": nothing}) == {}


@pytest.mark.parametrize("kind", [Kind.CATEGORY, Kind.TEXT])
def test_several_are_refused_where_one_is_taken(kind: Kind) -> None:
    with pytest.raises(OnlyOneValue, match="“v”"):
        checked_value(BOOK, _variable(kind), ["A", "B"])


def test_a_missing_value_stands_alone() -> None:
    with pytest.raises(OnlyOneValue):
        checked_value(BOOK, _variable(Kind.CATEGORY, several=True), ["A", Missing.UNDECIDABLE])


# --- all values of an annotation --------------------------------------------


def test_values_are_checked_against_their_variables() -> None:
    given_values = {"topic": "B", "others": ["B", "A"], "note": None}
    assert checked_values(BOOK, LAYER, given_values) == {"topic": ("B",), "others": ("B", "A")}


def test_a_value_of_an_unknown_variable_is_refused() -> None:
    with pytest.raises(UnknownVariable):
        checked_values(BOOK, LAYER, {"colour": "A"})


def test_a_new_annotation_starts_with_the_defaults() -> None:
    assert defaults(BOOK, LAYER) == {"topic": ("A",)}


@pytest.mark.parametrize(
    ("coded", "complete"),
    [
        ((), False),
        (("topic",), False),
        (("others", "note"), False),
        (("topic", "note"), True),
        (("topic", "others"), True),
    ],
)
def test_every_clause_wants_one_of_its_variables(coded: tuple[str, ...], complete: bool) -> None:
    assert is_complete(LAYER, dict.fromkeys(coded, ("A",))) == complete


@pytest.mark.parametrize(
    ("values", "lacks"),
    [
        ({}, []),
        ({"topic": ("B",)}, []),
        ({"topic": (Missing.UNDECIDABLE,)}, []),
        ({"topic": ("A",)}, [("others", "note")]),
        ({"topic": ("A",), "note": ("记",)}, []),
        ({"others": ("B", "A")}, [("note",)]),
        ({"others": ("A",), "topic": ("A",)}, [("note",)]),
    ],
)
def test_some_categories_call_for_more(
    values: dict[str, tuple[Scalar, ...]], lacks: list[tuple[str, ...]]
) -> None:
    layer = replace(
        LAYER,
        complete=(),
        wants=(Want("topic", ("A",), ("others", "note")), Want("others", ("A",), ("note",))),
    )
    assert clauses_lacking(layer, values) == lacks
    assert is_complete(layer, values) is (lacks == [])


def test_what_is_asked_for_twice_is_lacking_once() -> None:
    layer = replace(LAYER, complete=(("note",),), wants=(Want("topic", ("A",), ("note",)),))
    assert clauses_lacking(layer, {"topic": ("A",)}) == [("note",)]


def test_a_layer_without_rule_is_complete_at_once() -> None:
    assert is_complete(Layer("l", Words(), Scope.ARTICLE, ()), {})
