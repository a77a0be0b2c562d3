"""Write what differs between the codebook of a project and the one that it is to have.

The only writer of the codebook's tables. What is the same is not touched; what has another key
keeps its row and its uid, so that all that names it follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import select, true

from workbench.domain.codebook import Attribute, Codebook, CodeList, Layer, Variable, Words
from workbench.domain.codebook_edit.edited import Renamed
from workbench.domain.codebook_edit.spent import Spent, spent_between
from workbench.domain.ids import Ids
from workbench.store import tables as t
from workbench.store.category_diff import CategoryWriter, Origin
from workbench.store.codebook_columns import (
    attribute_columns,
    layer_columns,
    list_columns,
    variable_columns,
)
from workbench.store.codebook_rows import NAME_EN, NAME_ZH, KeyMap, StoredCodebook
from workbench.store.gate import Gate
from workbench.store.spent import spent_row
from workbench.store.syncing import Entry, Row, Sync


def write_difference(
    gate: Gate, ids: Ids, stored: StoredCodebook, new: Codebook, renamed: Renamed | None = None
) -> None:
    """Bring the tables from the stored codebook to `new`, which holds together.

    No annotation may name any more what is gone in `new`.
    """
    _Writer(gate, ids, stored, new, renamed or Renamed()).write()


def write_codebook(gate: Gate, ids: Ids, codebook: Codebook) -> None:
    """Write a whole codebook into a project that has none; `codebook` is consistent."""
    nothing = StoredCodebook(Codebook(Words()), KeyMap({}, {}, {}, {}, {}, {}, {}, {}))
    write_difference(gate, ids, nothing, codebook)


class _Writer:
    """One writing; `_lists` and `_layers` are the ids of the new codebook's, by their keys."""

    def __init__(
        self, gate: Gate, ids: Ids, stored: StoredCodebook, new: Codebook, renamed: Renamed
    ) -> None:
        self._gate, self._ids = gate, ids
        self._old, self._keys, self._new = stored.codebook, stored.keys, new
        self._list_names = _Names({("", key): old for key, old in renamed.lists.items()})
        self._layer_names = _Names({("", key): old for key, old in renamed.layers.items()})
        self._names = _Names(renamed.categories)
        self._attribute_names = _Names(renamed.attributes)
        self._variable_names = _Names(renamed.variables)
        self._lists: dict[str, int] = {}
        self._layers: dict[str, int] = {}
        self._attributes: dict[tuple[str, str], int] = {}

    def write(self) -> None:
        self._write_name()
        self._write_lists()
        self._write_spent()
        self._write_attributes()
        self._write_categories()
        self._write_layers()
        self._write_variables()

    def _write_name(self) -> None:
        c = t.setting.c
        name = {NAME_ZH: self._new.name.zh, NAME_EN: self._new.name.en}
        here = select(c.key, c.id).where(c.key.in_(name))
        known = dict(tuple(row) for row in self._gate.connection.execute(here).all())
        self._gate.update(t.setting, {id_: {"value": name[key]} for key, id_ in known.items()})
        self._gate.insert(
            t.setting,
            [{"key": key, "value": value} for key, value in name.items() if key not in known],
        )

    # --- code lists -----------------------------------------------------------

    def _write_lists(self) -> None:
        sync = Sync(self._gate, t.code_list)
        entries = [self._list(each, self._old_list(each.key)) for each in self._new.code_lists]
        old = [self._keys.lists[each.key] for each in self._old.code_lists]
        ids = sync.add(true(), lambda: {"uid": self._ids.new("k")}, old, entries)
        self._lists = dict(zip(self._new.lists_by_key, ids, strict=True))
        sync.write()

    def _old_list(self, key: str) -> CodeList | None:
        return self._old.lists_by_key.get(self._list_names.was("", key))

    def _list(self, new: CodeList, was: CodeList | None) -> Entry:
        if was is None:
            return Entry(None, None, lambda: list_columns(new))
        return Entry(
            self._keys.lists[was.key], lambda: list_columns(was), lambda: list_columns(new)
        )

    def _write_spent(self) -> None:
        """Note which codes and keys go, so that no new category is given one of them."""
        spent = dict(self._spent())
        if spent:
            c = t.code_list.c
            here = select(c.uid, c.id).where(c.id.in_(spent)).order_by(c.id)
            rows = self._gate.connection.execute(here).all()
            told = [spent_row(self._ids.new("s"), uid, spent[id_]) for uid, id_ in rows]
            self._gate.insert(t.setting, told)

    def _spent(self) -> Iterator[tuple[int, Spent]]:
        for code_list in self._new.code_lists:
            was = self._old_list(code_list.key)
            spent = spent_between(was, code_list) if was else Spent()
            if spent != Spent():
                yield self._lists[code_list.key], spent

    def _write_attributes(self) -> None:
        sync = Sync(self._gate, t.attribute)
        old_of = {each.key: self._attribute_ids(each) for each in self._old.code_lists}
        for code_list in self._new.code_lists:
            list_id, was = self._lists[code_list.key], self._old_list(code_list.key)
            ids = sync.add(
                t.attribute.c.code_list_id == list_id,
                lambda list_id=list_id: {"code_list_id": list_id},
                old_of.pop(was.key) if was else [],
                [self._attribute(code_list, was, each) for each in code_list.attributes],
            )
            keys = [(code_list.key, each.key) for each in code_list.attributes]
            self._attributes.update(zip(keys, ids, strict=True))
        sync.gone += [id_ for gone in old_of.values() for id_ in gone]
        sync.write()

    def _attribute_ids(self, code_list: CodeList) -> list[int]:
        return [self._keys.attributes[code_list.key, each.key] for each in code_list.attributes]

    def _attribute(self, code_list: CodeList, was: CodeList | None, new: Attribute) -> Entry:
        key = self._attribute_names.was(code_list.key, new.key)
        old = next((each for each in (was.attributes if was else ()) if each.key == key), None)
        id_ = self._keys.attributes[was.key, old.key] if was and old else None

        def columns(each: Attribute, lists: Mapping[str, int]) -> Row:
            return {**attribute_columns(each), "values_list_id": lists.get(each.code_list or "")}

        return Entry(
            id_,
            (lambda: columns(old, self._keys.lists)) if old else None,
            lambda: columns(new, self._lists),
        )

    def _write_categories(self) -> None:
        old_ids = {
            each.key: [self._keys.categories[each.key, own.key] for own in each.categories]
            for each in self._old.code_lists
        }
        origins: dict[str, list[Origin]] = {}
        of_lists: dict[str, list[int]] = {}
        for code_list in self._new.code_lists:
            was = self._old_list(code_list.key)
            origins[code_list.key] = list(self._origins(code_list, was))
            of_lists[code_list.key] = old_ids.pop(was.key) if was else []
        writer = CategoryWriter(
            self._gate, self._ids, self._keys.categories, self._lists, self._attributes
        )
        gone = [id_ for own in old_ids.values() for id_ in own]
        writer.write(origins, of_lists, gone)

    def _origins(self, code_list: CodeList, was: CodeList | None) -> Iterable[Origin]:
        for each in code_list.categories:
            key = self._names.was(code_list.key, each.key)
            old = was.by_key.get(key) if was else None
            id_ = self._keys.categories[was.key, old.key] if was and old else None
            yield Origin(code_list.key, was.key if was else None, each, old, id_)

    # --- layers ---------------------------------------------------------------

    def _write_layers(self) -> None:
        sync = Sync(self._gate, t.layer)
        entries = [self._layer(each, self._old_layer(each.key)) for each in self._new.layers]
        old = [self._keys.layers[each.key] for each in self._old.layers]
        ids = sync.add(true(), lambda: {"uid": self._ids.new("l")}, old, entries)
        self._layers = dict(zip(self._new.layers_by_key, ids, strict=True))
        sync.write()

    def _old_layer(self, key: str) -> Layer | None:
        return self._old.layers_by_key.get(self._layer_names.was("", key))

    def _layer(self, new: Layer, was: Layer | None) -> Entry:
        if was is None:
            return Entry(None, None, lambda: layer_columns(new))
        return Entry(
            self._keys.layers[was.key], lambda: layer_columns(was), lambda: layer_columns(new)
        )

    def _write_variables(self) -> None:
        sync = Sync(self._gate, t.variable)
        old_of = {each.key: self._variable_ids(each) for each in self._old.layers}
        for layer in self._new.layers:
            layer_id, was = self._layers[layer.key], self._old_layer(layer.key)
            sync.add(
                t.variable.c.layer_id == layer_id,
                lambda layer_id=layer_id: {"uid": self._ids.new("v"), "layer_id": layer_id},
                old_of.pop(was.key) if was else [],
                [self._variable(layer, was, each) for each in layer.variables],
            )
        sync.gone += [id_ for gone in old_of.values() for id_ in gone]
        sync.write()

    def _variable_ids(self, layer: Layer) -> list[int]:
        return [self._keys.variables[layer.key, each.key] for each in layer.variables]

    def _variable(self, layer: Layer, was: Layer | None, new: Variable) -> Entry:
        key = self._variable_names.was(layer.key, new.key)
        old = was.by_key.get(key) if was else None
        id_ = self._keys.variables[was.key, old.key] if was and old else None

        def columns(each: Variable, lists: Mapping[str, int]) -> Row:
            return {**variable_columns(each), "code_list_id": lists.get(each.code_list or "")}

        return Entry(
            id_,
            (lambda: columns(old, self._keys.lists)) if old else None,
            lambda: columns(new, self._lists),
        )


class _Names:
    """What things of one kind were called before, within their list or layer."""

    def __init__(self, renamed: Mapping[tuple[str, str], str]) -> None:
        self._old = renamed
        self._left = {(within, old) for (within, _), old in renamed.items()}

    def was(self, within: str, key: str) -> str:
        """Return the old key, empty for what only has the key that another one had."""
        place = (within, key)
        return self._old.get(place) or ("" if place in self._left else key)
