"""Projects of ours for the tests of the formats, and what comes back of them in plain tuples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.app.world import CODEBOOK
from tests.domain.strategies import article_text, codebooks, dates, means_itself, storable
from workbench.domain.annotation import Certainty, Coder
from workbench.domain.article import Note, Status
from workbench.domain.codebook import Codebook, Kind, Layer, Scope, Variable
from workbench.domain.coded import (
    AnnotationRow,
    Bibliography,
    CodedArticle,
    CodedMemo,
    CodedValue,
)
from workbench.domain.text import canonical
from workbench.domain.values import Missing, Scalar
from workbench.exchange.project.leaving import Leaving
from workbench.exchange.project.model import ForeignProject

CODERS = {7: Coder(7, "p7", "甲 & <乙>"), 8: Coder(8, "p8", "😀")}
TIME = "2025-03-04T05:06:07.089Z"
_FIELDS = (
    *("title", "source", "author", "url"),
    *("language", "script", "genre", "file_name"),
)
#: Text as values and memos hold it: with LF line ends.
line_fed = storable.map(lambda text: text.replace("\r", "\n"))
texts = article_text.map(lambda text: canonical(text.replace("\0", "")))


@st.composite
def leavings(draw: st.DrawFn) -> Leaving:
    """Give projects with overlaps, rare characters, and all kinds of layers and values."""
    codebook = draw(st.just(CODEBOOK) | codebooks())
    notes = {f"a{n}": draw(st.lists(_notes(), max_size=2)) for n in range(3)}
    count = draw(st.sampled_from([1, 2, 0]))
    articles = [draw(_articles(codebook, number)) for number in range(count)]
    memos = draw(_all_memos(codebook, count))
    language = draw(st.sampled_from(["zh", "en"]))
    return Leaving(
        draw(storable), codebook, CODERS, lambda: articles, lambda uid: notes[uid], memos, language
    )


def _notes() -> st.SearchStrategy[Note]:
    kinds = st.sampled_from(["footnote", "caption"])
    return st.builds(Note, kinds, storable, line_fed, st.none() | st.integers(0, 9))


@st.composite
def _all_memos(draw: st.DrawFn, codebook: Codebook, articles: int) -> tuple[CodedMemo, ...]:
    return tuple(draw(_memos(codebook, n, articles)) for n in range(draw(st.integers(0, 3))))


@st.composite
def _memos(draw: st.DrawFn, codebook: Codebook, number: int, articles: int) -> CodedMemo:
    subjects: list[tuple[str | None, str | None, str | None]] = [(None, None, None)]
    subjects += [(f"a{n}", None, None) for n in range(articles)]
    subjects += [(None, e.key, own.key) for e in codebook.code_lists for own in e.categories]
    article, code_list, category = draw(st.sampled_from(subjects))
    text = draw(line_fed.filter(str.strip))
    return CodedMemo(
        f"m{number}", "p7", CODERS[7].name, article, code_list, category, "", text, TIME, TIME
    )


@st.composite
def _articles(draw: st.DrawFn, codebook: Codebook, number: int) -> CodedArticle:
    text = draw(texts)
    fields = {name: draw(storable) for name in _FIELDS}
    fields["published"] = draw(st.sampled_from(["", "2025", "2025-03-04", "2024/2025"]))
    same_as = "a0" if number and draw(st.booleans()) else ""
    about = Bibliography(
        uid=f"a{number}", same_as=same_as, imported=TIME, original_sha256="", **fields
    )
    rows: list[AnnotationRow] = []
    values: dict[int, list[CodedValue]] = {}
    once: set[tuple[str, int]] = set()
    for place in range(draw(st.integers(1, 5)) if codebook.layers else 0):
        layer, coder = draw(st.sampled_from(codebook.layers)), draw(st.sampled_from([7, 8]))
        if layer.scope is Scope.ARTICLE and (layer.key, coder) in once:
            continue
        once.add((layer.key, coder))
        row = draw(_rows(text, layer.key, layer.scope, place, number, coder))
        uids = [each[1] for each in rows if each[2] == coder]
        values[place] = draw(_values(codebook, layer, uids))
        rows.append(row)
    statuses = draw(st.dictionaries(st.sampled_from([7, 8]), st.sampled_from(Status)))
    return CodedArticle(about, text, statuses, rows, values)


@st.composite
def _rows(
    draw: st.DrawFn, text: str, layer: str, scope: Scope, place: int, number: int, coder: int
) -> AnnotationRow:
    start = end = None
    quote = ""
    if scope is Scope.SPAN and text and draw(st.integers(0, 4)):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        quote = text[start:end]
    elif scope is Scope.SPAN:
        quote = draw(storable.filter(bool))
    certainty, memo = draw(st.sampled_from(Certainty)).value, draw(line_fed)
    uid = f"n{number}x{place}"
    return (place, uid, coder, layer, start, end, quote, certainty, memo, TIME, TIME)


@st.composite
def _values(draw: st.DrawFn, codebook: Codebook, layer: Layer, uids: list[str]) -> list[CodedValue]:
    found: list[CodedValue] = []
    for variable in layer.variables:
        scalars = draw(_scalars(codebook, variable, uids))
        if scalars:
            found.append((variable.key, tuple(scalars)))
    return found


def _scalars(
    codebook: Codebook, variable: Variable, uids: list[str]
) -> st.SearchStrategy[Sequence[Scalar]]:
    missing = st.sampled_from([Missing.NOT_APPLICABLE, Missing.UNDECIDABLE]).map(lambda m: [m])
    categories = codebook.code_list(variable.code_list).categories if variable.code_list else ()
    kinds: Mapping[Kind, st.SearchStrategy[Any]] = {
        Kind.CATEGORY: st.sampled_from([e.key for e in categories]) if categories else st.nothing(),
        Kind.INTEGER: st.integers(-(2**53), 2**53).filter(means_itself),
        Kind.REAL: st.floats(allow_nan=False, allow_infinity=False).filter(means_itself),
        Kind.BOOLEAN: st.booleans(),
        Kind.DATE: dates(),
        Kind.TEXT: line_fed.filter(bool),
        Kind.LINK: st.sampled_from(uids) if uids else st.nothing(),
    }
    one = kinds[variable.kind]
    most = 3 if variable.several else 1
    several = st.just([]) if one.is_empty else st.lists(one, max_size=most, unique=True)
    return st.one_of(several, missing)


class Plain(NamedTuple):
    """What is the same before and after: as tuples that can be compared."""

    codebook: Codebook
    articles: list[Any]
    annotations: list[Any]
    statuses: list[Any]
    memos: list[Any]


def plain_leaving(leaving: Leaving) -> Plain:
    """Return what leaves."""
    articles, annotations, statuses = list[Any](), list[Any](), list[Any]()
    numbers = {each.bibliography.uid: n for n, each in enumerate(leaving.articles())}
    for number, coded in enumerate(leaving.articles()):
        about = coded.bibliography
        articles.append(
            (
                *(coded.text, about.title, tuple(leaving.notes(about.uid)), about.source),
                *(about.author, about.published, about.url, about.language, about.script),
                *(about.genre, about.file_name, numbers.get(about.same_as)),
            )
        )
        for row in coded.annotations:
            values = {
                key: tuple(_named(leaving, row[3], key, each) for each in own)
                for key, own in coded.values.get(row[0], ())
            }
            annotations.append(
                (
                    *(number, row[3], row[4], row[5], row[6], sorted(values.items())),
                    *(leaving.coders[row[2]].name, row[8], row[7], row[9], row[10]),
                )
            )
        statuses += [
            (number, leaving.coders[coder].name, status)
            for coder, status in coded.statuses.items()
            if status is not Status.NOT_STARTED
        ]
    memos = [
        (numbers.get(each.article or ""), each.code_list, each.category, each.text, each.coder)
        for each in leaving.memos
    ]
    return Plain(
        leaving.codebook, articles, _sorted(annotations), _sorted(statuses), _sorted(memos)
    )


def _named(leaving: Leaving, layer: str, key: str, scalar: Scalar) -> object:
    """Return a value; that of a link by the place that it leads to."""
    if leaving.codebook.layer(layer).variable(key).kind is not Kind.LINK:
        return scalar
    if isinstance(scalar, Missing):
        return scalar
    rows = (row for coded in leaving.articles() for row in coded.annotations)
    return next((row[3], row[4], row[5], row[6]) for row in rows if row[1] == scalar)


def plain_found(found: ForeignProject) -> Plain:
    """Return what came back."""
    numbers = {each.key: n for n, each in enumerate(found.articles)}
    places = {
        e.key: (e.layer, e.span and e.span.start, e.span and e.span.end, e.quote)
        for e in found.annotations
    }
    articles = [
        (
            *(each.text, each.title, each.notes, each.source, each.author, each.published),
            *(each.url, each.language, each.script, each.genre, each.file_name),
            numbers.get(each.same_as),
        )
        for each in found.articles
    ]
    annotations = [
        (
            *(numbers[each.article], each.layer, each.span and each.span.start),
            *(each.span and each.span.end, each.quote),
            sorted(
                (key, _linked(found, each.layer, key, own, places))
                for key, own in each.values.items()
            ),
            *(each.coder, each.memo, each.certainty.value, each.created, each.modified),
        )
        for each in found.annotations
    ]
    statuses = [(numbers[each.article], each.coder, each.status) for each in found.statuses]
    memos = [
        (
            numbers[each.subject[0]] if each.kind == "article" else None,
            *((each.subject[0], each.subject[1]) if each.kind == "category" else (None, None)),
            *(each.text, each.coder),
        )
        for each in found.memos
    ]
    rows = map(_sorted, (annotations, statuses, memos))
    return Plain(found.codebook, articles, *rows)


def _linked(
    found: ForeignProject, layer: str, key: str, own: tuple[Any, ...], places: Mapping[str, Any]
) -> tuple[object, ...]:
    if found.codebook.layer(layer).variable(key).kind is not Kind.LINK:
        return own
    return tuple(each if isinstance(each, Missing) else places[each] for each in own)


def _sorted(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=repr)
