"""How well suggestions hit what was marked by hand, and how fast they are found."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from ahocorasick_rs import AhoCorasick, MatchKind

from tests.bench import Figure
from tests.intake.scored.build import all_pairs
from tests.intake.scored.score import read_expected
from tests.language.gold.score import LIMIT, articles, scores
from workbench.app.projects import starter_codebook
from workbench.app.suggestions import sought_in
from workbench.language.apart import Search
from workbench.language.matcher import Matcher, Sought

_ALIASES = 10_000
_LENGTH = 5_000
_TEXTS = 10_000
_ROUNDS = 5
_TIMES_BARE = 3.0
_MOST_MILLISECONDS = 5.0


def run() -> Iterator[Figure]:
    """Compare with the marks where the articles are, then time one text and ten thousand."""
    yield from _gold()
    sought = _sought()
    matcher, texts = Matcher(sought), _texts()
    matcher.places(texts[0])
    best = min(_seconds(lambda: matcher.find(texts[1])) for _ in range(20))
    beside = f"{_LENGTH} characters, {_ALIASES} aliases"
    yield Figure("suggestions: one article", best * 1000, "ms", _MOST_MILLISECONDS, beside)
    yield _corpus(sought, texts)


def _gold() -> Iterator[Figure]:
    shared = Path(os.environ.get("WORKBENCH_SHARED", Path(__file__).parents[3] / "shared"))
    found = list(articles(shared))
    if not found:
        return
    for layer, score in scores(found).items():
        beside = f"{score.right + len(score.missing)} places marked by hand"
        for name, value in (("precision", score.precision), ("recall", score.recall)):
            yield Figure(f"suggestions: {name}, {layer}", value, "", LIMIT, beside, at_least=True)


def _corpus(sought: Sought, texts: list[str]) -> Figure:
    """Compare a search in a process with the bare library's, in turn, so that both are slowed."""
    names = [name for pairs in sought.names.values() for name, _ in pairs if len(name) > 1]
    bare = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest, store_patterns=False)
    share = _TEXTS // _ROUNDS
    alone = apart = 0.0
    with Search(sought) as search:
        list(search.through(texts[:1]))  # it has begun
        for _ in range(_ROUNDS):
            some = list(islice(cycle(texts), share))
            alone += _seconds(lambda some=some: [bare.find_matches_as_indexes(t) for t in some])
            apart += _seconds(lambda some=some: [None for _ in search.through(some)])
    beside = f"{_TEXTS} texts: {apart:.1f} s in a process, the library alone {alone:.1f} s"
    return Figure("suggestions: a whole project", apart / alone, "×", _TIMES_BARE, beside)


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _sought() -> Sought:
    """Return the starter codebook's names, and strange ones up to ten thousand."""
    chance = random.Random(5)
    sought = sought_in(starter_codebook())
    strange = [chr(each) for each in range(0x4E00, 0x9000)]
    names = {key: list(pairs) for key, pairs in sought.names.items()}
    while sum(map(len, names.values())) < _ALIASES:
        for key, pairs in names.items():
            name = "".join(chance.choices(strange, k=chance.randint(2, 6)))
            pairs.append((name, f"{key}{len(pairs)}"))
    return Sought({key: tuple(pairs) for key, pairs in names.items()}, sought.places)


def _texts() -> list[str]:
    """Return texts of our own paragraphs, no two alike, with a name in every other sentence."""
    chance = random.Random(3)
    paragraphs = [
        paragraph
        for _, wanted in all_pairs().values()
        for paragraph in read_expected(wanted).paragraphs
    ]
    names = ("美国", "日韩", "美日韩", "朝鲜", "欧盟", "战略自主", "印太战略", "对华", "北约")
    texts: list[str] = []
    for _ in range(200):
        text = ""
        while len(text) < _LENGTH:
            text += f"{chance.choice(names)}方面，{chance.choice(paragraphs)}\n"
        texts.append(text[:_LENGTH])
    return texts
