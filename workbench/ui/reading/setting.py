"""How the article is set: what a reader may choose."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.ui.reading.columns import MEASURE
from workbench.ui.reading.metrics import LINE_HEIGHT

#: Least and most that can be chosen.
MEASURES = (18, 60)
SPACINGS = (1.3, 2.6)


@dataclass(frozen=True, slots=True)
class Setting:
    """Font family (empty: the theme's), Han characters a line, line height in em, numbers."""

    family: str = ""
    measure: int = MEASURE
    spacing: float = LINE_HEIGHT
    paragraphs: bool = True
    sentences: bool = False

    def within_limits(self) -> Setting:
        """Return the setting with every number between least and most."""
        measure = min(MEASURES[1], max(MEASURES[0], self.measure))
        spacing = min(SPACINGS[1], max(SPACINGS[0], self.spacing))
        return Setting(self.family, measure, spacing, self.paragraphs, self.sentences)
