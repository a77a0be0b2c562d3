"""How pages are set: sizes by the font of the window, colours by its theme."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QFont, QFontInfo

from workbench.ui.tags.labels import interface_language
from workbench.ui.theme import Theme

_RULES = Template("""
p { margin-top: 0; margin-bottom: 3px; line-height: 130%; }
h1 { font-size: ${large}px; font-weight: 600; margin-top: 6px; margin-bottom: 4px; }
h2 { font-size: ${base}px; font-weight: 600; margin-top: 18px; margin-bottom: 5px; }
a { color: $accent; }
.crumbs, .crumbs a { font-size: ${small}px; color: $muted; text-decoration: none; }
.muted, .beside, .name { color: $muted; }
.beside { margin-bottom: 6px; }
.other { font-size: ${small}px; color: $muted; }
.other a { color: $muted; }
.name { white-space: nowrap; padding-right: 14px; }
td { padding-top: 8px; }
$latin
.point { margin-bottom: 4px; }
.point a { text-decoration: none; }
""")


def page_style(theme: Theme, font: QFont) -> str:
    """Return the style sheet of a page."""
    base = QFontInfo(font).pixelSize()
    sizes = {"base": base, "large": round(base * 1.5), "small": round(base * 0.92)}
    # The other language is English in a Chinese window, whose font would set ’ “ ” wide.
    families = theme.latin_families if interface_language() == "zh" else ()
    latin = "".join(f".other, .beside {{ font-family: '{each}'; }}" for each in families)
    colours = {role: theme.colour(role).name() for role in ("accent", "muted")}
    return _RULES.substitute(sizes | colours, latin=latin)
