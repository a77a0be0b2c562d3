"""Which tables the layers of a codebook have in the dataset, and their columns."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.dataset.categories import LABEL, SCORE, TYPES, Part, parts_of
from workbench.dataset.columns import (
    ANNOTATION_ID,
    COMMON,
    EXPANDED_FROM,
    ORDINAL,
    WEIGHT,
    names_of,
    told,
    value_labels,
)
from workbench.dataset.model import Column, Table, Type
from workbench.dataset.names import DEVICES, Names
from workbench.domain.codebook import Codebook, CodeList, Kind, Layer, Scope, Variable, Words
from workbench.domain.expansion import has_groups

#: The last columns of a table in which groups are their members.
EXPANDED = (EXPANDED_FROM, WEIGHT)

# Tables that a dataset may have besides; no layer gets their names.
_FIXED = (
    *("annotations", "articles", "article_coding", "article_counts", "article_categories"),
    "article_scores",
    *("codebook", "dyads", "forecasts", "memos", "readme", "reliability_units", "statements"),
    *("datapackage", "dataset", "load", "networks"),
)


@dataclass(frozen=True)
class VariableColumns:
    """The columns of one variable: its value and what is told of it, none where it is left out.

    `parts` are what is told of its category there, `all_parts` in the `long` table, which has a
    row a value, of variables that take several; where it `expands`, a group has a row a member.
    """

    variable: Variable
    code_list: CodeList | None
    columns: tuple[Column, ...]
    parts: tuple[Part, ...] = ()
    all_parts: tuple[Part, ...] = ()
    long: Table | None = None
    expands: bool = False

    @cached_property
    def plain(self) -> bool:
        """Whether there is one value in one column."""
        return self.code_list is None and not self.variable.several

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns' names in order."""
        return tuple(each.name for each in self.columns)


@dataclass(frozen=True)
class LayerTable:
    """The table of one layer; `coding` are its columns in the table of article × coder.

    There, article scope has its variables, span scope one column with the count.
    """

    layer: Layer
    table: Table
    variables: tuple[VariableColumns, ...]
    coding: tuple[Column, ...]


