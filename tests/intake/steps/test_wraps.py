from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.intake.edits import apply, ordered
from workbench.intake.steps.wraps import join_wraps

FIRST = (
    "岛国的对外政策常常被看作大国棋局的余波，这种看法低估了小国自己的算盘。事实上，"
    "几乎每一次港口协定的谈判，都是岛国主动提出，又由岛国决定何时停下来的。"
)
SECOND = (
    "以海产品贸易为例，岛国一面同邻国签订捕捞协定，一面向远方的市场申请更低的税率，"
    "两边都不说满。这样做的好处，是任何一方翻脸的时候，另一方都还在谈判桌上坐着。"
)
THIRD = (
    "问题在于，这样的平衡能够维持多久。港口的债务正在到期，新的贷款附有新的条件，"
    "而国内的选民已经不再满足于模糊的说法，他们想知道船到底是谁的，账到底由谁来还。"
)


def _wrap(paragraph: str, columns: int, indent: int = 0) -> list[str]:
    """Break every `columns` characters; the first line leaves room for a lost indent."""
    room = columns - indent
    head, rest = paragraph[:room], paragraph[room:]
    return [head, *(rest[i : i + columns] for i in range(0, len(rest), columns))]


def _joined(text: str) -> list[str]:
    return [line for line in apply(text, ordered(join_wraps(text))).split("\n") if line]


@pytest.mark.parametrize("columns", [18, 23, 31])
@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_paragraphs_whose_indent_was_lost_are_found(columns: int, end: str) -> None:
    lines = [line for text in (FIRST, SECOND, THIRD) for line in _wrap(text, columns, 2)]
    assert _joined(end.join(lines)) == [FIRST, SECOND, THIRD]


def test_paragraphs_that_are_indented_are_found() -> None:
    lines = [line for text in (FIRST, SECOND, THIRD) for line in _wrap("　　" + text, 20)]
    assert [line.strip() for line in _joined("\n".join(lines))] == [FIRST, SECOND, THIRD]


def test_paragraphs_with_blank_lines_between_are_found() -> None:
    blocks = ["\n".join(_wrap(text, 20)) for text in (FIRST, SECOND, THIRD)]
    assert _joined("\n\n".join(blocks)) == [FIRST, SECOND, THIRD]


def test_headings_and_list_items_stay_lines_of_their_own() -> None:
    lines = [*_wrap(FIRST, 20), "一、两种算盘", *_wrap(SECOND, 20), "理由如下："]
    lines += ["• 港口", "• 税率", *_wrap(THIRD, 20)]
    assert _joined("\n".join(lines)) == [
        *(FIRST, "一、两种算盘", SECOND, "理由如下：", "• 港口", "• 税率", THIRD)
    ]


def test_a_paragraph_that_was_not_wrapped_stays_apart() -> None:
    lines = _wrap(FIRST + SECOND, 20)
    assert _joined("\n".join([*lines, THIRD])) == [FIRST + SECOND, THIRD]


def test_a_list_begins_below_its_colon_even_in_a_full_line() -> None:
    lines = [*_wrap(FIRST + SECOND, 20), "岛国要求先谈债务的理由一共有以下三条如下：", "• 港口"]
    assert _joined("\n".join(lines))[-1] == "• 港口"


def test_a_sentence_goes_on_across_a_blank_stretch_that_a_page_left() -> None:
    lines = _wrap(FIRST + SECOND, 20)
    text = "\n".join(lines[:3]) + "\n\n\n\n" + "\n".join(lines[3:])
    assert _joined(text) == [FIRST + SECOND]


def test_latin_words_are_joined_by_a_blank_and_han_by_none() -> None:
    lines = ["两国在联合声明里使用了 freedom of", "navigation 一词，没有作出任何"]
    text = "\n".join([*_wrap(FIRST + SECOND, 20), *lines, "解释，这被看作一次不大不小的让步。"])
    assert "使用了 freedom of navigation 一词，没有作出任何解释" in "".join(_joined(text))


