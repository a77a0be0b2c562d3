"""The values of variables: their kinds, their missing values, their checks."""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Iterable, Mapping
from enum import IntEnum

from workbench.domain.codebook import Codebook, Kind, Layer, Variable, Want, is_offered
from workbench.domain.errors import Refusal
from workbench.domain.text import line_fed


class Missing(IntEnum):
    """Why a value is not there, with the codes that the dataset declares.

    NOT_CODED is never stored: it is the absence of a value.
    """

    NOT_APPLICABLE = -97
    UNDECIDABLE = -98
    NOT_CODED = -99


Scalar = str | int | float | bool | Missing
#: Variable key to its values in order; a variable that is not coded is absent.
Values = Mapping[str, tuple[Scalar, ...]]
#: What a script may write: a scalar, or several of them.
Given = Scalar | Iterable[Scalar] | None
#: Year, month, day.
Day = tuple[int, int, int]

_LARGEST = 2**53  # beyond it, the numbers of stores and of statistics lose their last digits
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class NotADate(Refusal):
    """A date is not of the form that the dataset holds."""

    sentence = (
        "“{value}” is not a date; write a year, 2025-08 or 2025-08-25, "
        "or a range such as 2025-10-31/2025-11-01."
    )


class NotOfKind(Refusal):
    """A value is of another type than its variable."""

    sentence = "“{value}” does not fit the variable “{variable}”, which takes: {kind}."


class MeansMissing(Refusal):
    """A number is one of the codes of missing values."""

    sentence = (
        "The number {value} means a missing value in the dataset; choose “not applicable” or "
        "“undecidable” for the variable “{variable}”, or write another number."
    )


class OnlyOneValue(Refusal):
    """Several values are given where one is allowed."""

    sentence = "The variable “{variable}” takes one value; choose one of them."


class CategoryNotOffered(Refusal):
    """A category may not be used for this variable."""

    sentence = "“{category}” cannot be chosen for “{variable}”; choose another category."


def checked_date(value: str) -> str:
    """Return `value`: a year, month, day, or a range of them joined by ``/`` (ISO 8601).

    Raises:
        NotADate: no such form, no such day, or a range that runs backwards.
    """
    days_of(value)
    return value


def days_of(value: str) -> tuple[Day, Day]:
    """Return the first and the last day that a date or range may mean, or raise NotADate."""
    parts = value.split("/")
    bounds = [_bounds(part) for part in parts]
    if len(parts) > 2 or None in bounds:
        raise NotADate(value=value)
    first, last = bounds[0], bounds[-1]
    if first is None or last is None or first[0] > last[1]:
        raise NotADate(value=value)
    return first[0], last[1]


def _bounds(part: str) -> tuple[Day, Day] | None:
    """Return the first and the last day that `part` may mean."""
    match = _DATE.fullmatch(part)
    if not match:
        return None
    year, month, day = (int(group) if group else 0 for group in match.groups())
    if year == 0 or (match[2] and not 1 <= month <= 12):
        return None
    last_day = calendar.monthrange(year, month or 12)[1]
    if match[3] and not 1 <= day <= last_day:
        return None
    return (year, month or 1, day or 1), (year, month or 12, day or last_day)


def checked_values(
    codebook: Codebook, layer: Layer, given: Mapping[str, Given], *, offered: bool = True
) -> Values:
    """Return `given` as stored, every value checked against its variable.

    None or an empty list means not coded: the variable is left out. Unless they must be
    `offered`, categories may be any of their list, as what was coded before holds them.

    Raises:
        Refusal: an unknown variable or category, a wrong type, several values for one.
    """
    values: dict[str, tuple[Scalar, ...]] = {}
    for key, raw in given.items():
        checked = checked_value(codebook, layer.variable(key), raw, offered=offered)
        if checked:
            values[key] = checked
    return values


def checked_value(
    codebook: Codebook, variable: Variable, raw: Given, *, offered: bool = True
) -> tuple[Scalar, ...]:
    """Return the values of one variable as stored; empty means not coded."""
    items = _as_items(raw)
    missing = [item for item in items if isinstance(item, Missing)]
    if len(items) > 1 and (missing or not variable.several):
        raise OnlyOneValue(variable=variable.key)
    if missing:
        return () if missing[0] is Missing.NOT_CODED else (missing[0],)
    if variable.kind in (Kind.INTEGER, Kind.REAL):
        _refuse_codes(variable, items)
    checked = (_checked_item(codebook, variable, item, offered=offered) for item in items)
    return tuple(dict.fromkeys(checked))


def _refuse_codes(variable: Variable, items: Iterable[Scalar]) -> None:
    """Raise MeansMissing if a plain number is the code of a missing value."""
    for item in items:
        if item in list(Missing):
            raise MeansMissing(value=item, variable=variable.key)


def _as_items(raw: Given) -> tuple[Scalar, ...]:
    if raw is None or raw == "":
        return ()
    if isinstance(raw, (str, int, float)):
        return (raw,)
    return tuple(raw)


def _checked_item(codebook: Codebook, variable: Variable, item: Scalar, *, offered: bool) -> Scalar:
    match variable.kind:
        case Kind.CATEGORY:
            return _checked_category(codebook, variable, item, offered=offered)
        case Kind.DATE if isinstance(item, str):
            return checked_date(item)
        case Kind.TEXT if isinstance(item, str):
            return line_fed(item)
        case Kind.BOOLEAN if isinstance(item, bool):
            return item
        case Kind.INTEGER | Kind.LINK if isinstance(item, int) and not isinstance(item, bool):
            if abs(item) <= _LARGEST:
                return item
        case Kind.REAL if isinstance(item, (int, float)) and not isinstance(item, bool):
            if isinstance(item, float) and math.isfinite(item):
                return item
            if isinstance(item, int) and abs(item) <= _LARGEST:
                return float(item)
        case _:
            pass
    raise NotOfKind(value=item, variable=variable.key, kind=variable.kind.value)


def _checked_category(
    codebook: Codebook, variable: Variable, item: Scalar, *, offered: bool
) -> str:
    category = codebook.code_list(variable.code_list or "").category(str(item))
    if offered and not is_offered(variable, category):
        raise CategoryNotOffered(category=category.key, variable=variable.key)
    return category.key


def defaults(codebook: Codebook, layer: Layer) -> Values:
    """Return the default values that a new annotation of `layer` starts with."""
    given = {each.key: each.default for each in layer.variables if each.default}
    return checked_values(codebook, layer, given)


def clauses_lacking(layer: Layer, values: Values) -> list[tuple[str, ...]]:
    """Return what is still to be coded: of each tuple, one variable at least."""
    wished = (want.wanted for want in layer.wants if is_met(want, values))
    asked = dict.fromkeys((*layer.complete, *wished))
    return [clause for clause in asked if not any(key in values for key in clause)]


def is_met(want: Want, values: Values) -> bool:
    """Tell whether the values hold a category that `want` hangs on."""
    return any(each in want.categories for each in values.get(want.variable, ()))


def is_complete(layer: Layer, values: Values) -> bool:
    """Tell whether nothing that `layer` asks for is lacking."""
    return not clauses_lacking(layer, values)
