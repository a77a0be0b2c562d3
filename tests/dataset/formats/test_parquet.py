from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pyarrow.parquet as arrow
import pytest

from tests.dataset.formats.world import ROWS, STANCE, make
from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.thrift import I64, Struct, encoded, varint
from workbench.dataset.model import Row


def expected(row: Row) -> list[object]:
    """Return a row as its file has it: a missing category or text is its number as text."""
    texts = [n for n, each in enumerate(STANCE.columns) if each.type in ("category", "text")]
    return [
        str(int(cell)) if n in texts and isinstance(cell, int) else cell
        for n, cell in enumerate(row)
    ]


def read(path: Path) -> list[list[object]]:
    """Return a file's rows as Arrow reads them."""
    columns = arrow.read_table(path).to_pydict().values()
    return [list(row) for row in zip(*columns, strict=True)]


def test_arrow_reads_every_value(tmp_path: Path) -> None:
    make(tmp_path, Format.PARQUET)
    assert read(tmp_path / "stance.parquet") == [expected(row) for row in ROWS]
    schema = arrow.read_schema(tmp_path / "stance.parquet")
    assert [str(each) for each in schema.types] == [
        *("string", "int64", "string", "string", "string", "string"),
        *("double", "bool", "int64", "string", "int64"),
    ]


def test_labels_stand_in_the_files_description(tmp_path: Path) -> None:
    make(tmp_path, Format.PARQUET)
    metadata = arrow.read_schema(tmp_path / "stance.parquet").metadata
    told = json.loads(metadata[b"pizhu"])
    assert told["label"] == "立场"
    assert told["columns"]["holder"]["values"][0] == ["TOWN", 1, "临江镇"]
    assert told["columns"]["position"]["ordered"] is True


def test_categories_are_dictionaries_and_free_texts_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.dataset.formats.parquet.PAGE_ROWS", 300)
    monkeypatch.setattr("workbench.dataset.formats.parquet.GROUP_PAGES", 3)
    rows: list[Row] = [
        (
            *(f"n{n}", n, f"第{n % 290}句", "TOWN" if n % 3 else None, None, "p1"),
            *(n / 7 if n % 2 else None, n % 5 == 0, None, f"{1000 + n % 400}", n),
        )
        for n in range(2000)
    ]
    make(tmp_path, Format.PARQUET, rows=rows)
    assert read(tmp_path / "stance.parquet") == [expected(row) for row in rows]
    file = arrow.ParquetFile(tmp_path / "stance.parquet")
    assert file.metadata.num_row_groups == 3
    assert file.metadata.num_rows == 2000
    group = file.metadata.row_group(0)
    encodings = {name: set(group.column(n).encodings) for n, name in enumerate(STANCE.names)}
    assert "RLE_DICTIONARY" in encodings["holder"]
    assert "RLE_DICTIONARY" not in encodings["annotation_id"]


def test_a_table_without_rows_has_its_columns(tmp_path: Path) -> None:
    make(tmp_path, Format.PARQUET)
    frame = pd.read_parquet(tmp_path / "memos.parquet")
    assert list(frame) == ["text", "n"]
    assert len(frame) == 0


def test_descriptions_are_encoded_as_thrift_has_them() -> None:
    assert varint(300) == b"\xac\x02"
    assert encoded(-1) == b"\x01"
    assert encoded(Struct({1: True, 2: None, 3: I64(1), 4: False})) == b"\x11\x26\x02\x12\x00"
    assert encoded([]) == b"\x05"
    assert encoded([*"a" * 20])[:2] == b"\xf8\x14"
