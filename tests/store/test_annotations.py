from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.strategies import dates, means_itself, storable
from tests.files.sql import raw_change
from tests.store.world import CODEBOOK, LATER, TEXT, TIME, World, open_again
from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.text import Span
from workbench.domain.values import Missing, Scalar, Values, checked_values
from workbench.store import annotations
from workbench.store import tables as t
from workbench.store.annotations import (
    annotation_by_id,
    annotations_by_id,
    annotations_of,
    article_scope_id,
    delete_annotations,
    insert_annotations,
    replace_values,
    update_annotation,
)
from workbench.store.database import log_of
from workbench.store.errors import NoSuchRow, RowsDamaged


def read(world: World, id_: int) -> Annotation:
    return world.read(annotation_by_id, world.stored, id_)


def of(world: World, article: int, coder: int | None = None) -> list[Annotation]:
    return world.read(annotations_of, world.stored, article, coder)


def verbs(world: World) -> list[tuple[str, str, Any]]:
    """Return what the latest operation wrote: verb, table, the columns after."""
    rows = world.rows(t.change)
    latest = max(row["operation_id"] for row in rows)
    return [
        (row["verb"], row["table_name"], row["after"])
        for row in sorted(rows, key=lambda row: (row["step"], row["row_id"]))
        if row["operation_id"] == latest
    ]


def test_an_annotation_comes_back_as_it_was(world: World) -> None:
    article = world.add_article()
    values: Values = {"state": ("A",), "side": ("for",)}
    id_ = world.mark(article, values, certainty=Certainty.UNSURE, memo="备注")
    found = read(world, id_)
    assert found == Annotation(
        id=id_,
        uid=found.uid,
        article=article,
        coder=world.one,
        layer="every",
        span=Span(0, 4),
        quote=TEXT[:4],
        values=values,
        certainty=Certainty.UNSURE,
        memo="备注",
        created=TIME,
        modified=TIME,
        complete=True,
    )
    assert found.uid.startswith("n")


def test_an_annotation_of_a_whole_article_has_no_span(world: World) -> None:
    article = world.add_article()
    id_ = world.mark(article, {"genre": ("评论",)}, layer="article", span=None, quote="")
    found = read(world, id_)
    assert found.span is None
    assert found.quote == ""
    assert world.read(article_scope_id, world.stored, "article", article, world.one) == id_
    assert world.read(article_scope_id, world.stored, "article", article, world.two) is None


_EVERY: dict[str, st.SearchStrategy[Any]] = {
    "state": st.just("A"),
    "states": st.lists(st.sampled_from(["A", "B"]), max_size=2, unique=True),
    "side": st.sampled_from(["for", "against"]),
    "count": st.integers(-(2**53), 2**53).filter(means_itself),
    "share": st.floats(allow_nan=False, allow_infinity=False).filter(means_itself)
    | st.integers(-9, 9),
    "sure": st.booleans(),
    "day": dates(),
    "words": st.lists(storable, max_size=3, unique=True),
}
_MISSING = st.sampled_from([Missing.NOT_APPLICABLE, Missing.UNDECIDABLE])
_GIVEN = st.fixed_dictionaries({}, optional={k: s | _MISSING for k, s in _EVERY.items()})


def _exactly(values: Values) -> dict[str, list[tuple[type, Scalar]]]:
    return {key: [(type(each), each) for each in scalars] for key, scalars in values.items()}


@given(first=_GIVEN, second=_GIVEN)
@settings(max_examples=50)
def test_values_of_every_kind_come_back_as_they_were(
    world: World, first: dict[str, Any], second: dict[str, Any]
) -> None:
    layer = CODEBOOK.layer("every")
    article = world.add_article()
    wanted = checked_values(CODEBOOK, layer, first)
    id_ = world.mark(article, wanted)
    assert _exactly(read(world, id_).values) == _exactly(wanted)
    before = world.dump()
    changes = {
        key: checked_values(CODEBOOK, layer, {key: raw}).get(key, ()) for key, raw in second.items()
    }
    with world.gate() as gate:
        replace_values(gate, world.stored, read(world, id_), changes, LATER)
        touched = bool(gate.touched)
    wanted = {key: each for key, each in {**wanted, **changes}.items() if each}
    assert _exactly(read(world, id_).values) == _exactly(wanted)
    if touched:
        world.undo()
    assert world.dump() == before
    if touched:
        world.redo()
    assert _exactly(read(world, id_).values) == _exactly(wanted)


def test_links_keep_their_order(world: World) -> None:
    article = world.add_article()
    one, two = world.mark(article), world.mark(article)
    id_ = world.mark(article, {"reasons": (two, one)})
    assert read(world, id_).values == {"reasons": (two, one)}


