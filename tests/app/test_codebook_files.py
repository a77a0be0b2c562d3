"""Codebook files from a script: looked at, planned, written whole."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.world import opened, surroundings
from workbench.app.checking import check_database
from workbench.app.codebook_files import (
    SUFFIXES,
    Format,
    How,
    columns_of_codebook,
    export_codebook,
    field_told,
    format_wanted,
    import_codebook,
    look_at_codebook,
    new_codebook,
    offered_fields,
    planned,
    see_codebook,
)
from workbench.app.codebook_words import difference_told, warning_told
from workbench.app.commands import MarkSpan
from workbench.app.errors import (
    CodebookFileUnreadable,
    ExportFileExists,
    ExportFileIsProject,
    ExportFormatUnknown,
)
from workbench.app.messages import Messages
from workbench.app.projects import new_project, read_codebook_file, starter_codebook
from workbench.app.session import Session
from workbench.domain.codebook import Codebook, Words
from workbench.domain.codebook_check import CodebookInconsistent, PatternNotFitting, TwinMissing
from workbench.domain.codebook_differences import Difference
from workbench.domain.codebook_file import write_codebook as write_json
from workbench.exchange.errors import CodebookFileTooLarge, CodebookWithoutList

TABLE = "代码表,键,名称,上级\nplaces,SEA,海,\nplaces,PORT,港口,SEA\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "地点.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.mark.parametrize("kind", list(Format))
def test_a_codebook_is_written_the_same_each_time(
    session: Session, tmp_path: Path, kind: Format
) -> None:
    path = tmp_path / f"手册.{SUFFIXES[kind]}"
    export_codebook(session.database, path, kind)
    first = path.read_bytes()
    export_codebook(session.database, path, kind, overwrite=True)
    assert path.read_bytes() == first
    if kind in (Format.JSON, Format.QDC, Format.CSV, Format.XLSX):
        assert look_at_codebook(path).codebook.code_lists == session.codebook.code_lists


def test_the_printed_codebook_counts_what_is_used(
    session: Session, first: int, tmp_path: Path
) -> None:
    for start in range(3):
        session.run(MarkSpan(first, "actor", start, start + 1, {"actor": "TOWN"}))
    export_codebook(session.database, tmp_path / "a.csv", Format.TAGUETTE)
    rows = list(csv.reader((tmp_path / "a.csv").read_text("utf-8").splitlines()))
    name = session.codebook.code_list("actors").category("TOWN").label.zh
    assert [row[3] for row in rows if row[0] == name] == ["3"]
    export_codebook(session.database, tmp_path / "a.html", Format.HTML)
    assert "标注 3 条" in (tmp_path / "a.html").read_text("utf-8")


def test_nothing_is_replaced_unasked(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "手册.json"
    path.write_text("mine")
    with pytest.raises(ExportFileExists):
        export_codebook(session.database, path, Format.JSON)
    with pytest.raises(ExportFileIsProject):
        export_codebook(session.database, session.path, Format.JSON, overwrite=True)
    assert path.read_text() == "mine"


def test_a_refusal_leaves_no_file(tmp_path: Path) -> None:
    project, path = tmp_path / "p.workbench", tmp_path / "手册.qdc"
    new_project(project, Codebook(Words("空")), surroundings())
    with opened(project) as session, pytest.raises(CodebookWithoutList):
        export_codebook(session.database, path, Format.QDC)
    assert not path.exists()


def test_the_format_is_told_by_name_or_ending() -> None:
    assert format_wanted(Path("a.qdc")) is Format.QDC
    assert format_wanted(Path("a.csv"), "taguette") is Format.TAGUETTE
    with pytest.raises(ExportFormatUnknown, match="json, csv, xlsx"):
        format_wanted(Path("a.txt"))


def test_a_file_that_cannot_be_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (tmp_path / "nowhere.csv", tmp_path):
        with pytest.raises(CodebookFileUnreadable):
            look_at_codebook(path)
    monkeypatch.setattr("workbench.app.codebook_files.MEGABYTES", 1)
    monkeypatch.setattr("workbench.exchange.codebook.formats.MEGABYTES", 1)
    (tmp_path / "large.csv").write_bytes(b"a" * 1_000_001)
    with pytest.raises(CodebookFileTooLarge):
        look_at_codebook(tmp_path / "large.csv")


def test_a_project_begins_with_a_table(table: Path, tmp_path: Path) -> None:
    new_project(tmp_path / "p.workbench", read_codebook_file(table), surroundings())
    with opened(tmp_path / "p.workbench") as session:
        assert session.codebook.name == Words("地点")
        (layer,) = session.codebook.layers
        assert layer.main is not None
        assert layer.main.code_list == "places"


def test_a_table_that_names_what_is_elsewhere_is_no_beginning(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("名称,同一事物\n海,actors:USA\n", "utf-8")
    found = look_at_codebook(path)
    with pytest.raises(TwinMissing):
        new_codebook(found)
    joined = planned(starter_codebook(), found, How.ADD)
    assert joined.code_list("a").categories[0].same_as == "actors:USA"


def test_lists_are_added_or_replaced_and_layers_stay(table: Path) -> None:
    here, found = starter_codebook(), look_at_codebook(table)
    for how in How:
        joined = planned(here, found, how)
        assert joined.code_lists[:-1] == here.code_lists
        assert joined.layers[:-1] == here.layers
        assert joined.layers[-1].main is not None
    first = planned(here, found, How.ADD)
    table.write_text("代码表,键,名称\nplaces,SKY,天空\n", "utf-8")
    added = planned(first, look_at_codebook(table), How.ADD)
    assert [each.key for each in added.code_list("places").categories] == ["SEA", "PORT", "SKY"]
    replaced = planned(first, look_at_codebook(table), How.REPLACE)
    assert [each.key for each in replaced.code_list("places").categories] == ["SKY"]
    assert replaced.layers == first.layers


def test_a_whole_codebook_takes_the_place_of_all(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    document = {
        "format": "pizhu-workbench-codebook",
        "format_version": 1,
        "name": {"zh": "新"},
        "code_lists": [{"key": "tones", "categories": [{"key": "+", "code": 1}]}],
        "layers": [],
    }
    path.write_text(json.dumps(document), "utf-8")
    found = look_at_codebook(path)
    here = starter_codebook()
    assert planned(here, found, How.REPLACE) == found.codebook
    added = planned(here, found, How.ADD)
    assert added == replace(here, code_lists=(*here.code_lists, *found.codebook.code_lists))


def test_what_does_not_go_together_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("代码表,键,名称,属性：type\nactors,NEW,新,没有的类型\n", "utf-8")
    with pytest.raises(CodebookInconsistent):
        planned(starter_codebook(), look_at_codebook(path), How.ADD)


# --- into a project that has annotations ----------------------------------------


def sentences(changes: Iterable[Difference], language: str) -> list[str]:
    return [difference_told(each, Messages(language)) for each in changes]


def test_what_an_import_would_change_is_said_and_then_done(
    session: Session, first: int, table: Path
) -> None:
    session.run(MarkSpan(first, "actor", 0, 2, {"actor": "TOWN"}))
    before, old = session.annotations(first), session.codebook
    seen = see_codebook(session, table)
    told = sentences(seen.ways[How.ADD].changes, "en")
    assert told == ["code list added: places", "layer added: places"]
    assert session.codebook == old
    import_codebook(session, seen.found, How.ADD)
    assert [each.key for each in session.codebook.code_list("places").categories] == ["SEA", "PORT"]
    assert session.annotations(first) == before
    again = see_codebook(session, table)
    assert [way.changes for way in again.ways.values()] == [(), ()]
    session.undo()
    assert session.codebook == old


def test_what_is_coded_and_not_in_the_file_is_retired_and_kept(
    session: Session, first: int, tmp_path: Path
) -> None:
    session.run(MarkSpan(first, "actor", 0, 2, {"actor": "TOWN"}))
    path = tmp_path / "a.csv"
    path.write_text(
        "种类,代码表,键,名称（中文）\n代码表,actors,,行为体\n类目,actors,NEW,新\n", "utf-8"
    )
    before = session.annotations(first)
    found = look_at_codebook(path)
    whole = replace(found.codebook, layers=session.codebook.layers)
    json_file = tmp_path / "a.json"
    lists = (*whole.code_lists, *session.codebook.code_lists[1:])
    json_file.write_text(write_json(replace(whole, code_lists=lists)), "utf-8")
    seen = see_codebook(session, json_file)
    told = sentences(seen.ways[How.REPLACE].changes, "zh")
    label = session.codebook.code_list("actors").category("TOWN").label.zh
    assert f"停用类目：行为体 · {label}" in told
    assert "新增类目：行为体 · 新" in told
    import_codebook(session, seen.found, How.REPLACE)
    assert session.codebook.code_list("actors").category("TOWN").retired
    assert session.annotations(first) == before
    assert check_database(session.database).clean


def test_a_way_that_cannot_be_gone_says_why(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("代码表,键,名称,同一事物\nplaces,SEA,海,nowhere:X\n", "utf-8")
    before = session.next_undo()
    seen = see_codebook(session, path)
    for how in How:
        assert isinstance(seen.ways[how].refusal, TwinMissing)
        with pytest.raises(TwinMissing):
            import_codebook(session, seen.found, how)
    assert session.next_undo() == before


def test_a_rule_that_the_search_cannot_follow_is_refused_before_anything_is_read_in(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("代码表,键,名称,匹配规则\nplaces,SEA,海,(海\n", "utf-8")
    seen = see_codebook(session, path)
    for how in How:
        assert isinstance(seen.ways[how].refusal, PatternNotFitting)
        with pytest.raises(PatternNotFitting):
            import_codebook(session, seen.found, how)
    with pytest.raises(PatternNotFitting):
        read_codebook_file(path)


def test_names_that_two_categories_claim_are_told_and_kept(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("键,名称,别名\nSEA,海洋,大海\nPORT,港口,大海、港\n", "utf-8")
    way = see_codebook(session, path).ways[How.ADD]
    told = [warning_told(each, Messages("en")) for each in way.warnings]
    assert len(told) == 2
    assert "a:PORT has the alias “港” of one character" in told[0]
    assert "a:PORT and a:SEA both claim the name “大海”" in told[1]
    import_codebook(session, look_at_codebook(path), How.ADD)
    kept = [each.aliases for each in session.codebook.code_list("a").categories]
    assert kept == [("大海",), ("大海", "港")]
    assert see_codebook(session, path).ways[How.ADD].warnings == ()


def test_columns_are_those_of_tables(session: Session, tmp_path: Path) -> None:
    for kind, first in (
        (Format.CSV, "种类"),
        (Format.XLSX, "种类"),
        (Format.TAGUETTE, "tag"),
        (Format.QDC, None),
    ):
        path = tmp_path / f"{kind.value}.{SUFFIXES[kind]}"
        export_codebook(session.database, path, kind)
        seen = columns_of_codebook(path)
        assert seen.columns[:1] == ((first,) if first else ())
    assert field_told("label_zh", "en") == "label (zh)"
    assert field_told("attribute:size", "en") == "size"
    keys = [key for key, _ in offered_fields("zh")]
    assert "label" in keys
    assert "level5" in keys
    assert "kind" not in keys
