"""Search many texts in a process of its own, so that the window does not stand still meanwhile.

The process is spawned as that of the words is (`workbench.language.worker`), lives for one search,
and is killed where the search is given up: also in the middle of a rule that does not end.
"""

from __future__ import annotations

import contextlib
import signal
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Self, TypeAlias, cast

from workbench.domain.errors import Defect, Refusal
from workbench.domain.text import Span
from workbench.language.lexicon import Match
from workbench.language.matcher import Matcher, Sought
from workbench.language.spawned import Spawned

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# As many texts are sent at once: messages cost more than what they hold.
_BATCH = 50

#: What was found in a text: start, end, and the number of the list with the keys, three by three.
Numbers: TypeAlias = "array[int]"


@dataclass(frozen=True, slots=True)
class Claim:
    """A list, and the keys of its categories that a place is claimed by."""

    code_list: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    found: list[Numbers]
    claims: list[Claim]  # those that are new, in the order of their numbers
    # By pattern: refusals as their class and facts, for they do not travel themselves.
    troubles: dict[str, tuple[type[Refusal], dict[str, object]]]


class _Searcher:
    """Number what is claimed, so that little is sent."""

    def __init__(self, sought: Sought) -> None:
        self._matcher = Matcher(sought)
        self._numbers: dict[tuple[str, tuple[str, ...]], int] = {}
        self._of_names: dict[int, list[int]] = {}  # the same, by the number of a name

    def answer(self, texts: Sequence[str]) -> _Answer:
        known = len(self._numbers)
        found = [self._search(text) for text in texts]
        claims = [Claim(*each) for each in islice(self._numbers, known, None)]
        troubles = {p: (type(e), e.facts) for p, e in self._matcher.troubles().items()}
        return _Answer(found, claims, troubles)

    def _search(self, text: str) -> Numbers:
        if self._matcher.has_rules:
            places = self._matcher.places(text)
            found = [(a, b, self._claim(key, keys)) for key, a, b, keys in places]
        else:
            spots = self._matcher.names.spots(text)
            found = [(a, b, claim) for a, b, name in spots for claim in self._claims(name)]
        return array("I", chain.from_iterable(found))

    def _claims(self, name: int) -> list[int]:
        known = self._of_names.get(name)
        if known is None:
            owners = self._matcher.names.owners(name)
            known = self._of_names[name] = [self._claim(*owner) for owner in owners]
        return known

    def _claim(self, code_list: str, keys: tuple[str, ...]) -> int:
        return self._numbers.setdefault((code_list, keys), len(self._numbers))


def _serve(connection: Connection, sought: Sought) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the program's to obey
    searcher = _Searcher(sought)
    while True:
        try:
            texts = cast("list[str]", connection.recv())
        except (EOFError, OSError):
            return
        with contextlib.suppress(OSError):
            connection.send(searcher.answer(texts))


class Search:
    """One search through many texts; use it with `with`, so that its process ends."""

    def __init__(self, sought: Sought) -> None:
        self.troubles: dict[str, Refusal] = {}
        self._claims: list[Claim] = []
        self._process = Spawned("search", _serve, sought)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.end()

    def through(self, texts: Iterable[str]) -> Iterator[Numbers]:
        """Yield what is found in each text, in order; `matches` tells what it means.

        While one batch is searched, the next is read already.
        """
        source, asked = iter(texts), False
        while batch := list(islice(source, _BATCH)):
            if asked:
                yield from self._received()
            self._send(batch)
            asked = True
        if asked:
            yield from self._received()

    def matches(self, numbers: Numbers) -> Iterator[tuple[str, Match]]:
        """Yield what was found in a text: the list, and what it may suggest where."""
        for start, end, claim in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
            what = self._claims[claim]
            yield what.code_list, Match(Span(start, end), what.keys)

    def _send(self, batch: list[str]) -> None:
        try:
            self._process.connection.send(batch)
        except OSError as error:
            raise Defect("the process that searches has ended") from error

    def _received(self) -> list[Numbers]:
        try:
            answer = cast("_Answer", self._process.connection.recv())
        except (EOFError, OSError) as error:
            raise Defect("the process that searches has ended") from error
        self._claims += answer.claims
        self.troubles |= {p: kind(**facts) for p, (kind, facts) in answer.troubles.items()}
        return answer.found
