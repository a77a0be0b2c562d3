"""Which categories come first before anything is typed: those of the passage, then nearby ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Category, Layer, Variable, is_offered, names_of
from workbench.domain.text import Span
from workbench.ui.tags.source import Passage, Source

_FAR = 1 << 30
_RECENT = 3
_SENTENCE = 40


def suggested(
    source: Source, layer: Layer, variable: Variable, passage: Passage, limit: int = 12
) -> list[Category]:
    """Return offered categories: in the passage, last used for the variable, then the nearest."""
    if variable.code_list is None:
        return []
    categories = source.codebook.code_list(variable.code_list).by_key
    near = _near(source, variable.code_list, passage)
    inside = [key for key, far in near.items() if far == 0]
    used = last_used(source.annotations(passage.article), layer.key, variable.key)
    rest = sorted((key for key in near if near[key]), key=lambda key: near[key])
    order = dict.fromkeys((*inside, *used[:_RECENT], *rest))
    offered = (categories[key] for key in order if key in categories)
    return [each for each in offered if is_offered(variable, each)][:limit]


def _near(source: Source, list_key: str, passage: Passage) -> dict[str, int]:
    """Return how far from the passage the article names each category, or its twin."""
    code_list = source.codebook.code_list(list_key)
    text = source.text(passage.article)
    near: dict[str, int] = {}
    for other in dict.fromkeys((list_key, *code_list.twin_lists)):
        categories = source.codebook.code_list(other).by_key
        for key in source.named(passage.article, other):
            own = code_list.by_key.get(key) if other == list_key else code_list.twin_of(other, key)
            if own is not None and key in categories:
                far = distance(text, names_of(categories[key]), passage.span)
                near[own.key] = min(far, near.get(own.key, _FAR))
    return near


def distance(text: str, names: Iterable[str], span: Span) -> int:
    """Return how far the nearest of `names` stands from `span`; 0 where it overlaps.

    In characters, each end of a sentence between them counting as many.
    """
    return min((_distance(text, name, span) for name in names), default=_FAR)


def _distance(text: str, name: str, span: Span) -> int:
    around = max(0, span.start - len(name) + 1)
    if text.find(name, around, span.end + len(name) - 1) >= 0:
        return 0
    before = text.rfind(name, 0, span.start)
    after = text.find(name, span.end)
    left = _width(text[before + len(name) : span.start]) if before >= 0 else _FAR
    right = _width(text[span.end : after]) if after >= 0 else _FAR
    return min(left, right) + 1


def _width(gap: str) -> int:
    return len(gap) + _SENTENCE * sum(map(gap.count, "。！？\n"))


def last_used(annotations: Sequence[Annotation], layer: str, variable: str) -> list[str]:
    """Return the categories that the variable got, the last one first."""
    ours = [each for each in annotations if each.layer == layer and variable in each.values]
    ours.sort(key=lambda each: (each.modified, each.id), reverse=True)
    keys = (value for each in ours for value in each.values[variable] if isinstance(value, str))
    return list(dict.fromkeys(keys))
