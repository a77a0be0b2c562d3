from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.app.commands.reversing import reversible
from tests.app.commands.test_categories import mark
from tests.app.commands.test_marking import one, refused, without_effect
from workbench.app.commands import (
    AddLayer,
    Command,
    DeleteLayer,
    EditLayer,
    MarkSpan,
    MoveLayer,
    RetireLayer,
    SetArticleValues,
)
from workbench.app.commands.errors import LayerInUse, NoName, ScopeFixed
from workbench.app.session import Session
from workbench.domain.codebook import (
    Guide,
    Kind,
    Layer,
    Scope,
    UnknownLayer,
    Variable,
    Want,
    Words,
)
from workbench.domain.codebook_check import (
    ListMissing,
    NameNotAllowed,
    NotInList,
    RuleNotFitting,
    ShortcutTaken,
)
from workbench.domain.codebook_edit.errors import LayerExists
from workbench.domain.errors import Refusal, TextHoldsNul

METAPHOR = Layer(
    "metaphor",
    Words("隐喻", "Metaphor"),
    Scope.SPAN,
    (
        Variable("image", Kind.TEXT, Words("喻体", "image")),
        Variable("of", Kind.CATEGORY, Words("本体", "of"), "actors"),
        Variable("strength", Kind.INTEGER, Words("强度", "strength")),
    ),
    complete=(("image",),),
    wants=(Want("of", ("TOWN",), ("strength",)),),
    shape="bracket",
    shortcut="M",
)


def with_variable(key: str, kind: Kind, **more: Any) -> AddLayer:
    variable = Variable(key, kind, Words(), **more)
    return AddLayer(replace(METAPHOR, variables=(variable,), complete=(), wants=()))


def layers(session: Session) -> list[str]:
    return [each.key for each in session.codebook.layers]


def test_a_new_layer_is_marked_in_at_once(session: Session, first: int) -> None:
    reversible(session, AddLayer(METAPHOR))
    assert session.codebook.layer("metaphor") == METAPHOR
    values = {"image": "桥", "of": "TOWN"}
    marked = session.run(MarkSpan(first, "metaphor", 0, 2, values))
    assert one(session, marked).values == {"image": ("桥",), "of": ("TOWN",)}
    assert not one(session, marked).complete
    session.run(EditLayer("metaphor", replace(METAPHOR, wants=())))
    assert one(session, marked).complete


def test_a_layer_of_whole_articles_is_added(session: Session, first: int) -> None:
    whole = replace(METAPHOR, key="tone", scope=Scope.ARTICLE, shape="", shortcut="")
    reversible(session, AddLayer(whole))
    session.run(SetArticleValues(first, {"image": "暖"}, layer="tone"))
    refused(session, DeleteLayer("tone"), LayerInUse)


def test_a_layer_is_changed_and_its_variables_stay(session: Session, first: int) -> None:
    marked = mark(session, first, "TOWN")
    old = session.codebook.layer("actor")
    new = Layer(
        "who",
        Words("何人"),
        Scope.SPAN,
        (),
        complete=(("actor", "named"),),
        wants=(Want("actor", ("FIRM",), ("role",)),),
        shape="tint",
        shortcut="W",
        guide=Guide(include=Words("点名的")),
    )
    reversible(session, EditLayer("actor", new))
    assert session.codebook.layer("who") == replace(new, variables=old.variables)
    assert one(session, marked).layer == "who"
    step = session.next_undo()
    assert step is not None
    assert dict(step.facts) == {"layer": "who", "name": "何人"}
    without_effect(session, EditLayer("who", new))


def test_the_scope_of_a_layer_that_is_marked_in_stays(session: Session, first: int) -> None:
    actor = session.codebook.layer("actor")
    reversible(session, EditLayer("actor", replace(actor, scope=Scope.ARTICLE)))
    session.undo()
    mark(session, first, "TOWN")
    refused(session, EditLayer("actor", replace(actor, scope=Scope.ARTICLE)), ScopeFixed)


def test_layers_move(session: Session) -> None:
    assert layers(session) == ["stance", "actor", "article"]
    reversible(session, MoveLayer("article", "stance"))
    assert layers(session) == ["article", "stance", "actor"]
    reversible(session, MoveLayer("article"))
    assert layers(session) == ["stance", "actor", "article"]
    without_effect(session, MoveLayer("actor", "actor"))


def test_a_retired_layer_keeps_what_is_marked_in_it(session: Session, first: int) -> None:
    marked = mark(session, first, "TOWN")
    reversible(session, RetireLayer("actor"))
    assert session.codebook.layer("actor").retired
    assert one(session, marked).values["actor"] == ("TOWN",)
    reversible(session, RetireLayer("actor", retired=False))
    without_effect(session, RetireLayer("actor", retired=False))


def test_a_layer_that_nothing_is_marked_in_is_deleted(session: Session, first: int) -> None:
    mark(session, first, "TOWN")
    with pytest.raises(LayerInUse, match=r"the layer “actor”: 1 \(articles: 1\);"):
        session.run(DeleteLayer("actor"))
    reversible(session, DeleteLayer("stance"))
    assert layers(session) == ["actor", "article"]


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (AddLayer(replace(METAPHOR, key="actor")), LayerExists),
        (AddLayer(replace(METAPHOR, key="by")), NameNotAllowed),
        (AddLayer(replace(METAPHOR, label=Words())), NoName),
        (AddLayer(replace(METAPHOR, shape="\0")), TextHoldsNul),
        (AddLayer(replace(METAPHOR, complete=(("nothing",),))), RuleNotFitting),
        (AddLayer(replace(METAPHOR, wants=(Want("of", ("NOBODY",), ("image",)),))), NotInList),
        (with_variable("v", Kind.CATEGORY, code_list="nothing"), ListMissing),
        (with_variable("with", Kind.TEXT), NameNotAllowed),
        (with_variable("v", Kind.TEXT, default="\0"), TextHoldsNul),
        (EditLayer("nothing", METAPHOR), UnknownLayer),
        (EditLayer("actor", replace(METAPHOR, key="stance")), LayerExists),
        (EditLayer("actor", METAPHOR), RuleNotFitting),
        (EditLayer("actor", replace(METAPHOR, label=Words())), NoName),
        (MoveLayer("nothing"), UnknownLayer),
        (MoveLayer("actor", "nothing"), UnknownLayer),
        (RetireLayer("nothing"), UnknownLayer),
        (DeleteLayer("nothing"), UnknownLayer),
    ],
)
def test_what_cannot_be_is_refused(
    session: Session, command: Command[None], kind: type[Refusal]
) -> None:
    refused(session, command, kind)


def test_two_layers_have_no_key_of_the_keyboard_in_common(session: Session) -> None:
    session.run(AddLayer(METAPHOR))
    again = replace(METAPHOR, key="again", shortcut="m")
    with pytest.raises(ShortcutTaken, match="“m” of “Metaphor” is that of “Metaphor” already"):
        session.run(AddLayer(again))
