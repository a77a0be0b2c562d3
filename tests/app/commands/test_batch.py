from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.commands.reversing import reversible
from tests.app.commands.test_categories import mark
from tests.app.commands.test_marking import one, refused, without_effect
from tests.app.commands.test_variables import stance
from tests.app.world import opened
from workbench.app.commands import (
    AddVariable,
    EditAnnotations,
    MarkSpan,
    MoveToLayer,
    SetArticleValues,
    SetMemo,
    SetValues,
)
from workbench.app.commands.errors import (
    NotASpanLayer,
    NotYourAnnotation,
    ValuesNotFitting,
    VariableNotMapped,
)
from workbench.app.session import Session
from workbench.domain.codebook import Kind, UnknownLayer, UnknownVariable, Variable, Words
from workbench.domain.forecasts import NotAProbability
from workbench.domain.values import CategoryNotOffered, Missing
from workbench.store.errors import NoSuchRow


def test_many_annotations_are_changed_at_once(session: Session, first: int, second: int) -> None:
    marked = (mark(session, first, "TOWN"), mark(session, first, "FIRM", 2))
    other = mark(session, second, "FIRM")
    new = {"named": True, "role": None}
    reversible(session, EditAnnotations((*marked, other, other), new))
    for each in (*marked, other):
        found = one(session, each).values
        assert found["named"] == (True,)
        assert "role" not in found
    step = session.next_undo()
    assert step is not None
    assert (step.kind, step.article, step.facts["count"]) == ("edit_annotations", None, "3")
    without_effect(session, EditAnnotations(marked, new))
    reversible(session, EditAnnotations(marked, {"named": Missing.UNDECIDABLE}))
    step = session.next_undo()
    assert step is not None
    assert step.article == first


def test_none_is_changed_where_one_cannot_be(project: Path) -> None:
    with opened(project, "乙") as session:
        first = session.articles()[0].id
        theirs = mark(session, first, "FIRM")
    with opened(project) as session:
        mine = mark(session, first, "TOWN")
        holder = stance(session, first, holder="TOWN")
        new = {"named": True}
        refused(session, EditAnnotations((mine, theirs), new), NotYourAnnotation)
        refused(session, EditAnnotations((mine, 999_999), new), NoSuchRow)
        refused(session, EditAnnotations((mine, holder), new), UnknownVariable)
        refused(session, EditAnnotations((mine,), {"actor": "GONE"}), CategoryNotOffered)


def test_annotations_move_to_another_layer(session: Session, first: int) -> None:
    one_, two = mark(session, first, "TOWN"), mark(session, first, "FIRM", 2)
    session.run(SetMemo(one_, "备注"))
    session.run(SetValues(two, {"named": True, "role": "n1"}))
    link = stance(session, first, because=[one_])
    before = one(session, one_)
    mapping = {"actor": "holder", "named": "sure", "role": "position"}
    reversible(session, MoveToLayer((one_, two), "stance", mapping))
    found = one(session, one_)
    assert found.values == {"holder": ("TOWN",), "position": ("p1",)}
    assert (found.layer, found.span, found.quote, found.memo) == (
        "stance",
        before.span,
        before.quote,
        "备注",
    )
    values = {"holder": ("FIRM",), "position": ("n1",), "sure": (True,)}
    assert one(session, two).values == values
    assert one(session, link).values["because"] == (one_,)
    step = session.next_undo()
    assert step is not None
    assert (step.kind, step.article) == ("move_to_layer", first)
    assert dict(step.facts) == {"layer": "stance", "count": "2"}
    without_effect(session, MoveToLayer((one_,), "stance", {}))


def test_values_are_converted_joined_or_given_up(session: Session, first: int) -> None:
    marked = mark(session, first, "TOWN")
    mapping = {"actor": "reason", "role": None}
    reversible(session, MoveToLayer((marked,), "stance", mapping))
    assert one(session, marked).values == {"reason": ("小镇",)}
    session.undo()
    full = {"holder": "TOWN", "sources": ["FIRM", "TOWN"], "position": "n1"}
    both = session.run(MarkSpan(first, "stance", 4, 6, full))
    refused(
        session,
        MoveToLayer((both,), "actor", {"holder": "actor", "sources": "actor", "position": "role"}),
        ValuesNotFitting,
    )
    down = {"holder": "actor", "sources": None, "position": "role"}
    reversible(session, MoveToLayer((both, marked), "actor", down))
    assert one(session, both).values == {"actor": ("TOWN",), "role": ("n1",)}
    up = {"actor": "sources", "role": "position"}
    reversible(session, MoveToLayer((both, marked), "stance", up))
    assert one(session, both).values == {"sources": ("TOWN",), "position": ("n1",)}


def test_a_move_that_would_lose_something_is_refused(session: Session, first: int) -> None:
    marked, other = mark(session, first, "TOWN"), mark(session, first, "FIRM", 2)
    move = MoveToLayer((marked, other), "stance", {"actor": "holder", "role": None})
    with pytest.raises(VariableNotMapped, match="“role” \\(layer “actor”\\)"):
        session.run(replace(move, variables={"actor": "holder"}))
    with pytest.raises(ValuesNotFitting, match="so: 2 of 2;"):
        session.run(replace(move, variables={"actor": "share", "role": None}))
    refused(session, replace(move, variables={"actor": "nothing", "role": None}), UnknownVariable)
    refused(session, replace(move, layer="nothing"), UnknownLayer)
    refused(session, replace(move, layer="article"), NotASpanLayer)
    session.run(SetArticleValues(first, {"genre": "评论"}))
    whole = next(each.id for each in session.annotations(first) if each.layer == "article")
    refused(session, replace(move, annotations=(marked, whole)), NotASpanLayer)


def test_a_number_that_is_none_is_moved_into_no_probability(session: Session, first: int) -> None:
    for key, kind in (("question", Kind.TEXT), ("probability", Kind.REAL)):
        session.run(AddVariable("actor", Variable(key, kind, Words(key, key))))
    wrong, right = stance(session, first, share=5), stance(session, first, 2, share=0.5)
    mapping = {"share": "probability"}
    refused(session, MoveToLayer((right, wrong), "actor", mapping), NotAProbability)
    reversible(session, MoveToLayer((right,), "actor", mapping))
    assert one(session, right).values == {"probability": (0.5,)}
