"""The parts of a coded project that is taken in: each can be written in a turn of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from workbench.app.commands.articles import refuse_unfit
from workbench.app.commands.base import Work, shortened
from workbench.app.commands.coming import Plan
from workbench.app.commands.replacing import ReplaceCodebook
from workbench.app.jobs import Progress
from workbench.domain.annotation import Annotation
from workbench.domain.article import NewArticle, Status
from workbench.domain.codebook import Codebook, Kind
from workbench.domain.memo import PROJECT, Subject
from workbench.domain.values import Scalar, Values
from workbench.exchange.project.model import (
    ForeignAnnotation,
    ForeignMemo,
    Remark,
    Remarked,
    Remarks,
)
from workbench.intake.tongue import language_of, script_of
from workbench.store.annotations import (
    NewAnnotation,
    annotation_by_id,
    article_scope_id,
    insert_annotations,
    insert_links,
    replace_values,
    update_annotation,
)
from workbench.store.articles import insert_articles, link_renderings, set_status, status_of
from workbench.store.codebook_rows import StoredCodebook, read_codebook
from workbench.store.coders import add_coder, coders
from workbench.store.memos import memos, write_memo

#: So many annotations are a part: small enough that a window is not felt to stop meanwhile.
BATCH = 250
#: A part ends with the article that brings it to so many, or to so many characters.
MOST_ARTICLES = 25
MOST_CHARACTERS = 500_000

T = TypeVar("T")


@dataclass(frozen=True)
class TakenIn:
    """What came of taking a project in: how much was new, and how much was there already."""

    articles: tuple[int, ...]
    articles_there: int
    coders: tuple[str, ...]
    annotations: int
    annotations_there: int
    remarks: tuple[Remarked, ...]


def _with_language(article: NewArticle) -> NewArticle:
    """Return the article with its language, told by its text where the file does not say."""
    if article.language:
        return article
    language = language_of(article.text)
    script = script_of(article.text) if language == "zh" else ""
    return replace(article, language=language, script=article.script or script)


def _renderings(plan: Plan, articles: Mapping[str, int]) -> Mapping[int, int]:
    return {
        articles[each.key]: articles[each.same_as]
        for each in plan.new_articles
        if each.same_as in articles and each.same_as != each.key
    }


def value_told(key: str, own: Sequence[object]) -> str:
    """Return a value as a remark names it."""
    return f"{key}: {'; '.join(map(str, own))}"[:80]


def _is_part(text: str, memo: str) -> bool:
    """Tell whether paragraphs of a memo are the text."""
    return f"\n\n{text}\n\n" in f"\n\n{memo}\n\n"


def _chunks(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[n : n + BATCH] for n in range(0, len(things), BATCH))


class Writing:
    """A plan on its way into the project, part by part.

    Before anything is written, each of its articles is known to fit.
    """

    def __init__(self, plan: Plan, progress: Progress) -> None:
        self._plan = plan
        self._new_articles = [_with_language(each.as_new()) for each in plan.new_articles]
        for each in self._new_articles:
            refuse_unfit(each)
        self._progress = progress
        self._remarks = Remarks(plan.project.remarks)
        self._written = 0
        self._article_ids: list[int] = []
        self._new_coders: list[str] = []
        self._coders: Mapping[str, int] = {}
        self._all_articles: Mapping[str, int] | None = None
        self._ids: dict[str, int] = {}
        self._links: list[tuple[int, ForeignAnnotation]] = []
        self._joined: list[tuple[int, ForeignAnnotation]] = []
        self._rest = self._parts()
        self._work: Work

    @property
    def _stored(self) -> StoredCodebook:
        return self._work.stored

    def fits(self, codebook: Codebook) -> bool:
        """Tell whether a codebook is the one that was there when it was planned."""
        return codebook == self._plan.planned_on

    def go_on(self, work: Work) -> bool:
        """Write the next part; tell whether there may be more. Each may be an operation's own."""
        self._work = work
        self._read_coders()
        has_more = next(self._rest, self) is None
        work.tell(None, count=str(self._written), name=shortened(self._plan.project.name))
        return has_more

    def write_all(self, work: Work) -> Iterator[None]:
        """Write all parts in one operation, with a halt between two of them."""
        self._work = work
        self._read_coders()
        yield from self._rest
        work.tell(None, count=str(self._written), name=shortened(self._plan.project.name))

    def came(self) -> TakenIn:
        """Return what came of it."""
        return TakenIn(
            tuple(self._article_ids),
            len(self._plan.articles),
            tuple(self._new_coders),
            self._written,
            len(self._plan.same),
            self._remarks.told(),
        )

    def _read_coders(self) -> None:
        """Look who is there: a coder's first action enters the coder, unless it wrote nothing."""
        self._coders = {each.name: each.id for each in coders(self._work.gate.connection)}

    def _parts(self) -> Iterator[None]:
        """Write all of it, and halt where others may have their turn."""
        self._write_codebook()
        self._write_coders()
        yield from self._write_articles()
        link_renderings(self._work.gate, _renderings(self._plan, self._articles))
        yield from self._write_annotations()
        yield from self._write_links()
        yield from self._write_statuses()
        yield from self._write_memos()
        self._tell(len(self._plan.project.annotations))

    def _tell(self, annotations: int) -> None:
        """Say how far it is: an article counts as an annotation does."""
        new = len(self._new_articles)
        total = new + len(self._plan.project.annotations)
        self._progress.report(len(self._article_ids) + annotations, total, "")

    def _write_codebook(self) -> None:
        if self._plan.codebook != self._work.codebook:
            ReplaceCodebook(self._plan.codebook).apply(self._work)
            stored = read_codebook(self._work.gate.connection)
            self._work = replace(self._work, stored=stored)

    def _write_coders(self) -> None:
        work = self._work
        self._new_coders = [each for each in self._plan.new_coders if each not in self._coders]
        for name in self._new_coders:
            add_coder(work.gate, work.ids, name, work.time)
        self._read_coders()

    def _write_articles(self) -> Iterator[None]:
        batch: list[NewArticle] = []
        for each in self._new_articles:
            batch.append(each)
            is_long = sum(len(one.text) for one in batch) >= MOST_CHARACTERS
            if len(batch) >= MOST_ARTICLES or is_long:
                self._insert(batch)
                batch = []
                self._tell(0)
                yield
        self._insert(batch)

    def _insert(self, batch: Sequence[NewArticle]) -> None:
        work = self._work
        self._article_ids += insert_articles(work.gate, work.ids, batch, work.time)

    @property
    def _articles(self) -> Mapping[str, int]:
        """The articles by their keys in the file."""
        if self._all_articles is None:
            new = (each.key for each in self._plan.new_articles)
            ids = dict(zip(new, self._article_ids, strict=True))
            self._all_articles = {**self._plan.articles, **ids}
        return self._all_articles

    def _write_annotations(self) -> Iterator[None]:
        """Write what is new; what is there is remembered for what links to it."""
        batch: list[ForeignAnnotation] = []
        for place, each in enumerate(self._plan.project.annotations):
            on_article = each.span is None and not each.quote
            is_full = place and place % BATCH == 0
            if is_full or on_article:
                self._write(batch)
                batch = []
            if is_full:
                self._tell(place)
                yield
            known = self._plan.same.get(place)
            if known is None and on_article:
                known = self._on_article(each)
            if known is None:
                batch.append(each)
            else:
                self._ids[each.key] = known
        self._write(batch)

    def _write(self, batch: Sequence[ForeignAnnotation]) -> None:
        if not batch:
            return
        work = self._work
        new = [self._new(each) for each in batch]
        ids = insert_annotations(work.gate, work.ids, work.stored, new, work.time)
        for id_, each, written in zip(ids, batch, new, strict=True):
            self._ids[each.key] = id_
            if len(written.values) < len(each.values):
                self._links.append((id_, each))
        self._written += len(ids)

    def _new(self, each: ForeignAnnotation) -> NewAnnotation:
        return NewAnnotation(
            article=self._articles[each.article],
            coder=self._coders[each.coder],
            layer=each.layer,
            span=each.span,
            quote=each.quote,
            values=self._plain(each),
            certainty=each.certainty,
            memo=each.memo,
            created=each.created,
            modified=each.modified,
        )

    def _plain(self, each: ForeignAnnotation) -> Values:
        """Return the values without links, whose ids are known when all is written."""
        layer = self._stored.codebook.layer(each.layer)
        return {
            key: own
            for key, own in each.values.items()
            if layer.variable(key).kind is not Kind.LINK
        }

    def _on_article(self, each: ForeignAnnotation) -> int | None:
        """Put values into the one annotation that a coder has of a whole article, if there is one.

        What is coded there otherwise stays.
        """
        connection, article = self._work.gate.connection, self._articles[each.article]
        coder = self._coders[each.coder]
        id_ = article_scope_id(connection, self._stored, each.layer, article, coder)
        if id_ is not None:
            self._join(annotation_by_id(connection, self._stored, id_), each)
            self._joined.append((id_, each))
        return id_

    def _join(self, known: Annotation, each: ForeignAnnotation) -> None:
        plain = self._plain(each)
        fresh = {key: own for key, own in plain.items() if key not in known.values}
        self._tell_values_there(known, plain)
        replace_values(self._work.gate, self._stored, known, fresh, self._work.time)
        if each.memo and not known.memo:
            columns = {"memo": each.memo, "modified": self._work.time}
            update_annotation(self._work.gate, known.id, columns)
        elif each.memo not in ("", known.memo):
            self._remarks.add(Remark.VALUE_THERE, shortened(each.memo))

    def _tell_values_there(self, known: Annotation, values: Values) -> None:
        for key, own in values.items():
            if known.values.get(key, own) != own:
                self._remarks.add(Remark.VALUE_THERE, value_told(key, own))

    def _write_links(self) -> Iterator[None]:
        for some in _chunks(self._links):
            links = [(id_, each.layer, self._linked(each)) for id_, each in some]
            insert_links(self._work.gate, self._stored, links)
            yield
        for some in _chunks(self._joined):
            for id_, each in some:
                self._join_links(id_, self._linked(each))
            yield

    def _join_links(self, id_: int, links: Values) -> None:
        """Give an annotation of a whole article the links that it lacks."""
        if not links:
            return
        known = annotation_by_id(self._work.gate.connection, self._stored, id_)
        fresh = {key: own for key, own in links.items() if key not in known.values}
        insert_links(self._work.gate, self._stored, [(id_, known.layer, fresh)])
        self._tell_values_there(known, links)

    def _linked(self, each: ForeignAnnotation) -> Values:
        layer = self._stored.codebook.layer(each.layer)
        return {
            key: tuple(self._link(one) for one in own)
            for key, own in each.values.items()
            if layer.variable(key).kind is Kind.LINK
        }

    def _link(self, value: Scalar) -> Scalar:
        return self._ids[value] if isinstance(value, str) else value

    def _write_statuses(self) -> Iterator[None]:
        """Write the statuses that the file tells; who has coded an article has begun it."""
        project = self._plan.project
        begun = {(each.article, each.coder): Status.IN_PROGRESS for each in project.annotations}
        told = {(each.article, each.coder): each.status for each in project.statuses}
        for some in _chunks(list((begun | told).items())):
            for (article, coder), status in some:
                self._write_status(self._articles[article], self._coders[coder], status)
            yield

    def _write_status(self, article: int, coder: int, status: Status) -> None:
        gate = self._work.gate
        if status_of(gate.connection, article, coder) is Status.NOT_STARTED:
            set_status(gate, article, coder, status, self._work.time)

    def _write_memos(self) -> Iterator[None]:
        """Write the memos; one's own that is there already gets what it lacks behind it."""
        for some in _chunks(self._plan.project.memos):
            for each in some:
                self._write_memo(each)
            yield

    def _write_memo(self, each: ForeignMemo) -> None:
        work, subject = self._work, self._subject(each)
        if subject is None:
            self._remarks.add(Remark.NOT_READ, shortened(each.text))
            return
        coder = self._coders[each.coder]
        known = memos(work.gate.connection, work.stored, subject)
        there = next((e.text for e in known if e.coder == coder and not e.about), "")
        if not _is_part(each.text, there):
            text = "\n\n".join(filter(None, [there, each.text]))
            times = work.time, each.created, each.modified
            write_memo(work.gate, work.ids, work.stored, subject, coder, text, *times)

    def _subject(self, memo: ForeignMemo) -> Subject | None:
        """Return what a memo is about here, None if there is no such thing."""
        if memo.kind == "project":
            return PROJECT
        if memo.kind == "article":
            article = self._articles.get(memo.subject[0])
            return None if article is None else Subject(article=article)
        key, category = memo.subject
        known = self._stored.codebook.lists_by_key.get(key)
        is_there = known is not None and category in known.by_key
        return Subject(code_list=key, category=category) if is_there else None
