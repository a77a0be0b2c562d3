"""Mark text and change what is marked."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from workbench.app.commands.base import Work, shortened
from workbench.app.commands.errors import AlreadyMarked, LinkElsewhere, NoBorders, NotASpanLayer
from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.article import Status
from workbench.domain.codebook import Kind, Layer, Scope
from workbench.domain.forecasts import refuse_improbable
from workbench.domain.text import checked_span, line_fed, quote_of
from workbench.domain.values import (
    Given,
    Missing,
    Scalar,
    Values,
    checked_value,
    checked_values,
    defaults,
)
from workbench.store.annotations import (
    NewAnnotation,
    annotations_by_id,
    annotations_like,
    delete_annotations,
    insert_annotations,
    replace_values,
    update_annotation,
)
from workbench.store.articles import set_status, status_of


@dataclass(frozen=True)
class MarkSpan:
    """Mark ``[start, end)`` of an article in a layer; return the annotation's id.

    Variables that are not given take their defaults, unless `with_defaults` is off.
    What would only repeat an annotation of one's own is refused as AlreadyMarked.
    """

    kind: ClassVar[str] = "mark"
    article: int
    layer: str
    start: int
    end: int
    values: Mapping[str, Given] = field(default_factory=dict[str, Given])
    memo: str = ""
    certainty: Certainty = Certainty.SURE
    with_defaults: bool = True

    def apply(self, work: Work) -> int:
        """Check span, layer and values, and write the annotation."""
        new = self.checked(work, work.text(self.article))
        same = _same_mark(work, new)
        if same is not None:
            raise AlreadyMarked(annotation=same)
        (id_,) = insert_annotations(work.gate, work.ids, work.stored, [new], work.time)
        begin_article(work, self.article)
        work.tell(
            self.article,
            layer=self.layer,
            quote=shortened(new.quote),
            category=_main_category(work.codebook.layer(self.layer), new.values),
        )
        return id_

    def checked(self, work: Work, text: str) -> NewAnnotation:
        """Return the annotation ready to be written, or raise a Refusal."""
        layer = work.codebook.layer(self.layer)
        if layer.scope is not Scope.SPAN:
            raise NotASpanLayer(layer=self.layer)
        span = checked_span(self.start, self.end, len(text))
        memo = line_fed(self.memo)
        given = checked_values(work.codebook, layer, self.values)
        if self.with_defaults:
            left = {k: v for k, v in defaults(work.codebook, layer).items() if k not in self.values}
            given = {**left, **given}
        refuse_improbable(layer, given)
        refuse_links_elsewhere(work, layer, given, self.article)
        return NewAnnotation(
            article=self.article,
            coder=work.coder.id,
            layer=self.layer,
            span=span,
            quote=quote_of(text, span),
            values=given,
            certainty=self.certainty,
            memo=memo,
        )


def _same_mark(work: Work, new: NewAnnotation) -> int | None:
    """Return the annotation that says all that `new` says of its stretch, None without one.

    It may hold a memo or a doubt beyond it, which marking once more would not take back.
    """
    for each in annotations_like(work.gate.connection, work.stored, new):
        adds_memo = new.memo not in ("", each.memo)
        adds_doubt = new.certainty not in (Certainty.SURE, each.certainty)
        if each.values == new.values and not adds_memo and not adds_doubt:
            return each.id
    return None


def _main_category(layer: Layer, values: Values) -> str:
    """Return the key of the category that the layer's main variable holds, else nothing."""
    return str(values[layer.main.key][0]) if layer.main and layer.main.key in values else ""


def begin_article(work: Work, article: int) -> None:
    """Set the coder's status on the article to "in progress" if nothing was coded so far."""
    if article in work.begun:
        return
    if status_of(work.gate.connection, article, work.coder.id) is Status.NOT_STARTED:
        set_status(work.gate, article, work.coder.id, Status.IN_PROGRESS, work.time)
    else:
        work.begun.add(article)


def refuse_links_elsewhere(
    work: Work, layer: Layer, values: Values, article: int, annotation: int | None = None
) -> None:
    """Raise LinkElsewhere unless every link leads to another of one's own in the article.

    One's own: otherwise deleting an annotation would change what another coder coded.
    """
    links = {
        scalar
        for key, scalars in values.items()
        for scalar in scalars
        if layer.variable(key).kind is Kind.LINK
        and isinstance(scalar, int)
        and not isinstance(scalar, Missing)
    }
    if not links:
        return
    found = annotations_by_id(work.gate.connection, work.stored, sorted(links))
    own = {e.id for e in found if e.article == article and e.coder == work.coder.id}
    if own - {annotation} != links:
        raise LinkElsewhere


