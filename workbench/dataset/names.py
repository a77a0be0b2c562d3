"""Names of columns and files that every statistics program and file system takes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.domain.codebook_check import RESERVED

LONGEST = 32
# So many characters of what is wanted stay at least, before a number and a long suffix.
_STEM = 10
# What Stata takes for something else than a variable's name.
_STATA = frozenset(["byte", "double", "float", "if", "in", "int", "long", "strl", "using"])
_STATA_TEXT = re.compile(r"str[0-9]+")
#: Names that Windows keeps for devices, whatever follows the dot.
DEVICES = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(10)]
)


class Names:
    """Hand out names, each once: ``[a-z][a-z0-9_]{0,31}`` and no reserved word of SPSS or Stata.

    Whoever asks first gets the name; later ones are numbered.
    """

    def __init__(
        self,
        taken: Iterable[str] = (),
        *,
        refused: frozenset[str] = RESERVED | _STATA,
        longest: int = LONGEST,
    ) -> None:
        self._taken = set(taken) | refused
        self._longest = longest

    def claim(self, wanted: str, suffix: str = "") -> str:
        """Return a free name: `wanted`, cut so that `suffix` fits, numbered if need be."""
        stem = _safe(wanted)
        suffix = suffix[: self._longest - _STEM]
        number = 1
        while True:
            ending = suffix if number == 1 else f"_{number}{suffix}"
            name = stem[: self._longest - len(ending)] + ending
            if name not in self._taken and not _STATA_TEXT.fullmatch(name):
                self._taken.add(name)
                return name
            number += 1


def _safe(wanted: str) -> str:
    name = re.sub(r"[^a-z0-9_]+", "_", wanted.lower())
    return name if name[:1].isalpha() else f"v{name}"
