"""What a network is made of: one statement of one holder in one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: The category that stands for whoever wrote the article.
AUTHOR = "AUTHOR"


class Mode(StrEnum):
    """What the nodes of a network may be: what a statement knows of itself."""

    HOLDER = "holder"
    TARGET = "target"
    TOWARD = "toward"
    CONCEPT = "concept"
    AUTHOR = "author"
    OUTLET = "outlet"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Statement:
    """A holder's position on something, with the article it stands in.

    Each value is a category's key or what the article's bibliography says, empty where
    unknown; `date` is in ISO 8601, also a year, a month or a range. `weight` is below 1
    where a group is counted as its members.
    """

    document: str
    holder: str
    score: float | None
    target: str = ""
    toward: str = ""
    concept: str = ""
    date: str = ""
    author: str = ""
    outlet: str = ""
    weight: float = 1.0

    def value(self, mode: Mode) -> str:
        """Return the statement's node of that mode, empty where it has none."""
        return getattr(self, mode.value)
