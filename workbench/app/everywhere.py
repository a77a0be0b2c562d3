"""Suggest one category in the whole project: first a list, then what is chosen of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from workbench.app.commands.marking import MarkSpan, MarkSpans
from workbench.app.errors import Cancelled
from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.app.session import Session, Step
from workbench.app.suggestions import Suggestion, meant, sought_in
from workbench.app.taking_back import take_back
from workbench.domain.errors import Refusal
from workbench.domain.text import Span
from workbench.language.apart import Search
from workbench.store.places import ArticleText, article_texts, coded_places, count_articles
from workbench.store.rejections import rejected_places

# So many marks are written at once: the window must not be felt to stop meanwhile.
_BATCH = 100
#: Has its argument called in the session's thread.
InTurn = Callable[[Callable[[], None]], None]

#: Characters of context on either side.
AROUND = 24


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A suggestion somewhere in the project, with what stands around it."""

    article: int
    title: str
    before: str
    quote: str
    behind: str
    mark: MarkSpan


@dataclass(frozen=True)
class Everywhere:
    """What was found, article by article, and what is wrong with rules, by pattern."""

    occurrences: tuple[Occurrence, ...] = ()
    troubles: tuple[Refusal, ...] = ()


def find_everywhere(
    session: Session, layer: str, category: str, progress: Progress | None = None
) -> Everywhere:
    """Return where a layer's main variable may take a category and is not coded so.

    What other categories claim as well is left out where the date does not tell them apart:
    there one must choose. The search runs in
    a process of its own; this function may run in any thread.

    Raises:
        Cancelled: `progress` wants it to end.
    """
    progress = progress or NoProgress()
    left = _Left(session, layer, category)
    occurrences: list[Occurrence] = []
    with session.database.reading() as connection, Search(sought_in(session.codebook)) as search:
        total, read = count_articles(connection), list[ArticleText]()
        texts = _kept(article_texts(connection), read)
        for number, found in enumerate(search.through(each.text for each in texts)):
            refuse_if_cancelled(progress)
            article = read.pop(0)
            progress.report(number, total, article.title)
            spans = [
                match.span
                for key, match in search.matches(found)
                if key == left.code_list.key
                and meant(left.code_list, match.keys, article.published) == (category,)
            ]
            occurrences += left.occurrences(article, sorted(spans))
        return Everywhere(tuple(occurrences), tuple(search.troubles.values()))


def _kept(articles: Iterable[ArticleText], read: list[ArticleText]) -> Iterator[ArticleText]:
    for each in articles:
        read.append(each)
        yield each


class _Left:
    """Tell what is left to suggest of a category, by what is coded and rejected so far."""

    def __init__(self, session: Session, layer: str, category: str) -> None:
        main = session.codebook.layer(layer).main
        self._variable = main.key if main else ""
        self.code_list = session.codebook.code_list((main.code_list if main else None) or "")
        self._layer, self._category = layer, category
        coder, stored, key = session.coder.id, session.stored, self.code_list.key
        with session.database.reading() as connection:
            self._coded = coded_places(connection, stored, layer, self._variable, coder)
            self._rejected = rejected_places(connection, stored, key, category, coder)

    def occurrences(self, article: ArticleText, spans: Iterable[Span]) -> Iterator[Occurrence]:
        """Yield what is left of an article's spans."""
        coded = self._coded.get(article.id, ())
        rejected = self._rejected.get(article.id, ())
        for span in spans:
            said = any(
                span == other or (key == self._category and span.overlaps(other))
                for other, key in coded
            )
            if not said and not any(span.overlaps(other) for other in rejected):
                yield self._occurrence(article, span)

    def _occurrence(self, article: ArticleText, span: Span) -> Occurrence:
        text = article.text
        suggestion = Suggestion(
            self._layer, self._variable, self.code_list.key, span, (self._category,)
        )
        return Occurrence(
            article.id,
            article.title,
            before=text[max(0, span.start - AROUND) : span.start],
            quote=text[span.start : span.end],
            behind=text[span.end : span.end + AROUND],
            mark=suggestion.accept(article.id),
        )


def mark_everywhere(
    session: Session,
    occurrences: Sequence[Occurrence],
    progress: Progress | None = None,
    in_turn: InTurn = lambda write: write(),
) -> int:
    """Mark what was chosen, in batches that are one undo step; return how many.

    `in_turn` calls its argument in the session's thread. All are marked or none: 0 where it was
    cancelled, since what was marked is taken back.

    Raises:
        Cancelled: and what was marked stays, since something was done behind it.
        Refusal: some cannot be marked.
    """
    progress, step = progress or NoProgress(), Step()
    try:
        return _mark(session, occurrences, progress, step, in_turn)
    except BaseException as error:
        if _is_taken_back(session, step, in_turn) and isinstance(error, Cancelled):
            return 0
        raise


def _mark(
    session: Session,
    occurrences: Sequence[Occurrence],
    progress: Progress,
    step: Step,
    in_turn: InTurn,
) -> int:
    done, coming = 0, iter(occurrences)
    while batch := tuple(islice(coming, _BATCH)):
        refuse_if_cancelled(progress)
        marks = MarkSpans(tuple(each.mark for each in batch))

        def write(marks: MarkSpans = marks) -> None:
            session.run(marks, step)

        in_turn(write)
        done += len(batch)
        progress.report(done, len(occurrences), batch[-1].title)
    return done


def _is_taken_back(session: Session, step: Step, in_turn: InTurn) -> bool:
    """Take back what was marked, and tell whether nothing is left of it."""
    try:
        in_turn(lambda: take_back(session, step))
    except Refusal:
        return False
    return step.operation is None or not session.is_done(step.operation)
