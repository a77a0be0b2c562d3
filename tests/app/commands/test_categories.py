from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.commands.reversing import reversible
from tests.app.commands.test_marking import one, refused, without_effect
from tests.app.world import opened
from workbench.app.commands import (
    AddCategory,
    Command,
    DeleteCategories,
    EditCategory,
    EditLayer,
    GiveKey,
    MarkSpan,
    MoveCategories,
    RetireCategories,
    SetValues,
)
from workbench.app.commands.errors import CategoryInUse, NoName
from workbench.app.session import Session
from workbench.domain.codebook import Category, Guide, UnknownCategory, UnknownCodeList, Words
from workbench.domain.codebook_check import (
    CategoryKeyNotAllowed,
    InsideItself,
    KeyTwice,
    NotInList,
    PatternNotFitting,
    ShortcutTaken,
)
from workbench.domain.codebook_edit.errors import CategoryExists
from workbench.domain.errors import Refusal, TextHoldsNul
from workbench.domain.patterns import PatternBracketStray, PatternTooLarge, PatternTooLong
from workbench.domain.values import CategoryNotOffered

NEW = Category("PORT", 0, Words("港口", "the port"))


def keys(session: Session, code_list: str = "actors") -> list[str]:
    return [each.key for each in session.codebook.code_list(code_list).categories]


def category(session: Session, key: str, code_list: str = "actors") -> Category:
    return session.codebook.code_list(code_list).category(key)


def mark(session: Session, article: int, key: str, start: int = 0) -> int:
    return session.run(MarkSpan(article, "actor", start, start + 2, {"actor": key}))


def test_a_category_is_put_before_another(session: Session) -> None:
    assert reversible(session, AddCategory("actors", NEW, "FIRM")) == "PORT"
    assert keys(session) == ["TOWN", "PORT", "FIRM", "MAYOR", "GONE"]
    refused(session, AddCategory("actors", replace(NEW, key="X"), "NOWHERE"), UnknownCategory)


def test_a_category_is_changed(session: Session, first: int) -> None:
    marked = mark(session, first, "FIRM")
    before = session.annotations(first)
    new = replace(
        category(session, "FIRM"),
        code=77,
        score=1.5,
        label=Words("商会", "chamber"),
        guide=Guide(definition=Words("本地商会"), exclude=Words("邻镇的商会")),
        aliases=("商会", "商人们"),
        patterns=("商[会人]",),
        members=("TOWN",),
        source="自拟",
        colour="#2299DD",
        shortcut="Ctrl+1",
        parent="MAYOR",
    )
    reversible(session, EditCategory("actors", "FIRM", new))
    assert category(session, "FIRM") == new
    assert session.annotations(first) == before
    assert session.finder.find("商人们")[0].category == new
    assert one(session, marked).values["actor"] == ("FIRM",)


def test_a_code_that_is_not_given_stays(session: Session) -> None:
    session.run(EditCategory("actors", "FIRM", replace(category(session, "FIRM"), code=0)))
    assert category(session, "FIRM").code == 2


def test_a_new_key_is_followed_by_all_that_names_it(session: Session, first: int) -> None:
    group = replace(NEW, key="ALL", members=("TOWN", "FIRM"), same_as="actors:TOWN")
    session.run(AddCategory("actors", group))
    marked = mark(session, first, "TOWN")
    session.run(SetValues(marked, {"role": "n1"}))
    renamed = replace(category(session, "TOWN"), key="镇")
    reversible(session, EditCategory("actors", "TOWN", renamed))
    assert keys(session) == ["镇", "FIRM", "MAYOR", "GONE", "ALL"]
    assert category(session, "MAYOR").parent == "镇"
    assert category(session, "ALL").members == ("镇", "FIRM")
    assert category(session, "ALL").same_as == "actors:镇"
    assert one(session, marked).values == {"actor": ("镇",), "role": ("n1",)}
    reversible(session, EditCategory("positions", "p1", replace(_p1(session), key="plus")))
    assert session.codebook.layer("actor").variable("role").default == "plus"
    step = session.next_undo()
    assert step is not None
    assert (step.kind, step.facts["category"]) == ("edit_category", "plus")


def _p1(session: Session) -> Category:
    return category(session, "p1", "positions")


