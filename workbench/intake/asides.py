"""Notes on the way: found by a step in its text, anchored later in the clean text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Aside:
    """A footnote or caption that a step sets apart; `at` is an offset in that step's text."""

    kind: Literal["footnote", "caption"]
    marker: str
    text: str
    at: int | None
