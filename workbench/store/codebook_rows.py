"""The codebook in its tables: read whole, write whole or by the category."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select

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
from workbench.domain.ids import Ids
from workbench.store import tables as t
from workbench.store.errors import whole_rows
from workbench.store.gate import Gate

_PARTS = ("definition", "include", "exclude", "example")
_NAME_ZH, _NAME_EN = "codebook_name_zh", "codebook_name_en"


@dataclass(frozen=True)
class KeyMap:
    """Keys of the codebook to row ids, and back."""

    lists: Mapping[str, int]
    categories: Mapping[tuple[str, str], int]
    category_keys: Mapping[int, str]
    layers: Mapping[str, int]
    layer_keys: Mapping[int, str]
    variables: Mapping[tuple[str, str], int]
    variable_keys: Mapping[int, tuple[str, str]]


@dataclass(frozen=True)
class StoredCodebook:
    """The codebook of a project, where its parts are stored, and its frozen versions, by id."""

    codebook: Codebook
    keys: KeyMap
    versions: tuple[int, ...] = ()

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
    layers = _all(connection, t.layer, t.layer.c.ordinal)
    variables = _all(connection, t.variable, t.variable.c.ordinal)
    list_keys = {row.id: row.key for row in lists}
    layer_keys = {row.id: row.key for row in layers}
    keys = KeyMap(
        lists={row.key: row.id for row in lists},
        categories={(list_keys[row.code_list_id], row.key): row.id for row in categories},
        category_keys={row.id: row.key for row in categories},
        layers={row.key: row.id for row in layers},
        layer_keys=layer_keys,
        variables={(layer_keys[row.layer_id], row.key): row.id for row in variables},
        variable_keys={row.id: (layer_keys[row.layer_id], row.key) for row in variables},
    )
    codebook = Codebook(
        name=_read_name(connection),
        code_lists=_read_lists(connection, lists, categories, list_keys),
        layers=_read_layers(layers, variables, list_keys),
    )
    versions = connection.execute(select(t.codebook_version.c.id).order_by(t.codebook_version.c.id))
    return StoredCodebook(codebook, keys, tuple(versions.scalars()))


def _all(connection: Connection, table: Table, *order: Any) -> list[Row[Any]]:
    return list(connection.execute(select(table).order_by(*order, table.c.id)))


def _read_name(connection: Connection) -> Words:
    rows = connection.execute(select(t.setting.c.key, t.setting.c.value))
    settings = dict(tuple(row) for row in rows)
    return Words(settings.get(_NAME_ZH, ""), settings.get(_NAME_EN, ""))


def _grouped(rows: Iterable[Row[Any]], column: str) -> dict[int, list[Row[Any]]]:
    groups: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, column)].append(row)
    return groups


def _guide(row: Row[Any]) -> Guide:
    parts = (Words(getattr(row, f"{p}_zh"), getattr(row, f"{p}_en")) for p in _PARTS)
    return Guide(*parts)


def _label(row: Row[Any]) -> Words:
    return Words(row.label_zh, row.label_en)


def _read_lists(
    connection: Connection,
    lists: list[Row[Any]],
    categories: list[Row[Any]],
    list_keys: Mapping[int, str],
) -> tuple[CodeList, ...]:
    attributes = _grouped(_all(connection, t.attribute, t.attribute.c.ordinal), "code_list_id")
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
        self._aliases = _grouped(_all(connection, t.alias, t.alias.c.ordinal), "category_id")
        self._patterns = _grouped(_all(connection, t.pattern, t.pattern.c.ordinal), "category_id")
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
            aliases=tuple(each.text for each in self._aliases.get(row.id, ())),
            members=tuple(self._keys[each.member_id] for each in self._members.get(row.id, ())),
            same_as=self._full.get(row.same_as_id),
            attributes=self._read_attributes(row.id),
            guide=_guide(row),
            source=row.source,
            colour=row.colour,
            shortcut=row.shortcut,
            retired=bool(row.retired),
            patterns=tuple(each.text for each in self._patterns.get(row.id, ())),
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


# --- writing ----------------------------------------------------------------


def write_codebook(gate: Gate, ids: Ids, codebook: Codebook) -> None:
    """Write a whole codebook into a project that has none; `codebook` is consistent."""
    gate.insert(
        t.setting,
        [
            {"key": _NAME_ZH, "value": codebook.name.zh},
            {"key": _NAME_EN, "value": codebook.name.en},
        ],
    )
    list_ids = _insert_lists(gate, ids, codebook)
    category_ids: dict[str, int] = {}
    for code_list in codebook.code_lists:
        rows = [
            _category_row(ids, list_ids[code_list.key], ordinal, each)
            for ordinal, each in enumerate(code_list.categories)
        ]
        new = gate.insert(t.category, rows)
        category_ids.update(
            (f"{code_list.key}:{each.key}", id_)
            for each, id_ in zip(code_list.categories, new, strict=True)
        )
    attribute_ids = _insert_attributes(gate, codebook, list_ids)
    for code_list in codebook.code_lists:
        for each in code_list.categories:
            _hang_on(gate, code_list.key, each, category_ids, attribute_ids)
    _insert_layers(gate, ids, codebook, list_ids)


def _insert_lists(gate: Gate, ids: Ids, codebook: Codebook) -> dict[str, int]:
    rows = [
        {
            "uid": ids.new("k"),
            "ordinal": ordinal,
            "key": each.key,
            **_label_row(each.label),
            **_guide_row(each.guide),
            "ordered": int(each.ordered),
        }
        for ordinal, each in enumerate(codebook.code_lists)
    ]
    new = gate.insert(t.code_list, rows)
    return {each.key: id_ for each, id_ in zip(codebook.code_lists, new, strict=True)}


def _insert_attributes(
    gate: Gate, codebook: Codebook, list_ids: Mapping[str, int]
) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for code_list in codebook.code_lists:
        rows = [
            {
                "code_list_id": list_ids[code_list.key],
                "ordinal": ordinal,
                "key": each.key,
                "kind": each.kind.value,
                **_label_row(each.label),
                "values_list_id": list_ids.get(each.code_list or ""),
            }
            for ordinal, each in enumerate(code_list.attributes)
        ]
        new = gate.insert(t.attribute, rows)
        found.update(
            ((code_list.key, each.key), id_)
            for each, id_ in zip(code_list.attributes, new, strict=True)
        )
    return found


def add_category(
    gate: Gate, ids: Ids, stored: StoredCodebook, list_key: str, category: Category
) -> int:
    """Append one category, already checked, to a code list; return its id."""
    list_id = stored.keys.lists[list_key]
    last = select(func.max(t.category.c.ordinal)).where(t.category.c.code_list_id == list_id)
    ordinal = int(gate.connection.execute(last).scalar() or 0) + 1
    (id_,) = gate.insert(t.category, [_category_row(ids, list_id, ordinal, category)])
    category_ids = {f"{each}:{key}": row for (each, key), row in stored.keys.categories.items()}
    category_ids[f"{list_key}:{category.key}"] = id_
    rows = gate.connection.execute(
        select(t.attribute.c.key, t.attribute.c.id).where(t.attribute.c.code_list_id == list_id)
    )
    attribute_ids = {(list_key, key): row for key, row in rows}
    _hang_on(gate, list_key, category, category_ids, attribute_ids)
    return id_


def _category_row(ids: Ids, list_id: int, ordinal: int, category: Category) -> dict[str, Any]:
    return {
        "uid": ids.new("g"),
        "code_list_id": list_id,
        "ordinal": ordinal,
        "key": category.key,
        "code": category.code,
        "score": category.score,
        **_label_row(category.label),
        **_guide_row(category.guide),
        "source": category.source,
        "colour": category.colour,
        "shortcut": category.shortcut,
        "retired": int(category.retired),
    }


def _hang_on(
    gate: Gate,
    list_key: str,
    category: Category,
    category_ids: Mapping[str, int],
    attribute_ids: Mapping[tuple[str, str], int],
) -> None:
    """Write what hangs on a category whose row and whose relatives' rows are there."""
    own = category_ids[f"{list_key}:{category.key}"]
    relatives: dict[str, Any] = {}
    if category.parent:
        relatives["parent_id"] = category_ids[f"{list_key}:{category.parent}"]
    if category.same_as:
        relatives["same_as_id"] = category_ids[category.same_as]
    if relatives:
        gate.update(t.category, {own: relatives})
    for table, texts in ((t.alias, category.aliases), (t.pattern, category.patterns)):
        gate.insert(
            table,
            [{"category_id": own, "ordinal": n, "text": text} for n, text in enumerate(texts)],
        )
    members = (category_ids[f"{list_key}:{key}"] for key in category.members)
    gate.insert(
        t.member,
        [{"category_id": own, "ordinal": n, "member_id": id_} for n, id_ in enumerate(members)],
    )
    gate.insert(
        t.category_attribute,
        [
            {
                "category_id": own,
                "attribute_id": attribute_ids[list_key, key],
                "value": json.dumps(value, ensure_ascii=False),
            }
            for key, value in category.attributes.items()
        ],
    )


