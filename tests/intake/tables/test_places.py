"""A row is read alone by its place: what stands before it is spared."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.article import NewArticle
from workbench.files.tables import delimited, lines
from workbench.files.tables.delimited import delimited_rows
from workbench.files.tables.model import Place
from workbench.intake.errors import FileChanged
from workbench.intake.inside import RowReader
from workbench.intake.sources import Source, SourceReader, sources_in
from workbench.intake.tables.opening import open_table

TALE = "小镇的新桥通车了，居民在两岸鼓掌。"
ROWS = 250


def _csv(end: str = "\n") -> str:
    rows = (
        f'第{n}篇,"{TALE}{end}第二段说：""第{n}天""。𠮷"{end}{end if n % 7 == 0 else ""}'
        for n in range(ROWS)
    )
    return f"标题,正文{end}{''.join(rows)}"


def _jsonl() -> str:
    rows = ({"标题": f"第{n}篇", "正文": f"{TALE}第{n}天。"} for n in range(ROWS))
    late = {"标题": "末篇", "正文": TALE, "备注": "只有这里有"}
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in (*rows, late))


FILES = {
    "utf8.csv": _csv().encode(),
    "mark.csv": _csv("\r\n").encode("utf-8-sig"),
    "old.csv": _csv("\r").encode("gb18030"),
    "wide.csv": _csv("\r\n").encode("utf-16"),
    "big.csv": b"\xfe\xff" + _csv().encode("utf-16-be"),
    "lines.jsonl": _jsonl().encode(),
    "mark.jsonl": _jsonl().encode("utf-8-sig"),
}


def alone(source: Source) -> NewArticle:
    with closing(SourceReader()) as reader:
        return reader.read(source)


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Generator[list[int]]:
    """Give a list with an entry for each line that is decoded."""
    seen: list[int] = []
    decoded = lines._decoded

    def counting(line: bytes, encoding: str) -> tuple[str, int]:
        seen.append(len(line))
        return decoded(line, encoding)

    with monkeypatch.context() as patched:
        patched.setattr(lines, "_decoded", counting)
        yield seen


@pytest.mark.parametrize("name", FILES)
def test_a_row_alone_is_that_row(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    sources = list(sources_in([path]))
    assert len(sources) == ROWS + name.endswith(".jsonl")
    assert all(each.at for each in sources[1:])
    with closing(SourceReader()) as reader:
        whole = [reader.read(each) for each in sources]
    for place in (0, 1, 99, 100, 101, 200, ROWS - 1):
        assert alone(sources[place]).original == whole[place].original
    with closing(SourceReader()) as reader:
        order = (ROWS - 1, 3, 4, 150, 149, 0)
        assert [reader.read(sources[n]).title for n in order] == [whole[n].title for n in order]


@pytest.mark.parametrize("name", ["utf8.csv", "lines.jsonl"])
def test_the_rows_before_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    monkeypatch.setattr(delimited, "_LINES", 5)
    *_, last = sources_in([path])
    with counted(monkeypatch) as seen:
        alone(last)
    assert len(seen) < ROWS / 5
    assert last.at > len(FILES[name]) / 2


def test_a_member_of_an_archive_too(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("表/utf8.csv", FILES["utf8.csv"])
    sources = list(sources_in([path]))
    assert sources[-1].at > 0
    assert alone(sources[-1]).title == f"第{ROWS - 1}篇"


def test_damage_makes_places_unknown_where_they_cannot_be_told(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    wide = FILES["wide.csv"]
    path.write_bytes(wide[:5_000] + b"\x00\xd8\x41\x00" + wide[5_000:])
    sources = list(sources_in([path]))
    assert sources[1].at > 0
    assert sources[-1].at == 0
    assert alone(sources[-1]).title == f"第{ROWS - 1}篇"


def test_what_has_changed_is_told_whatever_stands_there_now(tmp_path: Path) -> None:
    path = tmp_path / "utf8.csv"
    path.write_bytes(FILES["utf8.csv"])
    *_, last = sources_in([path])
    path.write_bytes(FILES["utf8.csv"][: last.at] + b"\0" + FILES["utf8.csv"][last.at :])
    with pytest.raises(FileChanged, match=r"utf8\.csv#"):
        alone(last)


def test_a_key_of_the_last_object_is_a_column(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(_jsonl().encode())
    *others, last = sources_in([path])
    table = open_table(lambda: path.open("rb"), path.name)
    assert table.columns == ("标题", "正文", "备注")
    assert "只有这里有" in alone(last).original.decode()
    assert "备注" not in alone(others[0]).original.decode()
    # Its keys are known by then: they are not looked for again at each row.
    assert last.table is not None
    assert last.table.keys == table.columns


def test_a_reader_goes_on_from_a_place(tmp_path: Path) -> None:
    path = tmp_path / "utf8.csv"
    path.write_bytes(FILES["utf8.csv"])
    sources = list(sources_in([path]))
    reader = RowReader()
    titles = [
        reader.read(each, lambda: path.open("rb")).title for each in sources[ROWS - 50 : ROWS - 40]
    ]
    reader.close()
    assert titles == [f"第{n}篇" for n in range(ROWS - 50, ROWS - 40)]


CELLS = st.text(st.sampled_from('甲𠮷a,;"\n\r\t '), max_size=8)


@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=2, max_size=12),
    st.sampled_from(("utf-8", "utf-8-sig", "gb18030", "utf-16")),
)
def test_rows_from_any_place_are_those_from_the_beginning(
    cells: list[list[str]], encoding: str
) -> None:
    quoted = [",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in cells]
    data = ("标题甲乙,正文甲乙\r\n" + "\r\n".join(quoted)).encode(encoding)
    rows = list(delimited_rows(lambda: BytesIO(data), "a.csv"))
    for place, row in enumerate(rows):
        if row.at:
            found = delimited_rows(lambda: BytesIO(data), "a.csv", Place(row.number, row.at))
            told = [(each.number, each.cells, each.at) for each in found]
            assert told == [(each.number, each.cells, each.at) for each in rows[place:]]
