"""A dataset in a folder, with all that lies beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.dataset.formats.world import ROWS, STANCE
from workbench.dataset.companions.beside import write_beside
from workbench.dataset.companions.written import Written
from workbench.dataset.formats.choose import Format, make_sinks
from workbench.dataset.formats.options import CsvOptions, Making
from workbench.dataset.model import Column, Row, Table, Type, ValueLabel
from workbench.store.dataset_file import DatasetFile

OUTLETS = (ValueLabel("party", 1, "党报"), ValueLabel("market", 2, "市场化"))

#: Stances with their article and coder; the rows of two articles alternate.
CODED = Table(
    "stance",
    STANCE.label,
    (
        STANCE.columns[0],
        Column("article_id", "文章编号", Type.TEXT),
        Column("coder", "编码员", Type.TEXT),
        *STANCE.columns[1:],
    ),
    STANCE.key,
)
ARTICLES = Table(
    "articles",
    "文章",
    (
        Column("article_id", "文章编号", Type.TEXT),
        Column("source", "来源", Type.TEXT),
        Column("published", "发表日期", Type.DATE),
    ),
    ("article_id",),
)
CODING = Table(
    "article_coding",
    "文章 × 编码员",
    (
        Column("article_id", "文章编号", Type.TEXT),
        Column("coder", "编码员", Type.TEXT),
        Column("outlet_type", "媒体类型", Type.CATEGORY, OUTLETS, missing=True),
    ),
    ("article_id", "coder"),
)
LONG = Table(
    "stance_source_long",
    "立场 · 消息来源",
    (
        Column("annotation_id", "标注编号", Type.TEXT),
        Column("ordinal", "次序", Type.INTEGER),
        Column("value", "消息来源", Type.TEXT),
    ),
    ("annotation_id", "ordinal"),
)
TABLES: Sequence[tuple[Table, Sequence[Row]]] = (
    (CODED, [(row[0], f"a{n % 2}", "甲", *row[1:]) for n, row in enumerate(ROWS)]),
    (LONG, [("n1", 1, "-某报"), ("n1", 2, "人")]),
    (ARTICLES, [("a0", "=甲报", "2025-11-03"), ("a1", "乙报", "2025")]),
    (CODING, [("a0", "甲", "party"), ("a1", "甲", "market")]),
)


def make(
    folder: Path,
    *formats: Format,
    csv: CsvOptions | None = None,
    tables: Sequence[tuple[Table, Sequence[Row]]] = TABLES,
) -> Written:
    """Write the dataset and what lies beside it."""
    folder.mkdir(exist_ok=True)
    options = csv or CsvOptions()
    sinks = make_sinks(formats, Making(folder, csv=options), DatasetFile)
    for table, _ in tables:
        sinks.open(table)
    for table, rows in tables:
        sinks.write(table.name, rows)
    paths = sinks.close()
    counts = {table.name: len(rows) for table, rows in tables}
    named = [table for table, _ in tables]
    written = Written(named, counts, formats, "镇志 “一”", csv=options, version="第一版")
    write_beside(folder, written, paths)
    return written
