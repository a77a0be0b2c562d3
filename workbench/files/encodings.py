"""Which encoding makes sense of some bytes: told by how natural the text is that comes out.

Each encoding reads most texts of every other one without an error, as characters that hardly
anyone writes. What is natural is full of the few hundred characters that every text is full of.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

_FEW = 8  # Han characters: fewer prove nothing, and a name may be written with rare ones
_SAMPLE = 100_000  # characters that are looked at; a book's first chapter tells its encoding
_FEW_DAMAGED = 1_000  # one damaged character in so many is a slip, more is another encoding
#: What every Chinese text is full of; text in another encoding, read as GB18030, is not.
_CHINESE = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    "子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体"
    "制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内"
    "數學國這個來對會爲為們時說過後於從發動產經還點關與實體應開間樣當樣東"
)
_JAPANESE = frozenset(
    "のにはをたがでてとしれさいるあかなこらもすくりつえうけきよまそどだんスントルアイラーリ"
    "国日会年者政対戦経済問題発表開実現関係代首相党外交領土島体気長議選"
)
_KOREAN = frozenset(
    "이다는을의에가하고은를로한사지기도대인으일정리자있서해시수어부그국제나과보라원것상주아들만전회"
)
_MARKS = frozenset("，。、；：？！“”‘’（）《》「」『』…—　・")
_NATURAL = _CHINESE | _JAPANESE | _KOREAN | _MARKS


@dataclass(frozen=True, slots=True)
class Told:
    """A text, the encoding that gave it, and how many of its characters stand for damage."""

    text: str
    encoding: str
    damaged: int = 0


def tell(data: bytes) -> Told | None:
    """Return the most natural text that `data` can be, None if it is none.

    UTF-8 is believed where it is valid; a byte order mark is the caller's matter.
    """
    if b"\0" in data and (found := _wide(data)):
        return found
    try:
        return Told(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _most_natural(data, "strict") or _damaged(data)


def tell_damaged(data: bytes, encoding: str) -> Told | None:
    """Return `data` in a known encoding with U+FFFD for a few invalid bytes, None if many are."""
    text = data.decode(encoding, "replace")
    damaged = text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd")
    return Told(text, encoding, damaged) if damaged * _FEW_DAMAGED <= len(text) else None


def _wide(data: bytes) -> Told | None:
    """Return UTF-16 that lacks its mark: it has zero bytes, which no other encoding has."""
    found = [told for encoding in ("utf-16-le", "utf-16-be") if (told := _strict(data, encoding))]
    natural = [(_share_with_ascii(told.text), told) for told in found]
    share, best = max(natural, key=lambda each: each[0], default=(0.0, None))
    return best if share >= 0.25 else None


def _strict(data: bytes, encoding: str) -> Told | None:
    try:
        return Told(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _share_with_ascii(text: str) -> float:
    """Return the share of natural characters, printable ASCII among them."""
    sample = text[:_SAMPLE]
    if any(_is_strange(each) and each not in "\t\n\r\f" for each in set(sample)):
        return 0.0
    natural = sum(each in _NATURAL or " " <= each <= "~" or each in "\t\n\r" for each in sample)
    return natural / len(sample) if len(sample) >= 4 else 0.0


def _damaged(data: bytes) -> Told | None:
    """Return the text with U+FFFD where a few bytes are invalid."""
    return tell_damaged(data, "utf-8") or _most_natural(data, "replace")


def _most_natural(data: bytes, errors: str) -> Told | None:
    found: list[tuple[float, Told]] = []
    for encoding, is_plausible in _ENCODINGS:
        told = _strict(data, encoding) if errors == "strict" else tell_damaged(data, encoding)
        if told and is_plausible(told.text[:_SAMPLE]):
            found.append((naturalness(told.text[:_SAMPLE]), told))
    return max(found, key=lambda each: each[0])[1] if found else None


def naturalness(text: str) -> float:
    """Return how much of what is not ASCII in `text` is what texts are full of."""
    other = _not_ascii(text)
    natural = sum(count for character, count in other.items() if character in _NATURAL)
    usual = sum(count for character, count in other.items() if _is_usual(character))
    return (natural + usual / 4) / max(1, other.total())


def is_plausible_chinese(text: str) -> bool:
    """Tell whether `text` can be Chinese, rather than another encoding's bytes read as GB18030."""
    other = _not_ascii(text)
    return _makes_sense(other) and _is_common_enough(other)


def _is_plausible_japanese(text: str) -> bool:
    other = _not_ascii(text)
    kana = sum(count for each, count in other.items() if "\u3041" <= each <= "\u3093")
    return _makes_sense(other) and other.total() >= 16 and kana >= other.total() / 4


def _is_plausible_korean(text: str) -> bool:
    other = _not_ascii(text)
    hangul = sum(count for each, count in other.items() if "\uac00" <= each <= "\ud7a3")
    frequent = sum(count for each, count in other.items() if each in _KOREAN)
    is_hangul = other.total() >= 16 and hangul >= 0.7 * other.total()
    return _makes_sense(other) and is_hangul and frequent >= hangul / 4


def _not_ascii(text: str) -> Counter[str]:
    return Counter({each: n for each, n in Counter(text).items() if each > "\x7f"})


def _makes_sense(other: Counter[str]) -> bool:
    strange = sum(n for each, n in other.items() if each != "\ufffd" and _is_strange(each))
    return bool(other) and strange <= other.total() / 100


def _is_strange(character: str) -> bool:
    """Tell whether `character` has no meaning agreed upon: private, unassigned or a control."""
    return unicodedata.category(character) in ("Co", "Cn", "Cc")


def _is_common_enough(other: Counter[str]) -> bool:
    han = {c: n for c, n in other.items() if "\u3400" <= c <= "\u9fff" or c >= "\U00020000"}
    total = sum(han.values())
    if total < other.total() / 4:
        return False
    usual = sum(count for character, count in han.items() if _is_usual(character))
    frequent = sum(count for character, count in han.items() if character in _CHINESE)
    if total < _FEW:
        return usual >= 0.5 * total
    return usual >= 0.85 * total and (total < 40 or frequent >= 0.12 * total)


@cache
def _is_usual(character: str) -> bool:
    """Tell whether `character` is of the first level of GB 2312 or of Big5: 3,755 and 5,401."""
    try:
        if "\xb0" <= chr(character.encode("gb2312")[0]) <= "\xd7":
            return True
    except UnicodeEncodeError:
        pass
    try:
        return b"\xa4\x40" <= character.encode("big5") <= b"\xc6\x7e"
    except UnicodeEncodeError:
        return False


# The first wins where several are equally natural: what comes most often to us.
_ENCODINGS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("gb18030", is_plausible_chinese),
    ("big5hkscs", is_plausible_chinese),
    ("utf-16-le", is_plausible_chinese),
    ("utf-16-be", is_plausible_chinese),
    ("euc_jp", _is_plausible_japanese),
    ("cp932", _is_plausible_japanese),
    ("cp949", _is_plausible_korean),
)
