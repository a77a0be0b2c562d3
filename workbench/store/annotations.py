"""Annotations in the store: reading them as the domain knows them, writing through the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, bindparam, func, select

from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.codebook import Kind, Layer, Variable
from workbench.domain.ids import Ids
from workbench.domain.text import Span
from workbench.domain.values import Missing, Scalar, Values, is_complete
from workbench.store import tables as t
from workbench.store.codebook_rows import StoredCodebook
from workbench.store.errors import NoSuchRow, whole_rows
from workbench.store.gate import Gate, in_chunks

#: The columns of which each value fills one.
VALUE_COLUMNS = ("category_id", "number", "text", "link_id", "missing")


@dataclass(frozen=True, slots=True)
class NewAnnotation:
    """An annotation checked and ready to be written; `span` None on article scope.

    Without times of its own it was made when it is written.
    """

    article: int
    coder: int
    layer: str
    span: Span | None
    quote: str
    values: Values
    certainty: Certainty
    memo: str
    created: str = ""
    modified: str = ""


# --- writing ----------------------------------------------------------------


def insert_annotations(
    gate: Gate, ids: Ids, stored: StoredCodebook, new: Sequence[NewAnnotation], time: str
) -> list[int]:
    """Write annotations with their values; return their ids."""
    version = stored.version_before(gate.operation_id)
    rows = [
        {
            "uid": ids.new("n"),
            "article_id": each.article,
            "coder_id": each.coder,
            "layer_id": stored.keys.layers[each.layer],
            "start": each.span.start if each.span else None,
            "end": each.span.end if each.span else None,
            "quote": each.quote,
            "certainty": each.certainty.value,
            "memo": each.memo,
            "created": each.created or time,
            "modified": each.modified or each.created or time,
            "version_id": version,
        }
        for each in new
    ]
    new_ids = gate.insert(t.annotation, rows)
    values = [
        row
        for id_, each in zip(new_ids, new, strict=True)
        for key, scalars in each.values.items()
        for row in value_rows(stored, id_, each.layer, key, scalars)
    ]
    gate.insert(t.annotation_value, values)
    return new_ids


def insert_links(
    gate: Gate, stored: StoredCodebook, links: Sequence[tuple[int, str, Values]]
) -> None:
    """Write links of annotations that have none yet: by their ids and layers."""
    rows = [
        row
        for id_, layer, values in links
        for key, scalars in values.items()
        for row in value_rows(stored, id_, layer, key, scalars)
    ]
    gate.insert(t.annotation_value, rows)


def update_annotation(gate: Gate, annotation_id: int, columns: Mapping[str, Any]) -> None:
    """Set columns of an annotation's own row."""
    gate.update(t.annotation, {annotation_id: columns})


def move_annotations(gate: Gate, places: Mapping[int, Span | None], text: str) -> None:
    """Move annotations to their places in a corrected text; one without keeps its quote."""
    gate.update(
        t.annotation,
        {
            id_: {"start": None, "end": None} if span is None else _place_row(span, text)
            for id_, span in places.items()
        },
    )


def move_rejections(
    gate: Gate, article_id: int, placed: Callable[[Span], Span | None], text: str
) -> None:
    """Move an article's rejected suggestions along; one without a place in `text` is dropped."""
    r = t.rejection.c
    here = select(r.id, r.start, r.end).where(r.article_id == article_id).order_by(r.id)
    found = {row.id: placed(Span(row.start, row.end)) for row in gate.connection.execute(here)}
    gate.delete(t.rejection, [id_ for id_, span in found.items() if span is None])
    gate.update(t.rejection, {id_: _place_row(span, text) for id_, span in found.items() if span})


