from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.strategies import storable
from tests.files.sql import raw_change
from tests.store.world import LATER, TIME, World, open_again
from workbench.store import history
from workbench.store import tables as t
from workbench.store.annotations import delete_annotations
from workbench.store.errors import (
    HistoryConflict,
    NothingToRedo,
    NothingToUndo,
    RowsDamaged,
    StepConflict,
)
from workbench.store.gate import Gate


def add(world: World, key: str, coder: int | None = None) -> int:
    with world.gate(coder, f"add {key}") as gate:
        (id_,) = gate.insert(t.setting, [{"key": key, "value": "1"}])
    return id_


def keys(world: World) -> set[str]:
    return {row["key"] for row in world.rows(t.setting)} & set("abcdef")


def states(world: World) -> list[str]:
    return [row["state"] for row in world.rows(t.operation) if row["state"] != history.KEPT]


def edges(world: World, coder: int | None = None) -> tuple[str | None, str | None]:
    undo, redo = world.project.next_steps(coder or world.one)
    return undo.kind if undo else None, redo.kind if redo else None


def test_steps_go_back_and_forth_in_order(world: World) -> None:
    for key in "abc":
        add(world, key)
    assert edges(world) == ("add c", None)
    world.undo()
    world.undo()
    assert keys(world) == {"a"}
    assert edges(world) == ("add a", "add b")
    world.redo()
    assert keys(world) == {"a", "b"}
    assert edges(world) == ("add b", "add c")
    assert states(world) == ["done", "done", "undone"]


def operation_of(world: World, key: str) -> int:
    return next(row["id"] for row in world.rows(t.operation) if row["kind"] == f"add {key}")


def go(world: World, point: int, coder: int | None = None) -> set[str]:
    world.project.travel(coder or world.one, point, LATER)
    return keys(world)


def test_what_is_taken_back_is_not_done(world: World) -> None:
    def is_done(key: str) -> bool:
        with world.project.database.reading() as connection:
            return history.is_done(connection, operation_of(world, key))

    add(world, "a")
    add(world, "b")
    world.undo()
    assert (is_done("a"), is_done("b")) == (True, False)
    world.redo()
    assert is_done("b")


def test_one_goes_to_any_point_and_back_again(world: World) -> None:
    for key in "abcde":
        add(world, key)
    points = {key: operation_of(world, key) for key in "abcde"}
    kinds = [step.kind for step in world.project.steps_to(world.one, points["b"])]
    assert kinds == ["add e", "add d", "add c"]
    assert go(world, points["b"]) == {"a", "b"}
    assert edges(world) == ("add b", "add c")
    kinds = [step.kind for step in world.project.steps_to(world.one, points["d"])]
    assert kinds == ["add c", "add d"]
    assert go(world, points["d"]) == {"a", "b", "c", "d"}
    assert go(world, 1) == set()
    assert go(world, points["e"]) == set("abcde")
    with pytest.raises(NothingToUndo):
        go(world, points["e"])


def test_a_point_is_found_after_opening_again(world: World) -> None:
    for key in "abc":
        add(world, key)
    point = operation_of(world, "a")
    world.project.close()
    with open_again(world.path) as project:
        changed = project.travel(world.one, point, LATER)
        assert len(changed.ids("setting") or ()) == 2
        assert project.travel(world.one, point + 99, LATER)
        assert project.next_steps(world.one)[1] is None


def test_another_coder_s_step_is_a_point_too(world: World) -> None:
    add(world, "a")
    add(world, "b", world.two)
    add(world, "c")
    assert go(world, operation_of(world, "b")) == {"a", "b"}


def test_a_step_in_the_way_is_named_and_nothing_changes(world: World) -> None:
    id_ = add(world, "a")
    add(world, "b")
    with world.gate(world.two) as gate:
        gate.update(t.setting, {id_: {"value": "2"}})
    before = world.dump(), states(world)
    with pytest.raises(StepConflict) as conflict:
        go(world, 1)
    assert conflict.value.facts["step"] == "add a"
    assert conflict.value.facts["operation"] == operation_of(world, "a")
    assert (world.dump(), states(world)) == before


def test_many_rows_are_told_as_too_many_to_name(world: World) -> None:
    for key in "ab":
        with world.gate(kind=f"add {key}") as gate:
            gate.insert(t.setting, [{"key": f"{key}{number}"} for number in range(1500)])
    changed = world.project.travel(world.one, 1, LATER)
    assert changed.ids("setting") is None
    add(world, "c")
    with world.gate(kind="many") as gate:
        gate.insert(t.setting, [{"key": f"x{number}"} for number in range(2500)])
    assert world.project.travel(world.one, 1, LATER).ids("setting") is None


