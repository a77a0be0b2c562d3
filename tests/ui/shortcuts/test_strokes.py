from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from workbench.ui.shortcuts.flow import kept_strokes
from workbench.ui.shortcuts.strokes import caps, is_stroke, same_stroke, told, written

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("stroke", "shown"),
    [
        ("Ctrl+Shift+K", ["Ctrl", "Shift", "K"]),
        ("Ctrl++", ["Ctrl", "+"]),
        ("+", ["+"]),
        ("Alt+Left", ["Alt", "←"]),
        ("Return", ["Enter"]),
        ("?", ["?"]),
        ("", []),
        ("no key", []),
    ],
)
def test_a_stroke_is_shown_as_caps(stroke: str, shown: list[str]) -> None:
    assert caps(stroke, mac=False) == shown


def test_a_mac_has_caps_of_its_own() -> None:
    assert caps("Ctrl+Alt+K", mac=True) == ["⌘", "⌥", "K"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("?", "Shift+/"), ("Ctrl++", "Ctrl+Shift+="), ("<", "Shift+,"), ("k", "K"), ("!", "Shift+1")],
)
def test_strokes_of_the_same_keys_are_the_same(one: str, other: str) -> None:
    assert same_stroke(one) == same_stroke(other)


@pytest.mark.parametrize(
    ("one", "other"), [("K", "Shift+K"), ("Ctrl+/", "/"), ("F8", "Shift+F8"), ("Shift+?", "/")]
)
def test_other_strokes_are_not(one: str, other: str) -> None:
    assert same_stroke(one) != same_stroke(other)


def test_two_keys_called_enter_are_told_once() -> None:
    assert told(("Return", "Enter", "Ctrl+Y")) == "Enter / Ctrl + Y"
    assert written(QKeySequence("Ctrl+Left")) == "Ctrl+Left"


def test_only_strokes_are_kept_of_what_the_settings_name() -> None:
    kept = {
        "undo": ["Ctrl+U"],
        "redo": [],
        "delete": "Del",
        "next": ["Ctrl+K, Ctrl+L"],
        "previous": [5],
        "quit": ["no key"],
    }
    assert kept_strokes(kept) == {"undo": ["Ctrl+U"], "redo": []}
    assert not is_stroke(None)
