"""What is kept of a project that was read, and what is said of the rest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from workbench.domain.codebook import (
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
)
from workbench.domain.codebook_check import KeyTwice
from workbench.domain.text import Span
from workbench.domain.values import Missing
from workbench.exchange.errors import ProjectFormatUnknown
from workbench.exchange.project import formats
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.model import (
    ForeignAnnotation,
    ForeignArticle,
    ForeignMemo,
    ForeignProject,
    Remark,
    Remarked,
    Remarks,
)
from workbench.exchange.project.settling import settled

BOOK = Codebook(
    Words("别处"),
    (CodeList("codes", Words("代码"), (Category("RAIN", 1, Words("雨"), retired=True),)),),
    (
        Layer(
            "codes",
            Words("代码"),
            Scope.SPAN,
            (
                Variable("code", Kind.CATEGORY, Words("代码"), "codes"),
                Variable("cause", Kind.LINK, Words("起因"), several=True),
            ),
        ),
        Layer("whole", Words("全文"), Scope.ARTICLE, (Variable("n", Kind.INTEGER, Words()),)),
    ),
)
TEXT = "昨夜小雨，今晨放晴。"


def project(*annotations: ForeignAnnotation) -> ForeignProject:
    return ForeignProject(
        ProjectFormat.QDPX,
        "天气",
        BOOK,
        (ForeignArticle("a", "天气", TEXT),),
        annotations=annotations,
    )


def mark(start: int, end: int, **rest: Any) -> ForeignAnnotation:
    return ForeignAnnotation("a", rest.pop("layer", "codes"), Span(start, end), **rest)


def remarks(found: ForeignProject) -> list[tuple[Remark, int]]:
    return [(each.remark, each.count) for each in found.remarks]


def test_what_fits_stays_and_gets_its_quote() -> None:
    found = settled(project(mark(2, 4, values={"code": ("RAIN",)}), mark(2, 4, quote="小雨")))
    assert [each.quote for each in found.annotations] == ["小雨", "小雨"]
    assert found.annotations[0].values == {"code": ("RAIN",)}
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("wrong", "remark"),
    [
        (mark(2, 4, quote="大雨"), Remark.QUOTE_DIFFERS),
        (mark(8, 11), Remark.OUTSIDE_TEXT),
        (mark(3, 3), Remark.OUTSIDE_TEXT),
        (mark(2, 4, layer="whole"), Remark.OUTSIDE_TEXT),
        (ForeignAnnotation("a", "codes", None), Remark.OUTSIDE_TEXT),
        (ForeignAnnotation("b", "codes", Span(0, 1)), Remark.ARTICLE_MISSING),
        (mark(2, 4, layer="x"), Remark.LAYER_MISSING),
    ],
)
def test_what_has_no_place_is_left_out_and_told(wrong: ForeignAnnotation, remark: Remark) -> None:
    found = settled(project(wrong, mark(0, 2)))
    assert [each.quote for each in found.annotations] == ["昨夜"]
    assert remarks(found) == [(remark, 1)]


def test_what_lost_its_place_and_what_is_of_the_whole_article_stay() -> None:
    lost = ForeignAnnotation("a", "codes", None, "旧文")
    whole = ForeignAnnotation("a", "whole", None, values={"n": (Missing.UNDECIDABLE,)})
    assert settled(project(lost, whole)).annotations == (lost, whole)


def test_values_that_do_not_fit_go_alone() -> None:
    found = settled(
        project(
            mark(0, 2, values={"code": ("SNOW",), "x": (1,)}),
            mark(0, 2, values={"code": ("RAIN", "RAIN")}),
            mark(0, 2, values={"code": ()}, memo="空"),
        )
    )
    assert [dict(each.values) for each in found.annotations] == [{}, {}, {}]
    assert remarks(found) == [(Remark.VALUE_UNFIT, 3)]
    assert found.remarks[0].examples == ("code: SNOW", "x: 1", "code: RAIN; RAIN")


def test_links_lead_to_annotations_of_the_same_coder_there() -> None:
    found = settled(
        project(
            mark(0, 2, key="1", values={"cause": ("2", "1", "3", "9")}),
            mark(2, 4, key="2", values={"cause": (Missing.NOT_APPLICABLE,)}),
            mark(4, 5, key="3", coder="乙", values={"cause": ("2",)}),
        )
    )
    assert [each.values.get("cause") for each in found.annotations] == [
        ("2",),
        (Missing.NOT_APPLICABLE,),
        None,
    ]
    assert remarks(found) == [(Remark.LINK_LOST, 4)]


def test_dates_and_times_that_are_none_are_left_out_and_told() -> None:
    articles = [
        ForeignArticle(day, "", TEXT, published=day)
        for day in ("2024/05/01", "2024-02-30", " 2024-05 ", "2023/2024", "")
    ]
    memo = ForeignMemo("project", (), "备忘", created="gestern", modified="0001-01-01T00:00:00Z")
    marks = [
        mark(0, 2, created="2026-01-02T03:04:05.678Z", modified="2026-01-02T05:04:05+02:00"),
        mark(0, 2, created="2026-13-01T00:00:00.000Z", modified="2026-01-02T03:04:05"),
    ]
    given = replace(project(), articles=tuple(articles), memos=(memo,))
    marks = [replace(each, article="") for each in marks]
    found = settled(replace(given, annotations=tuple(marks)))
    assert [each.published for each in found.articles] == ["", "", "2024-05", "2023/2024", ""]
    assert [(each.created, each.modified) for each in (*found.annotations, *found.memos)] == [
        ("2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05.000Z"),
        ("", ""),
        ("", ""),
    ]
    assert remarks(found) == [(Remark.DATE_UNFIT, 6)]
    assert "published: 2024/05/01" in found.remarks[0].examples


def test_a_codebook_that_contradicts_itself_is_refused() -> None:
    twice = Codebook(Words("x"), (), (BOOK.layers[1], BOOK.layers[1]))
    with pytest.raises(KeyTwice):
        settled(ForeignProject(ProjectFormat.QDPX, codebook=twice))


def test_remarks_are_counted_with_a_few_examples() -> None:
    collected = Remarks((Remarked(Remark.NO_TEXT, 2, ("a",)),))
    for number in range(9):
        collected.add(Remark.NO_TEXT, str(number))
    collected.add(Remark.RENAMED)
    assert collected.told() == (
        Remarked(Remark.NO_TEXT, 11, ("a", "0", "1", "2", "3")),
        Remarked(Remark.RENAMED, 1),
    )


def test_other_files_are_none_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "x.qdpx"
    path.write_bytes(b"no zip")
    assert formats.project_format(path) is None
    with pytest.raises(ProjectFormatUnknown):
        formats.read_project(path)


def test_every_format_that_is_offered_has_a_reader() -> None:
    assert set(formats.known_endings()) == set(ProjectFormat)
