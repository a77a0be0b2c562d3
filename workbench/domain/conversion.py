"""Values that become values of another variable, where they mean the same there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.domain.codebook import Category, Codebook, CodeList, Kind, Variable
from workbench.domain.errors import Refusal
from workbench.domain.values import Missing, Scalar, checked_value

_YES, _NO = ("true", "1", "yes", "是"), ("false", "0", "no", "否")
# As many digits as a number keeps in a store and in statistics.
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")


class Conversion:
    """What values of the variable `old` are as values of `new`, each in its codebook.

    A category that is retired, or not offered for the new variable, stays: it is coded already.
    """

    def __init__(self, before: Codebook, old: Variable, after: Codebook, new: Variable) -> None:
        self._after, self._old, self._new = after, old, new
        self._from = before.lists_by_key.get(old.code_list or "")
        self._into = after.lists_by_key.get(new.code_list or "")
        self._named = _by_name(self._into)

    def values(self, scalars: tuple[Scalar, ...]) -> tuple[Scalar, ...] | None:
        """Return the values of one annotation, each once; None if they cannot be that."""
        found: list[Scalar] = []
        for scalar in scalars:
            new = scalar if isinstance(scalar, Missing) else self._scalar(scalar)
            if new is None:
                return None
            found.append(new)
        unique = tuple(dict.fromkeys(found))
        return unique if self._new.several or len(unique) <= 1 else None

    def _scalar(self, scalar: Scalar) -> Scalar | None:
        match self._new.kind:
            case Kind.CATEGORY:
                return self._category(scalar)
            case Kind.LINK:
                return scalar if self._old.kind is Kind.LINK else None
            case Kind.TEXT:
                return self._words(scalar)
            case Kind.DATE:
                return self._checked((self._words(scalar) or "").strip())
            case Kind.BOOLEAN:
                words = (self._words(scalar) or "").strip().casefold()
                return True if words in _YES else False if words in _NO else None
            case Kind.REAL:
                return self._checked(self._number(scalar))
            case Kind.INTEGER:
                number = self._number(scalar)
                whole = number is not None and number == int(number)
                return self._checked(int(number)) if number is not None and whole else None

    def _category(self, scalar: Scalar) -> Scalar | None:
        if self._from is None:
            return self._named.get((self._words(scalar) or "").strip())
        return scalar if self._into and str(scalar) in self._into.by_key else None

    def _words(self, scalar: Scalar) -> str | None:
        """Return a value as a text: a category's label, a number or a date as it is written."""
        if self._from is not None:
            category = self._from.category(str(scalar))
            return category.label.zh or category.label.en or category.key
        if self._old.kind is Kind.LINK:
            return None
        if isinstance(scalar, bool):
            return _YES[0] if scalar else _NO[0]
        if isinstance(scalar, float) and scalar.is_integer():
            return str(int(scalar))
        return str(scalar)

    def _number(self, scalar: Scalar) -> float | None:
        if self._from is not None or self._old.kind is Kind.LINK:
            return None
        if isinstance(scalar, str):
            text = scalar.strip()
            return float(text) if _NUMBER.fullmatch(text) else None
        return float(scalar)

    def _checked(self, value: Scalar | None) -> Scalar | None:
        """Return the value if the new variable takes it."""
        try:
            return next(iter(checked_value(self._after, self._new, value)), None)
        except Refusal:
            return None


def _by_name(code_list: CodeList | None) -> Mapping[str, str]:
    """Return the keys of the categories by what names one of them alone: key, label, alias."""
    found: dict[str, str] = {}
    for level in range(3):
        claims: dict[str, set[str]] = {}
        for category in code_list.categories if code_list else ():
            for name in _names(category, level):
                claims.setdefault(name, set()).add(category.key)
        alone = {name: keys.pop() for name, keys in claims.items() if len(keys) == 1 and name}
        found = {**alone, **found}
    return found


def _names(category: Category, level: int) -> tuple[str, ...]:
    label = category.label
    return ((category.key,), (label.zh, label.en), category.aliases)[level]