def test_a_long_word_that_had_no_room_does_not_end_a_paragraph() -> None:
    text = "\n".join(
        [*_wrap(FIRST + SECOND, 20), "他们把这种做法叫作", "counterbalancing-by-stealth，意思"]
    )
    assert "叫作counterbalancing-by-stealth" in "".join(_joined(text))


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n{SECOND}\n{THIRD}",
        "\n".join(["白日依山尽，黄河入海流。", "欲穷千里目，更上一层楼。"] * 6),
        "\n".join(f"第{n}条新闻的标题写到这里刚好二十个字" for n in range(10)),
        "\n".join(["会谈没有结果。", "双方同意再谈。", "地点还没有定。"] * 4),
        "短\n文\n本",
        "",
    ],
)
def test_texts_that_were_not_wrapped_stay_as_they_are(text: str) -> None:
    assert join_wraps(text) == []


@given(st.integers(16, 40), st.booleans())
def test_joining_only_takes_line_ends_away(columns: int, spaced: bool) -> None:
    lines = [line for text in (FIRST, SECOND, THIRD) for line in _wrap(text, columns, 2)]
    text = ("\n\n" if spaced else "\n").join(lines)
    clean = "\n".join(_joined(text))
    assert clean.replace("\n", "") == FIRST + SECOND + THIRD
    assert join_wraps(clean) == []


ENGLISH = (
    "The talks on fishing resumed on Monday, and the island states asked\n"
    "for relief of their debts before anything else was put on the table of\n"
    "the conference. Nobody had expected so many to speak early of cooper-\n"
    "ation, or to come at the end of three days of silence with any long-\n"
    "term plans of their own. The chair let the delegates talk for hours\n"
    "and then asked who would pay.\n\n"
    "Nobody answered. The debts of the islands had grown for twenty years,\n"
    "and the lenders, who sat in the last row of the hall, were looking at\n"
    "their shoes. In the end the smallest of the states offered to begin.\n"
)


def test_english_is_joined_and_its_broken_words_are_whole() -> None:
    paragraphs = apply(ENGLISH, join_wraps(ENGLISH)).split("\n\n")
    assert [len(p.strip().split("\n")) for p in paragraphs] == [1, 1]
    assert "early of cooperation, or to come" in paragraphs[0]
    assert "any long-term plans" in paragraphs[0]


def test_english_between_chinese_paragraphs_is_joined_though_it_breaks_early() -> None:
    english = ["The islands never asked for this, said the chair of a committee,"]
    english += ["notwithstanding everything that had been promised to them before", "the vote."]
    lines = [line for text in (FIRST, SECOND) for line in _wrap(f"　　{text}", 31)]
    found = _joined("\n".join([*lines, *english, *_wrap(f"　　{THIRD}", 31)]))
    assert len(found) == 4
    assert found[2].endswith(
        "committee, notwithstanding everything that had been promised to them before the vote."
    )


def test_a_line_with_a_full_stop_inside_is_no_heading_however_short() -> None:
    lines = [line for text in (FIRST, SECOND) for line in _wrap(f"　　{text}", 31)]
    third = ["　　账到了。一位老人说，这", *_wrap(THIRD, 31)]
    assert len(_joined("\n".join([*lines, *third]))) == 3


@pytest.mark.parametrize(
    ("line", "following"),
    [
        (SECOND[:31], "关键词：岛国；渔业"),
        ("中图分类号：D81　　文献标识码：A", "一、岛国的算盘"),
        ("远洋评论              2026年第2期，总第五期，双月刊", "岛国的算盘与大国的账"),
    ],
)
def test_labels_and_rows_stand_apart_from_what_is_beside_them(line: str, following: str) -> None:
    lines = [row for text in (FIRST, SECOND, THIRD) for row in _wrap(f"　　{text}", 31)]
    found = _joined("\n".join([*lines, line, following]))
    assert following in found
