"""What was decided about lines of a site, remembered for its next article."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from workbench.domain.ids import Ids
from workbench.store import tables as t
from workbench.store.gate import Gate


def acts_of(connection: Connection, site: str) -> dict[str, str]:
    """Return what is done with lines of a site, by their shape."""
    c = t.cleaning_choice.c
    rows = connection.execute(select(c.shape, c.act).where(c.site == site))
    return {row.shape: row.act for row in rows}


def remember_choices(gate: Gate, ids: Ids, choices: Iterable[tuple[str, str, str]]) -> None:
    """Keep choices (site, shape, act); the latest about a shape counts."""
    wanted = {(site, shape): act for site, shape, act in choices}
    c = t.cleaning_choice.c
    sites = sorted({site for site, _ in wanted})
    rows = gate.connection.execute(select(c.id, c.site, c.shape).where(c.site.in_(sites)))
    known = {(row.site, row.shape): row.id for row in rows}
    gate.update(
        t.cleaning_choice, {known[key]: {"act": wanted[key]} for key in wanted if key in known}
    )
    gate.insert(
        t.cleaning_choice,
        [
            {"uid": ids.new("k"), "site": site, "shape": shape, "act": act}
            for (site, shape), act in wanted.items()
            if (site, shape) not in known
        ],
    )
