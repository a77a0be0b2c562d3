"""How well cleaning does on the scored set, and how fast it reads text files."""

from __future__ import annotations

import random
from collections.abc import Iterator
from time import process_time

from tests.bench import Figure
from tests.intake.scored.build import all_pairs
from tests.intake.scored.pairs import HELD_OUT, UNSEEN, means, pairs
from tests.intake.scored.score import Score, read_expected
from workbench.intake.read import read_article

_FILES = 1_000
_BATCH = 250  # other work on the machine slows some of them
_LENGTH = 5_000
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
    yield from _figures("", [score for part, score in found if part != UNSEEN])
    for part in (HELD_OUT, UNSEEN):
        yield from _figures(f", {part}", [score for its, score in found if its == part])
    yield _speed()


def _figures(which: str, scores: list[Score]) -> Iterator[Figure]:
    mean = means(scores)
    for key, limit in _LIMITS.items():
        baseline = f"mean of {len(scores)} inputs"
        value: float = getattr(mean, key)
        yield Figure(f"{_NAMES[key]}{which}", value, "", limit, baseline, at_least=True)


def _speed() -> Figure:
    files = list(_files())
    batches = [files[start : start + _BATCH] for start in range(0, _FILES, _BATCH)]
    rate = _BATCH / min(_seconds(batch) for batch in batches)
    baseline = f"{_FILES} files of {_LENGTH} characters, one core; best {_BATCH}"
    return Figure("cleaning: text files a second", rate, "/s", 200, baseline, at_least=True)


def _seconds(files: list[bytes]) -> float:
    start = process_time()
    for number, data in enumerate(files):
        read_article(data, f"{number}.txt")
    return process_time() - start


def _files() -> Iterator[bytes]:
    """Yield pages with a head and a foot, no two of which have a paragraph in common."""
    chance = random.Random(7)
    bodies = [read_expected(wanted).paragraphs for _, wanted in all_pairs().values()]
    paragraphs = [each for body in bodies for each in body if len(each) > 30]
    for number in range(_FILES):
        lines = [f"第{number}号时评：会谈之后", f"2025-08-{number % 28 + 1:02} 来源：南港通讯"]
        length = 0
        while length < _LENGTH:
            lines.append(f"{_varied(chance.choice(paragraphs), chance)}")
            length += len(lines[-1])
        lines += ["（责任编辑：周念）", "相关新闻", "茶价连涨三周", "声明：本网转载内容仅供参考。"]
        yield "\n".join(lines).encode()


def _varied(paragraph: str, chance: random.Random) -> str:
    """Return a paragraph with a few of its characters swapped, as a cache must not know it."""
    at = chance.randrange(1, len(paragraph) - 2)
    strange = "".join(chr(chance.randrange(0x4E00, 0x9000)) for _ in range(3))
    return f"{paragraph[:at]}{strange}{paragraph[at:]}"
