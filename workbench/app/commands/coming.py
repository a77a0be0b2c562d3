"""What bringing in a coded project of another program comes to, worked out before it is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.app.commands.names import checked_name
from workbench.domain.annotation import Annotation, Coder
from workbench.domain.codebook import Codebook, Kind, Layer, Variable
from workbench.domain.codebook_fitting import Fitted, fitted
from workbench.domain.codebook_joining import added
from workbench.domain.errors import Refusal
from workbench.exchange.project.model import (
    NOBODY,
    ForeignAnnotation,
    ForeignArticle,
    ForeignMemo,
    ForeignProject,
    ForeignScalar,
    Remark,
    Remarks,
)


@dataclass(frozen=True)
class There:
    """What is asked of the project that takes another one in."""

    codebook: Codebook
    coders: Sequence[Coder]
    articles_with: Callable[[Iterable[str]], Mapping[str, Sequence[int]]]
    annotations_of: Callable[[int], Iterable[Annotation]]


@dataclass(frozen=True)
class Plan:
    """What taking `project` in comes to.

    Its layers and variables have the keys that they will have in `codebook`. `articles` and
    `coders` are the ids of those that are there, by key and name; `same` the annotations that
    are there, by their places in the project. `planned_on` is the codebook that was there.
    """

    project: ForeignProject
    planned_on: Codebook
    codebook: Codebook
    articles: Mapping[str, int]
    coders: Mapping[str, int]
    same: Mapping[int, int]

    @property
    def new_articles(self) -> list[ForeignArticle]:
        """The articles that are not there yet."""
        return [each for each in self.project.articles if each.key not in self.articles]

    @property
    def new_coders(self) -> list[str]:
        """The coders who are not there yet."""
        return [each for each in self.project.coders if each not in self.coders]


def planned(there: There, project: ForeignProject, importer: str) -> Plan:
    """Return what taking `project` in comes to; `importer` codes what nobody is named for.

    Raises:
        CodebookInconsistent: the two codebooks do not go together.
    """
    fit = fitted(there.codebook, project.codebook, by_name=project.by_name)
    named = _with_names(_renamed(there.codebook, project, fit), importer)
    codebook = added(there.codebook, fit.codebook)
    articles = _articles_there(there, named.articles)
    coders = {each.name: each.id for each in there.coders if each.id}
    same = _same(there, codebook, named, articles, coders)
    return Plan(named, there.codebook, codebook, articles, coders, same)


# --- names ----------------------------------------------------------------------


def _renamed(there: Codebook, project: ForeignProject, fit: Fitted) -> ForeignProject:
    """Return the project with the keys that its layers, variables and categories will have."""
    remarks = Remarks(project.remarks)
    for old, new in fit.layers.items():
        remarks.add(Remark.KEY_TAKEN, f"{old} → {new}")
    for (layer, old), new in fit.variables.items():
        remarks.add(Remark.KEY_TAKEN, f"{layer}.{old} → {new}")
    for key, changed in fit.categories.items():
        for old, new in changed.items():
            if old in there.code_list(key).by_key:
                remarks.add(Remark.KEY_TAKEN, f"{old} → {new}")
    annotations = tuple(_called(each, project.codebook, fit) for each in project.annotations)
    memos = tuple(_about(each, fit) for each in project.memos)
    told = remarks.told()
    return replace(
        project, codebook=fit.codebook, annotations=annotations, memos=memos, remarks=told
    )


def _about(memo: ForeignMemo, fit: Fitted) -> ForeignMemo:
    if memo.kind != "category":
        return memo
    key, category = memo.subject
    return replace(memo, subject=(key, fit.categories.get(key, {}).get(category, category)))


def _called(annotation: ForeignAnnotation, book: Codebook, fit: Fitted) -> ForeignAnnotation:
    layer = annotation.layer
    values = {
        fit.variables.get((layer, key), key): _meant(book.layer(layer).variable(key), own, fit)
        for key, own in annotation.values.items()
    }
    return replace(annotation, layer=fit.layers.get(layer, layer), values=values)


def _meant(
    variable: Variable, scalars: tuple[ForeignScalar, ...], fit: Fitted
) -> tuple[ForeignScalar, ...]:
    """Return values by the keys that their categories will have."""
    changed = fit.categories.get(variable.code_list or "")
    if not changed:
        return scalars
    return tuple(changed.get(e, e) if isinstance(e, str) else e for e in scalars)


def _with_names(project: ForeignProject, importer: str) -> ForeignProject:
    """Return the project with coders as they are kept, and none that do nothing."""
    names = {NOBODY: importer}
    for each in (*project.annotations, *project.statuses, *project.memos):
        if each.coder not in names:
            names[each.coder] = _name(each.coder, importer)
    return replace(
        project,
        coders=tuple(dict.fromkeys(names[each] for each in _busy(project))),
        annotations=tuple(replace(e, coder=names[e.coder]) for e in project.annotations),
        statuses=tuple(replace(e, coder=names[e.coder]) for e in project.statuses),
        memos=tuple(replace(e, coder=names[e.coder]) for e in project.memos),
    )


def _name(name: str, importer: str) -> str:
    try:
        return checked_name(name)
    except Refusal:
        return importer


def _busy(project: ForeignProject) -> Iterator[str]:
    """Yield who has done anything, in the order in which the file names them."""
    known = dict.fromkeys(project.coders)
    busy = dict.fromkeys(
        each.coder for each in (*project.annotations, *project.statuses, *project.memos)
    )
    yield from (each for each in known if each in busy)
    yield from (each for each in busy if each not in known)


# --- what is there --------------------------------------------------------------


def _articles_there(there: There, articles: Sequence[ForeignArticle]) -> Mapping[str, int]:
    """Return the articles that have a text of the file: each for one of the file's at most."""
    left = {
        text: list(ids) for text, ids in there.articles_with(each.text for each in articles).items()
    }
    found: dict[str, int] = {}
    for each in articles:
        if left.get(each.text):
            found[each.key] = left[each.text].pop(0)
    return found


