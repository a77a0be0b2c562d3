"""What of a project is exported, and as what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ExportChoice:
    """What goes into a dataset. Empty means all, so that `ExportChoice()` is the whole project.

    `tables` are names as in the dataset, or patterns with * and ?. `layers` are keys, `variables`
    keys as ``layer.variable`` or ``variable``; `coders` are names, `statuses` those of a coder's
    article. `where` maps variables, written alike, to the keys of the categories (or −97, −98,
    −99) that are wanted: of an article's variable, articles that any coder gave one of them; of
    another, annotations of the layers that have the variable. `expand_groups` counts groups as
    their members; `language` is that of the labels, `period` that of dyads ("month" or "year").
    """

    tables: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    expand_groups: bool = False
    language: str = "zh"
    period: str = "month"
    formats: tuple[str, ...] = ("csv",)
