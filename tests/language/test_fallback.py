from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.language.fallback import FallbackSegmenter, fallback_words
from workbench.language.lexicon import Lexicon
from workbench.language.segment import Segmenter

SEGMENTER: Segmenter = FallbackSegmenter(["主权寻租", "美国", "美国优先", "North Korea"])


def cut(text: str) -> list[str]:
    return [text[word.start : word.end] for word in SEGMENTER.words(text)]


@given(st.text() | st.text(alphabet="主权寻租美国优先North Korea12，\n𠮷😀\u0301"))
def test_the_words_tile_the_text(text: str) -> None:
    assert "".join(cut(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("谈主权寻租", ["谈", "主权寻租"]),
        ("美国优先，美国", ["美国优先", "，", "美国"]),
        ("在2026年North Korea", ["在", "2026", "年", "North Korea"]),
        ("AUKUS条约\n𠮷", ["AUKUS", "条", "约", "\n", "𠮷"]),
        ("", []),
    ],
)
def test_names_latin_words_and_single_characters(text: str, words: list[str]) -> None:
    assert cut(text) == words


def test_a_lexicon_made_for_something_else_will_do() -> None:
    lexicon = Lexicon([("美国", "USA")])
    assert [len(word) for word in fallback_words("在美国", lexicon)] == [1, 2]
