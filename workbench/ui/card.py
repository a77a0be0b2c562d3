"""A small card of rich text: a heading, a definition, rules beside their names, a foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtGui import QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QToolTip

# Full-width characters in a line: as many as the eye takes in without losing the next line.
_MEASURE = 27


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says; everything is plain text and may be empty."""

    title: str
    beside: Sequence[str] = ()
    lead: str = ""
    rows: Sequence[tuple[str, str]] = ()
    foot: Sequence[str] = ()


def card_text(card: Card) -> str:
    """Return a card as rich text for a tool tip, in the colours and the font of tool tips."""
    muted = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText).name()
    lines = [_across(_heading(card, muted)), *(_across(escape(card.lead), 5),) * bool(card.lead)]
    lines += [_row(name, text, muted) for name, text in card.rows if text]
    foot = _joined(card.foot)
    if foot:
        lines.append(_across(f'<span style="color:{muted}">{foot}</span>', 8))
    inside = "".join(lines)
    return f'<table width="{card_width()}" cellspacing="0" cellpadding="0">{inside}</table>'


def card_width() -> int:
    """Return how wide a tool tip is that has much to say."""
    return QFontMetrics(QToolTip.font()).horizontalAdvance("国") * _MEASURE


def _heading(card: Card, muted: str) -> str:
    beside = _joined(card.beside)
    told = f'&nbsp; <span style="color:{muted}">{beside}</span>' if beside else ""
    return f"<b>{escape(card.title)}</b>{told}"


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(escape(part) for part in parts if part)


def _across(inside: str, above: int = 0) -> str:
    return f'<tr><td colspan="2" style="padding-top:{above}px">{_set(inside)}</td></tr>'


def _row(name: str, text: str, muted: str) -> str:
    style = f"padding-top:5px; padding-right:9px; color:{muted}; white-space:nowrap"
    return (
        f'<tr><td style="{style}">{_set(escape(name))}</td>'
        f'<td width="100%" style="padding-top:5px">{_set(escape(text))}</td></tr>'
    )


def _set(inside: str) -> str:
    return f'<p style="line-height:112%; margin:0">{inside}</p>'
