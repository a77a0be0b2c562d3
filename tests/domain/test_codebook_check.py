from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from tests.domain.strategies import codebooks
from workbench.domain.codebook import (
    Attribute,
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Scope,
    Variable,
    Want,
    Words,
)
from workbench.domain.codebook_check import (
    CategoryKeyNotAllowed,
    CodebookInconsistent,
    CodeNotAllowed,
    InsideItself,
    KeyTwice,
    ListMissing,
    ListNotNamed,
    NameNotAllowed,
    NotDeclared,
    NotInList,
    RuleNotFitting,
    ShortcutTaken,
    TwinMissing,
    ValueNotFitting,
    WantNotFitting,
    check_codebook,
)

ATTRIBUTES = (
    Attribute("can_hold", Kind.BOOLEAN, Words()),
    Attribute("since", Kind.DATE, Words()),
    Attribute("near", Kind.CATEGORY, Words(), "actors"),
)
A = Category("A", 1, Words("甲", "A"), attributes={"can_hold": True, "since": "2017/2021"})
B = Category("B", 2, Words("乙", "B"), parent="A", members=("A",), same_as="actors:A")
C = Category("C", 3, Words("丙", "C"), attributes={"near": "OLD"})
OLD = Category("OLD", 4, Words("旧", "old"), retired=True)
ACTORS = CodeList("actors", Words(), (A, B, C, OLD), ATTRIBUTES)
HOLDER = Variable("holder", Kind.CATEGORY, Words(), "actors", requires="can_hold", default="A")
NOTE = Variable("note", Kind.TEXT, Words())
LAYER = Layer("stance", Words(), Scope.SPAN, (HOLDER, NOTE), complete=(("holder", "note"),))
BOOK = Codebook(Words(), (ACTORS,), (LAYER,))


def _with_category(**changes: Any) -> Codebook:
    return _with_list(categories=(A, B, replace(C, **changes), OLD))


def _with_list(**changes: Any) -> Codebook:
    return replace(BOOK, code_lists=(replace(ACTORS, **changes),))


def _with_layer(**changes: Any) -> Codebook:
    return replace(BOOK, layers=(replace(LAYER, **changes),))


def _with_variable(**changes: Any) -> Codebook:
    return _with_layer(variables=(HOLDER, replace(NOTE, **changes)))


@given(codebooks())
def test_what_holds_together_is_accepted(codebook: Codebook) -> None:
    check_codebook(codebook)


def test_an_attribute_is_never_missing() -> None:
    longitude = Attribute("longitude", Kind.REAL, Words())
    check_codebook(
        _with_list(
            attributes=(*ATTRIBUTES, longitude),
            categories=(A, B, replace(C, attributes={"longitude": -97.0}), OLD),
        )
    )


def test_the_codebook_of_these_tests_is_accepted_with_a_retired_attribute_value() -> None:
    check_codebook(BOOK)


