"""Which passages of a text are marked, how, and what is said of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QTextCharFormat

from workbench.app.drafts import Comparison
from workbench.ui.imports.reasons import reason_name
from workbench.ui.theme import Theme


class Look(StrEnum):
    """How a passage is marked."""

    CUT = auto()
    KEPT = auto()
    DIFFERS = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked passage, in code points; `group` tells which reason it counts under."""

    start: int
    end: int
    look: Look
    group: str
    label: str
    tip: str
    visible: bool = True


BACK, KEPT_BEFORE = "back", "kept_before"


def group_name(group: str) -> str:
    """Return what marks of a group are called."""
    translate = QCoreApplication.translate
    ours = {
        BACK: translate("Marks", "taken back"),
        KEPT_BEFORE: translate("Marks", "kept as you chose before"),
    }
    return ours.get(group) or reason_name(group)


def marks_of(shown: Comparison) -> list[Mark]:
    """Return the marks of a source: its cuts, and what was taken back."""
    # Asked for once a reason: an article can have thousands of cuts.
    names = {reason: reason_name(reason) for reason in {edit.reason for edit in shown.edits}}
    marks = [
        Mark(
            edit.start,
            edit.end,
            Look.CUT,
            edit.reason,
            names[edit.reason],
            _tip(names[edit.reason], edit.replacement),
            visible=bool(shown.source[edit.start : edit.end].strip()),
        )
        for edit in shown.edits
    ]
    for group, spans in ((BACK, shown.back), (KEPT_BEFORE, shown.kept_before)):
        name = group_name(group)
        marks += [Mark(start, end, Look.KEPT, group, name, name) for start, end in spans]
    return sorted(marks, key=lambda each: (each.start, each.end))


def _tip(name: str, replacement: str) -> str:
    return f"{name} → {replacement}" if replacement.strip() else name


def counts_of(marks: Iterable[Mark]) -> list[tuple[str, int]]:
    """Return the groups with the number of their marks: what one can see first, then by number."""
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    for mark in marks:
        counts[mark.group] += 1
        if mark.visible:
            seen.add(mark.group)
    return sorted(counts.items(), key=lambda each: (each[0] not in seen, -each[1]))


def format_of(look: Look, theme: Theme) -> QTextCharFormat:
    """Return how a passage of this look is set; told apart by line and ground, not hue alone."""
    form = QTextCharFormat()
    if look is Look.CUT:
        form.setFontStrikeOut(True)
        form.setForeground(theme.colour("error"))
        form.setBackground(theme.colour("info_bar"))
    elif look is Look.KEPT:
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        form.setUnderlineColor(theme.colour("ok"))
        form.setForeground(theme.colour("ok"))
    else:
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(theme.colour("warn"))
        form.setBackground(_ground(theme))
    return form


def _ground(theme: Theme) -> QColor:
    return theme.colour("info_bar")
