"""The language and script of a text, by its characters; no model."""

from __future__ import annotations

import re
from functools import cache

_SAMPLE = 2_000
_SCRIPT_SAMPLE = 600
_OTHER = "und"  # ISO 639's code for what is not determined
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]+")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|a|is|that|for|on|with|as|by|it|are|was|from|its)\b", re.IGNORECASE
)
_ONLY_ONE = 0.9  # share of the telling characters that must agree


def language_of(text: str) -> str:
    """Return zh, ja, ko, en, or und for any other."""
    sample = text[:_SAMPLE]
    han, kana, hangul = (_count(pattern, sample) for pattern in (_HAN, _KANA, _HANGUL))
    if kana >= 10 and kana * 8 >= han:
        return "ja"
    if hangul >= 10 and hangul * 2 >= han:
        return "ko"
    words = _LETTERS.findall(sample)
    if han and han * 8 >= sum(map(len, words)):
        return "zh"
    english = len(_ENGLISH.findall(sample))
    return "en" if english * 10 >= len(words) > 0 else _OTHER


def script_of(text: str) -> str:
    """Return Hans or Hant for a Chinese text, "" where no character tells.

    A character tells if only one of GB 2312 and Big5 has it.
    """
    told = [script for char in _telling(text[:_SCRIPT_SAMPLE]) if (script := _script(char))]
    simplified = told.count("Hans")
    if not told:
        return ""
    if simplified >= _ONLY_ONE * len(told):
        return "Hans"
    return "Hant" if simplified <= (1 - _ONLY_ONE) * len(told) else ""


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(map(len, pattern.findall(text)))


def _telling(text: str) -> set[str]:
    return {char for run in _HAN.findall(text) for char in run}


@cache  # there are no more than some ten thousand
def _script(char: str) -> str:
    in_gb, in_big5 = _has(char, "gb2312"), _has(char, "big5")
    if in_gb == in_big5:
        return ""
    return "Hans" if in_gb else "Hant"


def _has(char: str, encoding: str) -> bool:
    try:
        return bool(char.encode(encoding))
    except UnicodeEncodeError:
        return False
