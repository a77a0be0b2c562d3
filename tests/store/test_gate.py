from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import RowMapping, func, insert, select, update
from sqlalchemy.dialects import postgresql

from tests.domain.strategies import storable
from tests.store.world import LATER, World, open_again
from workbench.store import tables as t
from workbench.store.errors import NoSuchRow
from workbench.store.gate import NAMED_AT_MOST, Touched, _Image, in_chunks, rows_by_id
from workbench.store.history import _held


def images(world: World, verb: str) -> list[RowMapping]:
    """Return the journal's rows of one verb in the latest operation."""
    rows = world.rows(t.change)
    latest = max(row["operation_id"] for row in rows)
    return [row for row in rows if row["operation_id"] == latest and row["verb"] == verb]


def stored_settings(world: World) -> dict[str, str]:
    return {row["key"]: row["value"] for row in world.rows(t.setting)}


def add_settings(world: World, *keys: str) -> list[int]:
    with world.gate() as gate:
        return gate.insert(t.setting, [{"key": key, "value": f"of {key}"} for key in keys])


def test_inserted_rows_get_ids_after_the_operations_own(world: World) -> None:
    with world.gate() as gate:
        first = gate.insert(t.setting, [{"key": "a"}, {"key": "b", "value": "x"}])
        second = gate.insert(t.coder, [{"uid": "p1", "name": "丙"}])
        operation = gate.operation_id
    assert first == [operation + 1, operation + 2]
    assert second == [operation + 3]
    assert stored_settings(world)["a"] == ""
    assert stored_settings(world)["b"] == "x"


def test_an_insert_is_journalled_with_every_column(world: World) -> None:
    (id_,) = add_settings(world, "a")
    (row,) = images(world, "insert")
    assert row["row_id"] == id_
    assert row["table_name"] == "setting"
    assert row["before"] is None
    assert row["after"] == {"id": id_, "key": "a", "value": "of a"}


def test_inserting_nothing_is_no_step(world: World) -> None:
    with world.gate() as gate:
        assert gate.insert(t.setting, []) == []
        assert not gate.touched


def test_an_update_is_journalled_with_the_changed_columns_only(world: World) -> None:
    one, two, three = add_settings(world, "a", "b", "c")
    with world.gate() as gate:
        changes = {
            one: {"key": "a", "value": "new"},
            two: {"key": "b2", "value": "of b"},
            three: {"key": "c", "value": "of c"},
        }
        gate.update(t.setting, changes)
        changed = gate.touched.changed(None, 0)
    assert {row["row_id"]: (row["before"], row["after"]) for row in images(world, "update")} == {
        one: ({"value": "of a"}, {"value": "new"}),
        two: ({"key": "b"}, {"key": "b2"}),
    }
    assert changed.ids("setting") == {one, two}
    assert {"a", "b2", "c"} <= stored_settings(world).keys()


def test_an_update_that_changes_nothing_leaves_no_operation(world: World) -> None:
    (id_,) = add_settings(world, "a")
    before = world.rows(t.operation)
    with world.gate() as gate:
        gate.update(t.setting, {id_: {"value": "of a"}})
    assert world.rows(t.operation) == before


def test_a_delete_is_journalled_with_the_whole_row(world: World) -> None:
    one, two = add_settings(world, "a", "b")
    with world.gate() as gate:
        gate.delete(t.setting, [one, one])
    (row,) = images(world, "delete")
    assert row["row_id"] == one
    assert row["before"] == {"id": one, "key": "a", "value": "of a"}
    assert row["after"] is None
    assert two in {each["id"] for each in world.rows(t.setting)}
    assert one not in {each["id"] for each in world.rows(t.setting)}


def test_deleting_nothing_is_no_step(world: World) -> None:
    with world.gate() as gate:
        gate.delete(t.setting, [])
        assert not gate.touched


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_a_row_that_is_not_there_is_refused_and_nothing_written(world: World, verb: str) -> None:
    (id_,) = add_settings(world, "a")
    before = world.dump()

    def write() -> None:
        with world.gate() as gate:
            gate.update(t.setting, {id_: {"value": "changed"}})
            if verb == "update":
                gate.update(t.setting, {999999: {"value": "x"}})
            else:
                gate.delete(t.setting, [id_, 999999])

    with pytest.raises(NoSuchRow, match="setting with the id 999999"):
        write()
    assert world.dump() == before


