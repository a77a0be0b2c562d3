"""The colours and fonts of the window, from one palette file a theme."""

from __future__ import annotations

import tomllib
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeVar, cast

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette

from workbench.app.locations import resources_folder
from workbench.domain.errors import Defect
from workbench.ui.contrast import readable_on

ThemeName = Literal["light", "dark"]
_T = TypeVar("_T")

# Each system brings one of these; Qt takes the first that is there.
_INTERFACE_FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
# For English: a Chinese font sets ’ “ ” as wide as a character.
_LATIN_FAMILIES = (
    "Segoe UI",
    "Helvetica Neue",
    "Noto Sans",
    "Ubuntu",
    "Cantarell",
    "Liberation Sans",
    "DejaVu Sans",
    "Arial",
)
_READING_FAMILIES = (
    "Source Han Serif SC",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Songti SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
)
_READING_PIXELS = 18
_GROUPS = (
    QPalette.ColorGroup.Active,
    QPalette.ColorGroup.Inactive,
    QPalette.ColorGroup.Disabled,
)
_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "accent_text",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "panel",
    QPalette.ColorRole.Mid: "divider",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "line",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
}
_TEXT_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


class Theme:
    """One theme: colours and numbers by role, fonts, and what Qt needs of them."""

    def __init__(self, name: ThemeName, folder: Path | None = None) -> None:
        self.name: ThemeName = name
        path = (folder or resources_folder() / "themes") / f"{name}.toml"
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        self._colours = cast("dict[str, str]", tables["colours"])
        self._numbers = cast("dict[str, float]", tables["numbers"])
        self._tag_colours: dict[str, QColor] = {}

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        return QColor(self._in(self._colours, role))

    def number(self, role: str) -> float:
        """Return a strength or size of a role."""
        return float(self._in(self._numbers, role))

    def _in(self, table: dict[str, _T], role: str) -> _T:
        if role not in table:
            raise Defect(f"the theme {self.name} has no role {role}")
        return table[role]

    def tag_colour(self, colour: str) -> QColor:
        """Return a category's colour as it reads as text on the article's ground."""
        if colour not in self._tag_colours:  # found once: every row that is painted asks
            wished = QColor(colour) if colour else self.colour("muted")
            self._tag_colours[colour] = readable_on(self.colour("article"), wished)
        return QColor(self._tag_colours[colour])

    def interface_font(self) -> QFont:
        """Return the font of everything but the article, for the language of the interface."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        chinese = QLocale().language() == QLocale.Language.Chinese
        first = () if chinese else self.latin_families
        font.setFamilies([*first, *font.families(), *_INTERFACE_FAMILIES])
        return font

    @cached_property
    def latin_families(self) -> tuple[str, ...]:
        """The family that Latin letters are set in, unless there are Chinese ones only."""
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        own = QFontInfo(system).family()
        chinese = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
        there = set(QFontDatabase.families()) - chinese
        return tuple(each for each in (own, *_LATIN_FAMILIES) if each in there)[:1]

    def reading_font(self) -> QFont:
        """Return the font of the article."""
        font = QFont()
        font.setFamilies(list(self._reading_families))
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPixelSize(_READING_PIXELS)
        return font

    @cached_property
    def _reading_families(self) -> tuple[str, ...]:
        there = set(QFontDatabase.families())
        return tuple(each for each in _READING_FAMILIES if each in there) or _INTERFACE_FAMILIES

    def palette(self) -> QPalette:
        """Return Qt's palette for the Fusion style."""
        palette = QPalette()
        for group in _GROUPS:
            for role, name in _ROLES.items():
                palette.setColor(group, role, self.colour(name))
        for role in _TEXT_ROLES:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("line"))
        return palette