def _same(
    there: There,
    codebook: Codebook,
    project: ForeignProject,
    articles: Mapping[str, int],
    coders: Mapping[str, int],
) -> Mapping[int, int]:
    """Return the annotations that are there already, each for one of the project at most."""
    known: defaultdict[Hashable, list[int]] = defaultdict(list)
    for article in articles.values():
        for each in there.annotations_of(article):
            known[_content_there(codebook, each)].append(each.id)
    same: dict[int, int] = {}
    for place, each in enumerate(project.annotations):
        if each.article in articles and each.coder in coders:
            content = _content(codebook, articles, coders, each)
            if known[content]:
                same[place] = known[content].pop(0)
    return same


def _content_there(codebook: Codebook, annotation: Annotation) -> Hashable:
    layer = codebook.layer(annotation.layer)
    place = annotation.span or annotation.quote
    said = _without_links(layer, annotation.values)
    about = (annotation.article, annotation.coder, annotation.layer, place)
    return (*about, said, annotation.memo, annotation.certainty)


def _content(
    codebook: Codebook,
    articles: Mapping[str, int],
    coders: Mapping[str, int],
    annotation: ForeignAnnotation,
) -> Hashable:
    layer = codebook.layer(annotation.layer)
    place = annotation.span or annotation.quote
    said = _without_links(layer, annotation.values)
    about = (articles[annotation.article], coders[annotation.coder], annotation.layer, place)
    return (*about, said, annotation.memo, annotation.certainty)


def _without_links(layer: Layer, values: Mapping[str, object]) -> frozenset[tuple[str, object]]:
    """Return what values say, links apart, which go by ids that differ."""
    return frozenset(
        (key, own) for key, own in values.items() if layer.variable(key).kind is not Kind.LINK
    )
