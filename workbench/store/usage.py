"""What of the codebook is used: how many annotations hold it, in how many articles, of whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, distinct, func, select

from workbench.domain.annotation import Annotation
from workbench.domain.codebook_edit.replacing import Used
from workbench.domain.codebook_uses import Uses
from workbench.domain.forecasts import is_probability
from workbench.store import tables as t
from workbench.store.annotations import annotations_by_id, in_text_order
from workbench.store.codebook_rows import KeyMap, StoredCodebook
from workbench.store.gate import in_chunks

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Usage:
    """How much would be touched."""

    annotations: int
    articles: int
    coders: int


def usage(
    connection: Connection,
    stored: StoredCodebook,
    *,
    code_list: str | None = None,
    category: str | Sequence[str] | None = None,
    layer: str | None = None,
    variable: str | None = None,
) -> Usage:
    """Count the annotations that hold all that is named, of every coder.

    Several categories are counted together: an annotation that holds one of them.

    Raises:
        UnknownCodeList, UnknownCategory, UnknownLayer, UnknownVariable
    """
    n = t.annotation.c
    where: list[ColumnElement[bool]] = []
    if layer is not None:
        stored.codebook.layer(layer)
        where.append(n.layer_id == stored.keys.layers[layer])
    values = list(_values(stored, code_list, category, layer, variable))
    if values:
        holding = select(t.annotation_value.c.annotation_id).where(*values)
        where.append(n.id.in_(holding))
    counts = (func.count(), func.count(n.article_id.distinct()), func.count(n.coder_id.distinct()))
    return Usage(*connection.execute(select(*counts).where(*where)).one())


def _values(
    stored: StoredCodebook,
    code_list: str | None,
    category: str | Sequence[str] | None,
    layer: str | None,
    variable: str | None,
) -> Iterable[ColumnElement[bool]]:
    v = t.annotation_value.c
    if variable is not None:
        stored.codebook.layer(layer or "").variable(variable)
        yield v.variable_id == stored.keys.variables[layer or "", variable]
    if code_list is not None:
        yield v.category_id.in_(_categories(stored, code_list, category))


def _categories(
    stored: StoredCodebook, code_list: str, category: str | Sequence[str] | None
) -> list[int] | Select[Any]:
    known = stored.codebook.code_list(code_list)
    if category is None:
        c = t.category.c
        return select(c.id).where(c.code_list_id == stored.keys.lists[code_list])
    keys = [category] if isinstance(category, str) else category
    return [stored.keys.categories[code_list, known.category(key).key] for key in keys]


def used_among(
    connection: Connection, stored: StoredCodebook, code_list: str, keys: Sequence[str]
) -> list[str]:
    """Return those of a list's categories that annotations hold."""
    ids = {stored.keys.categories[code_list, key]: key for key in keys}
    used = used_categories(connection, ids)
    return [key for id_, key in ids.items() if id_ in used]


def probabilities(stored: StoredCodebook) -> set[int]:
    """Return the ids of the variables that take the probability of a forecast."""
    return {
        id_
        for (layer, key), id_ in stored.keys.variables.items()
        if is_probability(own := stored.codebook.layer(layer), own.variable(key))
    }


def improbable(connection: Connection, variables: Iterable[int]) -> float | None:
    """Return a number coded in these variables that is no probability."""
    v, ids = t.annotation_value.c, list(variables)
    wrong = select(v.number).where(v.variable_id.in_(ids), (v.number < 0) | (v.number > 1))
    return connection.execute(wrong.limit(1)).scalar() if ids else None


def annotations_holding(
    connection: Connection, stored: StoredCodebook, code_list: str, category: str
) -> set[int]:
    """Return the ids of the annotations, of every coder, that hold a category."""
    stored.codebook.code_list(code_list).category(category)
    v, id_ = t.annotation_value.c, stored.keys.categories[code_list, category]
    return set(connection.execute(select(v.annotation_id).where(v.category_id == id_)).scalars())


