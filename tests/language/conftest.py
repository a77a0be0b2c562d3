"""One loaded dictionary for all tests of words: it takes a second."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.language.segment import JiebaSegmenter

USER_WORDS = (
    *("主权寻租", "代理人懈怠", "美日韩三边合作机制", "中日韩", "中日韩三国", "唐纳德·特朗普"),
    *("North Korea", "小多边 +", "10+3", "“平衡”", "约束(Binding)", "US", "美", "", " 战略自主 "),
)


@pytest.fixture(scope="session")
def word_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("words")


@pytest.fixture(scope="session")
def jieba_segmenter(word_cache: Path) -> JiebaSegmenter:
    return JiebaSegmenter(USER_WORDS, word_cache)