def test_the_ends_of_the_history_are_refused(world: World) -> None:
    with pytest.raises(NothingToUndo):
        world.undo()
    add(world, "a")
    with pytest.raises(NothingToRedo):
        world.redo()


def test_a_new_operation_drops_what_was_undone(world: World) -> None:
    for key in "abc":
        add(world, key)
    world.undo()
    world.undo()
    add(world, "d")
    assert states(world) == ["done", "dropped", "dropped", "done"]
    with pytest.raises(NothingToRedo):
        world.redo()
    world.undo()
    world.undo()
    assert keys(world) == set()
    assert edges(world) == (None, "add a")


def test_an_operation_that_fails_or_does_nothing_drops_nothing(world: World) -> None:
    add(world, "a")
    world.undo()
    with world.gate():
        pass

    def fail() -> None:
        with world.gate() as gate:
            gate.insert(t.setting, [{"key": "b"}])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    world.redo()
    assert keys(world) == {"a"}


def test_undone_steps_of_an_earlier_run_are_dropped_too(world: World) -> None:
    add(world, "a")
    world.undo()
    world.project.close()
    with open_again(world.path) as project:
        with project.operation("b", world.one, LATER) as doing:
            doing.gate.insert(t.setting, [{"key": "b"}])
        with pytest.raises(NothingToRedo):
            project.redo(world.one, LATER)


def test_the_history_survives_closing(world: World) -> None:
    add(world, "a")
    add(world, "b")
    world.undo()
    world.project.close()
    with open_again(world.path) as project:
        project.redo(world.one, LATER)
        project.undo(world.one, LATER)
        project.undo(world.one, LATER)
        with pytest.raises(NothingToUndo):
            project.undo(world.one, LATER)


def test_each_coder_has_an_own_history(world: World) -> None:
    add(world, "a", world.one)
    add(world, "b", world.two)
    add(world, "c", world.one)
    world.undo(world.two)
    assert keys(world) == {"a", "c"}
    world.undo(world.one)
    add(world, "d", world.one)
    assert edges(world, world.two) == (None, "add b")
    world.redo(world.two)
    assert keys(world) == {"a", "b", "d"}


def test_kept_operations_are_not_offered(world: World) -> None:
    with world.project.operation("kept", world.one, TIME, undoable=False) as doing:
        doing.gate.insert(t.setting, [{"key": "a"}])
    assert edges(world) == (None, None)
    assert keys(world) == {"a"}


def test_what_was_changed_is_told(world: World) -> None:
    article = world.add_article()
    annotation = world.mark(article, {"states": ("A", "B")})
    values = {row["id"] for row in world.rows(t.annotation_value)}
    for changed in (world.undo(), world.redo()):
        assert changed.ids("annotation") == {annotation}
        assert changed.ids("annotation_value") == values
        assert set(changed.tables) == {"annotation", "annotation_value"}


def test_the_place_of_an_operation_is_told(world: World) -> None:
    with world.project.operation("x", world.one, LATER) as doing:
        doing.gate.insert(t.setting, [{"key": "a"}])
        doing.article = 17
        doing.facts["title"] = "题"
    info = world.project.next_steps(world.one)[0]
    assert info is not None
    assert (info.kind, info.article, info.time, info.coder) == ("x", 17, LATER, world.one)
    assert info.facts == {"title": "题"}
    assert doing.changed is not None
    assert doing.changed.article == 17
    assert world.undo().article == 17


def test_the_latest_operations_come_first(world: World) -> None:
    for key in "abc":
        add(world, key)
    world.undo()
    infos = world.read(history.operations, 3)
    assert [(info.kind, info.state) for info in infos] == [
        ("add c", "undone"),
        ("add b", "done"),
        ("add a", "done"),
    ]


# --- conflicts ------------------------------------------------------------------


def _unchanged(world: World, step: Any) -> None:
    before, operations = world.dump(), world.rows(t.operation)
    with pytest.raises(HistoryConflict):
        step()
    assert world.dump() == before
    assert world.rows(t.operation) == operations


