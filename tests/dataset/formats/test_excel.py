from __future__ import annotations

import subprocess
from pathlib import Path

import openpyxl
import pytest

from tests.dataset.formats.world import QUOTES, ROWS, STANCE, make
from tests.dataset.reading import raw_table
from workbench.dataset.errors import ExportTooManyRows
from workbench.dataset.formats import excel
from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.options import Making
from workbench.dataset.model import Column, Table, Type


def test_a_sheet_a_table_with_its_header_in_view_and_filters(tmp_path: Path) -> None:
    make(tmp_path, Format.XLSX)
    book = openpyxl.load_workbook(tmp_path / "dataset.xlsx")
    assert book.sheetnames == ["stance", "memos"]
    page = book["stance"]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:K7"
    assert page.column_dimensions["C"].width > 40
    header, *rows = page.iter_rows(values_only=True)
    assert header == STANCE.names
    assert [list(row) for row in rows] == [
        [None if cell == "" else int(cell) if type(cell) is bool else cell for cell in row]
        for row in ROWS
    ]
    assert page["C4"].data_type == "s"  # =1+1 is a text


def test_libreoffice_reads_it(tmp_path: Path, libreoffice: str) -> None:
    make(tmp_path, Format.XLSX)
    command = [libreoffice, f"-env:UserInstallation=file://{tmp_path}/home", "--headless"]
    asked = ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "dataset.xlsx"]
    subprocess.run([*command, *asked], cwd=tmp_path, check=True, capture_output=True)
    rows = raw_table(tmp_path / "dataset.csv")
    assert [row["quote"] for row in rows] == list(QUOTES)
    assert [row["holder"] for row in rows] == ["TOWN", "FIRM", "-97", "-98", "LONG", ""]


def test_more_rows_than_a_sheet_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel, "MOST_ROWS", 5)
    with pytest.raises(ExportTooManyRows, match="“stance” has 6 rows"):
        make(tmp_path, Format.XLSX)


def test_long_names_and_texts_find_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel, "LONGEST_CELL", 5)
    file = excel.ExcelFile(Making(tmp_path))
    for ending in ("one", "two"):
        name = "a" * 31 + ending
        file.open(Table(name, "", (Column("x", "", Type.TEXT),)))
        file.write(name, [("一二三四五六",)])
    assert file.close() == [tmp_path / "dataset.xlsx"]
    book = openpyxl.load_workbook(tmp_path / "dataset.xlsx")
    assert book.sheetnames == ["a" * 31, "a" * 29 + "_2"]
    assert book.worksheets[0]["A2"].value == "一二三四五"
    assert [(each.column, each.count) for each in file.losses] == [
        ("a" * 31 + "one.x", 1),
        ("a" * 31 + "two.x", 1),
    ]
