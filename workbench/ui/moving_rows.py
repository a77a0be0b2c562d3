"""The part of the table of actions that goes through an article and selects in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from workbench.domain.units import Unit
from workbench.ui.action_row import Need, Row

#: The keys of the pairs of actions, back and forth, without Shift.
_UNIT_KEYS = {
    Unit.CLAUSE: (",", "."),
    Unit.SENTENCE: ("[", "]"),
    Unit.PARAGRAPH: ("Ctrl+Up", "Ctrl+Down"),
}
_ANNOTATION_KEYS = (";", "'")
_ARTICLE = (Need.ARTICLE,)


def moving_rows() -> tuple[Row, ...]:
    """Return the rows of the menu Go and its submenu, in the language of the interface."""
    translate = QCoreApplication.translate
    extend = translate("Actions", "Extend the &selection")
    return (
        *(row for unit in Unit for row in _unit_rows(unit)),
        *_annotation_rows(),
        Row("extend", extend, "go", opens=True, ruled=True),
        *(row for unit in Unit for row in _extending_rows(unit)),
        *_extending_further_rows(),
        *_size_rows(),
    )


def _unit_rows(unit: Unit) -> tuple[Row, Row]:
    back, forth = _UNIT_KEYS[unit]
    ruled = unit is not Unit.CLAUSE
    following, preceding = _unit_texts()[unit]
    return (
        _pane_row(f"next_{unit}", following, "go", forth, ruled=ruled),
        _pane_row(f"previous_{unit}", preceding, "go", back),
    )


def _extending_rows(unit: Unit) -> tuple[Row, Row]:
    back, forth = _UNIT_KEYS[unit]
    forward, backward = _extending_texts()[unit]
    return (
        _pane_row(f"extend_next_{unit}", forward, "extend", _shifted(forth)),
        _pane_row(f"extend_previous_{unit}", backward, "extend", _shifted(back)),
    )


def _annotation_rows() -> tuple[Row, Row]:
    translate = QCoreApplication.translate
    back, forth = _ANNOTATION_KEYS
    following = translate("Actions", "Next &annotation")
    preceding = translate("Actions", "Previous a&nnotation")
    return (
        _pane_row("next_annotation", following, "go", forth, ruled=True),
        _pane_row("previous_annotation", preceding, "go", back),
    )


def _extending_further_rows() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    back, forth = _ANNOTATION_KEYS
    rows = (
        ("extend_next_annotation", translate("Actions", "To the end of an &annotation"), forth),
        ("extend_previous_annotation", translate("Actions", "Back by an a&nnotation"), back),
    )
    suggestions = (
        ("extend_next_suggestion", translate("Actions", "To the end of a s&uggestion"), "F8"),
        ("extend_previous_suggestion", translate("Actions", "Back by a su&ggestion"), "Shift+F8"),
    )
    return (
        *(_pane_row(key, text, "extend", _shifted(stroke)) for key, text, stroke in rows),
        *(_pane_row(key, text, "extend", f"Ctrl+{stroke}") for key, text, stroke in suggestions),
    )


def _size_rows() -> tuple[Row, Row]:
    translate = QCoreApplication.translate
    wider = translate("Actions", "&Widen what is selected")
    narrower = translate("Actions", "Na&rrow what is selected")
    return (
        _pane_row("widen", wider, "go", "=", ruled=True),
        _pane_row("narrow", narrower, "go", "-"),
    )


def _pane_row(key: str, text: str, menu: str, stroke: str, *, ruled: bool = False) -> Row:
    return Row(key, text, menu, (stroke,), needs=_ARTICLE, ruled=ruled, reading=True)


def _shifted(stroke: str) -> str:
    return stroke.replace("Ctrl+", "Ctrl+Shift+") if "Ctrl+" in stroke else f"Shift+{stroke}"


def _unit_texts() -> Mapping[Unit, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        Unit.CLAUSE: (
            translate("Actions", "Next &clause"),
            translate("Actions", "Previous c&lause"),
        ),
        Unit.SENTENCE: (
            translate("Actions", "Next s&entence"),
            translate("Actions", "Previous sen&tence"),
        ),
        Unit.PARAGRAPH: (
            translate("Actions", "Next &paragraph"),
            translate("Actions", "Previous paragrap&h"),
        ),
    }


def _extending_texts() -> Mapping[Unit, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        Unit.CLAUSE: (
            translate("Actions", "To the end of the &clause"),
            translate("Actions", "Back by a c&lause"),
        ),
        Unit.SENTENCE: (
            translate("Actions", "To the end of the s&entence"),
            translate("Actions", "Back by a sen&tence"),
        ),
        Unit.PARAGRAPH: (
            translate("Actions", "To the end of the &paragraph"),
            translate("Actions", "Back by a paragrap&h"),
        ),
    }
