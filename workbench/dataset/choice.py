"""What of a project is exported, and as what; how a choice is remembered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, cast

from workbench.dataset.formats.options import CsvOptions, separator_of


@dataclass(frozen=True)
class ExportChoice:
    """What goes into a dataset. Empty means all, so that `ExportChoice()` is the whole project.

    `tables` are names as in the dataset, or patterns with * and ?. `layers` are keys, `variables`
    keys as ``layer.variable`` or ``variable``; `coders` are names, `statuses` those of a coder's
    article. `where` maps variables, written alike, to the keys of the categories (or −97, −98,
    −99) that are wanted: of an article's variable, articles that any coder gave one of them; of
    another, annotations of the layers that have the variable. `expand_groups` counts groups as
    their members; `language` is that of the labels, `period` that of dyads ("month" or "year").
    `formats` are words of `formats.choose.Format`; CSV files have a byte order mark (`csv_mark`),
    are safe from being taken for formulas (`csv_excel`), and are separated by `csv_separator`.
    `networks` are those that the format graphml makes, as `networks.told` writes their options.
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
    csv_mark: bool = True
    csv_excel: bool = True
    csv_separator: str = ","
    networks: tuple[str, ...] = ()

    @property
    def csv(self) -> CsvOptions:
        """How CSV files are written."""
        return CsvOptions(self.csv_mark, self.csv_excel, separator_of(self.csv_separator))


def choice_to_json(choice: ExportChoice) -> str:
    """Return a choice as a text to be remembered."""
    return json.dumps(asdict(choice), ensure_ascii=False, sort_keys=True)


def choice_from_json(text: str) -> ExportChoice:
    """Return the choice that was remembered; what this version does not know is left out."""
    try:
        told: Any = json.loads(text)
    except ValueError:
        return ExportChoice()
    if not isinstance(told, dict):
        return ExportChoice()
    known = cast("dict[str, Any]", told)
    usual = ExportChoice()
    given = {each.name: known[each.name] for each in fields(ExportChoice) if each.name in known}
    read = {name: _read(value, getattr(usual, name)) for name, value in given.items()}
    return ExportChoice(**read)


def _read(value: Any, usual: Any) -> Any:
    """Return a value of the type of the usual one, else the usual one."""
    if isinstance(usual, tuple):
        return _texts(value)
    if isinstance(usual, dict):
        own = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
        return {key: _texts(each) for key, each in own.items()}
    return value if type(value) is type(usual) else usual


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(str, cast("list[Any]", value))) if isinstance(value, list) else ()
