from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest

from tests.dataset.formats.world import ACTORS, LONG_LABEL, QUOTES, ROWS, make
from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.labelled import cut
from workbench.dataset.formats.options import LossKind
from workbench.dataset.model import Row

CODES = {each.key: each.code for each in ACTORS}
SPSS = [Format.SAV, Format.ZSAV]
QUOTES_CUT = [cut(each.encode(), 255).decode() for each in QUOTES]


def read_spss(path: Path) -> tuple[pd.DataFrame, Any]:
    """Return a file as ReadStat reads it, missing values as the numbers they are."""
    return pyreadstat.read_sav(str(path), user_missing=True)  # type: ignore[return-value]


def numbers(column: pd.Series[float]) -> list[float | None]:
    """Return a column's numbers, None where there is none."""
    return [None if pd.isna(each) else each for each in column]


@pytest.mark.parametrize("chosen", SPSS)
def test_spss_files_hold_codes_labels_and_missing_ranges(tmp_path: Path, chosen: Format) -> None:
    make(tmp_path, chosen)
    frame, about = read_spss(tmp_path / f"stance.{chosen}")
    assert list(frame["quote"]) == QUOTES_CUT
    assert numbers(frame["holder"]) == [1, 2, -97, -98, 300, None]
    assert numbers(frame["start"]) == [0, 7, 2**31, 152, None, -5]
    assert numbers(frame["share"]) == [0.5, -12345.678, -97, -98, 2, None]
    assert numbers(frame["denied"]) == [1, -97, 0, None, -98, None]
    assert numbers(frame["count"]) == [3, 0, -99, -98, -97, None]
    assert list(frame["when"]) == [row[9] or "" for row in ROWS]
    assert [str(day) for day in frame["when_day"]] == [
        *("2025-11-03", "nan", "nan", "1999-01-01", "nan", "nan")
    ]
    assert "holder_label" not in frame
    labels = about.variable_value_labels
    assert labels["holder"] == {
        -99: "未编码",
        -98: "无法判断",
        -97: "不适用",
        1: "临江镇",
        2: '“商会”, 引号"与逗号',
        300: cut(LONG_LABEL.encode(), 120).decode(),
    }
    assert labels["complete"] == {0: "否", 1: "是"}
    assert about.missing_ranges["holder"] == [{"lo": -99, "hi": -97}]
    assert set(about.missing_ranges) == {"holder", "share", "denied", "count"}
    measures = about.variable_measure
    assert [measures[each] for each in ("holder", "position", "share", "denied", "quote")] == [
        *("nominal", "ordinal", "scale", "nominal", "nominal")
    ]
    assert about.column_names_to_labels["position"] == cut(LONG_LABEL.encode(), 255).decode()
    assert about.file_label == "立场"


def test_a_table_without_rows_is_a_file_without_rows(tmp_path: Path) -> None:
    make(tmp_path, Format.SAV, Format.ZSAV, Format.DTA)
    assert read_spss(tmp_path / "memos.sav")[0].shape == (0, 2)
    assert read_spss(tmp_path / "memos.zsav")[0].shape == (0, 2)
    assert pd.read_stata(tmp_path / "memos.dta").shape == (0, 2)


def test_a_day_that_is_none_is_no_day(tmp_path: Path) -> None:
    days = ("2024/05/01", "2024-02-30", "2024-02-29")
    rows = [(*ROWS[0][:9], day, 3) for day in days]
    make(tmp_path, Format.SAV, Format.DTA, rows=rows)
    stata = pd.read_stata(tmp_path / "stance.dta", convert_categoricals=False)
    for frame in (read_spss(tmp_path / "stance.sav")[0], stata):
        assert list(frame["when"]) == list(days)
        assert [pd.isna(day) for day in frame["when_day"]] == [True, True, False]


@pytest.fixture
def many() -> list[Row]:
    """Rows that fill more than one block of a compressed file."""
    return [
        (f"n{n}", n, f"第{n}句" * 30, "TOWN", "临江镇", "p1", n / 7, True, None, "2025", n % 200)
        for n in range(12_000)
    ]


def test_many_rows_come_back_from_compressed_blocks(tmp_path: Path, many: list[Row]) -> None:
    make(tmp_path, *SPSS, Format.DTA, rows=many)
    plain, packed = (read_spss(tmp_path / f"stance.{each}")[0] for each in SPSS)
    stata = pd.read_stata(tmp_path / "stance.dta", convert_categoricals=False)
    assert list(plain["quote"]) == [cut(str(row[2]).encode(), 255).decode() for row in many]
    assert list(plain["share"]) == [row[6] for row in many]
    assert plain.equals(packed)
    assert list(stata["quote"]) == [row[2] for row in many]
    assert list(stata["count"]) == [row[10] for row in many]


