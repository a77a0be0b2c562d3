from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.dataset.reading import contents
from tests.dataset.world import annotation, coded, stances, write
from workbench.app.projects import starter_codebook
from workbench.dataset.export import Means
from workbench.dataset.readme import README_FILE, files_written
from workbench.store.dataset_file import DatasetFile

ALL = ("csv", "xlsx", "sav", "dta", "parquet", "jsonl", "sqlite")
ARTICLE = coded(annotation("n1", "stance", {"holder": ("TOWN",)}, quote="字" * 200))


def readme(folder: Path, **options: object) -> str:
    """Export and return the README."""
    write(folder, ARTICLE, **options)
    return (folder / README_FILE).read_text("utf-8-sig")


def test_it_tells_the_codebook_the_counts_and_every_file(tmp_path: Path) -> None:
    text = readme(tmp_path / "out", formats=ALL, means=Means(DatasetFile))
    assert "测试手册" in text
    assert "Test codebook" in text
    assert "\n- stance.csv: 1\n" in text
    assert "\n- stance.dta: 1\n" in text
    assert "\n- load.do\n" in text
    files = contents(tmp_path / "out")
    del files[README_FILE]
    for name, data in files.items():
        assert f"\n{hashlib.sha256(data).hexdigest()}  {name}\n" in text
    assert set(files_written(tmp_path / "out")) == {README_FILE, *files}


def test_it_tells_how_to_cite_with_the_version_of_the_codebook(tmp_path: Path) -> None:
    assert "未冻结 not frozen" in readme(tmp_path / "one")
    assert "测试手册 (第二版)" in readme(tmp_path / "two", means=Means(version="第二版"))


def test_it_tells_of_the_formats_that_are_there_and_of_what_was_cut(tmp_path: Path) -> None:
    plain = readme(tmp_path / "one")
    assert "带 BOM" in plain
    assert "Stata" not in plain
    assert "What was cut" not in plain
    spss = readme(tmp_path / "two", formats=("sav",))
    assert "BOM" not in spss
    assert "INSERT FILE='load.sps'" in spss
    assert "stance.sav quote: 文字 text × 1 → 255\n" in spss


@pytest.mark.parametrize(("formats", "is_network"), [((), False), (("graphml",), True)])
def test_what_has_no_tables_is_not_told_how_to_read_them(
    tmp_path: Path, formats: tuple[str, ...], *, is_network: bool
) -> None:
    write(tmp_path / "out", *stances(), formats=formats, codebook=starter_codebook())
    text = (tmp_path / "out" / README_FILE).read_text("utf-8-sig")
    assert "How to read these tables" not in text
    assert "How to load" not in text
    assert ("Discourse Network Analyzer" in text) is is_network
    assert "如何引用 · How to cite" in text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"csv_mark": False}, "without a byte order mark, separated by commas"),
        ({"csv_separator": "tab"}, "separated by tabs"),
        ({"csv_separator": ";"}, "separated by semicolons"),
    ],
)
def test_it_tells_how_csv_is_written(tmp_path: Path, options: dict[str, object], told: str) -> None:
    assert told in readme(tmp_path / "out", **options)


def test_a_raw_table_is_not_said_to_be_escaped(tmp_path: Path) -> None:
    assert "apostrophe" in readme(tmp_path / "one")
    assert "apostrophe" not in readme(tmp_path / "two", csv_excel=False)


def test_a_readme_of_something_else_claims_nothing(tmp_path: Path) -> None:
    assert files_written(tmp_path) == ()
    (tmp_path / README_FILE).write_bytes(b"\xff\xfe mine\n- a.csv: 3\n")
    assert files_written(tmp_path) == ()
    (tmp_path / README_FILE).unlink()
    (tmp_path / README_FILE).mkdir()
    assert files_written(tmp_path) == ()
