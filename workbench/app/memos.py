"""What one asks of the memos of an open project, and of the time worked on its articles."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.app.queries import Queries
from workbench.domain.memo import PROJECT, Memo, Subject
from workbench.store import memos as memo_rows
from workbench.store import work_times

__all__ = ["PROJECT", "Memo", "MemoFound", "MemoQueries", "Subject"]


@dataclass(frozen=True, slots=True)
class MemoFound:
    """A memo on anything: on `subject`, or on an annotation (then `layer` and `quote` are its).

    `memo` is the id of one that is no annotation's; `article` is where it is gone to.
    """

    subject: Subject
    text: str
    coder: int | None
    modified: str
    memo: int | None = None
    annotation: int | None = None
    article: int | None = None
    about: str = ""
    layer: str = ""
    quote: str = ""


class MemoQueries(Queries):
    """The part of a session that tells of memos and of time."""

    def memos(self, subject: Subject | None = None) -> list[Memo]:
        """Return the memos of every coder on a subject, or on all, in the order of writing."""
        with self.database.reading() as connection:
            return memo_rows.memos(connection, self.stored, subject)

    def all_memos(self) -> list[MemoFound]:
        """Return every memo of the project, also those of annotations."""
        with self.database.reading() as connection:
            on_things = [
                MemoFound(
                    each.subject,
                    each.text,
                    each.coder,
                    each.modified,
                    memo=each.id,
                    article=each.subject.article,
                    about=each.about,
                )
                for each in memo_rows.memos(connection, self.stored)
            ]
            on_marks = [
                MemoFound(
                    PROJECT,
                    text,
                    coder,
                    modified,
                    annotation=id_,
                    article=article,
                    layer=layer,
                    quote=quote,
                )
                for id_, article, coder, layer, quote, text, modified in (
                    memo_rows.annotation_memos(connection)
                )
            ]
        return on_things + on_marks

    def seconds_on(self, article: int) -> dict[int, int]:
        """Return how many seconds each coder, by id, worked on an article."""
        with self.database.reading() as connection:
            return work_times.seconds_on(connection, article)
