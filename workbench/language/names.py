"""Find the names of several code lists in one pass over a text.

The result is that of one `Lexicon` for each list, with the other lists' names as walls. Nearly
all of it comes from one search for the longest of all words at each place. Only for a sentence
where words are entangled (one begins within another and ends behind it, or one does not stand
for itself) the lexicons are asked; there, the order of decisions matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.domain.text import Span, in_parts
from workbench.language.folding import NameFolding
from workbench.language.lexicon import Lexicon, Matches, Role, Spot, folded_all, is_within_word
from workbench.language.short_forms import ShortForms
from workbench.language.traps import TRAPS, WHOLE_WORDS, is_place

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

#: A list, and the keys of its categories that bear a name.
Owner = tuple[str, tuple[str, ...]]

_SENTENCE_ENDS = ("。", "\n")
_PLAIN, _TRAP, _LATIN, _PLACE, _ENTANGLED, _SIGN = range(6)


class Names:
    """The names of several lists: `entries` are names and keys by list, `places` those that are
    found there only where they are more than a place.
    """

    def __init__(
        self,
        entries: Mapping[str, Iterable[tuple[str, str]]],
        *,
        blocked: Iterable[str] = TRAPS,
        words: Iterable[str] = WHOLE_WORDS,
        places: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        traps, whole = folded_all(blocked), folded_all(words)
        self._traps = traps
        self._lexicons = _lexicons(entries, traps, whole, places or {})
        found = sorted({name for each in self._lexicons.values() for name in each.names})
        short = [name for name in found if self._is(name, Role.SHORT)]
        names = [name for name in found if not self._is(name, Role.SHORT)]
        self._sought = [*names, *sorted(traps.difference(names))]
        self._folding = NameFolding([*self._sought, *short])
        self._signs = sorted(set(self._folding.signs()) - set(self._sought))
        self._short_forms = ShortForms(short)
        rests, signs = _rests(self._sought, whole, self._folding), len(self._signs)
        self._rests = [*rests, *([None] * signs)]
        self._kinds = [*(self._kind(word, traps) for word in self._sought), *([_SIGN] * signs)]
        self._owners = [*map(self._owners_of, self._sought), *([()] * signs)]
        self._plain = bytes(kind == _PLAIN for kind in self._kinds)
        self._numbers = {key: self._numbered(key) for key in self._lexicons}
        self._lists = [frozenset(key for key, _ in owners) for owners in self._owners]
        self._short_numbers = {name: self._short_numbers_of(name) for name in short}
        self._splits = not any(end in word for word in self._sought for end in _SENTENCE_ENDS)

    # --- what is sought ------------------------------------------------------

    def _is(self, name: str, role: Role) -> bool:
        roles = (each.role(name) for each in self._lexicons.values())
        return role in roles

    def _kind(self, word: str, traps: set[str]) -> int:
        named = any(word in each.names for each in self._lexicons.values())
        if word in traps:  # a trap that one list has as a name is both
            return _ENTANGLED if named else _TRAP
        if self._is(word, Role.PLACE):
            return _PLACE
        return _LATIN if self._is(word, Role.LATIN_NAME) else _PLAIN

    def _owners_of(self, word: str) -> tuple[Owner, ...]:
        lexicons = self._lexicons.items()
        return tuple((key, each.names[word]) for key, each in lexicons if word in each.names)

    def _numbered(self, key: str) -> dict[str, int]:
        """Give each name of a list a number that stands for it in that list alone."""
        names = self._lexicons[key].names
        first = len(self._owners)
        self._owners += [((key, keys),) for keys in names.values()]
        return {name: first + i for i, name in enumerate(names)}

    def _short_numbers_of(self, name: str) -> list[tuple[str, int]]:
        numbers = self._numbers.items()
        return [(key, found[name]) for key, found in numbers if name in found]

    # --- what is found -------------------------------------------------------

    @property
    def lists(self) -> list[str]:
        """The keys of the lists."""
        return list(self._lexicons)

    def owners(self, number: int) -> tuple[Owner, ...]:
        """Return the lists that have the name of that number, with the keys that bear it."""
        return self._owners[number]

    def find(self, text: str) -> dict[str, Matches]:
        """Return the names in `text` by list, each list's in order."""
        found = {key: Matches() for key in self._lexicons}
        for start, end, number in self.spots(text):
            for key, keys in self._owners[number]:
                found[key].put(start, end, keys)
        return found

    def spots(self, text: str) -> list[Spot]:
        """Return start, end and number of every name, in order."""
        plain, spots, asked, traps = self._plain, list[Spot](), list[Span](), list[Span]()
        clean_from = 0
        for number, start, end in self._occurrences(text):
            if start < clean_from:
                continue
            rests = self._rests[number]
            if plain[number] and not (rests and text.startswith(rests, end)):
                spots.append((start, end, number))
            elif self._kinds[number] == _SIGN and not self._folding.matters(text, start, end):
                continue
            elif not self._is_clear(text, start, end, number):
                sentence = self._sentence(text, start, end)
                while spots and spots[-1][0] >= sentence.start:
                    spots.pop()
                spots += self._ask(text, sentence)
                asked.append(sentence)
                clean_from = sentence.end
            elif self._kinds[number] == _TRAP:
                traps.append(Span(start, end))
            else:
                spots.append((start, end, number))
        return self._with_short_forms(text, spots, _joined([*asked, *traps]))

    def _occurrences(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield number, start and end of the longest of all words at each place.

        A book is searched in parts: the search keeps with a text what it has made of it.
        """
        begin = 0
        for part in in_parts(text) if self._splits else (text,):
            for number, start, end in self._automaton.find_matches_as_indexes(part):
                yield number, begin + start, begin + end
            begin += len(part)

    def _is_clear(self, text: str, start: int, end: int, number: int) -> bool:
        """Tell whether an odd word stands for itself and is not entangled with the next."""
        kind, rests = self._kinds[number], self._rests[number]
        if rests and text.startswith(rests, end):
            return False
        if kind == _LATIN:
            return not is_within_word(text, start, end)
        return kind in (_PLAIN, _TRAP) or (kind == _PLACE and not is_place(text, start, end))

    def _sentence(self, text: str, start: int, end: int) -> Span:
        if not self._splits:
            return Span(0, len(text))
        begin = max(text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS) + 1
        ends = [at for mark in _SENTENCE_ENDS if (at := text.find(mark, end)) >= 0]
        return Span(begin, min(ends, default=len(text)))

    def _ask(self, text: str, sentence: Span) -> list[Spot]:
        """Return what each list's own lexicon finds in a sentence."""
        part, at = text[sentence.start : sentence.end], sentence.start
        return [
            (at + start, at + end, self._numbers[key][lexicon.name(number)])
            for key, lexicon in self._lexicons.items()
            for start, end, number in lexicon.spots(part)
        ]

    def _with_short_forms(self, text: str, spots: list[Spot], closed: list[Span]) -> list[Spot]:
        """Add the short forms that are in no name of their list, and not where it is `closed`."""
        more: list[Spot] = []
        # Where one stands in the two, both in order, with one behind the end of either.
        spot, gate, last = 0, 0, len(spots)
        gates = [*((span.start, span.end) for span in closed), (len(text), len(text) + 1)]
        for at in self._short_forms.find(text):
            while spot < last and spots[spot][1] <= at:
                spot += 1
            while gates[gate][1] <= at:
                gate += 1
            if gates[gate][0] <= at:
                continue
            if spot == last or spots[spot][0] > at:
                more += [(at, at + 1, number) for _, number in self._short_numbers[text[at]]]
            else:
                more += self._beside(spots[spot], text[at], at)
        return sorted(spots + more) if more else spots

    def _beside(self, spot: Spot, short: str, at: int) -> list[Spot]:
        """Return a short form within a name, for the lists that do not have the name."""
        lists = self._lists[spot[2]]
        return [
            (at, at + 1, number)
            for key, number in self._short_numbers[short]
            if key not in lists and not self._is_trapped(key, spot, at)
        ]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, MatchKind

        patterns = [*self._sought, *self._signs]
        return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, store_patterns=False)

    def _is_trapped(self, key: str, spot: Spot, at: int) -> bool:
        """Tell whether a list's trap lies around a character within another list's name."""
        name, at = self._sought[spot[2]], at - spot[0]
        traps = self._traps - self._lexicons[key].names.keys()
        first = (name.find(trap, max(0, at - len(trap) + 1)) for trap in traps)
        return any(0 <= found <= at for found in first)


