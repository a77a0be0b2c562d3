from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.codebook import Category, Codebook, CodeList, UnknownCategory, Words
from workbench.domain.codebook_check import InsideItself, check_codebook
from workbench.domain.expansion import Share, expanded, has_groups, is_group

_NONE = Words()


def _category(key: str, *members: str, **attributes: str) -> Category:
    return Category(key, 1, _NONE, members=members, attributes=attributes)


def _list(*categories: Category) -> CodeList:
    return CodeList("actors", _NONE, categories)


def _shares(code_list: CodeList, key: str) -> dict[str, Fraction]:
    return {each.key: each.weight for each in expanded(code_list, key)}


TRIO = _list(
    _category("A"),
    _category("B"),
    _category("C"),
    _category("ABC", "A", "B", "C", type="state_group"),
    _category("PACT", "A", "B", "C", type="minilateral"),
    _category("BC", "B", "C"),
    _category("NESTED", "A", "BC"),
    _category("TWICE", "ABC", "BC", "A"),
    _category("WITH_PACT", "PACT", "A"),
)


def test_a_group_is_its_members_in_order_with_equal_weights() -> None:
    third = Fraction(1, 3)
    assert expanded(TRIO, "ABC") == (Share("A", third), Share("B", third), Share("C", third))


def test_who_is_no_group_stands_for_itself() -> None:
    assert expanded(TRIO, "A") == (Share("A", Fraction(1)),)


@pytest.mark.parametrize("kind", ["mechanism", "minilateral", "organisation", "treaty"])
def test_a_mechanism_never_expands(kind: str) -> None:
    code_list = _list(_category("A"), _category("PACT", "A", type=kind))
    assert expanded(code_list, "PACT") == (Share("PACT", Fraction(1)),)
    assert not has_groups(code_list)


def test_groups_within_groups_count_whom_they_hold_once() -> None:
    third = Fraction(1, 3)
    assert _shares(TRIO, "NESTED") == {"A": third, "B": third, "C": third}
    assert _shares(TRIO, "TWICE") == {"A": third, "B": third, "C": third}
    assert _shares(TRIO, "WITH_PACT") == {"PACT": Fraction(1, 2), "A": Fraction(1, 2)}


def test_groups_that_share_their_groups_are_looked_at_once() -> None:
    categories = [_category("K0"), _category("K1")]
    categories += [
        _category(f"K{number}", f"K{number - 2}", f"K{number - 1}") for number in range(2, 3000)
    ]
    assert [each.key for each in expanded(_list(*categories), "K2999")] == ["K1", "K0"]


def test_a_list_has_groups_where_one_expands() -> None:
    assert has_groups(TRIO)
    assert not has_groups(_list(_category("A"), _category("B")))


def test_a_category_that_the_list_lacks_is_refused() -> None:
    with pytest.raises(UnknownCategory):
        expanded(TRIO, "NOBODY")


def test_a_group_that_holds_itself_is_refused_by_the_check_of_the_codebook() -> None:
    circle = _list(
        replace(_category("A", "B"), code=1),
        replace(_category("B", "C"), code=2),
        replace(_category("C", "A"), code=3),
    )
    with pytest.raises(InsideItself):
        check_codebook(Codebook(_NONE, (circle,)))


@st.composite
def _trees(draw: st.DrawFn) -> CodeList:
    """Draw lists in which a group holds only categories before it, so that there is no circle."""
    categories: list[Category] = []
    for number in range(draw(st.integers(1, 12))):
        before = [each.key for each in categories]
        members = draw(st.lists(st.sampled_from(before), unique=True)) if before else []
        kind = draw(st.sampled_from(["state", "state_group", "minilateral"]))
        categories.append(_category(f"K{number}", *members, type=kind))
    return _list(*categories)


@given(_trees())
def test_the_weights_of_every_category_are_equal_and_sum_to_one(code_list: CodeList) -> None:
    for category in code_list.categories:
        shares = expanded(code_list, category.key)
        assert sum(each.weight for each in shares) == 1
        assert len({each.weight for each in shares}) == 1
        assert len({each.key for each in shares}) == len(shares)
        assert not any(is_group(code_list.category(each.key)) for each in shares)


@given(_trees())
def test_expanding_what_is_expanded_changes_nothing(code_list: CodeList) -> None:
    for category in code_list.categories:
        for share in expanded(code_list, category.key):
            assert expanded(code_list, share.key) == (Share(share.key, Fraction(1)),)
