"""Numbers as word processors write them before items, headings and notes."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_MOST = 9_999  # a larger number is no list's but a damaged file's


def ordinal(number: int, style: str) -> str:
    """Return `number` in a style of OOXML or OpenDocument; plain digits where it has no such form.

    The style of OpenDocument is a sample: `1`, `a`, `I`, `一, 二, 三, ...`.
    """
    style = style.partition(",")[0]
    if style in ("none", ""):
        return ""
    write = _STYLES.get(style, str) if 0 < number <= _MOST else str
    return write(number)


def _roman(number: int) -> str:
    result = ""
    for value, letters in _ROMAN:
        result += letters * (number // value)
        number %= value
    return result


def _letter(number: int) -> str:
    """Return a … z, then aa, bb … as Word goes on."""
    if number > 26 * 9:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _han(number: int, digits: str, units: tuple[str, ...]) -> str:
    result = ""
    for place, digit in enumerate(reversed(str(number))):
        written = digits[int(digit)]
        result = written + (units[place] if digit != "0" else "") + result
    zero = digits[0]
    while zero * 2 in result:
        result = result.replace(zero * 2, zero)
    return result.rstrip(zero)


def _counted(number: int) -> str:
    written = _han(number, "零一二三四五六七八九", ("", "十", "百", "千"))
    return written.removeprefix("一") if 10 <= number < 20 else written


def _legal(number: int) -> str:
    return _han(number, "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟"))


def _from(first: str, count: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if number <= count else str(number)


def _of(characters: str) -> Callable[[int], str]:
    return lambda n: characters[n - 1] if n <= len(characters) else str(n)


def _digits(zero: str) -> Callable[[int], str]:
    return lambda n: "".join(chr(ord(zero) + int(digit)) for digit in str(n))


def _spelled(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


_STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "i": _roman,
    "I": lambda n: _roman(n).upper(),
    "a": _letter,
    "A": lambda n: _letter(n).upper(),
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "壹": _legal,
    "ideographDigital": _spelled,
    "ideographTraditional": _of(_STEMS),
    "甲": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "子": _of(_BRANCHES),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "①": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalFullWidth": _digits("０"),
    "decimalFullWidth2": _digits("０"),
    "１": _digits("０"),
}
_COUNTED = (
    *("chineseCounting", "chineseCountingThousand", "japaneseCounting", "koreanCounting"),
    *("taiwaneseCounting", "taiwaneseCountingThousand", "taiwaneseDigital", "一"),
)
_STYLES.update(dict.fromkeys(_COUNTED, _counted))
