"""The coders of a project."""

from __future__ import annotations

from sqlalchemy import Connection, select, union

from workbench.domain.annotation import Coder
from workbench.domain.ids import Ids
from workbench.store import tables as t
from workbench.store.gate import Gate


def coders(connection: Connection) -> list[Coder]:
    """Return every coder, in the order in which they came."""
    c = t.coder.c
    rows = connection.execute(select(c.id, c.uid, c.name).order_by(c.id))
    return [Coder(*row) for row in rows]


def coders_at_work(connection: Connection) -> list[Coder]:
    """Return the coders who have coded or set a status.

    Who only looked into a project, or brought articles in, is no coder of its dataset.
    """
    busy = union(select(t.annotation.c.coder_id), select(t.article_status.c.coder_id))
    at_work = set(connection.execute(busy).scalars())
    return [each for each in coders(connection) if each.id in at_work]


def coder_named(connection: Connection, name: str) -> Coder | None:
    """Return the coder of that name, None if the project has none."""
    return next((each for each in coders(connection) if each.name == name), None)


def add_coder(gate: Gate, ids: Ids, name: str, time: str) -> Coder:
    """Add a coder."""
    uid = ids.new("p")
    (id_,) = gate.insert(t.coder, [{"uid": uid, "name": name, "created": time}])
    return Coder(id_, uid, name)
