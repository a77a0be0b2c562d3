"""Random work on a project: after each step everything is sound, and every step can be undone."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.app.world import CODEBOOK, article, assert_sound, dump, surroundings
from tests.domain.strategies import article_text, dates, means_itself, storable
from workbench.app.commands import (
    AddCategory,
    Command,
    CorrectText,
    DeleteAnnotations,
    EditArticle,
    ImportArticles,
    JoinAnnotations,
    MarkSpan,
    MarkSpans,
    MoveBorders,
    Retag,
    SetArticleValues,
    SetCertainty,
    SetMemo,
    SetStatus,
    SetValues,
    SplitAnnotation,
)
from workbench.app.commands.errors import AlreadyMarked
from workbench.app.session import Session, Step, open_session
from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.article import Status
from workbench.domain.codebook import Category, Kind, Variable, Words
from workbench.domain.errors import Refusal
from workbench.domain.text import canonical
from workbench.domain.values import Given, Missing
from workbench.intake.edits import apply
from workbench.store.errors import NothingToRedo, OperationOver

State = dict[str, list[tuple[Any, ...]]]
texts = article_text.map(lambda text: canonical(text.replace("\0", "")) or "空")
_GAPS = (Missing.NOT_APPLICABLE, Missing.UNDECIDABLE)


def given_of(variable: Variable, links: list[int]) -> st.SearchStrategy[Given]:
    """Give what a script may write into a variable, None and missing values among it."""
    keys = ["TOWN", "FIRM", "MAYOR"] if variable.code_list == "actors" else ["n1", "p1"]
    scalars: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.CATEGORY: st.sampled_from(keys),
        Kind.INTEGER: st.integers(-(2**53), 2**53).filter(means_itself),
        Kind.REAL: st.floats(allow_nan=False, allow_infinity=False).filter(means_itself),
        Kind.BOOLEAN: st.booleans(),
        Kind.DATE: dates(),
        Kind.TEXT: storable,
        Kind.LINK: st.sampled_from(links) if links else st.none(),
    }
    one = scalars[variable.kind]
    if variable.several:
        one = st.lists(one.filter(lambda each: each is not None), max_size=3)
    return one | st.none() | st.sampled_from(_GAPS)


class Coding(RuleBasedStateMachine):
    """One coder at work; `past` and `future` hold the states that undo and redo lead to."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = Path(shutil.copy(self.template, self.folder / "p.workbench"))
        self.surroundings = surroundings()
        self.session = self._open()
        self.past: list[State] = []
        self.future: list[State] = []
        # An import that goes on now and then: its undo step, and the place of that in `past`.
        self.importing: tuple[Step, int] | None = None

    def _open(self) -> Session:
        return open_session(
            self.path, "甲", cache=self.folder / "cache", surroundings=self.surroundings
        )

    def teardown(self) -> None:
        self.session.close()
        shutil.rmtree(self.folder)

    def _run(self, command: Command[Any]) -> None:
        before = self._state()
        steps = self.session.history(1)[0].id
        with contextlib.suppress(AlreadyMarked):
            self.session.run(command)
        if self.session.history(1)[0].id != steps:
            if self.importing and len(self.past) <= self.importing[1]:
                self.importing = None  # overtaken: it can neither go on nor come back
            self.past.append(before)
            self.future.clear()
        else:
            assert self._state() == before

    def _state(self) -> State:
        state = dump(self.session)
        # Append-only: what a text was made of outlives an undone import.
        del state["original"], state["text_version"]
        return state

    def _annotations(self) -> list[Annotation]:
        return [
            annotation
            for each in self.session.articles()
            for annotation in self.session.annotations(each.id)
        ]

    def _draw_article(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from([each.id for each in self.session.articles()]))

    def _draw_annotation(self, data: st.DataObject) -> Annotation:
        return data.draw(st.sampled_from(self._annotations()))

    def _draw_span(self, data: st.DataObject, article_id: int) -> tuple[int, int]:
        length = len(self.session.text(article_id))
        start = data.draw(st.integers(0, length - 1))
        return start, data.draw(st.integers(start + 1, length))

    def _draw_values(
        self, data: st.DataObject, layer: str, article_id: int, own: int = 0
    ) -> dict[str, Given]:
        found = self.session.annotations(article_id)
        links = [each.id for each in found if each.id != own]
        strategies = {each.key: given_of(each, links) for each in CODEBOOK.layer(layer).variables}
        return data.draw(st.fixed_dictionaries({}, optional=strategies))

    def _draw_mark(self, data: st.DataObject) -> MarkSpan:
        where = self._draw_article(data)
        layer = data.draw(st.sampled_from(["actor", "stance"]))
        return MarkSpan(
            where,
            layer,
            *self._draw_span(data, where),
            self._draw_values(data, layer, where),
            memo=data.draw(storable),
            certainty=data.draw(st.sampled_from(Certainty)),
            with_defaults=data.draw(st.booleans()),
        )

    @rule(data=st.data())
    def mark(self, data: st.DataObject) -> None:
        self._run(self._draw_mark(data))

    @rule(data=st.data(), many=st.integers(0, 4))
    def mark_many(self, data: st.DataObject, many: int) -> None:
        self._run(MarkSpans(tuple(self._draw_mark(data) for _ in range(many))))

    @precondition(lambda self: bool(self._annotations()))
    @rule(data=st.data())
    def set_values(self, data: st.DataObject) -> None:
        which = self._draw_annotation(data)
        given = self._draw_values(data, which.layer, which.article, which.id)
        self._run(SetValues(which.id, given))

    @precondition(lambda self: bool(self._annotations()))
    @rule(data=st.data(), memo=storable, certainty=st.sampled_from(Certainty))
    def annotate(self, data: st.DataObject, memo: str, certainty: Certainty) -> None:
        which = self._draw_annotation(data)
        self._run(SetMemo(which.id, memo))
        self._run(SetCertainty(which.id, certainty))

    @precondition(lambda self: any(each.span for each in self._annotations()))
    @rule(data=st.data())
    def move_borders(self, data: st.DataObject) -> None:
        which = data.draw(st.sampled_from([each for each in self._annotations() if each.span]))
        self._run(MoveBorders(which.id, *self._draw_span(data, which.article)))

    @precondition(lambda self: bool(self._annotations()))
    @rule(data=st.data(), layer=st.sampled_from(["stance", "actor"]), by_first=st.booleans())
    def divide(self, data: st.DataObject, layer: str, by_first: bool) -> None:
        ids = st.lists(st.sampled_from([each.id for each in self._annotations()]), max_size=3)
        which = self._draw_annotation(data)
        at = data.draw(st.integers(0, len(self.session.text(which.article))))
        joined = JoinAnnotations(tuple(data.draw(ids)), by_first)
        for command in (SplitAnnotation(which.id, at), joined, Retag(which.id, layer)):
            with contextlib.suppress(Refusal):
                self._run(command)

    @precondition(lambda self: bool(self._annotations()))
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        ids = [each.id for each in self._annotations()]
        chosen = data.draw(st.lists(st.sampled_from(ids), max_size=4))
        self._run(DeleteAnnotations(tuple(chosen)))

    @rule(data=st.data(), status=st.sampled_from(Status), title=storable.filter(str.strip))
    def work_on_an_article(self, data: st.DataObject, status: Status, title: str) -> None:
        which = self._draw_article(data)
        self._run(SetStatus(which, status))
        self._run(EditArticle(which, {"title": title}))
        self._run(SetArticleValues(which, self._draw_values(data, "article", which)))

    @rule(text=texts)
    def import_an_article(self, text: str) -> None:
        self._run(ImportArticles((article(text),)))

    @rule(data=st.data(), put=texts)
    def correct_a_text(self, data: st.DataObject, put: str) -> None:
        which = self._draw_article(data)
        start, end = self._draw_span(data, which)
        old = self.session.text(which)
        new = canonical(old[:start] + put + old[end:])
        before = {each.id for each in self._annotations()}
        if new.strip():
            self._run(CorrectText(which, new))
            assert self.session.text(which) == new
        assert {each.id for each in self._annotations()} == before

    @rule(text=texts)
    def begin_an_import(self, text: str) -> None:
        step, place = Step(), len(self.past)
        before = self._state()
        self.session.run(ImportArticles((article(text),)), step)
        self.past.append(before)
        self.future.clear()
        self.importing = step, place

    @precondition(lambda self: self.importing is not None)
    @rule(more=st.lists(texts, min_size=1, max_size=3))
    def go_on_importing(self, more: list[str]) -> None:
        assert self.importing is not None
        step, place = self.importing
        command = ImportArticles(tuple(map(article, more)))
        before = self._state()
        if len(self.past) <= place:
            with pytest.raises(OperationOver):
                self.session.run(command, step)
            assert self._state() == before
            return
        self.session.run(command, step)
        self._add_to_later_states(place, before, self._state())

    def _add_to_later_states(self, place: int, before: State, after: State) -> None:
        """Give every state that comes after the beginning of the import what it brought in."""
        new = {
            name: [row for row in rows if row not in before[name]] for name, rows in after.items()
        }
        for states in (self.past[place + 1 :], self.future):
            for state in states:
                for name, rows in new.items():
                    state[name] = sorted(state[name] + rows, key=repr)

    @rule(aliases=st.lists(st.text("甲乙", min_size=1), max_size=2))
    def add_a_category(self, aliases: list[str]) -> None:
        number = len(self.session.codebook.code_list("actors").categories)
        category = Category(f"X{number}", 0, Words("新"), aliases=tuple(aliases), parent="TOWN")
        self._run(AddCategory("actors", category))

    @precondition(lambda self: bool(self.past))
    @rule()
    def undo(self) -> None:
        self.future.append(self._state())
        self.session.undo()
        assert self._state() == self.past.pop()

    @precondition(lambda self: bool(self.future))
    @rule()
    def redo(self) -> None:
        self.past.append(self._state())
        self.session.redo()
        assert self._state() == self.future.pop()

    @precondition(lambda self: not self.future)
    @rule()
    def nothing_to_redo(self) -> None:
        with pytest.raises(NothingToRedo):
            self.session.redo()

    @rule()
    def reopen(self) -> None:
        before = self._state()
        self.session.close()
        assert sorted(each.name for each in self.folder.iterdir()) == ["p.workbench"]
        self.session = self._open()
        assert self._state() == before

    @rule()
    def undo_all_and_redo_all(self) -> None:
        last = self._state()
        for state in reversed(self.past):
            self.session.undo()
            assert self._state() == state
        for _ in self.past:
            self.session.redo()
        assert self._state() == last
        for _ in self.future:
            self.session.redo()
        for _ in self.future:
            self.session.undo()
        assert self._state() == last

    @invariant()
    def everything_is_sound(self) -> None:
        assert_sound(self.session)
        for each in self.session.articles():
            came = self.session.original(each.id)
            assert apply(came.text, came.edits) == self.session.text(each.id)


def test_random_work_is_sound_and_can_be_undone(template: Path) -> None:
    machine = type("Coding", (Coding,), {"template": template})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=12, stateful_step_count=25, deadline=None)
    )
