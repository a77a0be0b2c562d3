"""Bring an older project file to today's schema, with a backup beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.store.database import connect, engine_on, translated
from workbench.store.errors import ProjectDamaged, ProjectOlder, ProjectTooNew
from workbench.store.inspection import refuse_if_unwritable

if TYPE_CHECKING:
    from alembic.config import Config


def migrate(
    path: Path, found: str, migrations: Path, *, read_only: bool = False, target: str = "head"
) -> Path:
    """Back up the file and run the migrations from `found` to `target` in one transaction.

    Returns where the backup is.

    Raises:
        ProjectTooNew: `found` is no revision that this program knows.
        ProjectOlder, ProjectReadOnly: the file must be migrated, and is to be read only or may
            not be written to at all.
        ProjectDamaged: after the migration a row names another that is not there.
    """
    # Alembic takes 100 ms to import and is needed for older files only.
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found not in known:
        raise ProjectTooNew(path=path, found=found)
    if read_only:
        refuse_if_unwritable(path, with_folder=True)
        raise ProjectOlder(path=path)
    backup = backup_path(path, found)
    with translated(path):
        back_up(path, backup)
        try:
            _upgrade(path, config, target)
        except BaseException:
            # The file is as it was: each further try would leave one more copy.
            backup.unlink()
            raise
    return backup


def _upgrade(path: Path, config: Config, target: str) -> None:
    from alembic import command

    engine = engine_on(lambda: _without_foreign_keys(path)).execution_options(writes=True)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, target)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise ProjectDamaged(path=path, detail=f"orphan row in {broken[0]}")
    finally:
        engine.dispose()


def _without_foreign_keys(path: Path) -> sqlite3.Connection:
    # Making a table anew must not delete what refers to it, and the pragma works outside
    # a transaction only. No write-ahead log either: the file stays alone.
    raw = connect(path, "rw")
    raw.execute("PRAGMA foreign_keys=OFF")
    return raw


def backup_path(project: Path, revision: str) -> Path:
    """Return where the backup of a project of an older revision goes; never a file that exists."""
    plain = project.with_name(f"{project.stem}.before-{revision}{project.suffix}")
    path, count = plain, 1
    while path.exists():
        count += 1
        path = plain.with_name(f"{plain.stem}-{count}{plain.suffix}")
    return path


def back_up(project: Path, target: Path) -> None:
    """Copy a database as SQLite does it, safe also while it is open; all of it or nothing."""
    try:
        with closing(connect(project, "ro")) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    except BaseException:
        target.unlink(missing_ok=True)
        raise
