"""Freeze the codebook under a name; note what was looked at again under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.app.commands.base import Work
from workbench.app.commands.batch import tell_annotations
from workbench.app.commands.errors import ChangedSinceFrozen, NoName, NothingFrozen, VersionExists
from workbench.domain.codebook_differences import changed_rules
from workbench.domain.text import refuse_unstorable
from workbench.store.versions import (
    as_it_is,
    freeze,
    frozen,
    renamed_between,
    review,
    versions,
)


@dataclass(frozen=True)
class FreezeCodebook:
    """Keep the codebook as it is under a name; return the version's id.

    Annotations made from now on know that they were made under it.
    """

    kind: ClassVar[str] = "freeze_codebook"
    name: str
    note: str = ""

    def apply(self, work: Work) -> int:
        """Check the name and write the version."""
        for text in (self.name, self.note):
            refuse_unstorable(text)
        name = " ".join(self.name.split())
        if not name:
            raise NoName
        connection = work.gate.connection
        if any(each.name == name for each in versions(connection)):
            raise VersionExists(name=name)
        coder, note = work.coder.id, self.note.strip()
        work.tell(None, name=name)
        return freeze(work.gate, work.ids, work.stored, name, note, coder, work.time)


@dataclass(frozen=True)
class ReviewAnnotations:
    """Note that one has looked again at annotations of one's own under the newest version."""

    kind: ClassVar[str] = "review"
    annotations: tuple[int, ...]

    def apply(self, work: Work) -> None:
        """Check that the version says what the codebook says of them, and write it.

        Raises:
            NothingFrozen, ChangedSinceFrozen: a look under rules that nobody froze would be lost.
        """
        found = work.own_annotations(self.annotations)
        connection = work.gate.connection
        if not work.stored.versions:
            raise NothingFrozen
        newest = versions(connection)[-1]
        then, now = frozen(connection, newest.id), as_it_is(connection, work.stored)
        renamed = renamed_between(then.places, now.places)
        rules = changed_rules(then.codebook, now.codebook, renamed)
        if any(rules.concerning(work.codebook, each) for each in found):
            raise ChangedSinceFrozen(name=newest.name)
        review(work.gate, [each.id for each in found], newest.id)
        tell_annotations(work, found, name=newest.name)
