from __future__ import annotations

from workbench.domain.article import Edit
from workbench.intake.lines import Line, cut_lines, is_double_spaced, lines_of

TEXT = "甲\n\n  乙 \n丙\n"


def test_lines_know_their_place_their_indent_and_the_gap_above() -> None:
    assert list(lines_of(TEXT)) == [
        Line(0, 1, "甲", 0, 0),
        Line(5, 6, "乙", 2, 1),
        Line(8, 9, "丙", 0, 0),
    ]
    assert list(lines_of("\n \n")) == []


def test_blank_lines_between_nearly_all_lines_say_nothing() -> None:
    assert is_double_spaced(lines_of("甲\n\n乙\n\n丙\n\n丁"))
    assert not is_double_spaced(lines_of(TEXT))


def test_neighbours_with_one_reason_are_cut_at_once() -> None:
    lines = lines_of(TEXT)
    assert cut_lines(lines, {0: "a", 1: "a", 2: "b"}) == [Edit(0, 6, "", "a"), Edit(8, 9, "", "b")]
    assert cut_lines(lines, {2: "a", 0: "a"}) == [Edit(0, 1, "", "a"), Edit(8, 9, "", "a")]
    assert cut_lines(lines, {}) == []
