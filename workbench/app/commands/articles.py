"""Bring articles in, correct their bibliography, code them as wholes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import ClassVar

from workbench.app.commands.base import Work, shortened
from workbench.app.commands.errors import NoName, NotAnArticleLayer, UnknownField
from workbench.app.commands.marking import begin_article, write_values
from workbench.domain.annotation import Certainty
from workbench.domain.article import NewArticle, Status
from workbench.domain.codebook import Codebook, Scope
from workbench.domain.errors import Defect
from workbench.domain.text import canonical, refuse_unstorable
from workbench.domain.values import Given, Values, checked_date, checked_values
from workbench.intake.choices import Choice
from workbench.store.annotations import (
    NewAnnotation,
    annotation_by_id,
    article_scope_id,
    insert_annotations,
)
from workbench.store.articles import (
    EDITABLE,
    article_info,
    edit_article,
    insert_articles,
    set_status,
    titles_of,
)
from workbench.store.choices import remember_choices
from workbench.store.fingerprints import keep_fingerprints


@dataclass(frozen=True)
class ImportArticles:
    """Add articles that intake has read; return their ids.

    `choices` were made about lines of their sites, to be remembered; `fingerprints` are those of
    the articles, as far as they are known. An article that is a rendering of one that is gone
    meanwhile comes without the link.
    """

    kind: ClassVar[str] = "import"
    articles: tuple[NewArticle, ...]
    choices: tuple[Choice, ...] = ()
    fingerprints: tuple[bytes, ...] = ()

    def apply(self, work: Work) -> list[int]:
        """Check that every text is canonical and write all."""
        for each in self.articles:
            refuse_unfit(each)
        values = [checked_values_of(work.codebook, each) for each in self.articles]
        connection = work.gate.connection
        there = titles_of(connection, {each.same_as for each in self.articles if each.same_as})
        articles = [
            each if each.same_as in there else replace(each, same_as=None) for each in self.articles
        ]
        ids = insert_articles(work.gate, work.ids, articles, work.time)
        keep_fingerprints(connection, dict(zip(ids, self.fingerprints, strict=False)))
        if self.choices:
            remember_choices(work.gate, work.ids, map(astuple, self.choices))
        write_article_values(work, dict(zip(ids, values, strict=True)))
        if ids:
            self._tell(work, ids)
        return ids

    def _tell(self, work: Work, ids: Sequence[int]) -> None:
        """Tell of these articles, and of those that the operation has brought in before."""
        facts = work.operation.facts
        count = int(facts.get("count", 0)) + len(ids)
        title = facts.get("title", shortened(self.articles[0].title))
        work.tell(ids[0] if count == 1 else None, count=str(count), title=title)


def checked_values_of(codebook: Codebook, article: NewArticle) -> Values:
    """Return the values that an article brings with it, each checked."""
    layer = codebook.article_layer
    if not article.values:
        return {}
    if layer is None:
        raise NotAnArticleLayer(layer="article")
    return checked_values(codebook, layer, article.values)


def write_article_values(work: Work, values: Mapping[int, Values]) -> None:
    """Write the coder's values of whole articles that are new, by their ids.

    The status stays: a table has told them, nobody has read the articles yet.
    """
    layer = work.codebook.article_layer
    if layer is None:
        return
    new = [
        NewAnnotation(id_, work.coder.id, layer.key, None, "", each, Certainty.SURE, "")
        for id_, each in values.items()
        if each
    ]
    if new:
        insert_annotations(work.gate, work.ids, work.stored, new, work.time)


def refuse_unfit(article: NewArticle) -> None:
    """Raise if an article holds what cannot be kept."""
    if canonical(article.text) != article.text:
        raise Defect("intake hands over canonical text only")
    for text in _texts_beside(article):
        refuse_unstorable(text)


def _texts_beside(article: NewArticle) -> Iterator[str]:
    """Yield every other text of an article that is kept."""
    yield from (article.title, article.source, article.author, article.published, article.url)
    yield article.file_name
    for note in article.notes:
        yield from (note.marker, note.text)


@dataclass(frozen=True)
class EditArticle:
    """Correct an article's title, source, author, publication date, address or language."""

    kind: ClassVar[str] = "edit_article"
    article: int
    values: Mapping[str, str]

    def apply(self, work: Work) -> None:
        """Check the fields and write what differs."""
        for field, value in self.values.items():
            if field not in EDITABLE:
                raise UnknownField(field=field, known=", ".join(EDITABLE))
            refuse_unstorable(value)
        if not self.values.get("title", "?").strip():
            raise NoName
        if self.values.get("published"):
            checked_date(self.values["published"])
        info = article_info(work.gate.connection, self.article, work.coder.id)
        edit_article(work.gate, self.article, self.values)
        work.tell(self.article, title=shortened(info.title))


@dataclass(frozen=True)
class SetStatus:
    """Set the coder's status on an article."""

    kind: ClassVar[str] = "set_status"
    article: int
    status: Status

    def apply(self, work: Work) -> None:
        """Write the status if it differs."""
        info = article_info(work.gate.connection, self.article, work.coder.id)
        set_status(work.gate, self.article, work.coder.id, self.status, work.time)
        work.tell(self.article, title=shortened(info.title), status=self.status.value)


@dataclass(frozen=True)
class SetArticleValues:
    """Set variables of a whole article, in a layer of article scope."""

    kind: ClassVar[str] = "set_article_values"
    article: int
    values: Mapping[str, Given]
    layer: str = "article"

    def apply(self, work: Work) -> None:
        """Make the coder's annotation of the article if there is none, and write what differs."""
        layer = work.codebook.layer(self.layer)
        if layer.scope is not Scope.ARTICLE:
            raise NotAnArticleLayer(layer=self.layer)
        info = article_info(work.gate.connection, self.article, work.coder.id)
        known = self._known(work)
        if known is None and not checked_values(work.codebook, layer, self.values):
            return  # nothing there, and nothing to put there
        annotation_id = self._made(work) if known is None else known
        annotation = annotation_by_id(work.gate.connection, work.stored, annotation_id)
        write_values(work, annotation, self.values)
        begin_article(work, self.article)
        work.tell(self.article, layer=self.layer, title=shortened(info.title))

    def _known(self, work: Work) -> int | None:
        stored, coder = work.stored, work.coder.id
        return article_scope_id(work.gate.connection, stored, self.layer, self.article, coder)

    def _made(self, work: Work) -> int:
        coder = work.coder.id
        new = NewAnnotation(self.article, coder, self.layer, None, "", {}, Certainty.SURE, "")
        return insert_annotations(work.gate, work.ids, work.stored, [new], work.time)[0]
