"""What the cells of a codebook's table say: numbers, yes or no, values of attributes."""

from __future__ import annotations

import math
import re
import unicodedata

from workbench.domain.codebook import AttributeValue, Kind
from workbench.exchange.errors import CodebookCellWrong

_YES = frozenset(("是", "有", "真", "对", "√", "✓", "yes", "y", "true", "1", "x"))
_NO = frozenset(("", "否", "无", "假", "不", "no", "n", "false", "0", "-"))
_WHOLE = re.compile(r"[+-]?\d{1,18}")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")


def whole(text: str) -> int:
    """Return a whole number, or raise ValueError."""
    plain = _digits(text)
    if not _WHOLE.fullmatch(plain):
        raise ValueError(text)
    return int(plain)


def real(text: str) -> float:
    """Return a number, or raise ValueError."""
    number = float(_digits(text))
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def flag(text: str) -> bool:
    """Return what yes or no means, or raise ValueError."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if plain not in _YES and plain not in _NO:
        raise ValueError(text)
    return plain in _YES


def _digits(text: str) -> str:
    """Return the digits of a number in ASCII; people write full-width ones, and other minuses."""
    return unicodedata.normalize("NFKC", text).strip().replace("−", "-").replace("–", "-")


def is_colour(text: str) -> bool:
    """Tell whether a text is a colour as we keep it."""
    return bool(_COLOUR.fullmatch(text))


def attribute_value(kind: Kind, text: str, place: str, column: str) -> AttributeValue:
    """Return the value of an attribute, or raise CodebookCellWrong."""
    try:
        return _of_kind(kind, text)
    except ValueError as error:
        raise CodebookCellWrong(place=place, value=text, column=column) from error


def _of_kind(kind: Kind, text: str) -> AttributeValue:
    match kind:
        case Kind.INTEGER:
            return whole(text)
        case Kind.REAL:
            return real(text)
        case Kind.BOOLEAN:
            return flag(text)
        case _:
            return text
