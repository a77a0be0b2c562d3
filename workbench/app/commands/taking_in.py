"""Take a coded project of another program in: articles, codebook, coders, annotations at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from workbench.app.commands.articles import refuse_unfit
from workbench.app.commands.base import Work, shortened
from workbench.app.commands.coming import Plan, There, planned
from workbench.app.commands.replacing import ReplaceCodebook
from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.domain.annotation import Annotation
from workbench.domain.article import NewArticle, Status
from workbench.domain.codebook import Kind
from workbench.domain.memo import PROJECT, Subject
from workbench.domain.values import Scalar, Values
from workbench.exchange.project.model import (
    ForeignAnnotation,
    ForeignMemo,
    ForeignProject,
    Remark,
    Remarked,
    Remarks,
)
from workbench.intake.tongue import language_of, script_of
from workbench.store.annotations import (
    NewAnnotation,
    annotation_by_id,
    annotations_of,
    article_scope_id,
    insert_annotations,
    insert_links,
    replace_values,
    update_annotation,
)
from workbench.store.articles import (
    articles_with_texts,
    insert_articles,
    link_renderings,
    set_status,
    status_of,
)
from workbench.store.codebook_rows import StoredCodebook, read_codebook
from workbench.store.coders import add_coder, coders
from workbench.store.database import Connection
from workbench.store.memos import memos, write_memo

#: So many annotations are written between two looks at whether to go on.
BATCH = 500
_UNWATCHED = NoProgress()


@dataclass(frozen=True)
class TakenIn:
    """What came of taking a project in: how much was new, and how much was there already."""

    articles: tuple[int, ...]
    articles_there: int
    coders: tuple[str, ...]
    annotations: int
    annotations_there: int
    remarks: tuple[Remarked, ...]


@dataclass(frozen=True)
class TakeInProject:
    """Bring in all of a coded project that is `settled`, as one step; return what came of it.

    An article that is there with the very same text takes the annotations; what is there of them
    already is not repeated. Its own coders keep theirs.
    """

    kind: ClassVar[str] = "take_in_project"
    project: ForeignProject
    progress: Progress = _UNWATCHED

    def apply(self, work: Work) -> TakenIn:
        """Work out what is new, check it and write it."""
        there = what_is_there(work.gate.connection, work.stored)
        plan = planned(there, self.project, work.coder.name)
        new = tuple(_with_language(each.as_new()) for each in plan.new_articles)
        for each in new:
            refuse_unfit(each)
        work = self._with_codebook(work, plan)
        ids = insert_articles(work.gate, work.ids, new, work.time)
        articles = {**plan.articles, **_by_key(plan, ids)}
        link_renderings(work.gate, _renderings(plan, articles))
        writing = _Writing(work, plan, articles, self.progress)
        writing.write()
        work.tell(
            None,
            count=str(writing.written),
            name=shortened(self.project.name),
        )
        return TakenIn(
            tuple(ids),
            len(plan.articles),
            tuple(plan.new_coders),
            writing.written,
            len(plan.same),
            writing.remarks.told(),
        )

    def _with_codebook(self, work: Work, plan: Plan) -> Work:
        """Return the work with the codebook that it needs."""
        if plan.codebook == work.codebook:
            return work
        ReplaceCodebook(plan.codebook).apply(work)
        return replace(work, stored=read_codebook(work.gate.connection))


def _with_language(article: NewArticle) -> NewArticle:
    """Return the article with its language, told by its text where the file does not say."""
    if article.language:
        return article
    language = language_of(article.text)
    script = script_of(article.text) if language == "zh" else ""
    return replace(article, language=language, script=article.script or script)


def what_is_there(connection: Connection, stored: StoredCodebook) -> There:
    """Return what a plan asks of the project that takes another one in."""
    return There(
        stored.codebook,
        coders(connection),
        partial(articles_with_texts, connection),
        lambda article: annotations_of(connection, stored, article, None),
    )


def _by_key(plan: Plan, ids: Sequence[int]) -> Mapping[str, int]:
    new = (each.key for each in plan.new_articles)
    return dict(zip(new, ids, strict=True))


def _renderings(plan: Plan, articles: Mapping[str, int]) -> Mapping[int, int]:
    return {
        articles[each.key]: articles[each.same_as]
        for each in plan.new_articles
        if each.same_as in articles and each.same_as != each.key
    }


def _is_part(text: str, memo: str) -> bool:
    """Tell whether paragraphs of a memo are the text."""
    return f"\n\n{text}\n\n" in f"\n\n{memo}\n\n"


class _Writing:
    """The coders, annotations, links and statuses of a plan being written."""

    def __init__(
        self, work: Work, plan: Plan, articles: Mapping[str, int], progress: Progress
    ) -> None:
        self.written = 0
        self.remarks = Remarks(plan.project.remarks)
        self._work = work
        self._plan = plan
        self._articles = articles
        self._progress = progress
        self._coders = dict(plan.coders)
        self._ids: dict[str, int] = {}
        self._links: list[tuple[int, ForeignAnnotation]] = []
        self._joined: list[tuple[int, ForeignAnnotation]] = []

    @property
    def _stored(self) -> StoredCodebook:
        return self._work.stored

    def write(self) -> None:
        """Write all of it, or raise Cancelled."""
        work = self._work
        for name in self._plan.new_coders:
            coder = add_coder(work.gate, work.ids, name, work.time)
            self._coders[name] = coder.id
        for batch in self._batches():
            refuse_if_cancelled(self._progress)
            self._write(batch)
        self._write_links()
        self._write_statuses()
        self._write_memos()
        self._tell(len(self._plan.project.annotations))

    def _batches(self) -> Iterator[list[ForeignAnnotation]]:
        """Yield what is new, some at once; what is there is remembered for what links to it."""
        batch: list[ForeignAnnotation] = []
        for place, each in enumerate(self._plan.project.annotations):
            on_article = each.span is None and not each.quote
            if len(batch) == BATCH or (on_article and batch):
                yield batch
                batch = []
                self._tell(place)
            known = self._plan.same.get(place)
            if known is None and on_article:
                known = self._on_article(each)
            if known is None:
                batch.append(each)
            else:
                self._ids[each.key] = known
        if batch:
            yield batch

    def _tell(self, done: int) -> None:
        self._progress.report(done, len(self._plan.project.annotations), "")

    def _write(self, batch: Sequence[ForeignAnnotation]) -> None:
        work = self._work
        new = [self._new(each) for each in batch]
        ids = insert_annotations(work.gate, work.ids, work.stored, new, work.time)
        for id_, each, written in zip(ids, batch, new, strict=True):
            self._ids[each.key] = id_
            if len(written.values) < len(each.values):
                self._links.append((id_, each))
        self.written += len(ids)

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
            self.remarks.add(Remark.VALUE_THERE, shortened(each.memo))

    def _tell_values_there(self, known: Annotation, values: Values) -> None:
        for key, own in values.items():
            if known.values.get(key, own) != own:
                self.remarks.add(Remark.VALUE_THERE, f"{key}: {'; '.join(map(str, own))}"[:80])

    def _write_links(self) -> None:
        links = [(id_, each.layer, self._linked(each)) for id_, each in self._links]
        insert_links(self._work.gate, self._stored, links)
        for id_, each in self._joined:
            self._join_links(id_, self._linked(each))

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

    def _write_statuses(self) -> None:
        """Write the statuses that the file tells; who has coded an article has begun it."""
        project = self._plan.project
        begun = {(each.article, each.coder): Status.IN_PROGRESS for each in project.annotations}
        told = {(each.article, each.coder): each.status for each in project.statuses}
        work = self._work
        for (article, coder), status in (begun | told).items():
            place = self._articles[article], self._coders[coder]
            if status_of(work.gate.connection, *place) is Status.NOT_STARTED:
                set_status(work.gate, *place, status, work.time)

    def _write_memos(self) -> None:
        """Write the memos; one's own that is there already gets what it lacks behind it."""
        work = self._work
        for each in self._plan.project.memos:
            subject = self._subject(each)
            if subject is None:
                self.remarks.add(Remark.NOT_READ, shortened(each.text))
                continue
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