def _insert_layers(gate: Gate, ids: Ids, codebook: Codebook, list_ids: Mapping[str, int]) -> None:
    rows = [_layer_row(ids, ordinal, each) for ordinal, each in enumerate(codebook.layers)]
    for layer, id_ in zip(codebook.layers, gate.insert(t.layer, rows), strict=True):
        gate.insert(
            t.variable,
            [
                _variable_row(ids, id_, ordinal, each, list_ids)
                for ordinal, each in enumerate(layer.variables)
            ],
        )


def _layer_row(ids: Ids, ordinal: int, layer: Layer) -> dict[str, Any]:
    return {
        "uid": ids.new("l"),
        "ordinal": ordinal,
        "key": layer.key,
        **_label_row(layer.label),
        **_guide_row(layer.guide),
        "scope": layer.scope.value,
        "shape": layer.shape,
        "shortcut": layer.shortcut,
        "complete": json.dumps([list(clause) for clause in layer.complete]),
        "retired": int(layer.retired),
        "wants": _wants(layer),
    }


def _wants(layer: Layer) -> str:
    wants = [[each.variable, each.categories, each.wanted] for each in layer.wants]
    return json.dumps(wants, ensure_ascii=False)


def _variable_row(
    ids: Ids, layer_id: int, ordinal: int, variable: Variable, list_ids: Mapping[str, int]
) -> dict[str, Any]:
    return {
        "uid": ids.new("v"),
        "layer_id": layer_id,
        "ordinal": ordinal,
        "key": variable.key,
        "kind": variable.kind.value,
        **_label_row(variable.label),
        **_guide_row(variable.guide),
        "question_zh": variable.question.zh,
        "question_en": variable.question.en,
        "code_list_id": list_ids.get(variable.code_list or ""),
        "several": int(variable.several),
        "requires": variable.requires or "",
        "default_value": variable.default,
        "folded": int(variable.folded),
        "retired": int(variable.retired),
    }


def _label_row(label: Words) -> dict[str, str]:
    return {"label_zh": label.zh, "label_en": label.en}


def _guide_row(guide: Guide) -> dict[str, str]:
    row: dict[str, str] = {}
    for part in _PARTS:
        words: Words = getattr(guide, part)
        row[f"{part}_zh"], row[f"{part}_en"] = words.zh, words.en
    return row
