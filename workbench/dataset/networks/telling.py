"""The options of a network as a text that can be typed and remembered: ``key=value,…``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from workbench.dataset.networks.errors import NetworkWordUnknown
from workbench.dataset.networks.options import (
    Aggregation,
    Agreement,
    AuthorAs,
    Duplicates,
    Kind,
    NetworkOptions,
    Normalisation,
    Unit,
    Windows,
    refuse_unfit,
)
from workbench.dataset.networks.statement import Mode

_WORDS: Mapping[str, type[StrEnum]] = {
    "kind": Kind,
    "first": Mode,
    "second": Mode,
    "agreement": Agreement,
    "aggregation": Aggregation,
    "normalisation": Normalisation,
    "duplicates": Duplicates,
    "author": AuthorAs,
}
_WINDOW, _SIZE, _MOVING, _ISOLATES = "window", "size", "moving", "isolates"
_FLAGS = {"yes": True, "no": False}
#: What is made where nothing is said: who holds what on which target, and who agrees with whom.
USUAL = (NetworkOptions(), NetworkOptions(kind=Kind.ONE_MODE))


def network_told(options: NetworkOptions) -> str:
    """Return options as a text; what is as usual is left out."""
    usual = NetworkOptions()
    said = {key: getattr(options, key) for key in _WORDS}
    parts = [f"{key}={value}" for key, value in said.items() if value != getattr(usual, key)]
    if options.isolates:
        parts.append(f"{_ISOLATES}=yes")
    if options.windows is not None:
        parts += [f"{_WINDOW}={options.windows.unit}", f"{_SIZE}={options.windows.size}"]
        parts += [f"{_MOVING}=yes"] if options.windows.moving else []
    return ",".join(parts) or f"kind={options.kind}"


def network_read(told: str) -> NetworkOptions:
    """Return the options that a text tells.

    Raises:
        NetworkWordUnknown; a Refusal where they do not go together.
    """
    said: dict[str, Any] = {}
    for part in filter(None, (each.strip() for each in told.split(","))):
        key, _, value = (each.strip() for each in part.partition("="))
        said[key] = _value(key, value)
    unit = said.pop(_WINDOW, None)
    size, moving = said.pop(_SIZE, 1), said.pop(_MOVING, False)
    windows = None if unit is None else Windows(unit, size, moving)
    options = NetworkOptions(**said, windows=windows)
    refuse_unfit(options)
    return options


def _value(key: str, value: str) -> object:
    if key == _SIZE:
        if not value.isdecimal() or len(value) > 6:
            raise NetworkWordUnknown(key=key, value=value, known="1, 2, 3 …")
        return int(value)
    known = _known(key)
    if value not in known:
        raise NetworkWordUnknown(key=key, value=value, known=", ".join(known))
    return known[value]


def _known(key: str) -> Mapping[str, object]:
    if key in (_MOVING, _ISOLATES):
        return _FLAGS
    words: type[StrEnum] | None = Unit if key == _WINDOW else _WORDS.get(key)
    if words is None:
        keys = (*_WORDS, _WINDOW, _SIZE, _MOVING, _ISOLATES)
        raise NetworkWordUnknown(key="network", value=key, known=", ".join(keys))
    return {each.value: each for each in words}
