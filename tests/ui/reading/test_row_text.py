from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.reading.margin_layout import Name, Row
from workbench.ui.reading.row_text import fitted
from workbench.ui.reading.view_model import Label

BADGE = 3.0


def width(text: str) -> float:
    return float(len(text))


def row(*labels: Label) -> Row:
    return Row(0.0, tuple(Name((i,), label, 0.0) for i, label in enumerate(labels)))


def test_a_name_that_fits_is_whole() -> None:
    fit = fitted(row(Label("A → B", " −1")), width, 20, BADGE)
    assert (fit.text, fit.more) == ("A → B −1", 0)


def test_a_cut_name_keeps_its_position() -> None:
    fit = fitted(row(Label("somebody → something", " −1")), width, 12, BADGE)
    assert fit.text == "somebody… −1"


def test_several_names_share_a_row_where_they_fit() -> None:
    fit = fitted(row(Label("甲"), Label("乙"), Label("丙")), width, 9, BADGE)
    assert (fit.text, fit.more) == ("甲 · 乙 · 丙", 0)


def test_the_others_are_counted() -> None:
    fit = fitted(row(Label("甲"), Label("乙"), Label("丙")), width, 8, BADGE)
    assert (fit.text, fit.more) == ("甲 · 乙", 1)
    assert fitted(row(Label("甲甲甲甲"), Label("乙")), width, 5, BADGE).more == 1


def test_equal_names_are_counted_too() -> None:
    fit = fitted(Row(0.0, (Name((1, 2), Label("甲"), 0.0),)), width, 9, BADGE)
    assert fit.text == "甲 ×2"


@given(
    st.lists(st.text("甲乙丙 ", min_size=1, max_size=9), min_size=1, max_size=5), st.integers(8, 40)
)
def test_nothing_is_wider_than_its_room(heads: list[str], room: int) -> None:
    fit = fitted(row(*(Label(head, " +2") for head in heads)), width, room, BADGE)
    assert width(fit.text) + (BADGE if fit.more else 0) <= room
