"""Bring an older project file to today's schema, with a backup beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, text

from workbench.store.database import Database
from workbench.store.errors import ProjectDamaged, ProjectReadOnly, ProjectTooNew


def revision_of(connection: Connection) -> str:
    """Return the schema revision that a project says it has."""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())


def migrate(database: Database, found: str, migrations: Path, target: str = "head") -> None:
    """Back up the file and run the migrations from `found` to `target` in one transaction.

    Raises:
        ProjectTooNew: `found` is no revision that this program knows.
        ProjectReadOnly: the file must be migrated but cannot be written.
        ProjectDamaged: after the migration a row names another that is not there.
    """
    # Alembic takes 100 ms to import and is needed for older files only.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found not in known:
        raise ProjectTooNew(path=database.path, found=found)
    if database.read_only:
        raise ProjectReadOnly(path=database.path)
    back_up(database.path, backup_path(database.path, found))
    with database.engine.connect() as connection:
        # Recreating a table must not delete what refers to it; the pragma works
        # outside a transaction only, hence on the driver's own connection.
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, target)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise ProjectDamaged(path=database.path, detail=f"orphan row in {broken[0]}")
    database.engine.dispose()


def backup_path(project: Path, revision: str) -> Path:
    """Return where the backup of a project of an older revision goes; never a file that exists."""
    plain = project.with_name(f"{project.stem}.before-{revision}{project.suffix}")
    path, count = plain, 1
    while path.exists():
        count += 1
        path = plain.with_name(f"{plain.stem}-{count}{plain.suffix}")
    return path


def back_up(project: Path, target: Path) -> None:
    """Copy a database as SQLite does it, safe also while it is open."""
    with closing(sqlite3.connect(project)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
