from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.commands.reversing import reversible
from tests.app.commands.test_categories import category, mark
from tests.app.commands.test_marking import one, refused, without_effect
from workbench.app.commands import (
    AddCodeList,
    Command,
    DeleteCodeList,
    EditCategory,
    EditCodeList,
    EditVariable,
    MoveCodeList,
)
from workbench.app.commands.errors import NoName
from workbench.app.session import Session
from workbench.domain.codebook import (
    Attribute,
    Category,
    CodeList,
    Guide,
    Kind,
    UnknownCodeList,
    Words,
)
from workbench.domain.codebook_check import (
    InsideItself,
    KeyTwice,
    ListMissing,
    NameNotAllowed,
    NotDeclared,
    ValueNotFitting,
)
from workbench.domain.codebook_edit.errors import ListExists, ListInUse
from workbench.domain.errors import Refusal, TextHoldsNul

TOPICS = CodeList(
    "topics",
    Words("议题", "Topics"),
    (Category("BRIDGE", 1, Words("桥", "bridge")), Category("TAX", 2, Words("税", "tax"))),
    (Attribute("since", Kind.DATE, Words("自", "since")),),
    ordered=True,
)


def lists(session: Session) -> list[str]:
    return [each.key for each in session.codebook.code_lists]


def test_a_list_is_added_with_its_categories(session: Session) -> None:
    reversible(session, AddCodeList(TOPICS))
    assert session.codebook.code_list("topics") == TOPICS
    assert lists(session) == ["actors", "positions", "topics"]


def test_a_list_is_changed_and_its_categories_stay(session: Session) -> None:
    session.run(AddCodeList(TOPICS))
    new = CodeList(
        "topics",
        Words("话题"),
        (),
        TOPICS.attributes,
        Guide(definition=Words("何事")),
    )
    reversible(session, EditCodeList("topics", new))
    assert session.codebook.code_list("topics") == replace(new, categories=TOPICS.categories)
    without_effect(session, EditCodeList("topics", new))


def test_a_new_key_of_a_list_is_followed(session: Session, first: int) -> None:
    marked = mark(session, first, "TOWN")
    town = replace(category(session, "TOWN"), same_as="actors:FIRM")
    session.run(EditCategory("actors", "TOWN", town))
    near = Attribute("near", Kind.CATEGORY, Words("近"), "actors")
    session.run(AddCodeList(replace(TOPICS, attributes=(near,))))
    bridge = replace(TOPICS.categories[0], same_as="actors:TOWN", attributes={"near": "FIRM"})
    session.run(EditCategory("topics", "BRIDGE", bridge))
    actors = session.codebook.code_list("actors")
    reversible(session, EditCodeList("actors", replace(actors, key="who")))
    assert lists(session) == ["who", "positions", "topics"]
    assert category(session, "TOWN", "who").same_as == "who:FIRM"
    assert category(session, "BRIDGE", "topics").same_as == "who:TOWN"
    assert session.codebook.code_list("topics").attributes[0].code_list == "who"
    assert session.codebook.layer("stance").variable("sources").code_list == "who"
    assert one(session, marked).values["actor"] == ("TOWN",)


def test_attributes_come_go_and_get_other_keys(session: Session) -> None:
    actors = session.codebook.code_list("actors")
    big = Attribute("big", Kind.BOOLEAN, Words("大"))
    size = Attribute("size", Kind.INTEGER, Words("大小"))
    reversible(session, EditCodeList("actors", replace(actors, attributes=(big, size))))
    town = replace(category(session, "TOWN"), attributes={"big": True, "size": 3})
    session.run(EditCategory("actors", "TOWN", town))
    holder = session.codebook.layer("stance").variable("holder")
    session.run(EditVariable("stance", "holder", replace(holder, requires="big")))
    new = replace(actors, attributes=(replace(big, key="large"),))
    refused(session, EditCodeList("actors", new), NotDeclared)
    reversible(session, EditCodeList("actors", new, {"big": "large"}))
    assert category(session, "TOWN").attributes == {"large": True}
    assert session.codebook.layer("stance").variable("holder").requires == "large"
    number = replace(actors, attributes=(replace(big, key="large", kind=Kind.DATE),))
    session.run(EditVariable("stance", "holder", holder))
    refused(session, EditCodeList("actors", number), ValueNotFitting)


def test_lists_move(session: Session) -> None:
    session.run(AddCodeList(TOPICS))
    reversible(session, MoveCodeList("topics", "actors"))
    assert lists(session) == ["topics", "actors", "positions"]
    reversible(session, MoveCodeList("topics"))
    assert lists(session) == ["actors", "positions", "topics"]
    without_effect(session, MoveCodeList("topics", "topics"))
    without_effect(session, MoveCodeList("actors", "positions"))


def test_a_list_that_nothing_takes_its_values_from_is_deleted(session: Session) -> None:
    session.run(AddCodeList(TOPICS))
    town = replace(category(session, "TOWN"), same_as="topics:TAX")
    session.run(EditCategory("actors", "TOWN", town))
    reversible(session, DeleteCodeList("topics"))
    assert lists(session) == ["actors", "positions"]
    assert category(session, "TOWN").same_as is None
    with pytest.raises(ListInUse, match=r"gives stance\.holder, stance\.sources, actor\."):
        session.run(DeleteCodeList("actors"))


def test_a_list_names_who_takes_its_values_also_among_attributes(session: Session) -> None:
    session.run(AddCodeList(TOPICS))
    actors = session.codebook.code_list("actors")
    about = Attribute("about", Kind.CATEGORY, Words("关于"), "topics")
    session.run(EditCodeList("actors", replace(actors, attributes=(about,))))
    with pytest.raises(ListInUse, match=r"gives actors\.about their"):
        session.run(DeleteCodeList("topics"))


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (AddCodeList(replace(TOPICS, key="actors")), ListExists),
        (AddCodeList(replace(TOPICS, key="to")), NameNotAllowed),
        (AddCodeList(replace(TOPICS, key="Topics")), NameNotAllowed),
        (AddCodeList(replace(TOPICS, label=Words())), NoName),
        (AddCodeList(replace(TOPICS, label=Words("a\0"))), TextHoldsNul),
        (AddCodeList(replace(TOPICS, categories=TOPICS.categories * 2)), KeyTwice),
        (
            AddCodeList(replace(TOPICS, categories=(Category("A", 1, Words(), parent="A"),))),
            InsideItself,
        ),
        (
            AddCodeList(replace(TOPICS, categories=(Category("A", 1, Words(), source="\0"),))),
            TextHoldsNul,
        ),
        (
            AddCodeList(
                replace(TOPICS, attributes=(Attribute("a", Kind.CATEGORY, Words(), "nothing"),))
            ),
            ListMissing,
        ),
        (EditCodeList("nothing", TOPICS), UnknownCodeList),
        (EditCodeList("actors", replace(TOPICS, key="positions")), ListExists),
        (EditCodeList("actors", replace(TOPICS, label=Words("", " "))), NoName),
        (EditCodeList("actors", replace(TOPICS, key="and")), NameNotAllowed),
        (MoveCodeList("nothing"), UnknownCodeList),
        (MoveCodeList("actors", "nothing"), UnknownCodeList),
        (DeleteCodeList("nothing"), UnknownCodeList),
    ],
)
def test_what_cannot_be_is_refused(
    session: Session, command: Command[None], kind: type[Refusal]
) -> None:
    refused(session, command, kind)
