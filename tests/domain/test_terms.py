from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.app.projects import starter_codebook
from workbench.domain.codebook import Category, Kind, Layer, Scope, Variable, Words
from workbench.domain.terms import can_be_in_office, date_of, has_term, meant_at, term_of
from workbench.domain.values import Missing

_NONE = Words()


def _government(key: str, begun: str = "", ended: str = "") -> Category:
    given = {"in_office_from": begun, "in_office_to": ended}
    return Category(key, 1, _NONE, attributes={name: each for name, each in given.items() if each})


FIRST = _government("FIRST", "2017-01-20", "2021-01-20")
SECOND = _government("SECOND", "2025-01-20")
UNDATED = _government("UNDATED")


@pytest.mark.parametrize(
    ("date", "meant"),
    [
        ("2019", FIRST),
        ("2017-01-20", FIRST),
        ("2021-01-20", FIRST),
        ("2021", FIRST),
        ("2021-01", FIRST),
        ("2025-08-25", SECOND),
        ("2025", SECOND),
        ("2031", SECOND),
        ("2018-05/2018-06", FIRST),
        ("2021-01-21", None),
        ("2023", None),
        ("2016", None),
        ("2020/2026", None),
        ("", None),
    ],
)
def test_the_date_decides_between_two_of_one_name(date: str, meant: Category | None) -> None:
    assert meant_at([FIRST, SECOND], date) is meant
    assert meant_at([SECOND, FIRST], date) is meant


def test_one_claimant_is_meant_whatever_the_date() -> None:
    assert meant_at([FIRST], "") is FIRST
    assert meant_at([FIRST], "1990") is FIRST


def test_who_has_no_term_may_always_be_meant_so_that_it_is_asked() -> None:
    assert meant_at([FIRST, UNDATED], "2019") is None
    assert meant_at([FIRST, UNDATED], "1990") is UNDATED
    assert meant_at([], "2019") is None


def test_terms_that_touch_in_one_year_are_asked_where_only_the_year_is_known() -> None:
    before, after = _government("A", "2017", "2021"), _government("B", "2021", "2025")
    assert meant_at([before, after], "2021-06") is None
    assert meant_at([before, after], "2020-12") is before
    assert meant_at([before, after], "2022") is after


def test_a_term_is_told_with_its_ends() -> None:
    assert term_of(FIRST) == "2017-01-20–2021-01-20"
    assert term_of(SECOND) == "2025-01-20–"
    assert term_of(UNDATED) == ""
    assert has_term(_government("X", ended="1999"))
    assert not has_term(UNDATED)


_STANCE = Layer(
    "stance",
    _NONE,
    Scope.SPAN,
    (
        Variable("holder", Kind.CATEGORY, _NONE, "actors"),
        Variable("when", Kind.DATE, _NONE),
    ),
)


def test_an_annotations_own_date_goes_before_that_of_the_article() -> None:
    assert date_of(_STANCE, {"when": ("2018-05",)}, "2025-08-25") == "2018-05"
    assert date_of(_STANCE, {}, "2025-08-25") == "2025-08-25"
    assert date_of(_STANCE, {"when": (Missing.NOT_APPLICABLE,)}, "2025") == "2025"


def test_a_date_that_the_coder_found_undecidable_is_not_guessed_from_the_article() -> None:
    assert date_of(_STANCE, {"when": (Missing.UNDECIDABLE,)}, "2025") == ""


@pytest.mark.parametrize("unreadable", ["", "last year", "2025-13", "25 August 2025"])
def test_a_date_that_cannot_be_read_is_unknown(unreadable: str) -> None:
    assert date_of(_STANCE, {}, unreadable) == ""


def test_no_two_governments_of_one_name_in_the_starter_are_in_office_together() -> None:
    actors = starter_codebook().code_list("actors")
    names: dict[str, list[Category]] = {}
    for each in actors.categories:
        for name in each.aliases:
            names.setdefault(name, []).append(each)
    shared = {name: found for name, found in names.items() if len(found) > 1}
    assert [each.key for each in shared["特朗普政府"]] == ["USA_TRUMP1", "USA_TRUMP2"]
    for year in range(2017, 2030):
        for month in range(1, 13):
            possible = [
                each
                for each in shared["特朗普政府"]
                if can_be_in_office(each, f"{year}-{month:02}")
            ]
            assert len(possible) <= 1


_DAYS = st.dates().map(str)


@given(st.lists(st.tuples(_DAYS, _DAYS), max_size=5), _DAYS)
def test_whoever_is_meant_is_the_only_one_whose_term_holds_the_day(
    spans: list[tuple[str, str]], day: str
) -> None:
    terms = [_government(f"K{n}", *sorted(each)) for n, each in enumerate(spans)]
    holding = [each for each, span in zip(terms, spans, strict=True) if _holds(span, day)]
    if len(terms) != 1:
        assert meant_at(terms, day) is (holding[0] if len(holding) == 1 else None)


def _holds(span: tuple[str, str], day: str) -> bool:
    return min(span) <= day <= max(span)
