from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.commands.reversing import reversible
from tests.app.commands.test_categories import category, keys, mark
from tests.app.commands.test_marking import one, refused
from tests.app.world import dump, opened
from workbench.app.commands import (
    AddCategory,
    Command,
    EditCategory,
    EditCodeList,
    EditVariable,
    MarkSpan,
    MergeCategories,
    RejectSuggestion,
    RetireCategories,
    SetMemo,
    SplitCategory,
)
from workbench.app.commands.errors import NotAmongParts, NotCodedSo, NotYourAnnotation
from workbench.app.session import Session
from workbench.domain.codebook import Attribute, Category, Kind, UnknownCategory, Words
from workbench.domain.codebook_check import InsideItself
from workbench.domain.codebook_edit.errors import (
    CategoryExists,
    MergedIntoItself,
    MergedIntoRetired,
    NothingToSplitInto,
)
from workbench.domain.errors import Refusal
from workbench.domain.text import Span
from workbench.domain.values import CategoryNotOffered
from workbench.store.errors import NoSuchRow
from workbench.store.rejections import Rejection

PORT = Category("PORT", 0, Words("港口", "the port"))
DOCK = Category("DOCK", 0, Words("码头", "the dock"))


# --- merging ----------------------------------------------------------------


def test_a_rejection_of_both_stands_once_for_each_coder_and_place(
    session: Session, first: int
) -> None:
    session.run(RejectSuggestion(first, "actors", ("TOWN", "FIRM", "MAYOR"), 0, 2))
    session.run(RejectSuggestion(first, "actors", ("FIRM",), 2, 4))
    session.become("乙")
    session.run(RejectSuggestion(first, "actors", ("TOWN", "FIRM"), 0, 2))
    session.become("甲")
    reversible(session, MergeCategories("actors", ("FIRM", "MAYOR"), "TOWN"))
    assert len(dump(session)["rejection"]) == 3
    assert session.rejected(first) == {
        Rejection("actors", "TOWN", Span(0, 2)),
        Rejection("actors", "TOWN", Span(2, 4)),
    }


def test_annotations_of_every_coder_follow_a_merge(project: Path) -> None:
    with opened(project, "乙") as session:
        first, second = (each.id for each in session.articles())
        theirs = mark(session, second, "MAYOR")
    with opened(project) as session:
        mine = mark(session, first, "FIRM")
        session.run(SetMemo(mine, "备注"))
        other = mark(session, first, "TOWN", 2)
        before = one(session, mine)
        assert reversible(session, MergeCategories("actors", ("FIRM", "MAYOR"), "TOWN")) == 2
        found = {each: one(session, each) for each in (mine, theirs, other)}
        assert {each.values["actor"] for each in found.values()} == {("TOWN",)}
        assert found[mine].memo == "备注"
        assert found[mine].modified > before.modified
        assert found[other].modified < found[mine].modified
        assert keys(session) == ["TOWN", "GONE"]
        step = session.next_undo()
        assert step is not None
        assert (step.kind, dict(step.facts)) == (
            "merge_categories",
            {"code_list": "actors", "category": "TOWN", "name": "商会、镇长", "count": "2"},
        )


def test_what_comes_to_stand_twice_stands_once(session: Session, first: int) -> None:
    sources = [
        (["FIRM", "MAYOR", "TOWN"], ("TOWN", "MAYOR")),
        (["TOWN", "FIRM"], ("TOWN",)),
        (["MAYOR", "FIRM"], ("MAYOR", "TOWN")),
        (["FIRM"], ("TOWN",)),
    ]
    marked = [
        session.run(MarkSpan(first, "stance", n, n + 1, {"sources": given, "holder": "FIRM"}))
        for n, (given, _) in enumerate(sources)
    ]
    reversible(session, MergeCategories("actors", ("FIRM",), "TOWN"))
    for id_, (_, wanted) in zip(marked, sources, strict=True):
        assert one(session, id_).values == {"holder": ("TOWN",), "sources": wanted}


