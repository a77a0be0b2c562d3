"""Print the figures of the scored set: `python -m tests.intake.scored [NAME …]`.

With names, what is missing (-) and what is too much (+) of those inputs is printed too.
"""

from __future__ import annotations

import difflib
import sys

from tests.intake.scored.pairs import PARTS, TUNED, Pair, means, pairs
from tests.intake.scored.score import Score
from workbench.intake.read import as_lines, read_path

_HEAD = f"{'input':<34} {'F1':>6} {'prec':>6} {'recall':>6} {'border':>6} {'notes':>6} {'capt':>6}"


def main(names: list[str]) -> None:
    """Print a line an input, then the means."""
    found = [pair for pair in pairs() if not names or any(n in pair.name for n in names)]
    _tell(_HEAD)
    scores = {pair.name: pair.score() for pair in found}
    for pair in found:
        _tell(_row(f"{pair.name}{'' if pair.part == TUNED else ' *'}", scores[pair.name]))
        if names:
            _tell(_difference(pair))
    for part in PARTS:
        chosen = [scores[pair.name] for pair in found if pair.part == part]
        if chosen:
            _tell(_mean_row(f"mean, {part}{'' if part == TUNED else ' (*)'}", chosen))
    _tell(_mean_row("mean", list(scores.values())))


def _mean_row(title: str, scores: list[Score]) -> str:
    m = means(scores)
    return _numbers(title, [m.f1, m.precision, m.recall, m.borders, m.footnotes, m.captions])


def _row(name: str, s: Score) -> str:
    return _numbers(name, [s.f1, s.precision, s.recall, s.borders, s.footnotes, s.captions])


def _numbers(name: str, figures: list[float | None]) -> str:
    cells = ["     –" if figure is None else f"{figure:6.3f}" for figure in figures]
    return f"{name:<34} {' '.join(cells)}"


def _difference(pair: Pair) -> str:
    got = as_lines(read_path(pair.path)).splitlines()
    wanted = pair.path.with_name(f"{pair.path.stem}.expected.txt").read_text("utf-8").splitlines()
    return "\n".join(difflib.unified_diff(wanted, got, "expected", "got", lineterm="", n=0))


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
