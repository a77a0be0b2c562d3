"""How near a cleaned text comes to the text that should come out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from tests.intake.scored.source import CAPTIONS, NOTES
from workbench.domain.article import NewArticle

# Spaces beside Han characters differ by producer and mean nothing; between words they count.
_LOOSE = re.compile(r"\s+(?=[^!-~가-힣])|(?<=[^!-~가-힣])\s+|^\s+|\s+$")


@dataclass(frozen=True)
class Expected:
    """What should come out of an input."""

    paragraphs: list[str]
    footnotes: list[str]
    captions: list[str]


@dataclass(frozen=True)
class Score:
    """The figures of one input, each from 0 to 1; None where there is nothing to count."""

    precision: float
    recall: float
    borders: float
    footnotes: float | None
    captions: float | None

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall on characters."""
        return _f1(self.precision, self.recall)


def read_expected(text: str) -> Expected:
    """Read a NAME.expected.txt."""
    parts: dict[str, list[str]] = {"": [], NOTES: [], CAPTIONS: []}
    part = ""
    for line in text.splitlines():
        if line in parts:
            part = line
        elif line:
            parts[part].append(line)
    return Expected(parts[""], parts[NOTES], parts[CAPTIONS])


def score(article: NewArticle, expected: Expected) -> Score:
    """Return the figures of a cleaned article."""
    got, got_borders = _ink(article.text.split("\n"))
    wanted, wanted_borders = _ink(expected.paragraphs)
    partner = _aligned(got, wanted)
    same = len(partner)
    tied = [note for note in article.notes if note.kind == "footnote" and note.anchor is not None]
    notes = {_squeeze(f"{note.marker}{note.text}") for note in tied}
    captions = {_squeeze(note.text) for note in article.notes if note.kind == "caption"}
    return Score(
        precision=same / len(got) if got else 0.0,
        recall=same / len(wanted),
        borders=_borders(got_borders, wanted_borders, partner, len(wanted)),
        footnotes=_share(expected.footnotes, notes),
        captions=_share(expected.captions, captions),
    )


def _share(wanted: list[str], found: set[str]) -> float | None:
    hits = sum(_squeeze(each) in found for each in wanted)
    return hits / len(wanted) if wanted else None


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _ink(paragraphs: list[str]) -> tuple[str, set[int]]:
    """Return the characters that count, and how many of them stand before each border."""
    text, borders = "", set[int]()
    for paragraph in paragraphs:
        text += re.sub(r"\s+", " ", _LOOSE.sub("", paragraph))
        borders.add(len(text))
    return text, borders - {0, len(text)}


def _aligned(got: str, wanted: str) -> dict[int, int]:
    """Return which character of `wanted` each found one of `got` is."""
    blocks = SequenceMatcher(None, got, wanted, autojunk=False).get_matching_blocks()
    return {b.a + i: b.b + i for b in blocks for i in range(b.size)}


def _borders(got: set[int], wanted: set[int], partner: dict[int, int], end: int) -> float:
    """Return F1 of the borders; one behind junk counts as behind what stands before the junk."""
    mapped = set[int]()
    for border in got:
        before = next((at for at in range(border - 1, -1, -1) if at in partner), None)
        if before is not None:
            mapped.add(partner[before] + 1)
    mapped.discard(end)
    if not wanted or not mapped:
        return 1.0 if wanted == mapped else 0.0
    hits = len(mapped & wanted)
    return _f1(hits / len(mapped), hits / len(wanted))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
