"""What a person sees of a table of articles, and chooses for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.domain.codebook import Codebook

SAMPLE = 20


@dataclass(frozen=True)
class TableFile:
    """What a person sees of a table before importing it: `rows` counts those below the header."""

    name: str
    columns: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    rows: int
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def _no_columns() -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class TableChoice:
    """Which column holds which field, of which sheet; empty columns mean: guess.

    A field is one of `FIELDS` or a variable of `codebook`'s article layer. `keys`: those of a
    table of JSON, once all of it was read, since each row has its own.
    """

    columns: Mapping[str, str] = field(default_factory=_no_columns)
    sheet: str = ""
    codebook: Codebook | None = field(default=None, compare=False, repr=False)
    keys: tuple[str, ...] = field(default=(), compare=False, repr=False)
