from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.app.commands.reversing import reversible
from tests.app.commands.test_categories import mark
from tests.app.commands.test_marking import one, refused, without_effect
from workbench.app.commands import (
    AddVariable,
    Command,
    DeleteVariable,
    EditLayer,
    EditVariable,
    MarkSpan,
    MoveVariable,
    ReplaceCodebook,
    RetireVariable,
    SetValues,
)
from workbench.app.commands.errors import KindNotFitting, NoName, VariableInUse
from workbench.app.session import Session
from workbench.domain.codebook import (
    Kind,
    UnknownLayer,
    UnknownVariable,
    Variable,
    Want,
    Words,
)
from workbench.domain.codebook_check import ListMissing, ListNotNamed, NameNotAllowed
from workbench.domain.codebook_edit.errors import VariableExists
from workbench.domain.errors import Refusal, TextHoldsNul
from workbench.domain.forecasts import NotAProbability
from workbench.domain.values import Missing

MOOD = Variable("mood", Kind.TEXT, Words("语气", "mood"))


def variables(session: Session, layer: str = "actor") -> list[str]:
    return [each.key for each in session.codebook.layer(layer).variables]


def variable(session: Session, key: str, layer: str = "stance") -> Variable:
    return session.codebook.layer(layer).variable(key)


def stance(session: Session, article: int, start: int = 0, **values: Any) -> int:
    return session.run(MarkSpan(article, "stance", start, start + 2, values))


def test_variables_are_added_and_moved(session: Session) -> None:
    reversible(session, AddVariable("actor", MOOD))
    reversible(session, AddVariable("actor", replace(MOOD, key="tone"), "named"))
    assert variables(session) == ["actor", "tone", "named", "role", "mood"]
    reversible(session, MoveVariable("actor", "mood", "actor"))
    assert variables(session) == ["mood", "actor", "tone", "named", "role"]
    reversible(session, MoveVariable("actor", "mood"))
    without_effect(session, MoveVariable("actor", "mood", "mood"))
    assert variables(session) == ["actor", "tone", "named", "role", "mood"]


def test_a_variable_is_changed_and_the_rules_follow_its_key(session: Session, first: int) -> None:
    layer = session.codebook.layer("stance")
    wants = (Want("holder", ("TOWN",), ("reason", "share")), Want("position", ("n1",), ("holder",)))
    session.run(EditLayer("stance", replace(layer, wants=wants)))
    marked = stance(session, first, holder="TOWN", position="p1")
    new = replace(
        variable(session, "holder"),
        key="who",
        label=Words("谁", "who"),
        question=Words("谁持此立场？"),
        folded=True,
        default="FIRM",
    )
    reversible(session, EditVariable("stance", "holder", new))
    changed = session.codebook.layer("stance")
    assert changed.variable("who") == new
    assert changed.complete == (("who",), ("position",))
    assert changed.wants == (
        Want("who", ("TOWN",), ("reason", "share")),
        Want("position", ("n1",), ("who",)),
    )
    assert one(session, marked).values["who"] == ("TOWN",)
    without_effect(session, EditVariable("stance", "who", new))


def test_the_kind_changes_where_the_values_allow_it(session: Session, first: int) -> None:
    three = stance(session, first, rank=3, reason="是", when="2025")
    none = stance(session, first, 2, rank=Missing.UNDECIDABLE, reason="no")
    real = replace(variable(session, "rank"), kind=Kind.REAL)
    reversible(session, EditVariable("stance", "rank", real))
    assert one(session, three).values["rank"] == (3.0,)
    assert one(session, none).values["rank"] == (Missing.UNDECIDABLE,)
    reversible(session, EditVariable("stance", "rank", replace(real, kind=Kind.TEXT)))
    assert one(session, three).values["rank"] == ("3",)
    flag = replace(variable(session, "reason"), kind=Kind.BOOLEAN)
    reversible(session, EditVariable("stance", "reason", flag))
    assert one(session, three).values["reason"] == (True,)
    assert one(session, none).values["reason"] == (False,)
    step = session.next_undo()
    assert step is not None
    assert (step.kind, dict(step.facts)) == (
        "edit_variable",
        {"layer": "stance", "name": "理由", "count": "2"},
    )


def test_texts_become_categories_and_back(session: Session, first: int) -> None:
    marked = [stance(session, first, n, reason=text) for n, text in enumerate(("小镇", "FIRM"))]
    reason = variable(session, "reason")
    listed = replace(reason, kind=Kind.CATEGORY, code_list="actors")
    reversible(session, EditVariable("stance", "reason", listed))
    assert [one(session, each).values["reason"] for each in marked] == [("TOWN",), ("FIRM",)]
    reversible(session, EditVariable("stance", "reason", reason))
    assert [one(session, each).values["reason"] for each in marked] == [("小镇",), ("商会",)]


def test_how_many_values_do_not_fit_is_told(session: Session, first: int) -> None:
    for start, reason in enumerate(("3", "三", "很多")):
        stance(session, first, start, reason=reason)
    number = replace(variable(session, "reason"), kind=Kind.INTEGER)
    refused(session, EditVariable("stance", "reason", number), KindNotFitting)
    with pytest.raises(KindNotFitting, match=r"with “stance\.reason” .*: 2 of 3;"):
        session.run(EditVariable("stance", "reason", number))
    refused(
        session,
        EditVariable("stance", "reason", replace(number, kind=Kind.LINK)),
        KindNotFitting,
    )


