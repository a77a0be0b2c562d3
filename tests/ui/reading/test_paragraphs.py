from __future__ import annotations

import pytest

from workbench.ui.reading.paragraphs import Style, styles

BODY = (
    "这一段足够长，用来跟在标题后，让人看得出前面那一行是标题而不是正文的一部分，写到四十字以上。"
)


def test_the_first_line_is_the_title_if_it_says_the_same() -> None:
    assert styles(["", " 标题 ", BODY], "标题") == [Style.EMPTY, Style.TITLE, Style.BODY]
    assert styles(["另一个标题里有逗号，不是", BODY], "标题")[0] is Style.BODY


@pytest.mark.parametrize(
    "line", ["一、问题的提出", "（三）余论", "第二章 方法", "1.2 数据", "结论与讨论"]
)
def test_headings_are_found(line: str) -> None:
    assert styles([line, BODY], "") == [Style.HEADING, Style.BODY]


@pytest.mark.parametrize(
    "line",
    [
        "一、他说了一句话。",
        "短句。",
        "2025年9月",
        "一",
        "逗号，分开",
        "如下:",
        BODY,
        "一、" + "长" * 50,
    ],
)
def test_sentences_are_no_headings(line: str) -> None:
    assert styles([line, BODY], "")[0] is Style.BODY


def test_a_bare_short_line_before_no_body_is_no_heading() -> None:
    assert styles(["短行", "也短"], "") == [Style.BODY, Style.BODY]


def test_an_empty_article_has_no_title() -> None:
    assert styles([""], "") == [Style.EMPTY]
