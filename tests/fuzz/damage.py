"""Damage to real files: bytes flipped, cut, doubled, swapped; in packages also to their members."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_NUMBERS = (b"0", b"-1", b"65535", b"2147483648", b"999999999999", b"1e999", b"NaN")
_ODD = (b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"<", b"&#0;", b"\\u0000", b"]]>", b"%s", b"\r", b'"')
_LONGEST = 3_000_000

Damage = Callable[[bytes, random.Random], bytes]


def damaged(data: bytes, number: int) -> bytes:
    """Return `data` with damage of several kinds, the same for the same number."""
    chance = random.Random(number)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8, 40))):
        data = chance.choice(_DAMAGES)(data, chance)[:_LONGEST]
    return data


def damaged_inside(data: bytes, number: int) -> bytes:
    """Return a package of which a member or two are damaged, whole as a package itself."""
    chance = random.Random(number)
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w") as new:
        names = old.namelist()
        hit = set(chance.sample(names, min(len(names), chance.randint(1, 2))))
        for name in names:
            content = old.read(name)
            content = damaged(content, chance.randrange(2**32)) if name in hit else content
            new.writestr(name, content, chance.choice((ZIP_STORED, ZIP_DEFLATED)))
    return out.getvalue()


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.paretovariate(0.6)))


def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _cut_short(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _double(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    times = min(chance.choice((2, 3, 50, 3_000)), 1 + _LONGEST // (1 + end - start))
    return data[:start] + data[start:end] * times + data[end:]


def _move(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def _noise(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + chance.randbytes(end - start) + data[end:]


def _odd(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_ODD) + data[at:]


def _number(data: bytes, chance: random.Random) -> bytes:
    """Put an absurd number in the place of one."""
    places = [at for at in range(len(data)) if 48 <= data[at] <= 57]
    if not places:
        return data
    at = end = chance.choice(places)
    while end < len(data) and 48 <= data[end] <= 57:
        end += 1
    return data[:at] + chance.choice(_NUMBERS) + data[end:]


_DAMAGES: tuple[Damage, ...] = (
    _flip, _flip, _cut, _cut_short, _double, _move, _noise, _odd, _number, _number,
)  # fmt: skip