def test_the_one_that_stays_takes_over_what_the_others_had(session: Session) -> None:
    full = replace(
        PORT,
        aliases=("海港", "小镇议会", "小镇"),
        patterns=("港.",),
        members=("FIRM", "TOWN"),
        same_as="positions:p1",
    )
    session.run(AddCategory("actors", full))
    session.run(AddCategory("actors", replace(DOCK, parent="PORT", members=("PORT", "TOWN"))))
    session.run(EditCategory("positions", "n1", replace(_n1(session), same_as="actors:PORT")))
    reversible(session, MergeCategories("actors", ("PORT",), "TOWN"))
    town = category(session, "TOWN")
    assert town.aliases == ("小镇议会", "港口", "the port", "海港")
    assert (town.patterns, town.members) == (("港.",), ("FIRM",))
    assert town.same_as == "positions:p1"
    assert town.label == Words("小镇", "the town")
    dock = category(session, "DOCK")
    assert (dock.parent, dock.members) == ("TOWN", ("TOWN",))
    assert _n1(session).same_as == "actors:TOWN"
    assert session.finder.named("从海港到小镇", "actors") == ["TOWN"]


def _n1(session: Session) -> Category:
    return category(session, "n1", "positions")


def test_the_default_of_a_variable_follows(session: Session) -> None:
    reversible(session, MergeCategories("positions", ("p1",), "n1"))
    assert session.codebook.layer("actor").variable("role").default == "n1"


def test_a_child_can_take_the_place_of_its_parents(session: Session) -> None:
    session.run(AddCategory("actors", replace(PORT, parent="MAYOR")))
    reversible(session, MergeCategories("actors", ("TOWN", "MAYOR"), "PORT"))
    assert category(session, "PORT").parent is None
    assert keys(session) == ["FIRM", "GONE", "PORT"]


def test_a_retired_category_is_merged_like_any(session: Session, first: int) -> None:
    marked = mark(session, first, "FIRM")
    session.run(RetireCategories("actors", ("FIRM",)))
    reversible(session, MergeCategories("actors", ("FIRM",), "TOWN"))
    assert one(session, marked).values["actor"] == ("TOWN",)


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (MergeCategories("actors", (), "TOWN"), MergedIntoItself),
        (MergeCategories("actors", ("TOWN",), "TOWN"), MergedIntoItself),
        (MergeCategories("actors", ("NOBODY",), "TOWN"), UnknownCategory),
        (MergeCategories("actors", ("FIRM",), "NOBODY"), UnknownCategory),
        (MergeCategories("actors", ("FIRM",), "GONE"), MergedIntoRetired),
    ],
)
def test_a_merge_that_cannot_be_is_refused(
    session: Session, command: Command[int], kind: type[Refusal]
) -> None:
    refused(session, command, kind)


def test_a_merge_that_would_make_a_circle_is_refused(session: Session) -> None:
    session.run(AddCategory("actors", replace(PORT, members=("FIRM",))))
    session.run(EditCategory("actors", "TOWN", replace(_town(session), members=("PORT",))))
    refused(session, MergeCategories("actors", ("FIRM",), "TOWN"), InsideItself)


def _town(session: Session) -> Category:
    return category(session, "TOWN")


# --- splitting --------------------------------------------------------------


def test_each_passage_goes_where_it_is_assigned(session: Session, first: int) -> None:
    one_, two, three = (mark(session, first, "TOWN", start) for start in (0, 2, 4))
    stance = {"holder": "TOWN", "sources": ["FIRM", "TOWN", "MAYOR"]}
    four = session.run(MarkSpan(first, "stance", 0, 2, stance))
    assigned = {one_: "PORT", two: "DOCK", three: "TOWN", four: "FIRM"}
    into = (PORT, DOCK, "TOWN", "FIRM")
    reversible(session, SplitCategory("actors", "TOWN", into, assigned))
    assert keys(session) == ["TOWN", "PORT", "DOCK", "FIRM", "MAYOR", "GONE"]
    assert [category(session, key).code for key in ("PORT", "DOCK")] == [5, 6]
    values = [one(session, each).values for each in (one_, two, three, four)]
    assert [each["actor"] for each in values[:3]] == [("PORT",), ("DOCK",), ("TOWN",)]
    assert values[3] == {"holder": ("FIRM",), "sources": ("FIRM", "MAYOR")}
    assert not category(session, "TOWN").retired
    step = session.next_undo()
    assert step is not None
    assert (step.kind, step.facts["name"], step.facts["count"]) == ("split_category", "小镇", "3")


