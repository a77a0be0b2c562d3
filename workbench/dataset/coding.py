"""How the values of one layer become columns: learnt once for each value, then looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from workbench.dataset.categories import Part, told_of
from workbench.dataset.cells import json_text, plain
from workbench.dataset.layout import LayerTable, VariableColumns
from workbench.dataset.model import Row
from workbench.domain.codebook import CodeList, Kind, Layer
from workbench.domain.coded import CodedValue
from workbench.domain.expansion import expanded
from workbench.domain.values import Missing, Scalar, is_complete, is_met

#: So many coded values are remembered for each layer.
REMEMBERED = 50_000
# Values of these kinds hardly come twice.
_ONCE = (Kind.TEXT, Kind.LINK)


class Coded(NamedTuple):
    """A variable with its values, ready to be written.

    `bits` say what is coded and what it calls for. `cells` are its columns in the
    layer's table, `json` its part of a JSON object (empty where it is left out), `long` the
    ends of its rows in the long table.
    """

    slot: int
    bits: int
    cells: Row
    json: str
    long: tuple[Row, ...]


class LayerCoding(dict[CodedValue, Coded]):
    """The columns of a layer's values, with labels in `language` ("zh" or "en").

    Looking a value up makes its columns, and keeps them if the value may come again.
    `blank` has those of an annotation without values, behind a place for what
    all layers have in common: a variable's `slot` is its index there.
    """

    def __init__(self, table: LayerTable, language: str) -> None:
        super().__init__()
        self.complete = _Completeness(table.layer)
        self.blank: list[Row] = [(), *((None,) * len(each.columns) for each in table.variables)]
        self._layer = table.layer
        self._variables = table.variables
        self._language = language
        self._names = ["", *(json_text(each.variable.key) + ":" for each in table.variables)]
        self._slots = {each.variable.key: n for n, each in enumerate(table.variables, 1)}
        # A bit beyond those of the variables for each of what some categories call for.
        self._wants = list(enumerate(table.layer.wants, len(table.variables) + 1))

    def __missing__(self, value: CodedValue) -> Coded:
        key, scalars = value
        slot = self._slots[self._layer.variable(key).key]
        columns = self._variables[slot - 1]
        member = self._member(slot, columns, scalars)
        if columns.plain:
            # Free text comes by here each time.
            cells = (scalars[0],) if columns.columns else ()
            return self._kept(columns, value, Coded(slot, 1 << slot, cells, member, ()))
        bits = sum(
            (1 << bit for bit, want in self._wants if is_met(want, {key: scalars})), 1 << slot
        )
        cells = self._cells(columns, scalars) if columns.columns else ()
        long = tuple(self._long(columns, scalars)) if columns.long else ()
        return self._kept(columns, value, Coded(slot, bits, cells, member, long))

    def _kept(self, columns: VariableColumns, value: CodedValue, coded: Coded) -> Coded:
        if columns.variable.kind not in _ONCE and len(self) < REMEMBERED:
            self[value] = coded
        return coded

    def _member(self, slot: int, columns: VariableColumns, scalars: tuple[Scalar, ...]) -> str:
        if not columns.columns:
            return ""
        return self._names[slot] + json_text(scalars if columns.variable.several else scalars[0])

    def cells(self, values: Sequence[CodedValue]) -> Row:
        """Return the columns of all variables, None where nothing is coded."""
        cells = self.blank[1:]
        for value in values:
            coded = self[value]
            cells[coded.slot - 1] = coded.cells
        return tuple(chain.from_iterable(cells))

    def _cells(self, columns: VariableColumns, scalars: tuple[Scalar, ...]) -> Row:
        rows = [self._derived(columns.code_list, columns.parts, each) for each in scalars]
        if not columns.variable.several:
            return tuple(rows[0])
        return tuple(map(_joined, zip(*rows, strict=True)))

    def _derived(
        self, code_list: CodeList | None, parts: Sequence[Part], scalar: Scalar
    ) -> list[Scalar | None]:
        """Return a value with what is told of it."""
        if code_list is None:
            return [scalar]
        return [scalar, *told_of(parts, code_list, scalar, self._language)]

    def _long(self, columns: VariableColumns, scalars: Sequence[Scalar]) -> Iterator[Row]:
        for n, scalar in enumerate(scalars, 1):
            if columns.expands:
                yield from ((n, *each) for each in self._members(columns, scalar))
            else:
                yield (n, *self._derived(columns.code_list, columns.all_parts, scalar))

    def _members(self, columns: VariableColumns, value: Scalar) -> Iterator[Row]:
        """Yield the row of each member of a group, with the group and the weight behind it."""
        code_list = columns.code_list
        if isinstance(value, Missing) or code_list is None:
            yield (*self._derived(code_list, columns.all_parts, value), None, 1.0)
            return
        for share in expanded(code_list, str(value)):
            group = None if share.key == value else value
            row = self._derived(code_list, columns.all_parts, share.key)
            yield (*row, group, float(share.weight))


class _Completeness(dict[int, bool]):
    """Whether annotations with the variables of some bits are complete."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self._layer = layer

    def __missing__(self, bits: int) -> bool:
        layer = self._layer
        coded = {each.key: () for n, each in enumerate(layer.variables, 1) if bits >> n & 1}
        wants = enumerate(layer.wants, len(layer.variables) + 1)
        wished = tuple(want.wanted for n, want in wants if bits >> n & 1)
        asking = replace(layer, complete=(*layer.complete, *wished), wants=())
        self[bits] = is_complete(asking, coded)
        return self[bits]


def _joined(values: Sequence[Scalar | None]) -> Scalar | None:
    if len(values) == 1 and (values[0] is None or isinstance(values[0], Missing)):
        return values[0]
    return ";".join(map(plain, values))
