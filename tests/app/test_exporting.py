from __future__ import annotations

import csv
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.app.world import TEXT, opened
from tests.dataset.reading import contents, table, unescaped, values
from workbench.app.commands import (
    DeleteAnnotations,
    EditArticle,
    MarkSpan,
    SetArticleValues,
    SetStatus,
)
from workbench.app.errors import Cancelled
from workbench.app.exporting import export_dataset
from workbench.app.session import Session
from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.article import Status
from workbench.domain.codebook import Kind
from workbench.domain.text import Segments
from workbench.domain.values import Missing, Scalar
from workbench.store.errors import RowsDamaged

MEMO = '- 一，"二"\n=三😀'
REASON = "=SUM(A1)，𠮷"


@pytest.fixture
def coded(session: Session, first: int, second: int, project: Path) -> Session:
    """A session whose project has something of everything."""
    reason = session.run(MarkSpan(first, "actor", 0, 2, {"actor": "FIRM", "named": True}))
    session.run(
        MarkSpan(
            first,
            "stance",
            TEXT.index("乙方"),
            TEXT.index("！"),
            {
                "holder": "MAYOR",
                "position": "n1",
                "sources": ["FIRM", "TOWN"],
                "share": 76.25,
                "rank": -3,
                "sure": False,
                "when": "2025-08/2025-09",
                "reason": REASON,
                "because": [reason],
                "after": reason,
            },
            memo=MEMO,
            certainty=Certainty.UNSURE,
        )
    )
    missing = {"holder": Missing.UNDECIDABLE, "share": Missing.NOT_APPLICABLE}
    session.run(MarkSpan(second, "stance", 0, 4, missing))
    session.run(MarkSpan(second, "stance", 0, 4, {"position": "p1"}))
    session.run(SetArticleValues(first, {"genre": "@评论", "score": 2}))
    session.run(SetStatus(first, Status.DONE))
    return session


def _export(session: Session, folder: Path, **options: Any) -> dict[str, int]:
    return dict(export_dataset(session.database, folder, **options).files)


# --- against the store --------------------------------------------------------


def _expected(session: Session) -> Iterator[tuple[Annotation, str, str, Segments]]:
    """Yield every annotation in the order of the dataset, with its article and coder."""
    names = {each.id: each.name for each in session.coders()}
    for article in session.articles():
        segments = session.segments(article.id)
        for each in session.annotations(article.id, all_coders=True):
            yield each, article.uid, names[each.coder], segments


def _scalar(value: Scalar, uids: Mapping[int, str], *, link: bool) -> object:
    if isinstance(value, Missing):
        return int(value)
    return uids[int(value)] if link else value


def test_the_tables_hold_what_the_store_holds(coded: Session, tmp_path: Path) -> None:
    counts = _export(coded, tmp_path / "out")
    expected = list(_expected(coded))
    uids = {each.id: each.uid for each, *_ in expected}
    rows = {row["annotation_id"]: row for row in table(tmp_path / "out" / "annotations.csv")}
    assert counts["annotations.csv"] == len(rows) == len(expected) == 5
    for each, article, coder, segments in expected:
        row = rows[each.uid]
        assert (row["article_id"], row["coder"], row["layer"]) == (article, coder, each.layer)
        assert (row["quote"], row["memo"]) == (each.quote, each.memo)
        assert (row["certainty"], row["complete"]) == (each.certainty, str(int(each.complete)))
        assert (row["created"], row["modified"]) == (each.created, each.modified)
        if each.span:
            start = each.span.start
            assert (int(row["start"]), int(row["end"])) == (start, each.span.end)
            assert int(row["paragraph"]) == segments.paragraph_number(start)
            assert int(row["sentence"]) == segments.sentence_number(start)
        variables = coded.codebook.layer(each.layer).by_key
        told = {
            key: [_scalar(v, uids, link=variables[key].kind is Kind.LINK) for v in scalars]
            for key, scalars in each.values.items()
        }
        assert values(row) == {
            key: scalars if variables[key].several else scalars[0] for key, scalars in told.items()
        }


def test_the_tables_of_layers_have_every_annotation_once(coded: Session, tmp_path: Path) -> None:
    _export(coded, tmp_path / "out")
    ids = [row["annotation_id"] for row in table(tmp_path / "out" / "annotations.csv")]
    layers = [layer.key for layer in coded.codebook.layers]
    split = {
        layer: [row["annotation_id"] for row in table(tmp_path / "out" / f"{layer}.csv")]
        for layer in layers
    }
    assert sorted(ids) == sorted(id_ for own in split.values() for id_ in own)
    for own in split.values():
        assert own == [id_ for id_ in ids if id_ in own]


