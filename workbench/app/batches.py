"""Write articles in batches, a transaction each, all of them one undo step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbench.app.commands import ImportArticles
from workbench.app.errors import Cancelled
from workbench.app.session import Session, Step
from workbench.domain.article import NewArticle
from workbench.intake.choices import Choice
from workbench.store.errors import (
    DiskFailed,
    DiskFull,
    NotAProject,
    OperationOver,
    ProjectBusy,
    ProjectDamaged,
    ProjectMoved,
    ProjectReadOnly,
    RowsDamaged,
)

#: A batch ends with the article that brings it to so many, or to so many bytes: small enough
#: that the window is not felt to stop while it is written, large enough that commits cost little.
MOST_ARTICLES = 25
MOST_BYTES = 1_000_000

#: What no other article would be spared: the project takes nothing, or nobody wants it to.
_OF_THE_PROJECT = (
    Cancelled,
    DiskFailed,
    DiskFull,
    NotAProject,
    OperationOver,
    ProjectBusy,
    ProjectDamaged,
    ProjectMoved,
    ProjectReadOnly,
    RowsDamaged,
)


@dataclass(frozen=True, slots=True)
class Coming:
    """An article that is about to be written, and what is kept beside it."""

    article: NewArticle
    fingerprint: bytes = b""
    choices: tuple[Choice, ...] = ()


class Batches:
    """Take articles one by one and write them together; `ids` has those that are written.

    An article that cannot be written stops no other: it is among those that `failures` gives.
    `in_turn` calls its argument in the session's thread.
    """

    def __init__(self, session: Session, in_turn: Callable[[Callable[[], None]], None]) -> None:
        self.ids: dict[int, int] = {}
        self._session = session
        self._in_turn = in_turn
        self._step = Step()
        self._waiting: dict[int, Coming] = {}
        self._bytes = 0
        self._failed: dict[int, Exception] = {}

    def waits(self, place: int) -> Coming | None:
        """Return the article of the file at `place`, if it is about to be written."""
        return self._waiting.get(place)

    def failures(self) -> Mapping[int, Exception]:
        """Return why articles could not be written, by their files; each is told once."""
        failed, self._failed = self._failed, {}
        return failed

    def take(self, place: int, coming: Coming) -> None:
        """Take the article of the file at `place`, and write the batch if it is full.

        Raises:
            Refusal: what `flush` raises.
        """
        self._waiting[place] = coming
        self._bytes += len(coming.article.original) + len(coming.article.text)
        if len(self._waiting) >= MOST_ARTICLES or self._bytes >= MOST_BYTES:
            self.flush()

    def flush(self) -> None:
        """Write what waits.

        Raises:
            Refusal: the project took no more, and what waited is given up; what was written
                before stays, unless it is an OperationOver.
        """
        batch, self._waiting, self._bytes = self._waiting, {}, 0
        if not batch:
            return
        try:
            self._write_each(batch)
        except OperationOver:
            self.ids.clear()  # what was written has been taken back
            raise

    def _write_each(self, batch: Mapping[int, Coming]) -> None:
        """Write a batch, one by one if there is one in it that cannot be written."""
        written = self._step.written
        try:
            self._write(batch)
        except _OF_THE_PROJECT:
            raise
        except Exception as error:
            if self._step.written > written:  # it is kept: who was told of it has failed
                raise
            if len(batch) == 1:
                self._failed.update(dict.fromkeys(batch, error))
                return
            for place, coming in batch.items():
                self._write_each({place: coming})

    def _write(self, batch: Mapping[int, Coming]) -> None:
        command = ImportArticles(
            tuple(each.article for each in batch.values()),
            tuple(choice for each in batch.values() for choice in each.choices),
            tuple(each.fingerprint for each in batch.values()),
        )

        def write() -> None:
            ids = self._session.run(command, self._step)
            self.ids.update(zip(batch, ids, strict=True))

        self._in_turn(write)