def test_what_is_split_up_whole_is_retired(session: Session, first: int) -> None:
    one_, two = mark(session, first, "MAYOR"), mark(session, first, "MAYOR", 2)
    assigned = {one_: "PORT", two: "DOCK"}
    reversible(session, SplitCategory("actors", "MAYOR", (PORT, DOCK), assigned))
    assert category(session, "MAYOR").retired
    assert {category(session, key).parent for key in ("PORT", "DOCK")} == {"TOWN"}
    session.undo()
    reversible(session, SplitCategory("actors", "MAYOR", (PORT, DOCK), {one_: "PORT"}))
    assert not category(session, "MAYOR").retired
    assert one(session, two).values["actor"] == ("MAYOR",)


def test_what_another_coder_has_coded_so_stays(project: Path) -> None:
    with opened(project, "乙") as session:
        first = session.articles()[0].id
        theirs = mark(session, first, "FIRM")
    with opened(project) as session:
        mine = mark(session, first, "FIRM")
        command = SplitCategory("actors", "FIRM", (PORT, DOCK), {mine: "PORT"})
        refused(session, replace(command, assignments={theirs: "PORT"}), NotYourAnnotation)
        reversible(session, command)
        assert one(session, theirs).values["actor"] == ("FIRM",)
        assert not category(session, "FIRM").retired


def test_a_split_that_cannot_be_is_refused(session: Session, first: int) -> None:
    firm, town = mark(session, first, "FIRM"), mark(session, first, "TOWN")
    split = SplitCategory("actors", "FIRM", (PORT, DOCK), {firm: "PORT"})
    refused(session, replace(split, assignments={town: "PORT"}), NotCodedSo)
    refused(session, replace(split, assignments={999_999: "PORT"}), NoSuchRow)
    refused(session, replace(split, assignments={firm: "TOWN"}), NotAmongParts)
    refused(session, replace(split, into=(PORT,)), NothingToSplitInto)
    refused(session, replace(split, into=(PORT, "PORT")), NothingToSplitInto)
    refused(session, replace(split, into=(PORT, "NOBODY")), UnknownCategory)
    refused(session, replace(split, into=(PORT, replace(DOCK, key="TOWN"))), CategoryExists)
    refused(session, replace(split, key="NOBODY"), UnknownCategory)


def test_no_passage_goes_where_it_could_not_be_coded_by_hand(session: Session, first: int) -> None:
    firm, other = mark(session, first, "FIRM"), mark(session, first, "FIRM", 2)
    retired = SplitCategory("actors", "FIRM", ("GONE", PORT), {other: "PORT", firm: "GONE"})
    refused(session, retired, CategoryNotOffered)
    refused(
        session,
        replace(retired, into=(replace(PORT, retired=True), DOCK), assignments={firm: "PORT"}),
        CategoryNotOffered,
    )
    seat = Attribute("seat", Kind.BOOLEAN, Words("席位", "seat"))
    actors = session.codebook.code_list("actors")
    session.run(EditCodeList("actors", replace(actors, attributes=(seat,))))
    role = session.codebook.layer("actor").variable("actor")
    session.run(EditVariable("actor", "actor", replace(role, requires="seat")))
    split = SplitCategory("actors", "FIRM", (PORT, DOCK), {firm: "PORT", other: "DOCK"})
    refused(session, split, CategoryNotOffered)
    seated = tuple(replace(each, attributes={"seat": True}) for each in (PORT, DOCK))
    # What stays is not asked: it is coded already.
    kept = replace(split, into=(*seated, "FIRM"), assignments={firm: "PORT", other: "FIRM"})
    reversible(session, kept)
    assert one(session, firm).values["actor"] == ("PORT",)
    assert one(session, other).values["actor"] == ("FIRM",)
