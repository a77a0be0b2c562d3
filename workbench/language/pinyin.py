"""Read Chinese names aloud, so that a few Latin letters find them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from workbench.language.folding import fold_loose
from workbench.language.lines import Lines

# The likeliest first; rarer readings of rarer characters are cut.
MOST_READINGS = 8
_MOST_SOUNDS = 3

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_HAN_CHARACTER = re.compile(f"[{_HAN}]")
_RUN = re.compile(f"[{_HAN}]+|[0-9a-z]+")

Reading = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PinyinIndex:
    """The readings of many names: lines of initials, and of syllables from each one on.

    The owner of a line is the place of its name among those the index was built from.
    """

    initials: Lines
    syllables: Lines


@dataclass(frozen=True, slots=True)
class _Unit:
    """A Chinese character with its sounds, or a Latin word; initials keep `kept` letters."""

    sounds: tuple[str, ...]
    kept: int


def syllables(text: str) -> tuple[Reading, ...]:
    """Return the readings of `text`, the likeliest first: ('zhu', 'quan', 'xun', 'zu').

    ü is v. A Latin word or number is one syllable; marks and spaces are none.
    """
    return _readings(_units(text))


def initials(text: str) -> tuple[str, ...]:
    """Return the initials of the readings of `text`, the likeliest first: 'zqxz'.

    A Latin word or number in it stays whole: 'apecfh' of APEC峰会.
    """
    units = _units(text)
    return _initials_of(units, _readings(units))


def pinyin_index(names: Sequence[str]) -> PinyinIndex:
    """Return the index of those `names` that hold Chinese characters."""
    short: list[tuple[int, str, int]] = []
    full: list[tuple[int, int, str, int]] = []
    for owner, name in enumerate(names):
        if _HAN_CHARACTER.search(name):
            units = _units(name)
            readings = _readings(units)
            short += [(len(line), line, owner) for line in _initials_of(units, readings)]
            full += [(skipped, len(line), line, owner) for skipped, line in _tails(readings)]
    short.sort(key=lambda row: row[0])
    full.sort(key=lambda row: row[:2])
    return PinyinIndex(
        Lines((line, owner) for _, line, owner in short),
        Lines((line, owner) for _, _, line, owner in full),
    )


def _units(text: str) -> list[_Unit]:
    units: list[_Unit] = []
    for run in _RUN.findall(fold_loose(text)):
        units += _sounded(run) if _HAN_CHARACTER.match(run) else [_Unit((run,), len(run))]
    return units


def _sounded(run: str) -> list[_Unit]:
    from pypinyin import Style, pinyin

    sounds = pinyin(run, style=Style.NORMAL, heteronym=True, errors="ignore")
    return [_Unit(tuple(each[:_MOST_SOUNDS]), 1) for each in sounds]


def _readings(units: list[_Unit]) -> tuple[Reading, ...]:
    if not units:
        return ()
    likeliest = tuple(unit.sounds[0] for unit in units)
    return (likeliest, *islice(_variants(units, likeliest), MOST_READINGS - 1))


def _variants(units: list[_Unit], likeliest: Reading) -> Iterator[Reading]:
    """Yield the readings in which one character sounds otherwise."""
    for place, unit in enumerate(units):
        for sound in unit.sounds[1:]:
            yield (*likeliest[:place], sound, *likeliest[place + 1 :])


def _initials_of(units: list[_Unit], readings: tuple[Reading, ...]) -> tuple[str, ...]:
    shortened = (
        "".join(sound[: unit.kept] for unit, sound in zip(units, reading, strict=True))
        for reading in readings
    )
    return tuple(dict.fromkeys(shortened))


def _tails(readings: tuple[Reading, ...]) -> Iterator[tuple[int, str]]:
    """Yield each reading, and the likeliest one from its second, third … syllable on."""
    for reading in readings:
        yield 0, "".join(reading)
    for skipped in range(1, len(readings[0]) if readings else 0):
        yield skipped, "".join(readings[0][skipped:])
