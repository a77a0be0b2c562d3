"""What undo and redo may not leave behind, since others have worked on in between.

The journal compares the rows that a step touched. What is only named in words (a default, a wish,
an attribute's value), what a rule says of several rows (a circle of parents, the kind of a
variable), and the text that a quote lies in are no part of those rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, bindparam, false, func, or_, select

from workbench.domain.codebook_check import check_codebook
from workbench.domain.errors import Refusal
from workbench.store import tables as t
from workbench.store.checking import scope_problems, value_problems
from workbench.store.codebook_rows import StoredCodebook, read_codebook
from workbench.store.errors import HistoryConflict
from workbench.store.usage import improbable, probabilities

# Built once: for a small step that costs more than running it.
_operation = t.operation.c
_OTHERS = (
    select(_operation.id)
    .where(
        or_(
            _operation.coder_id < bindparam("coder"),
            _operation.coder_id > bindparam("coder"),
            (_operation.coder_id == bindparam("coder")) & (_operation.state == "kept"),
        )
    )
    .limit(1)
)
_CODEBOOK = {each.name for each in t.CODEBOOK}
_TAKES = {"kind", "code_list_id", "several"}
_PLACE = {"article_id", "layer_id", "start", "end", "quote"}
_CONTENT = {"number", "text", "link_id", "missing", "ordinal"}
_MATTERS = {
    **{name: set(t.JOURNALLED[name].c.keys()) for name in _CODEBOOK},
    "annotation": _PLACE,
    "annotation_value": _CONTENT,
    "rejection": _PLACE,
    "article": {"text_sha256"},
}


def refuse_unsound(connection: Connection, operation: int, coder: int) -> None:
    """Raise HistoryConflict if a step that was just taken back or repeated fits no more.

    Alone, a coder comes back to what was there before, which held together.
    """
    if not _is_mixed(connection, coder):
        return
    replayed = _Replayed(connection, operation)
    if not replayed.steps:
        return
    stored = _sound_codebook(connection, replayed)
    found = (
        value_problems(connection, stored, replayed.values()),
        scope_problems(connection, stored, replayed.marks()),
    )
    if any(next(each, None) for each in found) or replayed.misquotes():
        raise HistoryConflict
    if replayed.touch("variable") and _is_improbable(connection, stored):
        raise HistoryConflict


def _is_improbable(connection: Connection, stored: StoredCodebook) -> bool:
    return improbable(connection, probabilities(stored)) is not None


def _is_mixed(connection: Connection, coder: int) -> bool:
    """Tell whether others have worked here, or a step was left out of what is taken back."""
    return connection.execute(_OTHERS, {"coder": coder}).first() is not None


def _sound_codebook(connection: Connection, replayed: _Replayed) -> StoredCodebook:
    try:
        stored = read_codebook(connection)
        if any(each.table in _CODEBOOK for each in replayed.steps):
            check_codebook(stored.codebook)
    except Refusal as error:
        raise HistoryConflict from error
    return stored


@dataclass(frozen=True)
class _Step:
    """A step as it was replayed: rows went, came, or changed in the columns `names`."""

    number: int
    table: str
    names: frozenset[str] | None

    def may_break(self, names: set[str]) -> bool:
        """Tell whether rows came, or changed in one of these columns."""
        return self.names is None or bool(self.names & names)


class _Replayed:
    """The steps of an operation that may have broken a rule, and the rows that they touched."""

    def __init__(self, connection: Connection, operation: int) -> None:
        self._connection, self._operation = connection, operation
        self.steps = [each for each in self._read() if each.may_break(_MATTERS[each.table])]

    def _read(self) -> Iterator[_Step]:
        c, o = t.change.c, t.operation.c
        here = c.operation_id == self._operation
        state = self._connection.execute(select(o.state).where(o.id == self._operation)).scalar()
        went = "insert" if state == "undone" else "delete"
        steps = select(c.step, c.table_name, c.verb).where(here, c.table_name.in_(_MATTERS))
        for step, table, verb in self._connection.execute(steps.distinct()).all():
            if verb == "update":
                # All rows of a step have the same columns.
                after = select(c.after).where(here, c.step == step).limit(1)
                names = self._connection.execute(after).scalar_one()
                yield _Step(step, table, frozenset(names))
            elif verb != went or table in _CODEBOOK:
                yield _Step(step, table, None)

    def touch(self, table: str) -> bool:
        """Tell whether the operation touched a table."""
        return any(each.table == table for each in self.steps)

    def _rows(self, table: str, names: set[str]) -> Select[tuple[int]] | None:
        """Return the ids of the rows of a table that changed in these columns; None without any."""
        c = t.change.c
        steps = [e.number for e in self.steps if e.table == table and e.may_break(names)]
        here = (c.operation_id == self._operation) & c.step.in_(steps)
        return select(c.row_id).where(here) if steps else None

    def _among(
        self, column: ColumnElement[int], table: str, names: set[str]
    ) -> list[ColumnElement[bool]]:
        rows = self._rows(table, names)
        return [] if rows is None else [column.in_(rows)]

    def values(self) -> ColumnElement[bool]:
        """Return which values have to be looked at."""
        v = t.annotation_value.c
        return or_(
            false(),
            *self._among(v.id, "annotation_value", _CONTENT),
            *self._among(v.annotation_id, "annotation", {"layer_id", "article_id"}),
            *self._among(v.variable_id, "variable", _TAKES),
        )

    def marks(self) -> ColumnElement[bool]:
        """Return which annotations have to be held against the scope of their layer."""
        n = t.annotation.c
        return or_(
            false(),
            *self._among(n.id, "annotation", _PLACE),
            *self._among(n.layer_id, "layer", {"scope"}),
        )

    def misquotes(self) -> bool:
        """Tell whether a quote is not what stands at its place."""
        return any(self._misquotes(each) for each in (t.annotation, t.rejection))

    def _misquotes(self, table: t.Table) -> bool:
        c, a, v = table.c, t.article, t.text_version
        chosen = [
            *self._among(c.id, table.name, _PLACE),
            *self._among(c.article_id, "article", {"text_sha256"}),
        ]
        if not chosen:
            return False
        said = func.substr(v.c.text, c.start + 1, c.end - c.start)
        wrong = (
            select(c.id)
            .select_from(
                table.join(a, a.c.id == c.article_id).join(v, v.c.sha256 == a.c.text_sha256)
            )
            .where(or_(*chosen), c.start.is_not(None), said != c.quote)
            .limit(1)
        )
        return self._connection.execute(wrong).first() is not None
