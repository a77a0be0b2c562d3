"""Texts with the mark of their key ("&File", "文件(&F)"), and without it."""

from __future__ import annotations

import re

# A doubled ampersand is one that is meant.
_CHINESE = re.compile(r"\(&[^&]\)")
_MARK = re.compile("&(.)")


def without_mnemonic(text: str) -> str:
    """Return the text as a person reads it."""
    return _MARK.sub(r"\1", _CHINESE.sub("", text))
