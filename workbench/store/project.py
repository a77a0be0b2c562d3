"""Make, open and close a project file; run operations in it."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from workbench.domain.annotation import Coder
from workbench.domain.changes import Changed, OperationInfo
from workbench.domain.errors import Refusal
from workbench.domain.ids import Ids
from workbench.store import history
from workbench.store.coders import add_coder
from workbench.store.database import (
    Database,
    connect,
    engine_on,
    fold_into_one_file,
    log_of,
    translated,
)
from workbench.store.errors import (
    DiskFull,
    FolderMissing,
    HistoryConflict,
    NameTooLong,
    NothingToUndo,
    ProjectExists,
    ProjectReadOnly,
)
from workbench.store.gate import Gate
from workbench.store.inserting import insert_rows
from workbench.store.inspection import (
    refuse_if_incomplete,
    refuse_if_no_project,
    refuse_if_unwritable,
    schema_revision,
)
from workbench.store.lock import ProjectLock, is_held
from workbench.store.migrations import migrate
from workbench.store.soundness import refuse_unsound
from workbench.store.tables import APPLICATION_ID, SCHEMA_REVISION, metadata, operation
from workbench.store.work_times import add_seconds


@dataclass
class Operation:
    """One action being carried out: its gate, and what the history will say of it.

    `changed` is filled in once it is committed; None if it changed nothing.
    """

    gate: Gate
    article: int | None = None
    facts: dict[str, str] = field(default_factory=dict[str, str])
    changed: Changed | None = None


class Project:
    """An open project: read from it, and run operations in it."""

    def __init__(self, database: Database, lock: ProjectLock | None, ids: Ids) -> None:
        self.database = database
        self.path = database.path
        self.read_only = database.read_only
        self.ids = ids
        #: Where the file is kept as it was, if an older version had made it.
        self.backup: Path | None = None
        self._lock = lock
        # A log that nobody is writing is left as it was found: looking changes nothing.
        self._log_is_ours = lock is None and (not log_of(self.path).exists() or is_held(self.path))
        # Coders who are known to have nothing to redo: nobody else writes here.
        self._at_the_end: set[int | None] = set()
        with database.reading() as connection:
            self._last_id = history.last_id(connection)

    @property
    def is_unfinished(self) -> bool:
        """Whether it ended, when it was made, before anything was put into it."""
        return self._last_id == 0

    @contextmanager
    def operation(
        self, kind: str, coder: int | None, time: str, *, undoable: bool = True
    ) -> Generator[Operation]:
        """Run one action in one transaction as one undo step.

        Nothing is left behind if the body raises or writes nothing.

        Raises:
            ProjectReadOnly, ProjectBusy, DiskFull, …: nothing was changed.
        """
        with self._writing() as connection:
            doing = Operation(Gate(connection, self._last_id + 1))
            yield doing
            self._finish(doing)
            state = history.DONE if undoable else history.KEPT
            self._record(doing, kind, coder, time, state)
        if doing.gate.touched:
            self._committed(doing)
            self._at_the_end.add(coder)

    @contextmanager
    def entering(self, kind: str, name: str, time: str) -> Generator[tuple[Operation, Coder]]:
        """Run a coder's first action: the coder is entered with it, by an operation of its own.

        Neither is left behind if the body raises or writes nothing.

        Raises:
            ProjectReadOnly, ProjectBusy, DiskFull, …: nothing was changed.
        """
        with self._writing() as connection:
            entry = Operation(Gate(connection, self._last_id + 1))
            coder = add_coder(entry.gate, self.ids, name, time)
            entry.facts["name"] = coder.name
            entry.gate.flush()
            self._record(entry, "add_coder", None, time, history.KEPT)
            doing = Operation(Gate(connection, entry.gate.last_id + 1))
            yield doing, coder
            self._finish(doing)
            self._record(doing, kind, coder.id, time, history.DONE)
        if doing.gate.touched:
            self._committed(doing)
            self._at_the_end.add(coder.id)

    @contextmanager
    def continued(self, operation_id: int) -> Generator[Operation]:
        """Do more of an operation, in one transaction of its own: undo takes back all of it.

        Others may have come in between, also its coder's own. Since undo takes those back first
        and redo repeats them last, what is added may rest on nothing that they did.

        Raises:
            OperationOver: it was taken back meanwhile.
            ProjectReadOnly, ProjectBusy, DiskFull, …: nothing was changed.
        """
        with self._writing() as connection:
            info, step = history.to_go_on(connection, operation_id)
            gate = Gate(connection, operation_id, self._last_id, step)
            doing = Operation(gate, info.article, dict(info.facts))
            yield doing
            self._finish(doing)
            now = replace(info, article=doing.article, facts=doing.facts)
            history.went_on(connection, now, gate.last_id)
        if doing.gate.touched:
            self._committed(doing)

    @contextmanager
    def _writing(self) -> Generator[Connection]:
        """Give the writer; what has nothing to write is rolled back without a word."""
        self._refuse_if_read_only()
        with contextlib.suppress(_NothingWrittenError), self.database.writing() as connection:
            yield connection

    def _finish(self, doing: Operation) -> None:
        if not doing.gate.touched:
            raise _NothingWrittenError
        doing.gate.flush()

    def _committed(self, doing: Operation) -> None:
        """Only now does the project know of it."""
        self._last_id = doing.gate.last_id
        doing.changed = doing.gate.touched.changed(doing.article, doing.gate.operation_id)

    def _record(
        self, doing: Operation, kind: str, coder: int | None, time: str, state: str
    ) -> None:
        connection = doing.gate.connection
        if coder not in self._at_the_end:
            history.drop_undone(connection, coder, time)
        row = {
            "id": doing.gate.operation_id,
            "uid": self.ids.new("o"),
            "kind": kind,
            "coder_id": coder,
            "article_id": doing.article,
            "time": time,
            "schema_revision": SCHEMA_REVISION,
            "state": state,
            "state_time": time,
            "last_id": doing.gate.last_id,
            "facts": doing.facts,
        }
        insert_rows(connection, operation, [row])

    def undo(self, coder: int, time: str) -> Changed:
        """Take back the coder's latest operation, in one transaction.

        Raises:
            NothingToUndo, HistoryConflict: nothing was changed.
        """
        return self._replay(history.undo, coder, time)

    def redo(self, coder: int, time: str) -> Changed:
        """Repeat what the coder took back last, in one transaction.

        Raises:
            NothingToRedo, HistoryConflict: nothing was changed.
        """
        return self._replay(history.redo, coder, time)

    def travel(self, coder: int, point: int, time: str) -> Changed:
        """Take back or repeat the coder's steps until just after one, in one transaction.

        Raises:
            NothingToUndo, HistoryConflict: nothing was changed.
        """

        def step(connection: Connection, coder: int, time: str) -> Changed:
            def check(operation_id: int) -> None:
                refuse_unsound(connection, operation_id, coder)

            return history.travel(connection, coder, point, time, check)

        return self._replay(step, coder, time)

    def steps_to(self, coder: int, point: int) -> list[OperationInfo]:
        """Return the steps that `travel` would take back or repeat, in turn."""
        with self.database.reading() as connection:
            return history.steps_to(connection, coder, point)

    def _replay(
        self, step: Callable[[Connection, int, str], Changed], coder: int, time: str
    ) -> Changed:
        self._refuse_if_read_only()
        self._at_the_end.discard(coder)
        try:
            with self.database.writing() as connection:
                changed = step(connection, coder, time)
                refuse_unsound(connection, changed.operation, coder)
        except IntegrityError as error:
            # A key that is taken shows at once, a row that others still name at the commit.
            raise HistoryConflict from error
        return changed

    def skip_undo(self, coder: int, time: str) -> None:
        """Leave the coder's latest operation as it is, so that undo reaches those before it.

        Raises:
            NothingToUndo
        """
        self._refuse_if_read_only()
        with self.database.writing() as connection:
            info = history.next_undo(connection, coder)
            if info is None:
                raise NothingToUndo
            history.keep(connection, info.id, time)

    def add_time(self, coder: int, seconds: Mapping[tuple[int, str], int]) -> None:
        """Add to the time that a coder worked on articles, outside the history.

        Raises:
            ProjectReadOnly
        """
        self._refuse_if_read_only()
        with self.database.writing() as connection:
            add_seconds(connection, coder, seconds)

    def next_steps(self, coder: int) -> tuple[OperationInfo | None, OperationInfo | None]:
        """Return what undo and what redo would do."""
        with self.database.reading() as connection:
            return history.next_undo(connection, coder), history.next_redo(connection, coder)

    def next_undo(self, coder: int) -> OperationInfo | None:
        """Return what undo would do."""
        with self.database.reading() as connection:
            return history.next_undo(connection, coder)

    def next_redo(self, coder: int) -> OperationInfo | None:
        """Return what redo would do."""
        with self.database.reading() as connection:
            return history.next_redo(connection, coder)

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise ProjectReadOnly(path=self.path)

    def close(self) -> None:
        """Close the file; afterwards it is one file, safe to mail or sync."""
        try:
            self.database.close()
        finally:
            if self._lock is not None:
                self._lock.release()
        if self.read_only and self._log_is_ours and log_of(self.path).exists():
            _fold_if_alone(self.path)


def _fold_if_alone(path: Path) -> None:
    """Fold the log that a writer had to leave because this reader was at work."""
    with contextlib.suppress(Refusal, OSError):
        refuse_if_unwritable(path)
        lock = ProjectLock(path, "")
        lock.take()
        try:
            fold_into_one_file(path)
        finally:
            lock.release()


class _NothingWrittenError(Exception):
    """Roll back an operation that had nothing to do."""


def create_project(path: Path, ids: Ids, owner: str) -> Project:
    """Make an empty project file at `path` and open it.

    Raises:
        ProjectExists, FolderMissing, ProjectOpenElsewhere, DiskFull: nothing is left behind.
    """
    lock = _claimed(path, owner)
    try:
        _lay_out(path)
        return _opened(path, lock, ids)
    except BaseException:
        discard(path)
        lock.release()
        raise


def _claimed(path: Path, owner: str) -> ProjectLock:
    """Return the lock of a new, still empty file, or leave nothing behind."""
    with contextlib.ExitStack() as undo:
        try:
            if path.exists() or path.is_symlink():
                raise ProjectExists(path=path)
            if not path.parent.is_dir():
                raise FolderMissing(path=path.parent)
            _look_beside(path)
            lock = ProjectLock(path, owner)
            undo.callback(lock.release)
            lock.take()
            path.touch(exist_ok=False)
        except FileExistsError as error:
            raise ProjectExists(path=path) from error
        except (OSError, ValueError) as error:
            raise _not_made(path, error) from error
        undo.pop_all()
    return lock


def _look_beside(path: Path) -> None:
    """Raise what the system says of the longest name of a file that SQLite will put beside it."""
    with contextlib.suppress(FileNotFoundError):
        path.with_name(path.name + "-journal").stat()


def _not_made(path: Path, error: OSError | ValueError) -> Refusal:
    """Return why the system made no file."""
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENOSPC:
        return DiskFull(path=path)
    if number == errno.ENAMETOOLONG:
        return NameTooLong(name=path.name)
    return FolderMissing(path=path.parent)


def _lay_out(path: Path) -> None:
    """Write the empty tables, without a write-ahead log: the file is a project or nothing."""
    engine = engine_on(lambda: connect(path, "rw"))
    try:
        with translated(path), engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            metadata.create_all(connection)
            connection.execute(
                text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
            )
            connection.execute(
                text("INSERT INTO alembic_version VALUES (:revision)"),
                {"revision": SCHEMA_REVISION},
            )
    finally:
        engine.dispose()


def discard(path: Path) -> None:
    """Remove a project file that was never finished, and what lies beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def open_project(
    path: Path, ids: Ids, owner: str, migrations: Path, *, read_only: bool = False
) -> Project:
    """Open a project file, for writing unless `read_only`.

    An older file is backed up and migrated first (`migrations`: Alembic's folder).

    Raises:
        ProjectMissing, NotAProject, ProjectTooNew, ProjectDamaged, ProjectOpenElsewhere,
        ProjectReadOnly (the file or its folder cannot be written to), ProjectOlder (it would have
        to be migrated, which reading does not do): nothing was changed.
    """
    refuse_if_no_project(path, read_only=read_only)
    lock = None if read_only else _locked(path, owner)
    try:
        found = schema_revision(path, read_only=read_only)
        is_older = found != SCHEMA_REVISION
        backup = migrate(path, found, migrations, read_only=read_only) if is_older else None
        refuse_if_incomplete(path, read_only=read_only)
        project = _opened(path, lock, ids)
        project.backup = backup
        return project
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _locked(path: Path, owner: str) -> ProjectLock:
    refuse_if_unwritable(path)
    lock = ProjectLock(path, owner)
    try:
        lock.take()
    except OSError as error:
        full = error.errno == errno.ENOSPC
        raise (DiskFull if full else ProjectReadOnly)(path=path) from error
    return lock


def _opened(path: Path, lock: ProjectLock | None, ids: Ids) -> Project:
    database = Database(path, read_only=lock is None)
    try:
        return Project(database, lock, ids)
    except BaseException:
        database.close()
        raise
