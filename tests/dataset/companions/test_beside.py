from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import validate  # type: ignore[import-untyped]

from tests.dataset.companions.world import TABLES, make
from tests.dataset.reading import contents
from workbench.dataset.companions.written import Written, told_apart
from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.options import CsvOptions, Separator

SPSS = """
INSERT FILE='load.sps'.
DATASET ACTIVATE stance.
LIST annotation_id outlet outlet_type published.
"""


@pytest.mark.parametrize("chosen", [Format.SAV, Format.ZSAV])
def test_pspp_opens_every_table_with_its_articles(
    tmp_path: Path, chosen: Format, in_pspp: Callable[[str], str]
) -> None:
    make(tmp_path, chosen)
    told = in_pspp(SPSS)
    assert told.splitlines()[2:8] == [
        *("n1,=甲报,1,2025-11-03", "n2,乙报,2,2025", "n3,=甲报,1,2025-11-03"),
        *("n4,乙报,2,2025", "n5,=甲报,1,2025-11-03", "n6,乙报,2,2025"),
    ]


@pytest.mark.parametrize(
    "options",
    [CsvOptions(), CsvOptions(byte_order_mark=False, separator=Separator.SEMICOLON)],
)
def test_the_data_package_is_valid(tmp_path: Path, options: CsvOptions) -> None:
    make(tmp_path, *Format, csv=options)
    report = validate(str(tmp_path / "datapackage.json"))
    told = [error.message for task in report.tasks for error in task.errors]
    assert report.valid, [told, [error.message for error in report.errors]]
    tables = [task.name for task in report.tasks if task.type == "table"]
    assert tables == [table.name for table, _ in TABLES]


def test_the_data_package_names_keys_categories_and_hashes(tmp_path: Path) -> None:
    make(tmp_path, Format.CSV, Format.DTA)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    resources = {each["name"]: each for each in package["resources"]}
    stance = resources["stance"]["schema"]
    assert stance["foreignKeys"] == [
        {
            "fields": ["article_id"],
            "reference": {"resource": "articles", "fields": ["article_id"]},
        }
    ]
    fields = {each["name"]: each for each in stance["fields"]}
    assert fields["holder"]["categories"][0] == {"value": "TOWN", "label": "临江镇", "code": 1}
    assert fields["position"]["categoriesOrdered"] is True
    assert stance["missingValues"] == ["", "-97", "-98", "-99"]
    digest = hashlib.sha256((tmp_path / "stance.dta").read_bytes()).hexdigest()
    assert resources["stance-dta"]["hash"] == f"sha256:{digest}"
    assert package["version"] == "第一版"


def test_a_damaged_file_is_found(tmp_path: Path) -> None:
    make(tmp_path, Format.CSV, Format.DTA)
    path = tmp_path / "stance.dta"
    path.write_bytes(path.read_bytes()[:-1])
    assert not validate(str(tmp_path / "datapackage.json")).valid


@pytest.mark.parametrize(
    ("formats", "expected"),
    [
        ([Format.CSV], {"load.R", "load.py"}),
        ([Format.XLSX], set[str]()),
        ([Format.SQLITE], set[str]()),
        ([Format.JSONL], {"load.py"}),
        ([Format.DTA], {"load.R", "load.py", "load.do"}),
        ([Format.ZSAV], {"load.R", "load.sps"}),
    ],
)
def test_a_script_is_there_for_who_can_read_what_was_written(
    tmp_path: Path, formats: list[Format], expected: set[str]
) -> None:
    make(tmp_path, *formats)
    assert {path.name for path in tmp_path.glob("load.*")} == expected


def test_what_lies_beside_is_the_same_each_time(tmp_path: Path) -> None:
    make(tmp_path / "one", *Format)
    make(tmp_path / "two", *Format)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_nothing_is_joined_where_there_is_nothing_to_join() -> None:
    tables = [table for table, _ in TABLES if table.name not in ("articles", "article_coding")]
    written = Written(tables, {}, [Format.CSV], "")
    assert [written.joins(each) for each in tables] == [(), ()]


def test_labels_that_are_alike_are_told_apart_by_their_keys() -> None:
    assert told_apart([("a", "同"), ("b", "同"), ("c", "异")]) == ["同 (a)", "同 (b)", "异"]
