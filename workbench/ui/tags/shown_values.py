"""Values in words, for summaries."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.domain.codebook import Codebook, Kind, Variable
from workbench.domain.values import Missing, Scalar
from workbench.ui.punctuation import listed, named
from workbench.ui.tags.field_row import FieldRow
from workbench.ui.tags.labels import missing_name, name_of


def shown_values(codebook: Codebook, rows: Iterable[FieldRow]) -> str:
    """Return the filled lines as "label: value"."""
    parts = [
        named(name_of(row.variable), listed(_word(codebook, row.variable, v) for v in values))
        for row in rows
        if (values := row.values())
    ]
    return " · ".join(parts)


def _word(codebook: Codebook, variable: Variable, value: Scalar) -> str:
    if isinstance(value, Missing):
        return missing_name(value)
    if variable.kind is Kind.CATEGORY and variable.code_list:
        category = codebook.code_list(variable.code_list).by_key.get(str(value))
        return name_of(category) if category else str(value)
    return f"#{value}" if variable.kind is Kind.LINK else str(value)
