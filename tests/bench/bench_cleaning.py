"""How well cleaning does on the scored set, and how fast it reads text files."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time

from tests.bench import Figure
from tests.bench.text_files import LENGTH, text_files
from tests.intake.scored.pairs import HELD_OUT, PARTS, TUNED, means, pairs
from tests.intake.scored.score import Score
from workbench.intake.read import read_article

_FILES = 1_000
_BATCH = 250  # other work on the machine slows some of them
_LIMITS = {"f1": 0.97, "recall": 0.99, "borders": 0.93, "footnotes": 0.95}
_NAMES = {
    "f1": "cleaning: F1 of characters",
    "recall": "cleaning: recall of characters",
    "borders": "cleaning: F1 of paragraph borders",
    "footnotes": "cleaning: footnotes kept apart",
}


def run() -> Iterator[Figure]:
    """Score every pair, then time the reading of text files."""
    found = [(pair.part, pair.score()) for pair in pairs()]
    yield from _figures("", [score for part, score in found if part in (TUNED, HELD_OUT)])
    for part in PARTS[1:]:
        yield from _figures(f", {part}", [score for its, score in found if its == part])
    yield _speed()


def _figures(which: str, scores: list[Score]) -> Iterator[Figure]:
    mean = means(scores)
    for key, limit in _LIMITS.items():
        baseline = f"mean of {len(scores)} inputs"
        value: float = getattr(mean, key)
        yield Figure(f"{_NAMES[key]}{which}", value, "", limit, baseline, at_least=True)


def _speed() -> Figure:
    files = list(text_files(_FILES))
    batches = [files[start : start + _BATCH] for start in range(0, _FILES, _BATCH)]
    rate = _BATCH / min(_seconds(batch) for batch in batches)
    baseline = f"{_FILES} files of {LENGTH} characters, one core; best {_BATCH}"
    return Figure("cleaning: text files a second", rate, "/s", 200, baseline, at_least=True)


def _seconds(files: list[bytes]) -> float:
    start = process_time()
    for number, data in enumerate(files):
        read_article(data, f"{number}.txt")
    return process_time() - start
