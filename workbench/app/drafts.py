"""An article beside what it came from, while a person decides what of it is cut."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from workbench.app.reading import Changes, FileRead, counts_of, read_again
from workbench.app.session import Session
from workbench.domain.article import Edit, NewArticle, Note
from workbench.domain.text import Segments
from workbench.intake.choices import Recalled, recall
from workbench.intake.edits import Alignment
from workbench.intake.revise import BY_HAND, merged, revise
from workbench.store import articles as article_rows

Span = tuple[int, int]
_PIECE = re.compile(r"\s+|\S")


@dataclass(frozen=True)
class Comparison:
    """A source and the text that its edits leave; `back` and `kept_before` stand in the text.

    `back`: cuts that a person took back; `kept_before`: those that were taken back since a
    person did so in an earlier article of the site.
    """

    source: str
    text: str
    edits: tuple[Edit, ...]
    notes: tuple[Note, ...] = ()
    back: tuple[Span, ...] = ()
    kept_before: tuple[Span, ...] = ()

    @cached_property
    def alignment(self) -> Alignment:
        """Where each place of the source is in the text."""
        return Alignment(self.edits, len(self.source))

    def edit_at(self, offset: int) -> Edit | None:
        """Return the edit that took the source's character at `offset`, None if it is kept."""
        index = bisect_right(self.edits, offset, key=lambda each: each.start) - 1
        found = self.edits[index] if index >= 0 else None
        return found if found is not None and offset < found.end else None

    def has_cut_in(self, start: int, end: int) -> bool:
        """Tell whether there is something to take back inside a stretch of the source."""
        span = _trimmed(self.source, start, end)
        return span is not None and any(_meet(span, each) for each in self.edits)

    def source_span(self, start: int, end: int) -> Span:
        """Return where a stretch of the text came from."""
        return self.alignment.to_original(start), self.alignment.to_original(end - 1) + 1


@dataclass(frozen=True)
class Draft:
    """An article as it was read, before and after what a person decided is applied to it.

    `base` has what is remembered of its site applied (`found`), `restored` of it in the text.
    """

    base: NewArticle
    found: Recalled = field(default_factory=Recalled)

    @cached_property
    def source(self) -> str:
        """The text that all edits refer to."""
        return self.base.source_text

    def article(self, changes: Changes) -> NewArticle:
        """Return the article with cuts taken back and more cut."""
        return revise(self.base, changes.restored, changes.cut)

    def counted(self, file: FileRead) -> FileRead:
        """Return the file with what it keeps and loses now."""
        return replace(file, **counts_of(self.article(file.changes))._asdict())

    def comparison(self, changes: Changes) -> Comparison:
        """Return source and text as they are with `changes`."""
        after = self.article(changes)
        return Comparison(
            self.source,
            after.text,
            after.edits,
            after.notes,
            tuple(_kept(merged(changes.restored, len(self.source)), after.edits)),
            tuple(_kept(self.found.restored, after.edits)),
        )

    def toggled(self, changes: Changes, offset: int) -> Changes | None:
        """Return the changes with the cut at a place of the source taken back, or made again.

        None where there is nothing to take back or to cut again.
        """
        edit = self.comparison(changes).edit_at(offset)
        if edit is not None:
            return self._taken_back(changes, edit)
        back = frozenset(span for span in changes.restored if _holds(span, offset))
        if back:
            return self._unless_empty(replace(changes, restored=changes.restored - back))
        before = frozenset(span for span in self.found.restored if _holds(span, offset))
        return self._unless_empty(replace(changes, cut=changes.cut | before)) if before else None

    def _taken_back(self, changes: Changes, edit: Edit) -> Changes:
        if edit.reason == BY_HAND:
            return replace(changes, cut=frozenset(s for s in changes.cut if not _meet(s, edit)))
        return replace(changes, restored=changes.restored | {(edit.start, edit.end)})

    def restored(self, changes: Changes, start: int, end: int) -> Changes | None:
        """Return the changes with what is cut inside a stretch of the source taken back."""
        span = _trimmed(self.source, start, end)
        if span is None or not any(_meet(span, each) for each in self.article(changes).edits):
            return None
        cut = frozenset(rest for each in changes.cut for rest in _rest(each, span))
        return replace(changes, restored=changes.restored | {span}, cut=cut)

    def cut(self, changes: Changes, start: int, end: int) -> Changes | None:
        """Return the changes with a stretch of the source cut; None if nothing would go or stay."""
        span = _trimmed(self.source, start, end)
        if span is None:
            return None
        more = replace(changes, cut=changes.cut | {span})
        if self.article(more).edits == self.article(changes).edits:
            return None
        return self._unless_empty(more)

    def _unless_empty(self, changes: Changes) -> Changes | None:
        return changes if self.article(changes).text.strip() else None


def draft_of(file: FileRead) -> Draft:
    """Read a file again, as what is remembered of its site has it.

    Raises:
        Refusal: it cannot be read any more, or has changed.
    """
    return Draft(recall(read_again(file), file.recalled), file.recalled)


def comparison_in(session: Session, article: int) -> Comparison:
    """Return what an article of the project came from beside its text, in any thread.

    Raises:
        NoSuchRow: there is no such article.
    """
    with session.database.reading() as connection:
        original = article_rows.original_of(connection, article)
        text = article_rows.text_of(connection, article)
        notes = tuple(article_rows.notes_of(connection, article))
    return Comparison(original.text, text, original.edits, notes)


def text_in(session: Session, article: int) -> str:
    """Return the text of an article of the project, in any thread; or raise NoSuchRow."""
    with session.database.reading() as connection:
        return article_rows.text_of(connection, article)


def differing(text: str, other: str) -> list[Span]:
    """Return what of `text` `other` has not: sentences, white space and case not counted.

    Where the two differ in nothing else, it is the white space and the capitals.
    """
    known = {_folded(other[s.start : s.end]) for s in Segments(other).sentences}
    whole = _folded(other)
    if _folded(text) == whole:
        return _spelt_otherwise(text, other)
    found: list[Span] = []
    for sentence in Segments(text).sentences:
        folded = _folded(text[sentence.start : sentence.end])
        if folded and folded not in known and folded not in whole:
            found.append((sentence.start, sentence.end))
    return found


def _spelt_otherwise(text: str, other: str) -> list[Span]:
    known = {piece for piece, _ in _pieces(other)}
    return list(merged((span for piece, span in _pieces(text) if piece not in known), len(text)))


def _pieces(text: str) -> Iterator[tuple[tuple[int, str], Span]]:
    """Yield letters and stretches of white space, each with its place in the folded text."""
    place = 0
    for match in _PIECE.finditer(text):
        yield (place, match[0]), match.span()
        place += len(_folded(match[0]))


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()


def _trimmed(source: str, start: int, end: int) -> Span | None:
    start, end = max(0, start), min(end, len(source))
    text = source[start:end]
    if start >= end:
        return None
    if not text.strip():
        return start, end
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def _kept(spans: Iterable[Span], edits: tuple[Edit, ...]) -> Iterator[Span]:
    """Yield the spans that no edit takes anything from."""
    for span in spans:
        if not any(_meet(span, edit) for edit in edits):
            yield span


def _rest(span: Span, away: Span) -> Iterator[Span]:
    for start, end in ((span[0], min(span[1], away[0])), (max(span[0], away[1]), span[1])):
        if start < end:
            yield start, end


def _holds(span: Span, offset: int) -> bool:
    return span[0] <= offset < span[1]


def _meet(span: Span, edit: Edit) -> bool:
    return span[0] < edit.end and edit.start < span[1]
