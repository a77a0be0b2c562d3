"""What an operation touched: enough for a panel to patch what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changed:
    """Tables and the ids touched in them; None instead of ids means "too many to name".

    `article` is where a person would look for the effect, None for project-wide
    changes. A change of an annotation's values names the annotation too.
    """

    tables: Mapping[str, frozenset[int] | None]
    article: int | None = None
    operation: int = 0

    def touches(self, *names: str) -> bool:
        """Tell whether any of the tables was touched."""
        return any(name in self.tables for name in names)

    def ids(self, name: str) -> frozenset[int] | None:
        """Return the touched ids of a table, empty if none, None if too many to name."""
        return self.tables.get(name, frozenset())


@dataclass(frozen=True, slots=True)
class OperationInfo:
    """One step of the history: what was done, by whom, when, and where."""

    id: int
    kind: str
    coder: int
    time: str
    article: int | None
    state: str
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
