"""The keys that nobody changes: those of any text, of a form, and of lists of passages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.ui.shortcuts.strokes import DIGITS

#: What the keys do, and the keys.
Fixed = tuple[str, tuple[str, ...]]


def reading_keys() -> tuple[Fixed, ...]:
    """Return the keys that the text of an article takes itself."""
    translate = QCoreApplication.translate
    return (
        (translate("Keys", "By a character"), ("Left", "Right")),
        (translate("Keys", "By a word"), ("Ctrl+Left", "Ctrl+Right")),
        (translate("Keys", "By a line"), ("Up", "Down")),
        (translate("Keys", "By a screen"), ("PgUp", "PgDown")),
        (translate("Keys", "To the beginning or end of the line"), ("Home", "End")),
        (translate("Keys", "To the beginning or end of the article"), ("Ctrl+Home", "Ctrl+End")),
        (translate("Keys", "Select a character more"), ("Shift+Left", "Shift+Right")),
        (translate("Keys", "Select a word more"), ("Ctrl+Shift+Left", "Ctrl+Shift+Right")),
        (translate("Keys", "Select a line more"), ("Shift+Up", "Shift+Down")),
        (translate("Keys", "Select everything"), ("Ctrl+A",)),
        (translate("Keys", "Copy what is selected"), ("Ctrl+C",)),
    )


def form_keys() -> tuple[Fixed, ...]:
    """Return the keys of forms, and of the line that finds tags."""
    translate = QCoreApplication.translate
    return (
        (translate("Keys", "Next or previous field"), ("Tab", "Shift+Tab")),
        (translate("Keys", "Choose from the list"), ("Up", "Down")),
        (translate("Keys", "Take what is named, and go on"), ("Return",)),
        (translate("Keys", "Add what is typed to the code list"), ("Shift+Return",)),
        (translate("Keys", "Not applicable, undecidable"), ("Ctrl+M",)),
        (translate("Keys", "Save the form"), ("Ctrl+Return",)),
        (translate("Keys", "Back to the text"), ("Esc",)),
    )


def passage_keys() -> tuple[Fixed, ...]:
    """Return the keys of the lists in which passages are reviewed, and split among categories."""
    translate = QCoreApplication.translate
    return (
        (translate("Keys", "Next passage to be reviewed"), ("N",)),
        (translate("Keys", "The passage is reviewed"), ("R",)),
        (translate("Keys", "Split: the category with that digit"), DIGITS),
    )
