"""Any codebook becomes any other one in the tables, and undo brings back every row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.domain.strategies import codebooks
from tests.store.world import CODEBOOK, OWNER, TIME, World, dump, make_ids
from workbench.domain.codebook import Category, Codebook, CodeList, Words
from workbench.domain.codebook_edit.edited import Renamed
from workbench.store import tables as t
from workbench.store.codebook_diff import write_codebook, write_difference
from workbench.store.codebook_rows import StoredCodebook, read_codebook
from workbench.store.project import create_project

(STATES, SIDES), (EVERY, PLAIN, ARTICLE) = CODEBOOK.code_lists, CODEBOOK.layers


def become(world: World, new: Codebook, renamed: Renamed | None = None) -> StoredCodebook:
    """Write the difference to `new`, check undo and redo by whole tables, and read it back."""
    before = world.dump()
    stored = world.read(read_codebook)
    with world.gate() as gate:
        write_difference(gate, world.ids, stored, new, renamed)
    after = world.dump()
    if after != before:
        world.undo()
        assert world.dump() == before
        world.redo()
        assert world.dump() == after
    found: StoredCodebook = world.read(read_codebook)
    assert found.codebook == new
    return found


def with_states(*categories: Category) -> Codebook:
    return replace(CODEBOOK, code_lists=(replace(STATES, categories=categories), SIDES))


def list_of(*keys: str, name: str = "letters") -> Codebook:
    """Return a codebook with one list of these categories, numbered in their order."""
    categories = tuple(Category(key, n, Words(key)) for n, key in enumerate(keys, 1))
    return Codebook(Words("小"), (CodeList(name, Words(name), categories),))


@given(first=codebooks(), second=codebooks())
@settings(max_examples=60, deadline=None)
def test_any_codebook_becomes_any_other(
    tmp_path_factory: pytest.TempPathFactory, first: Codebook, second: Codebook
) -> None:
    path = tmp_path_factory.mktemp("diff") / "a.workbench"
    ids = make_ids()
    project = create_project(path, ids, OWNER)
    try:
        with project.operation("new_project", None, TIME, undoable=False) as doing:
            write_codebook(doing.gate, ids, first)
        before = dump(path)
        with project.database.reading() as connection:
            stored = read_codebook(connection)
        assert stored.codebook == first
        with project.operation("edit", 1, TIME) as doing:
            write_difference(doing.gate, ids, stored, second)
        after = dump(path)
        with project.database.reading() as connection:
            assert read_codebook(connection).codebook == second
        if after != before:
            project.undo(1, TIME)
            assert dump(path) == before
            project.redo(1, TIME)
            assert dump(path) == after
    finally:
        project.close()


def test_the_same_codebook_writes_nothing(world: World) -> None:
    before = world.dump()
    with world.gate() as gate:
        write_difference(gate, world.ids, world.stored, replace(CODEBOOK))
        assert not gate.touched
    assert world.dump() == before


def test_only_what_differs_is_touched(world: World) -> None:
    a, b, ab = STATES.categories
    with world.gate() as gate:
        changed = replace(b, label=Words("乙国"), aliases=("乙",))
        write_difference(gate, world.ids, world.stored, with_states(a, changed, ab))
        touched = gate.touched.changed(None, 0).tables
    assert set(touched) == {"category", "alias"}
    assert touched["category"] == {world.stored.keys.categories["states", "B"]}


def test_a_renamed_category_keeps_its_row_and_all_that_names_it(world: World) -> None:
    article = world.add_article()
    world.mark(article, {"states": ("A", "B")})
    a, b, ab = STATES.categories
    against = replace(SIDES.categories[1], same_as="states:甲国")
    new = replace(
        CODEBOOK,
        code_lists=(
            replace(
                STATES,
                categories=(
                    replace(a, key="甲国"),
                    replace(b, parent="甲国"),
                    replace(ab, members=("甲国", "B")),
                ),
            ),
            replace(SIDES, categories=(SIDES.categories[0], against)),
        ),
    )
    values = world.rows(t.annotation_value)
    found = become(world, new, Renamed(categories={("states", "甲国"): "A"}))
    assert found.keys.categories["states", "甲国"] == world.stored.keys.categories["states", "A"]
    assert world.rows(t.annotation_value) == values


def test_keys_and_codes_that_change_places_are_told_apart_by_what_they_were(world: World) -> None:
    """Each row is looked at by itself: for a moment two would have one key."""
    become(world, list_of("A", "B", "C"))
    before = world.read(read_codebook).keys.categories
    turned = Renamed(
        categories={("letters", "A"): "B", ("letters", "B"): "C", ("letters", "C"): "A"}
    )
    found = become(world, list_of("A", "B", "C"), turned)
    assert found.keys.categories == {
        ("letters", "A"): before["letters", "B"],
        ("letters", "B"): before["letters", "C"],
        ("letters", "C"): before["letters", "A"],
    }
    codes = tuple(
        replace(each, code=4 - each.code)
        for each in list_of("A", "B", "C").code_lists[0].categories
    )
    book = list_of("A", "B", "C")
    become(world, replace(book, code_lists=(replace(book.code_lists[0], categories=codes),)))


def test_a_key_that_another_one_left_is_a_new_category(world: World) -> None:
    become(world, list_of("A", "B"))
    before = world.read(read_codebook).keys.categories
    new = Codebook(
        Words("小"),
        (
            CodeList(
                "letters",
                Words("letters"),
                (
                    Category("Z", 1, Words("A")),
                    Category("B", 2, Words("B")),
                    Category("A", 3, Words()),
                ),
            ),
        ),
    )
    found = become(world, new, Renamed(categories={("letters", "Z"): "A"}))
    assert found.keys.categories["letters", "Z"] == before["letters", "A"]
    assert found.keys.categories["letters", "A"] not in before.values()


def test_renamed_lists_layers_and_variables_keep_their_rows(world: World) -> None:
    states = replace(STATES, key="countries", attributes=(STATES.attributes[0],))
    states = replace(
        states,
        categories=tuple(
            replace(each, attributes={k: v for k, v in each.attributes.items() if k == "can_hold"})
            for each in STATES.categories
        ),
    )
    against = replace(SIDES.categories[1], same_as="countries:A")
    sides = replace(SIDES, categories=(SIDES.categories[0], against))
    variables = tuple(
        replace(each, code_list="countries") if each.code_list == "states" else each
        for each in EVERY.variables
    )
    variables = (replace(variables[0], key="country"), *variables[1:])
    layer = replace(
        EVERY, key="all_of_it", variables=variables, complete=(("country", "states"), ("side",))
    )
    new = Codebook(CODEBOOK.name, (states, sides), (layer, PLAIN, ARTICLE))
    before = world.stored.keys
    found = become(
        world,
        new,
        Renamed(
            lists={"countries": "states"},
            layers={"all_of_it": "every"},
            variables={("all_of_it", "country"): "state"},
        ),
    ).keys
    assert found.lists["countries"] == before.lists["states"]
    assert found.layers["all_of_it"] == before.layers["every"]
    assert found.variables["all_of_it", "country"] == before.variables["every", "state"]
    assert found.categories["countries", "A"] == before.categories["states", "A"]
    assert found.attributes["countries", "can_hold"] == before.attributes["states", "can_hold"]


@pytest.mark.parametrize(
    "order", ["BAC", "CAB", "ABCD", "DABC", "ADBC", "AC", "CA", "BDC", "", "DEF"]
)
def test_any_order_is_kept(world: World, order: str) -> None:
    become(world, list_of("A", "B", "C"))
    (letters,) = list_of("A", "B", "C", "D", "E", "F").code_lists
    chosen = tuple(letters.category(key) for key in order)
    become(world, Codebook(Words("小"), (replace(letters, categories=chosen),)))


def test_a_category_in_between_moves_on_those_behind_it_only(world: World) -> None:
    become(world, list_of("A", "B", "C", "E"))
    (letters,) = list_of("A", "B", "C", "E", "F").code_lists
    a, b, c, e, f = letters.categories
    stored = world.read(read_codebook)
    with world.gate() as gate:
        new = replace(letters, categories=(a, b, f, c, e))
        write_difference(gate, world.ids, stored, Codebook(Words("小"), (new,)))
        ids = gate.touched.changed(None, 0).ids("category")
    known = stored.keys.categories
    assert ids is not None
    assert ids.issuperset({known["letters", "C"], known["letters", "E"]})
    assert ids.isdisjoint({known["letters", "A"], known["letters", "B"]})
    # The room that one left is room for another.
    stored = world.read(read_codebook)
    become(world, Codebook(Words("小"), (replace(letters, categories=(a, f, c, e)),)))
    with world.gate() as gate:
        new = replace(letters, categories=(a, b, f, c, e))
        before = world.read(read_codebook)
        write_difference(gate, world.ids, before, Codebook(Words("小"), (new,)))
        ids = gate.touched.changed(None, 0).ids("category")
    assert ids is not None
    assert len(ids) == 1
    assert ids.isdisjoint(before.keys.categories.values())


def test_rejections_of_a_category_go_with_it(world: World) -> None:
    article = world.add_article()
    with world.gate() as gate:
        category = world.stored.keys.categories["states", "AB"]
        place = {"article_id": article, "coder_id": world.one, "start": 0, "end": 2}
        gate.insert(t.rejection, [{**place, "category_id": category, "quote": "甲国"}])
    become(world, with_states(*STATES.categories[:2]))
    assert world.rows(t.rejection) == []
