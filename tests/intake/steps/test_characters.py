from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workbench.intake.edits import apply, ordered
from workbench.intake.steps.characters import cut_invisible, fold_radicals, unify_line_ends


def test_radicals_become_the_characters_they_look_like() -> None:
    text = "⻓期的⼆国⾚字"
    edits = ordered(fold_radicals(text))
    assert apply(text, edits) == "长期的二国赤字"
    assert [(edit.start, edit.reason) for edit in edits] == [
        (0, "radical"),
        (3, "radical"),
        (5, "radical"),
    ]


def test_a_radical_that_stands_for_nothing_else_stays() -> None:
    assert fold_radicals("⺀ 与 ⻖") == []


@given(st.text(st.characters(min_codepoint=0x2E80, max_codepoint=0x2FD5)))
def test_every_fold_is_one_for_one_and_into_the_common_characters(text: str) -> None:
    for edit in fold_radicals(text):
        assert edit.end - edit.start == len(edit.replacement) == 1
        assert unicodedata.name(edit.replacement).startswith("CJK UNIFIED")


def test_odd_line_ends_become_line_feeds_and_nothing_moves() -> None:
    text = "甲\u2028乙\u2029丙\x85丁\f戊\v己"
    assert apply(text, ordered(unify_line_ends(text))) == "甲\n乙\n丙\n丁\n戊\n己"


def test_what_cannot_be_seen_is_cut_but_joiners_of_emoji_stay() -> None:
    text = "战略\u200b自主\u00ad\ufeff，👩\u200d🔬"
    assert apply(text, ordered(cut_invisible(text))) == "战略自主，👩\u200d🔬"