def test_what_is_the_same_is_no_step(session: Session) -> None:
    without_effect(session, EditCategory("actors", "FIRM", category(session, "FIRM")))
    without_effect(session, MoveCategories("actors", (), None))
    without_effect(session, RetireCategories("actors", ("FIRM",), retired=False))
    without_effect(session, MoveCategories("actors", ("TOWN",), None, "FIRM"))


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (EditCategory("nothing", "FIRM", NEW), UnknownCodeList),
        (EditCategory("actors", "NOBODY", NEW), UnknownCategory),
        (EditCategory("actors", "FIRM", replace(NEW, key="TOWN")), CategoryExists),
        (EditCategory("actors", "FIRM", replace(NEW, label=Words(" "))), NoName),
        (EditCategory("actors", "FIRM", replace(NEW, key="a;b")), CategoryKeyNotAllowed),
        (EditCategory("actors", "FIRM", replace(NEW, code=1)), KeyTwice),
        (EditCategory("actors", "FIRM", replace(NEW, aliases=("a\0",))), TextHoldsNul),
        (EditCategory("actors", "FIRM", replace(NEW, patterns=("a\0",))), TextHoldsNul),
        (EditCategory("actors", "FIRM", replace(NEW, patterns=("(",))), PatternNotFitting),
        (AddCategory("actors", replace(NEW, patterns=("甲{e<=1}",))), PatternBracketStray),
        (
            EditCategory("actors", "FIRM", replace(NEW, patterns=("(甲{200}){99}",))),
            PatternTooLarge,
        ),
        (AddCategory("actors", replace(NEW, patterns=("甲" * 1001,))), PatternTooLong),
        (EditCategory("actors", "TOWN", replace(NEW, key="TOWN", parent="MAYOR")), InsideItself),
        (EditCategory("actors", "TOWN", replace(NEW, parent="PORT")), InsideItself),
        (EditCategory("actors", "FIRM", replace(NEW, parent="NOBODY")), NotInList),
        (MoveCategories("actors", ("TOWN",), "MAYOR"), InsideItself),
        (MoveCategories("actors", ("TOWN",), "TOWN"), InsideItself),
        (MoveCategories("actors", ("NOBODY",), None), UnknownCategory),
        (MoveCategories("actors", ("TOWN",), "NOBODY"), UnknownCategory),
        (MoveCategories("actors", ("TOWN",), None, "NOBODY"), UnknownCategory),
        (RetireCategories("actors", ("FIRM", "NOBODY")), UnknownCategory),
        (DeleteCategories("actors", ("FIRM", "NOBODY")), UnknownCategory),
    ],
)
def test_what_cannot_be_is_refused(
    session: Session, command: Command[None], kind: type[Refusal]
) -> None:
    refused(session, command, kind)


def test_a_shortcut_that_is_taken_is_refused_with_who_has_it(session: Session) -> None:
    session.run(EditCategory("actors", "FIRM", replace(category(session, "FIRM"), shortcut="1")))
    taken = replace(category(session, "TOWN"), shortcut="1")
    with pytest.raises(ShortcutTaken, match="“1” of “the chamber” is that of “the town”"):
        session.run(EditCategory("actors", "TOWN", taken))
    session.run(RetireCategories("actors", ("FIRM",)))
    session.run(EditCategory("actors", "TOWN", taken))
    refused(session, RetireCategories("actors", ("FIRM",), retired=False), ShortcutTaken)


def test_a_key_is_given_and_taken_from_another_category(session: Session) -> None:
    reversible(session, GiveKey("actors", "FIRM", "1"))
    reversible(session, GiveKey("actors", "TOWN", "1"))
    assert (category(session, "FIRM").shortcut, category(session, "TOWN").shortcut) == ("", "1")
    reversible(session, GiveKey("actors", "TOWN", ""))
    assert category(session, "TOWN").shortcut == ""
    without_effect(session, GiveKey("actors", "TOWN", ""))
    refused(session, GiveKey("actors", "NOBODY", "1"), UnknownCategory)
    refused(session, GiveKey("actors", "TOWN", "\0"), TextHoldsNul)
    layer = replace(session.codebook.layer("actor"), shortcut="A")
    session.run(EditLayer("actor", layer))
    refused(session, GiveKey("actors", "TOWN", "a"), ShortcutTaken)


# --- the tree ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("moved", "parent", "before", "order"),
    [
        (("GONE",), None, "TOWN", ["GONE", "TOWN", "FIRM", "MAYOR"]),
        (("TOWN",), None, None, ["FIRM", "MAYOR", "GONE", "TOWN"]),
        (("FIRM", "GONE"), "MAYOR", "TOWN", ["FIRM", "GONE", "TOWN", "MAYOR"]),
        (("GONE", "FIRM"), None, "FIRM", ["TOWN", "GONE", "FIRM", "MAYOR"]),
        (("MAYOR", "GONE"), None, "MAYOR", ["TOWN", "FIRM", "MAYOR", "GONE"]),
    ],
)
def test_categories_move(
    session: Session,
    moved: tuple[str, ...],
    parent: str | None,
    before: str | None,
    order: list[str],
) -> None:
    reversible(session, MoveCategories("actors", moved, parent, before))
    assert keys(session) == order
    assert {category(session, key).parent for key in moved} == {parent}


