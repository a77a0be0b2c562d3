"""One operation in several transactions, with others in between."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.world import LATER, MIGRATIONS, OWNER, World, open_again
from workbench.store import history
from workbench.store import tables as t
from workbench.store.errors import NothingToRedo, NothingToUndo, OperationOver, ProjectReadOnly
from workbench.store.project import Operation, open_project


def begin(world: World, *keys: str, coder: int | None = None) -> int:
    with world.project.operation("import", coder or world.one, LATER) as doing:
        insert(doing, keys)
    assert doing.changed is not None
    return doing.changed.operation


def go_on(world: World, operation: int, *keys: str) -> None:
    with world.project.continued(operation) as doing:
        insert(doing, keys)


def insert(doing: Operation, keys: tuple[str, ...]) -> list[int]:
    doing.facts["count"] = str(int(doing.facts.get("count", 0)) + len(keys))
    return doing.gate.insert(t.setting, [{"key": key, "value": ""} for key in keys])


def added(world: World) -> set[str]:
    return {row["key"] for row in world.rows(t.setting) if len(row["key"]) == 1}


def given_ids(world: World) -> list[int]:
    ids = [row["id"] for row in world.rows(t.operation)]
    return ids + [row["row_id"] for row in world.rows(t.change) if row["verb"] == "insert"]


def test_an_operation_goes_on_and_is_one_step(world: World) -> None:
    operation = begin(world, "a")
    go_on(world, operation, "b", "c")
    (info,) = [each for each in world.read(history.operations, 9) if each.id == operation]
    assert info.facts == {"count": "3"}
    steps = [row["step"] for row in world.rows(t.change) if row["operation_id"] == operation]
    assert steps == [1, 2, 2]
    world.undo()
    assert added(world) == set()
    world.redo()
    assert added(world) == set("abc")


def test_others_may_come_in_between(world: World) -> None:
    operation = begin(world, "a")
    begin(world, "x")
    go_on(world, operation, "b")
    begin(world, "y", coder=world.two)
    go_on(world, operation, "c")
    world.undo()
    assert added(world) == set("abcy")
    world.undo()
    assert added(world) == {"y"}
    world.redo()
    world.redo()
    assert added(world) == set("abcxy")
    ids = given_ids(world)
    assert len(ids) == len(set(ids))


def test_no_id_is_given_twice_after_a_restart(world: World) -> None:
    operation = begin(world, "a")
    begin(world, "x")
    go_on(world, operation, *"bcdefg")
    highest = max(given_ids(world))
    assert world.read(history.last_id) == highest
    world.project.close()
    with open_again(world.path) as project:
        with project.operation("mark", world.one, LATER) as doing:
            insert(doing, ("y",))
        assert doing.gate.operation_id == highest + 1
        with project.continued(operation) as doing:
            insert(doing, ("z",))
        project.undo(world.one, LATER)
        project.undo(world.one, LATER)
        project.undo(world.one, LATER)
        with pytest.raises(NothingToUndo):
            project.undo(world.one, LATER)


def test_what_was_taken_back_does_not_go_on(world: World) -> None:
    operation = begin(world, "a")
    world.undo()
    for prepare in (lambda: None, lambda: begin(world, "x")):
        prepare()
        before = world.dump()
        with pytest.raises(OperationOver):
            go_on(world, operation, "b")
        assert world.dump() == before
    with pytest.raises(OperationOver):
        go_on(world, 10**9, "b")


def test_what_is_undone_in_between_can_still_be_redone(world: World) -> None:
    operation = begin(world, "a")
    begin(world, "x")
    world.undo()
    go_on(world, operation, "b")
    world.redo()
    assert added(world) == set("abx")


def test_a_part_that_fails_or_does_nothing_leaves_the_others(world: World) -> None:
    operation = begin(world, "a")
    before = (world.dump(), world.rows(t.operation))
    with world.project.continued(operation) as doing:
        doing.facts["count"] = "99"
    assert doing.changed is None

    def fail() -> None:
        with world.project.continued(operation) as doing:
            insert(doing, ("b",))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert (world.dump(), world.rows(t.operation)) == before
    go_on(world, operation, "c")
    assert added(world) == set("ac")


def test_nothing_goes_on_in_a_read_only_project(world: World) -> None:
    operation = begin(world, "a")
    world.project.close()
    with (
        open_again(world.path, read_only=True) as project,
        pytest.raises(ProjectReadOnly),
        project.continued(operation),
    ):
        pass


@dataclass
class Done:
    """What one operation has put there."""

    id: int
    coder: int
    keys: set[str]
    state: str = "done"


@dataclass
class Model:
    """What the history should do, told by sets."""

    world: World
    operations: list[Done] = field(default_factory=list[Done])
    keys: itertools.count[int] = field(default_factory=itertools.count)

    def key(self) -> str:
        return chr(0x4E00 + next(self.keys))

    def begin(self, coder: int) -> None:
        key = self.key()
        for each in self.operations:
            if each.coder == coder and each.state == "undone":
                each.state = "dropped"
        self.operations.append(Done(begin(self.world, key, coder=coder), coder, {key}))

    def go_on(self, which: int) -> None:
        if not self.operations:
            return
        chosen, keys = self.operations[which % len(self.operations)], (self.key(), self.key())
        if chosen.state == "done":
            go_on(self.world, chosen.id, *keys)
            chosen.keys.update(keys)
        else:
            with pytest.raises(OperationOver):
                go_on(self.world, chosen.id, *keys)

    def undo(self, coder: int) -> None:
        done = [each for each in self.operations if (each.coder, each.state) == (coder, "done")]
        self._step(done[-1:], "undone", lambda: self.world.undo(coder))

    def redo(self, coder: int) -> None:
        undone = [each for each in self.operations if (each.coder, each.state) == (coder, "undone")]
        self._step(undone[:1], "done", lambda: self.world.redo(coder))

    def _step(self, found: list[Done], state: str, step: Callable[[], object]) -> None:
        if found:
            step()
            found[0].state = state
        else:
            with pytest.raises((NothingToUndo, NothingToRedo)):
                step()

    def reopen(self) -> None:
        self.world.project.close()
        path, ids = self.world.path, self.world.ids
        self.world.project = open_project(path, ids, OWNER, MIGRATIONS)

    def check(self) -> None:
        there = [each.keys for each in self.operations if each.state == "done"]
        assert added(self.world) == set[str]().union(*there)
        ids = given_ids(self.world)
        assert len(ids) == len(set(ids))


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["begin", "go_on", "go_on", "undo", "redo", "reopen"]), st.integers(0, 7)
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(actions=ACTIONS)
def test_whatever_comes_in_between(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, int]]
) -> None:
    world = World(tmp_path_factory.mktemp("p") / "p.workbench")
    model = Model(world)
    try:
        for name, number in actions:
            coder = (world.one, world.two)[number % 2]
            match name:
                case "begin":
                    model.begin(coder)
                case "go_on":
                    model.go_on(number)
                case "undo":
                    model.undo(coder)
                case "redo":
                    model.redo(coder)
                case _:
                    model.reopen()
            model.check()
    finally:
        world.project.close()