def test_several_values_become_one_where_there_is_no_more(session: Session, first: int) -> None:
    one_, two = (stance(session, first, n, sources=["FIRM"]) for n in (0, 2))
    single = replace(variable(session, "sources"), several=False)
    reversible(session, EditVariable("stance", "sources", single))
    session.undo()
    session.run(SetValues(two, {"sources": ["FIRM", "TOWN"]}))
    refused(session, EditVariable("stance", "sources", single), KindNotFitting)
    words = replace(single, kind=Kind.TEXT, code_list=None, several=True)
    reversible(session, EditVariable("stance", "sources", words))
    assert one(session, two).values["sources"] == ("商会", "小镇")
    assert one(session, one_).values["sources"] == ("商会",)


def test_values_that_become_the_same_stand_once(session: Session, first: int) -> None:
    session.run(AddVariable("stance", replace(MOOD, several=True)))
    marked = stance(session, first, mood=["小镇", "TOWN", "商会"])
    listed = replace(MOOD, kind=Kind.CATEGORY, code_list="actors", several=True)
    reversible(session, EditVariable("stance", "mood", listed))
    assert one(session, marked).values["mood"] == ("TOWN", "FIRM")


def test_a_wish_that_hangs_on_another_list_goes(session: Session) -> None:
    layer = session.codebook.layer("actor")
    session.run(EditLayer("actor", replace(layer, wants=(Want("role", ("p1",), ("named",)),))))
    role = variable(session, "role", "actor")
    new = replace(role, code_list="actors", default="")
    reversible(session, EditVariable("actor", "role", new))
    assert session.codebook.layer("actor").wants == ()


def test_a_retired_variable_is_asked_for_no_more(session: Session, first: int) -> None:
    marked = stance(session, first, holder="TOWN")
    reversible(session, RetireVariable("stance", "holder"))
    assert variable(session, "holder").retired
    assert session.codebook.layer("stance").complete == (("position",),)
    assert one(session, marked).values["holder"] == ("TOWN",)
    reversible(session, RetireVariable("actor", "role"))
    assert variable(session, "role", "actor").default == ""
    reversible(session, RetireVariable("stance", "holder", retired=False))
    without_effect(session, RetireVariable("stance", "holder", retired=False))


def test_a_variable_that_is_coded_stays(session: Session, first: int) -> None:
    mark(session, first, "TOWN")
    with pytest.raises(VariableInUse, match=r"a value of “actor.*”: 1 \(articles: 1\);"):
        session.run(DeleteVariable("actor", "actor"))
    reversible(session, DeleteVariable("stance", "position"))
    assert session.codebook.layer("stance").complete == (("holder",),)
    assert "position" not in variables(session, "stance")


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (AddVariable("nothing", MOOD), UnknownLayer),
        (AddVariable("actor", replace(MOOD, key="role")), VariableExists),
        (AddVariable("actor", replace(MOOD, key="or")), NameNotAllowed),
        (AddVariable("actor", replace(MOOD, label=Words())), NoName),
        (AddVariable("actor", replace(MOOD, question=Words("\0"))), TextHoldsNul),
        (AddVariable("actor", replace(MOOD, kind=Kind.CATEGORY)), ListNotNamed),
        (AddVariable("actor", replace(MOOD, code_list="actors")), ListNotNamed),
        (
            AddVariable("actor", replace(MOOD, kind=Kind.CATEGORY, code_list="nothing")),
            ListMissing,
        ),
        (AddVariable("actor", MOOD, "nothing"), UnknownVariable),
        (EditVariable("actor", "nothing", MOOD), UnknownVariable),
        (EditVariable("actor", "role", replace(MOOD, key="named")), VariableExists),
        (EditVariable("actor", "role", replace(MOOD, label=Words())), NoName),
        (MoveVariable("actor", "nothing"), UnknownVariable),
        (MoveVariable("actor", "role", "nothing"), UnknownVariable),
        (RetireVariable("actor", "nothing"), UnknownVariable),
        (DeleteVariable("actor", "nothing"), UnknownVariable),
        (DeleteVariable("nothing", "nothing"), UnknownLayer),
    ],
)
def test_what_cannot_be_is_refused(
    session: Session, command: Command[None], kind: type[Refusal]
) -> None:
    refused(session, command, kind)


# --- probabilities ------------------------------------------------------------

QUESTION = Variable("question", Kind.TEXT, Words("问题", "question"))


def test_a_number_that_is_none_becomes_no_probability_by_a_new_key(
    session: Session, first: int
) -> None:
    session.run(AddVariable("stance", QUESTION))
    made = stance(session, first, share=5)
    likely = EditVariable("stance", "share", replace(variable(session, "share"), key="probability"))
    refused(session, likely, NotAProbability)
    session.run(SetValues(made, {"share": 0.5}))
    reversible(session, likely)


def test_a_number_that_is_none_becomes_no_probability_beside_a_question(
    session: Session, first: int
) -> None:
    renamed = replace(variable(session, "share"), key="probability")
    session.run(EditVariable("stance", "share", renamed))
    made = stance(session, first, probability=5)
    refused(session, AddVariable("stance", QUESTION), NotAProbability)
    asked = replace(variable(session, "reason"), key="question")
    refused(session, EditVariable("stance", "reason", asked), NotAProbability)
    layers = tuple(
        replace(each, variables=(*each.variables, QUESTION)) if each.key == "stance" else each
        for each in session.codebook.layers
    )
    refused(session, ReplaceCodebook(replace(session.codebook, layers=layers)), NotAProbability)
    session.run(SetValues(made, {"probability": Missing.UNDECIDABLE}))
    reversible(session, AddVariable("stance", QUESTION))
