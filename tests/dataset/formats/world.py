"""Tables with everything that is hard to hold, for the tests of all formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.dataset.formats.choose import Format, Sinks, make_sinks
from workbench.dataset.formats.options import Making
from workbench.dataset.model import Column, Row, Table, Type, ValueLabel
from workbench.domain.values import Missing
from workbench.store.dataset_file import DatasetFile

LONG_LABEL = "标签很长" * 75  # 300 characters
ACTORS = (
    ValueLabel("TOWN", 1, "临江镇"),
    ValueLabel("FIRM", 2, '“商会”, 引号"与逗号'),
    ValueLabel("LONG", 300, LONG_LABEL),
)
POSITIONS = (
    ValueLabel("n1", 1, "反对"),
    ValueLabel("zero", 2, "中立"),
    ValueLabel("p1", 3, "支持"),
)

STANCE = Table(
    "stance",
    "立场",
    (
        Column("annotation_id", "标注编号", Type.TEXT),
        Column("start", "起", Type.INTEGER),
        Column("quote", "引文", Type.TEXT),
        Column("holder", "主体", Type.CATEGORY, ACTORS, missing=True),
        Column("holder_label", "主体（名称）", Type.TEXT, repeats="holder"),
        Column("position", LONG_LABEL, Type.CATEGORY, POSITIONS, ordered=True),
        Column("share", "比例", Type.REAL, missing=True),
        Column("complete", "完整", Type.BOOLEAN),
        Column("denied", "否认", Type.BOOLEAN, missing=True),
        Column("when", "日期", Type.DATE),
        Column("count", "次数", Type.INTEGER, missing=True),
    ),
    ("annotation_id",),
)
EMPTY = Table("memos", "备忘", (Column("text", "文字", Type.TEXT), Column("n", "数", Type.INTEGER)))
NA, UNKNOWN, NOT_CODED = Missing.NOT_APPLICABLE, Missing.UNDECIDABLE, Missing.NOT_CODED
QUOTES = (
    "平常的一句",
    '带"引号"，逗号,\n换行',
    "=1+1",
    "表情😀和𠮷",
    "很长的一段，" * 400,
    "",
)
ROWS: Sequence[Row] = (
    ("n1", 0, QUOTES[0], "TOWN", "临江镇", "n1", 0.5, True, True, "2025-11-03", 3),
    ("n2", 7, QUOTES[1], "FIRM", ACTORS[1].label, "p1", -12345.678, False, NA, "2025-11", 0),
    ("n3", 2**31, QUOTES[2], NA, "不适用", "zero", NA, True, False, "2025", NOT_CODED),
    ("n4", 152, QUOTES[3], UNKNOWN, "无法判断", None, UNKNOWN, True, None, "1999-01-01", UNKNOWN),
    (
        "n5",
        None,
        QUOTES[4],
        "LONG",
        LONG_LABEL,
        "p1",
        2.0,
        False,
        UNKNOWN,
        "2025-01-01/2025-02-01",
        NA,
    ),
    ("n6", -5, QUOTES[5], None, None, None, None, True, None, None, None),
)


def make(
    folder: Path, *formats: Format, rows: Sequence[Row] = ROWS, making: Making | None = None
) -> Sinks:
    """Write the tables in these formats, in batches, and return what wrote them."""
    folder.mkdir(exist_ok=True)
    sinks = make_sinks(formats, making or Making(folder), DatasetFile)
    try:
        sinks.open(STANCE)
        sinks.open(EMPTY)
        sinks.write("stance", rows[:2])
        sinks.write("memos", [])
        sinks.write("stance", rows[2:])
        sinks.close()
    except BaseException:
        sinks.abandon()
        raise
    return sinks
