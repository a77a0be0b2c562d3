"""The pairs on disk: an input of any format beside its NAME.expected.txt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.intake.scored.score import Expected, Score, read_expected, score
from workbench.intake.read import read_article

HERE = Path(__file__).parent
TUNED, HELD_OUT, UNSEEN, LATER, LATEST = PARTS = (
    "tuned on",
    "held out",
    "unseen",
    "later",
    "latest",
)
_ENDING = ".expected.txt"


@dataclass(frozen=True)
class Pair:
    """An input and what should come out of it; `part` is one of PARTS."""

    name: str
    path: Path
    expected: Expected
    part: str

    def score(self) -> Score:
        """Read and clean the input, and return its figures."""
        return score(read_article(self.path.read_bytes(), self.path.name), self.expected)


def pairs() -> Iterator[Pair]:
    """Yield every pair below this folder."""
    held_out = set((HERE / "held_out.txt").read_text("utf-8").split())
    for wanted in sorted(HERE.glob(f"*/*{_ENDING}")):
        stem = wanted.name.removesuffix(_ENDING)
        (path,) = (p for p in wanted.parent.glob(f"{stem}.*") if p.name != wanted.name)
        expected = read_expected(wanted.read_text("utf-8"))
        folder = wanted.parent.name
        kind = folder if folder in PARTS else HELD_OUT if stem in held_out else TUNED
        yield Pair(f"{folder}/{stem}", path, expected, kind)


def mean(figures: list[float | None]) -> float:
    """Return the mean of what is there."""
    there = [figure for figure in figures if figure is not None]
    return sum(there) / len(there) if there else 1.0


@dataclass(frozen=True)
class Means:
    """The mean figures of several inputs."""

    f1: float
    precision: float
    recall: float
    borders: float
    footnotes: float
    captions: float


def means(scores: list[Score]) -> Means:
    """Return the mean of each figure, an input one weight."""
    return Means(
        mean([s.f1 for s in scores]),
        mean([s.precision for s in scores]),
        mean([s.recall for s in scores]),
        mean([s.borders for s in scores]),
        mean([s.footnotes for s in scores]),
        mean([s.captions for s in scores]),
    )
