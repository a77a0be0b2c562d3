from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import dates, means_itself, storable
from workbench.domain.codebook import Category, Codebook, CodeList, Kind, Variable, Words
from workbench.domain.conversion import Conversion
from workbench.domain.values import Missing, checked_value

STATES = CodeList(
    "states",
    Words(),
    (
        Category("USA", 1, Words("美国", "USA"), aliases=("华府", "两国")),
        Category("CHN", 2, Words("中国", ""), aliases=("北京", "两国")),
        Category("X", 3, Words("", "elsewhere"), retired=True),
        Category("美国", 4, Words("另一个", "")),
        Category("Y", 5, Words()),
    ),
)
PLACES = CodeList("places", Words(), (Category("USA", 7, Words("美洲", "America")),))
BOOK = Codebook(Words(), (STATES, PLACES))


def variable(kind: Kind, code_list: str | None = None, *, several: bool = False) -> Variable:
    lists = {Kind.CATEGORY: "states"}
    return Variable("v", kind, Words(), code_list or lists.get(kind), several)


def one(old: Kind, scalar: Any, new: Kind) -> Any:
    """Return what a value becomes, alone or as one of several."""
    into = variable(new)
    found = Conversion(BOOK, variable(old), BOOK, into).values((scalar,))
    among = Conversion(BOOK, variable(old), BOOK, replace(into, several=True)).values((scalar,))
    assert found == among
    return None if found is None else found[0]


FITTING = [
    (Kind.CATEGORY, "USA", Kind.TEXT, "美国"),
    (Kind.CATEGORY, "X", Kind.TEXT, "elsewhere"),
    (Kind.CATEGORY, "Y", Kind.TEXT, "Y"),
    (Kind.INTEGER, 2025, Kind.TEXT, "2025"),
    (Kind.INTEGER, 3, Kind.REAL, 3.0),
    (Kind.INTEGER, 1, Kind.BOOLEAN, True),
    (Kind.INTEGER, 2025, Kind.DATE, "2025"),
    (Kind.REAL, 1234567.0, Kind.TEXT, "1234567"),
    (Kind.REAL, 0.25, Kind.TEXT, "0.25"),
    (Kind.REAL, 3.0, Kind.INTEGER, 3),
    (Kind.REAL, 0.0, Kind.BOOLEAN, False),
    (Kind.BOOLEAN, True, Kind.TEXT, "true"),
    (Kind.BOOLEAN, False, Kind.INTEGER, 0),
    (Kind.BOOLEAN, True, Kind.REAL, 1.0),
    (Kind.DATE, "2025-08", Kind.TEXT, "2025-08"),
    (Kind.DATE, "2025", Kind.INTEGER, 2025),
    (Kind.TEXT, " USA ", Kind.CATEGORY, "USA"),
    (Kind.TEXT, "中国", Kind.CATEGORY, "CHN"),
    (Kind.TEXT, "elsewhere", Kind.CATEGORY, "X"),
    (Kind.TEXT, "北京", Kind.CATEGORY, "CHN"),
    (Kind.TEXT, "美国", Kind.CATEGORY, "美国"),  # a key goes before a label
    (Kind.TEXT, "-7", Kind.INTEGER, -7),
    (Kind.TEXT, "2.0", Kind.INTEGER, 2),
    (Kind.TEXT, " 0.5", Kind.REAL, 0.5),
    (Kind.TEXT, "是", Kind.BOOLEAN, True),
    (Kind.TEXT, "No", Kind.BOOLEAN, False),
    (Kind.TEXT, " 2025-08-25", Kind.DATE, "2025-08-25"),
    (Kind.TEXT, "2025/2026", Kind.DATE, "2025/2026"),
    (Kind.LINK, 5, Kind.LINK, 5),
]
UNFIT = [
    (Kind.CATEGORY, "USA", Kind.INTEGER),
    (Kind.CATEGORY, "USA", Kind.LINK),
    (Kind.CATEGORY, "USA", Kind.DATE),
    (Kind.INTEGER, 2, Kind.BOOLEAN),
    (Kind.INTEGER, 20251, Kind.DATE),
    (Kind.INTEGER, 5, Kind.LINK),
    (Kind.INTEGER, 5, Kind.CATEGORY),
    (Kind.REAL, 0.5, Kind.INTEGER),
    (Kind.REAL, 1e300, Kind.INTEGER),
    (Kind.REAL, 2025.5, Kind.DATE),
    (Kind.DATE, "2025-08", Kind.REAL),
    (Kind.TEXT, "两国", Kind.CATEGORY),  # two claim it: asked, not guessed
    (Kind.TEXT, "", Kind.CATEGORY),
    (Kind.TEXT, "日本", Kind.CATEGORY),
    (Kind.TEXT, "七", Kind.INTEGER),
    (Kind.TEXT, "1e5", Kind.REAL),
    (Kind.TEXT, "９", Kind.INTEGER),
    (Kind.TEXT, "9" * 16, Kind.INTEGER),
    (Kind.TEXT, "-97", Kind.INTEGER),  # that means a missing value
    (Kind.TEXT, "maybe", Kind.BOOLEAN),
    (Kind.TEXT, "soon", Kind.DATE),
    (Kind.TEXT, " ", Kind.DATE),
    (Kind.LINK, 5, Kind.TEXT),
    (Kind.LINK, 5, Kind.INTEGER),
    (Kind.LINK, 5, Kind.BOOLEAN),
]