@dataclass(frozen=True)
class Layout:
    """The tables of a codebook's layers, and the names of those of its code lists by key."""

    layers: tuple[LayerTable, ...]
    lists: Mapping[str, str]

    def only(self, layers: Container[str] | None) -> Layout:
        """Return the layout of some layers, by their keys, or of all."""
        if layers is None:
            return self
        kept = tuple(each for each in self.layers if each.layer.key in layers)
        return replace(self, layers=kept)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the layers, each before its long ones."""
        return tuple(
            table
            for layer in self.layers
            for table in (layer.table, *(each.long for each in layer.variables if each.long))
        )

    @cached_property
    def article_layers(self) -> tuple[LayerTable, ...]:
        """The layers whose annotations are about whole articles."""
        return tuple(each for each in self.layers if each.layer.scope is Scope.ARTICLE)

    @cached_property
    def span_layers(self) -> tuple[LayerTable, ...]:
        """The layers whose annotations are about stretches of text."""
        return tuple(each for each in self.layers if each.layer.scope is Scope.SPAN)


def lay_out(
    codebook: Codebook,
    *,
    taken: Sequence[str] = (),
    expand: bool = False,
    language: str = "zh",
    wanted: Callable[[Layer, Variable], bool] = lambda _, __: True,
    layers: Container[str] | None = None,
) -> Layout:
    """Return the tables of the codebook's layers; the same codebook gives the same names.

    With `expand`, every variable whose code list has groups has a long table, in which a
    group is its members. Tables are those of `layers` (None: of all), columns those of `wanted`
    variables; names are the same whatever is left out. `taken` are the columns that the table
    of article × coder begins with.
    """
    tables = Names(_FIXED, refused=DEVICES, longest=80)
    make = _Maker(codebook, tables, Names(taken), expand, language, wanted)
    names = [tables.claim(layer.key) for layer in codebook.layers]
    of_layers = tuple(
        make.layer_table(layer, name) for layer, name in zip(codebook.layers, names, strict=True)
    )
    of_lists = {each.key: tables.claim(f"list_{each.key}") for each in codebook.code_lists}
    return Layout(of_layers, of_lists).only(layers)


@dataclass(frozen=True)
class _Maker:
    """Make the tables of layers, giving names as they are asked for."""

    codebook: Codebook
    tables: Names
    coding: Names
    expand: bool
    language: str
    wanted: Callable[[Layer, Variable], bool]

    def layer_table(self, layer: Layer, name: str) -> LayerTable:
        """Return the table of a layer with its long tables."""
        columns = self._variables(layer, Names(names_of(COMMON)))
        if layer.scope is Scope.SPAN:
            coding = (self._count(layer),)
        else:
            again = self._variables(layer, self.coding)
            coding = tuple(column for each in again for column in each.columns)
        variables = tuple(self._with_long(layer, each) for each in columns)
        own = (column for each in variables for column in each.columns)
        label = layer.label.told(self.language) or layer.key
        table = Table(name, label, (*told(COMMON, self.language), *own), (ANNOTATION_ID.name,))
        return LayerTable(layer, table, variables, coding)

    def _count(self, layer: Layer) -> Column:
        label = Words(f"{_label(layer, 'zh')}（条数）", f"{_label(layer, 'en')} (count)")
        name = self.coding.claim(f"n_{layer.key}")
        return Column(name, label.told(self.language), Type.INTEGER, missing=True)

    def _variables(self, layer: Layer, names: Names) -> tuple[VariableColumns, ...]:
        """Return the columns of every variable; values claim their names before what is told."""
        values = [names.claim(variable.key) for variable in layer.variables]
        parts = [self._parts(variable) for variable in layer.variables]
        own: list[dict[str, str]] = [{} for _ in values]
        for early in (True, False):  # the names of what was told first stay as they were
            for value, several, given in zip(values, parts, own, strict=True):
                for part in several:
                    if (part.name in (LABEL, SCORE)) is early:
                        given[part.name] = names.claim(value, f"_{part.name}")
        return tuple(
            self._columns(layer, variable, value, several, given)
            for variable, value, several, given in zip(
                layer.variables, values, parts, own, strict=True
            )
        )

    def _parts(self, variable: Variable) -> tuple[Part, ...]:
        """Return what the layer's table tells of a value: of several, label and score."""
        code_list = self._list(variable)
        if code_list is None:
            return ()
        parts = parts_of(self.codebook, code_list, self.language)
        return tuple(p for p in parts if not variable.several or p.name in (LABEL, SCORE))

    def _list(self, variable: Variable) -> CodeList | None:
        return self.codebook.lists_by_key.get(variable.code_list or "")

    def _columns(
        self,
        layer: Layer,
        variable: Variable,
        value: str,
        parts: tuple[Part, ...],
        names: dict[str, str],
    ) -> VariableColumns:
        code_list = self._list(variable)
        if not self.wanted(layer, variable):
            return VariableColumns(variable, code_list, ())
        label = _label(variable, self.language)
        first = self._value(variable, value, label)
        derived = [each.column(names[each.name], label, value, self.language) for each in parts]
        if variable.several:
            derived = [replace(each, type=Type.TEXT, repeats="") for each in derived]
        return VariableColumns(variable, code_list, (first, *derived), parts)

    def _value(self, variable: Variable, name: str, label: str) -> Column:
        if variable.several:
            return Column(name, label, Type.TEXT, missing=True)
        code_list = self._list(variable)
        values = value_labels(code_list, self.language)
        kind = (
            TYPES[variable.kind] if code_list or variable.kind is not Kind.CATEGORY else Type.TEXT
        )
        ordered = code_list is not None and code_list.ordered
        return Column(name, label, kind, values, ordered=ordered, missing=True)

    def _with_long(self, layer: Layer, columns: VariableColumns) -> VariableColumns:
        """Return the variable's columns with its long table, if it has one."""
        variable, code_list = columns.variable, columns.code_list
        expands = self.expand and code_list is not None and has_groups(code_list)
        if not variable.several and not expands:
            return columns
        name = self.tables.claim(f"{layer.key}_{variable.key}", "_long")
        if not columns.columns:
            return columns
        parts = parts_of(self.codebook, code_list, self.language) if code_list else ()
        long = self._long(layer, columns, name, parts, expands=expands)
        return replace(columns, all_parts=parts, long=long, expands=expands)

    def _long(
        self,
        layer: Layer,
        columns: VariableColumns,
        name: str,
        parts: tuple[Part, ...],
        *,
        expands: bool,
    ) -> Table:
        language, variable = self.language, columns.variable
        label = _label(variable, language)
        value = self._value(replace(variable, several=False), "value", label)
        names = Names(("annotation_id", "ordinal", "value", *names_of(EXPANDED)))
        derived = tuple(
            each.column(names.claim(each.name), label, "value", language) for each in parts
        )
        begin = told((ANNOTATION_ID, ORDINAL), language)
        end = (replace(value, name=EXPANDED[0].name, label=EXPANDED[0].told(language).label),)
        end = (*end, EXPANDED[1].told(language)) if expands else ()
        key = (*(each.name for each in begin), *(("value",) if expands else ()))
        title = f"{_label(layer, language)} · {label}"
        return Table(name, title, (*begin, value, *derived, *end), key)


def _label(of: Layer | Variable, language: str) -> str:
    return of.label.told(language) or of.key
