"""Fold characters for matching only; stored text is never folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_ALIKE = {
    "-": "‐‑‒–—―−",
    "·": "・•‧∙⋅･",
    '"': "“”„‟",
    "'": "‘’‚‛",
    " ": "\u00a0\u2002\u2003\u2009\u202f\u3000",
}
_WIDTH = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {
    ord(alike): ord(plain) for plain, others in _ALIKE.items() for alike in others
}
# Most texts hold none of these, and to look is far cheaper than to translate.
_ODD = re.compile("[" + re.escape("".join(map(chr, _WIDTH))) + "]")
_VARIANTS: dict[str, list[str]] = {}
for _code, _plain in _WIDTH.items():
    _VARIANTS.setdefault(chr(_plain), []).append(chr(_code))
# What people leave out or add freely while typing a name.
_LOOSE = re.compile(r"[\s\-·]+")

# Letters and digits that join into one word where no space stands between them.
LATIN = "0-9A-Za-z\u00c0-\u024f"
_LATIN = re.compile(f"[{LATIN}]")


def fold_width(text: str) -> str:
    """Return `text` with full-width forms and look-alike marks made plain, one to one."""
    return text.translate(_WIDTH) if _ODD.search(text) else text


class NameFolding:
    """Fold in texts as `fold_width` does, but only what may matter to the names that are sought.

    Punctuation that no name has is most of what could be folded, and that takes longer than the
    search itself.
    """

    def __init__(self, names: Iterable[str]) -> None:
        folded = list(map(fold_width, names))
        # Letters and digits always: whether a Latin name ends depends on what stands beside it.
        wanted = {each for each in map(chr, range(0x7F)) if each.isalnum()}.union(*folded)
        self._table = {chr(c): chr(plain) for c, plain in _WIDTH.items() if chr(plain) in wanted}
        self._any = re.compile(f"[{re.escape(''.join(self._table))}]")
        self._begin = {name[0] for name in folded if name}
        self._pairs = {name[i : i + 2] for name in folded for i in range(len(name) - 1)}

    def fold(self, text: str) -> str:
        """Return `text`, as long as before, with what matters made plain."""
        return self._any.sub(lambda match: self._table[match[0]], text)

    def signs(self) -> list[str]:
        """Return what tells in a text that is not folded that it may have to be.

        A letter or digit tells by itself; `matters` says more. Another character tells where it
        begins a name, or behind the character that stands before it in one.
        """
        signs = {each for each, plain in self._table.items() if plain.isalnum()}
        signs |= {each for plain in self._begin for each in self.variants(plain)}
        for before, plain in (pair for pair in self._pairs if not pair[1].isalnum()):
            ways = [before, *(() if before.isalnum() else self.variants(before))]
            signs |= {way + each for way in ways for each in self.variants(plain)}
        return sorted(signs)

    def variants(self, plain: str) -> list[str]:
        """Return the characters that are folded to `plain`."""
        return _VARIANTS.get(plain, [])

    def matters(self, text: str, start: int, end: int) -> bool:
        """Tell whether a sign at ``[start, end)`` could bring a name to light."""
        plain = fold_width(text[start])
        if end > start + 1 or not plain.isalnum():
            return True
        before, behind = fold_width(text[start - 1 : start]), fold_width(text[end : end + 1])
        if plain in self._begin or before + plain in self._pairs:
            return True
        return bool(_LATIN.search(before + behind))


def fold_loose(text: str) -> str:
    """Return `text` without case, width, spaces, hyphens and middle dots; offsets are lost."""
    plain = unicodedata.normalize("NFKC", fold_width(text)).casefold()
    return _LOOSE.sub("", plain)
