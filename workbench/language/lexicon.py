"""Find the names of a codebook in a text: leftmost-longest on characters, no segmentation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.domain.text import Span
from workbench.language.folding import LATIN, fold_width

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

# Words that hold a country's name, or its one-character short form, and never name it.
# A codebook that has such a word as an alias of its own finds that.
TRAPS = (
    *("朝野", "王朝", "朝代", "今朝", "朝鲜半岛", "朝鲜战争", "朝鲜海峡", "朝鲜族"),
    *("印太", "印度洋", "印度支那", "印度尼西亚", "南中国海", "中东", "中亚", "中美洲"),
    *("北美", "拉美", "亚美尼亚", "华尔街", "华沙", "德黑兰", "俄亥俄", "英雄"),
    *("法国国际关系研究院", "日本国际问题研究所", "韩国国防研究院"),
)
_LATIN = re.compile(f"[{LATIN}]")


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text, and the categories that bear it, in the order they were given."""

    span: Span
    keys: tuple[str, ...]


class Lexicon:
    """Names and the keys of the categories that bear them.

    Case counts, width does not. A name that begins or ends with a Latin letter or digit
    matches only where the Latin word ends too: US is not found in AUKUS. A name inside one of
    the `blocked` words is not found: 朝 is not in 朝野.
    """

    def __init__(self, entries: Iterable[tuple[str, str]], blocked: Iterable[str] = TRAPS) -> None:
        self._keys: dict[str, tuple[str, ...]] = {}
        for alias, key in entries:
            self._add(fold_width(alias).strip(), key)
        self._blocked = {fold_width(word) for word in blocked} - self._keys.keys() - {""}

    def _add(self, name: str, key: str) -> None:
        known = self._keys.get(name, ())
        if name and key not in known:
            self._keys[name] = (*known, key)

    def find(self, text: str) -> list[Match]:
        """Return the names in `text` in order; no two overlap, the longest at a place wins."""
        folded = fold_width(text)
        matches: list[Match] = []
        end = 0
        for span in self._candidates(folded):
            if span.start >= end:
                end = span.end
                matches.append(Match(span, self._keys[folded[span.start : end]]))
        return matches

    def tally(self, text: str) -> dict[str, int]:
        """Return how often `text` names each key, the most named first, then the earliest."""
        counts: dict[str, int] = {}
        for match in self.find(text):
            for key in match.keys:
                counts[key] = counts.get(key, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    def _candidates(self, folded: str) -> Iterator[Span]:
        """Yield the places of names that stand for themselves, the longest first at each."""
        blocked_to = 0
        for span in sorted(self._occurrences(folded), key=lambda span: (span.start, -span.end)):
            if folded[span.start : span.end] in self._blocked:
                blocked_to = max(blocked_to, span.end)
            elif span.end > blocked_to and _stands_alone(folded, span):
                yield span

    def _occurrences(self, folded: str) -> list[Span]:
        found = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        return [Span(start, end) for _, start, end in found]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick([*self._keys, *self._blocked], store_patterns=False)


def _stands_alone(text: str, span: Span) -> bool:
    return not (_joined(text, span.start) or _joined(text, span.end))


def _joined(text: str, border: int) -> bool:
    """Tell whether a Latin word runs across `border`."""
    if not 0 < border < len(text):
        return False
    return bool(_LATIN.match(text, border - 1) and _LATIN.match(text, border))
