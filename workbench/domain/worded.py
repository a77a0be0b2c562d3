"""Values as people write them in a table: a category by its label, yes and no, several by ``;``."""

from __future__ import annotations

import re

from workbench.domain.codebook import Category, Codebook, Kind, UnknownCategory, Variable
from workbench.domain.values import Missing, NotOfKind, Scalar, checked_value

_YES = frozenset(("true", "yes", "y", "1", "是", "有", "对", "真"))
_NO = frozenset(("false", "no", "n", "0", "否", "无", "不", "假"))
_SEVERAL = re.compile(r"[;；、|]")
_MISSING = {f"{sign}{-each.value}": each for each in Missing for sign in "-−"}


def worded_value(codebook: Codebook, variable: Variable, cell: str) -> tuple[Scalar, ...]:
    """Return the values of a variable that a cell says, checked.

    Raises:
        Refusal: it says none that the variable takes.
    """
    cell = cell.strip()
    if cell in _MISSING:
        return checked_value(codebook, variable, _MISSING[cell])
    parts = [each.strip() for each in _SEVERAL.split(cell)] if variable.several else [cell]
    scalars = [_scalar(codebook, variable, each) for each in parts if each]
    return checked_value(codebook, variable, scalars)


def _scalar(codebook: Codebook, variable: Variable, cell: str) -> Scalar:
    match variable.kind:
        case Kind.CATEGORY:
            return _category(codebook, variable, cell).key
        case Kind.BOOLEAN if cell.casefold() in _YES | _NO:
            return cell.casefold() in _YES
        case Kind.INTEGER if re.fullmatch(r"[+-]?\d{1,15}", cell, re.ASCII):
            return int(cell)
        case Kind.REAL if re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,15})?", cell, re.ASCII):
            return float(cell)
        case Kind.DATE | Kind.TEXT:
            return cell
        case _:
            raise NotOfKind(value=cell, variable=variable.key, kind=variable.kind.value)


def _category(codebook: Codebook, variable: Variable, cell: str) -> Category:
    """Return the category that a cell names: by key, code, label or alias, in this order."""
    code_list = codebook.code_list(variable.code_list or "")
    offered = codebook.offered(variable)
    for names in (_key, _code, _labels, _aliases):
        for each in offered:
            if cell.casefold() in names(each):
                return each
    raise UnknownCategory(key=cell, code_list=code_list.key)


def _key(category: Category) -> tuple[str, ...]:
    return (category.key.casefold(),)


def _code(category: Category) -> tuple[str, ...]:
    return (str(category.code),)


def _labels(category: Category) -> tuple[str, ...]:
    return tuple(each.casefold() for each in (category.label.zh, category.label.en) if each)


def _aliases(category: Category) -> tuple[str, ...]:
    return tuple(each.casefold() for each in category.aliases)
