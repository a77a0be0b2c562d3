from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.domain.strategies import codebooks
from workbench.app.codebook_words import difference_told, warning_told
from workbench.app.messages import Messages
from workbench.app.projects import starter_codebook
from workbench.domain.codebook import Category, Codebook, CodeList, Words
from workbench.domain.codebook_differences import Difference, differences
from workbench.domain.codebook_warnings import CodebookWarning, codebook_warnings

PATH = (Words("行为体", "Actors"), Words("美国", "United States"))
ENGLISH, CHINESE = Messages("en"), Messages("zh")


@pytest.mark.parametrize(
    ("difference", "english", "chinese"),
    [
        (
            Difference("added", "category", PATH),
            "category added: Actors · United States",
            "新增类目：行为体 · 美国",
        ),
        (
            Difference("changed", "category", PATH, "aliases", "华府", "华府 | 白宫"),
            "category Actors · United States: aliases changed from “华府” to “华府 | 白宫”",
            "类目 行为体 · 美国：别名由“华府”改为“华府 | 白宫”",
        ),
        (
            Difference("set", "list", PATH[:1], "ordered", "", Words("是", "yes")),
            "code list Actors: order as a scale is “yes” now",
            "代码表 行为体：有序量表现为“是”",
        ),
        (
            Difference("reordered", "layer", ()),
            "the codebook: the order changed (layer)",
            "编码手册：次序有变（标注层）",
        ),
    ],
)
def test_differences_are_told_in_both_languages(
    difference: Difference, english: str, chinese: str
) -> None:
    assert difference_told(difference, ENGLISH) == english
    assert difference_told(difference, CHINESE) == chinese


def test_a_long_text_is_told_in_short() -> None:
    long = Difference("set", "category", PATH, "definition_zh", "", "长\n文" * 100)
    sentence = difference_told(long, CHINESE)
    assert sentence.endswith("…”")
    assert "\n" not in sentence
    assert len(sentence) < 130


@given(codebooks(), codebooks())
@settings(max_examples=60, deadline=None)
def test_every_difference_has_words(old: Codebook, new: Codebook) -> None:
    found = differences(old, new)
    assert (found == []) is (old == new)
    for each in found:
        for messages in (ENGLISH, CHINESE):
            assert difference_told(each, messages)
    assert differences(old, old) == []


# --- what is doubtful -------------------------------------------------------


def test_names_that_catch_too_much_are_named() -> None:
    states = CodeList(
        "states",
        Words("国家"),
        (
            Category("USA", 1, Words("美国", "USA"), aliases=("美", "华府", "usa", " ")),
            Category("TWN", 2, Words("台湾", ""), aliases=("ＵＳＡ", "台")),
            Category("OLD", 3, Words("旧"), aliases=("华府", "旧"), retired=True),
            Category("CHN", 4, Words("中国", ""), aliases=("华府",)),
        ),
    )
    other = CodeList("targets", Words(), (Category("USA", 1, Words("美国"), aliases=("对美",)),))
    found = codebook_warnings(Codebook(Words(), (states, other)))
    assert found == [
        CodebookWarning("alias_short", "states:USA", "美"),
        CodebookWarning("alias_empty", "states:USA", " "),
        CodebookWarning("alias_short", "states:TWN", "台"),
        CodebookWarning("alias_twice", "states:TWN", "ＵＳＡ", "states:USA"),
        CodebookWarning("alias_twice", "states:CHN", "华府", "states:USA"),
    ]
    for each in found:
        assert each.place in warning_told(each, ENGLISH)
        assert each.place in warning_told(each, CHINESE)
    assert "华府" in warning_told(found[-1], CHINESE)


def test_the_starter_codebook_is_read_through() -> None:
    found = codebook_warnings(starter_codebook())
    assert {each.kind for each in found} <= {"alias_short", "alias_twice"}
