from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.article import Edit, NewArticle
from workbench.intake.choices import (
    Act,
    Choice,
    Recalled,
    choices_made,
    recall,
    recalled,
    shape_of,
    site_of,
)
from workbench.intake.edits import apply

SOURCE = "标题\n正文一句话。\n阅读量：1,024\n版权所有 2024"


def article(extracted: str, edits: tuple[Edit, ...] = (), **fields: str) -> NewArticle:
    return NewArticle(
        title="题",
        text=apply(extracted, edits),
        notes=(),
        original=b"",
        encoding="",
        file_name="a.txt",
        edits=edits,
        extracted=extracted,
        **{"url": "https://www.example.org/a/1.html", **fields},  # type: ignore[arg-type]
    )


def span_of(source: str, words: str) -> tuple[int, int]:
    start = source.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("url", "source", "site"),
    [
        ("https://www.example.org/a", "某报", "example.org"),
        ("http://news.example.org:80/a", "", "news.example.org"),
        ("", "  某报 ", "某报"),
        ("not an address", "某报", "某报"),
        ("http://[broken", "某报", "某报"),
        ("", "", ""),
    ],
)
def test_a_site_is_the_host_else_the_outlet(url: str, source: str, site: str) -> None:
    assert site_of(article("文", url=url, source=source)) == site


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("阅读量：1,024", "阅读量： 98"),
        ("发布于 2024-01-02 10:30", "发布于 2025-11-12 09:05"),
        ("二〇二四年五月三日 星期五", "二〇二三年十月二十日 星期五"),
        ("ＡＢＣ　１２", "abc 7"),
    ],
)
def test_numbers_and_dates_do_not_matter(one: str, other: str) -> None:
    assert shape_of(one) == shape_of(other) != ""


@pytest.mark.parametrize("line", ["", "   ", "2024", "——", "字" * 121])
def test_some_lines_are_not_worth_remembering(line: str) -> None:
    assert shape_of(line) == ""


@given(st.text(max_size=40))
def test_white_space_does_not_matter(line: str) -> None:
    assert shape_of(f"  {line}\u3000") == shape_of(line)
    assert not set(shape_of(line)) & set(" \t\n")


def test_whole_lines_are_remembered_and_parts_are_not() -> None:
    made = choices_made(
        article(SOURCE), [span_of(SOURCE, "版权所有 2024")], [span_of(SOURCE, "\n阅读量：1,024\n")]
    )
    assert set(made) == {
        Choice("example.org", "阅读量:0", Act.CUT),
        Choice("example.org", "版权所有0", Act.KEEP),
    }
    assert choices_made(article(SOURCE), (), [span_of(SOURCE, "一句话")]) == ()


def test_without_a_site_nothing_is_remembered() -> None:
    nowhere = article(SOURCE, url="")
    assert choices_made(nowhere, (), [(0, len(SOURCE))]) == ()


def test_the_next_article_is_cut_as_the_one_before() -> None:
    acts = {each.shape: each.act for each in choices_made(article(SOURCE), (), [(3, 20)])}
    other = article("别的\n正文。\n阅读量：7\n末尾")
    found = recalled(other, {"阅读量:0": Act.CUT, **acts})
    after = recall(other, found)
    assert after.text == "别的\n正文。\n末尾"
    assert {edit.reason for edit in after.edits} == {"remembered"}
    # What memory cut can be taken back by hand.
    assert recalled(after, {"阅读量:0": Act.CUT}) == Recalled()


def test_the_next_article_keeps_what_was_taken_back() -> None:
    source = "正文。\n作者：某人\n版权"
    start = source.index("\n作者")
    before = article(source, (Edit(start, len(source), "", "site_tail"),))
    found = recalled(before, {"作者:某人": Act.KEEP})
    assert found.restored == (span_of(source, "作者：某人"),)
    assert recall(before, found).text == "正文。\n作者：某人"
    assert not recalled(before, {"没有": Act.KEEP})


def test_memory_never_cuts_all() -> None:
    only = article("版权所有 2024")
    assert recalled(only, {"版权所有0": Act.CUT}) == Recalled()


def test_no_memory_changes_nothing() -> None:
    one = article(SOURCE)
    assert recalled(one, {}) == Recalled()
    assert recall(one, Recalled()) is one
    assert replace(one) == one