def test_values_come_in_the_order_of_their_variables(world: World) -> None:
    id_ = world.mark(world.add_article(), {"words": ("词",), "count": (1,), "state": ("A",)})
    assert list(read(world, id_).values) == ["state", "count", "words"]


@pytest.mark.parametrize(
    ("values", "complete"),
    [
        ({}, False),
        ({"state": ("A",)}, False),
        ({"states": ("A",), "side": ("for",)}, True),
        ({"state": (Missing.UNDECIDABLE,), "side": ("for",)}, True),
    ],
)
def test_completeness_is_told(world: World, values: Values, complete: bool) -> None:
    assert read(world, world.mark(world.add_article(), values)).complete is complete


# --- minimal writes -----------------------------------------------------------------


def test_a_mark_writes_two_steps(world: World) -> None:
    article = world.add_article()
    world.mark(article, {"state": ("A",), "side": ("for",)})
    assert [verb[:2] for verb in verbs(world)] == [
        ("insert", "annotation"),
        ("insert", "annotation_value"),
        ("insert", "annotation_value"),
    ]


def replace(world: World, id_: int, values: Values) -> bool:
    with world.gate() as gate:
        replace_values(gate, world.stored, read(world, id_), values, LATER)
        return bool(gate.touched)


def test_values_that_stay_are_not_written(world: World) -> None:
    id_ = world.mark(world.add_article(), {"state": ("A",), "words": ("一", "二", "三")})
    assert not replace(world, id_, {"state": ("A",), "words": ("一", "二", "三"), "count": ()})
    assert read(world, id_).modified == TIME
    assert replace(world, id_, {"state": ("A",), "words": ("一", "改", "三")})
    assert verbs(world) == [
        ("update", "annotation_value", {"text": "改"}),
        ("update", "annotation", {"modified": LATER}),
    ]


def test_values_are_cleared_and_added(world: World) -> None:
    id_ = world.mark(world.add_article(), {"state": ("A",), "words": ("一", "二")})
    assert replace(world, id_, {"state": (), "words": ("一",), "share": (0.5,)})
    assert [verb[:2] for verb in verbs(world)] == [
        ("delete", "annotation_value"),
        ("delete", "annotation_value"),
        ("insert", "annotation_value"),
        (
            "update",
            "annotation",
        ),
    ]
    assert read(world, id_).values == {"words": ("一",), "share": (0.5,)}


def test_a_value_becomes_missing_and_back(world: World) -> None:
    id_ = world.mark(world.add_article(), {"day": ("2025",)})
    assert replace(world, id_, {"day": (Missing.NOT_APPLICABLE,)})
    assert verbs(world)[0] == ("update", "annotation_value", {"text": None, "missing": -97})
    assert read(world, id_).values == {"day": (Missing.NOT_APPLICABLE,)}
    world.undo()
    assert read(world, id_).values == {"day": ("2025",)}


def test_columns_of_an_annotation_are_set(world: World) -> None:
    id_ = world.mark(world.add_article())
    with world.gate() as gate:
        update_annotation(gate, id_, {"memo": "新", "certainty": "sure"})
    assert verbs(world) == [("update", "annotation", {"memo": "新"})]


# --- many ----------------------------------------------------------------------------


def test_annotations_come_in_text_order(world: World) -> None:
    article = world.add_article()
    spans = [Span(5, 9), Span(0, 4), Span(0, 2), None, Span(0, 4)]
    with world.gate() as gate:
        new = [
            world.new(article, layer="every" if span else "article", span=span, quote="")
            for span in spans
        ]
        ids = insert_annotations(gate, world.ids, world.stored, new, TIME)
    ordered = [ids[index] for index in (3, 2, 1, 4, 0)]
    assert [each.id for each in of(world, article)] == ordered
    found = world.read(annotations_by_id, world.stored, [*reversed(ids), 999])
    assert [each.id for each in found] == ordered


def test_ones_own_and_everybodys(world: World) -> None:
    article, other = world.add_article(), world.add_article()
    one = world.mark(article, {"state": ("A",)})
    two = world.mark(article, {"state": (Missing.UNDECIDABLE,)}, coder=world.two)
    elsewhere = world.mark(other)
    assert [each.id for each in of(world, article, world.one)] == [one]
    assert [each.id for each in of(world, article, world.two)] == [two]
    assert [each.id for each in of(world, article)] == [one, two]
    assert [each.id for each in of(world, other)] == [elsewhere]
    assert of(world, article, 999) == []