def test_who_has_coded_nothing_is_no_coder_of_the_dataset(
    session: Session, first: int, tmp_path: Path
) -> None:
    def coders() -> set[str]:
        export_dataset(session.database, tmp_path / "out", overwrite=True)
        return {row["coder"] for row in table(tmp_path / "out" / "article_coding.csv")}

    session.run(EditArticle(first, {"title": "另一个题目"}))
    assert [each.name for each in session.coders()] == [session.coder.name]
    assert coders() == set()
    session.run(SetStatus(first, Status.DONE))
    session.become("乙")
    session.run(EditArticle(first, {"title": "又一个题目"}))
    assert coders() == {"甲"}


def test_status_and_counts_by_article_and_coder(coded: Session, tmp_path: Path) -> None:
    _export(coded, tmp_path / "out")
    rows = table(tmp_path / "out" / "article_coding.csv")
    own = [row for row in rows if row["coder"] == "甲"]
    assert len(rows) == len(own) == 2  # 乙 brought the articles in and coded nothing
    told = ("status", "genre", "score", "n_stance", "n_actor")
    assert [[row[name] for name in told] for row in own] == [
        ["done", "@评论", "2", "1", "1"],
        ["in_progress", "", "", "2", "-99"],
    ]


def test_what_was_deleted_is_gone_with_the_links_to_it(
    coded: Session, first: int, tmp_path: Path
) -> None:
    (actor,) = (each for each in coded.annotations(first) if each.layer == "actor")
    coded.run(DeleteAnnotations((actor.id,)))
    assert _export(coded, tmp_path / "out")["stance_because_long.csv"] == 0
    assert table(tmp_path / "out" / "stance.csv")[0]["because"] == ""


@pytest.mark.parametrize("column", ["link_id", "category_id"])
def test_a_link_to_what_is_not_there_is_told(
    coded: Session, project: Path, tmp_path: Path, column: str
) -> None:
    coded.close()
    with closing(sqlite3.connect(project)) as database, database:
        gone = f"UPDATE annotation_value SET {column} = 999999 WHERE {column} IS NOT NULL"
        database.execute(gone)
    with opened(project, read_only=True) as session, pytest.raises(RowsDamaged):
        _export(session, tmp_path / "out")
    assert not (tmp_path / "out").exists()


# --- the same every time --------------------------------------------------------


def test_the_same_project_gives_the_same_bytes_also_from_a_copy(
    coded: Session, project: Path, tmp_path: Path
) -> None:
    _export(coded, tmp_path / "one")
    _export(coded, tmp_path / "two")
    coded.close()
    copy = Path(shutil.copy(project, tmp_path / "copy.workbench"))
    with opened(copy, "丙", read_only=True) as session:
        _export(session, tmp_path / "three")
    assert contents(tmp_path / "one") == contents(tmp_path / "two") == contents(tmp_path / "three")


def test_undoing_gives_the_same_bytes_again(coded: Session, first: int, tmp_path: Path) -> None:
    _export(coded, tmp_path / "one")
    coded.run(MarkSpan(first, "actor", 3, 6))
    _export(coded, tmp_path / "two")
    coded.undo()
    _export(coded, tmp_path / "three")
    assert contents(tmp_path / "one") != contents(tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "three")


# --- progress and cancelling ------------------------------------------------------


class _Watch:
    """Note the progress; cancel once `until` reports have come."""

    def __init__(self, until: int | None = None) -> None:
        self.reports: list[tuple[int, int, str]] = []
        self._until = until

    def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
        self.reports.append((done, total, name))

    @property
    def cancelled(self) -> bool:
        return self._until is not None and len(self.reports) >= self._until


