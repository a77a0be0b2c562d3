"""Where one article comes from: a file, a member of an archive, a row of a table."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from workbench.domain.errors import Refusal
from workbench.intake.limits import USUAL, Allowed
from workbench.intake.tables.model import TableChoice


@dataclass(frozen=True, slots=True)
class Source:
    """One article's place: a file, or `member` of an archive, or a `row` of either.

    `passed_over`: it lies in a folder or an archive, and nothing says that it is an article.
    `at`: the byte that the row begins with, 0 where nobody knows; `refusal`: why it is none,
    where that was seen on the way to it; `allowed`: how large it may be.
    """

    path: Path
    member: str = ""
    passed_over: bool = False
    row: int = 0
    table: TableChoice | None = field(default=None, compare=False)
    refusal: Refusal | None = field(default=None, compare=False)
    at: int = field(default=0, compare=False)
    allowed: Allowed = field(default=USUAL, compare=False, repr=False)

    @property
    def name(self) -> str:
        """What people see."""
        return f"{self.container}#{self.row}" if self.row else self.container

    @property
    def container(self) -> str:
        """The name of the file or member, also where it is one row of that."""
        name = readable(self.path.name or str(self.path))
        return f"{name}/{self.member}" if self.member else name

    @property
    def shown(self) -> str:
        """Where it is, its path as it was named."""
        place = f"{self.path}/{self.member}" if self.member else str(self.path)
        return f"{place}#{self.row}" if self.row else place

    @property
    def size(self) -> int:
        """How many bytes there are to be read; 0 where nobody knows, as of a part of a file."""
        if self.member or self.row:
            return 0
        try:
            return self.path.stat().st_size
        except (OSError, ValueError):
            return 0


def readable(name: str) -> str:
    """Return a file's name; bytes that are no UTF-8 are the GB18030 of an older system."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", errors="replace")
    return name
