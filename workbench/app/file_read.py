"""What was seen in a file before it is imported, and what a person decides about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from workbench.app.duplicates import Likeness
from workbench.domain.errors import Refusal
from workbench.intake.choices import Recalled
from workbench.intake.sources import Source


def _nothing() -> Mapping[str, str]:
    return {}


class Decision(StrEnum):
    """What shall become of a file; `LINK` imports it as a rendering of its first likeness."""

    IMPORT = "import"
    SKIP = "skip"
    LINK = "link"


class Counts(NamedTuple):
    """How long a cleaned article is: characters of its text, and of its notes, told apart.

    `cut` counts the characters that one can see and that were taken away; `notes` are how many,
    `noted` their characters.
    """

    kept: int
    cut: int
    notes: int
    noted: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What a person decided about one file.

    `fields`: those of the bibliography that were corrected; `restored`: cuts taken back, and
    `cut`: what was cut beyond them, both as spans of the article's `source_text`.
    """

    fields: Mapping[str, str] = field(default_factory=_nothing)
    restored: frozenset[tuple[int, int]] = frozenset()
    cut: frozenset[tuple[int, int]] = frozenset()
    decision: Decision = Decision.IMPORT


@dataclass(frozen=True, slots=True)
class FileRead:
    """What was seen in one file: no bytes and no text, so that ten thousand of them are small.

    Its counts are those of `Counts`. `fields` is the bibliography as guessed, `changes` what a
    person made of it. A file with a `refusal`, or `passed_over` in a folder since nothing says
    that it is an article, is not imported. `recalled`: what was decided about lines of its site
    before; `fingerprint`: of its text, before a person's changes; `follows`: the title of a file
    of the same site in this import whose decisions reach it, empty if none do.
    """

    source: Source
    fields: Mapping[str, str] = field(default_factory=_nothing)
    kept: int = 0
    cut: int = 0
    notes: int = 0
    noted: int = 0
    encoding: str = ""
    reader: str = ""
    sha256: str = ""
    warnings: tuple[str, ...] = ()
    refusal: Refusal | None = None
    likeness: tuple[Likeness, ...] = ()
    changes: Changes = field(default_factory=Changes)
    recalled: Recalled = field(default_factory=Recalled)
    fingerprint: bytes = b""
    follows: str = ""

    @property
    def passed_over(self) -> bool:
        """Whether nothing says that it is an article."""
        return self.source.passed_over

    @property
    def left_out(self) -> bool:
        """Whether it is a table that a person left out when its columns were asked for."""
        return self.passed_over and self.source.table is not None

    @property
    def comes(self) -> bool:
        """Whether it becomes an article of the project."""
        return self.can_come and self.changes.decision is not Decision.SKIP

    @property
    def can_come(self) -> bool:
        """Whether it can become an article of the project, if that is what a person decides."""
        return self.refusal is None and not self.passed_over

    @property
    def title(self) -> str:
        """The title, as corrected."""
        return self.about("title")

    def about(self, name: str) -> str:
        """Return a field of the bibliography (of `EDITABLE`), as corrected."""
        return self.changes.fields.get(name, self.fields.get(name, ""))

    @property
    def duplicate_of(self) -> Likeness | None:
        """What it is skipped for or linked to; None if it is imported as it is."""
        stays = self.changes.decision is Decision.IMPORT or not self.likeness
        return None if stays else self.likeness[0]

    def corrected(self, **fields: str) -> FileRead:
        """Return the file with fields of its bibliography corrected; an empty title is not."""
        given = {name: value.strip() for name, value in fields.items()}
        if not given.get("title", "?"):
            del given["title"]
        return self._with(replace(self.changes, fields={**self.changes.fields, **given}))

    def decided(self, decision: Decision) -> FileRead:
        """Return the file with what shall become of it."""
        return self._with(replace(self.changes, decision=decision))

    def recut(
        self, restored: frozenset[tuple[int, int]], cut: frozenset[tuple[int, int]]
    ) -> FileRead:
        """Return the file with other cuts."""
        return self._with(replace(self.changes, restored=restored, cut=cut))

    def _with(self, changes: Changes) -> FileRead:
        return replace(self, changes=changes) if self.can_come else self