def test_what_lies_under_what_moves_goes_along(session: Session) -> None:
    session.run(AddCategory("actors", replace(NEW, parent="MAYOR")))
    reversible(session, MoveCategories("actors", ("TOWN", "PORT"), "FIRM"))
    assert category(session, "TOWN").parent == "FIRM"
    assert category(session, "PORT").parent == "MAYOR"


# --- retiring and deleting --------------------------------------------------


def test_a_retired_category_stays_where_it_is_coded(session: Session, first: int) -> None:
    marked = mark(session, first, "FIRM")
    reversible(session, RetireCategories("actors", ("FIRM", "MAYOR")))
    assert one(session, marked).values["actor"] == ("FIRM",)
    with pytest.raises(CategoryNotOffered):
        mark(session, first, "FIRM", 4)
    step = session.next_undo()
    assert step is not None
    assert dict(step.facts) == {
        "code_list": "actors",
        "category": "FIRM",
        "name": "商会",
        "count": "2",
        "retired": "1",
    }
    reversible(session, RetireCategories("actors", ("FIRM", "GONE"), retired=False))
    mark(session, first, "GONE", 4)


def test_a_retired_category_is_nobodys_default(session: Session) -> None:
    reversible(session, RetireCategories("positions", ("p1",)))
    assert session.codebook.layer("actor").variable("role").default == ""
    session.undo()
    reversible(session, EditCategory("positions", "p1", replace(_p1(session), retired=True)))
    assert session.codebook.layer("actor").variable("role").default == ""


def test_what_is_coded_is_not_deleted(project: Path) -> None:
    with opened(project, "乙") as session:
        first, second = (each.id for each in session.articles())
        mark(session, first, "FIRM")
        mark(session, second, "FIRM", 4)
        mark(session, second, "TOWN")
    with opened(project) as session:
        refused(session, DeleteCategories("actors", ("MAYOR", "FIRM")), CategoryInUse)
        with pytest.raises(CategoryInUse, match=r"coded with FIRM: 2 \(articles: 2\);"):
            session.run(DeleteCategories("actors", ("MAYOR", "FIRM")))
        with pytest.raises(CategoryInUse, match=r": 3 \(articles: 2\)"):
            session.run(DeleteCategories("actors", ("TOWN", "FIRM")))


def test_what_is_deleted_is_named_no_more(session: Session) -> None:
    session.run(AddCategory("actors", replace(NEW, parent="MAYOR", members=("MAYOR", "FIRM"))))
    session.run(AddCategory("actors", replace(NEW, key="TWIN", same_as="actors:MAYOR")))
    reversible(session, DeleteCategories("actors", ("MAYOR",)))
    assert keys(session) == ["TOWN", "FIRM", "GONE", "PORT", "TWIN"]
    port = category(session, "PORT")
    assert (port.parent, port.members) == ("TOWN", ("FIRM",))
    assert category(session, "TWIN").same_as is None
    reversible(session, DeleteCategories("positions", ("p1",)))
    assert session.codebook.layer("actor").variable("role").default == ""
    reversible(session, DeleteCategories("actors", ("TOWN", "PORT", "FIRM", "GONE", "TWIN")))
    assert keys(session) == []


# --- what is used -----------------------------------------------------------


def test_what_is_used_is_counted(project: Path) -> None:
    with opened(project, "乙") as session:
        first, second = (each.id for each in session.articles())
        mark(session, first, "FIRM")
    with opened(project) as session:
        mine = [mark(session, second, "FIRM", 4), mark(session, first, "TOWN", 2)]
        stance = {"holder": "FIRM", "sources": ["TOWN", "FIRM"]}
        mine.append(session.run(MarkSpan(first, "stance", 0, 2, stance)))

        def used(*named: object, **more: object) -> tuple[int, int, int]:
            found = session.usage(*named, **more)  # type: ignore[arg-type]
            return found.annotations, found.articles, found.coders

        assert used() == (4, 2, 2)
        assert used("actors") == (4, 2, 2)
        assert used("positions") == (3, 2, 2)
        assert used("actors", "FIRM") == (3, 2, 2)
        assert used("actors", ["FIRM", "TOWN"]) == (4, 2, 2)
        assert used("actors", "MAYOR") == (0, 0, 0)
        assert used(layer="stance") == (1, 1, 1)
        assert used(layer="stance", variable="sources") == (1, 1, 1)
        assert used("actors", "TOWN", "stance", "holder") == (0, 0, 0)
        assert used("actors", "FIRM", layer="actor") == (2, 2, 2)
        holding = session.annotations_with("actors", "FIRM")
        assert [each.id for each in holding] == [mine[2], mine[0]]
        everybody = session.annotations_with("actors", "FIRM", all_coders=True)
        assert len(everybody) == 3
        assert [each.article for each in everybody] == [first, first, second]
        with pytest.raises(UnknownCategory):
            session.annotations_with("actors", "NOBODY")
        with pytest.raises(UnknownCategory):
            session.usage("actors", ["FIRM", "NOBODY"])