def _lexicons(
    entries: Mapping[str, Iterable[tuple[str, str]]],
    traps: set[str],
    whole: set[str],
    places: Mapping[str, frozenset[str]],
) -> dict[str, Lexicon]:
    listed = {key: list(pairs) for key, pairs in entries.items()}
    stripped = (name.strip() for pairs in listed.values() for name, _ in pairs)
    long = [name for name in stripped if len(name) > 1]
    return {
        key: Lexicon(pairs, traps, walls=long, words=whole, places=places.get(key, ()))
        for key, pairs in listed.items()
    }


def _rests(
    sought: Sequence[str], whole: Iterable[str], folding: NameFolding
) -> list[tuple[str, ...] | None]:
    """Return for each word how others go on behind it that begin within it.

    Also those that begin where it begins, if they go on with a character that is to be folded.
    """
    begun: dict[str, list[str]] = {}
    for word in {*sought, *whole}:
        for at in range(1, len(word)):
            begun.setdefault(word[:at], []).append(word[at:])
    rests: list[tuple[str, ...] | None] = []
    for word in sought:
        longer = begun.get(word, ())
        inside = [rest for at in range(1, len(word)) for rest in begun.get(word[at:], ())]
        unfolded = {each for rest in (*longer, *inside) for each in folding.variants(rest[0])}
        rests.append((*inside, *sorted(unfolded)) or None)
    return rests


def _joined(spans: list[Span]) -> list[Span]:
    """Return spans in order; those within others may be left out."""
    joined: list[Span] = []
    for span in sorted(spans):
        if not joined or span.end > joined[-1].end:
            joined.append(span)
    return joined