def test_thousands_are_read_by_id(world: World) -> None:
    article = world.add_article()
    with world.gate() as gate:
        new = [world.new(article, {"count": (n,)}) for n in range(6000)]
        ids = insert_annotations(gate, world.ids, world.stored, new, TIME)
    found = world.read(annotations_by_id, world.stored, ids)
    assert [each.values["count"] for each in found] == [(n,) for n in range(6000)]
    assert len({each.uid for each in found}) == 6000


def test_an_annotation_that_is_not_there_is_refused(world: World) -> None:
    with pytest.raises(NoSuchRow, match="annotation with the id 999"):
        read(world, 999)


# --- deleting ---------------------------------------------------------------------------


def test_deleting_takes_values_and_links_along(world: World) -> None:
    article = world.add_article()
    gone = world.mark(article, {"state": ("A",)})
    stays = world.mark(article, {"reasons": (gone,), "side": ("for",)})
    before = world.dump()
    with world.gate() as gate:
        delete_annotations(gate, [gone, gone], LATER)
    assert [each.id for each in of(world, article)] == [stays]
    assert read(world, stays).values == {"side": ("for",)}
    assert read(world, stays).modified == LATER
    world.undo()
    assert world.dump() == before


def test_deleting_thousands(world: World) -> None:
    article = world.add_article()
    with world.gate() as gate:
        new = [world.new(article, {"count": (n,)}) for n in range(6000)]
        ids = insert_annotations(gate, world.ids, world.stored, new, TIME)
        last = insert_annotations(
            gate,
            world.ids,
            world.stored,
            [world.new(article, {"reasons": (ids[0], ids[-1])})],
            TIME,
        )
    before = world.dump()
    with world.gate() as gate:
        delete_annotations(gate, ids, LATER)
    assert [each.id for each in of(world, article)] == last
    assert world.rows(t.annotation_value) == []
    world.undo()
    assert world.dump() == before


def test_deleting_what_is_not_there_is_refused(world: World) -> None:
    with pytest.raises(NoSuchRow), world.gate() as gate:
        delete_annotations(gate, [999], LATER)


# --- damage -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE annotation SET certainty = 'surf'", "annotation"),
        ("UPDATE annotation SET layer_id = 999999", "annotation"),
        ("UPDATE annotation_value SET variable_id = 999999", "annotation_value"),
        ("UPDATE annotation_value SET category_id = 999999", "annotation_value"),
        ("UPDATE annotation_value SET category_id = NULL", "annotation_value"),
        ("UPDATE annotation_value SET missing = -5", "annotation_value"),
    ],
)
def test_damaged_annotations_are_refused(world: World, statement: str, table: str) -> None:
    article = world.add_article()
    world.mark(article, {"state": ("A",)})
    world.project.close()
    raw_change(world.path, statement)
    with (
        open_again(world.path) as project,
        project.database.reading() as connection,
        pytest.raises(RowsDamaged, match=f"table {table}:"),
    ):
        annotations_of(connection, world.stored, article, None)


def test_a_refusal_that_is_kept_leaves_the_project_a_single_file(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotations, "_PART", 1)
    article = world.add_article()
    damaged, other = (world.mark(article, {"state": ("A",)}) for _ in range(2))
    world.project.close()
    raw_change(world.path, f"UPDATE annotation SET certainty = 'surf' WHERE id = {damaged}")
    with open_again(world.path) as project:
        with pytest.raises(RowsDamaged) as refused, project.database.reading() as connection:
            annotations_of(connection, world.stored, article, None)
        with project.operation("test", world.one, LATER) as doing:
            update_annotation(doing.gate, other, {"memo": "x"})
    assert refused.value.__traceback__ is not None  # as a notice keeps it that is still shown
    assert not log_of(world.path).exists()


def test_many_are_read_in_parts_each_with_its_values(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotations, "_PART", 3)
    article = world.add_article()
    sides = ("for", "against")
    ids = [world.mark(article, {"state": ("A",), "side": (sides[n % 2],)}) for n in range(8)]
    found = of(world, article, world.one)
    assert [each.id for each in found] == ids
    assert found == [read(world, id_) for id_ in ids] == of(world, article)
    assert found[0].values is found[2].values  # held once, since they are equal


def test_a_missing_value_is_not_taken_for_its_code(world: World) -> None:
    article = world.add_article()
    code = int(Missing.UNDECIDABLE)
    first = world.mark(article, {"count": (code,)})
    second = world.mark(article, {"count": (Missing.UNDECIDABLE,)})
    kinds = {each.id: type(each.values["count"][0]) for each in of(world, article)}
    assert kinds == {first: int, second: Missing}
