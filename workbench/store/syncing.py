"""Bring the rows of a table to what they are to be: what goes, what changes, what comes in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from workbench.store.gate import Gate, in_chunks
from workbench.store.ordering import new_ordinals

Row = Mapping[str, Any]
#: Columns whose values stand once among the rows of one list.
_UNIQUE = ("key", "code")


@dataclass(frozen=True)
class Entry:
    """One row as it is to be: that of the id, or a new one; `old` is None where nothing differs."""

    id: int | None
    old: Callable[[], Row] | None
    new: Callable[[], Row]


class Sync:
    """What is to be done to a table, collected before it is done in as few steps as there can be.

    Until then nothing may be inserted elsewhere, for the ids of new rows are known beforehand.
    """

    def __init__(self, gate: Gate, table: Table) -> None:
        self.gone: list[int] = []
        self._gate, self._table = gate, table
        self._changed: dict[int, dict[str, Any]] = {}
        self._fresh: list[dict[str, Any]] = []

    def add(
        self,
        within: ColumnElement[bool],
        own: Callable[[], Row],
        old: Sequence[int],
        new: list[Entry],
    ) -> list[int]:
        """Note what differs in one list of rows; return the ids of `new`.

        `within` chooses the rows of the list, which are `old` in their order; `own` gives what
        each new row has beside its columns.
        """
        ids: list[int] = []
        ordinals = new_ordinals(
            self._gate.connection, self._table, within, old, [each.id for each in new]
        )
        for entry, ordinal in zip(new, ordinals, strict=True):
            if entry.id is None:
                ids.append(self._gate.last_id + 1 + len(self._fresh))
                self._fresh.append({**own(), **entry.new(), "ordinal": ordinal})
            else:
                ids.append(entry.id)
                self._note(entry.id, entry, ordinal)
        self.gone += set(old).difference(ids)
        return ids

    def _note(self, id_: int, entry: Entry, ordinal: int | None) -> None:
        changes: dict[str, Any] = {}
        if entry.old is not None:
            old = entry.old()
            changes = {name: value for name, value in entry.new().items() if old[name] != value}
        if ordinal is not None:
            changes["ordinal"] = ordinal
        if changes:
            self._changed[id_] = changes

    def write(self) -> None:
        """Delete, change and insert."""
        self._gate.delete(self._table, sorted(self.gone))
        self._gate.update(self._table, self._in_the_way())
        self._gate.update(self._table, self._changed)
        self._gate.insert(self._table, self._fresh)

    def _in_the_way(self) -> dict[int, dict[str, Any]]:
        """Return what rows are called for a moment whose keys others are to have.

        A database looks at each row by itself, also when it is taken back.
        """
        found: dict[int, dict[str, Any]] = {}
        for name in _UNIQUE:
            wanted = {
                each[name] for each in (*self._changed.values(), *self._fresh) if name in each
            }
            leaving = [id_ for id_, each in self._changed.items() if name in each]
            held = self._held(name, leaving)
            free = _free(name, wanted.union(held.values()))
            for id_, value in held.items():
                if value in wanted:
                    found.setdefault(id_, {})[name] = next(free)
        return found

    def _held(self, name: str, ids: Sequence[int]) -> dict[int, Any]:
        held: dict[int, Any] = {}
        c = self._table.c
        for chunk in in_chunks(ids):
            rows = self._gate.connection.execute(select(c.id, c[name]).where(c.id.in_(chunk)))
            held.update(tuple(row) for row in rows)
        return held


def _free(name: str, taken: set[Any]) -> Iterator[Any]:
    """Yield keys that nothing is called, or codes that nothing in the table has."""
    numbers = (number for number in count(-1_000_000, -1) if number not in taken)
    return (f":{number}" for number in numbers) if name == "key" else numbers
