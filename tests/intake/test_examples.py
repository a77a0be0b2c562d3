from __future__ import annotations

from pathlib import Path

import pytest

from workbench.domain.article import NewArticle
from workbench.intake.read import read_path

NAMES = ("news_portal", "forecast_page", "journal_page", "essay_gb18030")


def _read(repository: Path, name: str) -> NewArticle:
    return read_path(repository / "resources/examples" / f"{name}.txt")


@pytest.mark.parametrize(
    ("name", "paragraphs", "notes", "encoding"),
    [
        ("news_portal", 10, 1, "utf-8"),
        ("forecast_page", 8, 0, "utf-8"),
        ("journal_page", 10, 5, "utf-8"),
        ("essay_gb18030", 11, 0, "gb18030"),
    ],
)
def test_the_examples_come_out_clean(
    repository: Path, name: str, paragraphs: int, notes: int, encoding: str
) -> None:
    article = _read(repository, name)
    assert article.text.count("\n") + 1 == paragraphs
    assert len(article.notes) == notes
    assert article.encoding == encoding
    assert article.text.startswith(article.title)
    assert article.warnings == ()
    assert 800 <= len(article.text) <= 2_000


@pytest.mark.parametrize("name", NAMES)
def test_no_junk_is_left(repository: Path, name: str) -> None:
    text = _read(repository, name).text
    for junk in ("分享", "责任编辑", "特别声明", "推荐", "Views", "[1]", "· 46", "　　", "http"):
        assert junk not in text


def test_the_examples_name_their_metadata(repository: Path) -> None:
    news = _read(repository, "news_portal")
    assert (news.source, news.author, news.published) == ("海澜网", "陆知微", "2026-03-12")
    assert _read(repository, "essay_gb18030").author == "杜若川"
    assert _read(repository, "journal_page").author == "谢临川"
    assert _read(repository, "forecast_page").text.endswith("\n回答:no")


def test_footnotes_of_both_pages_are_anchored_behind_their_sentences(repository: Path) -> None:
    article = _read(repository, "journal_page")
    assert [note.marker for note in article.notes] == ["[1]", "[2]", "[1]", "[2]", "[3]"]
    for note in article.notes:
        assert note.anchor is not None
        assert article.text[note.anchor - 1] == "。"
