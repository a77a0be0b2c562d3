from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest

from workbench.domain.errors import Refusal
from workbench.files.tables import excel
from workbench.files.tables.model import Table
from workbench.intake.errors import (
    FileDamaged,
    FileEncrypted,
    FileInOldFormat,
    FileOfOtherProgram,
    FileTooLarge,
    TableEmpty,
    TableTooLarge,
    TableWithoutSheet,
)
from workbench.intake.limits import Allowed
from workbench.intake.tables.opening import open_table


def book(**sheets: list[list[Any]]) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)  # pyright: ignore[reportArgumentType]
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def table(data: bytes, sheet: str = "", name: str = "t.xlsx") -> Table:
    return open_table(lambda: io.BytesIO(data), name, sheet)


def rewritten(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return a workbook with its parts changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target.getvalue()


# A spreadsheet knows no time zones.
_TIMES = (datetime(2025, 8, 25), datetime(2025, 8, 25, 9, 30), time(9, 5))  # noqa: DTZ001


def test_values_of_every_kind_become_text() -> None:
    row = ["甲", "一\n二", *_TIMES]
    found = table(
        book(
            表=[["标题", "正文", "日期", "时刻", "钟点", "数", "小数", "真"], [*row, 3, 2.5, True]]
        )
    )
    assert [each.cells for each in found.rows()] == [
        ("甲", "一\n二", "2025-08-25", "2025-08-25 09:30:00", "09:05:00", "3", "2.5", "true")
    ]
    assert (found.sheet, found.sheets, found.header) == ("表", ("表",), 1)


def test_a_formula_is_never_computed() -> None:
    data = book(
        表=[["标题", "正文"], ["甲", "=1+1"], ["乙", '=HYPERLINK("http://x")'], ["丙", "文"]]
    )
    assert [row.cells for row in table(data).rows()] == [("甲", ""), ("乙", ""), ("丙", "文")]


def test_the_numbers_of_rows_are_those_of_the_sheet() -> None:
    data = book(表=[[], ["导出结果"], [], ["标题", "正文"], ["甲", "文"], [], ["乙", "文"]])
    found = table(data)
    assert (found.columns, found.header) == (("标题", "正文"), 4)
    assert [row.number for row in found.rows()] == [5, 7]


def test_the_first_sheet_that_holds_a_table_is_taken_or_the_named_one() -> None:
    data = book(
        说明=[["说明"]],
        空=[],
        一=[["标题", "正文"], ["甲", "文"]],
        二=[["标题", "正文"], ["乙", "文"]],
    )
    assert table(data).sheet == "一"
    assert table(data).sheets == ("说明", "空", "一", "二")
    assert [row.cells[0] for row in table(data, "二").rows()] == ["乙"]
    with pytest.raises(TableWithoutSheet, match="“三”; choose one of: 说明, 空, 一, 二"):
        table(data, "三")


def test_hidden_sheets_are_passed_by() -> None:
    workbook = openpyxl.Workbook()
    first = workbook.active
    assert first is not None
    first.append(["标题", "正文"])
    first.append(["藏", "文"])
    first.sheet_state = "hidden"
    shown = workbook.create_sheet("显")
    shown.append(["标题", "正文"])
    shown.append(["甲", "文"])
    target = io.BytesIO()
    workbook.save(target)
    assert table(target.getvalue()).sheet == "显"


def test_a_table_of_one_column() -> None:
    found = table(book(表=[["正文"], ["文"]]))
    assert [row.cells for row in found.rows()] == [("文",)]


def test_an_empty_workbook() -> None:
    with pytest.raises(TableEmpty):
        table(book(表=[]))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"no workbook", FileDamaged),
        (b"", FileDamaged),
        (OLE + "EncryptedPackage".encode("utf-16-le"), FileEncrypted),
        (OLE, FileInOldFormat),
        (book(表=[["标题", "正文"], ["甲", "文"]])[:3_000], FileDamaged),
        (book(表=[["标题", "正文"], ["甲", "文"]]).replace(b"workbook", b"worxbook"), FileDamaged),
        (b"PK\x03\x04" + bytes(300), FileDamaged),
    ],
)
def test_what_is_no_workbook(data: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal, match=r"t\.xlsx"):
        table(data)


def test_a_binary_workbook_is_named() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("xl/workbook.bin", b"x")
    with pytest.raises(FileOfOtherProgram, match="xlsb"):
        table(target.getvalue())


def test_a_workbook_beyond_the_limit() -> None:
    large = book(表=[["标题"], ["甲"]]) + bytes(5_000_000)
    with pytest.raises(FileTooLarge, match="> 5 MB and the limit is 5"):
        open_table(lambda: io.BytesIO(large), "t.xlsx", allowed=Allowed(1))


def test_two_cells_far_apart_do_not_fill_the_memory() -> None:
    def far(name: str, data: bytes) -> bytes:
        return data.replace(b'r="B2"', b'r="XFD1048576"') if "sheet1" in name else data

    data = rewritten(book(表=[["标题", "正文"], ["甲", "文"]]), far)
    with pytest.raises(TableTooLarge, match=r"save it as \.csv"):
        table(data)


def test_one_long_text_in_many_cells_does_not_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(excel, "_CHARACTERS", 0.005)
    cells = "".join(f'<c r="A{row}" t="s"><v>0</v></c>' for row in range(1, 31)).encode()

    def repeated(name: str, data: bytes) -> bytes:
        return data.replace(b"</sheetData>", b"<row>" + cells + b"</row></sheetData>")

    target = io.BytesIO(rewritten(book(表=[["标题", "正文"], ["甲", "文"]]), repeated))
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("xl/sharedStrings.xml", f"<sst><si><t>{'长' * 3_000}</t></si></sst>")
    with pytest.raises(TableTooLarge):
        table(target.getvalue())


def test_a_panic_of_the_library_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panic(*_: object) -> None:
        raise PanicException

    monkeypatch.setattr("python_calamine.CalamineWorkbook.from_filelike", panic, raising=False)
    with pytest.raises((FileDamaged, TypeError)):
        table(book(表=[["标题", "正文"], ["甲", "文"]]))


def test_a_date_alone() -> None:
    assert excel._told(date(2025, 1, 2)) == "2025-01-02"
