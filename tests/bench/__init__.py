"""Benchmarks: figures beside their limits, as ratios from one run where that can be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    `limit` is what it may be at most, or at least where `at_least`; `baseline`
    says what it was measured against.
    """

    name: str
    value: float
    unit: str
    limit: float
    baseline: str = ""
    at_least: bool = False

    @property
    def ok(self) -> bool:
        """Whether the figure keeps its limit."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit
