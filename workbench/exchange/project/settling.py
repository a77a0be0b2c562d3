"""Keep of a project that was read what holds together; say of the rest what is wrong with it.

Nothing is shifted: an annotation whose quote is not the text at its place is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from workbench.domain.codebook import Kind, Layer, Scope
from workbench.domain.codebook_check import check_codebook
from workbench.domain.errors import Refusal
from workbench.domain.forecasts import refuse_improbable
from workbench.domain.text import line_fed
from workbench.domain.values import Missing, Values, checked_values
from workbench.exchange.project.dating import date_kept, times_kept
from workbench.exchange.project.model import (
    ForeignAnnotation,
    ForeignProject,
    ForeignScalar,
    ForeignValues,
    Remark,
    Remarks,
)

_EXAMPLE = 24


def settled(project: ForeignProject) -> ForeignProject:
    """Return the project with only what fits its own articles, layers and variables.

    Raises:
        CodebookInconsistent: its codebook contradicts itself.
        TextHoldsNul, TextHoldsSurrogate: a memo cannot be kept.
    """
    check_codebook(project.codebook)
    remarks = Remarks(project.remarks)
    placed = tuple(_placed(project, remarks))
    linked = tuple(_linked(project, placed, remarks))
    articles = tuple(
        replace(each, published=date_kept(each.published, remarks)) for each in project.articles
    )
    memos = tuple(
        replace(each, text=line_fed(each.text), **times_kept(each, remarks))
        for each in project.memos
    )
    return replace(
        project, articles=articles, annotations=linked, memos=memos, remarks=remarks.told()
    )


def is_link(layer: Layer, key: str) -> bool:
    """Tell whether a variable of a layer leads to other annotations."""
    return layer.variable(key).kind is Kind.LINK


def _placed(project: ForeignProject, remarks: Remarks) -> Iterator[ForeignAnnotation]:
    texts = {each.key: each.text for each in project.articles}
    for each in project.annotations:
        wrong = _wrong(project, texts, each)
        if wrong is not None:
            remarks.add(wrong, shown(each))
            continue
        layer = project.codebook.layer(each.layer)
        quote = each.quote
        if each.span is not None:
            quote = texts[each.article][each.span.start : each.span.end]
        values = _fitting(project, layer, each, remarks)
        times = times_kept(each, remarks)
        yield replace(each, quote=quote, values=values, memo=line_fed(each.memo), **times)


def _wrong(
    project: ForeignProject, texts: Mapping[str, str], annotation: ForeignAnnotation
) -> Remark | None:
    """Return why an annotation cannot stay, None if it can."""
    layer = project.codebook.layers_by_key.get(annotation.layer)
    if layer is None:
        return Remark.LAYER_MISSING
    text = texts.get(annotation.article)
    if text is None:
        return Remark.ARTICLE_MISSING
    span = annotation.span
    if span is None:
        has_place = layer.scope is Scope.ARTICLE or bool(annotation.quote)
        return None if has_place else Remark.OUTSIDE_TEXT
    if layer.scope is Scope.ARTICLE or not 0 <= span.start < span.end <= len(text):
        return Remark.OUTSIDE_TEXT
    is_quoted = annotation.quote in ("", text[span.start : span.end])
    return None if is_quoted else Remark.QUOTE_DIFFERS


def _fitting(
    project: ForeignProject, layer: Layer, annotation: ForeignAnnotation, remarks: Remarks
) -> ForeignValues:
    """Return those values of an annotation that fit their variables; links are looked at later."""
    values: dict[str, tuple[ForeignScalar, ...]] = {}
    for key, scalars in annotation.values.items():
        try:
            links = is_link(layer, key)
            found = scalars if links else checked(project, layer, key, scalars)
        except Refusal:
            remarks.add(Remark.VALUE_UNFIT, f"{key}: {'; '.join(map(str, scalars))}"[:80])
            continue
        if found:
            values[key] = found
    return values


def checked(
    project: ForeignProject, layer: Layer, key: str, scalars: tuple[ForeignScalar, ...]
) -> tuple[ForeignScalar, ...]:
    """Return a variable's values as they are stored, or raise a Refusal."""
    found: Values = checked_values(project.codebook, layer, {key: scalars}, offered=False)
    refuse_improbable(layer, found)
    return found.get(key, ())


def _linked(
    project: ForeignProject, placed: tuple[ForeignAnnotation, ...], remarks: Remarks
) -> Iterator[ForeignAnnotation]:
    """Yield the annotations with those links that lead to another one of its coder's there."""
    homes = {each.key: (each.article, each.coder) for each in placed if each.key}
    for each in placed:
        layer = project.codebook.layer(each.layer)
        links = {key: own for key, own in each.values.items() if is_link(layer, key)}
        if not links:
            yield each
            continue
        values = dict(each.values)
        for key, own in links.items():
            kept = tuple(link for link in own if _leads(homes, each, link))
            if len(kept) < len(own):
                remarks.add(Remark.LINK_LOST, shown(each), len(own) - len(kept))
            values[key] = kept
        yield replace(each, values={key: own for key, own in values.items() if own})


def _leads(
    homes: Mapping[str, tuple[str, str]], annotation: ForeignAnnotation, link: ForeignScalar
) -> bool:
    if isinstance(link, Missing):
        return True
    home = homes.get(link) if isinstance(link, str) else None
    return home == (annotation.article, annotation.coder) and link != annotation.key


def shown(annotation: ForeignAnnotation) -> str:
    """Return what a person knows an annotation by."""
    line = " ".join((annotation.quote or annotation.layer).split())
    return line if len(line) <= _EXAMPLE else line[: _EXAMPLE - 1] + "…"
