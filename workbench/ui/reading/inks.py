"""The colours of marks, from the theme, worked out once."""

from __future__ import annotations

from PySide6.QtGui import QColor

from workbench.ui.theme import Theme

_OUTLINE = 0.62  # opacity of a tint's outline
_HOVERED = 1.9  # how much stronger a hovered tint is
_WASH = 0.12  # opacity behind a hovered line


class Inks:
    """Colours by category colour; every ink reads on the article's ground."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._lines: dict[str, QColor] = {}
        self._strength = theme.number("tint_strength")

    def line(self, colour: str) -> QColor:
        """Return the opaque ink of a category's colour."""
        if colour not in self._lines:
            self._lines[colour] = self.theme.tag_colour(colour)
        return self._lines[colour]

    def ground(self, colour: str, hovered: bool) -> QColor:
        """Return the tint behind the text."""
        strength = self._strength * (_HOVERED if hovered else 1.0)
        return faded(self.line(colour), min(strength, 0.5))

    def outline(self, colour: str, hovered: bool) -> QColor:
        """Return the outline of a tint."""
        return faded(self.line(colour), 1.0 if hovered else _OUTLINE)

    def wash(self, colour: str) -> QColor:
        """Return what lies behind the text of a hovered line."""
        return faded(self.line(colour), _WASH)


def faded(colour: QColor, opacity: float) -> QColor:
    """Return `colour` with an opacity from 0 to 1."""
    copy = QColor(colour)
    copy.setAlphaF(opacity)
    return copy
