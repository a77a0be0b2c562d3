from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.app.commands.reversing import reversible
from tests.app.commands.test_categories import category, mark
from tests.app.commands.test_marking import one, refused
from tests.app.commands.test_variables import stance
from tests.app.world import CODEBOOK, article, opened
from workbench.app.commands import (
    AddCategory,
    AddCodeList,
    DeleteCategories,
    EditCategory,
    EditCodeList,
    EditLayer,
    EditVariable,
    FreezeCodebook,
    ImportArticles,
    MoveCategories,
    RetireCategories,
    ReviewAnnotations,
)
from workbench.app.commands.errors import (
    ChangedSinceFrozen,
    NoName,
    NothingFrozen,
    NotYourAnnotation,
    VersionExists,
)
from workbench.app.projects import new_project_from
from workbench.app.session import Session, Step
from workbench.domain.codebook import Category, CodeList, Guide, Words
from workbench.domain.errors import TextHoldsNul
from workbench.store.errors import NoSuchRow

NEW = Category("PORT", 0, Words("港口", "the port"))


def redefine(session: Session, which: str, text: str, **more: Any) -> None:
    old = category(session, which)
    guide = replace(old.guide, definition=Words(text))
    session.run(EditCategory("actors", which, replace(old, guide=guide, **more)))


def to_review(session: Session, **options: bool) -> list[tuple[int, tuple[str, ...]]]:
    return [(each.annotation.id, each.places) for each in session.to_review(**options)]


def test_a_version_keeps_the_codebook_as_it_was(session: Session) -> None:
    assert session.versions() == []
    id_ = reversible(session, FreezeCodebook("  v1,  第一稿 ", " 试编之后 "))
    (version,) = session.versions()
    assert (version.id, version.name, version.note) == (id_, "v1, 第一稿", "试编之后")
    assert version.coder == "甲"
    assert version.created.startswith("20")
    session.run(AddCategory("actors", NEW))
    assert session.version(id_) == CODEBOOK
    assert session.codebook != CODEBOOK
    two = session.run(FreezeCodebook("v2"))
    assert [each.id for each in session.versions()] == [id_, two]
    step = session.next_undo()
    assert step is not None
    assert (step.kind, dict(step.facts)) == ("freeze_codebook", {"name": "v2"})


def test_a_version_has_a_name_of_its_own(session: Session) -> None:
    session.run(FreezeCodebook("v1"))
    refused(session, FreezeCodebook(" v1 "), VersionExists)
    refused(session, FreezeCodebook(" "), NoName)
    refused(session, FreezeCodebook("a\0"), TextHoldsNul)
    refused(session, FreezeCodebook("v2", "\0"), TextHoldsNul)
    with pytest.raises(NoSuchRow):
        session.version(999_999)


def test_an_annotation_knows_under_which_version_it_was_made(session: Session, first: int) -> None:
    before = mark(session, first, "TOWN")
    v1 = session.run(FreezeCodebook("v1"))
    under = mark(session, first, "TOWN", 2)
    v2 = session.run(FreezeCodebook("v2"))
    later = mark(session, first, "TOWN", 4)
    assert [one(session, each).version for each in (before, under, later)] == [None, v1, v2]
    for _ in range(3):
        session.undo()
    again = mark(session, first, "TOWN", 2)
    assert one(session, again).version == v1


def test_an_import_that_goes_on_rests_on_no_version_frozen_meanwhile(session: Session) -> None:
    step = Step()
    one_ = session.run(ImportArticles((article(values={"genre": "评论"}),)), step)
    session.run(FreezeCodebook("v1"))
    two = session.run(ImportArticles((article(values={"genre": "评论"}),)), step)
    made = [each for id_ in (*one_, *two) for each in session.annotations(id_)]
    assert [each.version for each in made] == [None, None]
    session.undo()
    session.undo()
    session.redo()
    session.redo()
    assert [each.name for each in session.versions()] == ["v1"]


# --- what differs -----------------------------------------------------------


def test_what_changed_is_told_thing_by_thing(session: Session) -> None:
    v1 = session.run(FreezeCodebook("v1"))
    session.run(AddCategory("actors", NEW))
    session.run(DeleteCategories("actors", ("GONE",)))
    redefine(session, "TOWN", "镇的机关", key="镇", aliases=("小镇议会", "镇政府"), score=1.0)
    session.run(RetireCategories("actors", ("FIRM",)))
    session.run(MoveCategories("actors", ("PORT",), None, "FIRM"))
    session.run(MoveCategories("actors", ("MAYOR",), None, "镇"))
    session.run(AddCodeList(CodeList("topics", Words("议题"), ordered=True)))
    stance_layer = session.codebook.layer("stance")
    session.run(EditLayer("stance", replace(stance_layer, complete=(("holder",),))))
    holder = stance_layer.variable("holder")
    session.run(
        EditVariable("stance", "holder", replace(holder, key="who", question=Words("谁？")))
    )
    found = [
        (each.kind, each.thing, each.path[-1].zh if each.path else "", each.field)
        for each in session.differences(v1)
    ]
    assert (
        found
        == [
            ("added", "list", "议题", ""),
            ("cleared", "category", "镇长", "parent"),
            ("renamed", "category", "小镇", "key"),
            ("set", "category", "小镇", "definition_zh"),
            ("set", "category", "小镇", "score"),
            ("changed", "category", "小镇", "aliases"),
            ("added", "category", "港口", ""),
            ("retired", "category", "商会", ""),
            ("removed", "category", "旧镇", ""),
            ("reordered", "category", "行为体", ""),
            ("changed", "layer", "立场", "complete"),
            ("renamed", "variable", "持有者", "key"),
            ("set", "variable", "持有者", "question_zh"),
        ]
        or found[1][0] == "cleared"
    )
    v2 = session.run(FreezeCodebook("v2"))
    assert session.differences(v1, v2) == session.differences(v1)
    assert session.differences(v2) == []
    back = {(each.kind, each.thing) for each in session.differences(v2, v1)}
    assert {("restored", "category"), ("cleared", "category"), ("removed", "list")} <= back


