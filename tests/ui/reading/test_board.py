from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.reading.sample import CODEBOOK, annotation
from workbench.domain.annotation import Annotation
from workbench.domain.text import Span
from workbench.ui.reading.board import Board, Depth
from workbench.ui.reading.sight import Sight
from workbench.ui.reading.view_model import Describer, Shape, Wording

LENGTH = 60
LAYERS = ("stance", "actor", "claim")


def board(some: list[Annotation], sight: Sight | None = None) -> Board:
    made = Board(Describer(CODEBOOK, "en", Wording()), sight)
    made.load(some)
    return made


def _some(places: Sequence[tuple[str, int, int]]) -> list[Annotation]:
    return [
        annotation(id_, layer, Span(start, min(LENGTH, start + length)))
        for id_, (layer, start, length) in enumerate(places, 1)
    ]


annotations = st.lists(
    st.tuples(st.sampled_from(LAYERS), st.integers(0, LENGTH - 1), st.integers(1, 20)), max_size=20
).map(_some)


def lanes(of: Board) -> dict[int, int]:
    return {id_: of.lane(id_) for id_ in of.ids()}


@given(annotations, annotations, st.sets(st.integers(1, 20)))
def test_patching_ends_where_loading_does(
    before: list[Annotation], changed: list[Annotation], removed: set[int]
) -> None:
    patched = board(before)
    patched.ids()  # whose order is kept from now on
    patched.patch(changed, removed)
    kept = {each.id: each for each in before if each.id not in removed}
    kept |= {each.id: each for each in changed}
    fresh = board(list(kept.values()))
    assert patched.ids() == fresh.ids()
    assert lanes(patched) == lanes(fresh)


@given(annotations, annotations, st.sets(st.integers(1, 20)), st.sampled_from(LAYERS))
def test_what_is_hidden_is_known_and_not_shown(
    before: list[Annotation], changed: list[Annotation], removed: set[int], layer: str
) -> None:
    sight = Sight(hidden=frozenset((layer,)))
    patched = board(before, sight)
    patched.patch(changed, removed)
    kept = {each.id: each for each in before if each.id not in removed}
    kept |= {each.id: each for each in changed}
    shown = board([each for each in kept.values() if each.layer != layer])
    assert sorted(patched.annotations(), key=lambda each: each.id) == [
        kept[i] for i in sorted(kept)
    ]
    assert patched.known(range(25)) == [kept[i] for i in sorted(kept)]
    assert patched.ids() == shown.ids()
    assert sorted(patched.drawn()) == sorted(shown.drawn())
    assert lanes(patched) == lanes(shown)
    assert len(patched) == len(shown)
    assert [id_ in patched for id_ in kept] == [id_ in shown for id_ in kept]
    assert patched.between(0, LENGTH) == shown.between(0, LENGTH)


@given(annotations, annotations, st.sets(st.integers(1, 20)))
def test_a_patch_names_everything_that_looks_different(
    before: list[Annotation], changed: list[Annotation], removed: set[int]
) -> None:
    made = board(before)
    old = {id_: (made.span(id_), made.lane(id_)) for id_ in made.ids()}
    touched = made.patch(changed, removed)
    new = {id_: (made.span(id_), made.lane(id_)) for id_ in made.ids()}
    for id_ in old.keys() | new.keys():
        if old.get(id_) != new.get(id_):
            for look in (old.get(id_), new.get(id_)):
                assert look is None or look[0] in touched


@given(annotations, st.integers(0, LENGTH - 1), st.integers(1, 30))
def test_depth_counts_the_lanes_in_a_stretch(
    some: list[Annotation], start: int, length: int
) -> None:
    made = board(some)
    meeting = made.between(start, start + length)
    tints = [made.lane(i) + 1 for i in meeting if made.mark(i).shape is Shape.TINT]
    lines = [made.lane(i) + 1 for i in meeting if made.mark(i).shape is not Shape.TINT]
    assert made.depth(start, start + length) == Depth(max(tints, default=0), max(lines, default=0))


@given(annotations, st.integers(0, LENGTH - 1))
def test_at_an_offset_the_smallest_comes_first(some: list[Annotation], offset: int) -> None:
    holding = [each for each in some if each.span and each.span.holds(offset)]
    holding.sort(key=lambda each: (len(each.span or ()), each.span, each.id))
    assert board(some).at(offset) == [each.id for each in holding]


def test_tints_are_given_from_the_outside_in_then_lines() -> None:
    made = board(
        [
            annotation(1, "stance", Span(2, 5)),
            annotation(2, "stance", Span(0, 20)),
            annotation(3, "actor", Span(0, 3)),
        ]
    )
    assert made.between(0, 30) == [2, 1, 3]
    assert (made.lane(1), made.lane(2)) == (0, 1)


def test_annotations_without_a_span_are_not_shown() -> None:
    made = board([annotation(1, "article", None), annotation(2, "actor", Span(0, 3))])
    assert made.ids() == [2]
    assert made.span(1) is None
    made.patch([annotation(2, "actor", None)], ())
    assert len(made) == 0


def test_another_codebook_names_and_shapes_anew() -> None:
    made = board([annotation(1, "stance", Span(0, 3), {"holder": "JIA"})])
    assert str(made.label(1)) == "Jia → ? ? …"
    kept = made.annotations()
    made.describe_with(Describer(CODEBOOK, "zh", Wording()))
    assert made.ids() == []
    made.load(kept)
    assert str(made.label(1)) == "甲国 → ? ? …"
    assert made.lines([1]) == ["立场: 甲国 → ? ? …, incomplete: position, target or toward"]