def category_ids(connection: Connection, list_id: int) -> dict[str, int]:
    """Return the ids of a list's categories as they are in the tables now, by their keys."""
    c = t.category.c
    rows = connection.execute(select(c.key, c.id).where(c.code_list_id == list_id))
    return dict(tuple(row) for row in rows.all())


def used_categories(connection: Connection, ids: Iterable[int]) -> set[int]:
    """Return those ids of categories that annotations hold."""
    column = t.annotation_value.c.category_id
    found: set[int] = set()
    for chunk in in_chunks(ids):
        here = select(column).where(column.in_(chunk)).distinct()
        found.update(connection.execute(here).scalars())
    return found


def annotations_with(
    connection: Connection,
    stored: StoredCodebook,
    code_list: str,
    category: str,
    coder: int | None,
) -> list[Annotation]:
    """Return the annotations that hold a category, article by article, in text order.

    Of one coder, or (None) of all.
    """
    stored.codebook.code_list(code_list).category(category)
    v, n = t.annotation_value.c, t.annotation.c
    id_ = stored.keys.categories[code_list, category]
    holding = select(v.annotation_id).where(v.category_id == id_)
    mine = [n.coder_id == coder] if coder is not None else []
    ids = connection.execute(select(n.id).where(n.id.in_(holding), *mine)).scalars().all()
    return in_reading_order(connection, annotations_by_id(connection, stored, ids))


def in_reading_order(connection: Connection, annotations: Sequence[Annotation]) -> list[Annotation]:
    """Return annotations in the order of their articles, within each in text order."""
    a = t.article.c
    order = {
        id_: place
        for place, id_ in enumerate(
            connection.execute(select(a.id).order_by(a.ordinal, a.id)).scalars()
        )
    }
    return sorted(annotations, key=lambda each: (order[each.article], *in_text_order(each)))


def all_used(connection: Connection, stored: StoredCodebook) -> Used:
    """Return all that annotations name of the codebook."""
    v, n, keys = t.annotation_value.c, t.annotation.c, stored.keys

    def held(column: Column[Any]) -> set[int]:
        return set(connection.execute(select(column).distinct()).scalars())

    categories, variables = held(v.category_id), held(v.variable_id)
    layers = held(n.layer_id)
    return Used(
        frozenset(place for place, id_ in keys.categories.items() if id_ in categories),
        frozenset(place for place, id_ in keys.variables.items() if id_ in variables),
        frozenset(key for key, id_ in keys.layers.items() if id_ in layers),
    )


def count_uses(connection: Connection, keys: KeyMap) -> Uses:
    """Return how many annotations, of every coder, use each part of the codebook."""
    value, category = t.annotation_value.c, t.category.c
    annotations = func.count(distinct(value.annotation_id))
    by_layer = _counted(
        connection,
        select(t.annotation.c.layer_id, func.count()).group_by(t.annotation.c.layer_id),
    )
    by_variable = _counted(
        connection, select(value.variable_id, annotations).group_by(value.variable_id)
    )
    by_category = _counted(
        connection,
        select(value.category_id, annotations)
        .where(value.category_id.is_not(None))
        .group_by(value.category_id),
    )
    by_list = _counted(
        connection,
        select(category.code_list_id, annotations)
        .select_from(t.annotation_value.join(t.category, category.id == value.category_id))
        .group_by(category.code_list_id),
    )
    return Uses(
        categories=_by_key(keys.categories, by_category),
        layers=_by_key(keys.layers, by_layer),
        variables=_by_key(keys.variables, by_variable),
        lists=_by_key(keys.lists, by_list),
    )


def _by_key(ids: Mapping[_Key, int], counts: Mapping[int, int]) -> dict[_Key, int]:
    return {key: counts[id_] for key, id_ in ids.items() if id_ in counts}


def _counted(connection: Connection, counts: Select[Any, int]) -> dict[int, int]:
    return {row[0]: row[1] for row in connection.execute(counts)}
