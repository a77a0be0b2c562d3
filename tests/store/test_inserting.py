from __future__ import annotations

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import DBAPIError

from tests.store.world import World
from workbench.store import tables as t
from workbench.store.inserting import _driver_insert, insert_rows


def test_rows_arrive_as_sqlalchemy_would_write_them(world: World) -> None:
    row = {
        "id": 999,
        "uid": "o",
        "kind": "x",
        "coder_id": None,
        "article_id": 7,
        "time": "",
        "schema_revision": "",
        "state": "done",
        "state_time": "",
        "last_id": 2**40,
        "facts": {"title": "“题”", "none": None},
    }
    with world.project.database.writing() as connection:
        insert_rows(connection, t.operation, [row, {**row, "id": 1000, "uid": "p", "facts": {}}])
    written = [each for each in world.rows(t.operation) if each["id"] in (999, 1000)]
    assert written == [row, {**row, "id": 1000, "uid": "p", "facts": {}}]


def test_no_image_is_null_and_not_the_json_of_nothing(world: World) -> None:
    with world.gate() as gate:
        gate.insert(t.setting, [{"key": "a"}])
    with world.project.database.reading() as connection:
        types = connection.exec_driver_sql(
            "SELECT DISTINCT typeof(before), typeof(after) FROM change WHERE verb = 'insert'"
        ).all()
    assert types == [("null", "text")]


def test_a_row_that_lacks_a_column_is_a_fault_of_ours(world: World) -> None:
    with pytest.raises(KeyError), world.project.database.writing() as connection:
        insert_rows(connection, t.setting, [{"id": 1, "key": "a"}])


def test_errors_are_the_drivers_in_sqlalchemys_dress(world: World) -> None:
    row = {"id": 1, "key": None, "value": ""}
    with pytest.raises(DBAPIError, match="NOT NULL"), world.project.database.writing() as writer:
        insert_rows(writer, t.setting, [row])


def test_a_driver_that_takes_names_gets_names() -> None:
    statement, arranged = _driver_insert(t.setting, postgresql.dialect(paramstyle="pyformat"))
    assert "VALUES (%(id)s::BIGINT, %(key)s::VARCHAR, %(value)s::VARCHAR)" in statement
    row = {"id": 1, "key": "a", "value": "b"}
    assert arranged(row) == row
