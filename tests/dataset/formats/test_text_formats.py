from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.dataset.formats.world import QUOTES, ROWS, STANCE, make
from tests.dataset.reading import table
from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.options import CsvOptions, Making, Separator


def written(folder: Path, options: CsvOptions) -> str:
    """Return the table as CSV."""
    make(folder, Format.CSV, making=Making(folder, csv=options))
    return (folder / "stance.csv").read_bytes().decode()


def test_csv_as_it_is_opens_in_excel_and_gives_every_text_back(tmp_path: Path) -> None:
    text = written(tmp_path, CsvOptions())
    assert text.startswith("\ufeffannotation_id,start,quote,")
    rows = table(tmp_path / "stance.csv")
    assert [row["quote"] for row in rows] == list(QUOTES)
    assert "'=1+1" in text
    assert list(rows[1].values())[5:] == ["p1", "-12345.678", "0", "-97", "2025-11", "0"]
    assert rows[2]["holder"] == "-97"
    assert list(rows[5].values()) == ["n6", "-5", *[""] * 5, "1", *[""] * 3]


def test_raw_csv_has_no_mark_and_no_apostrophe(tmp_path: Path) -> None:
    text = written(tmp_path, CsvOptions(byte_order_mark=False, excel_safe=False))
    assert text.startswith("annotation_id,")
    rows = list(csv.reader(text.splitlines(keepends=True)))
    assert [row[2] for row in rows[1:]] == list(QUOTES)


@pytest.mark.parametrize("separator", Separator)
def test_every_separator_is_quoted_where_a_text_holds_it(
    tmp_path: Path, separator: Separator
) -> None:
    rows = [("n1", 1, "甲;乙,丙\t丁", *[None] * 8)]
    options = CsvOptions(byte_order_mark=False, separator=separator)
    make(tmp_path, Format.CSV, rows=rows, making=Making(tmp_path, csv=options))
    with (tmp_path / "stance.csv").open(encoding="utf-8", newline="") as file:
        header, row = csv.reader(file, delimiter=separator.value)
    assert header == list(STANCE.names)
    assert row[2] == "甲;乙,丙\t丁"


def test_more_texts_than_are_remembered_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = written(tmp_path / "one", CsvOptions())
    monkeypatch.setattr("workbench.dataset.formats.csv_files._REMEMBERED", 2)
    assert written(tmp_path / "two", CsvOptions()) == whole


def test_json_lines_have_every_column_and_numbers_for_missing_values(tmp_path: Path) -> None:
    make(tmp_path, Format.JSONL)
    lines = (tmp_path / "stance.jsonl").read_text("utf-8").split("\n")
    assert lines.pop() == ""
    rows = [json.loads(line) for line in lines]
    assert [list(row.values()) for row in rows] == [list(row) for row in ROWS]
    assert rows[1]["complete"] is False
    assert (tmp_path / "memos.jsonl").read_bytes() == b""