def test_an_id_is_never_given_twice(world: World) -> None:
    (first,) = add_settings(world, "a")
    world.undo()
    (second,) = add_settings(world, "b")
    assert second > first
    world.undo()
    world.project.close()
    with open_again(world.path) as project, project.operation("x", world.one, LATER) as doing:
        (third,) = doing.gate.insert(t.setting, [{"key": "c"}])
        assert doing.gate.operation_id > second
        assert third > doing.gate.operation_id


def test_ids_of_an_operation_that_failed_are_free_again(world: World) -> None:
    lost: list[int] = []

    def write() -> None:
        with world.gate() as gate:
            lost.extend(gate.insert(t.setting, [{"key": "a"}]))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert add_settings(world, "b") == lost


# --- update_where -------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "column", "old", "new"),
    [
        (t.annotation_value, "category_id", None, 7),
        (t.annotation_value, "category_id", 7, None),
        (t.annotation_value, "text", None, "新的“文字”\n\\"),
        (t.annotation_value, "text", "123", ""),
        (t.annotation_value, "missing", -97, -98),
        (t.annotation_value, "number", 0.1, 0.1 + 0.2),
        (t.annotation_value, "number", None, 1e300),
        (t.annotation_value, "number", 5e-324, None),
        (t.annotation_value, "ordinal", 2, 2**40),
    ],
)
def test_update_where_goes_there_and_back(
    world: World, table: Any, column: str, old: Any, new: Any
) -> None:
    article = world.add_article()
    annotation = world.mark(article)
    categories = [row["id"] for row in world.rows(t.category)]
    old, new = (categories[0] if each == 7 else each for each in (old, new))
    row = {"annotation_id": annotation, "variable_id": world.rows(t.variable)[0]["id"]}
    with world.gate() as gate:
        (id_,) = gate.insert(table, [{**row, "ordinal": 3, column: old}])
    before = world.dump()
    with world.gate() as gate:
        assert gate.update_where(table, table.c.annotation_id == annotation, {column: new}) == 1
        assert gate.update_where(table, table.c.annotation_id == annotation, {column: new}) == 0
        assert gate.touched.changed(None, 0).tables == {table.name: frozenset({id_})}
    (change,) = images(world, "update")
    assert change["before"] == {column: old}
    assert change["after"] == {column: new}
    after = world.dump()
    assert after != before
    world.undo()
    assert world.dump() == before
    world.redo()
    assert world.dump() == after


def test_update_where_journals_only_rows_that_change(world: World) -> None:
    ids = add_settings(world, "a", "b", "c")
    with world.gate() as gate:
        gate.update_where(t.setting, t.setting.c.id.in_(ids[:2]), {"value": "x"})
    with world.gate() as gate:
        assert gate.update_where(t.setting, t.setting.c.id.in_(ids), {"value": "x"}) == 1
    assert [row["row_id"] for row in images(world, "update")] == [ids[2]]


def test_update_where_sets_several_columns(world: World) -> None:
    article = world.add_article()
    before = world.dump()
    with world.gate() as gate:
        values = {"title": "新标题", "source": "", "length": 5}
        assert gate.update_where(t.article, t.article.c.id == article, values) == 1
    (row,) = world.rows(t.article)
    assert (row["title"], row["source"], row["length"]) == ("新标题", "", 5)
    world.undo()
    assert world.dump() == before


def test_update_where_that_meets_nothing_leaves_no_operation(world: World) -> None:
    before = len(world.rows(t.operation))
    with world.gate() as gate:
        assert gate.update_where(t.setting, t.setting.c.key == "none", {"value": "x"}) == 0
    assert len(world.rows(t.operation)) == before