def test_pandas_reads_stata_files(tmp_path: Path) -> None:
    make(tmp_path, Format.DTA)
    path = tmp_path / "stance.dta"
    frame = pd.read_stata(path, convert_categoricals=False)
    assert list(frame["quote"]) == list(QUOTES)
    assert numbers(frame["holder"]) == [1, 2, None, None, 300, None]
    assert numbers(frame["start"]) == [0, 7, 2**31, 152, None, -5]
    assert list(frame["when_day"].dt.strftime("%Y-%m-%d"))[:4:3] == ["2025-11-03", "1999-01-01"]
    assert frame["when_day"].isna().sum() == 4
    told = pd.read_stata(
        path, convert_missing=True, convert_categoricals=False, columns=["holder", "share"]
    )
    assert [str(each) for each in told["holder"]] == ["1", "2", ".a", ".b", "300", "."]
    assert [str(each) for each in told["share"]][1:4] == ["-12345.678", ".a", ".b"]
    with pd.read_stata(path, iterator=True) as reader:
        assert reader.value_labels()["holder"][300] == LONG_LABEL
        assert reader.variable_labels()["position"] == LONG_LABEL[:80]
        assert reader.data_label == "立场"


def test_what_was_cut_is_said(tmp_path: Path) -> None:
    losses = make(tmp_path, Format.SAV, Format.DTA).losses
    told = [(each.file, each.column, each.kind, each.limit, each.count) for each in losses]
    assert told == [
        ("stance.sav", "position", LossKind.VARIABLE_LABEL, 255, 1),
        ("stance.sav", "holder", LossKind.VALUE_LABEL, 120, 1),
        ("stance.sav", "quote", LossKind.TEXT, 255, 1),
        ("stance.dta", "position", LossKind.VARIABLE_LABEL, 240, 1),
    ]


def test_a_text_is_cut_on_the_border_of_a_character() -> None:
    assert cut("甲乙丙".encode(), 8).decode() == "甲乙"
    assert cut("甲😀".encode(), 6).decode() == "甲"
    assert cut(b"abc", 3) == b"abc"


IN_R = """
library(haven)
d <- read_dta("stance.dta")
s <- read_sav("stance.zsav", user_na = TRUE)
stopifnot(nrow(d) == 6, nrow(s) == 6)
stopifnot(identical(as.character(as_factor(d$holder))[1:4],
  c("临江镇", "“商会”, 引号\\"与逗号", "不适用", "无法判断")))
stopifnot(identical(na_tag(d$holder), c(NA, NA, "a", "b", NA, NA)))
stopifnot(identical(na_tag(d$count)[3:5], c("c", "b", "a")))
stopifnot(identical(nchar(d$quote), c(5L, 12L, 4L, 5L, 2400L, 0L)))
stopifnot(d$quote[4] == "表情😀和𠮷", s$quote[4] == "表情😀和𠮷")
stopifnot(class(d$when_day) == "Date", format(d$when_day[1]) == "2025-11-03")
stopifnot(class(s$when_day) == "Date", format(s$when_day[4]) == "1999-01-01")
stopifnot(attr(d$holder, "label") == "主体", attr(s$holder, "label") == "主体")
stopifnot(identical(as.numeric(s$holder), c(1, 2, -97, -98, 300, NA)))
stopifnot(identical(attr(s$holder, "na_range"), c(-99, -97)))
stopifnot(identical(is.na(s$holder), c(FALSE, FALSE, TRUE, TRUE, FALSE, TRUE)))
stopifnot(all.equal(as.numeric(d$share)[c(1, 2, 5)], c(0.5, -12345.678, 2)))
stopifnot(nrow(read_dta("memos.dta")) == 0, nrow(read_sav("memos.sav")) == 0)
"""


def test_haven_reads_both(tmp_path: Path, in_r: Callable[..., str]) -> None:
    make(tmp_path, Format.SAV, Format.ZSAV, Format.DTA)
    in_r(IN_R, "haven")


@pytest.mark.parametrize("chosen", SPSS)
def test_pspp_reads_spss_files(
    tmp_path: Path, chosen: Format, in_pspp: Callable[[str], str]
) -> None:
    make(tmp_path, chosen)
    told = in_pspp(
        f"GET FILE='stance.{chosen}'.\n"
        "FREQUENCIES holder position /FORMAT=NOTABLE /STATISTICS=NONE.\n"
        "FREQUENCIES holder denied.\n"
        "LIST annotation_id quote when_day share.\n"
    )
    assert ",临江镇,1,16.7%,33.3%,33.3%" in told
    assert "Missing,.,1,16.7%" in told
    assert ",不适用,1,16.7%" in told
    assert ",无法判断,1,16.7%" in told
    assert "表情😀和𠮷" in told
    assert "2025/11/03" in told
    assert "-12345.678" in told.replace(" ", "")
