from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from tests.app.commands.test_marking import one, refused
from tests.app.world import CODEBOOK, assert_sound, dump, heard
from workbench.app.commands import AddCategory, MarkSpan
from workbench.app.commands.codebook import key_for, new_category
from workbench.app.commands.errors import NoName
from workbench.app.projects import starter_codebook
from workbench.app.session import Session
from workbench.domain.codebook import Category, CodeList, Guide, UnknownCodeList, Words
from workbench.domain.codebook_check import (
    CategoryKeyNotAllowed,
    CodeNotAllowed,
    KeyTwice,
    NotDeclared,
    NotInList,
    TwinMissing,
    ValueNotFitting,
)
from workbench.domain.codebook_edit.categories import numbered
from workbench.domain.codebook_edit.errors import CategoryExists
from workbench.domain.errors import Refusal, TextHoldsNul, TextHoldsSurrogate

NEW = Category("PORT", 0, Words("港口", "the port"), aliases=("海港",), parent="TOWN")


def test_a_category_is_added_while_coding(session: Session, first: int) -> None:
    before, changes = dump(session), heard(session)
    assert session.run(AddCategory("actors", NEW)) == "PORT"
    added = session.codebook.code_list("actors").category("PORT")
    assert added == replace(NEW, code=5)
    assert changes[0].touches("category", "alias")
    assert session.finder.find("海港")[0].category == added
    assert session.finder.named("去海港看看", "actors") == ["PORT"]
    marked = session.run(MarkSpan(first, "actor", 0, 2, {"actor": "PORT"}))
    assert one(session, marked).values["actor"] == ("PORT",)
    assert_sound(session)
    session.undo()
    session.undo()
    assert dump(session) == before
    assert session.codebook == CODEBOOK
    assert session.finder.find("海港") == []
    session.redo()
    assert session.codebook.code_list("actors").category("PORT") == added


def test_a_code_of_its_own_is_kept(session: Session) -> None:
    session.run(AddCategory("actors", replace(NEW, code=77)))
    session.run(AddCategory("actors", replace(NEW, key="DOCK")))
    codes = {each.key: each.code for each in session.codebook.code_list("actors").categories}
    assert (codes["PORT"], codes["DOCK"]) == (77, 78)


def test_the_next_free_code_means_nothing_missing() -> None:
    low = Category("LOW", -100, Words("低"))
    assert numbered(CodeList("l", Words(), (low,)), NEW).code == 1
    assert numbered(CodeList("l", Words()), NEW).code == 1


def test_the_step_is_named(session: Session) -> None:
    session.run(AddCategory("actors", NEW))
    step = session.next_undo()
    assert step is not None
    assert (step.kind, dict(step.facts)) == (
        "add_category",
        {"code_list": "actors", "category": "PORT"},
    )


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"key": "TOWN"}, CategoryExists),
        ({"key": " "}, NoName),
        ({"label": Words()}, NoName),
        ({"key": "a\0"}, TextHoldsNul),
        ({"label": Words("\ud800")}, TextHoldsSurrogate),
        ({"aliases": ("\0",)}, TextHoldsNul),
        ({"key": "a;b"}, CategoryKeyNotAllowed),
        ({"code": 1}, KeyTwice),
        ({"code": -97}, CodeNotAllowed),
        ({"score": -99.0}, CodeNotAllowed),
        ({"code": 2**31}, ValueNotFitting),
        ({"score": math.nan}, ValueNotFitting),
        ({"score": math.inf}, ValueNotFitting),
        ({"source": "a\0"}, TextHoldsNul),
        ({"guide": Guide(example=Words("\ud800"))}, TextHoldsSurrogate),
        ({"parent": "NOBODY"}, NotInList),
        ({"members": ("NOBODY",)}, NotInList),
        ({"same_as": "positions:NOBODY"}, TwinMissing),
        ({"attributes": {"rank": 1}}, NotDeclared),
    ],
)
def test_a_category_that_cannot_be_is_refused(
    session: Session, changes: dict[str, Any], kind: type[Refusal]
) -> None:
    refused(session, AddCategory("actors", replace(NEW, **changes)), kind)
    assert session.codebook == CODEBOOK


def test_a_list_that_is_not_there_is_refused(session: Session) -> None:
    refused(session, AddCategory("nothing", NEW), UnknownCodeList)


def test_a_free_key_is_found() -> None:
    def named(*keys: str) -> CodeList:
        return CodeList("l", Words(), tuple(Category(k, n, Words()) for n, k in enumerate(keys)))

    assert key_for(named(), "港口") == "N001"
    assert key_for(named("N002"), "港口") == "N003"
    assert key_for(named("A", "B"), "港口") == "N003"
    assert key_for(named(), "  ") == ""


def test_what_another_list_has_is_added_as_its_twin_with_its_names() -> None:
    starter = starter_codebook()
    # AUKUS has its twin there already.
    assert new_category(starter, "stance_targets", "美英澳三边安全伙伴关系").same_as is None
    nato = new_category(starter, "stance_targets", "nato")
    assert (nato.same_as, nato.label) == ("actors:O_NATO", Words("北约", "NATO"))
    usa = new_category(starter, "stance_targets", "白宫")
    assert usa.same_as == "actors:USA"
    names = starter.code_list("actors").category("USA").aliases
    assert usa.aliases == tuple(each for each in names if each != usa.label.zh)
    assert {"华盛顿", "白宫", "美方"} <= set(usa.aliases)


def test_what_two_lists_have_or_none_is_added_without_a_twin() -> None:
    starter = starter_codebook()
    assert new_category(starter, "stance_targets", "某条新航线").same_as is None
    assert new_category(starter, "stance_targets", "特朗普政府").same_as is None
    # Actors have no twins anywhere: what concepts are called so is another thing.
    assert new_category(starter, "actors", "战略自主").same_as is None


def test_a_new_category_has_what_its_field_requires() -> None:
    new = new_category(starter_codebook(), "actors", "某报", "can_hold")
    assert new.attributes == {"can_hold": True}
    assert new.label == Words(zh="某报")
    assert new_category(starter_codebook(), "actors", "Some Daily").label == Words(en="Some Daily")