def test_an_insert_whose_row_was_changed_since_is_not_undone(world: World) -> None:
    id_ = add(world, "a")
    with world.gate(world.two) as gate:
        gate.update(t.setting, {id_: {"value": "2"}})
    _unchanged(world, world.undo)


def test_an_insert_whose_row_is_gone_is_not_undone(world: World) -> None:
    id_ = add(world, "a")
    with world.gate(world.two) as gate:
        gate.delete(t.setting, [id_])
    _unchanged(world, world.undo)


def test_an_update_whose_row_was_changed_since_is_not_undone(world: World) -> None:
    id_ = add(world, "a")
    with world.gate() as gate:
        gate.update(t.setting, {id_: {"value": "2"}})
    with world.gate(world.two) as gate:
        gate.update(t.setting, {id_: {"value": "3"}})
    _unchanged(world, world.undo)


@pytest.mark.parametrize("gone", [True, False])
def test_a_number_that_was_changed_since_is_not_undone(world: World, gone: bool) -> None:
    with world.gate() as gate:
        (id_,) = gate.insert(t.category, [_category(world, "X", 77)])
    with world.gate() as gate:
        gate.update(t.category, {id_: {"score": 0.5}})
    with world.gate(world.two) as gate:
        if gone:
            gate.delete(t.category, [id_])
        else:
            gate.update(t.category, {id_: {"score": 0.75}})
    _unchanged(world, world.undo)


def _category(world: World, key: str, code: int) -> dict[str, Any]:
    code_list = world.rows(t.code_list)[0]["id"]
    return {"uid": f"g{key}", "code_list_id": code_list, "key": key, "code": code, "score": 0.1}


def test_a_delete_whose_key_was_taken_since_is_not_undone(world: World) -> None:
    id_ = add(world, "a")
    with world.gate() as gate:
        gate.delete(t.setting, [id_])
    add(world, "a", world.two)
    _unchanged(world, world.undo)


def test_a_failing_redo_stays_to_be_redone(world: World) -> None:
    add(world, "a")
    world.undo()
    other = add(world, "a", world.two)
    _unchanged(world, world.redo)
    assert edges(world) == (None, "add a")
    with world.gate(world.two) as gate:
        gate.delete(t.setting, [other])
    world.redo()
    assert keys(world) == {"a"}


def test_a_delete_whose_row_is_there_again_is_not_undone(world: World) -> None:
    id_ = add(world, "a")
    with world.gate() as gate:
        gate.delete(t.setting, [id_])
    world.project.close()
    raw_change(world.path, f"INSERT INTO setting VALUES ({id_}, 'other', '')")
    with open_again(world.path) as project, pytest.raises(HistoryConflict):
        project.undo(world.one, LATER)


def test_a_row_that_others_still_name_is_not_taken_away(world: World) -> None:
    # The keys are checked at the commit, when the steps have all been taken.
    article = world.add_article(coder=world.one)
    world.mark(article, coder=world.two)
    _unchanged(world, world.undo)
    world.undo(world.two)
    world.undo()
    assert world.rows(t.article) == []


def test_several_steps_of_one_operation_are_undone_whole_or_not_at_all(world: World) -> None:
    with world.gate() as gate:
        one, two = gate.insert(t.setting, [{"key": "a"}, {"key": "b"}])
    with world.gate() as gate:
        gate.update(t.setting, {one: {"value": "2"}})
        gate.update(t.setting, {two: {"value": "2"}})
    with world.gate(world.two) as gate:
        gate.update(t.setting, {one: {"value": "3"}})
    _unchanged(world, world.undo)


# --- mixed steps -----------------------------------------------------------------


def test_mixed_steps_on_one_row_are_undone_in_reverse(world: World) -> None:
    before = world.dump()
    with world.gate() as gate:
        (a, b) = gate.insert(t.setting, [{"key": "a"}, {"key": "b"}])
        gate.update(t.setting, {a: {"key": "c"}})
        gate.update(t.setting, {b: {"key": "a"}})
        gate.update_where(t.setting, t.setting.c.key == "c", {"value": "x"})
        gate.delete(t.setting, [b])
        gate.insert(t.setting, [{"key": "b"}])
    after = world.dump()
    world.undo()
    assert world.dump() == before
    world.redo()
    assert world.dump() == after


