"""Annotations as they are read: a layer, a coder, a place, values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.text import Span
from workbench.domain.values import Values


class Certainty(StrEnum):
    """How sure the coder is of an annotation."""

    SURE = "sure"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation; `span` is None and `quote` empty on article scope.

    One that lost its place when the text was corrected has no span but keeps its quote.
    `created` and `modified` are ISO 8601 in UTC, to the millisecond. `version` is the frozen
    version of the codebook under which it was made, `reviewed` the one under which it was last
    looked at again, None where there was none.
    """

    id: int
    uid: str
    article: int
    coder: int
    layer: str
    span: Span | None
    quote: str
    values: Values
    certainty: Certainty = Certainty.SURE
    memo: str = ""
    created: str = ""
    modified: str = ""
    complete: bool = True
    version: int | None = None
    reviewed: int | None = None

    @property
    def unplaced(self) -> bool:
        """Whether it has lost its place in the text and waits to be placed again."""
        return self.span is None and self.quote != ""


@dataclass(frozen=True, slots=True)
class Coder:
    """Who codes."""

    id: int
    uid: str
    name: str
