"""One writer at a time: the lock beside a project file, and who holds it."""

from __future__ import annotations

import contextlib
import json
from errno import EACCES
from os import strerror
from pathlib import Path

from filelock import FileLock, Timeout

from workbench.store.errors import ProjectOpenElsewhere


class ProjectLock:
    """Hold a project for writing.

    The operating system frees the lock when its process dies, so a stale one is
    taken over without asking; the note beside it only says who has the project.
    """

    def __init__(self, project: Path, owner: str) -> None:
        # Two names of one file must meet at one lock.
        real = project.resolve()
        self._project = project
        self._note = real.with_name(real.name + ".owner")
        self._file = real.with_name(real.name + ".lock")
        # A project is opened behind the window and closed by it, in another thread.
        self._lock = FileLock(self._file, thread_local=False)
        self._owner = owner

    def take(self) -> None:
        """Take the lock.

        Raises:
            ProjectOpenElsewhere: another holds it.
            OSError: the folder takes no files.
        """
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            if not self._file.exists():  # nobody has it: the lock could not be made at all
                raise PermissionError(EACCES, strerror(EACCES), str(self._file)) from None
            raise ProjectOpenElsewhere(path=self._project, owner=self.holder()) from None
        # The note is a courtesy: a full disk must not keep anyone from their project.
        with contextlib.suppress(OSError):
            self._note.write_text(json.dumps({"owner": self._owner}), encoding="utf-8")

    def holder(self) -> str:
        """Return who has the project, as far as the note tells."""
        try:
            return str(json.loads(self._note.read_text(encoding="utf-8"))["owner"])
        except (OSError, ValueError, KeyError, TypeError):
            return "?"

    def release(self) -> None:
        """Give the project free and tidy up; a second time does nothing."""
        if not self._lock.is_locked:
            return
        _removed(self._note)
        # While it is held: who opened the old file meanwhile sees that it has no name
        # any more and tries again. Windows removes no open file, and needs no such care.
        removed = _removed(self._file)
        self._lock.release()
        if not removed:
            _removed(self._file)


def is_held(project: Path) -> bool:
    """Tell whether a living process has the project open for writing."""
    real = project.resolve()
    file = real.with_name(real.name + ".lock")
    if not file.exists():
        return False
    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:
        return False
    lock.release()
    return False


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