def test_progress_counts_annotations(
    coded: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.app.exporting.STEP", 3)
    watch = _Watch()
    _export(coded, tmp_path / "out", progress=watch)
    assert watch.reports == [(3, 5, "题目"), (5, 5, "")]


@pytest.mark.parametrize("until", [0, 1])
def test_cancelling_keeps_the_old_export(
    coded: Session, first: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: int
) -> None:
    monkeypatch.setattr("workbench.app.exporting.STEP", 1)
    folder = tmp_path / "here" / "out"
    folder.parent.mkdir()
    _export(coded, folder)
    before = contents(folder)
    coded.run(MarkSpan(first, "actor", 3, 6))
    with pytest.raises(Cancelled):
        _export(coded, folder, overwrite=True, progress=_Watch(until))
    assert contents(folder) == before
    assert list(folder.parent.iterdir()) == [folder]


def test_the_export_is_of_one_moment(coded: Session, second: int, tmp_path: Path) -> None:
    class Meddling(_Watch):
        def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
            if not self.reports:
                coded.run(MarkSpan(second, "actor", 0, 2))
            super().report(done, total, name)

    counts = _export(coded, tmp_path / "out", progress=Meddling())
    assert counts["annotations.csv"] == 5
    assert _export(coded, tmp_path / "again")["annotations.csv"] == 6


# --- independent readers ------------------------------------------------------------


def _pandas(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, keep_default_na=False, na_values=[""])


def test_pandas_reads_the_right_types(coded: Session, tmp_path: Path) -> None:
    _export(coded, tmp_path / "out")
    stance = _pandas(tmp_path / "out" / "stance.csv")
    kinds = {name: stance[name].dtype.kind for name in stance.columns}
    assert {
        name: kinds[name] for name in ("start", "end", "complete", "sentence")
    } == dict.fromkeys(("start", "end", "complete", "sentence"), "i")
    assert {kinds[name] for name in ("share", "rank", "sure", "position_score")} == {"f"}
    assert {kinds[name] for name in ("quote", "holder", "when")} <= {"O", "U"}
    assert stance["share"].tolist()[0:2] == [76.25, -97]
    assert stance["holder_label"].tolist()[0:2] == ["镇长", "无法判断"]
    assert unescaped(stance["memo"][0]) == MEMO
    assert unescaped(stance["reason"][0]) == REASON
    text = coded.text(coded.articles()[0].id)
    assert text[stance["start"][0] : stance["end"][0]] == stance["quote"][0]


def test_pandas_reads_every_table_as_the_csv_module_does(coded: Session, tmp_path: Path) -> None:
    for name, rows in _export(coded, tmp_path / "out").items():
        path = tmp_path / "out" / name
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, *body = csv.reader(file)
        assert list(frame.columns) == header
        assert frame.to_numpy().tolist() == body
        assert len(frame) == rows


_R = """
folder <- commandArgs(TRUE)[1]
for (name in list.files(folder, pattern = "[.]csv$")) {
  table <- read.csv(file.path(folder, name), fileEncoding = "UTF-8-BOM", na.strings = "")
  kinds <- sapply(table, class)
  cat("FILE", name, nrow(table), "\n")
  cat(paste(names(table), kinds, sep = ":"), sep = "\n")
}
stance <- read.csv(file.path(folder, "stance.csv"), fileEncoding = "UTF-8-BOM", na.strings = "")
cat("SCORES", mean(stance$position_score, na.rm = TRUE), "\n")
cat("NA", sum(is.na(stance$position)), "\n")
cat("QUOTE", nchar(stance$quote[1]), stance$end[1] - stance$start[1], stance$quote[1], "\n")
cat("LEVELS", levels(factor(stance$position_label)), "\n")
cat("MEMO", stance$memo[1], "\n")
"""


def test_r_reads_the_right_types(coded: Session, tmp_path: Path, rscript: str) -> None:
    counts = _export(coded, tmp_path / "out")
    script = tmp_path / "read.R"
    script.write_text(_R, encoding="utf-8")
    done = subprocess.run(
        [rscript, "--vanilla", "--encoding=UTF-8", str(script), str(tmp_path / "out")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert {line.split()[1]: int(line.split()[2]) for line in lines if line.startswith("FILE")} == (
        counts
    )
    kinds = dict(line.split(":") for line in lines if ":" in line and " " not in line)
    for name, kind in {
        "start": "integer",
        "sentence": "integer",
        "complete": "integer",
        "share": "numeric",
        "position_score": "integer",
        "quote": "character",
        "holder_label": "character",
        "n_stance": "integer",
        "characters": "integer",
    }.items():
        assert kinds[name] == kind, name
    told = {line.split()[0]: line.split()[1:] for line in lines if line.split()}
    assert told["SCORES"] == ["0"]
    assert told["NA"] == ["1"]
    assert told["QUOTE"] == ["6", "6", "乙方𠮷不同意"]
    assert sorted(told["LEVELS"]) == ["反对", "赞成"]
    assert 'MEMO \'- 一，"二"\n=三😀' in done.stdout
