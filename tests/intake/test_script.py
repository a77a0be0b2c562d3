from __future__ import annotations

import pytest

from workbench.intake.script import (
    ends_sentence,
    glue,
    han_count,
    is_broken_word,
    is_han,
    is_latin,
    width,
)


@pytest.mark.parametrize(
    ("left", "right", "between"),
    [
        ("岛国的", "债务", ""),
        ("freedom of", "navigation", " "),
        ("岛国", "Nauru", ""),
        ("Nauru", "等岛国", ""),
        ("August 18,", "2023", " "),
        ("“Nauru,”", "Harbour Review", " "),
        ("Harbour", "“Nauru”", " "),
        ("第12", "34号", ""),
        ("3.", "5", ""),
        ("sea-", "borne", ""),
        ("and/", "or", ""),
        ("合作,", "ASEAN", ""),
        ("façade", "é", " "),
    ],
)
def test_what_joins_two_pieces_of_a_line(left: str, right: str, between: str) -> None:
    assert glue(left, right) == between


@pytest.mark.parametrize("line", ["完了。", "完了！”", "完了……", "(完了。)", "Done.", "pp. 1-10."])
def test_lines_that_end_a_sentence(line: str) -> None:
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["没完，", "没完", "3.", "“没完”", "没完：", ""])
def test_lines_that_do_not(line: str) -> None:
    assert not ends_sentence(line)


def test_width_counts_columns() -> None:
    assert width("岛国“债务”ab 1") == 15.5
    assert width("") == 0


def test_scripts() -> None:
    assert han_count("岛国 ab 𠮷，") == 3
    assert is_han("岛")
    assert not is_han("。")
    assert is_latin("é")
    assert not is_latin("岛")
    assert not is_latin("1")


@pytest.mark.parametrize(
    ("left", "right", "is_broken"),
    [
        ("the cooper-", "ation of all", True),
        ("their re-", "search shows", True),
        ("their re-", "election in May", False),
        ("an inter-", "national order", True),
        ("the inter-", "war years", False),
        ("any long-", "term plan", False),
        ("of self-determin-", "ation, they", True),
        ("state-of-the-", "art ships", False),
        ("the North-", "South divide", False),
        ("1939-", "1945", False),
    ],
)
def test_a_hyphen_that_only_breaks_a_word_is_told_from_its_own(
    left: str, right: str, is_broken: bool
) -> None:
    assert is_broken_word(left, right) is is_broken
