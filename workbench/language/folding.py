"""Fold characters for matching only; stored text is never folded."""

from __future__ import annotations

import re
import unicodedata

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


def fold_width(text: str) -> str:
    """Return `text` with full-width forms and look-alike marks made plain, one to one."""
    return text.translate(_WIDTH) if _ODD.search(text) else text


def fold_loose(text: str) -> str:
    """Return `text` without case, width, spaces, hyphens and middle dots; offsets are lost."""
    plain = unicodedata.normalize("NFKC", fold_width(text)).casefold()
    return _LOOSE.sub("", plain)
