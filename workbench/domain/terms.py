"""Governments in office: which of several categories of one name is meant at a date."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.domain.codebook import Category, Kind, Layer
from workbench.domain.values import Day, Missing, NotADate, Values, days_of

#: The attributes that bound a government's term.
FROM, TO = "in_office_from", "in_office_to"

_FIRST: Day = (0, 0, 0)
_LAST: Day = (10_000, 1, 1)


def has_term(category: Category) -> bool:
    """Tell whether the category was or is in office from or until some date."""
    return bool(category.attributes.get(FROM) or category.attributes.get(TO))


def term_of(category: Category) -> str:
    """Return the term as ``from–to``, open where it has no end; empty without one."""
    begun, ended = (str(category.attributes.get(each, "")) for each in (FROM, TO))
    return f"{begun}–{ended}" if has_term(category) else ""


def can_be_in_office(category: Category, date: str) -> bool:
    """Tell whether the category's term and `date` have a day in common; without a term always.

    A year or a month stands for each of its days, on either side.
    """
    begun, ended = _day(category, FROM, 0, _FIRST), _day(category, TO, 1, _LAST)
    first, last = days_of(date)
    return begun <= last and first <= ended


def _day(category: Category, attribute: str, side: int, otherwise: Day) -> Day:
    value = category.attributes.get(attribute)
    return days_of(str(value))[side] if value else otherwise


def meant_at(categories: Iterable[Category], date: str) -> Category | None:
    """Return the one of several categories that alone can be meant at `date`.

    None where none or more than one can, or where the date is unknown (""): ask, then.
    """
    claimants = list(categories)
    if len(claimants) == 1:
        return claimants[0]
    if not date:
        return None
    possible = [each for each in claimants if can_be_in_office(each, date)]
    return possible[0] if len(possible) == 1 else None


def date_of(layer: Layer, values: Values, published: str) -> str:
    """Return when an annotation's matter was: its own first date, else the article's, else "".

    A date that cannot be read, or that the coder found undecidable, is unknown.
    """
    dates = (each.key for each in layer.variables if each.kind is Kind.DATE)
    own = [values[key][0] for key in dates if values.get(key)]
    if Missing.UNDECIDABLE in own[:1]:
        return ""
    return readable(str(own[0]) if own and isinstance(own[0], str) else published)


def readable(date: str) -> str:
    """Return `date` if it is one, else "": unknown."""
    try:
        days_of(date)
    except NotADate:
        return ""
    return date
