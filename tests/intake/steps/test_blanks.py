from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.intake.edits import Alignment, apply, ordered
from workbench.intake.steps.blanks import collapse_blanks


def test_one_line_feed_stays_between_paragraphs() -> None:
    text = "\n\n　　第一段。 \n \n\n\t第二段  有空格。\n\n"
    edits = ordered(collapse_blanks(text))
    assert apply(text, edits) == "第一段。\n第二段  有空格。"
    assert {edit.reason for edit in edits} == {"blank_line", "space"}


def test_a_kept_line_feed_keeps_its_place() -> None:
    text = "甲 \n\n乙"
    alignment = Alignment(ordered(collapse_blanks(text)), len(text))
    assert alignment.to_clean(2) == 1
    assert alignment.to_clean(3) is None


@given(st.text(alphabet="甲a \t\n　", max_size=40))
def test_nothing_but_white_space_is_cut(text: str) -> None:
    clean = apply(text, ordered(collapse_blanks(text)))
    assert "".join(clean.split()) == "".join(text.split())
    assert all(line == line.strip() and line for line in clean.split("\n") if clean)
    assert collapse_blanks(clean) == []
