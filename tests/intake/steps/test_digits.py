from __future__ import annotations

import pytest

from workbench.intake.edits import apply, ordered
from workbench.intake.steps.footnotes import cut_footnotes, footnotes_in

_BODY = (
    "灯塔由各国轮流照看。1没有人为此签过条约，1998年以前也没有人付过钱。\n"
    "守塔人的名册上写着二十七国的名字。2如今只剩下一半。\n"
)


def _cleaned(text: str) -> str:
    return apply(text, ordered(cut_footnotes(text)))


def test_plain_digits_behind_full_stops_are_markers_of_the_notes_below() -> None:
    text = f"{_BODY}1参见《海港年鉴》，第12—\n15 页。\n2名册现存何处不详。\n"
    assert [(n.marker, n.text) for n in footnotes_in(text)] == [
        ("1", "参见《海港年鉴》，第12—15 页。"),
        ("2", "名册现存何处不详。"),
    ]
    assert "看。没有" in _cleaned(text)
    assert "名字。如今" in _cleaned(text)
    assert "1998年" in _cleaned(text)


def test_endnotes_with_a_point_go_with_their_heading() -> None:
    text = f"{_BODY}注释：\n1. 一位老人的话。\n2. 见上引书。\n"
    assert [n.text for n in footnotes_in(text)] == ["一位老人的话。", "见上引书。"]
    assert "注释" not in _cleaned(text)


def test_notes_numbered_anew_on_each_page_belong_to_their_own_page() -> None:
    text = f"{_BODY}1 甲注。\n2 乙注。\n塔在夏天关门。1冬天才有人来。\n1 丙注。\n"
    found = footnotes_in(text)
    assert [n.text for n in found] == ["甲注。", "乙注。", "丙注。"]
    assert found[2].at == text.index("。1冬") + 1


def test_a_marker_may_stand_before_the_full_stop() -> None:
    text = "这个词出自渔民1。\n后来写进了章程2，无人反对。\n1 口述。\n2 章程第四条。\n"
    assert len(footnotes_in(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "要点有三。\n1. 守住灯塔。\n2. 修好码头。\n",  # a list, to which nothing points
        "守塔人走了。1月才有人接替。\n1月的风最大。\n",  # a month
        "引言完了。1下面说塔。\n1 塔\n塔是石头砌的。\n",  # a heading is no note
        "甲说好。1乙说不好。\n1 甲注。\n2 乙注。\n",  # one of two notes has no marker
        "共有三座塔，2座已毁。\n2 座塔的图纸还在。\n",
    ],
)
def test_numbers_that_mark_nothing_stay(text: str) -> None:
    assert cut_footnotes(text) == []


def test_words_of_a_narrow_column_go_on_in_the_next_line() -> None:
    text = "The tower stood alone.1 Nobody paid.\n1See A. Mole, Lights of the\nNorth, 2001.\n"
    (note,) = footnotes_in(text)
    assert note.text == "See A. Mole, Lights of the North, 2001."
