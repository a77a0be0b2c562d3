from __future__ import annotations

import hashlib
import random
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from typing import NamedTuple

import pytest

from tests.store.world import TEXT, TIME, World, new_article, open_again
from workbench.domain.annotation import Annotation
from workbench.domain.article import Status
from workbench.domain.codebook import Kind
from workbench.domain.coded import CodedArticle, Share
from workbench.domain.text import Span
from workbench.domain.values import Missing, Scalar, Values
from workbench.store import streams
from workbench.store.annotations import annotations_of
from workbench.store.articles import insert_articles, set_status
from workbench.store.errors import RowsDamaged


def _read(world: World) -> list[CodedArticle]:
    with world.project.database.reading() as connection:
        return list(streams.coded_articles(connection, world.stored))


class Read(NamedTuple):
    """An annotation as it was read, with its values."""

    uid: str
    coder: int
    layer: str
    start: int | None
    end: int | None
    quote: str
    certainty: str
    memo: str
    created: str
    modified: str
    values: dict[str, tuple[Scalar, ...]]


def _annotations(article: CodedArticle) -> list[Read]:
    return [
        Read._make((*row[1:], dict(article.values.get(row[0], ())))) for row in article.annotations
    ]


def _only(world: World) -> CodedArticle:
    (article,) = _read(world)
    return article


def test_articles_come_with_their_bibliography(world: World) -> None:
    world.add_article()
    article = _only(world)
    assert article.text == TEXT
    about = article.bibliography
    assert about[1:-1] == (
        *("标题", "某报", "某人", "2025-11-03", "https://example.org/1", "zh"),
        *("", "", "", "标题.txt", TIME),
    )
    assert about.original_sha256 == hashlib.sha256(b"head\n" + TEXT.encode()).hexdigest()
    assert article.statuses == {}
    assert list(article.annotations) == []


def test_a_rendering_names_the_article_that_it_is_of(world: World) -> None:
    first = world.add_article()
    with world.gate() as gate:
        insert_articles(gate, world.ids, [replace(new_article(), same_as=first)], TIME)
    one, two = (each.bibliography for each in _read(world))
    assert (one.same_as, two.same_as) == ("", one.uid)


def test_statuses_are_by_coder(world: World) -> None:
    first, second = world.add_article(), world.add_article()
    with world.gate() as gate:
        set_status(gate, first, world.one, Status.DONE, TIME)
        set_status(gate, first, world.two, Status.IN_DOUBT, TIME)
        set_status(gate, second, world.two, Status.IN_PROGRESS, TIME)
    assert [each.statuses for each in _read(world)] == [
        {world.one: Status.DONE, world.two: Status.IN_DOUBT},
        {world.two: Status.IN_PROGRESS},
    ]


def test_shares_are_by_layer_coder_and_status(world: World) -> None:
    first, second = world.add_article(), world.add_article()
    for article in (first, second, second):
        world.mark(article, layer="plain")
    world.mark(second, layer="article", span=None, quote="", coder=world.two)
    with world.gate() as gate:
        set_status(gate, second, world.one, Status.DONE, TIME)
    with world.project.database.reading() as connection:
        shares = streams.count_shares(connection)
    assert sorted(shares) == [
        Share("article", world.two, Status.NOT_STARTED, 1),
        Share("plain", world.one, Status.DONE, 2),
        Share("plain", world.one, Status.NOT_STARTED, 1),
    ]


def test_values_of_every_kind(world: World) -> None:
    article = world.add_article()
    other = world.mark(article, layer="plain", span=Span(8, 10), quote=TEXT[8:10])
    values: dict[str, tuple[Scalar, ...]] = {
        "state": ("A",),
        "states": ("B", "A"),
        "side": (Missing.NOT_APPLICABLE,),
        "count": (-97,),
        "share": (2.0,),
        "sure": (False,),
        "day": ("2025-08",),
        "words": ("", "二"),
        "reasons": (other,),
    }
    world.mark(article, values)
    first, second = _annotations(_only(world))
    assert (first.layer, second.layer, second.values) == ("every", "plain", {})
    read = first.values
    assert read == {**values, "reasons": (second.uid,)}
    (share, sure, count) = (read[key][0] for key in ("share", "sure", "count"))
    assert (type(share), type(sure), type(count)) == (float, bool, int)
    assert read["side"][0] is Missing.NOT_APPLICABLE


def test_text_order_is_place_then_layer_then_uid(world: World) -> None:
    article = world.add_article()
    spans = [Span(3, 5), Span(0, 5), Span(0, 2), Span(0, 2)]
    for layer, span in zip(("every", "plain", "plain", "every"), spans, strict=True):
        world.mark(article, layer=layer, span=span, quote=TEXT[span.start : span.end])
    world.mark(article, layer="every", span=Span(0, 2), quote=TEXT[:2], coder=world.two)
    world.mark(article, layer="article", span=None, quote="")
    read = [(row.layer, row.start, row.end) for row in _annotations(_only(world))]
    assert read == [
        ("article", None, None),
        ("every", 0, 2),
        ("every", 0, 2),
        ("plain", 0, 2),
        ("plain", 0, 5),
        ("every", 3, 5),
    ]
    uids = [row.uid for row in _annotations(_only(world))]
    assert uids[1] < uids[2]


