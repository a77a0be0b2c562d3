"""Exports that the project remembers by name, among the settings."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from workbench.store import tables as t
from workbench.store.gate import Gate

_PREFIX = "export_"


def read_presets(connection: Connection) -> Mapping[str, str]:
    """Return what is remembered, by name, in the order of the names."""
    c = t.setting.c
    named = c.key.startswith(_PREFIX, autoescape=True)
    rows = connection.execute(select(c.key, c.value).where(named).order_by(c.key))
    return {key.removeprefix(_PREFIX): value for key, value in rows}


def write_preset(gate: Gate, name: str, value: str) -> None:
    """Remember something by a name, in place of what had it."""
    known = _row(gate, name)
    if known is None:
        gate.insert(t.setting, [{"key": _PREFIX + name, "value": value}])
    else:
        gate.update(t.setting, {known: {"value": value}})


def delete_preset(gate: Gate, name: str) -> bool:
    """Forget what has that name; tell whether there was something."""
    known = _row(gate, name)
    if known is not None:
        gate.delete(t.setting, [known])
    return known is not None


def _row(gate: Gate, name: str) -> int | None:
    c = t.setting.c
    here = select(c.id).where(c.key == _PREFIX + name)
    return gate.connection.execute(here).scalar_one_or_none()