def test_a_category_of_the_same_key_made_anew_is_told_as_changed(session: Session) -> None:
    v1 = session.run(FreezeCodebook("v1"))
    session.run(DeleteCategories("actors", ("FIRM",)))
    session.run(AddCategory("actors", Category("FIRM", 2, Words("商会", "the chamber"))))
    assert [each.kind for each in session.differences(v1)] == ["reordered"]


# --- what is to be reviewed -------------------------------------------------


def test_what_was_made_under_other_rules_is_listed(
    session: Session, first: int, second: int
) -> None:
    assert to_review(session) == []
    early = mark(session, second, "TOWN")
    session.run(FreezeCodebook("v1"))
    town, firm = mark(session, first, "TOWN", 2), mark(session, first, "FIRM")
    both = stance(session, first, holder="TOWN", sources=["FIRM", "TOWN"])
    assert to_review(session) == []
    redefine(session, "TOWN", "镇的机关", aliases=("镇",))
    changed = ("actors:TOWN",)
    assert to_review(session) == [(both, changed), (town, changed), (early, changed)]
    # Only what it means is looked at again, and only if it was there.
    session.run(EditCategory("actors", "FIRM", replace(category(session, "FIRM"), score=3.0)))
    session.run(AddCategory("actors", replace(NEW, guide=Guide(definition=Words("港")))))
    assert len(to_review(session)) == 3
    layer = session.codebook.layer("actor")
    session.run(EditLayer("actor", replace(layer, guide=Guide(exclude=Words("代词")))))
    holder = session.codebook.layer("stance").variable("holder")
    session.run(EditVariable("stance", "holder", replace(holder, question=Words("谁？"))))
    assert to_review(session) == [
        (firm, ("actor",)),
        (both, ("stance.holder", "actors:TOWN")),
        (town, ("actor", "actors:TOWN")),
        (early, ("actor", "actors:TOWN")),
    ]


def test_what_is_reviewed_is_off_the_list_until_the_rules_change_again(
    session: Session, first: int
) -> None:
    marked = mark(session, first, "TOWN")
    refused(session, ReviewAnnotations((marked,)), NothingFrozen)
    session.run(FreezeCodebook("v1"))
    redefine(session, "TOWN", "镇的机关")
    other = mark(session, first, "FIRM", 2)
    refused(session, ReviewAnnotations((marked,)), ChangedSinceFrozen)
    session.run(ReviewAnnotations((other,)))  # its rules are those that were frozen
    session.undo()
    v2 = session.run(FreezeCodebook("v2"))
    assert to_review(session) == [(marked, ("actors:TOWN",))]
    reversible(session, ReviewAnnotations((marked, marked)))
    assert one(session, marked).reviewed == v2
    assert to_review(session) == []
    redefine(session, "TOWN", "镇的一切")
    assert to_review(session) == [(marked, ("actors:TOWN",))]
    (found,) = session.to_review()
    assert found.version == v2


def test_one_reviews_ones_own(project: Path) -> None:
    with opened(project, "乙") as session:
        first = session.articles()[0].id
        theirs = mark(session, first, "TOWN")
    with opened(project) as session:
        mine = mark(session, first, "TOWN", 4)
        session.run(FreezeCodebook("v1"))
        redefine(session, "TOWN", "镇的机关")
        session.run(FreezeCodebook("v2"))
        assert [id_ for id_, _ in to_review(session)] == [mine]
        assert [id_ for id_, _ in to_review(session, all_coders=True)] == [theirs, mine]
        refused(session, ReviewAnnotations((mine, theirs)), NotYourAnnotation)


def test_other_keys_are_no_other_rules(session: Session, first: int) -> None:
    marked = mark(session, first, "TOWN")
    session.run(FreezeCodebook("v1"))
    session.run(EditCategory("actors", "TOWN", replace(category(session, "TOWN"), key="镇")))
    actors = session.codebook.code_list("actors")
    session.run(EditCodeList("actors", replace(actors, key="who")))
    layer = session.codebook.layer("actor")
    session.run(EditLayer("actor", replace(layer, key="named")))
    assert to_review(session) == []
    old = category(session, "镇", "who")
    new = replace(old, guide=Guide(include=Words("镇长也算")))
    session.run(EditCategory("who", "镇", new))
    assert to_review(session) == [(marked, ("who:镇",))]


def test_versions_come_along_to_a_project_made_from_this_one(project: Path, tmp_path: Path) -> None:
    with opened(project) as session:
        session.run(FreezeCodebook("v1", "备注"))
        redefine(session, "TOWN", "镇的机关")
    copy = tmp_path / "copy.workbench"
    new_project_from(copy, project)
    with opened(copy, "丙") as session:
        (version,) = session.versions()
        assert (version.name, version.note, version.coder) == ("v1", "备注", "")
        assert session.version(version.id) == CODEBOOK
        assert [each.field for each in session.differences(version.id)] == ["definition_zh"]
        marked = mark(session, session.articles()[0].id, "TOWN")
        assert one(session, marked).version == version.id
