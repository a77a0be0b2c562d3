"""The part of the table of actions that changes the annotation that is selected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.ui.action_row import Need, Row

_CHANGES = (Need.ANNOTATION, Need.WRITABLE)
_CODES = (Need.ARTICLE, Need.WRITABLE)


def changing_rows() -> tuple[Row, ...]:
    """Return the rows of the menu Edit and its submenu, in the language of the interface."""
    translate = QCoreApplication.translate
    edit = translate("Actions", "&Edit the annotation")
    split = translate("Actions", "Split at t&he caret")
    join = translate("Actions", "&Join with the next of its layer")
    retag = translate("Actions", "Find an&other tag for it")
    return (
        Row(
            "edit_annotation",
            edit,
            "edit",
            ("Return", "Enter"),
            needs=(Need.ANNOTATION,),
            reading=True,
        ),
        Row("retag", retag, "edit", ("Ctrl+Shift+K",), needs=_CHANGES),
        Row("split_annotation", split, "edit", ("/",), needs=_CODES, reading=True),
        Row("join_annotations", join, "edit", ("\\",), needs=_CHANGES, reading=True),
        Row("borders", translate("Actions", "Move a &border"), "edit", opens=True),
        *_border_rows(),
    )


def _border_rows() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    texts = (
        ("end_right", translate("Actions", "Move end border ri&ght"), "Alt+Shift+Right"),
        ("end_left", translate("Actions", "Move end border &left"), "Alt+Shift+Left"),
        ("start_right", translate("Actions", "Move start border r&ight"), "Alt+Right"),
        ("start_left", translate("Actions", "Move start border le&ft"), "Alt+Left"),
        ("end_word_right", translate("Actions", "End border a &word right"), "Alt+Shift+]"),
        ("end_word_left", translate("Actions", "End border a w&ord left"), "Alt+Shift+["),
        ("start_word_right", translate("Actions", "Start border a wo&rd right"), "Alt+]"),
        ("start_word_left", translate("Actions", "Start border a wor&d left"), "Alt+["),
    )
    return tuple(
        Row(key, text, "borders", (stroke,), needs=_CHANGES, ruled=key == "end_word_right")
        for key, text, stroke in texts
    )
