from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.app.world import TEXT, assert_sound, dump, heard, opened
from workbench.app.commands import (
    Command,
    DeleteAnnotations,
    MarkSpan,
    MarkSpans,
    MoveBorders,
    SetArticleValues,
    SetCertainty,
    SetMemo,
    SetValues,
)
from workbench.app.commands.errors import (
    AlreadyMarked,
    LinkElsewhere,
    NoBorders,
    NotASpanLayer,
    NotYourAnnotation,
)
from workbench.app.session import Session
from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.article import Status
from workbench.domain.codebook import UnknownCategory, UnknownLayer, UnknownVariable
from workbench.domain.errors import Refusal, SpanOutsideText, TextHoldsNul, TextHoldsSurrogate
from workbench.domain.text import Span
from workbench.domain.values import (
    CategoryNotOffered,
    MeansMissing,
    Missing,
    NotADate,
    NotOfKind,
    OnlyOneValue,
)
from workbench.store.errors import NoSuchRow

FULL: Mapping[str, Any] = {
    "holder": "TOWN",
    "position": "n1",
    "sources": ["FIRM", "TOWN"],
    "share": 76.2,
    "rank": 3,
    "sure": False,
    "when": "2025-08/2025-09",
    "reason": "因为𠮷😀",
}
NOWHERE = 999_999


def one(session: Session, annotation: int) -> Annotation:
    (found,) = session.annotations_by_id([annotation])
    return found


def refused(session: Session, command: Command[Any], kind: type[Refusal]) -> None:
    """Assert that the command is refused, and that nothing was written or told."""
    before, changes = dump(session, journal=True), heard(session)
    with pytest.raises(kind):
        session.run(command)
    assert dump(session, journal=True) == before
    assert changes == []


def without_effect(session: Session, command: Command[Any]) -> None:
    """Assert that the command leaves no undo step when there is nothing to do."""
    before, changes = dump(session, journal=True), heard(session)
    session.run(command)
    assert dump(session, journal=True) == before
    assert changes == []


# --- marking ----------------------------------------------------------------


def test_a_mark_holds_what_was_given(session: Session, first: int) -> None:
    changes = heard(session)
    command = MarkSpan(first, "stance", 2, 7, FULL, memo="备注", certainty=Certainty.UNSURE)
    id_ = session.run(command)
    found = one(session, id_)
    assert found.span == Span(2, 7)
    assert found.quote == TEXT[2:7] == "😀承诺合作"
    assert found.values == {
        "holder": ("TOWN",),
        "position": ("n1",),
        "sources": ("FIRM", "TOWN"),
        "share": (76.2,),
        "rank": (3,),
        "sure": (False,),
        "when": ("2025-08/2025-09",),
        "reason": ("因为𠮷😀",),
    }
    assert (found.memo, found.certainty, found.complete) == ("备注", Certainty.UNSURE, True)
    assert found.coder == session.coder.id
    assert found.created == found.modified
    (changed,) = changes
    assert changed.ids("annotation") == {id_}
    assert changed.article == first
    assert changed.touches("annotation_value", "article_status")
    assert_sound(session)


def test_values_come_back_with_their_types(session: Session, first: int) -> None:
    found = one(session, session.run(MarkSpan(first, "stance", 0, 2, FULL)))
    types = {key: type(value[0]) for key, value in found.values.items()}
    assert types == {
        "holder": str,
        "position": str,
        "sources": str,
        "share": float,
        "rank": int,
        "sure": bool,
        "when": str,
        "reason": str,
    }


def test_a_mark_takes_the_defaults_of_its_layer(session: Session, first: int) -> None:
    marked = session.run(MarkSpan(first, "actor", 0, 2, {"actor": "FIRM"}))
    assert one(session, marked).values == {"actor": ("FIRM",), "role": ("p1",)}
    given = session.run(MarkSpan(first, "actor", 0, 2, {"role": "n1"}))
    assert one(session, given).values == {"role": ("n1",)}
    cleared = session.run(MarkSpan(first, "actor", 0, 2, {"role": None}))
    assert one(session, cleared).values == {}
    bare = session.run(MarkSpan(first, "actor", 0, 3, with_defaults=False))
    assert one(session, bare).values == {}