def test_ten_thousand_rows_go_there_and_back(world: World) -> None:
    with world.gate() as gate:
        gate.insert(t.setting, [{"key": f"k{n}", "value": str(n % 7)} for n in range(10_000)])
    before = world.dump()
    with world.gate() as gate:
        where = t.setting.c.key.like("k%") & (t.setting.c.value != "3")
        count = gate.update_where(t.setting, where, {"value": "3"})
        assert gate.touched.changed(None, 0).ids("setting") is None
    assert count == sum(n % 7 != 3 for n in range(10_000))
    after = world.dump()
    changed = world.undo()
    assert changed.ids("setting") is None
    assert world.dump() == before
    world.redo()
    assert world.dump() == after
    world.undo()
    world.undo()
    assert not any(key.startswith("k") for key in stored_settings(world))


def test_many_rows_are_updated_and_deleted_by_id(world: World) -> None:
    with world.gate() as gate:
        ids = gate.insert(t.setting, [{"key": f"k{n}"} for n in range(6_000)])
    before = world.dump()
    with world.gate() as gate:
        gate.update(t.setting, {id_: {"value": str(id_)} for id_ in ids})
        gate.delete(t.setting, ids[::2])
    world.undo()
    assert world.dump() == before


# --- floats -------------------------------------------------------------------


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=2, max_size=2))
@settings(max_examples=60)
def test_floats_survive_the_journal_to_the_last_bit(world: World, numbers: list[float]) -> None:
    first, second = numbers
    category = world.rows(t.category)[0]["id"]
    for number in (first, second):
        with world.gate() as gate:
            gate.update(t.category, {category: {"score": number}})

    def score() -> Any:
        return next(row["score"] for row in world.rows(t.category) if row["id"] == category)

    assert score() == second
    if first != second:
        world.undo()
        assert score() == first
        world.redo()
        assert score() == second


@given(st.lists(storable, min_size=2, max_size=2, unique=True))
@settings(max_examples=40)
def test_text_survives_the_journal(world: World, texts: list[str]) -> None:
    first, second = texts
    (id_,) = add_settings(world, f"k{len(world.rows(t.setting))}")
    with world.gate() as gate:
        gate.update(t.setting, {id_: {"value": first}})
    with world.gate() as gate:
        gate.update_where(t.setting, t.setting.c.id == id_, {"value": second})
    for step, expected in ((world.undo, first), (world.redo, second)):
        step()
        assert next(row["value"] for row in world.rows(t.setting) if row["id"] == id_) == expected


# --- small parts ---------------------------------------------------------------


@given(st.lists(st.integers()))
def test_chunks_lose_nothing(ids: list[int]) -> None:
    many = ids * 3000
    chunks = list(in_chunks(many))
    assert [id_ for chunk in chunks for id_ in chunk] == many
    assert all(0 < len(chunk) <= 5000 for chunk in chunks)


def test_rows_by_id_leaves_out_what_is_not_there(world: World) -> None:
    (id_,) = add_settings(world, "a")
    found = world.read(rows_by_id, t.setting, [id_, 999999])
    assert found == {id_: {"id": id_, "key": "a", "value": "of a"}}


def test_touched_names_rows_until_there_are_too_many() -> None:
    touched = Touched()
    assert not touched
    touched.add("a", range(NAMED_AT_MOST))
    assert touched.changed(3, 4).ids("a") == frozenset(range(NAMED_AT_MOST))
    touched.add("a", [NAMED_AT_MOST])
    touched.add("a", [1])
    touched.add_many("b")
    changed = touched.changed(3, 4)
    assert changed.tables == {"a": None, "b": None}
    assert (changed.article, changed.operation) == (3, 4)


def test_the_set_based_journal_speaks_the_language_of_postgresql() -> None:
    image = _Image("value", t.setting.c.value)
    source = select(func.max(t.setting.c.id), image)
    sql = str(
        insert(t.change)
        .from_select(["row_id", "after"], source)
        .compile(dialect=postgresql.dialect())
    )
    assert ", json_build_object(%(json_object" in sql
    assert ", json_object(" not in sql


def test_undo_in_the_database_speaks_the_language_of_postgresql() -> None:
    statement = (
        update(t.setting)
        .where(t.change.c.row_id == t.setting.c.id)
        .values(value=_held(t.setting, "before", "value"))
    )
    sql = str(statement.compile(dialect=postgresql.dialect()))
    assert "UPDATE setting SET value=CAST(CAST(change.before ->> " in sql
    assert "FROM change WHERE" in sql
