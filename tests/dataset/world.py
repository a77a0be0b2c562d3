"""Coded articles made by hand, for the tests of what is written of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.app.world import CODEBOOK, TEXT
from workbench.dataset.export import ExportReport, write_dataset
from workbench.domain.article import Status
from workbench.domain.coded import AnnotationRow, Bibliography, CodedArticle
from workbench.domain.values import Scalar

CODERS = {1: "甲", 2: "=乙"}
TIME = "2026-01-02T03:04:05.678Z"

Values = Mapping[str, tuple[Scalar, ...]]


def annotation(uid: str, layer: str, values: Values | None = None, **changes: Any) -> AnnotationRow:
    """Return an annotation of the first four characters by the first coder."""
    article_scope = layer == "article"
    made = AnnotationRow(
        uid=uid,
        coder=1,
        layer=layer,
        start=None if article_scope else 0,
        end=None if article_scope else 4,
        quote="" if article_scope else TEXT[:4],
        certainty="sure",
        memo="",
        created=TIME,
        modified=TIME,
        values=list((values or {}).items()),
    )
    return made._replace(**changes)


def coded(
    *annotations: AnnotationRow,
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
        file_name="1.txt",
        imported=TIME,
        original_sha256="0f" * 32,
    )
    return CodedArticle(about, text, statuses or {}, annotations)


def write(folder: Path, *articles: CodedArticle, **options: Any) -> ExportReport:
    """Write a dataset of the small codebook."""
    given: dict[str, Any] = {"overwrite": False, **options}
    return write_dataset(folder, given.pop("codebook", CODEBOOK), CODERS, articles, **given)
