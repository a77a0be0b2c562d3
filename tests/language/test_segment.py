from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.text import Span
from workbench.language.segment import JiebaSegmenter

MIXED = st.text(
    alphabet="美国欧盟在战略自主与主权寻租代理人懈怠，。“”（） \r\n\t"
    "AUKUS2026.%-·+😀𠮷é\u0301\u200d👩\u3000"
)


class Expectation(Protocol):
    def expect(self, pattern: str) -> None: ...


def cut(segmenter: JiebaSegmenter, text: str) -> list[str]:
    return [text[word.start : word.end] for word in segmenter.words(text)]


@given(text=MIXED | st.text())
def test_the_words_tile_the_text(jieba_segmenter: JiebaSegmenter, text: str) -> None:
    words = jieba_segmenter.words(text)
    assert "".join(text[word.start : word.end] for word in words) == text
    assert [word.start for word in words] == [0, *(word.end for word in words)][: len(words)]


def test_offsets_are_code_points(jieba_segmenter: JiebaSegmenter) -> None:
    text = "😀𠮷主权寻租"
    assert Span(2, 6) in jieba_segmenter.words(text)


@pytest.mark.parametrize(
    "word",
    [
        *("主权寻租", "代理人懈怠", "美日韩三边合作机制", "中日韩", "中日韩三国", "战略自主"),
        *("唐纳德·特朗普", "North Korea", "小多边 +", "10+3", "“平衡”", "约束(Binding)"),
    ],
)
def test_user_words_come_out_whole(jieba_segmenter: JiebaSegmenter, word: str) -> None:
    assert cut(jieba_segmenter, word) == [word]
    assert word in cut(jieba_segmenter, f"他们在{word}的问题上")


def test_a_latin_user_word_does_not_cut_a_longer_one(jieba_segmenter: JiebaSegmenter) -> None:
    assert cut(jieba_segmenter, "AUKUS与US") == ["AUKUS", "与", "US"]
    assert "10+3" not in cut(jieba_segmenter, "2010+30")


def test_words_may_be_added_later(word_cache: Path) -> None:
    segmenter = JiebaSegmenter([], word_cache)
    assert "过滤透镜论" not in cut(segmenter, "提出过滤透镜论")
    segmenter.add_words(["过滤透镜论", "G7 +"])
    assert "过滤透镜论" in cut(segmenter, "提出过滤透镜论")
    assert "G7 +" in cut(segmenter, "所谓G7 +机制")


def test_segmenters_do_not_share_words(jieba_segmenter: JiebaSegmenter, word_cache: Path) -> None:
    assert "主权寻租" not in cut(JiebaSegmenter([], word_cache), "主权寻租")
    assert cut(jieba_segmenter, "主权寻租") == ["主权寻租"]


def test_the_cache_is_kept_where_asked_and_leftovers_go(tmp_path: Path) -> None:
    (tmp_path / "jieba").mkdir()
    (tmp_path / "jieba" / "tmpkilled").write_bytes(b"half")
    JiebaSegmenter([], tmp_path)
    (cache,) = (tmp_path / "jieba").iterdir()
    assert cache.suffix == ".cache"


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    JiebaSegmenter([], tmp_path)
    (cache,) = (tmp_path / "jieba").iterdir()
    whole = cache.stat().st_size
    cache.write_bytes(b"not a cache")
    assert cut(JiebaSegmenter([], tmp_path), "战略自主")
    assert cache.stat().st_size == whole


def test_without_a_place_for_the_cache_words_come_all_the_same(
    tmp_path: Path, expected_records: Expectation, capfd: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder can be made here")
    expected_records.expect("Dump cache file failed")
    assert cut(JiebaSegmenter(["主权寻租"], blocked), "主权寻租") == ["主权寻租"]
    assert capfd.readouterr().err == ""


def test_jieba_says_nothing_even_where_warnings_are_errors(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from workbench.language.segment import JiebaSegmenter\n"
        "print(len(JiebaSegmenter(['主权寻租'], Path(sys.argv[1])).words('主权寻租')))\n"
    )
    # A fresh prefix has jieba compiled again: its escapes warn only then.
    options = ["-W", "error", "-X", "utf8", "-X", f"pycache_prefix={tmp_path / 'compiled'}"]
    run = subprocess.run(
        [sys.executable, *options, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr, run.returncode) == ("1\n", "", 0)
