"""The script for R, run by R on every format that it reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dataset.companions.world import make
from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.options import CsvOptions, Separator

CHECK = """
source("load.R", encoding = "UTF-8")
d <- load_table("stance")
same <- function(x, y) if (!identical(x, y)) stop(deparse(x), " is not ", deparse(y))
same(as.character(d$holder)[c(1:4, 6)], c("临江镇", "“商会”, 引号\\"与逗号", NA, NA, NA))
same(levels(d$position), c("反对", "中立", "支持"))
same(is.ordered(d$position), TRUE)
same(as.vector(d$quote)[2:4], c("带\\"引号\\"，逗号,\\n换行", "=1+1", "表情😀和𠮷"))
same(as.vector(d$share), c(0.5, -12345.678, NA, NA, 2, NA))
same(as.vector(d$denied), c(TRUE, NA, FALSE, NA, NA, NA))
same(as.vector(d$count), c(3, 0, NA, NA, NA, NA))
same(format(d$when_day), c("2025-11-03", NA, NA, "1999-01-01", NA, NA))
same(as.vector(d$outlet)[1:2], c("=甲报", "乙报"))
same(as.character(d$outlet_type)[1:2], c("党报", "市场化"))
same(attr(d$holder, "label"), "主体")
same(attr(d$outlet_type, "label"), "媒体类型")
m <- load_table("stance", join = FALSE, missing = TRUE)
same(as.character(m$holder)[3:4], c("不适用", "无法判断"))
same("outlet" %in% names(m), FALSE)
same(names(load_all()), c("stance", "stance_source_long", "articles", "article_coding"))
same(as.vector(load_table("stance_source_long")$value), c("-某报", "人"))
stopifnot(inherits(try(load_table("nothing"), silent = TRUE), "try-error"))
"""


@pytest.mark.parametrize(
    ("chosen", "options", "packages"),
    [
        (Format.CSV, CsvOptions(), ()),
        (Format.CSV, CsvOptions(byte_order_mark=False, excel_safe=False), ()),
        (Format.CSV, CsvOptions(separator=Separator.TAB), ()),
        (Format.DTA, None, ("haven",)),
        (Format.SAV, None, ("haven",)),
        (Format.ZSAV, None, ("haven",)),
        (Format.PARQUET, None, ("arrow",)),
    ],
)
def test_factors_are_labelled_and_articles_stand_beside(
    tmp_path: Path,
    in_r: Callable[..., str],
    chosen: Format,
    options: CsvOptions | None,
    packages: tuple[str, ...],
) -> None:
    make(tmp_path, chosen, csv=options)
    in_r(CHECK, *packages)
