"""The codebook in its tables, read whole."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from workbench.domain.codebook import (
    Attribute,
    AttributeValue,
    Category,
    Codebook,
    CodeList,
    Guide,
    Kind,
    Layer,
    Scope,
    Variable,
    Want,
    Words,
)
from workbench.domain.codebook_edit.spent import Spent
from workbench.store import tables as t
from workbench.store.codebook_columns import GUIDE_PARTS
from workbench.store.errors import whole_rows
from workbench.store.spent import read_spent

NAME_ZH, NAME_EN = "codebook_name_zh", "codebook_name_en"


@dataclass(frozen=True)
class KeyMap:
    """Keys of the codebook to row ids, and back."""

    lists: Mapping[str, int]
    categories: Mapping[tuple[str, str], int]
    category_keys: Mapping[int, str]
    attributes: Mapping[tuple[str, str], int]
    layers: Mapping[str, int]
    layer_keys: Mapping[int, str]
    variables: Mapping[tuple[str, str], int]
    variable_keys: Mapping[int, tuple[str, str]]


@dataclass(frozen=True)
class StoredCodebook:
    """The codebook of a project, where its parts are stored, and its frozen versions, by id.

    `spent` are, by the key of their list, the codes and keys that are not to be given again.
    """

    codebook: Codebook
    keys: KeyMap
    versions: tuple[int, ...] = ()
    spent: Mapping[str, Spent] = field(default_factory=dict[str, Spent])

    def spent_of(self, list_key: str) -> Spent:
        """Return which codes and keys categories of a list had that are gone."""
        return self.spent.get(list_key, Spent())

    def version_before(self, operation: int) -> int | None:
        """Return the newest frozen version that was there before an operation began."""
        return next((each for each in reversed(self.versions) if each < operation), None)


# --- reading ----------------------------------------------------------------


def read_codebook(connection: Connection) -> StoredCodebook:
    """Return the whole codebook with the map of its keys, or raise RowsDamaged."""
    with whole_rows("codebook"):
        return _read_codebook(connection)


def _read_codebook(connection: Connection) -> StoredCodebook:
    lists = _all(connection, t.code_list, t.code_list.c.ordinal)
    categories = _all(connection, t.category, t.category.c.ordinal)
    attributes = _all(connection, t.attribute, t.attribute.c.ordinal)
    layers = _all(connection, t.layer, t.layer.c.ordinal)
    variables = _all(connection, t.variable, t.variable.c.ordinal)
    list_keys = {row.id: row.key for row in lists}
    layer_keys = {row.id: row.key for row in layers}
    keys = KeyMap(
        lists={row.key: row.id for row in lists},
        categories={(list_keys[row.code_list_id], row.key): row.id for row in categories},
        category_keys={row.id: row.key for row in categories},
        attributes={(list_keys[row.code_list_id], row.key): row.id for row in attributes},
        layers={row.key: row.id for row in layers},
        layer_keys=layer_keys,
        variables={(layer_keys[row.layer_id], row.key): row.id for row in variables},
        variable_keys={row.id: (layer_keys[row.layer_id], row.key) for row in variables},
    )
    settings = _settings(connection)
    codebook = Codebook(
        name=Words(settings.get(NAME_ZH, ""), settings.get(NAME_EN, "")),
        code_lists=_read_lists(
            connection, lists, categories, _grouped(attributes, "code_list_id"), list_keys
        ),
        layers=_read_layers(layers, variables, list_keys),
    )
    versions = connection.execute(select(t.codebook_version.c.id).order_by(t.codebook_version.c.id))
    spent_by_uid = read_spent(settings)
    spent = {row.key: spent_by_uid[row.uid] for row in lists if row.uid in spent_by_uid}
    return StoredCodebook(codebook, keys, tuple(versions.scalars()), spent)


def _all(connection: Connection, table: Table, *order: Any) -> list[Row[Any]]:
    return list(connection.execute(select(table).order_by(*order, table.c.id)))


def _settings(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(t.setting.c.key, t.setting.c.value))
    return dict(tuple(row) for row in rows)


def _grouped(rows: Iterable[Row[Any]], column: str) -> dict[int, list[Row[Any]]]:
    groups: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, column)].append(row)
    return groups


def _guide(row: Row[Any]) -> Guide:
    parts = (Words(getattr(row, f"{p}_zh"), getattr(row, f"{p}_en")) for p in GUIDE_PARTS)
    return Guide(*parts)


def _label(row: Row[Any]) -> Words:
    return Words(row.label_zh, row.label_en)


def _read_lists(
    connection: Connection,
    lists: list[Row[Any]],
    categories: list[Row[Any]],
    attributes: Mapping[int, list[Row[Any]]],
    list_keys: Mapping[int, str],
) -> tuple[CodeList, ...]:
    by_list = _grouped(categories, "code_list_id")
    read = _CategoryReader(connection, categories, attributes, list_keys)
    return tuple(
        CodeList(
            key=row.key,
            label=_label(row),
            guide=_guide(row),
            attributes=tuple(_attribute(each, list_keys) for each in attributes.get(row.id, ())),
            categories=tuple(read.category(each) for each in by_list.get(row.id, ())),
            ordered=bool(row.ordered),
        )
        for row in lists
    )


def _attribute(row: Row[Any], list_keys: Mapping[int, str]) -> Attribute:
    return Attribute(row.key, Kind(row.kind), _label(row), list_keys.get(row.values_list_id))


def _texts(connection: Connection, table: Table) -> dict[int, list[str]]:
    """Return the texts that hang on each category, in order; of aliases there are the most."""
    c, found = table.c, defaultdict[int, list[str]](list)
    ordered = select(c.category_id, c.text).order_by(c.category_id, c.ordinal, c.id)
    for category, text in connection.execute(ordered):
        found[category].append(text)
    return found


class _CategoryReader:
    """Put categories together from their rows and the tables that hang on them."""

    def __init__(
        self,
        connection: Connection,
        categories: list[Row[Any]],
        attributes: Mapping[int, list[Row[Any]]],
        list_keys: Mapping[int, str],
    ) -> None:
        self._keys = {row.id: row.key for row in categories}
        self._full = {row.id: f"{list_keys[row.code_list_id]}:{row.key}" for row in categories}
        self._aliases = _texts(connection, t.alias)
        self._patterns = _texts(connection, t.pattern)
        self._members = _grouped(_all(connection, t.member, t.member.c.ordinal), "category_id")
        self._values = _grouped(_all(connection, t.category_attribute), "category_id")
        self._attributes = {row.id: row for rows in attributes.values() for row in rows}

    def category(self, row: Row[Any]) -> Category:
        """Return the category of a row."""
        return Category(
            key=row.key,
            code=row.code,
            label=_label(row),
            score=row.score,
            parent=self._keys.get(row.parent_id),
            aliases=tuple(self._aliases.get(row.id, ())),
            members=tuple(self._keys[each.member_id] for each in self._members.get(row.id, ())),
            same_as=self._full.get(row.same_as_id),
            attributes=self._read_attributes(row.id),
            guide=_guide(row),
            source=row.source,
            colour=row.colour,
            shortcut=row.shortcut,
            retired=bool(row.retired),
            patterns=tuple(self._patterns.get(row.id, ())),
        )

    def _read_attributes(self, category_id: int) -> dict[str, AttributeValue]:
        values: dict[str, AttributeValue] = {}
        for each in self._values.get(category_id, ()):
            values[self._attributes[each.attribute_id].key] = json.loads(each.value)
        return values


def _read_layers(
    layers: list[Row[Any]], variables: list[Row[Any]], list_keys: Mapping[int, str]
) -> tuple[Layer, ...]:
    by_layer = _grouped(variables, "layer_id")
    return tuple(
        Layer(
            key=row.key,
            label=_label(row),
            scope=Scope(row.scope),
            variables=tuple(_variable(each, list_keys) for each in by_layer.get(row.id, ())),
            complete=tuple(tuple(clause) for clause in json.loads(row.complete)),
            shape=row.shape,
            shortcut=row.shortcut,
            guide=_guide(row),
            retired=bool(row.retired),
            wants=tuple(_want(*each) for each in json.loads(row.wants)),
        )
        for row in layers
    )


def _want(variable: str, categories: list[str], wanted: list[str]) -> Want:
    return Want(variable, tuple(categories), tuple(wanted))


def _variable(row: Row[Any], list_keys: Mapping[int, str]) -> Variable:
    return Variable(
        key=row.key,
        kind=Kind(row.kind),
        label=_label(row),
        code_list=list_keys.get(row.code_list_id),
        several=bool(row.several),
        requires=row.requires or None,
        question=Words(row.question_zh, row.question_en),
        guide=_guide(row),
        default=row.default_value,
        folded=bool(row.folded),
        retired=bool(row.retired),
    )
