"""What the pane meets that nobody wishes for: it shows it, is clicked, and goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtTest import QTest

from tests.ui.reading.conftest import Show
from tests.ui.reading.sample import annotation
from workbench.domain.text import Span
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.reading.setting import Setting

LAYERS = ("stance", "actor", "concept", "claim", "event")


def click(pane: ReadingPane, offset: int) -> None:
    """Click on the middle of a character."""
    view = pane._view
    (_, piece), *_ = view.page.geometry.pieces(Span(offset, offset + 1))
    box = view.page_box(piece.box(view.page.geometry.metrics(view.page.shown.block_at(offset))))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())


def test_two_thousand_on_one_word_are_clicked_one_after_the_other(show: Show) -> None:
    some = tuple(annotation(i, LAYERS[i % 5], Span(4, 6)) for i in range(1, 2001))
    pane = show("不只是港口。" * 20, some)
    pane.grab()
    assert pane._view.painted > 0
    chosen: set[int | None] = set()
    for _ in range(3):
        click(pane, 4)
        chosen.add(pane.selected_annotation())
    assert len(chosen) == 3
    assert "1992" in pane.tooltip(pane.annotations_at(4))
    assert pane._margin.rows()
    pane.patch([], [1, 2, 3])
    assert len(pane.annotations_at(4)) == 1997


def test_one_over_the_whole_article_lies_below_all_others(show: Show) -> None:
    text = "港口不只是港口。\n" * 300
    whole = annotation(1, "claim", Span(0, len(text)))
    pane = show(text, (whole, annotation(2, "actor", Span(0, 2))))
    pane.grab()
    click(pane, 0)
    assert pane.selected_annotation() == 2
    click(pane, 4)
    assert pane.selected_annotation() == 1
    pane.scroll_to(len(text) - 1)
    pane.grab()
    assert pane._view.painted > 0
    assert pane.annotations_at(len(text) - 1) == [1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("e\u0301a\u0308 Noe\u0308l 汉字", id="combining marks"),
        pytest.param("汉字 שלום עולם 汉字 مرحبا 汉字", id="from the right"),
        pytest.param("甲\t乙\t\t丙", id="tabs"),
        pytest.param("甲\u2028乙\u2029丙\x85丁\x0c戊", id="ends of lines of others"),
        pytest.param("👨‍👩‍👧 𠮷野家 \U0003106c 🇰🇷", id="joined and rare"),
        pytest.param("\u200b\u200b甲\ufeff\u00ad乙", id="what has no width"),
        pytest.param("甲" + "\u0301" * 300 + "乙", id="three hundred marks on a letter"),
    ],
)
def test_each_character_can_be_marked_painted_and_found(show: Show, text: str) -> None:
    some = tuple(annotation(i + 1, "actor", Span(i, i + 1)) for i in range(len(text)))
    pane = show(text, some)
    pane.grab()
    assert [pane.annotations_at(offset) for offset in range(len(text))] == [
        [each.id] for each in some
    ]
    for offset in range(len(text)):
        pane.select_span(Span(offset, offset + 1))
        assert pane.selected_span() == Span(offset, offset + 1)
        assert (
            not pane.rect_of_span(Span(offset, offset + 1)).isNull()
            or not text[offset].isprintable()
        )


def test_without_a_width_nothing_is_selected(show: Show) -> None:
    pane = show("港口不只是港口。")
    pane.select_span(Span(2, 3))
    click(pane, 5)
    assert pane.selected_span() is None
    with pytest.raises(Exception, match="3"):
        pane.select_span(Span(3, 3))
    QTest.keyClick(pane._view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(pane._view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selected_span() is None


def test_a_font_without_chinese_sets_chinese_all_the_same(show: Show) -> None:
    latin = QFontDatabase.families(QFontDatabase.WritingSystem.Latin)
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    without = next((each for each in latin if each not in chinese), "No such font")
    pane = show("港口不只是港口。" * 30, (annotation(1, "actor", Span(0, 2)),))
    pane.set_setting(Setting(family=without))
    pane.grab()
    assert pane._view.painted > 0
    click(pane, 1)
    assert pane.selected_annotation() == 1


def test_a_pane_of_400_pixels_shows_every_character(show: Show) -> None:
    text = "港口不只是港口，它也是一种承诺。" * 12
    some = tuple(annotation(i + 1, LAYERS[i % 5], Span(3 * i, 3 * i + 5)) for i in range(40))
    pane = show(text, some, width=400)
    pane.grab()
    width = pane._view.viewport().width()
    for offset in range(len(text)):
        for box in pane._view.page.geometry.rects(Span(offset, offset + 1)):
            assert 0 <= box.left() <= box.right() <= width
    click(pane, 0)
    assert pane.selected_annotation() == 1
