"""SQLite files of other programs: what is read of them, and what is refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.files.sql import raw_change
from workbench.files import databases
from workbench.files.databases import foreign_database
from workbench.files.errors import DatabaseStillOpen, DatabaseTooLarge, FileDamaged


def rows(path: Path, table: str, columns: Iterable[str], **how: tuple[str, ...]) -> list[object]:
    with foreign_database(path) as database:
        return list(database.rows(table, list(columns), **how))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return raw_change(
        tmp_path / '表 #1?%".dna',
        'CREATE TABLE "T ""x""" (ID INTEGER, "Name", twice AS (ID * 2))',
        'INSERT INTO "T ""x""" VALUES (2, \'乙😀\'), (1, x\'E794B2\'), (NULL, 1.5)',
        "CREATE VIEW v AS SELECT 1 AS ID",
    )


def test_rows_come_whatever_the_case_of_names(path: Path) -> None:
    assert rows(path, 't "X"', ["id", "NAME"]) == [(2, "乙😀"), (1, "甲"), (None, 1.5)]
    assert rows(path, 'T "x"', ["Name"], order=("ID", "none")) == [(1.5,), ("甲",), ("乙😀",)]


def test_what_is_missing_is_empty(path: Path) -> None:
    assert rows(path, 'T "x"', ["nothing", "ID"])[0] == (None, 2)
    assert rows(path, "nothing", ["ID"]) == []


def test_views_and_reckoned_columns_are_not_asked(path: Path) -> None:
    with foreign_database(path) as database:
        assert not database.has("v")
        assert not database.has('T "x"', "twice")
        assert database.has('T "x"', "Id", "name")


def test_virtual_tables_are_not_asked(tmp_path: Path) -> None:
    path = raw_change(
        tmp_path / "v.db", "CREATE VIRTUAL TABLE f USING fts5(a)", "CREATE TABLE b (c)"
    )
    with foreign_database(path) as database:
        assert not database.has("f")
        assert database.has("b")


def test_nothing_but_reading_is_possible(path: Path) -> None:
    with foreign_database(path) as database:
        raw = database._raw  # pyright: ignore[reportPrivateUsage]
        for statement in ("DELETE FROM v", "PRAGMA user_version=3", "ATTACH 'x' AS y"):
            with pytest.raises(sqlite3.Error):
                raw.execute(statement)


def test_the_file_stays_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    path.chmod(0o400)
    rows(path, 'T "x"', ["ID"])
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_still_open_is_refused(path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    log.write_bytes(b"")
    rows(path, 'T "x"', ["ID"])
    log.write_bytes(b"something")
    with pytest.raises(DatabaseStillOpen, match="-wal"):
        rows(path, 'T "x"', ["ID"])


@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 0.98, 0.999])
def test_a_file_cut_short_is_refused(tmp_path: Path, share: float) -> None:
    path = raw_change(
        tmp_path / "a.db",
        "CREATE TABLE t (a TEXT)",
        *(f"INSERT INTO t VALUES ('{'字' * 900}{n}')" for n in range(50)),
    )
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)] or b"no database")
    with pytest.raises(FileDamaged, match=r"a\.db"):
        rows(path, "t", ["a"])


def test_damaged_text_is_refused(tmp_path: Path) -> None:
    path = raw_change(
        tmp_path / "a.db",
        "CREATE TABLE t (a, b)",
        "INSERT INTO t VALUES (x'B0A1', 1)",
        "CREATE TABLE u (a)",
        "INSERT INTO u VALUES (CAST(x'FF41' AS TEXT))",
    )
    for table in ("t", "u"):
        with pytest.raises(FileDamaged):
            rows(path, table, ["a"])


def test_a_database_in_utf_16_is_read(tmp_path: Path) -> None:
    path = raw_change(
        tmp_path / "a.db",
        "PRAGMA encoding='UTF-16le'",
        "CREATE TABLE t (a)",
        "INSERT INTO t VALUES ('甲𠮷')",
    )
    assert rows(path, "t", ["a"]) == [("甲𠮷",)]


def test_what_is_too_large_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "MEGABYTES", 0)
    with pytest.raises(DatabaseTooLarge):
        rows(path, 'T "x"', ["ID"])
    monkeypatch.undo()
    monkeypatch.setattr(databases, "LONGEST_VALUE", 100)
    long = raw_change(
        path.with_name("b.db"), "CREATE TABLE t (a)", "INSERT INTO t VALUES (printf('%200d', 1))"
    )
    with pytest.raises(FileDamaged):
        rows(long, "t", ["a"])


def test_what_does_not_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "_STEPS", 100)
    monkeypatch.setattr(databases, "_MOST_CALLS", 3)
    path = raw_change(
        tmp_path / "a.db",
        "CREATE TABLE t (a)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999) "
        "INSERT INTO t SELECT i FROM n",
    )
    with pytest.raises(FileDamaged):
        rows(path, "t", ["a"])
