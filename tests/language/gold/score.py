"""Compare what is suggested with what was marked by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from workbench.app.projects import starter_codebook
from workbench.app.suggestions import Suggester, Suggestion
from workbench.domain.text import Span
from workbench.intake.edits import Alignment
from workbench.intake.read import read_article

#: Precision and recall must not be lower, for actors and for concepts.
LIMIT = 0.97

LAYERS = ("actor", "concept")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a cleaned article, and what it is."""

    article: str
    span: Span
    key: str


@dataclass
class Score:
    """How many places were found rightly, wrongly and not at all; `asked` of the right ones."""

    right: int = 0
    asked: int = 0
    wrong: list[Place] = field(default_factory=list[Place])
    missing: list[Place] = field(default_factory=list[Place])

    @property
    def precision(self) -> float:
        """The share of what was suggested that is right."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of what was marked that is suggested."""
        return self.right / (self.right + len(self.missing))


@dataclass(frozen=True)
class Article:
    """A shared article as it is cleaned now, and what was marked in it, by layer."""

    name: str
    text: str
    marked: dict[str, dict[Span, str]]


def articles(shared: Path) -> Iterator[Article]:
    """Yield every marked article that is in the folder."""
    for path in sorted(Path(__file__).parent.glob("*.json")):
        for raw in sorted((shared / "articles").glob(f"{path.stem}*")):
            yield _article(raw, json.loads(path.read_text("utf-8")))


def _article(raw: Path, gold: dict[str, object]) -> Article:
    data = raw.read_bytes()
    assert sha256(data).hexdigest() == gold["sha256"], f"{raw.name} is not what was marked"
    article = read_article(data, raw.name)
    length = len(article.original.decode(article.encoding))
    alignment = Alignment(article.edits, length)
    marked: dict[str, dict[Span, str]] = {}
    for layer in LAYERS:
        marked[layer] = dict(_places(gold[layer], alignment))
    return Article(raw.name[:3], article.text, marked)


def _places(marks: object, alignment: Alignment) -> Iterator[tuple[Span, str]]:
    assert isinstance(marks, list)
    for start, end, key in marks:
        place = alignment.span_to_clean(start, end)
        assert place is not None, f"{start}–{end} was cut by the cleaning"
        yield Span(*place), key


def scores(found: list[Article]) -> dict[str, Score]:
    """Return each layer's score over all articles, by the starter codebook."""
    suggester = Suggester(starter_codebook())
    result = {layer: Score() for layer in LAYERS}
    for article in found:
        suggested = suggester.suggestions(suggester.matcher.find(article.text), (), ())
        for layer, score in result.items():
            here = [each for each in suggested if each.layer == layer]
            _compare(article.name, here, article.marked[layer], score)
    return result


def _compare(
    article: str, suggested: list[Suggestion], marked: dict[Span, str], score: Score
) -> None:
    left = dict(marked)
    for each in suggested:
        if left.get(each.span) in each.categories:
            del left[each.span]
            score.right += 1
            score.asked += not each.sure
        else:
            score.wrong.append(Place(article, each.span, "/".join(each.categories)))
    score.missing += [Place(article, span, key) for span, key in left.items()]
