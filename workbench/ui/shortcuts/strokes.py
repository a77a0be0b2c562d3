"""How strokes of the keyboard are written, compared and shown."""

from __future__ import annotations

import sys

from PySide6.QtGui import QKeySequence

# What Shift makes of the keys of an American keyboard, which a Chinese one is.
_SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))
_CAPS = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Return": "Enter",
    "PgUp": "PageUp",
    "PgDown": "PageDown",
}
#: The digits that tags may have, told as one.
DIGITS = tuple("123456789")
_MAC = sys.platform == "darwin"
# What Qt calls the keys of a Mac otherwise than a Mac does.
_MAC_CAPS = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧", "Meta": "⌃"}


def written(sequence: QKeySequence) -> str:
    """Return a stroke as it is stored, the same on every system."""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def same_stroke(stroke: str) -> str:
    """Return what equals for strokes of the same keys: “?” is “Shift+/”."""
    text = written(QKeySequence(stroke))
    last = text[-1:]
    if last in _SHIFTED and (len(text) == 1 or text[-2] == "+"):
        before = text[:-1]
        shift = "" if "Shift+" in before else "Shift+"
        return written(QKeySequence(f"{before}{shift}{_SHIFTED[last]}"))
    return text


def is_stroke(text: object) -> bool:
    """Tell whether `text` names one stroke that a keyboard has."""
    return isinstance(text, str) and bool(written(QKeySequence(text))) and ", " not in text


def caps(stroke: str, *, mac: bool = _MAC) -> list[str]:
    """Return what stands on the keys of a stroke."""
    text = written(QKeySequence(stroke))
    if not text:
        return []
    before, key = (text[:-1], "+") if text.endswith("+") else _parted(text)
    named = _CAPS | _MAC_CAPS if mac else _CAPS
    return [named.get(each, each) for each in (*before.split("+"), key) if each]


def _parted(text: str) -> tuple[str, str]:
    before, _, key = text.rpartition("+")
    return before, key


def shown(strokes: tuple[str, ...], *, mac: bool = _MAC) -> list[list[str]]:
    """Return the caps of each stroke; both keys that are called Enter are one, as are digits."""
    if strokes == DIGITS:
        return [[f"{DIGITS[0]} … {DIGITS[-1]}"]]
    found: list[list[str]] = []
    for stroke in strokes:
        if caps(stroke, mac=mac) not in found:
            found.append(caps(stroke, mac=mac))
    return found


def told(strokes: tuple[str, ...]) -> str:
    """Return strokes as one line of text."""
    return " / ".join(" + ".join(each) for each in shown(strokes))
