from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.article import Edit
from workbench.domain.errors import Defect
from workbench.intake.edits import Alignment, apply, compose, ordered

texts = st.text(alphabet="甲乙丙丁ab \n", max_size=24)


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> tuple[Edit, ...]:
    """Sorted edits that do not overlap, over a text of `length` characters."""
    borders = sorted(draw(st.sets(st.integers(0, length), max_size=8))) if length else []
    pairs = zip(borders[::2], borders[1::2], strict=False)
    replacements = st.sampled_from(("", " ", "\n", "• ", "二"))
    reasons = st.sampled_from(("a", "b"))
    return tuple(Edit(start, end, draw(replacements), draw(reasons)) for start, end in pairs)


@st.composite
def rounds(draw: st.DrawFn) -> tuple[str, list[tuple[Edit, ...]]]:
    """A text, and lists of edits each of which applies to the result of the one before."""
    text = draw(texts)
    current, lists = text, list[tuple[Edit, ...]]()
    for _ in range(draw(st.integers(1, 4))):
        edits = draw(edits_of(len(current)))
        lists.append(edits)
        current = apply(current, edits)
    return text, lists


def _composed(text: str, lists: Sequence[Sequence[Edit]]) -> tuple[Edit, ...]:
    result: tuple[Edit, ...] = ()
    for edits in lists:
        result = compose(result, edits, len(text))
    return result


@given(rounds())
def test_composing_equals_applying_one_after_the_other(
    case: tuple[str, list[tuple[Edit, ...]]],
) -> None:
    text, lists = case
    one_by_one = text
    for edits in lists:
        one_by_one = apply(one_by_one, edits)
    composed = _composed(text, lists)
    assert ordered(composed) == composed
    assert apply(text, composed) == one_by_one


@given(rounds())
def test_a_kept_character_is_the_same_on_both_sides(
    case: tuple[str, list[tuple[Edit, ...]]],
) -> None:
    text, lists = case
    edits = _composed(text, lists)
    clean, alignment = apply(text, edits), Alignment(edits, len(text))
    assert alignment.clean_length == len(clean)
    cut = {offset for edit in edits for offset in range(edit.start, edit.end)}
    for offset, character in enumerate(text):
        place = alignment.to_clean(offset)
        if offset not in cut:
            assert place is not None
            assert clean[place] == character
            assert alignment.to_original(place) == offset
        assert 0 <= alignment.near(offset) <= len(clean)


@given(rounds(), st.data())
def test_a_stretch_keeps_its_kept_characters(
    case: tuple[str, list[tuple[Edit, ...]]], data: st.DataObject
) -> None:
    text, lists = case
    edits = _composed(text, lists)
    clean, alignment = apply(text, edits), Alignment(edits, len(text))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    places = [place for i in range(start, end) if (place := alignment.to_clean(i)) is not None]
    span = alignment.span_to_clean(start, end)
    assert span == ((min(places), max(places) + 1) if places else None)
    if span and not any(edit.start < end and start < edit.end for edit in edits):
        assert clean[slice(*span)] == text[start:end]


@given(rounds())
def test_places_keep_their_order(case: tuple[str, list[tuple[Edit, ...]]]) -> None:
    text, lists = case
    alignment = Alignment(_composed(text, lists), len(text))
    places = [alignment.near(offset) for offset in range(len(text) + 3)]
    assert places == sorted(places)


def test_a_cut_in_the_middle_of_a_later_one_keeps_its_reason() -> None:
    first = (Edit(2, 4, "", "footnote"),)
    then = (Edit(1, 3, " ", "hard_wrap"),)
    assert compose(first, then, 6) == (
        Edit(1, 2, " ", "hard_wrap"),
        Edit(2, 4, "", "footnote"),
        Edit(4, 5, "", "hard_wrap"),
    )


def test_a_part_of_a_replacement_can_be_replaced() -> None:
    first = (Edit(1, 2, "• ", "lost_bullet"),)
    assert compose(first, (Edit(2, 3, "", "space"),), 3) == (Edit(1, 2, "•", "lost_bullet"),)
    assert compose(first, (Edit(0, 2, "x", "a"),), 3) == (
        Edit(0, 1, "x", "a"),
        Edit(1, 2, " ", "lost_bullet"),
    )


def test_edits_that_touch_with_one_reason_become_one() -> None:
    first = (Edit(0, 2, "", "space"),)
    assert compose(first, (Edit(0, 1, "", "space"),), 5) == (Edit(0, 3, "", "space"),)


def test_places_around_and_inside_of_edits() -> None:
    alignment = Alignment((Edit(1, 3, "", "cut"), Edit(4, 5, "二", "radical")), 6)
    assert [alignment.to_clean(offset) for offset in range(-1, 7)] == [
        *(None, 0, None, None, 1, 2, 3, None)
    ]
    assert [alignment.near(offset) for offset in range(8)] == [0, 1, 1, 1, 2, 3, 4, 4]
    assert [alignment.to_original(offset) for offset in range(5)] == [0, 3, 4, 5, 6]
    assert alignment.span_to_clean(1, 3) is None
    assert alignment.span_to_clean(0, 3) == (0, 1)
    assert alignment.span_to_clean(2, 2) is None


def test_a_place_inside_a_replacement_leads_to_its_start() -> None:
    alignment = Alignment((Edit(1, 2, "• ", "lost_bullet"),), 3)
    assert [alignment.to_original(offset) for offset in range(5)] == [0, 1, 1, 2, 3]


@pytest.mark.parametrize(
    "edits",
    [[Edit(0, 2, "", "a"), Edit(1, 3, "", "b")], [Edit(1, 1, "x", "a")], [Edit(-1, 1, "", "a")]],
)
def test_edits_that_cannot_be_made_are_a_defect(edits: list[Edit]) -> None:
    with pytest.raises(Defect, match="overlaps"):
        ordered(edits)
