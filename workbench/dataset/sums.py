"""Stances summed up: how many, how many have a score, and their mean."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.dataset.model import Row
from workbench.domain.values import Scalar


@dataclass
class ScoreSum:
    """How many stances there are, how many have a score, how many are off the scale."""

    n: int = 0
    scored: int = 0
    off: int = 0
    weight: float = 0.0
    _scored_weight: float = 0.0
    _score: float = 0.0

    def add(self, position: Scalar | None, score: float | None, weight: float = 1.0) -> None:
        """Take in a stance; one without a position is neither scored nor off the scale."""
        self.n += 1
        self.weight += weight
        if score is not None:
            self.scored += 1
            self._scored_weight += weight
            self._score += score * weight
        elif position is not None:
            self.off += 1

    @property
    def row(self) -> Row:
        """All, those with a score, those off the scale, the weighted mean of the scores."""
        mean = self._score / self._scored_weight if self.scored else None
        return self.n, self.scored, self.off, mean
