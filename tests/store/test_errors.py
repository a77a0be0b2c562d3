from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from workbench.domain.errors import Refusal
from workbench.store import errors
from workbench.store.errors import RowsDamaged, as_refusal, whole_rows

PATH = Path("甲 {0} %s.workbench")

CODES: list[tuple[int, type[Refusal] | None]] = [
    (sqlite3.SQLITE_FULL, errors.DiskFull),
    (sqlite3.SQLITE_BUSY, errors.ProjectBusy),
    (sqlite3.SQLITE_BUSY_SNAPSHOT, errors.ProjectBusy),
    (sqlite3.SQLITE_LOCKED, errors.ProjectBusy),
    (sqlite3.SQLITE_PROTOCOL, errors.ProjectBusy),
    (sqlite3.SQLITE_READONLY, errors.ProjectReadOnly),
    (sqlite3.SQLITE_READONLY_DBMOVED, errors.ProjectReadOnly),
    (sqlite3.SQLITE_CANTOPEN, errors.ProjectReadOnly),
    (sqlite3.SQLITE_PERM, errors.ProjectReadOnly),
    (sqlite3.SQLITE_CORRUPT, errors.ProjectDamaged),
    (sqlite3.SQLITE_CORRUPT_INDEX, errors.ProjectDamaged),
    (sqlite3.SQLITE_NOTADB, errors.NotAProject),
    (sqlite3.SQLITE_IOERR, errors.DiskFailed),
    (sqlite3.SQLITE_IOERR_FSYNC, errors.DiskFailed),
    (sqlite3.SQLITE_NOLFS, errors.DiskFailed),
    (sqlite3.SQLITE_ERROR, None),
    (sqlite3.SQLITE_CONSTRAINT_UNIQUE, None),
    (sqlite3.SQLITE_MISUSE, None),
]


@pytest.mark.parametrize(("code", "kind"), CODES)
@pytest.mark.parametrize("wrapped", [True, False])
def test_a_code_of_sqlite_becomes_a_sentence(
    code: int, kind: type[Refusal] | None, wrapped: bool
) -> None:
    cause = sqlite3.OperationalError("what SQLite says")
    cause.sqlite_errorcode = code
    refusal = as_refusal(OperationalError("", None, cause) if wrapped else cause, PATH)
    assert type(refusal) is (kind or type(None))
    if refusal is not None:
        assert str(PATH) in str(refusal)
        assert refusal.facts["detail"] == "what SQLite says"


@pytest.mark.parametrize(
    "message", ['foreign key mismatch - "note" referencing "x"', "no such table: main.x"]
)
def test_references_that_no_schema_of_ours_has_are_damage(message: str) -> None:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorcode = sqlite3.SQLITE_ERROR
    assert isinstance(as_refusal(error, PATH), errors.ProjectDamaged)


@pytest.mark.parametrize(
    ("error", "damaged"),
    [
        (sqlite3.OperationalError("Could not decode to UTF-8 column"), True),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid"), True),
        (sqlite3.ProgrammingError("Cannot operate on a closed database."), False),
        (sqlite3.InterfaceError("bad parameter"), False),
    ],
)
def test_errors_without_a_code_are_damage_only_where_text_is_none(
    error: Exception, damaged: bool
) -> None:
    refusal = as_refusal(error, PATH)
    assert isinstance(refusal, errors.ProjectDamaged) is damaged
    assert (refusal is None) is not damaged


@pytest.mark.parametrize("error", [KeyError(7), ValueError("x"), TypeError("y")])
def test_rows_that_make_no_sense_are_refused_with_their_table(error: Exception) -> None:
    with (
        pytest.raises(RowsDamaged, match=f"table thing: {type(error).__name__}"),
        whole_rows("thing"),
    ):
        raise error


def test_other_errors_are_not_damage() -> None:
    with pytest.raises(ZeroDivisionError), whole_rows("thing"):
        raise ZeroDivisionError
    with pytest.raises(errors.NoSuchRow), whole_rows("thing"):
        raise errors.NoSuchRow(table="thing", id=1)
