"""Numbers as people write them."""

from __future__ import annotations

import math
import unicodedata
from fractions import Fraction


def parse_number(text: str) -> float | None:
    """Return the number meant by `text` (76.2%, １，２００, −1), None if it is none."""
    plain = unicodedata.normalize("NFKC", text).strip().rstrip("%").replace("−", "-")
    try:
        number = float(plain.replace(",", "").replace(" ", "").replace("_", "?"))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def parse_probability(text: str) -> float | None:
    """Return the number from 0 to 1 meant by `text` (0.7, .7, 70%), None if it is none."""
    number = parse_number(text)
    if number is None:
        return None
    if unicodedata.normalize("NFKC", text).strip().endswith("%"):
        # As the digits say: 7.1 / 100 is not 0.071.
        number = float(Fraction(str(number)) / 100)
    return number if 0 <= number <= 1 else None


def parse_integer(text: str) -> int | None:
    """Return the whole number meant by `text`, None if it is none."""
    number = parse_number(text)
    return int(number) if number is not None and number.is_integer() else None


def shown_number(number: float) -> str:
    """Return `number` as a person writes it: no ``.0`` behind whole ones."""
    return str(int(number)) if float(number).is_integer() and abs(number) < 1e15 else repr(number)
