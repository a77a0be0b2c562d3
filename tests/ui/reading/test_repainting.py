"""What is painted anew in parts is what a painting of everything would show."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from tests.ui.reading.conftest import Show
from tests.ui.reading.sample import CODEBOOK, TEXT, TITLE, Offered, Offers, annotation
from tests.ui.reading.test_geometry import LAYERS
from workbench.domain.annotation import Annotation
from workbench.domain.article import Note
from workbench.domain.codebook import Codebook, Words
from workbench.domain.text import Span
from workbench.ui.reading.dashes import Dashes
from workbench.ui.reading.margin_layout import Row
from workbench.ui.reading.margin_names import MarginNames
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.reading.selection import Selection
from workbench.ui.reading.setting import Setting
from workbench.ui.reading.sight import Sight
from workbench.ui.reading.tints import Tints
from workbench.ui.theme import Theme, ThemeName

_ARTICLE = (
    TEXT + "\n" + "\n".join("甲国的外长没有到场，乙国的总统也没有。" * n for n in range(1, 12))
)
_SHOWN = 700  # code points: what is painted without scrolling
_IDS = range(1, 12)
_NUMBERS = range(5)
_OF_LINES = [layer for layer in LAYERS if layer != "stance"]
_THEMES: tuple[ThemeName, ...] = ("light", "dark")
_ROUNDED = 10  # of 255
# The same lists and layers, in other colours, shapes and words.
_OTHER = replace(
    CODEBOOK,
    layers=tuple(
        replace(layer, label=Words("别的", "Something else"), shape="bracket")
        for layer in CODEBOOK.layers
    ),
    code_lists=tuple(
        replace(
            each,
            categories=tuple(replace(category, colour="#117733") for category in each.categories),
        )
        for each in CODEBOOK.code_lists
    ),
)

places = st.integers(0, _SHOWN)
lengths = st.sampled_from([1, 2, 5, 30, 150])
Step = Callable[[ReadingPane], None]


def _span(start: int, length: int) -> Span:
    return Span(start, min(start + length, len(_ARTICLE)))


def _made(id_: int, layer: str, start: int, length: int) -> Annotation:
    # Complete: where dashes begin that run upwards depends on how much of them is painted.
    return replace(annotation(id_, layer, _span(start, length)), complete=True)


def _mark(id_: int, layer: str, start: int, length: int) -> Step:
    made = _made(id_, layer, start, length)
    return lambda pane: pane.patch([made], [])


def _offers(start: int) -> Offers:
    return Offers(Offered(_span(start + 40 * number, 3)) for number in _NUMBERS)


def _patch_offers(number: int, by: int) -> Step:
    def step(pane: ReadingPane) -> None:
        span = pane._view.page.offers[number].span
        moved = Offered(_span(max(0, span.start + by), 2))
        pane.patch_offers(number, number + 1, [moved])

    return step


def _delete(id_: int) -> Step:
    return lambda pane: pane.patch([], [id_])


def _choose(id_: int | None) -> Step:
    return lambda pane: pane.select(id_, scroll=False)


def _hover(ids: list[int]) -> Step:
    return lambda pane: pane._hover([id_ for id_ in ids if id_ in pane._view.page.board])


def _put_caret(anchor: int, caret: int) -> Step:
    return lambda pane: pane.set_selection(Selection(anchor, caret))


def _show_offers(start: int) -> Step:
    return lambda pane: pane.show_offers(_offers(start))


def _scroll(top: int) -> Step:
    return lambda pane: pane._view.verticalScrollBar().setValue(top)


def _mark_by_another(id_: int, layer: str, start: int, length: int) -> Step:
    made = replace(_made(id_, layer, start, length), coder=2)
    return lambda pane: pane.patch([made], [])


def _see(hidden: list[str], focus: str, coders: dict[int, str]) -> Step:
    return lambda pane: pane.set_sight(Sight(frozenset(hidden), focus, coders))


def _name_by(codebook: Codebook, language: str) -> Step:
    return lambda pane: pane.set_codebook(codebook, language)


def _set(measure: int, spacing: float, sentences: bool) -> Step:
    setting = Setting(measure=measure, spacing=spacing, sentences=sentences)
    return lambda pane: pane.set_setting(setting)


def _show_notes(anchors: list[int]) -> Step:
    notes = [Note("footnote", f"[{anchor}]", "注" * 30, anchor) for anchor in anchors]
    return lambda pane: pane.show_notes(notes)


def _size_letters(pixels: int) -> Step:
    return lambda pane: pane.set_font_size(pixels)


def _colour(name: ThemeName) -> Step:
    return lambda pane: pane.set_theme(Theme(name))


def _resize(width: int, height: int) -> Step:
    return lambda pane: pane.resize(width, height)


def _resize_hidden(width: int, height: int) -> Step:
    def step(pane: ReadingPane) -> None:
        pane.hide()
        pane.resize(width, height)
        pane.scroll_to(_SHOWN)
        pane.show()

    return step


def _bring(parts: int, made: list[tuple[int, str, int, int]]) -> Step:
    """Bring other annotations, in so many parts of all that there are."""

    def step(pane: ReadingPane) -> None:
        coming = [_made(*each) for each in made]
        for _ in islice(pane.show_annotations({each.id: each for each in coming}.values()), parts):
            pass

    return step


ids = st.sampled_from(_IDS)
steps: st.SearchStrategy[Step] = st.one_of(
    st.builds(_mark, ids, st.sampled_from(LAYERS), places, lengths),
    st.builds(_delete, ids),
    st.builds(_choose, st.none() | ids),
    st.builds(_hover, st.lists(ids, max_size=3)),
    st.builds(_put_caret, places, places),
    st.builds(_show_offers, st.integers(0, 300)),
    st.builds(_patch_offers, st.sampled_from(_NUMBERS), st.integers(-3, 3)),
    st.builds(_scroll, st.sampled_from([0, 30, 200])),
)
layers = st.sampled_from(LAYERS)
made = st.tuples(ids, layers, places, lengths)
rare_steps: st.SearchStrategy[Step] = st.one_of(
    st.builds(_mark_by_another, ids, st.sampled_from(_OF_LINES), places, lengths),
    st.builds(
        _see,
        st.lists(layers, max_size=2),
        st.sampled_from(["", *LAYERS]),
        st.sampled_from([{}, {2: "Yi"}]),
    ),
    st.builds(_name_by, st.sampled_from([CODEBOOK, _OTHER]), st.sampled_from(["en", "zh"])),
    st.builds(_set, st.sampled_from([20, 38]), st.sampled_from([1.3, 2.0]), st.booleans()),
    st.builds(_show_notes, st.lists(places, max_size=2)),
    st.builds(_size_letters, st.sampled_from([12, 18, 24])),
    st.builds(_colour, st.sampled_from(_THEMES)),
    st.builds(_resize, st.sampled_from([500, 900]), st.sampled_from([400, 700])),
    st.builds(_resize_hidden, st.sampled_from([500, 900]), st.sampled_from([400, 700])),
    st.builds(_bring, st.sampled_from([1, 2, 3, 99]), st.lists(made, max_size=6)),
)


def _on_screen(pane: ReadingPane) -> QImage:
    """Return what the pane has painted so far but for the scroll bar; nothing is painted for it."""
    pane._view.page_height()
    for _ in range(3):
        QApplication.processEvents()
    shown = QGuiApplication.primaryScreen().grabWindow(pane.winId()).toImage()
    width = pane._view.verticalScrollBar().mapTo(pane, QPoint(0, 0)).x()
    cut = shown.copy(0, 0, int(width * shown.devicePixelRatio()), shown.height())
    return cut.convertToFormat(QImage.Format.Format_RGB32)


def _painted_whole(pane: ReadingPane) -> QImage:
    """Return the pane painted anew, and from nothing that is remembered of it."""
    pane._view.page.geometry.forget()
    pane._margin.set_anew()
    pane._strip.set_anew()
    for part in (pane._view.viewport(), pane._margin, pane._strip, pane._asides):
        part.update()
    return _on_screen(pane)


def _as_at_first(pane: ReadingPane, some: tuple[Annotation, ...]) -> None:
    pane.resize(900, 700)
    pane._view._tints, pane._view._dashes = Tints(), Dashes()
    pane.set_theme(Theme("light"))
    pane.set_sight(Sight())
    pane.set_font_size(18)
    pane.set_setting(Setting())
    pane.show_notes([])
    pane.show_article(1, TITLE, _ARTICLE, some, CODEBOOK, "en")


def _is_like(first: QImage, second: QImage) -> bool:
    """Tell whether two pictures are alike but for how Qt rounds dashes.

    It does so otherwise at another height, and in a longer line.
    """
    if first == second or first.size() != second.size():
        return first == second
    both = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return all(abs(one - other) <= _ROUNDED for one, other in both)


def _difference(first: QImage, second: QImage) -> str:
    rows = [
        y
        for y in range(first.height())
        if first.copy(0, y, first.width(), 1) != second.copy(0, y, first.width(), 1)
    ]
    columns = [
        x
        for x in range(first.width())
        if first.copy(x, 0, 1, first.height()) != second.copy(x, 0, 1, first.height())
    ]
    return f"rows {rows[:1]}–{rows[-1:]}, columns {columns[:1]}–{columns[-1:]}"


def _names_anew(pane: ReadingPane) -> MarginNames:
    return MarginNames(pane._view.page, pane._margin.row_height)


def _rows(names: MarginNames, pane: ReadingPane) -> list[Row]:
    return names.rows_between(*pane._view.shown_heights())


@pytest.fixture
def some() -> tuple[Annotation, ...]:
    """Give annotations of each layer, one over another and over several paragraphs."""
    return tuple(
        _made(id_, LAYERS[id_ % len(LAYERS)], 60 * id_, 20 * (id_ % 4) + 2) for id_ in range(1, 7)
    )


def test_what_parts_show_is_what_the_whole_shows(show: Show, some: tuple[Annotation, ...]) -> None:
    pane = show(_ARTICLE, some)

    @settings(max_examples=60)
    @given(st.lists(st.lists(steps | rare_steps, min_size=1, max_size=3), min_size=1, max_size=6))
    def run(taken: list[list[Step]]) -> None:
        _as_at_first(pane, some)
        pane.select(None)
        pane._hover([])
        pane.show_offers(_offers(20))
        for unpainted in taken:
            for step in unpainted:
                step(pane)
            in_parts = _on_screen(pane)
            whole = _painted_whole(pane)
            assert _is_like(in_parts, whole), _difference(in_parts, whole)
            assert _rows(pane._margin._names, pane) == _rows(_names_anew(pane), pane)

    run()


@pytest.mark.skipif("WORKBENCH_SCALE" in os.environ, reason="this is the scaled run")
@pytest.mark.parametrize("scale", ["1.25", "1.5", "2"])
def test_it_does_on_screens_of_other_scales(scale: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", __file__]
    scaled = {**os.environ, "WORKBENCH_SCALE": scale}
    done = subprocess.run(command, env=scaled, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
