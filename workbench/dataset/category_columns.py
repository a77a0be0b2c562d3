"""The columns of a category that a table of its own names: the key and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.dataset.categories import parts_of, told_of
from workbench.dataset.columns import EXPANDED_FROM, value_labels
from workbench.dataset.model import Column, Row, Type
from workbench.dataset.names import Names
from workbench.domain.codebook import Codebook, CodeList
from workbench.domain.expansion import expanded, has_groups
from workbench.domain.values import Missing, Scalar

#: The columns of a value, and how much of it that is where a group is its members.
Weighed = tuple[Row, float]


class CategoryColumns:
    """The columns of categories of one list; with `expand`, a group is its members.

    `rows` gives the columns of a value: one row of them, or one a member.
    """

    def __init__(
        self,
        codebook: Codebook,
        code_list: CodeList,
        name: str,
        label: str,
        language: str,
        names: Names,
        *,
        expand: bool = False,
    ) -> None:
        self._list = code_list
        self._parts = parts_of(codebook, code_list, language)
        self._expands = expand and has_groups(code_list)
        self._language = language
        self._known: dict[Scalar | None, Sequence[Weighed]] = {}
        value = names.claim(name)
        values = value_labels(code_list, language)
        first = Column(value, label, Type.CATEGORY, values, code_list.ordered, missing=True)
        told = (
            each.column(names.claim(name, f"_{each.name}"), label, value, language)
            for each in self._parts
        )
        self.columns: tuple[Column, ...] = (first, *told)
        if self._expands:
            whence = EXPANDED_FROM.label.told(language)
            column = replace(first, name=names.claim(name, "_from"), label=f"{label}：{whence}")
            self.columns = (*self.columns, column)

    def rows(self, value: Scalar | None) -> Sequence[Weighed]:
        """Return the columns of a value, with their weights."""
        if value not in self._known:
            self._known[value] = self._rows(value)
        return self._known[value]

    def _rows(self, value: Scalar | None) -> Sequence[Weighed]:
        if value is None:
            return [((None,) * len(self.columns), 1.0)]
        if not self._expands:
            return [(self._told(value), 1.0)]
        if isinstance(value, Missing):
            return [((*self._told(value), None), 1.0)]
        shares = expanded(self._list, str(value))
        return [
            ((*self._told(each.key), None if each.key == value else value), float(each.weight))
            for each in shares
        ]

    def _told(self, value: Scalar) -> Row:
        return (value, *told_of(self._parts, self._list, value, self._language))


def values_of(values: Mapping[str, tuple[Scalar, ...]], key: str) -> tuple[Scalar | None, ...]:
    """Return what is coded of a variable; where nothing is, one None."""
    return values.get(key) or (None,)