WRONG: list[tuple[Codebook, type[CodebookInconsistent], str]] = [
    (replace(BOOK, code_lists=(ACTORS, ACTORS)), KeyTwice, "code_lists"),
    (replace(BOOK, layers=(LAYER, LAYER)), KeyTwice, "layers"),
    (_with_layer(variables=(HOLDER, NOTE, NOTE)), KeyTwice, "stance"),
    (_with_list(attributes=(*ATTRIBUTES, ATTRIBUTES[0])), KeyTwice, "actors"),
    (_with_category(key="B"), KeyTwice, "actors"),
    (_with_category(code=2), KeyTwice, "actors"),
    (_with_category(key=""), CategoryKeyNotAllowed, "actors"),
    (_with_category(key="a;b"), CategoryKeyNotAllowed, "actors"),
    (_with_category(key="a:b"), CategoryKeyNotAllowed, "actors"),
    (_with_category(key="a\nb"), CategoryKeyNotAllowed, "actors"),
    (_with_category(key=" a"), CategoryKeyNotAllowed, "actors"),
    (_with_category(code=-97), CodeNotAllowed, "actors:C"),
    (_with_category(code=-99), CodeNotAllowed, "actors:C"),
    (_with_category(parent="X"), NotInList, "actors:C"),
    (_with_category(parent=""), NotInList, "actors:C"),
    (_with_category(members=("A", "X")), NotInList, "actors:C"),
    (_with_category(same_as="actors:X"), TwinMissing, "actors:C"),
    (_with_category(same_as="topics:A"), TwinMissing, "actors:C"),
    (_with_category(same_as="A"), TwinMissing, "actors:C"),
    (_with_category(attributes={"rank": 1}), NotDeclared, "actors:C"),
    (_with_category(attributes={"can_hold": "no"}), ValueNotFitting, "actors:C.can_hold"),
    (_with_category(attributes={"since": "2021/2017"}), ValueNotFitting, "actors:C.since"),
    (_with_category(attributes={"near": "X"}), ValueNotFitting, "actors:C.near"),
    (_with_category(parent="C"), InsideItself, "actors:C"),
    (_with_category(members=("C",)), InsideItself, "actors:C"),
    (_with_list(key="Actors"), NameNotAllowed, "code_lists"),
    (_with_list(attributes=(Attribute("to", Kind.TEXT, Words()),)), NameNotAllowed, "actors"),
    (_with_layer(key="../stance"), NameNotAllowed, "layers"),
    (_with_layer(key="x" * 33), NameNotAllowed, "layers"),
    (_with_variable(key="with"), NameNotAllowed, "stance"),
    (_with_variable(key=""), NameNotAllowed, "stance"),
    (_with_variable(key="note\n"), NameNotAllowed, "stance"),
    (_with_variable(kind=Kind.CATEGORY), ListNotNamed, "stance.note"),
    (_with_variable(code_list="actors"), ListNotNamed, "stance.note"),
    (_with_variable(kind=Kind.CATEGORY, code_list="topics"), ListMissing, "stance.note"),
    (_with_list(attributes=(Attribute("x", Kind.CATEGORY, Words()),)), ListNotNamed, "actors.x"),
    (_with_variable(requires="can_hold"), NotDeclared, "stance.note"),
    (
        _with_variable(kind=Kind.CATEGORY, code_list="actors", requires="rank"),
        NotDeclared,
        "stance.note",
    ),
    (
        _with_variable(kind=Kind.CATEGORY, code_list="actors", requires="since"),
        NotDeclared,
        "stance.note",
    ),
    (
        _with_variable(kind=Kind.CATEGORY, code_list="actors", default="X"),
        ValueNotFitting,
        "stance.note",
    ),
    (_with_variable(kind=Kind.DATE, default="soon"), ValueNotFitting, "stance.note"),
    (_with_layer(complete=(("holder",), ("when",))), RuleNotFitting, "stance"),
    (_with_layer(complete=((),)), RuleNotFitting, "stance"),
    (_with_layer(wants=(Want("holder", ("A",), ("when",)),)), RuleNotFitting, "stance"),
    (_with_layer(wants=(Want("holder", ("A",), ()),)), RuleNotFitting, "stance"),
    (_with_layer(wants=(Want("note", ("A",), ("holder",)),)), WantNotFitting, "stance"),
    (_with_layer(wants=(Want("when", ("A",), ("holder",)),)), WantNotFitting, "stance"),
    (_with_layer(wants=(Want("holder", (), ("note",)),)), WantNotFitting, "stance"),
    (_with_layer(wants=(Want("holder", ("A", "X"), ("note",)),)), NotInList, "stance.holder"),
]


@pytest.mark.parametrize(("codebook", "error", "place"), WRONG)
def test_each_contradiction_is_refused_with_its_place(
    codebook: Codebook, error: type[CodebookInconsistent], place: str
) -> None:
    with pytest.raises(error) as caught:
        check_codebook(codebook)
    assert caught.value.facts["place"] == place
    assert type(caught.value) is error


def test_a_key_of_the_keyboard_has_one_holder() -> None:
    layers = (replace(LAYER, shortcut="S"), replace(LAYER, key="claim", shortcut="s"))
    with pytest.raises(ShortcutTaken) as caught:
        check_codebook(replace(BOOK, layers=layers))
    claim, stance = Words("claim", "claim"), Words("stance", "stance")  # they have no label
    assert caught.value.facts == {"place": claim, "key": "s", "holder": stance}
    book = replace(_with_category(shortcut="S"), layers=layers[:1])
    with pytest.raises(ShortcutTaken) as caught:
        check_codebook(book)
    assert caught.value.facts["holder"] == stance
    labelled = _with_category(shortcut="S", label=Words("丙", ""))
    with pytest.raises(ShortcutTaken, match="“S” of “丙” is that of “stance”"):
        check_codebook(replace(labelled, layers=layers[:1]))


def test_what_is_retired_has_given_its_key_of_the_keyboard_back() -> None:
    layers = (replace(LAYER, shortcut="S", retired=True), replace(LAYER, key="claim", shortcut="S"))
    check_codebook(replace(BOOK, layers=layers))
    check_codebook(replace(_with_category(shortcut="S", retired=True), layers=layers[1:]))


def test_a_long_circle_of_parents_is_found() -> None:
    ring = tuple(
        Category(f"K{number}", number, Words(), parent=f"K{(number + 1) % 500}")
        for number in range(500)
    )
    with pytest.raises(InsideItself):
        check_codebook(Codebook(Words(), (CodeList("ring", Words(), ring),)))


def test_a_chain_deeper_than_the_stack_and_shared_members_are_no_circle() -> None:
    chain = [Category("K0", 0, Words())]
    for number in range(1, 3000):
        above = f"K{number - 1}"
        members = (above, "K0", above)
        chain.append(Category(f"K{number}", number, Words(), parent=above, members=members))
    check_codebook(Codebook(Words(), (CodeList("chain", Words(), tuple(reversed(chain))),)))