def test_marking_the_same_once_more_is_refused(session: Session, first: int) -> None:
    id_ = session.run(MarkSpan(first, "actor", 0, 2, {"actor": "FIRM"}))
    again = MarkSpan(first, "actor", 0, 2, {"role": "p1", "actor": "FIRM"}, with_defaults=False)
    refused(session, again, AlreadyMarked)
    with pytest.raises(AlreadyMarked) as told:
        session.run(again)
    assert told.value.facts == {"annotation": id_}
    session.run(SetMemo(id_, "备注"))
    session.run(SetCertainty(id_, Certainty.UNSURE))
    refused(session, again, AlreadyMarked)
    session.undo()
    session.undo()
    session.undo()
    assert session.annotations(first) == []
    session.run(again)


@pytest.mark.parametrize(
    "other",
    [
        {"values": {"actor": "TOWN"}},
        {"values": {"actor": "FIRM", "role": "n1"}},
        {"values": {}},
        {"start": 1},
        {"end": 3},
        {"memo": "想一想"},
        {"certainty": Certainty.UNSURE},
        {"layer": "stance", "values": {"holder": "FIRM"}},
    ],
)
def test_what_says_something_else_may_lie_on_the_same_stretch(
    session: Session, first: int, other: dict[str, Any]
) -> None:
    mark = MarkSpan(first, "actor", 0, 2, {"actor": "FIRM"})
    session.run(mark)
    session.run(replace(mark, **other))
    assert len(session.annotations(first)) == 2


def test_another_coder_may_mark_the_same(session: Session, first: int) -> None:
    mark = MarkSpan(first, "actor", 0, 2, {"actor": "FIRM"})
    session.run(mark)
    session.become("乙")
    session.run(mark)
    assert len(session.annotations(first, all_coders=True)) == 2


def test_many_marks_do_not_repeat_what_is_there(session: Session, first: int) -> None:
    mark = MarkSpan(first, "actor", 0, 2, {"actor": "FIRM"})
    new = MarkSpan(first, "actor", 3, 5, {"actor": "FIRM"})
    id_ = session.run(mark)
    there, fresh, twice = session.run(MarkSpans((mark, new, new)))
    assert there == id_
    assert fresh == twice != id_
    assert len(session.annotations(first)) == 2
    step = session.next_undo()
    assert step is not None
    assert step.facts["count"] == "1"
    without_effect(session, MarkSpans((mark, new)))


def test_an_incomplete_mark_says_so(session: Session, first: int) -> None:
    marked = session.run(MarkSpan(first, "stance", 0, 2, {"holder": "TOWN"}))
    assert not one(session, marked).complete


def test_the_history_tells_what_was_marked(session: Session, first: int) -> None:
    session.run(MarkSpan(first, "actor", 0, 2, {"actor": "FIRM"}))
    step = session.next_undo()
    assert step is not None
    assert (step.kind, step.article) == ("mark", first)
    assert dict(step.facts) == {"layer": "actor", "quote": "甲方", "category": "FIRM"}


def test_a_long_quote_is_cut_in_the_history(session: Session, first: int) -> None:
    session.run(MarkSpan(first, "stance", 0, len(TEXT)))
    step = session.next_undo()
    assert step is not None
    assert len(step.facts["quote"]) == 24
    assert step.facts["quote"].endswith("…")
    assert "\n" not in step.facts["quote"]
    assert step.facts["category"] == ""


def test_the_first_mark_begins_the_article(session: Session, first: int) -> None:
    assert session.article(first).status is Status.NOT_STARTED
    session.run(MarkSpan(first, "actor", 0, 2))
    assert session.article(first).status is Status.IN_PROGRESS
    session.undo()
    assert session.article(first).status is Status.NOT_STARTED


