"""Keys of our own for what other programs call by any name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.codebook import Attribute, CodeList, Words
from workbench.domain.codebook_check import RESERVED
from workbench.exchange.codebook.build import Draft, categories_of
from workbench.exchange.codebook.model import Noted
from workbench.exchange.project.model import Remark, Remarks

_LONGEST = 32


class Keys:
    """Hand out keys of layers, variables and code lists, each once: ``[a-z][a-z0-9_]{0,31}``."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def claim(self, name: str, otherwise: str) -> str:
        """Return a free key like `name`; `otherwise`, where none of its letters can be in one."""
        plain = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_").lstrip("0123456789_")
        stem = plain or otherwise
        number = 1
        while True:
            ending = "" if number == 1 else f"_{number}"
            key = stem[: _LONGEST - len(ending)] + ending
            if key not in self._taken and key not in RESERVED:
                self._taken.add(key)
                return key
            number += 1


def listed(
    key: str,
    label: Words,
    drafts: Sequence[Draft],
    remarks: Remarks,
    attributes: tuple[Attribute, ...] = (),
) -> CodeList:
    """Return a code list of what a file calls by names; the drafts have their keys afterwards."""
    notes: list[Noted] = []
    categories = categories_of(drafts, notes)
    for each in notes:
        remarks.add(Remark.RENAMED, f"{each.facts['name']} → {each.facts['key']}")
    return CodeList(key, label, categories, attributes)
