"""The text of a row in the margin, cut to the room there is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from workbench.ui.reading.margin_layout import Name, Row

_JOINT = " · "


def fitted(row: Row, metrics: QFontMetricsF, width: float) -> str:
    """Return as many names as fit, then how many more there are: "美国 · 日本 · +2"."""
    labels = [told(name) for name in row.names]
    for count in range(len(labels), 0, -1):
        text = _JOINT.join([*labels[:count], *_rest(len(labels) - count)])
        if metrics.horizontalAdvance(text) <= width:
            return text
    rest = _JOINT + _rest(len(labels) - 1)[0] if len(labels) > 1 else ""
    room = width - metrics.horizontalAdvance(rest)
    return metrics.elidedText(labels[0], Qt.TextElideMode.ElideRight, max(0.0, room)) + rest


def told(name: Name) -> str:
    """Return a name with its count where it stands for several marks."""
    return f"{name.label} ×{len(name.ids)}" if len(name.ids) > 1 else name.label


def _rest(count: int) -> list[str]:
    return [f"+{count}"] if count else []
