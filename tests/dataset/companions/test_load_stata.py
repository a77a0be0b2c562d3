"""`load.do`, run by what takes the commands as Stata's manuals tell them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.dataset.companions.stata import Stata
from tests.dataset.companions.world import CODED, TABLES, make
from workbench.dataset.companions.load_stata import load_stata
from workbench.dataset.companions.written import Written
from workbench.dataset.formats.choose import Format
from workbench.dataset.model import Column, Table, Type, ValueLabel

OTHER = Column("outlet_type", "另一种", Type.CATEGORY, (ValueLabel("a", 1, "甲类"),), missing=True)


def _write(folder: Path, *tables: Table) -> Written:
    written = Written(tables, {}, [Format.DTA], "镇志")
    text = load_stata(written)
    assert text is not None
    (folder / "load.do").write_text(text, "utf-8", newline="\n")
    return written


def test_a_table_comes_in_its_order_with_what_is_told_of_its_articles(tmp_path: Path) -> None:
    make(tmp_path, Format.DTA)
    rows = Stata(tmp_path).load("stance").rows
    told = rows[["annotation_id", "outlet", "published", "outlet_type"]].head(3)
    assert told.to_numpy().tolist() == [
        ["n1", "=甲报", "2025-11-03", 1],
        ["n2", "乙报", "2025", 2],
        ["n3", "=甲报", "2025-11-03", 1],
    ]


def test_every_table_can_be_loaded(tmp_path: Path) -> None:
    written = make(tmp_path, Format.DTA)
    stata = Stata(tmp_path)
    for table in written.tables:
        data = stata.load(table.name)
        assert len(data.rows) == written.rows[table.name]
        assert set(data.labelled.values()) <= set(data.labels)


def test_labels_of_a_variable_of_the_same_name_are_not_mixed_up(tmp_path: Path) -> None:
    table = replace(CODED, columns=(*CODED.columns, OTHER))
    rows = [(*row, "a") for each, own in TABLES if each is CODED for row in own]
    others = [each for each in TABLES if each[0] is not CODED]
    make(tmp_path, Format.DTA, tables=[(table, rows), *others])
    data = Stata(tmp_path).load("stance")
    labels = {
        name: data.labels[data.labelled[name]][1] for name in ("outlet_type", "outlet_type_2")
    }
    assert labels == {"outlet_type": "甲类", "outlet_type_2": "党报"}


def test_many_tables_are_no_program_too_long(tmp_path: Path) -> None:
    many = [replace(CODED, name=f"layer_{number}_with_a_long_name_long") for number in range(2_000)]
    _write(tmp_path, *many, *(table for table, _ in TABLES))
    Stata(tmp_path)


def test_a_table_too_wide_for_some_says_so(tmp_path: Path) -> None:
    def told(width: int) -> str:
        columns = tuple(Column(f"v{n}", "", Type.INTEGER) for n in range(width))
        _write(tmp_path, Table("article_counts", "", columns))
        return " ".join((tmp_path / "load.do").read_text("utf-8").replace("\n*  ", "").split())

    assert "Stata/SE" not in told(2_048)
    assert "article_counts has 2049 variables, which needs Stata/SE or MP version" in told(2_049)
    assert "needs Stata/SE or MP, and first: set maxvar 32767" in told(5_001)
