from __future__ import annotations

import pytest

from workbench.language.lexicon import Lexicon
from workbench.language.traps import PLACES, WHOLE_WORDS, is_place

LEXICON = Lexicon(
    [
        *(("东京", "JPN"), ("白宫", "USA"), ("华盛顿", "USA"), ("合作机制", "M"), ("合作", "G")),
        *(("韩企", "F"), ("中国", "CHN")),
    ],
    words=WHOLE_WORDS,
    places=PLACES,
)


def found(text: str) -> list[str]:
    return [text[m.span.start : m.span.end] for m in LEXICON.find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("东京始终担心", ["东京"]),
        ("对东京施压", ["东京"]),
        ("白宫方面宣布", ["白宫"]),
        ("华盛顿的贸易政策", ["华盛顿"]),
        ("在东京会见记者", []),
        ("访问东京", []),
        ("重返白宫、入主白宫", []),
        ("东京举行的会议", []),
        ("华盛顿智库的学者", []),
    ],
)
def test_a_capital_counts_where_it_stands_for_its_government(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_name_does_not_end_within_a_word() -> None:
    assert found("合作机制化") == ["合作"]
    assert found("合作机制") == ["合作机制"]
    assert found("韩企业与韩企") == ["韩企"]


def test_developing_countries_are_not_china() -> None:
    assert found("发展中国家与中国") == ["中国"]


def test_a_place_at_either_end_of_a_text_is_none() -> None:
    assert not is_place("东京", 0, 2)
    assert is_place("在东京", 1, 3)