@dataclass(frozen=True)
class MarkSpans:
    """Mark many stretches in one undo step; return their ids.

    A mark that is there already is not repeated: it has the id of the one that is there.
    """

    kind: ClassVar[str] = "mark_many"
    marks: tuple[MarkSpan, ...]

    def apply(self, work: Work) -> list[int]:
        """Check every mark, then write all."""
        articles = list(dict.fromkeys(mark.article for mark in self.marks))
        texts = {article: work.text(article) for article in articles}
        new = [mark.checked(work, texts[mark.article]) for mark in self.marks]
        there = [_same_mark(work, each) for each in new]
        fresh = _without_repetition(
            each for each, same in zip(new, there, strict=True) if same is None
        )
        ids = insert_annotations(work.gate, work.ids, work.stored, list(fresh.values()), work.time)
        for article in dict.fromkeys(each.article for each in fresh.values()):
            begin_article(work, article)
        before = work.operation.facts.get("count", "")
        only = articles[0] if len(articles) == 1 and not before else None
        work.tell(only, count=str(int(before or 0) + len(ids)))
        given = dict(zip(fresh, ids, strict=True))
        return [
            given[_content(each)] if same is None else same
            for each, same in zip(new, there, strict=True)
        ]


def _without_repetition(new: Iterable[NewAnnotation]) -> dict[Hashable, NewAnnotation]:
    unique: dict[Hashable, NewAnnotation] = {}
    for each in new:
        unique.setdefault(_content(each), each)
    return unique


def _content(new: NewAnnotation) -> Hashable:
    values = frozenset(new.values.items())
    return new.article, new.layer, new.span, values, new.memo, new.certainty


@dataclass(frozen=True)
class SetValues:
    """Set the given variables of an annotation; None or an empty list clears one."""

    kind: ClassVar[str] = "set_values"
    annotation: int
    values: Mapping[str, Given]

    def apply(self, work: Work) -> None:
        """Check the values against their variables and write what differs."""
        annotation = work.own_annotation(self.annotation)
        write_values(work, annotation, self.values)
        work.tell_annotation(annotation)


def write_values(work: Work, annotation: Annotation, given: Mapping[str, Given]) -> None:
    """Check values against the annotation's layer and write what differs."""
    layer = work.codebook.layer(annotation.layer)
    checked: dict[str, tuple[Scalar, ...]] = {
        key: checked_value(work.codebook, layer.variable(key), raw) for key, raw in given.items()
    }
    refuse_improbable(layer, checked)
    refuse_links_elsewhere(work, layer, checked, annotation.article, annotation.id)
    replace_values(work.gate, work.stored, annotation, checked, work.time)


@dataclass(frozen=True)
class SetMemo:
    """Write an annotation's memo."""

    kind: ClassVar[str] = "set_memo"
    annotation: int
    memo: str

    def apply(self, work: Work) -> None:
        """Write the memo if it differs."""
        memo = line_fed(self.memo)
        annotation = work.own_annotation(self.annotation)
        if memo != annotation.memo:
            update_annotation(work.gate, annotation.id, {"memo": memo, "modified": work.time})
        work.tell_annotation(annotation)


@dataclass(frozen=True)
class SetCertainty:
    """Say how sure the coder is of an annotation."""

    kind: ClassVar[str] = "set_certainty"
    annotation: int
    certainty: Certainty

    def apply(self, work: Work) -> None:
        """Write the certainty if it differs."""
        annotation = work.own_annotation(self.annotation)
        if self.certainty is not annotation.certainty:
            columns = {"certainty": self.certainty.value, "modified": work.time}
            update_annotation(work.gate, annotation.id, columns)
        work.tell_annotation(annotation)


@dataclass(frozen=True)
class MoveBorders:
    """Move an annotation's borders to ``[start, end)``; its quote moves along.

    So is one placed again that lost its place when the text was corrected.
    """

    kind: ClassVar[str] = "move_borders"
    annotation: int
    start: int
    end: int

    def apply(self, work: Work) -> None:
        """Check the new span and write it with its quote."""
        annotation = work.own_annotation(self.annotation)
        if annotation.span is None and not annotation.unplaced:
            raise NoBorders
        text = work.text(annotation.article)
        span = checked_span(self.start, self.end, len(text))
        if span != annotation.span:
            columns = {"start": span.start, "end": span.end, "quote": quote_of(text, span)}
            update_annotation(work.gate, annotation.id, {**columns, "modified": work.time})
        work.tell_annotation(annotation)


@dataclass(frozen=True)
class DeleteAnnotations:
    """Delete annotations with their values and what links to them."""

    kind: ClassVar[str] = "delete"
    annotations: tuple[int, ...]

    def apply(self, work: Work) -> None:
        """Check that all are the coder's own and delete them."""
        found = work.own_annotations(self.annotations)
        delete_annotations(work.gate, [each.id for each in found], work.time)
        if len(found) == 1:
            work.tell_annotation(found[0])
        else:
            articles = {each.article for each in found}
            work.tell(articles.pop() if len(articles) == 1 else None, count=str(len(found)))
