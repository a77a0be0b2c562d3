from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.reading.columns import MEASURE, arrange

EM, PADDING = 18.0, 11.0


@given(st.integers(240, 4000), st.integers(11, 48))
def test_the_columns_fit_and_the_text_takes_what_it_needs(width: int, em: int) -> None:
    columns = arrange(width, em, PADDING)
    measure = (columns.text - 1 - 2 * PADDING) // em
    assert 4 <= measure <= MEASURE
    assert columns.left >= 0
    assert columns.margin >= 56
    if width >= 56 + 2 * PADDING + 4 * em:
        assert columns.left + columns.margin + columns.text <= width + 1


@given(st.integers(1000, 4000))
def test_the_measure_stays_when_the_window_widens(width: int) -> None:
    assert arrange(width, EM, PADDING).text == arrange(1000, EM, PADDING).text


@given(st.integers(1300, 4000))
def test_the_text_stands_in_the_middle_of_a_wide_window(width: int) -> None:
    columns = arrange(width, EM, PADDING)
    middle = columns.left + columns.margin + columns.text / 2
    assert abs(middle - width / 2) <= 2


def test_a_line_has_32_to_36_characters_in_usual_windows() -> None:
    for width in range(760, 1400, 20):
        measure = (arrange(width, EM, PADDING).text - 1 - 2 * PADDING) / EM
        assert 32 <= measure <= 36
