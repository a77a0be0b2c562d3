"""Tables of text: delimiters, encodings, quotes, and all that can be wrong with a row."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import Refusal
from workbench.files.tables import lines
from workbench.files.tables.delimited import delimiter_of
from workbench.files.tables.model import Row, Table
from workbench.intake.errors import (
    FileHoldsNul,
    FileMisencoded,
    RowQuoteOpen,
    RowTooLong,
    RowUnreadable,
    TableEmpty,
    TableLineTooLong,
    TableTooWide,
    TableWithoutSheet,
)
from workbench.intake.tables.opening import describe, open_table

TALE = "港口的工人说，他们从去年开始就没有看到新的订单了。这个说法在当天就引起了不同的反应。"
OLD = "港口的工人說，他們從去年開始就沒有看到新的訂單了。這個說法在當天就引起了不同的反應。"


def table(data: bytes | str, name: str = "t.csv") -> Table:
    content = data.encode() if isinstance(data, str) else data
    return open_table(lambda: io.BytesIO(content), name)


def rows(data: bytes | str, name: str = "t.csv") -> list[Row]:
    return list(table(data, name).rows())


def cells(data: bytes | str, name: str = "t.csv") -> list[tuple[str, ...]]:
    return [row.cells for row in rows(data, name)]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiter_and_the_line_ends_are_told(delimiter: str, end: str) -> None:
    text = end.join(delimiter.join(row) for row in (["标题", "正文"], ["甲", TALE], ["乙", TALE]))
    assert cells(text) == [("甲", TALE), ("乙", TALE)]


def test_commas_in_cells_do_not_mislead() -> None:
    assert delimiter_of(["标题;正文\n", "一,二,三;四\n", "五,六;七\n"]) == ";"
    assert delimiter_of(["标题,正文\n", "一,二\n"], "a.tsv") == ","
    assert delimiter_of(["正文\n", "一\n"]) == ","


@pytest.mark.parametrize(
    ("text", "encoding", "mark"),
    [
        (TALE, "utf-8", b""),
        (TALE, "utf-8", codecs.BOM_UTF8),
        (TALE, "gb18030", b""),
        (TALE, "utf-16-le", codecs.BOM_UTF16_LE),
        (TALE, "utf-16-be", b""),
        (OLD, "big5", b""),
    ],
)
def test_every_encoding_is_read(text: str, encoding: str, mark: bytes) -> None:
    content = "标题\t正文\r\n甲\t" if text is TALE else "標題\t正文\r\n甲\t"
    assert cells(mark + (content + text).encode(encoding), "t.tsv") == [("甲", text)]


def test_quotes_hold_delimiters_line_breaks_and_quotes() -> None:
    text = '标题,正文\n"一,二","第一段\r\n第二段说""好""。\n"\n三,四\n'
    assert rows(text) == [
        Row(2, ("一,二", '第一段\r\n第二段说"好"。\n')),
        Row(3, ("三", "四")),
    ]


def test_a_short_row_is_filled_and_a_long_one_refused_by_its_number() -> None:
    found = rows("标题,正文,日期\n甲\n乙,文,2025,多,余\n丙,文,2025,,\n\n丁,文,2025\n")
    assert [row.number for row in found] == [2, 3, 4, 6]
    assert found[0].cells == ("甲", "", "")
    assert isinstance(found[1].refusal, RowTooLong)
    assert "t.csv#3 has 5 cells where the table has 3 columns" in str(found[1].refusal)
    assert [row.refusal for row in (found[0], found[2], found[3])] == [None] * 3


def test_a_quote_that_nothing_closes_is_named() -> None:
    found = rows('标题,正文\n甲,文\n乙,"开始\n丙,文\n')
    assert [type(row.refusal) for row in found] == [type(None), RowQuoteOpen]


def test_a_nul_refuses_its_row() -> None:
    found = rows("标题,正文\n甲,文\0章\n乙,文\n")
    assert [type(row.refusal) for row in found] == [FileHoldsNul, type(None)]


def test_another_encoding_half_way_is_read_as_well() -> None:
    head = f"标题,正文\n甲,{TALE}\n".encode()
    assert cells(head + f"乙,{TALE}\n".encode("gb18030")) == [("甲", TALE), ("乙", TALE)]


def test_damage_is_borne_in_small_and_refused_in_large() -> None:
    head = f"标题,正文\n甲,{TALE}\n".encode()
    long = f"乙,{TALE * 3}".encode() + b"\xff\n"
    found = rows(head + long + b"\xe4\xff\xfe\xfd,\xff\xfe\xff\n")
    assert [row.damaged > 0 for row in found] == [False, True, True]
    assert found[1].cells[1] == TALE * 3 + "\ufffd"
    assert [type(row.refusal) for row in found] == [type(None), type(None), FileMisencoded]


def test_what_stands_above_the_header_is_no_row() -> None:
    text = "检索结果\n\n标题,正文\n甲,文\n"
    found = table(text)
    assert (found.header, found.columns) == (3, ("标题", "正文"))
    assert [row.cells for row in found.rows()] == [("甲", "文")]


def test_a_table_without_a_header_has_letters() -> None:
    found = table(f"2025-08-25,甲,{TALE}\n2025-08-26,乙,{TALE}\n")
    assert (found.columns, found.header) == (("A", "B", "C"), 0)
    assert len(list(found.rows())) == 2


def test_names_of_columns_are_whole_and_each_is_its_own() -> None:
    found = table("正文,,正文,作者\n 姓名,正文\n文,b,c,d,e\n" * 1)
    assert found.columns == ("正文", "B", "正文 (2)", "作者")
    assert table('"标 题",正文,"多\n行"\na,b,c\n').columns == ("标 题", "正文", "多 行")


def test_two_thousand_columns() -> None:
    wide = ",".join(f"列{n}" for n in range(2_000))
    assert len(table(f"{wide}\n{wide}x\n").columns) == 2_000


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        ("", TableEmpty),
        ("\n \n,,,\n", TableEmpty),
        (",".join("列" + str(n) for n in range(20_000)), TableTooWide),
    ],
)
def test_no_table_at_all(data: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal, match=r"t\.csv"):
        table(data)


def test_a_table_of_text_has_no_sheets() -> None:
    with pytest.raises(TableWithoutSheet):
        open_table(lambda: io.BytesIO(b"a,b\n1,2\n"), "t.csv", "Sheet1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_without_line_ends_is_no_table(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "LONGEST_LINE", 10_000)
    monkeypatch.setattr(lines, "_CHUNK", 1_000)
    data = ("标题,正文\n" + "文" * 30_000).encode(encoding)
    with pytest.raises(TableLineTooLong):
        rows(data)


def test_a_cell_beyond_the_limit_costs_its_row_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.files.tables.delimited.LONGEST_LINE", 100)
    found = rows(f'标题,正文\n甲,"{TALE}\n{TALE}\n{TALE}\n{TALE}"\n乙,文\n')
    assert RowUnreadable in [type(row.refusal) for row in found]
    assert found[-1] == Row(found[-1].number, ("乙", "文"))


def test_a_description_counts_the_rows_and_shows_the_first() -> None:
    found = describe(table("标题,正文\n" + "甲,文\n" * 30 + "a,b,c\n"))
    assert (found.rows, len(found.sample), found.columns) == (31, 20, ("标题", "正文"))


def test_many_rows_stream(counted: Callable[[bytes, bytes, int], BinaryIO]) -> None:
    head, row = "标题,正文\n".encode(), f"甲,{TALE}\n".encode()
    found = open_table(lambda: counted(head, row, 100_000), "t.csv")
    assert sum(1 for _ in found.rows()) == 100_000


@pytest.fixture
def counted() -> Callable[[bytes, bytes, int], BinaryIO]:
    return Repeated


class Repeated(io.RawIOBase, BinaryIO):  # type: ignore[misc]
    """A file of many equal rows that lies nowhere."""

    def __init__(self, head: bytes, row: bytes, count: int) -> None:
        self._head, self._row = head, row
        self._size = len(head) + len(row) * count
        self._at = 0

    def seek(self, offset: int, whence: int = 0) -> int:
        assert whence == 0
        self._at = offset
        return offset

    def read(self, size: int = -1) -> bytes:
        size = min(size, self._size - self._at)
        start = self._at - len(self._head)
        if start < 0:
            data = self._head[self._at :] + self._row * (size // len(self._row) + 1)
        else:
            skip = start % len(self._row)
            data = (self._row * (size // len(self._row) + 2))[skip:]
        self._at += size
        return data[:size]


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2, max_size=2
        ),
        max_size=6,
    )
)
def test_what_is_written_is_read(written: list[list[str]]) -> None:
    target = io.StringIO()
    writer = csv.writer(target, quoting=csv.QUOTE_ALL)
    writer.writerow(["标题", "正文"])
    writer.writerows(written)
    expected = [tuple(row) for row in written if any(cell.strip() for cell in row)]
    assert cells(target.getvalue()) == expected