@pytest.mark.parametrize(("old", "scalar", "new", "wanted"), FITTING)
def test_what_means_the_same_is_converted(old: Kind, scalar: Any, new: Kind, wanted: Any) -> None:
    found = one(old, scalar, new)
    assert (found, type(found)) == (wanted, type(wanted))


@pytest.mark.parametrize(("old", "scalar", "new"), UNFIT)
def test_what_would_mean_something_else_does_not_fit(old: Kind, scalar: Any, new: Kind) -> None:
    assert one(old, scalar, new) is None


def test_a_category_of_another_list_is_that_of_its_key() -> None:
    into = Conversion(BOOK, variable(Kind.CATEGORY), BOOK, variable(Kind.CATEGORY, "places"))
    assert into.values(("USA",)) == ("USA",)
    assert into.values(("CHN",)) is None


@pytest.mark.parametrize("kind", Kind)
def test_a_missing_value_is_one_of_any_kind(kind: Kind) -> None:
    for missing in (Missing.NOT_APPLICABLE, Missing.UNDECIDABLE):
        assert one(Kind.TEXT, missing, kind) is missing


def test_values_that_become_the_same_are_one() -> None:
    into = Conversion(BOOK, variable(Kind.TEXT, several=True), BOOK, variable(Kind.CATEGORY))
    assert into.values(("USA", "华府", "USA ")) == ("USA",)
    assert into.values(("USA", "CHN")) is None
    assert into.values(()) == ()


SCALARS: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.CATEGORY: st.sampled_from([each.key for each in STATES.categories]),
    Kind.INTEGER: st.integers(-(2**53), 2**53).filter(means_itself),
    Kind.REAL: st.floats(allow_nan=False, allow_infinity=False).filter(means_itself),
    Kind.BOOLEAN: st.booleans(),
    Kind.DATE: dates(),
    Kind.TEXT: storable.map(lambda text: checked_value(BOOK, variable(Kind.TEXT), (text,))[0]),
    Kind.LINK: st.integers(1, 99),
}


@given(st.data(), st.sampled_from(Kind), st.sampled_from(Kind))
def test_what_comes_out_is_what_the_new_variable_takes(
    data: st.DataObject, old: Kind, new: Kind
) -> None:
    scalar = data.draw(SCALARS[old])
    found = Conversion(BOOK, variable(old), BOOK, variable(new)).values((scalar,))
    if old is new:
        assert found == (scalar,)
    if found is not None and new is not Kind.CATEGORY:
        assert checked_value(BOOK, variable(new), found) == found
