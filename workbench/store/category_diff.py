"""Write what differs between the categories of two codebooks, with all that hangs on them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Table, select

from workbench.domain.codebook import Category
from workbench.domain.ids import Ids
from workbench.store import tables as t
from workbench.store.codebook_columns import category_columns
from workbench.store.gate import Gate, in_chunks
from workbench.store.memos import release_memos
from workbench.store.syncing import Entry, Row, Sync

_Place = tuple[str, str]


@dataclass(frozen=True)
class Origin:
    """A category of the new codebook: the list and the category that it was, if it was there."""

    list_key: str
    old_list: str | None
    category: Category
    old: Category | None
    id: int | None


class CategoryWriter:
    """The categories of the new codebook; `lists` and `attributes` are the ids that they have."""

    def __init__(
        self,
        gate: Gate,
        ids: Ids,
        before: Mapping[_Place, int],
        lists: Mapping[str, int],
        attributes: Mapping[_Place, int],
    ) -> None:
        self._gate, self._ids = gate, ids
        self._before, self._lists, self._attributes = before, lists, attributes

    def write(
        self,
        origins: Mapping[str, Sequence[Origin]],
        old_ids: Mapping[str, Sequence[int]],
        gone: Sequence[int],
    ) -> None:
        """Write the categories of each list, and take away those that are gone.

        `old_ids` are those that each list had, in their order, `gone` those of other lists.
        """
        after = self._planned(origins)
        sync = Sync(self._gate, t.category)
        for list_key, own in origins.items():
            list_id = self._lists[list_key]
            sync.add(
                t.category.c.code_list_id == list_id,
                lambda list_id=list_id: {"uid": self._ids.new("g"), "code_list_id": list_id},
                old_ids[list_key],
                [self._entry(each, after) for each in own],
            )
        sync.gone += gone
        self._delete_hanging(sync.gone)
        sync.write()
        self._write_hanging(
            [each for own in origins.values() for each in own if each.old != each.category], after
        )

    def _planned(self, origins: Mapping[str, Sequence[Origin]]) -> dict[_Place, int]:
        """Return the ids that the categories will have."""
        ids: dict[_Place, int] = {}
        last = self._gate.last_id
        for list_key, own in origins.items():
            for each in own:
                last += each.id is None
                ids[list_key, each.category.key] = last if each.id is None else each.id
        return ids

    def _entry(self, origin: Origin, after: Mapping[_Place, int]) -> Entry:
        old = origin.old
        return Entry(
            origin.id,
            None
            if old is None or old == origin.category
            else lambda: _row(origin.old_list or "", old, self._before),
            lambda: _row(origin.list_key, origin.category, after),
        )

    # --- what hangs on them ---------------------------------------------------

    def _delete_hanging(self, gone: Sequence[int]) -> None:
        for table in (t.alias, t.pattern, t.member, t.category_attribute, t.rejection):
            hanging: list[int] = []
            for chunk in in_chunks(gone):
                here = select(table.c.id).where(table.c.category_id.in_(chunk))
                hanging += self._gate.connection.execute(here).scalars()
            self._gate.delete(table, hanging)
        release_memos(self._gate, gone)

    def _write_hanging(self, changed: Sequence[Origin], after: Mapping[_Place, int]) -> None:
        def write(table: Table, by: str, rows: Callable[[Origin], Iterable[Row]]) -> None:
            wanted = {after[each.list_key, each.category.key]: list(rows(each)) for each in changed}
            there = [each.id for each in changed if each.id is not None]
            self._write_rows(table, by, wanted, there)

        write(t.alias, "ordinal", lambda each: _texts(each.category.aliases))
        write(t.pattern, "ordinal", lambda each: _texts(each.category.patterns))
        write(t.member, "ordinal", lambda each: _members(each, after))
        write(t.category_attribute, "attribute_id", self._values)

    def _values(self, origin: Origin) -> Iterable[Row]:
        for key, value in origin.category.attributes.items():
            attribute = self._attributes[origin.list_key, key]
            yield {"attribute_id": attribute, "value": json.dumps(value, ensure_ascii=False)}

    def _write_rows(
        self, table: Table, by: str, wanted: Mapping[int, Sequence[Row]], there: Sequence[int]
    ) -> None:
        """Write the rows of each category, told apart by one column."""
        known = self._known(table, by, there)
        changed: dict[int, Row] = {}
        fresh: list[Row] = []
        for category, rows in wanted.items():
            for row in rows:
                found = known.pop((category, row[by]), None)
                if found is None:
                    fresh.append({"category_id": category, **row})
                elif any(found[name] != value for name, value in row.items()):
                    changed[found["id"]] = row
        self._gate.delete(table, [row["id"] for row in known.values()])
        self._gate.update(table, changed)
        self._gate.insert(table, fresh)

    def _known(self, table: Table, by: str, there: Sequence[int]) -> dict[tuple[int, int], Row]:
        known: dict[tuple[int, int], Row] = {}
        for chunk in in_chunks(there):
            here = select(table).where(table.c.category_id.in_(chunk))
            rows = self._gate.connection.execute(here).mappings()
            known.update(((row["category_id"], row[by]), dict(row)) for row in rows)
        return known


def _row(list_key: str, category: Category, ids: Mapping[_Place, int]) -> Row:
    parent = None if category.parent is None else ids[list_key, category.parent]
    twin = None
    if category.same_as is not None:
        other, _, key = category.same_as.partition(":")
        twin = ids[other, key]
    return {**category_columns(category), "parent_id": parent, "same_as_id": twin}


def _texts(texts: Iterable[str]) -> Iterable[Row]:
    return ({"ordinal": ordinal, "text": text} for ordinal, text in enumerate(texts))


def _members(origin: Origin, ids: Mapping[_Place, int]) -> Iterable[Row]:
    for ordinal, key in enumerate(origin.category.members):
        yield {"ordinal": ordinal, "member_id": ids[origin.list_key, key]}
