"""The real articles that stay outside the repository: their structure, not their sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.domain.article import NewArticle
from workbench.files.decode import decode
from workbench.intake.edits import Alignment, apply
from workbench.intake.pipeline import clean
from workbench.intake.read import read_path

NUMBERS = ("000", "001", "002", "003", "004")


def _path(shared: Path, number: str) -> Path:
    return next((shared / "articles").glob(f"{number}_*.txt"))


def _read(shared: Path, number: str) -> NewArticle:
    return read_path(_path(shared, number))


@pytest.mark.parametrize(
    ("number", "paragraphs", "footnotes", "captions", "first", "last"),
    [
        ("000", 26, 0, 0, "美一边拉日韩", "和平与繁荣。"),
        ("001", 37, 16, 0, "〔提   要", "阔活动空间。"),
        ("002", 46, 0, 0, "庆州APEC", "难得的机会。"),
        ("003", 6, 0, 1, "特朗普会在2", "回答:yes"),
        ("004", 38, 0, 0, "特朗普政府第", "和行为准则。"),
    ],
)
def test_paragraphs_and_notes(
    shared: Path, number: str, paragraphs: int, footnotes: int, captions: int, first: str, last: str
) -> None:
    article = _read(shared, number)
    assert article.text.count("\n") + 1 == paragraphs
    kinds = [note.kind for note in article.notes]
    assert (kinds.count("footnote"), kinds.count("caption")) == (footnotes, captions)
    assert article.text.startswith(first)
    assert article.text.endswith(last)


@pytest.mark.parametrize("number", NUMBERS)
def test_no_junk_is_left_and_a_paragraph_is_a_line(shared: Path, number: str) -> None:
    article = _read(shared, number)
    junk = ("相关文章", "推荐", "分享", "声明:", "Notice", "Views", "$t", "?>", "责任编辑", "转载")
    assert not [word for word in (*junk, "**", "[1]", "](", "\n?") if word in article.text]
    assert all(line and line == line.strip() for line in article.text.split("\n"))


@pytest.mark.parametrize("number", NUMBERS)
def test_the_edits_give_the_text_and_there_is_nothing_more_to_do(shared: Path, number: str) -> None:
    article = _read(shared, number)
    original = decode(article.original, "").text
    assert apply(original, article.edits) == article.text
    assert clean(article.text).edits == ()


@pytest.mark.parametrize("number", ["002", "004"])
def test_stretches_coded_by_hand_are_found_again(shared: Path, number: str) -> None:
    article = _read(shared, number)
    alignment = Alignment(article.edits, len(decode(article.original, "").text))
    coded = json.loads((shared / "facts/hand_coded.json").read_text("utf-8"))["annotations"]
    mine = [each for each in coded if each["article"] == number]
    assert len(mine) > 50
    for each in mine:
        span = alignment.span_to_clean(each["raw_start"], each["raw_end"])
        assert span is not None
        assert article.text[slice(*span)] == each["quote"]


def test_footnotes_stand_behind_what_they_prove_and_are_whole(shared: Path) -> None:
    article = _read(shared, "001")
    for note in article.notes:
        assert note.anchor is not None
        assert article.text[note.anchor - 1] in "。”，）"
        assert note.text.endswith((".", "。"))
    latin = [note.text for note in article.notes if "http" in note.text]
    assert not [text for text in latin if " " in text[text.index("http") :]]


def test_paragraphs_of_the_wrapped_article_are_whole(shared: Path) -> None:
    paragraphs = _read(shared, "001").text.split("\n")
    headings = [p for p in paragraphs if len(p) < 20]
    assert [p[:2] for p in headings] == ["一、", "二、", "三、", "四、", "五、"]
    assert all(p.endswith("。") for p in paragraphs if p not in headings)


def test_lost_bullets_are_restored(shared: Path) -> None:
    paragraphs = _read(shared, "004").text.split("\n")
    assert sum(p.startswith("• ") for p in paragraphs) == 6


def test_metadata_is_only_what_the_pages_say(shared: Path) -> None:
    articles = {number: _read(shared, number) for number in NUMBERS}
    assert {articles[n].published + articles[n].url for n in NUMBERS} == {""}
    assert [articles[n].source for n in NUMBERS] == ["", "", "网易号", "", ""]
    assert articles["003"].title.endswith("会面吗?")
    assert articles["003"].author.endswith("编辑")
    for number in ("000", "002", "003"):
        assert articles[number].text.startswith(articles[number].title)
        assert articles[number].text.count(articles[number].title) == 1
