"""Sizes of the page in pixels, all from the size of one Han character."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.ui.reading.board import Depth

LINE_HEIGHT = 1.75  # in em, where no marks need more
MOST_TINTS = 4  # what lies deeper shares the last place; 2,000 marks on a word must not
MOST_LANES = 8  # tear the lines apart


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes for a font of `em` pixels; y counts downward from the baseline."""

    em: float
    spacing: float = LINE_HEIGHT  # in em

    @property
    def top(self) -> float:
        """Upper edge of the characters."""
        return -0.88 * self.em

    @property
    def bottom(self) -> float:
        """Lower edge of the characters."""
        return 0.13 * self.em

    @property
    def pitch(self) -> float:
        """Distance of two lanes."""
        return max(4.0, 0.30 * self.em)

    @property
    def thick(self) -> float:
        """Width of the thick line."""
        return max(2.5, 0.19 * self.em)

    @property
    def thin(self) -> float:
        """Width of the thin line."""
        return max(1.2, 0.085 * self.em)

    def padding(self, level: int) -> float:
        """How far a tint reaches beyond the characters, by how far out it nests."""
        return 0.07 * self.em + min(level, MOST_TINTS - 1) * max(2.5, 0.16 * self.em)

    def lane_middle(self, lane: int, depth: Depth) -> float:
        """Middle of a lane, below the tints of its paragraph."""
        tints = self.padding(depth.tints - 1) if depth.tints else 0.0
        return self.bottom + tints + (min(lane, MOST_LANES - 1) + 0.5) * self.pitch

    def line_height(self, depth: Depth) -> float:
        """Distance of two baselines that leaves everything room."""
        tints = self.padding(min(depth.tints, MOST_TINTS) - 1) if depth.tints else 0.0
        lanes = min(depth.lanes, MOST_LANES) * self.pitch
        needed = 1.01 * self.em + 2 * tints + lanes + 0.12 * self.em
        return max(self.spacing * self.em, needed)
