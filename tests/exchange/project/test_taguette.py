"""Databases of Taguette: HTML as text, highlights by bytes, tags as a code list."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.project.taguette_database import (
    COUNTED,
    HTML,
    TEXT,
    Highlight,
    at,
    database,
)
from tests.files.sql import raw_change
from workbench.domain.errors import Refusal
from workbench.domain.text import Span
from workbench.exchange.errors import DocumentTooLong
from workbench.exchange.project.formats import project_format, read_project
from workbench.exchange.project.html_parts import parts_of
from workbench.exchange.project.html_text import HtmlText
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.model import Remark
from workbench.files.errors import FileDamaged, FileHoldsNul


def test_the_text_is_what_one_reads() -> None:
    html = HtmlText(HTML, "a")
    assert (html.text, html.counted) == (TEXT, COUNTED)


@given(st.data())
def test_what_is_marked_is_what_is_read(data: st.DataObject) -> None:
    html = HtmlText(HTML, "a")
    start = data.draw(st.integers(0, len(COUNTED) - 1))
    end = data.draw(st.integers(start + 1, len(COUNTED)))
    counted = html.counted_span(len(COUNTED[:start].encode()), len(COUNTED[:end].encode()))
    assert (counted.start, counted.end) == (start, end)
    shown = html.shown_span(counted)
    read = html.text[shown.start : shown.end] if shown else ""
    assert "".join(read.split()) == "".join(COUNTED[start:end].split())


def test_a_position_inside_a_character_means_the_next() -> None:
    assert HtmlText("<p>甲乙</p>", "a").counted_span(1, 4) == HtmlText("甲乙", "a").counted_span(
        3, 6
    )


def test_a_mark_at_the_beginning_is_counted_and_not_shown() -> None:
    html = HtmlText("<p>\ufeff甲\ufeff</p>", "a")
    assert html.text == "甲\ufeff"
    shown = html.shown_span(html.counted_span(0, 6))
    assert shown is not None
    assert html.text[shown.start : shown.end] == "甲"


def test_highlights_are_annotations(tmp_path: Path) -> None:
    path = database(
        tmp_path / "a.sqlite3",
        at("标题😀 & é\n𠮷镇", (1, 2)),
        at("\n𠮷镇 支持\n", user="wang"),
        at("e\u0301三", ()),
        at("\n\n甲乙\n", (3,)),
    )
    assert project_format(path) is ProjectFormat.TAGUETTE
    found = read_project(path)
    assert [each.quote for each in found.annotations] == [
        "标题😀 & é\n𠮷镇",
        "𠮷镇 支持",
        "e\u0301三",
        "甲 乙",
    ]
    assert [each.values.get("tags", ()) for each in found.annotations] == [
        ("反对", "支持"),
        ("支持",),
        (),
        ("a b c",),
    ]
    assert [each.coder for each in found.annotations] == ["", "wang", "", ""]
    first = found.annotations[0]
    assert (first.created, first.modified) == (
        "2025-03-04T05:01:06.789Z",
        "2025-03-04T05:02:06.789Z",
    )
    assert {each.remark: each.count for each in found.remarks} == {Remark.UNCODED: 1}


def test_tags_and_documents_come_along(tmp_path: Path) -> None:
    found = read_project(database(tmp_path / "a.sqlite3"))
    assert found.name == "修桥之争"
    (tags,) = found.codebook.code_lists
    assert (tags.key, tags.label.zh) == ("highlights", "修桥之争")
    assert tags.category("支持").guide.definition.zh == "赞成的话"
    (article,) = found.articles
    assert (article.title, article.file_name, article.text) == ("镇报", "a.docx", TEXT)
    assert [(each.kind, each.text) for each in found.memos] == [
        ("project", "试做"),
        ("article", "头版"),
    ]


def test_tags_below_others_stay_below(tmp_path: Path) -> None:
    path = raw_change(
        database(tmp_path / "a.sqlite3"),
        "ALTER TABLE tags ADD COLUMN parent_id INTEGER",
        "UPDATE tags SET parent_id = 1 WHERE id = 3",
    )
    (tags,) = read_project(path).codebook.code_lists
    assert tags.category("a b c").parent == "支持"


def test_an_installation_has_many_projects(tmp_path: Path) -> None:
    path = raw_change(
        database(tmp_path / "taguette.sqlite3", at("甲乙")),
        "INSERT INTO projects VALUES (2, 'Bridges', '', '')",
        "INSERT INTO documents VALUES (2, 'x', '', '', '', 2, '', '<p>Yes</p>')",
        "INSERT INTO tags VALUES (9, 2, 'for', '')",
        "INSERT INTO highlights VALUES (9, 2, 0, 3, '')",
        "INSERT INTO highlight_tags VALUES (9, 9)",
    )
    found = read_project(path)
    assert found.name == "taguette"
    assert [each.key for each in found.codebook.layers] == ["highlights", "bridges"]
    assert [(each.layer, each.quote) for each in found.annotations] == [
        ("highlights", "甲 乙"),
        ("bridges", "Yes"),
    ]


def test_what_does_not_fit_is_told(tmp_path: Path) -> None:
    right = at("第二行")
    path = raw_change(
        database(
            tmp_path / "a.sqlite3",
            right._replace(start=right.start + 3),
            Highlight(9_000, 9_003, (1,)),
            at("\n\n"),
            Highlight(-4, 3, (1,)),
            right._replace(tags=(1, 77)),
        ),
        "INSERT INTO documents VALUES (2, '空', '', '', '', 1, '', '<p> </p>')",
        "INSERT INTO highlights VALUES (8, 2, 0, 1, ''), (9, 3, 0, 1, '')",
        "INSERT INTO commands VALUES (90, '', 'x', 1, 1, 'no json'), (91, '', 'x', 1, 1, '[]')",
    )
    found = read_project(path)
    assert [each.key for each in found.annotations] == ["5"]
    told = {each.remark: each.count for each in found.remarks}
    assert told[Remark.QUOTE_DIFFERS] == 1
    assert told[Remark.OUTSIDE_TEXT] == 3
    assert told[Remark.LAYER_MISSING] == 2
    assert told[Remark.TEXT_MISSING] == 1


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    path = database(tmp_path / "a.sqlite3", at("甲乙"))
    path.write_bytes(path.read_bytes()[:-5000])
    assert project_format(path) is ProjectFormat.TAGUETTE
    with pytest.raises(FileDamaged, match=r"a\.sqlite3"):
        read_project(path)


def test_what_cannot_be_kept_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileHoldsNul, match=r"a\.sqlite3"):
        read_project(database(tmp_path / "a.sqlite3", html="<pre>甲\0乙</pre>"))


def test_tags_in_a_circle_are_refused(tmp_path: Path) -> None:
    path = raw_change(
        database(tmp_path / "a.sqlite3"),
        "ALTER TABLE tags ADD COLUMN parent_id INTEGER",
        "UPDATE tags SET parent_id = 3 - id WHERE id < 3",
    )
    with pytest.raises(Refusal):
        read_project(path)


def test_another_database_is_none_of_these(tmp_path: Path) -> None:
    path = raw_change(tmp_path / "a.sqlite3", "CREATE TABLE projects (id)")
    assert project_format(path) is None
    with pytest.raises(FileDamaged, match="Taguette"):
        read_project(path, ProjectFormat.TAGUETTE)


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("<P a='>' b=\"x'>\" c=it's>1<br/>2</p>", ["<p", "1", "<br", "2", "</p"]),
        ("1 < 2 <3 &lt;b> <!-- <i> -->4<!-->5<?x?>6<!d>7</>8</ x>9", ["1 < 2 <3 <b> ", *"456789"]),
        ("1<b <i", ["1"]),
        ("1<!-- <i>", ["1"]),
        ("<style>a<b></STYLE >1", ["<style", "a<b>", "</style", "1"]),
        ("&#20013;&#x1F600;&#99999999999;&nosuch;", ["中😀\ufffd&nosuch;"]),
    ],
)
def test_tags_are_told_from_text(html: str, parts: list[str]) -> None:
    found = (
        each.text or (each.begins and f"<{each.begins}") or f"</{each.ends}"
        for each in parts_of(html)
        if any(each)
    )
    assert list(found) == parts


@pytest.mark.parametrize("html", ["<!--" * 100_000, "<a " * 100_000, "&#" + "9" * 100_000])
def test_what_never_ends_ends_soon(html: str) -> None:
    """With the parser before, each of the first two took minutes, and the last was an error."""
    assert HtmlText(f"<p>甲</p>{html}", "a").text.rstrip("\n\ufffd") == "甲"


def test_white_space_is_not_walked_again_for_each_highlight() -> None:
    html = HtmlText(" " * 300_000 + "甲", "a")
    assert {html.shown_span(Span(n, 300_001)) for n in range(10_000)} == {Span(0, 1)}
    assert html.shown_span(Span(0, 300_000)) is None


def test_a_document_that_is_too_long_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.exchange.project.taguette.LONGEST_DOCUMENT", len(HTML))
    read_project(database(tmp_path / "a.sqlite3"))
    with pytest.raises(DocumentTooLong, match="镇报"):
        read_project(database(tmp_path / "b.sqlite3", html=HTML + " "))


def test_a_cancel_is_asked_for_within_a_document() -> None:
    asked: list[int] = []
    HtmlText("<p>甲" * 10_001, "a", lambda: asked.append(1))
    assert len(asked) == 3
