from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.app.world import CODEBOOK
from tests.dataset.reading import contents, raw_table
from tests.dataset.world import CODERS, annotation, coded, write
from workbench.dataset.choice import ExportChoice
from workbench.dataset.errors import (
    ExportDiskFull,
    ExportExists,
    ExportFolderForeign,
    ExportTooManyRows,
)
from workbench.dataset.export import Means, write_dataset
from workbench.dataset.formats import excel
from workbench.domain.article import Status
from workbench.domain.codebook import Codebook
from workbench.domain.coded import CodedArticle, Share

ARTICLE = coded(
    annotation("n0", "article", {"genre": ("评论",)}),
    annotation("n1", "actor", {"actor": ("TOWN",)}),
    annotation("n2", "stance", {"holder": ("TOWN",), "sources": ("FIRM", "MAYOR")}),
)
TABLES = [
    *("annotations.csv", "stance.csv", "stance_sources_long.csv", "stance_because_long.csv"),
    *("actor.csv", "article.csv", "statements.csv", "article_scores.csv", "articles.csv"),
    *("article_coding.csv", "article_counts.csv", "article_categories.csv"),
    *("reliability_units.csv", "codebook.csv", "list_actors.csv", "list_positions.csv"),
    "memos.csv",
]


def test_the_report_counts_what_was_written(tmp_path: Path) -> None:
    report = write(tmp_path / "out", ARTICLE)
    assert report.folder == tmp_path / "out"
    assert [name for name, _ in report.files] == TABLES
    for name, rows in report.files:
        assert len(raw_table(tmp_path / "out" / name)) == rows
    assert dict(report.files)["annotations.csv"] == 3
    beside = {"README.txt", "load.R", "load.py", "datapackage.json"}
    assert set(contents(tmp_path / "out")) == {*TABLES, *beside}


def test_files_begin_with_a_byte_order_mark_and_end_their_lines_with_lf(tmp_path: Path) -> None:
    write(tmp_path / "out", ARTICLE)
    found = contents(tmp_path / "out")
    for data in (found[name] for name in (*TABLES, "README.txt")):
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\xef\xbb\xbf") == 1
        assert data.endswith(b"\n")
        assert b"\r" not in data


def test_a_project_without_articles_has_headers_only(tmp_path: Path) -> None:
    report = write(tmp_path / "out")
    of_codebook = ("codebook.csv", "list_actors.csv", "list_positions.csv")
    assert {rows for name, rows in report.files if name not in of_codebook} == {0}
    assert (tmp_path / "out" / "actor.csv").read_text("utf-8-sig").count("\n") == 1


def test_the_same_dataset_gives_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "one", ARTICLE)
    write(tmp_path / "two", ARTICLE)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_an_export_replaces_an_export_only_if_it_may(tmp_path: Path) -> None:
    write(tmp_path / "out", ARTICLE)
    before = contents(tmp_path / "out")
    with pytest.raises(ExportExists):
        write(tmp_path / "out")
    assert contents(tmp_path / "out") == before
    write(tmp_path / "out", overwrite=True)
    assert raw_table(tmp_path / "out" / "annotations.csv") == []


def test_a_file_beside_the_tables_keeps_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "out", ARTICLE)
    (tmp_path / "out" / "analysis.R").write_text("mine")
    before = contents(tmp_path / "out")
    with pytest.raises(ExportFolderForeign, match=r"analysis\.R"):
        write(tmp_path / "out", overwrite=True)
    assert contents(tmp_path / "out") == before


def test_a_codebook_that_has_lost_a_layer_replaces_its_tables_too(tmp_path: Path) -> None:
    write(tmp_path / "out", ARTICLE)
    smaller = Codebook(CODEBOOK.name, CODEBOOK.code_lists, CODEBOOK.layers[1:])
    write(tmp_path / "out", codebook=smaller, overwrite=True)
    assert "stance.csv" not in contents(tmp_path / "out")


class StoppedError(Exception):
    pass


def test_what_stops_the_articles_stops_the_export(tmp_path: Path) -> None:
    def stopping() -> Iterator[CodedArticle]:
        yield ARTICLE
        raise StoppedError

    write(tmp_path / "out", ARTICLE)
    before = contents(tmp_path / "out")
    with pytest.raises(StoppedError):
        write_dataset(tmp_path / "out", CODEBOOK, CODERS, stopping(), overwrite=True)
    assert contents(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("full", ["annotations.csv", "stance.csv", "codebook.csv"])
def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: str
) -> None:
    write(tmp_path / "out", ARTICLE)
    before = contents(tmp_path / "out")
    opened = Path.open

    def open_(path: Path, *args: Any, **options: Any) -> Any:
        return opened(Path("/dev/full") if path.name == full else path, *args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", open_)
        with pytest.raises(ExportDiskFull):
            write(tmp_path / "out", ARTICLE, overwrite=True)
    assert contents(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


# --- a sheet's limit -------------------------------------------------------------

SHARES = (
    Share("actor", 1, Status.DONE, 4),
    Share("actor", 2, Status.DONE, 2),
    Share("stance", 1, Status.IN_PROGRESS, 2),
)


def unread() -> Iterator[CodedArticle]:
    """Stand for articles that must not be read."""
    pytest.fail("an article was read")
    yield ARTICLE


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ({}, "“annotations” has 8 rows"),
        ({"layers": ("actor",)}, "“annotations” has 6 rows"),
        ({"coders": ("甲",)}, "“annotations” has 6 rows"),
        ({"statuses": ("done",)}, "“annotations” has 6 rows"),
        ({"tables": ("actor",)}, "“actor” has 6 rows"),
    ],
)
def test_too_many_rows_for_a_sheet_are_refused_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: dict[str, Any], told: str
) -> None:
    monkeypatch.setattr(excel, "MOST_ROWS", 5)
    means = Means(annotations=8, shares=lambda: SHARES)
    with pytest.raises(ExportTooManyRows, match=told):
        write_dataset(
            tmp_path / "out",
            CODEBOOK,
            CODERS,
            unread(),
            overwrite=False,
            choice=ExportChoice(formats=("csv", "xlsx"), **choice),
            means=means,
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "choice",
    [
        {"layers": ("stance",)},
        {"coders": ("=乙",)},
        {"statuses": ("in_progress",)},
        {"tables": ("stance", "articles")},
        {"where": {"stance.position": ("n1",)}},
    ],
)
def test_what_is_left_of_too_many_rows_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: dict[str, Any]
) -> None:
    monkeypatch.setattr(excel, "MOST_ROWS", 5)
    means = Means(annotations=8, shares=lambda: SHARES)
    tables = {"tables": ("annotations",), **choice}
    write(tmp_path / "out", formats=("xlsx",), means=means, **tables)
    assert (tmp_path / "out" / "dataset.xlsx").exists()


def test_too_many_rows_that_only_values_tell_leave_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel, "MOST_ROWS", 1)
    where = {"stance.holder": ("TOWN",)}
    means = Means(annotations=3, shares=lambda: SHARES)
    with pytest.raises(ExportTooManyRows, match="nothing was exported"):
        write(tmp_path / "out", ARTICLE, formats=("csv", "xlsx"), where=where, means=means)
    assert list(tmp_path.iterdir()) == []
