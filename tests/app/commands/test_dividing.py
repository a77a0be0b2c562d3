from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.commands.reversing import reversible
from tests.app.commands.test_categories import mark
from tests.app.commands.test_marking import FULL, NOWHERE, one, refused, without_effect
from tests.app.commands.test_variables import stance
from tests.app.world import TEXT, opened
from workbench.app.commands import (
    AddLayer,
    CorrectText,
    JoinAnnotations,
    MarkSpan,
    Retag,
    SetArticleValues,
    SetCertainty,
    SetMemo,
    SetValues,
    SplitAnnotation,
)
from workbench.app.commands.errors import (
    CutOutside,
    NoBorders,
    NotASpanLayer,
    NothingToJoin,
    NotTogether,
    NotYourAnnotation,
    ValuesDiffer,
    ValuesLost,
)
from workbench.app.messages import Messages
from workbench.app.session import Session
from workbench.domain.annotation import Certainty
from workbench.domain.codebook import Kind, Layer, Scope, UnknownCategory, Variable, Words
from workbench.domain.text import Span
from workbench.domain.values import Missing
from workbench.store.errors import NoSuchRow

BODY = Layer(
    "body",
    Words("机构", "body"),
    Scope.SPAN,
    (
        Variable("body", Kind.CATEGORY, Words("机构", "body"), "actors"),
        Variable("named", Kind.BOOLEAN, Words("点名", "named")),
        Variable("note", Kind.TEXT, Words("说明", "note"), default="新"),
    ),
    complete=(("body",),),
)


def sentence(session: Session, article: int) -> int:
    """Mark the second sentence, in which a rare character stands, with everything."""
    start = TEXT.index("乙方")
    id_ = session.run(MarkSpan(article, "stance", start, TEXT.index("\n"), FULL))
    session.run(SetMemo(id_, "备注"))
    session.run(SetCertainty(id_, Certainty.UNSURE))
    return id_


def test_both_halves_keep_what_was_coded(session: Session, first: int) -> None:
    whole = sentence(session, first)
    linking = stance(session, first, because=[whole], after=whole)
    before = one(session, whole)
    second = reversible(session, SplitAnnotation(whole, TEXT.index("不同意")))
    halves = [one(session, whole), one(session, second)]
    assert [each.quote for each in halves] == ["乙方𠮷", "不同意！"]
    for each in halves:
        assert (each.layer, each.values, each.memo, each.certainty) == (
            before.layer,
            before.values,
            before.memo,
            before.certainty,
        )
    assert one(session, linking).values["because"] == (whole,)
    step = session.next_undo()
    assert step is not None
    assert (step.kind, step.facts["quote"]) == ("split_annotation", before.quote)


def test_white_space_at_the_cut_belongs_to_neither(session: Session, first: int) -> None:
    id_ = session.run(MarkSpan(first, "stance", 0, len(TEXT)))
    second = reversible(session, SplitAnnotation(id_, TEXT.index("\n")))
    assert one(session, id_).quote == TEXT.split("\n")[0]
    assert one(session, second).quote == TEXT[TEXT.index("\n") + 1 :]


def test_nothing_is_cut_off_outside(session: Session, first: int) -> None:
    whole = sentence(session, first)
    span = one(session, whole).span
    assert span is not None
    for at in (-1, span.start, span.end, len(TEXT) + 5):
        refused(session, SplitAnnotation(whole, at), CutOutside)
    lines = session.run(MarkSpan(first, "stance", TEXT.index("\n"), TEXT.index("\n") + 3))
    refused(session, SplitAnnotation(lines, TEXT.index("\n") + 1), CutOutside)
    refused(session, SplitAnnotation(NOWHERE, 3), NoSuchRow)
    session.run(SetArticleValues(first, {"genre": "评论"}))
    article = next(each.id for each in session.annotations(first) if each.span is None)
    refused(session, SplitAnnotation(article, 3), NoBorders)


def test_parts_become_one(session: Session, first: int) -> None:
    one_, two = mark(session, first, "TOWN", 5), mark(session, first, "TOWN")
    three = session.run(MarkSpan(first, "actor", 9, 12, {"actor": "TOWN", "named": True}))
    for id_, memo in ((one_, "一"), (two, "二"), (three, "二")):
        session.run(SetMemo(id_, memo))
    session.run(SetCertainty(three, Certainty.UNSURE))
    joined = reversible(session, JoinAnnotations((three, one_, two)))
    assert [each.id for each in session.annotations(first)] == [joined] == [two]
    whole = one(session, joined)
    assert (whole.span, whole.quote) == (Span(0, 12), TEXT[:12])
    assert whole.values == {"actor": ("TOWN",), "named": (True,), "role": ("p1",)}
    assert (whole.memo, whole.certainty) == ("二\n一", Certainty.UNSURE)
    step = session.next_undo()
    assert step is not None
    assert (step.kind, step.facts["count"]) == ("join_annotations", "3")


