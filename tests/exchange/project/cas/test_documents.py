"""Articles as documents of UIMA: back they are what they were; dkpro-cassis reads the same."""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Callable
from typing import Any

import cassis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.project.cas.coded_articles import (
    ARTICLE,
    BOOK,
    CODERS,
    TEXTS,
    articles,
    expected,
    words,
)
from workbench.domain.article import Status
from workbench.domain.coded import CodedArticle
from workbench.domain.text import Span
from workbench.exchange.project.cas import names
from workbench.exchange.project.cas.as_json import read_json, write_json
from workbench.exchange.project.cas.back import Named, project_of
from workbench.exchange.project.cas.model import (
    ANNOTATION,
    CasType,
    Document,
    Structure,
    by_name,
)
from workbench.exchange.project.cas.out import Documents, coders_of, segmented
from workbench.exchange.project.cas.xmi import holds, read_types, read_xmi, write_types, write_xmi
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.model import ForeignProject
from workbench.exchange.project.settling import settled


def as_xmi(document: Document) -> Document:
    types = read_types(write_types(document.types), "a")
    return read_xmi(write_xmi(document), types, "a")


def as_json(document: Document) -> Document:
    return read_json(write_json(document), "a")


WAYS = [pytest.param(as_xmi, id="xmi"), pytest.param(as_json, id="json")]
Way = Callable[[Document], Document]


def document(article: CodedArticle, coder: int | None = 1) -> Document:
    parts = segmented(article.text, words)
    return Documents(BOOK, CODERS).document(article, coder, parts)


def back(way: Way, *made: Document, codebook: bool = False) -> ForeignProject:
    documents = [Named(f"d{n}", way(each)) for n, each in enumerate(made)]
    book = BOOK if codebook else None
    return settled(project_of(ProjectFormat.XMI, "a", documents, book, "a.xmi"))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("codebook", [True, False])
def test_everything_comes_back(way: Way, codebook: bool) -> None:
    found = back(way, document(ARTICLE), document(ARTICLE, 2), codebook=codebook)
    assert {each.key: each for each in found.annotations} == expected(ARTICLE)
    assert found.remarks == ()
    assert found.coders == ("甲", "=乙")
    assert [(each.coder, each.status) for each in found.statuses] == [("甲", Status.DONE)]
    (article,) = found.articles
    about = ARTICLE.bibliography
    for key in names.BIBLIOGRAPHY[1:]:
        assert getattr(article, key) == getattr(about, key)
    if codebook:
        assert found.codebook == BOOK
    assert [each.key for each in found.codebook.layers] == [each.key for each in BOOK.layers]


@pytest.mark.parametrize("way", WAYS)
@given(data=st.data())
def test_any_article_comes_back(way: Way, data: st.DataObject) -> None:
    texts = TEXTS.filter(holds)
    article = data.draw(articles(texts))
    for row in article.annotations:
        for _, scalars in article.values.get(row[0], ()):
            if not all(holds(str(each)) for each in scalars):
                return
    found = back(way, document(article))
    assert {each.key: each for each in found.annotations} == expected(article)


@given(TEXTS)
def test_tokens_lie_in_sentences_and_hold_no_white_space(text: str) -> None:
    parts = segmented(text, words)
    for token in parts.tokens:
        assert any(s.start <= token.start < token.end <= s.end for s in parts.sentences)
    covered = {n for token in parts.tokens for n in range(token.start, token.end)}
    assert all(n in covered for n, sign in enumerate(text) if not sign.isspace())


def _loaded(data: bytes, kind: str) -> Any:
    loader: Any = cassis
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        if kind == "json":
            return loader.load_cas_from_json(io.BytesIO(data))
        types = loader.load_typesystem(io.BytesIO(write_types(names.types_of(BOOK))))
        return loader.load_cas_from_xmi(io.BytesIO(data), typesystem=types)


@pytest.mark.parametrize(("kind", "write"), [("xmi", write_xmi), ("json", write_json)])
def test_cassis_reads_the_same(kind: str, write: Callable[[Document], bytes]) -> None:
    made = document(ARTICLE)
    cas = _loaded(write(made), kind)
    assert cas.sofa_string == ARTICLE.text
    (stance, other) = cas.select(names.type_of("stance"))
    if stance.pizhu_uid == "n2":
        stance, other = other, stance
    assert (stance.begin, stance.end, stance.holder, stance.share) == (2, 9, "TOWN", 0.1)
    assert stance.sources.elements == ["FIRM", "MAYOR"]
    assert stance.reason == dict(ARTICLE.values[0])["reason"][0]
    assert (stance.rank, stance.sure) == (2**40, True)
    assert [each.pizhu_uid for each in stance.because.elements] == ["n2", "n3"]
    assert stance.after is other
    assert [each.get_covered_text() for each in cas.select(names.type_of("actor"))][:1] != []
    tokens = cas.select(names.TOKEN)
    assert [Span(each.begin, each.end) for each in tokens] == list(
        segmented(ARTICLE.text, words).tokens
    )
    sentences = cas.select(names.SENTENCE)
    assert "".join(each.get_covered_text() for each in sentences).replace("\n", "") == (
        ARTICLE.text.replace("\n", "")
    )


@pytest.mark.parametrize(("kind", "write"), [("xmi", write_xmi), ("json", write_json)])
def test_what_cassis_writes_comes_back(kind: str, write: Callable[[Document], bytes]) -> None:
    cas = _loaded(write(document(ARTICLE)), kind)
    if kind == "json":
        again = read_json(cas.to_json().encode(), "a")
    else:
        types = read_types(cas.typesystem.to_xml().encode(), "a")
        again = read_xmi(cas.to_xmi().encode(), types, "a")
    found = settled(project_of(ProjectFormat.XMI, "a", [Named("d", again)], None, "a"))
    assert {each.key: each for each in found.annotations} == expected(ARTICLE)


def test_a_character_that_xml_cannot_hold_keeps_its_place() -> None:
    article = ARTICLE._replace(text="甲\x0b乙", annotations=())
    read = as_xmi(document(article))
    assert read.text == "甲\ufffd乙"
    assert as_json(document(article)).text == "甲\x0b乙"


def test_the_same_article_gives_the_same_bytes() -> None:
    for write in (write_xmi, write_json):
        assert write(document(ARTICLE)) == write(document(ARTICLE))


def test_who_has_worked_on_an_article() -> None:
    assert coders_of(ARTICLE) == [1]
    assert coders_of(ARTICLE._replace(annotations=(), statuses={})) == []
    nobody = document(ARTICLE, None)
    assert json.loads(write_json(nobody))["%VIEWS"]
    assert back(as_json, nobody).annotations == ()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", ["\ufeff\ufeff一\r\n二😀三\r四", "一\r\n二😀三\r四"])
def test_what_our_text_does_not_keep_moves_no_annotation(way: Way, text: str) -> None:
    names_ = ("二", "😀", "三\r四", text[: text.index("二")])
    marks = [
        Structure(n, "webanno.custom.X", text.index(each), text.index(each) + len(each))
        for n, each in enumerate(names_, 10)
    ]
    types = by_name([CasType("webanno.custom.X", ANNOTATION)])
    found = back(way, Document(text, types, tuple(marks)))
    assert found.articles[0].text == "一\n二😀三\n四"
    assert [each.quote for each in found.annotations] == ["二", "😀", "三\n四", "一\n"]
