"""How often each part of a codebook is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any


def _none() -> Mapping[Any, int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Uses:
    """Annotations by category, layer, variable and code list; what none uses may be left out.

    Categories go by code list and key, variables by layer and key.
    """

    categories: Mapping[tuple[str, str], int]
    layers: Mapping[str, int]
    variables: Mapping[tuple[str, str], int] = field(default_factory=_none)
    lists: Mapping[str, int] = field(default_factory=_none)
