"""Coded articles made by hand, for the tests of what is written of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from tests.app.world import CODEBOOK, TEXT
from workbench.app.projects import starter_codebook
from workbench.dataset.choice import ExportChoice
from workbench.dataset.export import ExportReport, Means, write_dataset
from workbench.domain.article import Status
from workbench.domain.codebook import Attribute, Category, Codebook, Kind, Words
from workbench.domain.coded import Bibliography, CodedArticle
from workbench.domain.values import Missing, Scalar

CODERS = {1: "甲", 2: "=乙"}
TIME = "2026-01-02T03:04:05.678Z"

#: The small codebook with a group of two actors and a mechanism of the same two.
WITH_GROUPS = replace(
    CODEBOOK,
    code_lists=(
        replace(
            CODEBOOK.code_list("actors"),
            attributes=(Attribute("type", Kind.TEXT, Words("类型", "type")),),
            categories=(
                *CODEBOOK.code_list("actors").categories,
                Category("BOTH", 5, Words("镇与商会", "both"), members=("TOWN", "FIRM")),
                Category(
                    "BOARD",
                    6,
                    Words("镇商联席会", "the board"),
                    members=("TOWN", "FIRM"),
                    attributes={"type": "minilateral"},
                ),
            ),
        ),
        CODEBOOK.code_list("positions"),
    ),
)

_STARTER = starter_codebook()
#: The starter codebook with three questions, of which two are settled.
WITH_QUESTIONS = replace(
    _STARTER,
    code_lists=tuple(
        replace(
            each,
            categories=tuple(
                Category(
                    key,
                    number,
                    Words(f"会{key}吗", f"{key}?"),
                    attributes={"horizon": "2026-01", "outcome": outcome},
                )
                for number, (key, outcome) in enumerate(
                    [("RAIN", "yes"), ("SNOW", "no"), ("WIND", "open")], 1
                )
            ),
        )
        if each.key == "questions"
        else each
        for each in _STARTER.code_lists
    ),
)

Values = Mapping[str, tuple[Scalar, ...]]


class Made(NamedTuple):
    """An annotation with its values, before it lies in an article."""

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
    values: Values


def annotation(uid: str, layer: str, values: Values | None = None, **changes: Any) -> Made:
    """Return an annotation of the first four characters by the first coder."""
    made = Made(
        *(uid, 1, layer, 0, 4, TEXT[:4]),
        *("sure", "", TIME, TIME, values or {}),
    )
    if layer == "article":
        made = made._replace(start=None, end=None, quote="")
    return made._replace(**changes)


def coded(
    *annotations: Made,
    uid: str = "a1",
    text: str = TEXT,
    statuses: Mapping[int, Status] | None = None,
) -> CodedArticle:
    """Return an article with these annotations."""
    about = Bibliography(
        uid=uid,
        title="题目，一",
        source="-某报",
        author="某人",
        published="2025-11",
        url="https://example.org/1",
        language="zh",
        script="Hans",
        genre="commentary",
        same_as="",
        file_name="1.txt",
        imported=TIME,
        original_sha256="0f" * 32,
    )
    rows = [(id_, *made[:-1]) for id_, made in enumerate(annotations)]
    values = {id_: list(made.values.items()) for id_, made in enumerate(annotations) if made.values}
    return CodedArticle(about, text, statuses or {}, rows, values)


def write(folder: Path, *articles: CodedArticle, **options: Any) -> ExportReport:
    """Write a dataset of the small codebook; options are the codebook and those of the choice."""
    codebook: Codebook = options.pop("codebook", CODEBOOK)
    overwrite: bool = options.pop("overwrite", False)
    means: Means = options.pop("means", Means())
    choice = ExportChoice(**options)
    return write_dataset(
        folder, codebook, CODERS, articles, overwrite=overwrite, choice=choice, means=means
    )


def forecasts() -> list[CodedArticle]:
    """Return two articles with forecasts on the questions, of every state."""

    def forecast(number: int, coder: int = 1, **values: Any) -> Made:
        given = {"kind": "forecast", "claimant": "AUTHOR", **values}
        coded_values = {key: (value,) for key, value in given.items() if value is not None}
        uid = f"n{number:026}"
        return annotation(uid, "claim", coded_values, coder=coder, start=number, end=number + 4)

    one = [
        forecast(1, question="RAIN", probability=0.25),
        forecast(2, question="RAIN", probability=0.75, likelihood="可能"),
        forecast(3, question="RAIN", claimant="USA", answer="yes"),
        forecast(4, question="SNOW", probability=0.5, condition="若降温", condition_met="no"),
        forecast(5, question="SNOW", probability=0.5, claimant="USA", condition="若降温"),
        forecast(6, question="WIND", probability=1.0),
        forecast(7, claimant=None),
        forecast(8, question=Missing.UNDECIDABLE, claimant=Missing.UNDECIDABLE),
        forecast(9, coder=2, question="RAIN", probability=1.0),
        annotation(f"n{10:026}", "claim", {"kind": ("causal",)}, start=10, end=14),
    ]
    two = [forecast(11, question="RAIN", probability=0.5)]
    return [coded(*one, uid=f"a{1:026}"), coded(*two, uid=f"a{2:026}")]


def stances() -> list[CodedArticle]:
    """Return two articles with stances of the starter codebook, by two coders, of every kind."""

    def stance(number: int, coder: int = 1, **values: Any) -> Made:
        given = {key: own if isinstance(own, tuple) else (own,) for key, own in values.items()}
        start = number % 3
        return annotation(
            f"n{number:026}", "stance", given, coder=coder, start=start, end=start + 4
        )

    one = [
        annotation(f"n{1:026}", "article", {"sample": ("main",), "genre": ("commentary",)}),
        stance(2, holder="USA", toward=("CHN", "JPN"), position="n1", when="2025-08-25"),
        stance(3, holder="USA", toward=("CHN",), position="n2", when="2025-08"),
        stance(4, holder="USA", toward="CHN", position="ambivalent", when="2024/2025"),
        stance(5, holder="G_USJPKR", target="S07", position="p2", when=Missing.UNDECIDABLE),
        stance(6, holder="G_USJPKR", toward="PRK", position=Missing.UNDECIDABLE, when="2025"),
        stance(7, 2, holder="USA", toward="CHN", position="p1", voice="author"),
        stance(8, target="S07", position="n1", source=("KOR", "USA")),
    ]
    two = [stance(9, holder="JPN", toward=Missing.NOT_APPLICABLE, target="S07", position="p1")]
    statuses = {1: Status.DONE, 2: Status.IN_PROGRESS}
    return [
        coded(*one, uid=f"a{1:026}", statuses=statuses),
        coded(*two, uid=f"a{2:026}", statuses={2: Status.DONE}),
    ]
