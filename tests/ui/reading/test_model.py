"""What the pane paints and hits, beside a model so simple that it can be seen to be right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.reading.sample import CODEBOOK, annotation
from tests.ui.reading.test_geometry import LAYERS, character, page_of, pages
from workbench.domain.annotation import Annotation
from workbench.domain.text import Span
from workbench.ui.reading.page import Page
from workbench.ui.reading.sight import Sight
from workbench.ui.reading.view_model import Describer, Wording

pytestmark = pytest.mark.usefixtures("qapp")

SIGHTS = st.builds(
    Sight,
    st.frozensets(st.sampled_from(LAYERS), max_size=3),
    st.sampled_from(("", *LAYERS)),
    st.just({}),
)


def naive(some: list[Annotation], sight: Sight, offset: int) -> set[int]:
    """Look at every annotation there is."""
    return {
        each.id
        for each in some
        if each.span and each.span.holds(offset) and each.layer not in sight.hidden
    }


def painted(page: Page) -> dict[int, set[int]]:
    """Return for each offset which marks are painted over the middle of its character."""
    found: dict[int, set[int]] = {}
    for number in range(len(page.shown.blocks)):
        at = page.geometry.origin(number)
        marks = [(m.id, m.piece.moved(at.x(), at.y())) for m in page.geometry.marks(number).marks]
        block = page.shown.blocks[number]
        for offset in range(block.start, block.end):
            for where, piece in character(page, offset):
                if where == number and piece.right - piece.left >= 1.0:
                    middle = (piece.left + piece.right) / 2
                    found[offset] = {
                        id_
                        for id_, each in marks
                        if each.baseline == piece.baseline and each.left <= middle <= each.right
                    }
    return found


def hit(page: Page, offset: int) -> list[int] | None:
    """Return what a click on the middle of a character meets, None if it has no width."""
    for number, piece in character(page, offset):
        box = piece.box(page.geometry.metrics(number))
        if box.width() >= 4.0:
            there = page.geometry.character_at(box.center())
            assert there is not None
            assert there == offset
            return page.board.at(there)
    return None


def check(page: Page, some: list[Annotation], sight: Sight) -> None:
    for offset, marks in painted(page).items():
        assert marks == naive(some, sight, offset)
    lengths = {each.id: len(each.span) for each in some if each.span}
    layers = {each.id: each.layer for each in some}
    for offset in range(len(page.text)):
        ids = hit(page, offset) if page.text[offset] in "汉字，。A😀𠮷" else None
        if ids is not None:
            assert set(ids) == naive(some, sight, offset)
            order = [(bool(sight.focus) and layers[i] != sight.focus, lengths[i]) for i in ids]
            assert order == sorted(order)


@settings(max_examples=50)
@given(pages(), SIGHTS)
def test_painted_and_hit_is_what_a_look_at_every_annotation_says(
    made: tuple[str, list[Annotation]], sight: Sight
) -> None:
    text, some = made
    page = page_of(text, some)
    check(page, some, Sight())
    page.board.sight = sight
    page.reload(some, Describer(CODEBOOK, "en", Wording()))
    check(page, some, sight)


@settings(max_examples=50)
@given(pages(), st.data())
def test_so_it_is_after_marks_are_added_moved_and_deleted(
    made: tuple[str, list[Annotation]], data: st.DataObject
) -> None:
    text, some = made
    page = page_of(text, some)
    there = {each.id: each for each in some}
    for _ in range(4):
        id_, layer = data.draw(st.integers(1, 14)), data.draw(st.sampled_from(LAYERS))
        start = data.draw(st.integers(0, len(text) - 1))
        changed = annotation(id_, layer, Span(start, data.draw(st.integers(start + 1, len(text)))))
        gone = data.draw(st.integers(1, 14).filter(lambda each, id_=id_: each != id_))
        page.patch([changed], [gone])
        there[id_] = changed
        there.pop(gone, None)
    check(page, list(there.values()), Sight())
