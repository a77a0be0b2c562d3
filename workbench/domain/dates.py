"""Dates as people write them, turned into what the dataset holds."""

from __future__ import annotations

import re
import unicodedata

from workbench.domain.relative_dates import reckoned
from workbench.domain.values import NotADate, checked_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\.?", re.IGNORECASE)
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_TEN = re.compile(r"(\d?)十(\d?)")
_DASHES = re.compile(r"[‐‑‒–—―−]")
# A range: a word or a long mark between two dates, or a slash between two that begin with a year.
_RANGE = re.compile(r"\s*(?:至|到|~|～|\bto\b|\buntil\b|\s-+\s|--+)\s*|(?<=\d)/(?=\d{4})")
_SHORT_RANGE = re.compile(r"(\d{4}(?:[.年/]\d{1,2}){0,2}[年月日]?)-(\d{1,2}[月日]?|\d{4}.*)")
_NUMBER = re.compile(r"\d+")
# All that a date is written of beside the names of months. What else stands there (年底, 左右)
# would be lost without a word.
_OF_A_DATE = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b|[\d\s.,/\-年月日号]", re.IGNORECASE)


def parse_date(text: str, anchor: str = "") -> str:
    """Return the date or range meant by `text` in ISO 8601; empty for an empty text.

    Reads 2025年8月, 2025.8.25, 25 Aug 2025, 20250825, 2025.8.25-27, 二〇二五年八月 and the like;
    and 上月, 去年10月, 3 days ago as reckoned from `anchor`.

    Raises:
        NotADate: it can be read as none.
        AnchorUnknown: it hangs on the anchor, which is unknown or not exact enough.
    """
    plain = _plain(text)
    if not plain:
        return ""
    relative = reckoned(plain, anchor)
    if relative is not None:
        return relative
    try:
        first, *rest = _halves(plain)
        start = _parts(first)
        ends = [_parts(each, start) for each in rest]
        return checked_date("/".join(_iso(each) for each in (start, *ends)))
    except (NotADate, ValueError):
        raise NotADate(value=text.strip()) from None


def _plain(text: str) -> str:
    """Return `text` with plain digits and marks; long dashes are written as a spaced one."""
    folded = unicodedata.normalize("NFKC", text).strip().translate(_DIGITS)
    folded = _TEN.sub(lambda match: (match[1] or "1") + (match[2] or "0"), folded)
    return _DASHES.sub(" - ", folded).strip()


def _halves(plain: str) -> list[str]:
    short = _SHORT_RANGE.fullmatch(plain)
    if short and not re.fullmatch(r"\d{4}-\d{1,2}", plain):
        return [short[1], short[2]]
    return _RANGE.split(plain)


def _parts(text: str, before: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return year, month and day as far as given; what is left out is as in `before`."""
    named = _MONTH_NAME.search(text)
    numbers = _NUMBER.findall(text)
    if _OF_A_DATE.sub("", _MONTH_NAME.sub("", text, count=1)):
        raise ValueError(text)
    if named:
        return _english(numbers, _MONTHS.index(named[1].lower()) + 1)
    if len(numbers) == 1 and len(numbers[0]) in (6, 8):
        return tuple(each for each in (numbers[0][:4], numbers[0][4:6], numbers[0][6:]) if each)
    if not numbers or len(numbers[0]) == 4:
        return tuple(numbers)
    # "至9月" leaves out the year, "至27日" the month too.
    kept = len(before) - len(numbers)
    if "月" in text:
        kept = 1
    if kept < 1:
        raise ValueError(text)
    return (*before[:kept], *numbers)


def _english(numbers: list[str], month: int) -> tuple[str, ...]:
    years = [each for each in numbers if len(each) == 4]
    days = [each for each in numbers if len(each) < 3]
    if len(years) != 1 or len(days) > 1:
        raise ValueError(numbers)
    return (years[0], str(month), *days)


def _iso(parts: tuple[str, ...]) -> str:
    if not 1 <= len(parts) <= 3:
        raise ValueError(parts)
    year, *rest = parts
    return "-".join((year, *(f"{int(each):02}" for each in rest)))
