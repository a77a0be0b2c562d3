"""Split an annotation in two, join several to one, and call one by another tag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from workbench.app.commands.base import Work, shortened
from workbench.app.commands.errors import (
    CutOutside,
    NoBorders,
    NotASpanLayer,
    NothingToJoin,
    NotTogether,
    ValuesDiffer,
    ValuesLost,
)
from workbench.app.commands.marking import refuse_links_elsewhere, write_values
from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.codebook import Kind, Layer, Scope, Words
from workbench.domain.conversion import Conversion
from workbench.domain.forecasts import refuse_improbable
from workbench.domain.text import Span, quote_of, trimmed
from workbench.domain.values import Given, Scalar, Values, checked_values, defaults
from workbench.store.annotations import (
    NewAnnotation,
    annotations_linking_to,
    delete_annotations,
    insert_annotations,
    replace_values,
    update_annotation,
)
from workbench.store.recoding_variables import move_to_layer


@dataclass(frozen=True)
class SplitAnnotation:
    """Split an annotation before the character at `at`; return the id of the second half.

    Both halves keep values, memo and certainty; links lead to the first one.
    """

    kind: ClassVar[str] = "split_annotation"
    annotation: int
    at: int

    def apply(self, work: Work) -> int:
        """Check that something is left on both sides, shorten the one, write the other."""
        annotation = work.own_annotation(self.annotation)
        text = work.text(annotation.article)
        first, second = self._halves(annotation, text)
        _place(work, annotation, first, text)
        (id_,) = insert_annotations(
            work.gate, work.ids, work.stored, [_another(annotation, second, text)], work.time
        )
        work.tell_annotation(annotation)
        return id_

    def _halves(self, annotation: Annotation, text: str) -> tuple[Span, Span]:
        span = annotation.span
        if span is None:
            raise NoBorders
        if not span.start < self.at < span.end:
            raise CutOutside
        first = trimmed(text, Span(span.start, self.at))
        second = trimmed(text, Span(self.at, span.end))
        if first is None or second is None:
            raise CutOutside
        return first, second


def _another(annotation: Annotation, span: Span, text: str) -> NewAnnotation:
    return NewAnnotation(
        article=annotation.article,
        coder=annotation.coder,
        layer=annotation.layer,
        span=span,
        quote=quote_of(text, span),
        values=annotation.values,
        certainty=annotation.certainty,
        memo=annotation.memo,
    )


def _place(work: Work, annotation: Annotation, span: Span, text: str) -> None:
    columns = {"start": span.start, "end": span.end, "quote": quote_of(text, span)}
    update_annotation(work.gate, annotation.id, {**columns, "modified": work.time})


@dataclass(frozen=True)
class JoinAnnotations:
    """Join annotations of one layer and article to one, from the first to the last; return its id.

    The first in the text stays. What is coded in one of them only is kept; where values differ
    it is refused, or those of the first count (`by_first`). Memos are put one below the other,
    and one that is unsure makes the whole so.
    """

    kind: ClassVar[str] = "join_annotations"
    annotations: tuple[int, ...]
    by_first: bool = False

    def apply(self, work: Work) -> int:
        """Check that they go together, and write the one that they become."""
        parts = work.own_annotations(self.annotations)
        whole = _stretch(parts)
        first, gone = parts[0], [each.id for each in parts[1:]]
        layer = work.codebook.layer(first.layer)
        values = _led_to(layer, self._values(layer, parts), [first.id, *gone], None)
        text = work.text(first.article)
        self._lead_links(work, gone, first.id)
        replace_values(work.gate, work.stored, first, _complete(layer, values), work.time)
        _place(work, first, whole, text)
        update_annotation(work.gate, first.id, _said(parts))
        delete_annotations(work.gate, gone, work.time)
        quote = shortened(quote_of(text, whole))
        work.tell(first.article, layer=layer.key, quote=quote, count=str(len(parts)))
        return first.id

    def _values(self, layer: Layer, parts: Sequence[Annotation]) -> Values:
        values: dict[str, tuple[Scalar, ...]] = {}
        differing: list[Words] = []
        for variable in layer.variables:
            coded = [e.values[variable.key] for e in parts if variable.key in e.values]
            if coded:
                values[variable.key] = coded[0]
            if any(each != coded[0] for each in coded):
                differing.append(variable.label)
        if differing and not self.by_first:
            raise ValuesDiffer(variable=differing[0], count=len(differing))
        return values

    def _lead_links(self, work: Work, gone: Sequence[int], first: int) -> None:
        """Have what links to a part that goes link to the one that stays."""
        for each in annotations_linking_to(work.gate.connection, work.stored, gone):
            if each.id != first and each.id not in gone:
                layer = work.codebook.layer(each.layer)
                led = _led_to(layer, each.values, gone, first)
                replace_values(work.gate, work.stored, each, led, work.time)


def _stretch(parts: Sequence[Annotation]) -> Span:
    """Return from where to where the parts reach, or raise why they are no whole."""
    if len(parts) < 2:
        raise NothingToJoin
    if len({(each.article, each.layer) for each in parts}) > 1:
        raise NotTogether
    spans = [each.span for each in parts if each.span is not None]
    if len(spans) < len(parts):
        raise NoBorders
    return Span(min(each.start for each in spans), max(each.end for each in spans))


def _led_to(layer: Layer, values: Values, gone: Sequence[int], stays: int | None) -> Values:
    """Return values whose links to what goes lead to what stays, or are dropped without one."""
    led = dict(values)
    for key, scalars in values.items():
        if layer.variable(key).kind is Kind.LINK:
            each_led = (stays if each in gone else each for each in scalars)
            led[key] = tuple(dict.fromkeys(each for each in each_led if each is not None))
    return led


def _complete(layer: Layer, values: Values) -> Values:
    return {variable.key: values.get(variable.key, ()) for variable in layer.variables}


def _said(parts: Sequence[Annotation]) -> dict[str, str]:
    memos = dict.fromkeys(each.memo for each in parts if each.memo)
    unsure = any(each.certainty is Certainty.UNSURE for each in parts)
    certainty = Certainty.UNSURE if unsure else Certainty.SURE
    return {"memo": "\n".join(memos), "certainty": certainty.value}


@dataclass(frozen=True)
class Retag:
    """Call an annotation by another tag: other `values`, in its layer or in another one.

    In another layer, variables of the same key keep their values and those not given take their
    defaults; the category that stood for the old layer goes. Whatever else would be lost
    refuses it.
    """

    kind: ClassVar[str] = "retag"
    annotation: int
    layer: str
    values: Mapping[str, Given] = field(default_factory=dict[str, Given])

    def apply(self, work: Work) -> None:
        """Check the values in the layer, and write what differs."""
        annotation = work.own_annotation(self.annotation)
        layer = work.codebook.layer(self.layer)
        if annotation.layer == layer.key:
            write_values(work, annotation, self.values)
        else:
            self._move(work, annotation, layer)
        work.tell_annotation(replace(annotation, layer=layer.key))

    def _move(self, work: Work, annotation: Annotation, target: Layer) -> None:
        source = work.codebook.layer(annotation.layer)
        for each in (source, target):
            if each.scope is not Scope.SPAN:
                raise NotASpanLayer(layer=each.key)
        given = checked_values(work.codebook, target, self.values)
        kept = self._kept(work, annotation, source, target)
        values = {**defaults(work.codebook, target), **kept, **given}
        refuse_improbable(target, values)
        refuse_links_elsewhere(work, target, values, annotation.article, annotation.id)
        move_to_layer(work.gate, work.stored, [(annotation, values)], target.key, work.time)

    def _kept(
        self, work: Work, annotation: Annotation, source: Layer, target: Layer
    ) -> dict[str, tuple[Scalar, ...]]:
        """Return the values that go along, or raise ValuesLost."""
        kept: dict[str, tuple[Scalar, ...]] = {}
        renamed = target.main is not None and target.main.key in self.values
        replaced = {source.main.key} if source.main and renamed else set[str]()
        for key, scalars in annotation.values.items():
            old, new = source.variable(key), target.by_key.get(key)
            if key in replaced or key in self.values:
                continue
            values = new and Conversion(work.codebook, old, work.codebook, new).values(scalars)
            if not values:
                if scalars == defaults(work.codebook, source).get(key):
                    continue  # nobody chose it
                raise ValuesLost(variable=old.label, layer=target.label)
            kept[key] = values
        return kept
