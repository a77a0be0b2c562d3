"""Coded articles with everything that a document must hold, and hypothesis's own."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from tests.app.world import CODEBOOK, TEXT
from tests.dataset.world import annotation, coded
from workbench.domain.article import Status
from workbench.domain.codebook import Codebook, Kind, Layer, Scope, Variable, Words
from workbench.domain.coded import CodedArticle
from workbench.domain.text import Span
from workbench.domain.values import Missing
from workbench.exchange.project.model import ForeignAnnotation

CODERS = {1: "甲", 2: "=乙"}
#: Variables whose names UIMA has taken.
BOOK: Codebook = replace(
    CODEBOOK,
    layers=(
        *CODEBOOK.layers,
        Layer(
            "taken",
            Words("占用", "taken"),
            Scope.SPAN,
            tuple(
                Variable(key, Kind.TEXT, Words(key))
                for key in ("begin", "sofa", "type", "v_begin", "pizhu_uid")
            ),
        ),
    ),
)
FULL = (
    annotation("n1", "stance", {
        "holder": ("TOWN",), "position": ("p1",), "sources": ("FIRM", "MAYOR"),
        "share": (0.1,), "rank": (2**40,), "sure": (True,), "when": ("2025-10/2025-11",),
        "reason": ("一\n二 <\"'&> \\ ;|_*[x]->\t尾😀",), "because": ("n2", "n3"), "after": ("n2",),
    }, start=2, end=9, quote=TEXT[2:9], memo="备注\n两行", certainty="unsure"),
    annotation("n2", "stance", {
        "holder": (Missing.NOT_APPLICABLE,), "sources": (Missing.UNDECIDABLE,),
        "share": (Missing.UNDECIDABLE,), "sure": (False,),
    }, start=2, end=3, quote=TEXT[2:3]),
    annotation("n3", "actor", {"actor": ("GONE",), "named": (Missing.UNDECIDABLE,)},
               start=0, end=len(TEXT), quote=TEXT),
    annotation("n4", "actor", start=5, end=6, quote=TEXT[5:6]),
    annotation("n5", "actor", {"actor": ("TOWN",)}, start=None, end=None, quote="没有了的话"),
    annotation("n6", "article", {"genre": ("评论",), "score": (-3,)}),
    annotation("n7", "taken", {"begin": ("一",), "sofa": ("二",), "type": ("三",),
                               "v_begin": ("四",), "pizhu_uid": ("五",)}),
)  # fmt: skip
ARTICLE = coded(*FULL, statuses={1: Status.DONE})


def words(text: str) -> list[Span]:
    """Cut a text into words of one to three characters, as a segmenter would; they tile it."""
    chance, found, start = random.Random(len(text)), list[Span](), 0
    while start < len(text):
        end = min(len(text), start + chance.randint(1, 3))
        found.append(Span(start, end))
        start = end
    return found


def expected(article: CodedArticle, coder: int = 1) -> dict[str, ForeignAnnotation]:
    """Return what an article's annotations are as those of a foreign project, by uid."""
    return {
        row[1]: ForeignAnnotation(
            article.bibliography.uid,
            row[3],
            None if row[4] is None or row[5] is None else Span(row[4], row[5]),
            row[6],
            dict(article.values.get(row[0], ())),
            CODERS[coder],
            row[1],
            row[8],
            certainty=_certainty(row[7]),
            created=row[9],
            modified=row[10],
        )
        for row in article.annotations
        if row[2] == coder
    }


def _certainty(told: str) -> Any:
    from workbench.domain.annotation import Certainty

    return Certainty(told)


TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs",), exclude_characters="\0\r"),
        st.sampled_from("中文，。\n 😀𠮷e\u0301\\[]|_*;\t\u2028\u3000"),
    ),
    min_size=1,
    max_size=60,
).filter(lambda text: bool(text.strip()) and not text.startswith("\ufeff"))


@st.composite
def articles(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> CodedArticle:
    """Return an article with annotations anywhere, on top of each other."""
    text = draw(texts)
    places = st.integers(0, len(text) - 1)
    made: list[Any] = []
    for number in range(draw(st.integers(0, 8))):
        start = draw(places)
        end = draw(st.integers(start + 1, len(text)))
        layer = draw(st.sampled_from(["stance", "actor", "taken"]))
        values = draw(_VALUES[layer])
        made.append(
            annotation(f"n{number}", layer, values, start=start, end=end, quote=text[start:end])
        )
    return coded(*made, text=text)


def _some(**values: st.SearchStrategy[Sequence[Any]]) -> st.SearchStrategy[Mapping[str, Any]]:
    return st.fixed_dictionaries(
        {}, optional={key: each.map(tuple) for key, each in values.items()}
    )


def _one(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Sequence[Any]]:
    missing = st.sampled_from([Missing.NOT_APPLICABLE, Missing.UNDECIDABLE])
    return st.one_of(values, missing).map(lambda value: (value,))


_ACTOR = st.sampled_from(["TOWN", "FIRM", "MAYOR", "GONE"])
_VALUES = {
    "stance": _some(
        holder=_one(_ACTOR),
        sources=st.lists(_ACTOR, min_size=1, max_size=3, unique=True),
        share=_one(st.floats(-10, 10)),
        rank=_one(st.integers(0, 2**50)),
        sure=_one(st.booleans()),
        reason=_one(TEXTS),
    ),
    "actor": _some(actor=_one(_ACTOR), named=_one(st.booleans())),
    "taken": _some(begin=_one(TEXTS)),
}
