from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from tests.app.world import CODEBOOK
from tests.dataset.reading import header, table
from tests.dataset.world import (
    WITH_GROUPS,
    WITH_QUESTIONS,
    annotation,
    coded,
    forecasts,
    write,
)
from workbench.dataset.annotation_tables import annotations_table
from workbench.dataset.choice import ExportChoice
from workbench.dataset.columns import COMMON
from workbench.dataset.content import make_content
from workbench.dataset.model import Column, Table, Type
from workbench.domain.codebook import Attribute, Category, Codebook, CodeList, Kind, Words
from workbench.domain.values import Missing

_TYPES = CodeList("kinds", Words("类型", "kinds"), (Category("town", 7, Words("镇", "town")),))
_ACTORS = replace(
    CODEBOOK.code_list("actors"),
    attributes=(
        Attribute("kind", Kind.CATEGORY, Words("类型", "kind"), "kinds"),
        Attribute("can_hold", Kind.BOOLEAN, Words("可为持有者", "can hold")),
        Attribute("since", Kind.DATE, Words()),
        Attribute("lost", Kind.CATEGORY, Words("无表", "lost"), "gone"),
    ),
    categories=tuple(
        replace(each, attributes={"kind": "town", "can_hold": True, "since": "1949"})
        if each.key == "TOWN"
        else each
        for each in CODEBOOK.code_list("actors").categories
    ),
)
BOOK = Codebook(CODEBOOK.name, (_ACTORS, CODEBOOK.code_list("positions"), _TYPES), CODEBOOK.layers)
TOLD = ("code", "parent", "top", "kind", "can_hold", "since", "lost")


def _tables(choice: ExportChoice, codebook: Codebook = BOOK) -> dict[str, Table]:
    return {each.name: each for each in make_content(codebook, {1: "甲"}, choice).tables}


def _columns(table_: Table) -> dict[str, Column]:
    return {each.name: each for each in table_.columns}


def test_a_category_has_its_code_its_place_and_its_attributes(tmp_path: Path) -> None:
    rows = [
        annotation("n1", "stance", {"holder": ("MAYOR",)}),
        annotation("n2", "stance", {"holder": ("TOWN",)}),
        annotation("n3", "stance", {"holder": (Missing.UNDECIDABLE,)}),
        annotation("n4", "stance"),
    ]
    write(tmp_path / "out", coded(*rows), codebook=BOOK)
    read = table(tmp_path / "out" / "stance.csv")
    assert [tuple(row[f"holder_{name}"] for name in TOLD) for row in read] == [
        ("3", "TOWN", "TOWN", "", "0", "", ""),
        ("1", "", "TOWN", "town", "1", "1949", ""),
        ("", "", "", "", "", "", ""),
        ("", "", "", "", "", "", ""),
    ]


def test_the_long_table_tells_it_of_each_of_several_values(tmp_path: Path) -> None:
    values = {"sources": ("MAYOR", "TOWN")}
    write(tmp_path / "out", coded(annotation("n1", "stance", values)), codebook=BOOK)
    read = table(tmp_path / "out" / "stance_sources_long.csv")
    assert [tuple(row[name] for name in TOLD) for row in read] == [
        ("3", "TOWN", "TOWN", "", "0", "", ""),
        ("1", "", "TOWN", "town", "1", "1949", ""),
    ]
    assert "sources_code" not in header(tmp_path / "out" / "stance.csv")


def test_columns_have_types_labels_and_values() -> None:
    columns = _columns(_tables(ExportChoice())["stance"])
    holder, kind = columns["holder"], columns["holder_kind"]
    assert (holder.type, holder.label, holder.missing) == (Type.CATEGORY, "持有者", True)
    assert [(each.key, each.code, each.label) for each in holder.values][:2] == [
        ("TOWN", 1, "小镇"),
        ("FIRM", 2, "商会"),
    ]
    assert (kind.type, kind.label) == (Type.CATEGORY, "持有者（类型）")
    assert [each.code for each in kind.values] == [7]
    assert columns["holder_lost"].type is Type.TEXT
    assert columns["holder_since"].label == "持有者（since）"
    assert columns["holder_can_hold"].type is Type.BOOLEAN
    assert columns["holder_label"].repeats == columns["holder_code"].repeats == "holder"
    assert columns["sources"].type is Type.TEXT
    assert columns["sources_label"].repeats == ""
    assert {columns[name].type for name in ("share", "rank", "sure", "when")} == {
        *(Type.REAL, Type.INTEGER, Type.BOOLEAN, Type.DATE),
    }


def test_labels_follow_the_language() -> None:
    tables = _tables(ExportChoice(language="en"))
    assert tables["stance"].label == "stance"
    assert _columns(tables["stance"])["holder_kind"].label == "holder (kind)"
    assert _columns(tables["stance"])["article_status"].values[2].label == "done"
    assert annotations_table("zh").label == "全部标注"


@pytest.mark.parametrize("expand", [False, True])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_table_and_column_has_a_label_and_a_name_of_its_own(
    *, expand: bool, language: str
) -> None:
    choice = ExportChoice(expand_groups=expand, language=language)
    for book in (CODEBOOK, WITH_GROUPS, BOOK):
        for each in _tables(choice, book).values():
            assert each.label
            assert all(column.label for column in each.columns), each.name
            assert len({*each.names}) == len(each.names)
            assert set(each.key) <= {*each.names}
            assert all(len(name) <= 32 for name in each.names)
            assert {column.repeats for column in each.columns} <= {"", *each.names}


def test_long_names_are_cut_and_stay_unique(tmp_path: Path) -> None:
    attributes = tuple(
        Attribute("x" * 31 + end, Kind.TEXT, Words("长", "long")) for end in ("a", "b")
    )
    actors = replace(CODEBOOK.code_list("actors"), attributes=attributes)
    lists = (actors, CODEBOOK.code_list("positions"))
    write(tmp_path / "out", codebook=Codebook(CODEBOOK.name, lists, CODEBOOK.layers))
    names = header(tmp_path / "out" / "stance.csv")
    assert all(len(name) <= 32 for name in names)
    assert [name for name in names if name.startswith("holder") and "xx" in name] == [
        "holder_" + "x" * 21,
        "holder_2_" + "x" * 21,
    ]


def test_pandas_finds_who_belongs_to_whom(tmp_path: Path) -> None:
    keys = ("MAYOR", "TOWN", "FIRM", "MAYOR")
    rows = [annotation(f"n{n}", "stance", {"holder": (key,)}) for n, key in enumerate(keys)]
    write(tmp_path / "out", coded(*rows), codebook=BOOK)
    stance = pd.read_csv(tmp_path / "out" / "stance.csv", encoding="utf-8-sig")
    assert stance.groupby("holder_top")["annotation_id"].count().to_dict() == {"FIRM": 1, "TOWN": 3}
    assert list(stance.columns[: len(COMMON)]) == [each.name for each in COMMON]


def test_claims_have_their_questions_with_the_outcomes(tmp_path: Path) -> None:
    write(tmp_path / "out", *forecasts(), codebook=WITH_QUESTIONS, tables=("claim",))
    rows = table(tmp_path / "out" / "claim.csv")
    told = ("question", "question_label", "question_horizon", "question_outcome", "claimant_type")
    assert tuple(rows[0][name] for name in told) == ("RAIN", "会RAIN吗", "2026-01", "yes", "author")
    assert [row["question_outcome"] for row in rows].count("") == 3
    columns = _columns(_tables(ExportChoice(), WITH_QUESTIONS)["claim"])
    assert [each.key for each in columns["question_outcome"].values] == ["yes", "no", "open"]