def test_deleting_annotations_with_links_goes_back(world: World) -> None:
    article = world.add_article()
    first = world.mark(article, {"count": (3.0,)})
    second = world.mark(article, {"reasons": (first,)})
    third = world.mark(article, {"reasons": (second, first)})
    before = world.dump()
    with world.gate() as gate:
        delete_annotations(gate, [first, second], LATER)
    assert {row["id"] for row in world.rows(t.annotation)} == {third}
    assert world.rows(t.annotation_value) == []
    world.undo()
    assert world.dump() == before


def test_a_damaged_journal_is_refused(world: World) -> None:
    add(world, "a")
    world.project.close()
    raw_change(world.path, "UPDATE change SET table_name = 'nowhere'")
    with open_again(world.path) as project, pytest.raises(RowsDamaged, match="change"):
        project.undo(world.one, LATER)


def test_damaged_facts_are_refused(world: World) -> None:
    add(world, "a")
    world.project.close()
    raw_change(world.path, "UPDATE operation SET facts = '{'")
    with open_again(world.path) as project:
        with pytest.raises(RowsDamaged, match="operation"):
            project.next_steps(world.one)
        with (
            pytest.raises(RowsDamaged, match="operation"),
            project.database.reading() as connection,
        ):
            history.operations(connection, 5)


# --- any operations ---------------------------------------------------------------

_verbs = st.sampled_from(["insert", "update", "update_where", "delete"])
_number = st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(-3, 3)


class _Doer:
    """Write something random through the gate."""

    def __init__(
        self, world: World, gate: Gate, data: st.DataObject, numbers: Iterator[int]
    ) -> None:
        self._world = world
        self._numbers = numbers
        self._gate = gate
        self._draw = data.draw

    def do(self) -> None:
        table = self._draw(st.sampled_from([t.setting, t.coder, t.category]))
        ids = sorted(self._gate.connection.execute(table.select()).scalars())
        verb = self._draw(_verbs)
        if verb == "insert":
            self._gate.insert(
                table, [self._row(table) for _ in range(self._draw(st.integers(0, 3)))]
            )
            return
        chosen = self._draw(st.lists(st.sampled_from(ids), unique=True, max_size=3)) if ids else []
        if verb == "update":
            self._gate.update(table, {id_: self._change(table) for id_ in chosen})
        elif verb == "update_where":
            self._gate.update_where(table, table.c.id.in_(chosen), self._change(table, many=True))
        elif table is not t.category and table is not t.coder:
            self._gate.delete(table, chosen)

    def _row(self, table: Any) -> dict[str, Any]:
        code = next(self._numbers)
        unique = f"x{code}"
        if table is t.category:
            return {**_category(self._world, unique, code), "score": self._draw(_number)}
        if table is t.coder:
            return {"uid": unique, "name": unique}
        return {"key": unique, "value": self._draw(storable)}

    def _change(self, table: Any, *, many: bool = False) -> dict[str, Any]:
        if table is t.category:
            change: dict[str, Any] = {
                "score": self._draw(_number),
                "source": self._draw(storable),
                "retired": self._draw(st.integers(0, 1)),
            }
            names = self._draw(st.lists(st.sampled_from(sorted(change)), min_size=1, unique=True))
            return {name: change[name] for name in names}
        return {"created" if table is t.coder else "value": self._draw(storable)}


@given(data=st.data())
@settings(max_examples=25)
def test_whatever_was_done_is_undone_and_redone(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    world = World(tmp_path_factory.mktemp("any") / "a.workbench")
    numbers = itertools.count(1000)
    try:
        dumps = [world.dump()]
        for _ in range(data.draw(st.integers(1, 5))):
            # An operation that fails in the middle leaves no trace.
            fails = data.draw(st.integers(0, 4)) == 0
            with suppress(SystemExit), world.gate() as gate:
                for _ in range(data.draw(st.integers(1, 4))):
                    _Doer(world, gate, data, numbers).do()
                if fails:
                    raise SystemExit
            if fails:
                assert world.dump() == dumps[-1]
            dumps.append(world.dump())
        done = [row for row in world.rows(t.operation) if row["state"] == history.DONE]
        for _ in done:
            world.undo()
        assert world.dump() == dumps[0]
        for _ in done:
            world.redo()
        assert world.dump() == dumps[-1]
        for row in world.rows(t.change):
            assert json.dumps(row["before"]) != json.dumps(row["after"])
    finally:
        world.project.close()


def test_the_last_id_is_the_latest_operations(world: World) -> None:
    id_ = add(world, "a")
    assert world.read(history.last_id) == id_
    world.undo()
    assert world.read(history.last_id) == id_
