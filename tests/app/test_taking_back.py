"""Undo and redo after another coder's work: all holds together afterwards, or nothing changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.app.world import assert_sound, dump, opened
from workbench.app.commands import (
    AddCategory,
    AddLayer,
    AddVariable,
    Command,
    CorrectText,
    DeleteAnnotations,
    EditCategory,
    EditCodeList,
    EditLayer,
    EditVariable,
    MarkSpan,
    MergeCategories,
    MoveCategories,
    SetMemo,
    SetValues,
)
from workbench.app.session import Session
from workbench.domain.codebook import (
    Attribute,
    Category,
    CodeList,
    Kind,
    Layer,
    Scope,
    Variable,
    Want,
    Words,
)
from workbench.store.errors import HistoryConflict

Make = Callable[[Session, int], Command[Any]]


def _category(code_list: str, name: str, /, **new: Any) -> Make:
    def make(session: Session, _: int) -> Command[Any]:
        old = session.codebook.code_list(code_list).category(name)
        return EditCategory(code_list, name, replace(old, **new))

    return make


def _variable(layer: str, name: str, /, **new: Any) -> Make:
    def make(session: Session, _: int) -> Command[Any]:
        old = session.codebook.layer(layer).variable(name)
        return EditVariable(layer, name, replace(old, **new))

    return make


def _layer(key: str, **new: Any) -> Make:
    return lambda session, _: EditLayer(key, replace(session.codebook.layer(key), **new))


def _list(key: str, **new: Any) -> Make:
    return lambda session, _: EditCodeList(key, replace(session.codebook.code_list(key), **new))


def _mark(layer: str, **values: Any) -> Make:
    return lambda _, article: MarkSpan(article, layer, 0, 2, values, with_defaults=False)


def _correct(session: Session, article: int) -> Command[Any]:
    return CorrectText(article, "前面" + session.text(article))


def _just(command: Command[Any]) -> Make:
    return lambda _session, _article: command


_BEFORE = [
    AddLayer(
        Layer(
            "asking",
            Words("问", "asking"),
            Scope.SPAN,
            (
                Variable("question", Kind.TEXT, Words("问题", "question")),
                Variable("probability", Kind.REAL, Words("概率", "probability")),
            ),
        )
    ),
    AddVariable("stance", Variable("free", Kind.TEXT, Words("自由", "free"))),
    AddVariable("stance", Variable("whose", Kind.CATEGORY, Words("谁", "whose"), "actors")),
    AddLayer(Layer("extra", Words("另", "extra"), Scope.ARTICLE, ())),
    EditCodeList(
        "actors",
        CodeList(
            "actors",
            Words("行为体", "Actors"),
            attributes=(Attribute("seat", Kind.CATEGORY, Words("所在"), "actors"),),
        ),
    ),
]

CASES: dict[str, tuple[Make, Make]] = {
    "a wish names the new key": (
        _category("positions", "p1", key="p9"),
        _layer("stance", wants=(Want("position", ("p9",), ("reason",)),)),
    ),
    "a default is the new category": (
        _just(AddCategory("positions", Category("p5", 0, Words("五")))),
        _variable("stance", "position", default="p5"),
    ),
    "an attribute names the new category": (
        _just(AddCategory("actors", Category("NEW", 0, Words("新")))),
        _category("actors", "FIRM", attributes={"seat": "NEW"}),
    ),
    "parents in a circle": (
        _just(MoveCategories("actors", ("MAYOR",), None)),
        _just(MoveCategories("actors", ("TOWN",), "MAYOR")),
    ),
    "a variable requires the new attribute": (
        _list("positions", attributes=(Attribute("can", Kind.BOOLEAN, Words("能")),)),
        _variable("stance", "position", requires="can"),
    ),
    "a rule names the new key of a variable": (
        _variable("stance", "reason", key="why"),
        _layer("stance", complete=(("why",),)),
    ),
    "coded as of the new kind": (
        _variable("stance", "free", kind=Kind.INTEGER),
        _mark("stance", free=5),
    ),
    "coded from the new list": (
        _variable("stance", "whose", code_list="positions"),
        _mark("stance", whose="p1"),
    ),
    "coded twice": (
        _variable("stance", "whose", several=True),
        _mark("stance", whose=["TOWN", "FIRM"]),
    ),
    "coded as no probability": (
        _variable("asking", "probability", key="odds"),
        _mark("asking", odds=5),
    ),
    "marked in the new scope": (_layer("extra", scope=Scope.SPAN), _mark("extra")),
    "marked in the new text": (
        _correct,
        _mark("stance", holder="TOWN"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_another_coder_rests_on_is_not_taken_back(project: Path, name: str) -> None:
    first, then = CASES[name]
    with opened(project) as session:
        for command in _BEFORE:
            session.run(command)
        article = session.articles()[0].id
        session.run(first(session, article))
        session.become("乙")
        session.run(then(session, article))
        session.become("甲")
        before, book = dump(session), session.codebook
        with pytest.raises(HistoryConflict):
            session.undo()
        assert dump(session) == before
        assert session.codebook == book
        assert_sound(session)
        session.become("乙")
        session.undo()
        session.become("甲")
        session.undo()  # in the order in which one rests on the other, both go back
        assert_sound(session)


def _deleted(session: Session, article: int, values: dict[str, Any]) -> Make:
    made = session.run(MarkSpan(article, "stance", 0, 2, values, with_defaults=False))
    return _just(DeleteAnnotations((made,)))


@pytest.mark.parametrize(
    ("values", "then"),
    [
        ({"free": "词"}, _variable("stance", "free", kind=Kind.INTEGER)),
        ({"sources": ["TOWN", "FIRM"]}, _variable("stance", "sources", several=False)),
        ({"whose": "TOWN"}, _variable("stance", "whose", code_list="positions")),
        ({}, _layer("stance", scope=Scope.ARTICLE)),
        ({}, _correct),
    ],
)
def test_what_was_deleted_does_not_come_back_into_what_takes_it_no_more(
    project: Path, values: dict[str, Any], then: Make
) -> None:
    with opened(project) as session:
        for command in _BEFORE:
            session.run(command)
        article = session.articles()[0].id
        session.run(_deleted(session, article, values)(session, article))
        session.become("乙")
        session.run(then(session, article))
        session.become("甲")
        before = dump(session)
        with pytest.raises(HistoryConflict):
            session.undo()
        assert dump(session) == before


def test_a_value_that_was_changed_does_not_come_back_either(project: Path) -> None:
    with opened(project) as session:
        article = session.articles()[0].id
        made = session.run(MarkSpan(article, "stance", 0, 2, {"share": 2.5}))
        session.run(SetValues(made, {"share": 4}))
        session.become("乙")
        session.run(_variable("stance", "share", kind=Kind.INTEGER)(session, article))
        session.become("甲")
        with pytest.raises(HistoryConflict):
            session.undo()
        assert_sound(session)


def test_a_step_that_is_not_repeated_can_still_be_once_it_fits(project: Path) -> None:
    with opened(project) as session:
        article = session.articles()[0].id
        session.run(_variable("stance", "reason", kind=Kind.INTEGER)(session, article))
        session.become("乙")
        session.run(_mark("stance", reason=5)(session, article))
        session.undo()
        session.become("甲")
        session.undo()
        session.become("乙")
        with pytest.raises(HistoryConflict):
            session.redo()
        session.become("甲")
        session.redo()
        session.become("乙")
        session.redo()
        assert_sound(session)


def test_after_a_step_that_was_left_as_it_is_the_rest_must_hold_together_too(
    session: Session, first: int
) -> None:
    session.run(_variable("stance", "reason", kind=Kind.INTEGER)(session, first))
    session.run(_mark("stance", reason=5)(session, first))
    session.skip_undo()
    with pytest.raises(HistoryConflict):
        session.undo()
    assert_sound(session)


def test_what_others_do_not_rest_on_is_taken_back(project: Path) -> None:
    with opened(project) as session:
        article = session.articles()[0].id
        session.become("乙")
        made = session.run(_mark("stance", holder="FIRM")(session, article))
        session.become("甲")
        session.run(MergeCategories("actors", ("FIRM",), "TOWN"))
        session.become("乙")
        session.run(SetMemo(made, "备注"))
        session.run(_mark("actor", actor="TOWN")(session, article))
        session.undo()
        session.undo()
        session.become("甲")
        session.undo()
        assert "FIRM" in session.codebook.code_list("actors").by_key
        assert_sound(session)