@pytest.mark.parametrize(
    ("span", "values", "kind"),
    [
        ((-1, 2), {}, SpanOutsideText),
        ((2, 2), {}, SpanOutsideText),
        ((5, 2), {}, SpanOutsideText),
        ((0, len(TEXT) + 1), {}, SpanOutsideText),
        ((len(TEXT), len(TEXT) + 3), {}, SpanOutsideText),
        ((0, 2), {"holder": "NOBODY"}, UnknownCategory),
        ((0, 2), {"holder": "n1"}, UnknownCategory),
        ((0, 2), {"holder": "GONE"}, CategoryNotOffered),
        ((0, 2), {"holder": ["TOWN", "FIRM"]}, OnlyOneValue),
        ((0, 2), {"sources": ["TOWN", Missing.UNDECIDABLE]}, OnlyOneValue),
        ((0, 2), {"nothing": 1}, UnknownVariable),
        ((0, 2), {"share": "much"}, NotOfKind),
        ((0, 2), {"share": float("nan")}, NotOfKind),
        ((0, 2), {"rank": 2.5}, NotOfKind),
        ((0, 2), {"rank": 2**63}, NotOfKind),
        ((0, 2), {"sure": 1}, NotOfKind),
        ((0, 2), {"when": "yesterday"}, NotADate),
        ((0, 2), {"when": "2025-02-30"}, NotADate),
        ((0, 2), {"reason": "a\0b"}, TextHoldsNul),
        ((0, 2), {"reason": "a\ud800"}, TextHoldsSurrogate),
        ((0, 2), {"after": NOWHERE}, LinkElsewhere),
        ((0, 2), {"because": [NOWHERE]}, LinkElsewhere),
    ],
)
def test_a_mark_that_cannot_be_is_refused(
    session: Session, first: int, span: tuple[int, int], values: dict[str, Any], kind: type[Refusal]
) -> None:
    refused(session, MarkSpan(first, "stance", *span, values), kind)


def test_a_mark_without_a_place_is_refused(session: Session, first: int) -> None:
    refused(session, MarkSpan(first, "nothing", 0, 2), UnknownLayer)
    refused(session, MarkSpan(first, "article", 0, 2), NotASpanLayer)
    refused(session, MarkSpan(NOWHERE, "actor", 0, 2), NoSuchRow)
    refused(session, MarkSpan(first, "actor", 0, 2, memo="\0"), TextHoldsNul)
    refused(session, MarkSpan(first, "actor", 0, 2, memo="\udc80"), TextHoldsSurrogate)


def test_many_marks_are_one_step(session: Session, first: int, second: int) -> None:
    marks = (MarkSpan(first, "actor", 0, 2), MarkSpan(second, "stance", 0, 4, FULL))
    before = dump(session)
    ids = session.run(MarkSpans(marks))
    assert [one(session, each).article for each in ids] == [first, second]
    assert session.article(second).status is Status.IN_PROGRESS
    step = session.next_undo()
    assert step is not None
    assert (step.kind, step.article, step.facts["count"]) == ("mark_many", None, "2")
    session.undo()
    assert dump(session) == before


def test_many_marks_of_one_article_name_it(session: Session, first: int) -> None:
    session.run(MarkSpans((MarkSpan(first, "actor", 0, 2), MarkSpan(first, "actor", 3, 5))))
    step = session.next_undo()
    assert step is not None
    assert step.article == first


def test_one_bad_mark_refuses_all(session: Session, first: int) -> None:
    bad = MarkSpan(first, "actor", 0, 2, {"actor": "NOBODY"})
    refused(session, MarkSpans((MarkSpan(first, "actor", 0, 2), bad)), UnknownCategory)


def test_no_marks_are_no_step(session: Session) -> None:
    without_effect(session, MarkSpans(()))


# --- values -----------------------------------------------------------------


@pytest.fixture
def marked(session: Session, first: int) -> int:
    """A stance with a value in every variable but the links."""
    return session.run(MarkSpan(first, "stance", 0, 2, FULL))


def test_values_are_set_one_by_one(session: Session, marked: int) -> None:
    session.run(SetValues(marked, {"holder": "FIRM", "sources": ["TOWN"], "share": None}))
    found = one(session, marked)
    assert found.values["holder"] == ("FIRM",)
    assert found.values["sources"] == ("TOWN",)
    assert "share" not in found.values
    assert found.values["rank"] == (3,)
    assert found.modified > found.created
    assert_sound(session)


