from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pandas as pd

from tests.dataset.reading import contents, header, table
from tests.dataset.world import WITH_GROUPS, annotation, coded, write
from workbench.domain.codebook_check import check_codebook
from workbench.domain.values import Missing

ARTICLE = coded(
    annotation("n1", "stance", {"holder": ("BOTH",), "sources": ("FIRM", "BOTH", "BOARD")}),
    annotation("n2", "stance", {"holder": (Missing.UNDECIDABLE,)}),
    annotation("n3", "actor", {"actor": ("BOARD",)}),
)


def test_the_codebook_of_these_tests_holds() -> None:
    check_codebook(WITH_GROUPS)


def test_a_group_has_a_row_a_member_with_its_weight(tmp_path: Path) -> None:
    write(tmp_path / "out", ARTICLE, codebook=WITH_GROUPS, expand_groups=True)
    path = tmp_path / "out" / "stance_sources_long.csv"
    told = ("annotation_id", "ordinal", "value", "label", "expanded_from", "weight")
    beside = ["code", "parent", "top", "type"]
    assert header(path) == [*told[:4], *beside, *told[4:]]
    rows = [tuple(row[name] for name in told) for row in table(path)]
    assert rows == [
        ("n1", "1", "FIRM", "商会", "", "1"),
        ("n1", "2", "TOWN", "小镇", "BOTH", "0.5"),
        ("n1", "2", "FIRM", "商会", "BOTH", "0.5"),
        ("n1", "3", "BOARD", "镇商联席会", "", "1"),
    ]


def test_a_variable_of_one_value_has_a_long_table_too(tmp_path: Path) -> None:
    report = write(tmp_path / "out", ARTICLE, codebook=WITH_GROUPS, expand_groups=True)
    assert dict(report.files)["stance_holder_long.csv"] == 3
    told = ("annotation_id", "ordinal", "value", "label", "expanded_from", "weight")
    long = table(tmp_path / "out" / "stance_holder_long.csv")
    rows = [tuple(row[name] for name in told) for row in long]
    assert rows == [
        ("n1", "1", "TOWN", "小镇", "BOTH", "0.5"),
        ("n1", "1", "FIRM", "商会", "BOTH", "0.5"),
        ("n2", "1", "-98", "无法判断", "", "1"),
    ]
    assert "stance_position_long.csv" not in dict(report.files)  # its list has no groups


def test_the_other_tables_are_as_without_expansion(tmp_path: Path) -> None:
    write(tmp_path / "one", ARTICLE, codebook=WITH_GROUPS)
    write(tmp_path / "two", ARTICLE, codebook=WITH_GROUPS, expand_groups=True)
    plain, with_members = contents(tmp_path / "one"), contents(tmp_path / "two")
    differing = {name for name in plain if plain[name] != with_members[name]}
    beside = {"README.txt", "load.R", "load.py", "datapackage.json"}
    assert differing == {"codebook.csv", "statements.csv", "stance_sources_long.csv", *beside}
    assert "stance_holder_long.csv" not in plain
    assert "expanded_from" not in plain["README.txt"].decode()
    assert "expanded_from" in with_members["README.txt"].decode()


def test_the_same_expanded_dataset_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, ARTICLE, codebook=WITH_GROUPS, expand_groups=True)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_pandas_finds_that_the_weights_of_each_coded_value_sum_to_one(tmp_path: Path) -> None:
    write(tmp_path / "out", ARTICLE, codebook=WITH_GROUPS, expand_groups=True)
    rows = pd.read_csv(tmp_path / "out" / "stance_sources_long.csv", encoding="utf-8-sig")
    sums = rows.groupby(["annotation_id", "ordinal"])["weight"].sum()
    assert [Fraction(each) for each in sums] == [1, 1, 1]
    assert rows["weight"].dtype == float
