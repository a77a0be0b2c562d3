from __future__ import annotations

from pathlib import Path

import pytest

from tests.dataset.formats.world import EMPTY, ROWS, STANCE, make
from tests.dataset.reading import contents
from workbench.dataset.errors import ExportTooManyColumns
from workbench.dataset.formats.choose import Format, make_sinks
from workbench.dataset.formats.options import Making
from workbench.dataset.model import Column, Table, Type
from workbench.store.dataset_file import DatasetFile


def test_all_formats_are_written_in_one_pass_and_leave_nothing_else(tmp_path: Path) -> None:
    make(tmp_path, *Format)
    both = [f"{name}.{each}" for name in ("stance", "memos") for each in Format]
    one = {"dataset.xlsx", "dataset.sqlite"}
    expected = {each for each in both if not each.endswith(("xlsx", "sqlite", "graphml"))} | one
    assert {path.name for path in tmp_path.iterdir()} == expected


@pytest.mark.parametrize("chosen", Format)
def test_the_same_tables_give_the_same_bytes(tmp_path: Path, chosen: Format) -> None:
    make(tmp_path / "one", chosen)
    make(tmp_path / "two", chosen)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.parametrize("chosen", Format)
def test_an_export_that_is_given_up_lets_go_of_its_files(tmp_path: Path, chosen: Format) -> None:
    sinks = make_sinks([chosen], Making(tmp_path), DatasetFile)
    sinks.open(STANCE)
    sinks.open(EMPTY)
    sinks.write("stance", ROWS)
    sinks.abandon()


@pytest.mark.parametrize(
    ("chosen", "most"), [(Format.SQLITE, 2_000), (Format.XLSX, 16_384), (Format.DTA, 32_767)]
)
def test_more_columns_than_a_program_holds_are_refused(
    tmp_path: Path, chosen: Format, most: int
) -> None:
    columns = tuple(Column(f"c{n}", "", Type.INTEGER) for n in range(most + 1))
    sinks = make_sinks([chosen], Making(tmp_path), DatasetFile)
    sinks.open(Table("whole", "", columns[:-1], ()))
    with pytest.raises(ExportTooManyColumns, match=f"“wide” has {most + 1} columns"):
        sinks.open(Table("wide", "", columns, ()))
    sinks.abandon()


@pytest.mark.parametrize("chosen", [Format.SAV, Format.DTA])
def test_long_work_after_the_last_row_can_be_stopped(tmp_path: Path, chosen: Format) -> None:
    class StoppedError(Exception):
        pass

    def stop() -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        make(tmp_path, chosen, making=Making(tmp_path, step=stop))