def _place_row(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": text[span.start : span.end]}


def replace_values(
    gate: Gate,
    stored: StoredCodebook,
    annotation: Annotation,
    values: Mapping[str, tuple[Scalar, ...]],
    time: str,
) -> None:
    """Set the given variables of an annotation; an empty tuple clears one.

    What stays the same is not written; only a real change moves `modified`.
    """
    v = t.annotation_value
    layer = annotation.layer
    wanted: dict[tuple[int, int], dict[str, Any]] = {}
    for key, scalars in values.items():
        for row in value_rows(stored, annotation.id, layer, key, scalars):
            wanted[row["variable_id"], row["ordinal"]] = row
    variables = [stored.keys.variables[layer, key] for key in values]
    known = {
        (row["variable_id"], row["ordinal"]): dict(row)
        for row in gate.connection.execute(
            select(v).where(v.c.annotation_id == annotation.id, v.c.variable_id.in_(variables))
        ).mappings()
    }
    updates = {
        known[place]["id"]: {name: row[name] for name in VALUE_COLUMNS}
        for place, row in wanted.items()
        if place in known and any(row[name] != known[place][name] for name in VALUE_COLUMNS)
    }
    fresh = [row for place, row in wanted.items() if place not in known]
    gone = [row["id"] for place, row in known.items() if place not in wanted]
    if updates or fresh or gone:
        gate.delete(v, gone)
        gate.update(v, updates)
        gate.insert(v, fresh)
        gate.update(t.annotation, {annotation.id: {"modified": time}})


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_value = t.annotation_value.c
# Built once: for a single annotation that takes longer than running it.
_HANGING = select(_value.id, _value.annotation_id).where(
    _value.annotation_id.in_(_IDS) | _value.link_id.in_(_IDS)
)


def delete_annotations(gate: Gate, ids: Iterable[int], time: str) -> None:
    """Delete annotations, their values, and other annotations' links to them."""
    wanted = list(dict.fromkeys(ids))
    linking: set[int] = set()
    for chunk in in_chunks(wanted):
        hanging = gate.connection.execute(_HANGING, {"ids": chunk}).all()
        linking.update(annotation for _, annotation in hanging)
        gate.delete(t.annotation_value, [id_ for id_, _ in hanging])
    others = sorted(linking.difference(wanted))
    gate.update(t.annotation, {id_: {"modified": time} for id_ in others})
    gate.delete(t.annotation, wanted)


def value_rows(
    stored: StoredCodebook, annotation_id: int, layer: str, key: str, scalars: tuple[Scalar, ...]
) -> list[dict[str, Any]]:
    """Return the rows of the values of one variable of an annotation."""
    variable = stored.codebook.layer(layer).variable(key)
    variable_id = stored.keys.variables[layer, key]
    return [
        {
            "annotation_id": annotation_id,
            "variable_id": variable_id,
            "ordinal": ordinal,
            **dict.fromkeys(VALUE_COLUMNS),
            **value_columns(stored, variable, scalar),
        }
        for ordinal, scalar in enumerate(scalars)
    ]


def value_columns(stored: StoredCodebook, variable: Variable, scalar: Scalar) -> dict[str, Any]:
    """Return the column that a value lies in, filled."""
    if isinstance(scalar, Missing):
        return {"missing": int(scalar)}
    match variable.kind:
        case Kind.CATEGORY:
            place = (variable.code_list or "", str(scalar))
            return {"category_id": stored.keys.categories[place]}
        case Kind.LINK:
            return {"link_id": scalar}
        case Kind.INTEGER | Kind.REAL | Kind.BOOLEAN:
            return {"number": float(scalar)}
        case Kind.DATE | Kind.TEXT:
            return {"text": str(scalar)}


# --- reading ----------------------------------------------------------------

_Statement = Select[*tuple[Any, ...]]
_PART = 1_000  # annotations of an article that are read at a time
_CERTAINTIES = {each.value: each for each in Certainty}
_n = t.annotation.c
#: What :func:`_annotation` unpacks: to ask a row for columns by name takes longer than the rest.
_ROWS: _Statement = select(
    _n.id,
    _n.uid,
    _n.article_id,
    _n.coder_id,
    _n.layer_id,
    _n.start,
    _n.end,
    _n.quote,
    _n.certainty,
    _n.memo,
    _n.created,
    _n.modified,
    _n.version_id,
    _n.reviewed_id,
)
#: What reads the annotations, and what reads their values.
_Pair = tuple[_Statement, _Statement]


def _pair(chosen: _Statement, ids: Any) -> _Pair:
    v = t.annotation_value.c
    values = (
        select(v.annotation_id, v.variable_id, *(v[name] for name in VALUE_COLUMNS))
        .where(v.annotation_id.in_(ids))
        .order_by(v.annotation_id, v.variable_id, v.ordinal)
    )
    return chosen, values


def _pair_where(*clauses: Any) -> _Pair:
    chosen = _ROWS.where(*clauses)
    return _pair(chosen, chosen.with_only_columns(t.annotation.c.id))


_OF_ARTICLE = t.annotation.c.article_id == bindparam("article")
_OF_CODER = t.annotation.c.coder_id == bindparam("coder")


_BY_ALL = _ROWS.where(_OF_ARTICLE)
_BY_ONE = _BY_ALL.where(_OF_CODER)
_BY_ID = _pair(_ROWS.where(t.annotation.c.id.in_(_IDS)), _IDS)


def annotations_of(
    connection: Connection,
    stored: StoredCodebook,
    article_id: int,
    coder_id: int | None,
    go_on: Callable[[], None] = lambda: None,
) -> list[Annotation]:
    """Return an article's annotations in text order, of one coder or (None) of all.

    `go_on` is called between two parts, and may raise.
    """
    statement, parameters = _BY_ALL, {"article": article_id}
    if coder_id is not None:
        statement, parameters = _BY_ONE, {"article": article_id, "coder": coder_id}
    found: list[Annotation] = []
    alike = _Alike()
    parts = {"yield_per": _PART}
    # Closed where a row is refused too: a statement that is left half read keeps the file's log.
    with connection.execute(statement, parameters, execution_options=parts) as rows:
        for part in rows.partitions():
            go_on()
            ids = {"ids": [row[0] for row in part]}
            found += _with_values(connection, stored, part, (_BY_ID[1], ids), alike)
    found.sort(key=in_text_order)
    return found


_UP_TO = _pair_where(_OF_ARTICLE, _OF_CODER, t.annotation.c.start < bindparam("until"))


def annotations_up_to(
    connection: Connection, stored: StoredCodebook, article_id: int, coder_id: int, until: int
) -> list[Annotation]:
    """Return a coder's annotations that begin before `until`, in text order."""
    parameters = {"article": article_id, "coder": coder_id, "until": until}
    return sorted(_read(connection, stored, _UP_TO, parameters), key=in_text_order)


def annotations_by_id(
    connection: Connection, stored: StoredCodebook, ids: Iterable[int]
) -> list[Annotation]:
    """Return the annotations that exist among `ids`, in text order."""
    found: list[Annotation] = []
    for chunk in in_chunks(ids):
        found.extend(_read(connection, stored, _BY_ID, {"ids": chunk}))
    return sorted(found, key=in_text_order)


def ids_in_reading_order(
    connection: Connection,
    coder: int | None = None,
    article: int | None = None,
    layers: Iterable[int] | None = None,
) -> list[int]:
    """Return the ids of annotations, article by article, in text order; of all, or as limited."""
    n, a = t.annotation.c, t.article.c
    where: list[ColumnElement[bool]] = []
    if coder is not None:
        where.append(n.coder_id == coder)
    if article is not None:
        where.append(n.article_id == article)
    if layers is not None:
        where.append(n.layer_id.in_(layers))
    ordered = (
        select(n.id)
        .select_from(t.annotation.join(t.article, a.id == n.article_id))
        .where(*where)
        .order_by(a.ordinal, a.id, func.coalesce(n.start, -1), n.end, n.id)
    )
    return list(connection.execute(ordered).scalars())


_a = t.annotation.c
_ON_SPAN = _pair_where(
    _OF_ARTICLE,
    _a.coder_id == bindparam("coder"),
    _a.start == bindparam("start"),
    _a.end == bindparam("end"),
    _a.layer_id == bindparam("layer"),
)


def annotations_like(
    connection: Connection, stored: StoredCodebook, new: NewAnnotation
) -> list[Annotation]:
    """Return what its coder has marked in its layer on exactly its stretch."""
    parameters = {
        "article": new.article,
        "coder": new.coder,
        "start": new.span.start if new.span else None,
        "end": new.span.end if new.span else None,
        "layer": stored.keys.layers[new.layer],
    }
    return _read(connection, stored, _ON_SPAN, parameters)


def annotations_linking_to(
    connection: Connection, stored: StoredCodebook, ids: Iterable[int]
) -> list[Annotation]:
    """Return the annotations that name one of `ids` in a link, in text order."""
    v = t.annotation_value.c
    linking: set[int] = set()
    for chunk in in_chunks(ids):
        here = select(v.annotation_id).where(v.link_id.in_(chunk))
        linking.update(connection.execute(here).scalars())
    return annotations_by_id(connection, stored, sorted(linking))


def annotation_by_id(connection: Connection, stored: StoredCodebook, id_: int) -> Annotation:
    """Return one annotation, or raise NoSuchRow."""
    found = annotations_by_id(connection, stored, [id_])
    if not found:
        raise NoSuchRow(table="annotation", id=id_)
    return found[0]


def in_text_order(each: Annotation) -> tuple[int, int, int]:
    """Return what sorts the annotations of one article as they stand in its text."""
    return (each.span.start, each.span.end, each.id) if each.span else (-1, -1, each.id)


def _read(
    connection: Connection,
    stored: StoredCodebook,
    statements: _Pair,
    parameters: Mapping[str, Any],
) -> list[Annotation]:
    chosen, of_values = statements
    rows = connection.execute(chosen, parameters).all()
    if not rows:  # as at nearly every mark, which asks whether it is there already
        return []
    return _with_values(connection, stored, rows, (of_values, parameters), _Alike())


def _with_values(
    connection: Connection,
    stored: StoredCodebook,
    rows: Sequence[Any],
    asked: tuple[_Statement, Mapping[str, Any]],
    alike: _Alike,
) -> list[Annotation]:
    """Return annotations from their rows; `asked` is what reads their values."""
    columns: dict[int, list[tuple[Any, ...]]] = {}
    with whole_rows("annotation_value"):
        for row in connection.execute(*asked).all():
            columns.setdefault(row[0], []).append(row[1:])
    with whole_rows("annotation"):
        return [_annotation(stored, row, columns.get(row[0], ()), alike) for row in rows]


class _Alike:
    """Have what many annotations share in memory once: a book has fifty thousand of them.

    `texts` and `ids` give what is held once; large numbers Python does not hold so of itself.
    """

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.ids: dict[int | None, Any] = {}
        self._values: dict[tuple[object, ...], tuple[Values, bool]] = {}

    def values(
        self, stored: StoredCodebook, layer: Layer, columns: Sequence[tuple[Any, ...]]
    ) -> tuple[Values, bool]:
        """Return the values in some columns, and whether they complete an annotation of a layer."""
        some = (layer.key, *columns)
        known = self._values.get(some)
        if known is None:
            values = _values(stored, layer, columns)
            known = self._values[some] = values, is_complete(layer, values)
        return known


def _values(
    stored: StoredCodebook, layer: Layer, columns: Iterable[tuple[Any, ...]]
) -> dict[str, tuple[Scalar, ...]]:
    """Return the values of an annotation by variable, in the layer's order."""
    found: dict[str, list[Scalar]] = {}
    with whole_rows("annotation_value"):
        for variable_id, *each in columns:
            layer_key, key = stored.keys.variable_keys[variable_id]
            variable = stored.codebook.layer(layer_key).variable(key)
            found.setdefault(key, []).append(scalar_of(stored, variable, each))
    return {each.key: tuple(found[each.key]) for each in layer.variables if each.key in found}


def scalar_of(stored: StoredCodebook, variable: Variable, columns: Sequence[Any]) -> Scalar:
    """Return the value in the columns category_id, number, text, link_id, missing."""
    category_id, number, text, link_id, missing = columns
    if missing is not None:
        return Missing(missing)
    if category_id is not None:
        return stored.keys.category_keys[category_id]
    if link_id is not None:
        return int(link_id)
    if text is not None:
        return str(text)
    if variable.kind is Kind.BOOLEAN:
        return bool(number)
    return int(number) if variable.kind is Kind.INTEGER else float(number)


def _annotation(
    stored: StoredCodebook, row: Any, columns: Sequence[tuple[Any, ...]], alike: _Alike
) -> Annotation:
    id_, uid, article, coder, layer_id, start, end, quote, certainty, *rest = row
    memo, created, modified, version, reviewed = rest
    text, one = alike.texts.setdefault, alike.ids.setdefault
    layer: Layer = stored.codebook.layer(stored.keys.layer_keys[layer_id])
    values, complete = alike.values(stored, layer, columns)
    return Annotation(
        id=id_,
        uid=uid,
        article=one(article, article),
        coder=one(coder, coder),
        layer=layer.key,
        span=None if start is None else Span(start, end),
        quote=text(quote, quote),
        values=values,
        certainty=_CERTAINTIES[certainty],
        memo=text(memo, memo),
        created=text(created, created),
        modified=text(modified, modified),
        complete=complete,
        version=one(version, version),
        reviewed=one(reviewed, reviewed),
    )


def article_scope_id(
    connection: Connection, stored: StoredCodebook, layer: str, article: int, coder: int
) -> int | None:
    """Return the id of a coder's annotation of a whole article, None if there is none yet."""
    a = t.annotation
    return connection.execute(
        select(a.c.id).where(
            a.c.layer_id == stored.keys.layers[layer],
            a.c.article_id == article,
            a.c.coder_id == coder,
        )
    ).scalar()
