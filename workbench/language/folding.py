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
    search itself. `table` is what is folded, character by character.
    """

    def __init__(self, names: Iterable[str]) -> None:
        folded = list(map(fold_width, names))
        # Letters and digits always: whether a Latin name ends depends on what stands beside it.
        wanted = {each for each in map(chr, range(0x7F)) if each.isalnum()}.union(*folded)
        table = {chr(code): chr(plain) for code, plain in _WIDTH.items() if chr(plain) in wanted}
        self.table = table
        self._any = re.compile(f"[{re.escape(''.join(table))}]")
        self._begin = {name[0] for name in folded if name}
        self._pairs = {name[i : i + 2] for name in folded for i in range(len(name) - 1)}

    def fold(self, text: str) -> str:
        """Return `text`, as long as before, with what matters made plain."""
        return self._any.sub(lambda match: self.table[match[0]], text)

    def matters(self, text: str, at: int) -> bool:
        """Tell whether folding the character at `at` could bring a name to light."""
        before, plain, behind = map(
            fold_width, (text[at - 1 : at], text[at], text[at + 1 : at + 2])
        )
        if plain in self._begin or before + plain in self._pairs:
            return True
        return plain.isalnum() and bool(_LATIN.search(before + behind))


def fold_loose(text: str) -> str:
    """Return `text` without case, width, spaces, hyphens and middle dots; offsets are lost."""
    plain = unicodedata.normalize("NFKC", fold_width(text)).casefold()
    return _LOOSE.sub("", plain)
