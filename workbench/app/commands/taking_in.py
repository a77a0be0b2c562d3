"""Take a coded project of another program in: articles, codebook, coders, annotations at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from workbench.app.commands.base import Work
from workbench.app.commands.coming import There, planned
from workbench.app.commands.taking_parts import TakenIn, Writing
from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.exchange.project.model import ForeignProject
from workbench.store.annotations import annotations_of
from workbench.store.articles import articles_with_texts
from workbench.store.codebook_rows import StoredCodebook
from workbench.store.coders import coders
from workbench.store.database import Connection

_UNWATCHED = NoProgress()


@dataclass(frozen=True)
class TakeInProject:
    """Bring in all of a coded project that is `settled`, as one step; return what came of it.

    An article that is there with the very same text takes the annotations; what is there of them
    already is not repeated. Its own coders keep theirs.
    """

    kind: ClassVar[str] = "take_in_project"
    project: ForeignProject
    progress: Progress = _UNWATCHED

    def apply(self, work: Work) -> TakenIn:
        """Work out what is new, check it and write it."""
        there = what_is_there(work.gate.connection, work.stored)
        writing = Writing(planned(there, self.project, work.coder.name), self.progress)
        for _ in writing.write_all(work):
            refuse_if_cancelled(self.progress)
        return writing.came()


@dataclass(frozen=True)
class TakeInPart:
    """Bring in the next part of a coded project; return whether there may be more."""

    kind: ClassVar[str] = TakeInProject.kind
    writing: Writing

    def apply(self, work: Work) -> bool:
        """Write it."""
        return self.writing.go_on(work)


def what_is_there(connection: Connection, stored: StoredCodebook) -> There:
    """Return what a plan asks of the project that takes another one in."""
    return There(
        stored.codebook,
        coders(connection),
        partial(articles_with_texts, connection),
        lambda article: annotations_of(connection, stored, article, None),
    )
