"""Versions of the codebook: named, frozen, and known to the annotations made under them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Codebook
from workbench.domain.codebook_differences import ChangedRules
from workbench.domain.codebook_edit.edited import Renamed
from workbench.domain.codebook_file import write_codebook, written_codebook
from workbench.domain.ids import Ids
from workbench.store import tables as t
from workbench.store.annotations import annotations_by_id
from workbench.store.codebook_rows import StoredCodebook
from workbench.store.errors import NoSuchRow, whole_rows
from workbench.store.gate import Gate, in_chunks
from workbench.store.usage import in_reading_order

#: Where something stands in a codebook, by its uid: a list or layer, or what lies in one.
Places = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the codebook; `coder` is empty where who froze it was left behind."""

    id: int
    uid: str
    name: str
    note: str
    created: str
    coder: str


@dataclass(frozen=True)
class Frozen:
    """A codebook as it was, or is now, and the places of what is in it by uid."""

    codebook: Codebook
    places: Places


def versions(connection: Connection) -> list[Version]:
    """Return every version, the oldest first."""
    c = t.codebook_version.c
    joined = t.codebook_version.outerjoin(t.coder)
    rows = connection.execute(
        select(c.id, c.uid, c.name, c.note, c.created, func.coalesce(t.coder.c.name, ""))
        .select_from(joined)
        .order_by(c.ordinal, c.id)
    )
    return [Version(*row) for row in rows]


def freeze(
    gate: Gate, ids: Ids, stored: StoredCodebook, name: str, note: str, coder: int, time: str
) -> int:
    """Keep the codebook as it is under a name; return the version's id."""
    last = gate.connection.execute(select(func.max(t.codebook_version.c.ordinal))).scalar()
    row = {
        "uid": ids.new("b"),
        "ordinal": 0 if last is None else int(last) + 1,
        "name": name,
        "note": note,
        "created": time,
        "coder_id": coder,
        "document": write_codebook(stored.codebook),
        "identities": json.dumps(_places(gate.connection, stored), ensure_ascii=False),
    }
    return gate.insert(t.codebook_version, [row])[0]


def frozen(connection: Connection, version: int) -> Frozen:
    """Return the codebook of a version, or raise NoSuchRow."""
    c = t.codebook_version.c
    row = connection.execute(
        select(c.name, c.document, c.identities).where(c.id == version)
    ).first()
    if row is None:
        raise NoSuchRow(table="codebook_version", id=version)
    with whole_rows("codebook_version"):
        return Frozen(written_codebook(row.document, row.name), json.loads(row.identities))


def as_of(connection: Connection, stored: StoredCodebook, version: int | None) -> Frozen:
    """Return the codebook of a version, or (None) as it is now."""
    return as_it_is(connection, stored) if version is None else frozen(connection, version)


def as_it_is(connection: Connection, stored: StoredCodebook) -> Frozen:
    """Return the codebook as it is now."""
    return Frozen(stored.codebook, _places(connection, stored))


def _places(connection: Connection, stored: StoredCodebook) -> Places:
    keys = stored.keys
    places: dict[str, str] = {}
    for table, named in (
        (t.code_list, {id_: key for key, id_ in keys.lists.items()}),
        (t.category, {id_: _place(*place) for place, id_ in keys.categories.items()}),
        (t.layer, keys.layer_keys),
        (t.variable, {id_: _place(*place) for place, id_ in keys.variables.items()}),
    ):
        for id_, uid in connection.execute(select(table.c.id, table.c.uid)):
            places[uid] = named[id_]
    return places


def _place(within: str, key: str) -> str:
    return f"{within}:{key}"  # no key of a list or layer has a colon


def renamed_between(old: Places, new: Places) -> Renamed:
    """Return what has another key in `new`."""
    lists: dict[str, str] = {}
    layers: dict[str, str] = {}
    categories: dict[tuple[str, str], str] = {}
    variables: dict[tuple[str, str], str] = {}
    for uid in old.keys() & new.keys():
        (_, was), (within, key) = _split(old[uid]), _split(new[uid])
        if was == key:
            continue
        if within:
            (categories if uid.startswith("g") else variables)[within, key] = was
        else:
            (lists if uid.startswith("k") else layers)[key] = was
    return Renamed(lists, layers, categories, {}, variables)


def _split(place: str) -> tuple[str, str]:
    within, colon, key = place.partition(":")
    return (within, key) if colon else ("", within)


# --- annotations and their versions -------------------------------------------

_BASE = func.coalesce(t.annotation.c.reviewed_id, t.annotation.c.version_id, 0)


def bases(connection: Connection, coder: int | None) -> set[int]:
    """Return the versions that annotations were made, or last looked at, under; 0 for none.

    Of one coder, or (None) of all.
    """
    mine = [t.annotation.c.coder_id == coder] if coder is not None else []
    return set(connection.execute(select(_BASE).where(*mine).distinct()).scalars())


def naming(
    connection: Connection,
    stored: StoredCodebook,
    based_on: Iterable[int],
    rules: ChangedRules,
    coder: int | None,
) -> list[Annotation]:
    """Return the annotations of such bases that name what has other rules, in order."""
    n, v, keys = t.annotation.c, t.annotation_value.c, stored.keys
    mine = [n.coder_id == coder] if coder is not None else []
    chosen = select(n.id).where(_BASE.in_(list(based_on)), *mine)
    layers = [keys.layers[key] for key in rules.layers]
    found = set(connection.execute(chosen.where(n.layer_id.in_(layers))).scalars())
    variables = [keys.variables[place] for place in rules.variables]
    categories = [keys.categories[place] for place in rules.categories]
    for column, ids in ((v.variable_id, variables), (v.category_id, categories)):
        for chunk in in_chunks(ids):
            holding = select(v.annotation_id).where(column.in_(chunk))
            found.update(connection.execute(chosen.where(n.id.in_(holding))).scalars())
    return in_reading_order(connection, annotations_by_id(connection, stored, found))


def review(gate: Gate, annotations: Iterable[int], version: int) -> None:
    """Note under which version annotations were looked at again."""
    gate.update(t.annotation, {id_: {"reviewed_id": version} for id_ in annotations})
