"""A coded project as the readers of other programs' files give it.

Articles, coders and annotations go by keys of the file's own, so that a reader need not know
what is in the project that takes them in. What did not fit stands in `remarks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from workbench.domain.annotation import Certainty
from workbench.domain.article import NewArticle, Note, Status
from workbench.domain.codebook import Codebook, Words
from workbench.domain.text import Span
from workbench.domain.values import Missing
from workbench.exchange.project.kinds import ProjectFormat

#: A value as a file has it; that of a link is the other annotation's key.
ForeignScalar = str | int | float | bool | Missing
ForeignValues = Mapping[str, tuple[ForeignScalar, ...]]
#: What a memo is about.
MemoKind = Literal["project", "article", "category"]
#: Who codes where the file names nobody: who brings it in.
NOBODY = ""


class Remark(StrEnum):
    """What a person should know of a project that was read all the same."""

    # Found by every reader's `settled`.
    QUOTE_DIFFERS = "quote_differs"
    OUTSIDE_TEXT = "outside_text"
    ARTICLE_MISSING = "article_missing"
    LAYER_MISSING = "layer_missing"
    VALUE_UNFIT = "value_unfit"
    DATE_UNFIT = "date_unfit"
    LINK_LOST = "link_lost"
    # Found by a reader in its file.
    TEXT_MISSING = "text_missing"
    NO_TEXT = "no_text"
    NOT_READ = "not_read"
    RENAMED = "renamed"
    OFFSETS_OTHER = "offsets_other"
    OFFSETS_ASSUMED = "offsets_assumed"
    UNCODED = "uncoded"
    # Found where it meets the project that takes it in.
    KEY_TAKEN = "key_taken"
    VALUE_THERE = "value_there"


#: What does not make an import incomplete: hints, and what no project of ours has a place for.
_NO_LOSS = frozenset(
    (
        *(Remark.NO_TEXT, Remark.NOT_READ, Remark.RENAMED, Remark.UNCODED, Remark.KEY_TAKEN),
        *(Remark.OFFSETS_OTHER, Remark.OFFSETS_ASSUMED),
    )
)


@dataclass(frozen=True, slots=True)
class Remarked:
    """A remark: how often, and the first few things that it is about, as a person knows them."""

    remark: Remark
    count: int
    examples: tuple[str, ...] = ()

    @property
    def is_loss(self) -> bool:
        """Tell whether something that has its place here was refused."""
        return self.remark not in _NO_LOSS


@dataclass(frozen=True, slots=True)
class ForeignArticle:
    """An article of the file; its text is canonical, with the line ends that offsets count."""

    key: str
    title: str
    text: str
    file_name: str = ""
    source: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = "zh"
    script: str = ""
    genre: str = ""
    notes: tuple[Note, ...] = ()
    same_as: str = ""

    def as_new(self) -> NewArticle:
        """Return it as an article that has its text for an original."""
        return NewArticle(
            title=self.title,
            text=self.text,
            notes=self.notes,
            original=self.text.encode(),
            encoding="utf-8",
            file_name=self.file_name,
            edits=(),
            source=self.source,
            author=self.author,
            published=self.published,
            url=self.url,
            language=self.language,
            script=self.script,
            genre=self.genre,
        )


@dataclass(frozen=True, slots=True)
class ForeignAnnotation:
    """An annotation of the file; `span` is None on article scope, `quote` what the file quotes.

    An empty quote is not checked. One with a quote and no span on a span layer has lost its place.
    `key` is what links go by; times are ISO 8601 in UTC, empty where they are not known.
    """

    article: str
    layer: str
    span: Span | None
    quote: str = ""
    values: ForeignValues = field(default_factory=dict[str, tuple[ForeignScalar, ...]])
    coder: str = NOBODY
    key: str = ""
    memo: str = ""
    certainty: Certainty = Certainty.SURE
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class ForeignStatus:
    """A coder's status on an article."""

    article: str
    coder: str
    status: Status


@dataclass(frozen=True, slots=True)
class ForeignMemo:
    """A memo on the whole project, on an article (its key), or on a category (list, key)."""

    kind: MemoKind
    subject: tuple[str, ...]
    text: str
    coder: str = NOBODY
    created: str = ""
    modified: str = ""


@dataclass(frozen=True)
class ForeignProject:
    """All that a file holds and we can take in.

    `codebook` has the code lists, layers and variables that the annotations need, of the file's
    own making. `coders` are names. `by_name`: its categories are known by their names and by what
    they lie below; their keys were made of that.
    """

    format: ProjectFormat
    name: str = ""
    codebook: Codebook = field(default_factory=lambda: Codebook(Words()))
    articles: tuple[ForeignArticle, ...] = ()
    coders: tuple[str, ...] = ()
    annotations: tuple[ForeignAnnotation, ...] = ()
    statuses: tuple[ForeignStatus, ...] = ()
    memos: tuple[ForeignMemo, ...] = ()
    remarks: tuple[Remarked, ...] = ()
    by_name: bool = False


class Remarks:
    """Collect remarks while a file is read: counted, with a few examples of each."""

    MOST_EXAMPLES = 5

    def __init__(self, remarked: tuple[Remarked, ...] = ()) -> None:
        self._counts = {each.remark: each.count for each in remarked}
        self._examples = {each.remark: list(each.examples) for each in remarked}

    def add(self, remark: Remark, example: str = "", count: int = 1) -> None:
        """Note that something happened, `count` times, to what a person knows as `example`."""
        self._counts[remark] = self._counts.get(remark, 0) + count
        examples = self._examples.setdefault(remark, [])
        if example and example not in examples and len(examples) < self.MOST_EXAMPLES:
            examples.append(example)

    def told(self) -> tuple[Remarked, ...]:
        """Return all of them, in the order of `Remark`."""
        return tuple(
            Remarked(each, self._counts[each], tuple(self._examples.get(each, ())))
            for each in Remark
            if each in self._counts
        )
