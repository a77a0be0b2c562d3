"""The script for pandas, on every format that it reads."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from tests.dataset.companions.world import make
from tests.dataset.formats.world import QUOTES
from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.labelled import cut
from workbench.dataset.formats.options import CsvOptions, Separator


def listed(column: Any) -> list[Any]:
    """Return a column's values, None for missing ones."""
    return [None if missing else each for each, missing in zip(column, column.isna(), strict=True)]


@pytest.mark.parametrize(
    ("chosen", "options"),
    [
        (Format.CSV, CsvOptions()),
        (Format.CSV, CsvOptions(byte_order_mark=False, excel_safe=False)),
        (Format.CSV, CsvOptions(separator=Separator.SEMICOLON)),
        *((each, None) for each in (Format.PARQUET, Format.JSONL, Format.DTA, Format.SAV)),
    ],
)
def test_categories_are_labelled_and_articles_stand_beside(
    tmp_path: Path, chosen: Format, options: CsvOptions | None
) -> None:
    make(tmp_path, chosen, csv=options)
    load = runpy.run_path(str(tmp_path / "load.py"))
    data = load["load_table"]("stance")
    holders = listed(data["holder"])
    assert holders[:4] == ["临江镇", '“商会”, 引号"与逗号', None, None]
    assert list(data["position"].cat.categories) == ["反对", "中立", "支持"]
    assert data["position"].cat.ordered
    quotes = [each or None for each in QUOTES]
    if chosen is Format.SAV:
        quotes = [each and cut(each.encode(), 255).decode() for each in quotes]
    assert listed(data["quote"]) == quotes
    assert listed(data["share"]) == [0.5, -12345.678, None, None, 2.0, None]
    assert listed(data["denied"]) == [True, None, False, None, None, None]
    assert listed(data["count"]) == [3, 0, None, None, None, None]
    assert listed(data["when_day"].dt.strftime("%Y-%m-%d"))[:4:3] == ["2025-11-03", "1999-01-01"]
    assert listed(data["outlet"])[:2] == ["=甲报", "乙报"]
    assert listed(data["outlet_type"])[:2] == ["党报", "市场化"]
    assert load["labels"]("stance")["holder"] == "主体"
    whole = load["load_all"](join=False, missing=True)
    assert list(whole) == ["stance", "stance_source_long", "articles", "article_coding"]
    assert "outlet" not in whole["stance"]
    if chosen is not Format.DTA:
        assert listed(whole["stance"]["holder"])[2:4] == ["不适用", "无法判断"]
