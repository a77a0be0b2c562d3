"""Coded articles made by hand, for the tests of what is written of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from tests.app.world import CODEBOOK, TEXT
from workbench.dataset.export import ExportReport, write_dataset
from workbench.domain.article import Status
from workbench.domain.codebook import Attribute, Category, Kind, Words
from workbench.domain.coded import Bibliography, CodedArticle
from workbench.domain.values import Scalar

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
    """Write a dataset of the small codebook."""
    given: dict[str, Any] = {"overwrite": False, **options}
    return write_dataset(folder, given.pop("codebook", CODEBOOK), CODERS, articles, **given)
