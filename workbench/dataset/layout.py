"""Which tables the dataset of a codebook has, and their columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from workbench.dataset.names import DEVICES, Names
from workbench.domain.codebook import Codebook, CodeList, Layer, Scope, Variable
from workbench.domain.expansion import has_groups
from workbench.domain.forecasts import forecast_layer

#: The columns that `annotations.csv` and the table of every layer begin with.
COMMON = (
    *("annotation_id", "article_id", "coder", "layer", "start", "end", "paragraph", "sentence"),
    *("quote", "certainty", "complete", "article_status", "memo", "created", "modified"),
)
ANNOTATIONS = (*COMMON, "values")
ARTICLES = (
    *("article_id", "title", "source", "author", "published", "url", "language", "script"),
    *("genre_guess", "same_as", "file_name", "imported", "characters", "text_sha256"),
    "original_sha256",
)
ARTICLE_CODING = ("article_id", "coder", "status")

#: The last columns of a long table in which groups are their members.
EXPANDED = ("expanded_from", "weight")

# Files that every dataset has; no layer gets their names.
_FIXED = ("annotations", "articles", "article_coding", "codebook", "forecasts", "readme")


@dataclass(frozen=True)
class VariableColumns:
    """The columns of one variable: its value, its label and its score where it has them.

    `long_file` is the table with a row a value, for variables that take several. Where it
    `expands`, a group has a row a member instead.
    """

    variable: Variable
    code_list: CodeList | None
    value: str
    label: str | None
    score: str | None
    long_file: str | None = None
    expands: bool = False

    @cached_property
    def plain(self) -> bool:
        """Whether there is one value in one column."""
        return self.code_list is None and not self.variable.several

    @property
    def names(self) -> tuple[str, ...]:
        """The columns in order."""
        return tuple(name for name in (self.value, self.label, self.score) if name)

    @property
    def long_names(self) -> tuple[str, ...]:
        """The columns of the long table."""
        derived = (("label", self.label), ("score", self.score))
        names = ("annotation_id", "ordinal", "value", *(name for name, given in derived if given))
        return (*names, *EXPANDED) if self.expands else names


@dataclass(frozen=True)
class LayerTable:
    """The table of one layer; `coding` are its columns in the table of article × coder.

    There, article scope has its variables, span scope one column with the count.
    """

    layer: Layer
    file: str
    variables: tuple[VariableColumns, ...]
    coding: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns in order."""
        return (*COMMON, *(name for each in self.variables for name in each.names))


@dataclass(frozen=True)
class Layout:
    """The tables of a codebook's dataset; `forecasts` are told where a layer codes some."""

    layers: tuple[LayerTable, ...]
    forecasts: bool = False

    @cached_property
    def article_coding(self) -> tuple[str, ...]:
        """The columns of the table of article × coder: first article variables, then counts."""
        article = (name for each in self.article_layers for name in each.coding)
        counts = (name for each in self.span_layers for name in each.coding)
        return (*ARTICLE_CODING, *article, *counts)

    @cached_property
    def article_layers(self) -> tuple[LayerTable, ...]:
        """The layers whose annotations are about whole articles."""
        return tuple(each for each in self.layers if each.layer.scope is Scope.ARTICLE)

    @cached_property
    def span_layers(self) -> tuple[LayerTable, ...]:
        """The layers whose annotations are about stretches of text."""
        return tuple(each for each in self.layers if each.layer.scope is Scope.SPAN)


def lay_out(codebook: Codebook, *, expand: bool = False) -> Layout:
    """Return the tables of the codebook's dataset; the same codebook gives the same names.

    With `expand`, every variable whose code list has groups has a long table, in which a
    group is its members.
    """
    files = Names(_FIXED, refused=DEVICES, longest=80)
    layer_files = [files.claim(layer.key) + ".csv" for layer in codebook.layers]
    coding = Names(ARTICLE_CODING)
    return Layout(
        tuple(
            _layer_table(codebook, layer, file, files, coding, expand=expand)
            for layer, file in zip(codebook.layers, layer_files, strict=True)
        ),
        forecasts=forecast_layer(codebook) is not None,
    )


def _layer_table(
    codebook: Codebook, layer: Layer, file: str, files: Names, coding: Names, *, expand: bool
) -> LayerTable:
    variables = _variable_columns(codebook, layer, Names(COMMON))
    if layer.scope is Scope.SPAN:
        in_coding = (coding.claim(f"n_{layer.key}"),)
    else:
        again = _variable_columns(codebook, layer, coding)
        in_coding = tuple(name for each in again for name in each.names)
    with_long = tuple(_with_long(layer, each, files, expand=expand) for each in variables)
    return LayerTable(layer, file, with_long, in_coding)


def _with_long(
    layer: Layer, columns: VariableColumns, files: Names, *, expand: bool
) -> VariableColumns:
    """Return the variable's columns with its long table, if it has one."""
    expands = expand and columns.code_list is not None and has_groups(columns.code_list)
    if not columns.variable.several and not expands:
        return columns
    file = files.claim(f"{layer.key}_{columns.variable.key}", "_long") + ".csv"
    return replace(columns, long_file=file, expands=expands)


def _variable_columns(
    codebook: Codebook, layer: Layer, names: Names
) -> tuple[VariableColumns, ...]:
    """Return the columns of every variable; values claim their names before labels and scores."""
    values = [names.claim(variable.key) for variable in layer.variables]
    return tuple(
        _columns_of(variable, value, codebook.lists_by_key.get(variable.code_list or ""), names)
        for variable, value in zip(layer.variables, values, strict=True)
    )


def _columns_of(
    variable: Variable, value: str, code_list: CodeList | None, names: Names
) -> VariableColumns:
    label = names.claim(value, "_label") if code_list else None
    score = names.claim(value, "_score") if code_list and code_list.has_scores else None
    return VariableColumns(variable, code_list, value, label, score)
