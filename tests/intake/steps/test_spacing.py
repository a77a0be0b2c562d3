from __future__ import annotations

import pytest

from workbench.intake.edits import apply
from workbench.intake.steps.spacing import close_spaced_lines


def test_a_line_that_was_justified_by_blanks_is_closed() -> None:
    text = "岛 国 的 算 盘 ， 从 来 不 止 一 本 。\n第二行没有空格。"
    assert apply(text, close_spaced_lines(text)) == "岛国的算盘，从来不止一本。\n第二行没有空格。"
    assert {edit.reason for edit in close_spaced_lines(text)} == {"space"}


@pytest.mark.parametrize(
    "text",
    [
        "林 小 满",  # a name
        "首页 国际 财经 军事 社会 文化 视频 图片",  # words of a bar
        "The island states asked for relief of their debts first.",
        "甲 乙 丙 丁 戊 己 庚，这一行的后半段仍是连着写的，并没有被排版的人拉开过。",
    ],
)
def test_blanks_that_divide_words_stay(text: str) -> None:
    assert close_spaced_lines(text) == []
