"""What one asks of the memos of an open project, and of the time worked on its articles."""

from __future__ import annotations

from workbench.domain.memo import Memo, Subject
from workbench.store import memos as memo_rows
from workbench.store import work_times
from workbench.store.codebook_rows import StoredCodebook
from workbench.store.database import Database

__all__ = ["MemoQueries"]


class MemoQueries:
    """The part of a session that tells of memos and of time."""

    @property
    def stored(self) -> StoredCodebook:
        """The codebook with the ids of its rows."""
        raise NotImplementedError

    @property
    def database(self) -> Database:
        """The database."""
        raise NotImplementedError

    def memos(self, subject: Subject | None = None) -> list[Memo]:
        """Return the memos of every coder on a subject, or on all, in the order of writing."""
        with self.database.reading() as connection:
            return memo_rows.memos(connection, self.stored, subject)

    def seconds_on(self, article: int) -> dict[int, int]:
        """Return how many seconds each coder, by id, worked on an article."""
        with self.database.reading() as connection:
            return work_times.seconds_on(connection, article)
