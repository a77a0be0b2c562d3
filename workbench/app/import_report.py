"""What an import came to, file by file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.app.file_read import Decision, FileRead
from workbench.domain.errors import Refusal


class Fate(StrEnum):
    """What became of a file; `LEFT` was not reached before the end."""

    IMPORTED = "imported"
    LINKED = "linked"
    SKIPPED = "skipped"
    REFUSED = "refused"
    PASSED_OVER = "passed_over"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: which article, or the reason why not."""

    file: FileRead
    fate: Fate
    article: int | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True)
class ImportReport:
    """What became of every file, in their order.

    `cancelled`: the user ended it; `stopped`: why the project took no more.
    What was imported before stays, and is one undo step.
    """

    outcomes: tuple[Outcome, ...]
    cancelled: bool = False
    stopped: Refusal | None = None

    @property
    def ids(self) -> list[int]:
        """The new articles, in the order of their files."""
        return [each.article for each in self.outcomes if each.article is not None]

    def of(self, *fates: Fate) -> list[Outcome]:
        """Return the files that met one of these fates."""
        return [each for each in self.outcomes if each.fate in fates]


def before_reading(file: FileRead) -> Outcome:
    """Return what becomes of a file that is not read again, `LEFT` of one that is."""
    if file.passed_over:
        return Outcome(file, Fate.SKIPPED if file.left_out else Fate.PASSED_OVER)
    if file.refusal is not None:
        return Outcome(file, Fate.REFUSED, refusal=file.refusal)
    return Outcome(file, Fate.LEFT if file.comes else Fate.SKIPPED)


def would_import(files: Sequence[FileRead]) -> ImportReport:
    """Return what importing the files would come to, with nothing done."""
    fates = {Decision.IMPORT: Fate.IMPORTED, Decision.LINK: Fate.LINKED}
    outcomes = [before_reading(file) for file in files]
    return ImportReport(
        tuple(
            replace(each, fate=fates[each.file.changes.decision])
            if each.fate is Fate.LEFT
            else each
            for each in outcomes
        )
    )