@pytest.mark.parametrize("empty", [None, [], "", Missing.NOT_CODED])
def test_a_value_is_cleared(session: Session, marked: int, empty: Any) -> None:
    session.run(SetValues(marked, {"position": empty}))
    assert "position" not in one(session, marked).values
    assert not one(session, marked).complete


@pytest.mark.parametrize("missing", [Missing.NOT_APPLICABLE, Missing.UNDECIDABLE])
@pytest.mark.parametrize("variable", ["position", "sources", "share", "rank", "sure", "because"])
def test_every_kind_can_be_missing(
    session: Session, marked: int, variable: str, missing: Missing
) -> None:
    session.run(SetValues(marked, {variable: missing}))
    assert one(session, marked).values[variable] == (missing,)
    assert_sound(session)
    session.undo()
    assert one(session, marked).values.get(variable) != (missing,)


def test_the_order_of_several_values_is_kept(session: Session, marked: int) -> None:
    for order in (["MAYOR", "TOWN", "FIRM"], ["FIRM", "MAYOR"], ["TOWN", "MAYOR", "FIRM"]):
        session.run(SetValues(marked, {"sources": order}))
        assert list(one(session, marked).values["sources"]) == order
        assert_sound(session)


def test_the_same_values_are_no_step(session: Session, marked: int) -> None:
    without_effect(session, SetValues(marked, FULL))
    without_effect(session, SetValues(marked, {}))
    without_effect(session, SetValues(marked, {"after": None}))


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"holder": "NOBODY"}, UnknownCategory),
        ({"share": 1.0, "nothing": 1}, UnknownVariable),
        ({"share": 1.0, "when": "soon"}, NotADate),
        ({"share": float("inf")}, NotOfKind),
        ({"after": NOWHERE}, LinkElsewhere),
        ({"after": -97}, LinkElsewhere),
        ({"because": [-98]}, LinkElsewhere),
        ({"rank": -97}, MeansMissing),
        ({"share": -99.0}, MeansMissing),
    ],
)
def test_a_value_that_cannot_be_is_refused(
    session: Session, marked: int, values: dict[str, Any], kind: type[Refusal]
) -> None:
    refused(session, SetValues(marked, values), kind)


def test_links_lead_to_annotations_of_the_article(
    session: Session, first: int, second: int, marked: int
) -> None:
    here = session.run(MarkSpan(first, "actor", 0, 2))
    there = session.run(MarkSpan(second, "actor", 0, 2))
    session.run(SetValues(marked, {"after": here, "because": [here]}))
    assert one(session, marked).values["because"] == (here,)
    refused(session, SetValues(marked, {"because": [here, there]}), LinkElsewhere)
    refused(session, SetValues(marked, {"after": marked}), LinkElsewhere)
    refused(session, MarkSpan(second, "stance", 0, 2, {"after": here}), LinkElsewhere)
    linked = session.run(MarkSpan(first, "stance", 3, 5, {"because": [marked, here]}))
    assert one(session, linked).values["because"] == (marked, here)
    assert_sound(session)


# --- memo, certainty, borders -----------------------------------------------


def test_a_memo_is_written(session: Session, marked: int) -> None:
    session.run(SetMemo(marked, "两行\n备注😀"))
    assert one(session, marked).memo == "两行\n备注😀"
    without_effect(session, SetMemo(marked, "两行\n备注😀"))
    refused(session, SetMemo(marked, "\0"), TextHoldsNul)
    session.undo()
    assert one(session, marked).memo == ""


def test_certainty_is_set(session: Session, marked: int) -> None:
    session.run(SetCertainty(marked, Certainty.UNSURE))
    assert one(session, marked).certainty is Certainty.UNSURE
    without_effect(session, SetCertainty(marked, Certainty.UNSURE))


def test_borders_take_their_quote_along(session: Session, marked: int) -> None:
    session.run(MoveBorders(marked, 2, 9))
    assert one(session, marked).quote == TEXT[2:9]
    assert one(session, marked).span == Span(2, 9)
    without_effect(session, MoveBorders(marked, 2, 9))
    session.undo()
    assert one(session, marked).span == Span(0, 2)
    assert_sound(session)


