"""Random changes of the codebook among coding: nothing is lost, and every step is exact.

After each step a check finds nothing, every annotation is there, and undo and redo lead to
the identical rows of every table.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.app.world import assert_sound, dump, surroundings
from workbench.app.commands import (
    AddCategory,
    AddCodeList,
    AddLayer,
    AddVariable,
    Command,
    DeleteAnnotations,
    DeleteCategories,
    DeleteCodeList,
    DeleteLayer,
    DeleteVariable,
    EditAnnotations,
    EditCategory,
    EditCodeList,
    EditLayer,
    EditVariable,
    FreezeCodebook,
    MarkSpan,
    MergeCategories,
    MoveCategories,
    MoveCodeList,
    MoveLayer,
    MoveToLayer,
    MoveVariable,
    ReplaceCodebook,
    RetireCategories,
    RetireLayer,
    RetireVariable,
    ReviewAnnotations,
    SplitCategory,
)
from workbench.app.session import Session, open_session
from workbench.domain.annotation import Annotation
from workbench.domain.changes import Changed
from workbench.domain.codebook import (
    Category,
    Codebook,
    CodeList,
    Guide,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
    is_offered,
)
from workbench.domain.errors import Refusal
from workbench.store.errors import HistoryConflict, NothingToRedo, NothingToUndo

State = dict[str, list[tuple[Any, ...]]]
_KEYS = [f"K{number}" for number in range(8)]
_NAMES = ["ba", "be", "bi", "bo"]


class Editing(RuleBasedStateMachine):
    """One researcher who codes and changes the codebook; `past` and `future` as undo leads."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        path = Path(shutil.copy(self.template, self.folder / "p.workbench"))
        self.session: Session = open_session(
            path, "甲", cache=self.folder / "cache", surroundings=surroundings()
        )
        self.past: list[State] = []
        self.future: list[State] = []
        self.done = 0

    def teardown(self) -> None:
        self.session.close()
        shutil.rmtree(self.folder)

    # --- what is there --------------------------------------------------------

    @property
    def book(self) -> Codebook:
        return self.session.codebook

    def _annotations(self) -> list[Annotation]:
        found = [self.session.annotations(each.id) for each in self.session.articles()]
        return [annotation for each in found for annotation in each]

    def _draw(self, data: st.DataObject, items: Any, label: str) -> Any:
        assume(items)  # the last list and the last layer can be deleted
        return data.draw(st.sampled_from(sorted(items)), label=label)

    def _list(self, data: st.DataObject) -> CodeList:
        return self.book.code_list(self._draw(data, self.book.lists_by_key, "list"))

    def _layer(self, data: st.DataObject) -> Layer:
        return self.book.layer(self._draw(data, self.book.layers_by_key, "layer"))

    def _key(self, data: st.DataObject, code_list: CodeList) -> str:
        return self._draw(data, code_list.by_key or ["NOBODY"], "category")

    def _some(self, data: st.DataObject, code_list: CodeList) -> tuple[str, ...]:
        keys = st.sampled_from(sorted(code_list.by_key) or ["NOBODY"])
        return tuple(data.draw(st.lists(keys, min_size=1, max_size=3), label="categories"))

    def _variable(self, data: st.DataObject, layer: Layer) -> str:
        return self._draw(data, layer.by_key or ["nothing"], "variable")

    def _ids(self, data: st.DataObject) -> tuple[int, ...]:
        ids = [each.id for each in self._annotations()]
        return tuple(data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=4)))

    # --- doing ----------------------------------------------------------------

    def _run(self, command: Command[Any], loses: int = 0) -> None:
        """Run a command: it is done whole and loses no annotation, or it is refused whole."""
        before, count = dump(self.session), len(self._annotations())
        step = self.session.history(1)[0].id
        try:
            self.session.run(command)
        except Refusal:
            assert dump(self.session) == before
            return
        if self.session.history(1)[0].id == step:
            assert dump(self.session) == before
            return
        self.past.append(before)
        self.future.clear()
        self.done += 1
        assert len(self._annotations()) >= count - loses

    # --- coding ---------------------------------------------------------------

    @rule(data=st.data(), start=st.integers(0, 8))
    def mark(self, data: st.DataObject, start: int) -> None:
        layer = self._layer(data)
        article = self._draw(data, [each.id for each in self.session.articles()], "article")
        values: dict[str, Any] = {}
        for variable in layer.variables:
            value = self._value(data, variable)
            if value is not None and data.draw(st.booleans()):
                values[variable.key] = value
        self._run(MarkSpan(article, layer.key, start, start + 2, values, with_defaults=False))

    def _value(self, data: st.DataObject, variable: Variable) -> Any:
        match variable.kind:
            case Kind.CATEGORY:
                code_list = self.book.code_list(variable.code_list or "")
                keys = [e.key for e in code_list.categories if is_offered(variable, e)]
                if not keys:
                    return None
                chosen = st.lists(st.sampled_from(keys), min_size=1, max_size=3)
                return data.draw(chosen if variable.several else st.sampled_from(keys))
            case Kind.TEXT:
                return data.draw(st.sampled_from(["1", "2025", "类K1", "K2", "词"]))
            case Kind.INTEGER | Kind.REAL:
                return data.draw(st.sampled_from([0, 1, 2025]))
            case Kind.BOOLEAN:
                return data.draw(st.booleans())
            case Kind.DATE:
                return data.draw(st.sampled_from(["2025", "2025-08"]))
            case Kind.LINK:
                return None

    @precondition(lambda self: bool(self._annotations()))
    @rule(data=st.data())
    def change_annotations(self, data: st.DataObject) -> None:
        ids = self._ids(data)
        if data.draw(st.integers(0, 5)) == 0:
            self._run(DeleteAnnotations(ids), loses=len(set(ids)))
            return
        layer = self._layer(data)
        if data.draw(st.booleans()):
            variable = layer.by_key.get(self._variable(data, layer))
            if variable is not None:
                values = {variable.key: self._value(data, variable)}
                self._run(EditAnnotations(ids, values))
            return
        own = {key for each in self._annotations() if each.id in ids for key in each.values}
        targets = st.sampled_from([None, *layer.by_key])
        mapping = {key: data.draw(targets) for key in sorted(own)}
        self._run(MoveToLayer(ids, layer.key, mapping))

    # --- categories -----------------------------------------------------------

    def _category(self, data: st.DataObject, key: str) -> Category:
        code_list = self._list(data)
        parent = st.none() | st.sampled_from(sorted(code_list.by_key) or ["NOBODY"])
        return Category(
            key,
            0,
            Words(f"类{key}", key),
            parent=data.draw(parent),
            aliases=tuple(data.draw(st.lists(st.text("甲乙", min_size=1), max_size=3))),
            members=tuple(data.draw(st.lists(st.sampled_from(_KEYS), max_size=2))),
            guide=Guide(definition=Words(data.draw(st.sampled_from(["", "定义", "另义"])))),
        )

    @rule(data=st.data(), key=st.sampled_from(_KEYS))
    def add_category(self, data: st.DataObject, key: str) -> None:
        code_list = self._list(data)
        new = replace(self._category(data, key), members=(), parent=None)
        before = data.draw(st.none() | st.sampled_from(sorted(code_list.by_key) or ["NOBODY"]))
        self._run(AddCategory(code_list.key, new, before))

    @rule(data=st.data(), key=st.sampled_from(_KEYS))
    def edit_category(self, data: st.DataObject, key: str) -> None:
        code_list = self._list(data)
        self._run(
            EditCategory(code_list.key, self._key(data, code_list), self._category(data, key))
        )

    @rule(data=st.data(), what=st.sampled_from(["move", "retire", "offer", "delete", "merge"]))
    def change_categories(self, data: st.DataObject, what: str) -> None:
        code_list = self._list(data)
        keys, other = self._some(data, code_list), self._key(data, code_list)
        commands: dict[str, Callable[[], Command[Any]]] = {
            "move": lambda: MoveCategories(
                code_list.key, keys, data.draw(st.sampled_from([None, other])), other
            ),
            "retire": lambda: RetireCategories(code_list.key, keys),
            "offer": lambda: RetireCategories(code_list.key, keys, retired=False),
            "delete": lambda: DeleteCategories(code_list.key, keys),
            "merge": lambda: MergeCategories(code_list.key, keys, other),
        }
        self._run(commands[what]())

    @rule(data=st.data(), new=st.sampled_from(_KEYS))
    def split(self, data: st.DataObject, new: str) -> None:
        code_list = self._list(data)
        key, other = self._key(data, code_list), self._key(data, code_list)
        if key not in code_list.by_key:
            return
        holding = [each.id for each in self.session.annotations_with(code_list.key, key)]
        assigned = {id_: data.draw(st.sampled_from([new, other])) for id_ in holding[:5]}
        category = replace(self._category(data, new), members=(), parent=None)
        self._run(SplitCategory(code_list.key, key, (category, other), assigned))

    # --- lists, layers, variables ---------------------------------------------

    @rule(data=st.data(), name=st.sampled_from(_NAMES), what=st.sampled_from("aemd"))
    def change_lists(self, data: st.DataObject, name: str, what: str) -> None:
        code_list, other = self._list(data), self._list(data)
        commands: dict[str, Command[Any]] = {
            "a": AddCodeList(CodeList(name, Words(name), code_list.categories[:2])),
            "e": EditCodeList(code_list.key, replace(code_list, key=name, ordered=True)),
            "m": MoveCodeList(code_list.key, other.key),
            "d": DeleteCodeList(code_list.key),
        }
        self._run(commands[what])

    @rule(data=st.data(), name=st.sampled_from(_NAMES), what=st.sampled_from("aemrod"))
    def change_layers(self, data: st.DataObject, name: str, what: str) -> None:
        layer, other = self._layer(data), self._layer(data)
        commands: dict[str, Command[Any]] = {
            "a": AddLayer(Layer(name, Words(name), Scope.SPAN, layer.variables[:2])),
            "e": EditLayer(layer.key, replace(layer, key=name, guide=Guide(Words("定义")))),
            "m": MoveLayer(layer.key, other.key),
            "r": RetireLayer(layer.key),
            "o": RetireLayer(layer.key, retired=False),
            "d": DeleteLayer(layer.key),
        }
        self._run(commands[what])

    @rule(data=st.data(), name=st.sampled_from(_NAMES), what=st.sampled_from("aeemrod"))
    def change_variables(self, data: st.DataObject, name: str, what: str) -> None:
        layer = self._layer(data)
        key, other = self._variable(data, layer), self._variable(data, layer)
        kind = data.draw(st.sampled_from([each for each in Kind if each is not Kind.LINK]))
        of_list = self._list(data).key if kind is Kind.CATEGORY else None
        new = Variable(name, kind, Words(name), of_list, several=data.draw(st.booleans()))
        commands: dict[str, Command[Any]] = {
            "a": AddVariable(layer.key, new, data.draw(st.sampled_from([None, other]))),
            "e": EditVariable(layer.key, key, new),
            "m": MoveVariable(layer.key, key, other),
            "r": RetireVariable(layer.key, key),
            "o": RetireVariable(layer.key, key, retired=False),
            "d": DeleteVariable(layer.key, key),
        }
        self._run(commands[what])

    # --- the whole codebook ---------------------------------------------------

    @rule(data=st.data())
    def replace_the_codebook(self, data: st.DataObject) -> None:
        book = self.book
        lists = tuple(
            replace(each, categories=each.categories[: data.draw(st.integers(0, 4))])
            for each in book.code_lists
        )
        layers = book.layers[data.draw(st.integers(0, 1)) :] or book.layers
        self._run(ReplaceCodebook(replace(book, code_lists=lists, layers=layers)))

    @rule(data=st.data(), name=st.sampled_from(_NAMES))
    def freeze_or_review(self, data: st.DataObject, name: str) -> None:
        self._run(FreezeCodebook(name))
        listed = {each.annotation.id for each in self.session.to_review()}
        if listed:
            self._run(ReviewAnnotations(tuple(listed)))
            if data.draw(st.booleans()):
                self._run(FreezeCodebook(name + name))

    # --- back and forth -------------------------------------------------------

    @precondition(lambda self: bool(self.past))
    @rule()
    def undo(self) -> None:
        self.future.append(dump(self.session))
        self.session.undo()
        assert dump(self.session) == self.past.pop()

    @precondition(lambda self: bool(self.future))
    @rule()
    def redo(self) -> None:
        self.past.append(dump(self.session))
        self.session.redo()
        assert dump(self.session) == self.future.pop()

    @rule()
    def undo_all_and_redo_all(self) -> None:
        last = dump(self.session)
        for state in reversed(self.past):
            self.session.undo()
            assert dump(self.session) == state
        for _ in self.past:
            self.session.redo()
        assert dump(self.session) == last

    @invariant()
    def everything_is_sound(self) -> None:
        assert_sound(self.session)


class Together(Editing):
    """Two researchers in turn: undo and redo fit, or are refused whole."""

    @rule(name=st.sampled_from("甲乙"))
    def become(self, name: str) -> None:
        self.session.become(name)

    @rule()
    def undo(self) -> None:
        self._replay(self.session.undo)

    @rule()
    def redo(self) -> None:
        self._replay(self.session.redo)

    def _replay(self, step: Callable[[], Changed]) -> None:
        before, book = dump(self.session), self.book
        try:
            step()
        except (HistoryConflict, NothingToUndo, NothingToRedo):
            assert dump(self.session) == before
            assert self.book == book

    @rule()
    def undo_all_and_redo_all(self) -> None:
        for step in (self.session.undo, self.session.redo):
            for _ in self.past:
                self._replay(step)
                assert_sound(self.session)


@pytest.mark.parametrize("kind", [Editing, Together])
def test_nothing_is_lost_whatever_is_changed(template: Path, kind: type[Editing]) -> None:
    machine = type("Machine", (kind,), {"template": template})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=12, stateful_step_count=30, deadline=None)
    )
