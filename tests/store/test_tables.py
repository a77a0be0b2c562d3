from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Integer, inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from tests.store.world import MIGRATIONS
from workbench.store import tables as t
from workbench.store.database import connect, engine_on


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def _options(key: Any) -> list[tuple[str, Any]]:
    return sorted(key.get("options", {}).items())


def _structure(connection: Connection) -> dict[str, Any]:
    seen = inspect(connection)

    def of(table: str) -> dict[str, Any]:
        columns = {
            each["name"]: (str(each["type"]), each["nullable"], each["default"])
            for each in seen.get_columns(table)
        }
        keys = sorted(
            (key["name"], key["constrained_columns"], key["referred_table"], _options(key))
            for key in seen.get_foreign_keys(table)
        )
        uniques = sorted((u["name"], u["column_names"]) for u in seen.get_unique_constraints(table))
        indexes = sorted(
            (i["name"], i["column_names"], i["unique"]) for i in seen.get_indexes(table)
        )
        sql = connection.exec_driver_sql(
            f"SELECT sql FROM sqlite_master WHERE name = '{table}'"
        ).scalar_one()
        return {
            "columns": columns,
            "primary": seen.get_pk_constraint(table),
            "keys": keys,
            "uniques": uniques,
            "indexes": indexes,
            "without rowid": "WITHOUT ROWID" in sql,
        }

    return {table: of(table) for table in seen.get_table_names()}


def _empty(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("VACUUM")
    return path


def test_migrations_make_the_schema_of_the_metadata(tmp_path: Path) -> None:
    declared = engine_on(lambda: connect(_empty(tmp_path / "declared"), "rw"))
    migrated = engine_on(lambda: connect(_empty(tmp_path / "migrated"), "rw"))
    try:
        with declared.begin() as connection:
            t.metadata.create_all(connection)
            wanted = _structure(connection)
        with migrated.begin() as connection:
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            found = _structure(connection)
    finally:
        declared.dispose()
        migrated.dispose()
    assert found.pop("alembic_version")
    assert found == wanted


def test_the_revision_is_the_head_of_the_migrations() -> None:
    assert ScriptDirectory.from_config(_config()).get_heads() == [t.SCHEMA_REVISION]


def test_the_journalled_tables_are_all_but_the_append_only_and_the_journal() -> None:
    apart = {"original", "text_version", "fingerprint", "work_time", "operation", "change"}
    assert set(t.JOURNALLED) == set(t.metadata.tables) - apart


@pytest.mark.parametrize("name", sorted(t.JOURNALLED))
def test_every_journalled_table_has_an_integer_id_that_the_database_does_not_give(
    name: str,
) -> None:
    (key,) = t.JOURNALLED[name].primary_key.columns
    assert key.name == "id"
    assert isinstance(key.type, Integer)
    assert key.autoincrement is False


@pytest.mark.parametrize("name", sorted(t.metadata.tables))
def test_every_table_can_be_made_on_postgresql(name: str) -> None:
    sql = str(CreateTable(t.metadata.tables[name]).compile(dialect=postgresql.dialect()))
    assert f"CREATE TABLE {name}" in sql
    assert "AUTOINCREMENT" not in sql
    assert "SERIAL" not in sql


def test_the_mark_of_a_project_is_its_letters() -> None:
    assert t.APPLICATION_ID.to_bytes(4, "big") == b"PZWB"