@pytest.mark.parametrize("span", [(-1, 2), (3, 3), (4, 2), (0, len(TEXT) + 1)])
def test_borders_stay_in_the_text(session: Session, marked: int, span: tuple[int, int]) -> None:
    refused(session, MoveBorders(marked, *span), SpanOutsideText)


def test_a_whole_article_has_no_borders(session: Session, first: int) -> None:
    session.run(SetArticleValues(first, {"genre": "评论"}))
    (whole,) = session.annotations(first)
    assert whole.span is None
    refused(session, MoveBorders(whole.id, 0, 2), NoBorders)


# --- deleting ---------------------------------------------------------------


def test_deleting_takes_values_and_links_along(session: Session, first: int, marked: int) -> None:
    other = session.run(MarkSpan(first, "actor", 0, 2))
    linking = session.run(MarkSpan(first, "stance", 3, 5, {"because": [marked, other]}))
    before, changes = dump(session), heard(session)
    session.run(DeleteAnnotations((marked,)))
    assert session.annotations_by_id([marked]) == []
    assert one(session, linking).values["because"] == (other,)
    assert changes[0].ids("annotation") == {marked, linking}
    assert_sound(session)
    session.run(SetValues(linking, {"because": [other]}))
    session.undo()
    session.undo()
    assert dump(session) == before


def test_deleting_several_is_one_step(session: Session, first: int, second: int) -> None:
    ids = session.run(MarkSpans(tuple(MarkSpan(first, "actor", n, n + 2) for n in range(5))))
    elsewhere = session.run(MarkSpan(second, "actor", 0, 2))
    before = dump(session)
    session.run(DeleteAnnotations((*ids, elsewhere, ids[0])))
    step = session.next_undo()
    assert step is not None
    assert (step.article, dict(step.facts)) == (None, {"count": "6"})
    assert session.annotations(first) == session.annotations(second) == []
    session.undo()
    assert dump(session) == before
    session.run(DeleteAnnotations(tuple(ids)))
    step = session.next_undo()
    assert step is not None
    assert step.article == first


def test_deleting_nothing_is_no_step(session: Session) -> None:
    without_effect(session, DeleteAnnotations(()))


def test_deleting_what_is_gone_is_refused(session: Session, marked: int) -> None:
    refused(session, DeleteAnnotations((marked, NOWHERE)), NoSuchRow)
    session.run(DeleteAnnotations((marked,)))
    for command in (
        SetValues(marked, {"rank": 1}),
        SetMemo(marked, "m"),
        SetCertainty(marked, Certainty.UNSURE),
        MoveBorders(marked, 0, 3),
        DeleteAnnotations((marked,)),
    ):
        refused(session, command, NoSuchRow)


# --- another coder's --------------------------------------------------------


def test_what_another_coded_is_left_alone(project: Path) -> None:
    with opened(project, "乙") as theirs:
        article = theirs.articles()[0].id
        id_ = theirs.run(MarkSpan(article, "stance", 0, 2, FULL))
    with opened(project, "甲") as session:
        for command in (
            SetValues(id_, {"rank": 1}),
            SetMemo(id_, "m"),
            SetCertainty(id_, Certainty.UNSURE),
            MoveBorders(id_, 0, 3),
            DeleteAnnotations((id_,)),
        ):
            refused(session, command, NotYourAnnotation)
        refused(session, MarkSpan(article, "stance", 0, 2, {"after": id_}), LinkElsewhere)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_what_is_typed_has_one_kind_of_line_ends(session: Session, first: int, end: str) -> None:
    values = {"holder": "TOWN", "reason": f"一{end}二"}
    id_ = session.run(MarkSpan(first, "stance", 0, 2, values, memo=f"甲{end}乙"))
    (found,) = session.annotations_by_id([id_])
    assert (found.memo, found.values["reason"]) == ("甲\n乙", ("一\n二",))
    before = session.next_undo()
    session.run(SetMemo(id_, f"甲{end}乙"))
    assert session.next_undo() == before
    session.run(SetMemo(id_, f"丙{end}{end}丁"))
    (found,) = session.annotations_by_id([id_])
    assert found.memo == "丙\n\n丁"