def test_what_was_split_is_joined_again(session: Session, first: int) -> None:
    whole = sentence(session, first)
    before = one(session, whole)
    second = session.run(SplitAnnotation(whole, TEXT.index("不同意")))
    reversible(session, JoinAnnotations((whole, second)))
    assert replace(one(session, whole), modified=before.modified) == before


def test_links_follow_the_part_that_stays(session: Session, first: int) -> None:
    early, late = stance(session, first), stance(session, first, 4)
    both = stance(session, first, 6, because=[late, early], after=late)
    session.run(SetValues(late, {"because": [early, both]}))
    reversible(session, JoinAnnotations((early, late)))
    assert one(session, both).values == {"because": (early,), "after": (early,)}
    assert one(session, early).values == {"because": (both,)}


def test_parts_that_differ_are_joined_by_the_first_only_on_purpose(
    session: Session, first: int
) -> None:
    parts = (mark(session, first, "TOWN"), mark(session, first, "FIRM", 3))
    session.run(SetValues(parts[1], {"named": Missing.UNDECIDABLE}))
    with pytest.raises(ValuesDiffer, match="“actor” \\(1 variables in all\\)") as caught:
        session.run(JoinAnnotations(parts))
    assert "“行为体”不同" in Messages("zh").error(caught.value)
    refused(session, JoinAnnotations(parts), ValuesDiffer)
    reversible(session, JoinAnnotations(parts, by_first=True))
    assert one(session, parts[0]).values["actor"] == ("TOWN",)
    assert one(session, parts[0]).values["named"] == (Missing.UNDECIDABLE,)


def test_what_is_no_whole_is_not_joined(project: Path, session: Session, first: int) -> None:
    other = session.articles()[1].id
    actor, far = mark(session, first, "TOWN"), mark(session, other, "TOWN")
    held = stance(session, first)
    refused(session, JoinAnnotations(()), NothingToJoin)
    refused(session, JoinAnnotations((actor, actor)), NothingToJoin)
    refused(session, JoinAnnotations((actor, held)), NotTogether)
    refused(session, JoinAnnotations((actor, far)), NotTogether)
    refused(session, JoinAnnotations((actor, NOWHERE)), NoSuchRow)
    lost = mark(session, first, "TOWN", 8)
    session.run(CorrectText(first, TEXT[:7] + TEXT[12:]))
    assert one(session, lost).span is None
    refused(session, JoinAnnotations((actor, lost)), NoBorders)
    session.close()
    with opened(project, "乙") as theirs:
        mine = mark(theirs, first, "TOWN", 2)
        refused(theirs, JoinAnnotations((mine, actor)), NotYourAnnotation)
        refused(theirs, SplitAnnotation(actor, 1), NotYourAnnotation)
        refused(theirs, Retag(actor, "actor", {"actor": "FIRM"}), NotYourAnnotation)


def test_another_tag_of_the_same_layer(session: Session, first: int) -> None:
    id_ = mark(session, first, "TOWN")
    reversible(session, Retag(id_, "actor", {"actor": "FIRM"}))
    assert one(session, id_).values == {"actor": ("FIRM",), "role": ("p1",)}
    without_effect(session, Retag(id_, "actor", {"actor": "FIRM"}))
    refused(session, Retag(id_, "actor", {"actor": "NOBODY"}), UnknownCategory)


def test_a_tag_of_another_layer(session: Session, first: int) -> None:
    session.run(AddLayer(BODY))
    id_ = mark(session, first, "TOWN")
    session.run(SetValues(id_, {"named": False}))
    before = one(session, id_)
    reversible(session, Retag(id_, "body", {"body": "FIRM"}))
    found = one(session, id_)
    assert (found.layer, found.span, found.uid) == ("body", before.span, before.uid)
    assert found.values == {"body": ("FIRM",), "named": (False,), "note": ("新",)}
    step = session.next_undo()
    assert step is not None
    assert (step.kind, step.facts["layer"]) == ("retag", "body")


def test_no_value_is_lost_by_another_tag(session: Session, first: int) -> None:
    session.run(AddLayer(BODY))
    id_ = mark(session, first, "TOWN")
    session.run(SetValues(id_, {"role": "n1"}))
    with pytest.raises(ValuesLost, match="layer “body” has no place for the value of “role”"):
        session.run(Retag(id_, "body", {"body": "FIRM"}))
    refused(session, Retag(id_, "body"), ValuesLost)  # without a category, the old one would go
    refused(session, Retag(id_, "stance"), ValuesLost)
    refused(session, Retag(id_, "article"), NotASpanLayer)
