"""How the values of one layer become cells: learnt once for each value, then looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from workbench.dataset.cells import cell, json_text, missing_words, plain, text_cell
from workbench.dataset.layout import LayerTable, VariableColumns
from workbench.domain.codebook import Kind, Layer
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
    layer's table, `json` its part of an object inside a quoted cell, `long` the
    ends of its lines in the long table.
    """

    slot: int
    bits: int
    cells: str
    json: str
    long: tuple[str, ...]


class LayerCoding(dict[CodedValue, Coded]):
    """The cells of a layer's variables, with labels in `language` ("zh" or "en").

    Looking a value up makes its cells, and keeps them if the value may come again.
    `blank` has the cells of an annotation without values, behind a place for what
    all layers have in common: a variable's `slot` is its index there.
    """

    def __init__(self, table: LayerTable, language: str) -> None:
        super().__init__()
        self.complete = _Completeness(table.layer)
        self.blank = ["", *("," * (len(each.names) - 1) for each in table.variables)]
        self._layer = table.layer
        self._variables = table.variables
        self._language = language
        keys = (json_text(each.variable.key) for each in table.variables)
        self._names = ["", *(key.replace('"', '""') + ":" for key in keys)]
        self._slots = {each.variable.key: n for n, each in enumerate(table.variables, 1)}
        # A bit beyond those of the variables for each of what some categories call for.
        self._wants = list(enumerate(table.layer.wants, len(table.variables) + 1))

    def __missing__(self, value: CodedValue) -> Coded:
        key, scalars = value
        slot = self._slots[self._layer.variable(key).key]
        columns = self._variables[slot - 1]
        member = self._names[slot] + _json(columns.variable.several, scalars)
        if columns.plain:
            # Free text comes by here each time.
            return self._kept(columns, value, Coded(slot, 1 << slot, cell(scalars[0]), member, ()))
        bits = sum(
            (1 << bit for bit, want in self._wants if is_met(want, {key: scalars})), 1 << slot
        )
        rows = [self._derived(columns, each) for each in scalars]
        cells = ",".join(map(_joined, zip(*rows, strict=True)))
        long = self._long(columns, rows) if columns.long_file else ()
        return self._kept(columns, value, Coded(slot, bits, cells, member, long))

    def _kept(self, columns: VariableColumns, value: CodedValue, coded: Coded) -> Coded:
        if columns.variable.kind not in _ONCE and len(self) < REMEMBERED:
            self[value] = coded
        return coded

    def cells(self, values: Sequence[CodedValue]) -> list[str]:
        """Return the cells of all variables, empty where nothing is coded."""
        cells = self.blank[1:]
        for value in values:
            coded = self[value]
            cells[coded.slot - 1] = coded.cells
        return cells

    def _derived(self, columns: VariableColumns, scalar: Scalar) -> list[Scalar | None]:
        """Return a value with its label and its score, where the variable has such columns."""
        code_list = columns.code_list
        if code_list is None:
            return [scalar]
        if isinstance(scalar, Missing):
            label, score = missing_words(scalar).told(self._language), None
        else:
            category = code_list.category(str(scalar))
            label, score = category.label.told(self._language), category.score
        return [scalar, label, score] if columns.score else [scalar, label]

    def _long(
        self, columns: VariableColumns, rows: Sequence[Sequence[Scalar | None]]
    ) -> tuple[str, ...]:
        if not columns.expands:
            return tuple(f",{n},{_cells(row)}" for n, row in enumerate(rows, 1))
        return tuple(
            f",{n},{_cells(member)}"
            for n, row in enumerate(rows, 1)
            for member in self._members(columns, row)
        )

    def _members(
        self, columns: VariableColumns, row: Sequence[Scalar | None]
    ) -> Iterator[Sequence[Scalar | None]]:
        """Yield the row of each member of a group, with the group and the weight behind it."""
        value = row[0]
        if isinstance(value, Missing) or columns.code_list is None:
            yield [*row, None, 1]
            return
        for share in expanded(columns.code_list, str(value)):
            group = None if share.key == value else value
            yield [*self._derived(columns, share.key), group, float(share.weight)]


class _Completeness(dict[int, str]):
    """Whether annotations with the variables of some bits are complete, as a cell."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self._layer = layer

    def __missing__(self, bits: int) -> str:
        layer = self._layer
        coded = {each.key: () for n, each in enumerate(layer.variables, 1) if bits >> n & 1}
        wants = enumerate(layer.wants, len(layer.variables) + 1)
        wished = tuple(want.wanted for n, want in wants if bits >> n & 1)
        asking = replace(layer, complete=(*layer.complete, *wished), wants=())
        self[bits] = str(int(is_complete(asking, coded)))
        return self[bits]


def _joined(values: Sequence[Scalar | None]) -> str:
    return cell(values[0]) if len(values) == 1 else text_cell(";".join(map(plain, values)))


def _cells(row: Sequence[Scalar | None]) -> str:
    return ",".join(map(cell, row))


def _json(several: bool, scalars: tuple[Scalar, ...]) -> str:
    return json_text(scalars if several else scalars[0]).replace('"', '""')
