"""Find words in a text as a reader would: whatever their width, script, case and spacing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from workbench.domain.text import Span
from workbench.language.folding import fold_width
from workbench.language.script import simplified

_CJK = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Between Chinese and anything else a space says nothing; nor does what nobody sees.
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_SILENT = re.compile(f"[{_UNSEEN}]+|(?<=[{_CJK}])[ \\t]+|[ \\t]+(?=[{_CJK}])|(?<=[ \\t])[ \\t]+")


class FoldedText:
    """A text folded for finding, once; what is found in it has offsets of the text itself."""

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, wanted: str) -> list[Span]:
        """Return where `wanted` stands, in order; none overlaps another."""
        sought = _pieces(_plain(wanted.strip()))[0]
        if not sought:
            return []
        return list(self._found(sought))

    def _found(self, sought: str) -> Iterator[Span]:
        folded, starts, shifts = self._folded
        for match in re.finditer(re.escape(sought), folded):
            first, last = match.start(), match.end() - 1
            start = first + shifts[bisect_right(starts, first) - 1]
            yield Span(start, last + shifts[bisect_right(starts, last) - 1] + 1)

    @cached_property
    def _folded(self) -> tuple[str, list[int], list[int]]:
        return _pieces(_plain(self._text))


def _plain(text: str) -> str:
    """Return `text`, as long as before, without what does not matter to who searches."""
    plain = simplified(fold_width(text))
    lower = plain.lower()
    # A few letters are two in lower case.
    return lower if len(lower) == len(plain) else "".join(map(_lower, plain))


def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character


def _pieces(plain: str) -> tuple[str, list[int], list[int]]:
    """Return a text without its silent spaces; where each piece begins, and what it lacks."""
    kept: list[str] = []
    starts, shifts = [0], [0]
    length = 0
    edges = [0, *(each for m in _SILENT.finditer(plain) for each in m.span()), len(plain)]
    for begin, end in list(pairwise(edges))[::2]:
        if begin:
            starts.append(length)
            shifts.append(begin - length)
        kept.append(plain[begin:end])
        length += end - begin
    return "".join(kept), starts, shifts
