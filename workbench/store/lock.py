"""One writer at a time: the lock beside a project file, and who holds it."""

from __future__ import annotations

import json
from pathlib import Path

from filelock import FileLock, Timeout

from workbench.store.errors import FolderMissing, ProjectOpenElsewhere


class ProjectLock:
    """Hold a project for writing.

    The operating system frees the lock when its process dies, so a stale one is
    taken over without asking; the note beside it only says who has the project.
    """

    def __init__(self, project: Path, owner: str) -> None:
        self._project = project
        self._note = project.with_name(project.name + ".owner")
        self._lock = FileLock(project.with_name(project.name + ".lock"))
        self._owner = owner

    def take(self) -> None:
        """Take the lock, or raise ProjectOpenElsewhere."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise ProjectOpenElsewhere(path=self._project, owner=self.holder()) from None
        except OSError as error:
            raise FolderMissing(path=self._project.parent) from error
        self._note.write_text(json.dumps({"owner": self._owner}), encoding="utf-8")

    def holder(self) -> str:
        """Return who has the project, as far as the note tells."""
        try:
            return str(json.loads(self._note.read_text(encoding="utf-8"))["owner"])
        except (OSError, ValueError, KeyError, TypeError):
            return "?"

    def release(self) -> None:
        """Give the project free and tidy up."""
        self._note.unlink(missing_ok=True)
        # Removed while held: whoever waits for it finds a fresh file.
        lock_file = Path(self._lock.lock_file)
        self._lock.release()
        lock_file.unlink(missing_ok=True)