def test_links_across_batches_are_found(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "BATCH_ARTICLES", 1)
    first, second = world.add_article(), world.add_article()
    target = world.mark(second, layer="plain")
    world.mark(first, {"reasons": (target,)})
    (one, two) = _read(world)
    assert _annotations(one)[0].values["reasons"] == (_annotations(two)[0].uid,)


# --- as the rest of the store reads it ---------------------------------------

_SCALARS: Mapping[Kind, tuple[Scalar, ...]] = {
    Kind.INTEGER: (0, -3),
    Kind.REAL: (0.5, -1.0),
    Kind.BOOLEAN: (True, False),
    Kind.DATE: ("2025", "2025-08-01/2025-09"),
    Kind.TEXT: ("", "甲，\n乙", "=1"),
}


def _any_values(chance: random.Random, world: World, known: list[int]) -> Values:
    codebook = world.stored.codebook
    values: dict[str, tuple[Scalar, ...]] = {}
    for variable in codebook.layer("every").variables:
        choice: tuple[Scalar, ...] = _SCALARS.get(variable.kind, tuple(known))
        if variable.code_list:
            choice = tuple(codebook.code_list(variable.code_list).by_key)
        if choice and chance.random() < 0.5:
            several = min(len(choice), 2) if variable.several else 1
            values[variable.key] = tuple(chance.sample(choice, several))
        elif chance.random() < 0.2:
            values[variable.key] = (Missing.UNDECIDABLE,)
    return values


def _fill(world: World, chance: random.Random) -> list[int]:
    articles = [world.add_article() for _ in range(4)]
    known: list[int] = []
    for number in range(40):
        start = chance.randrange(len(TEXT) - 4)
        span = Span(start, start + chance.randint(1, 4))
        layer = chance.choice(["every", "every", "plain"])
        values = _any_values(chance, world, known) if layer == "every" else {}
        made = world.mark(
            articles[0] if number < 20 else chance.choice(articles[1:3]),
            values,
            layer=layer,
            span=span,
            quote=TEXT[span.start : span.end],
            coder=chance.choice([world.one, world.two]),
            memo=chance.choice(["", "备注"]),
        )
        known.append(made)
    return articles


def _as_read(each: Annotation, uids: Mapping[int, str], links: set[str]) -> Read:
    values = {
        key: tuple(_uid(value, uids) if key in links else value for value in scalars)
        for key, scalars in each.values.items()
    }
    start, end = (each.span.start, each.span.end) if each.span else (None, None)
    return Read(
        *(each.uid, each.coder, each.layer, start, end, each.quote, each.certainty.value),
        *(each.memo, each.created, each.modified, values),
    )


def _uid(value: Scalar, uids: Mapping[int, str]) -> Scalar:
    return value if isinstance(value, Missing) else uids[int(value)]


@pytest.mark.parametrize(("annotations", "articles"), [(500, 100), (1, 100), (7, 100), (500, 2)])
def test_it_is_what_the_store_reads_otherwise(
    world: World, monkeypatch: pytest.MonkeyPatch, annotations: int, articles: int
) -> None:
    monkeypatch.setattr(streams, "BATCH_ANNOTATIONS", annotations)
    monkeypatch.setattr(streams, "BATCH_ARTICLES", articles)
    ids = _fill(world, random.Random(annotations))
    expected = [world.read(annotations_of, world.stored, id_, None) for id_ in ids]
    uids = {each.id: each.uid for rows in expected for each in rows}
    streamed = _read(world)
    assert world.read(streams.count_annotations) == len(uids) == 40
    for article, rows in zip(streamed, expected, strict=True):
        wanted = [_as_read(each, uids, {"reasons"}) for each in rows]
        read = _annotations(article)
        assert sorted(read, key=_by_uid) == sorted(wanted, key=_by_uid)
        assert [list(each.values) for each in sorted(read, key=_by_uid)] == [
            list(each.values) for each in sorted(wanted, key=_by_uid)
        ]


def _by_uid(each: Read) -> str:
    return each.uid


def test_it_sees_one_state_of_the_project(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "BATCH_ARTICLES", 1)
    first, second = world.add_article(), world.add_article()
    world.mark(first)
    with world.project.database.reading() as connection:
        articles = streams.coded_articles(connection, world.stored)
        assert len(next(articles).annotations) == 1
        world.mark(second)
        assert len(next(articles).annotations) == 0
    assert len(_read(world)[1].annotations) == 1


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE annotation SET quote = '别的'", "the quote of"),
        ("UPDATE annotation SET start = 'x'", "annotation"),
        ("UPDATE annotation SET layer_id = 999999", "its layer is missing"),
        ("UPDATE article_status SET status = ''", "article_status"),
    ],
)
def test_what_does_not_fit_its_text_is_not_passed_on(world: World, damage: str, told: str) -> None:
    article = world.add_article()
    world.mark(article)
    with world.gate() as gate:
        set_status(gate, article, world.one, Status.DONE, TIME)
    world.project.close()
    with closing(sqlite3.connect(world.path, isolation_level=None)) as raw:
        raw.execute(damage)
    with (
        open_again(world.path) as project,
        project.database.reading() as connection,
        pytest.raises(RowsDamaged, match=told),
    ):
        list(streams.coded_articles(connection, world.stored))
