"""Selecting, copying and moving with real events; offsets are code points of the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.reading.conftest import Show
from tests.ui.reading.mouse import Mouse, before, mouse, on
from tests.ui.reading.sample import CODEBOOK, TEXT, annotation, marked, place
from workbench.domain.text import Segments, Span
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.style_sheet import style_sheet
from workbench.ui.theme import Theme

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = ("甲国", "外长", "反对", "修建", "输油管", "乙国", "总统", "则", "表示", "欢迎")


def word_at(offset: int) -> Span | None:
    """Tell the word at an offset, of a few known ones; others are single characters."""
    for word in WORDS:
        for start in range(max(0, offset - len(word) + 1), offset + 1):
            if TEXT.startswith(word, start):
                return Span(start, start + len(word))
    return Span(offset, offset + 1)


def snap(span: Span) -> Span:
    first, last = word_at(span.start), word_at(span.end - 1)
    assert first
    assert last
    return Span(first.start, last.end)


@pytest.fixture
def worded(pane: ReadingPane) -> ReadingPane:
    pane.set_word_service(snap, word_at)
    return pane


def quote(pane: ReadingPane) -> str:
    span = pane.selected_span()
    return TEXT[span.start : span.end] if span else ""


@pytest.mark.parametrize(
    "wanted", ["对修", "😀𠮷野", "𠮷", "认为，这是战略自主的开始。", "输油管，乙国"]
)
def test_a_drag_selects_exactly_the_characters(pane: ReadingPane, wanted: str) -> None:
    span = place(wanted)
    mouse(pane).drag(before(pane, span.start), before(pane, span.end))
    assert pane.selected_span() == span
    assert quote(pane) == wanted


def test_a_drag_to_the_left_selects_the_same(pane: ReadingPane) -> None:
    span = place("反对修建")
    mouse(pane).drag(before(pane, span.end), before(pane, span.start))
    assert pane.selected_span() == span
    assert pane.caret() == span.start


def test_a_drag_over_lines_and_paragraphs(pane: ReadingPane) -> None:
    span = Span(TEXT.index("𠮷野"), TEXT.index("丙国没有") + 2)
    mouse(pane).drag(before(pane, span.start), before(pane, span.end))
    assert pane.selected_span() == span


def test_a_drag_with_alt_snaps_to_words(worded: ReadingPane) -> None:
    start, end = TEXT.index("国外长"), TEXT.index("油管，")
    mouse(worded).drag(before(worded, start), before(worded, end), ALT)
    assert quote(worded) == "甲国外长反对修建输油管"
    mouse(worded).drag(before(worded, end), before(worded, start), ALT)
    assert quote(worded) == "甲国外长反对修建输油管"
    assert worded.caret() == TEXT.index("甲国")


def test_a_double_click_selects_the_word_not_the_run_of_han(worded: ReadingPane) -> None:
    mouse(worded).double_click(on(worded, TEXT.index("油管")))
    assert quote(worded) == "输油管"


def test_a_drag_after_a_double_click_goes_by_words(worded: ReadingPane) -> None:
    pointer = mouse(worded)
    pointer.press_twice(on(worded, TEXT.index("对修")))
    pointer.move(on(worded, TEXT.index("油管")))
    assert quote(worded) == "反对修建输油管"
    pointer.move(on(worded, TEXT.index("国外长")))
    assert quote(worded) == "甲国外长反对"
    pointer.release(on(worded, TEXT.index("国外长")))


def test_a_triple_click_selects_the_sentence(pane: ReadingPane) -> None:
    for sentence in Segments(TEXT).sentences[:5]:
        mouse(pane).triple_click(on(pane, sentence.start))
        assert pane.selected_span() == sentence


@pytest.mark.parametrize("text", ["", "\n\n", "。"])
def test_clicks_on_next_to_nothing(show: Show, text: str) -> None:
    pane = show(text)
    for times in (Mouse.double_click, Mouse.triple_click):
        times(mouse(pane), QPoint(300, 300))
        span = pane.selected_span()
        assert span is None or span.end <= len(text)


def test_a_shift_click_extends(worded: ReadingPane) -> None:
    mouse(worded).click(before(worded, TEXT.index("反对")))
    mouse(worded).click(before(worded, TEXT.index("输油")), SHIFT)
    assert quote(worded) == "反对修建"
    mouse(worded).click(before(worded, TEXT.index("油管")), SHIFT | ALT)
    assert quote(worded) == "反对修建输油管"


def test_a_trembling_click_selects_nothing(pane: ReadingPane) -> None:
    point = before(pane, TEXT.index("反对"))
    pointer = mouse(pane)
    pointer.press(point)
    pointer.move(point + QPoint(2, 1))
    pointer.release(point + QPoint(2, 1))
    assert pane.selected_span() is None


def test_a_drag_beyond_the_edge_scrolls(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.resize(900, 260)
    start, below = before(pane, 3), QPoint(100, pane._view.viewport().height() + 20)
    pane._view.cursor().setPos(pane._view.viewport().mapToGlobal(below))
    pointer = mouse(pane)
    pointer.press(start)
    pointer.move(below)
    qtbot.waitUntil(lambda: pane._view.scrolled() > 60)
    pointer.move(QPoint(100, 100))
    assert not pane._view._ticks.isActive()
    pointer.release(QPoint(100, 100))


@settings(max_examples=25)
@given(data=st.data())
def test_selected_offsets_are_code_points(show: Show, data: st.DataObject) -> None:
    """Through real events, on text with letters beyond U+FFFF."""
    text = data.draw(st.text(st.sampled_from("汉字，😀𠮷A"), min_size=2, max_size=120))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    pane = show(text)
    mouse(pane).drag(before(pane, start), before(pane, end))
    assert pane.selected_span() == Span(start, end)
    pane._view.copy()
    assert QApplication.clipboard().text() == text[start:end]


def test_shift_and_arrows_extend_by_characters(pane: ReadingPane) -> None:
    mouse(pane).click(before(pane, TEXT.index("😀")))
    for _ in range(3):
        QTest.keyClick(pane._view, Qt.Key.Key_Right, SHIFT)
    assert quote(pane) == "😀𠮷野"
    QTest.keyClick(pane._view, Qt.Key.Key_Left, SHIFT)
    assert quote(pane) == "😀𠮷"


def test_the_caret_moves_by_words(worded: ReadingPane) -> None:
    mouse(worded).click(before(worded, TEXT.index("甲国")))
    QTest.keyClick(worded._view, Qt.Key.Key_Right, CTRL)
    assert worded.caret() == TEXT.index("外长")
    QTest.keyClick(worded._view, Qt.Key.Key_Right, CTRL | SHIFT)
    assert quote(worded) == "外长"
    QTest.keyClick(worded._view, Qt.Key.Key_Left, CTRL)
    assert worded.caret() == TEXT.index("外长")


def test_copying_gives_the_canonical_text(show: Show) -> None:
    text = "甲\xa0乙\u2028丙\x85丁\u2029戊\x0c己\ufffc庚"
    pane = show(text)
    QTest.keyClick(pane._view, Qt.Key.Key_A, CTRL)
    QTest.keyClick(pane._view, Qt.Key.Key_C, CTRL)
    assert pane.selected_span() == Span(0, len(text))
    assert QApplication.clipboard().mimeData().text() == text


def test_copying_nothing_copies_nothing(pane: ReadingPane) -> None:
    assert pane._view.createMimeDataFromSelection().text() == ""


def test_letters_belong_to_the_window(qtbot: QtBot, light: Theme) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    pane = ReadingPane(light)
    window.setCentralWidget(pane)
    pane.show_article(1, "", TEXT, marked(), CODEBOOK, "en")
    heard: list[str] = []
    for keys in ("S", "Space", "Del", "Ctrl+Z", "Alt+Shift+Left"):
        action = QAction(window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, keys=keys: heard.append(keys))
        window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    pane.setFocus()
    QTest.keyClick(pane._view, Qt.Key.Key_S)
    QTest.keyClick(pane._view, Qt.Key.Key_Space)
    QTest.keyClick(pane._view, Qt.Key.Key_Delete)
    QTest.keyClick(pane._view, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(pane._view, Qt.Key.Key_Left, ALT | SHIFT)
    assert heard == ["S", "Space", "Del", "Ctrl+Z", "Alt+Shift+Left"]


def test_the_right_button_keeps_the_selection(pane: ReadingPane) -> None:
    pane.select_span(place("反对"))
    point = on(pane, TEXT.index("乙国"))
    QTest.mousePress(pane._view.viewport(), Qt.MouseButton.RightButton, pos=point)
    QTest.mouseRelease(pane._view.viewport(), Qt.MouseButton.RightButton, pos=point)
    QTest.mouseDClick(pane._view.viewport(), Qt.MouseButton.RightButton, pos=point)
    assert quote(pane) == "反对"


def wheel(pane: ReadingPane, delta: int, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(100, 100)
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane._view.viewport(), event)


def test_the_wheel_scrolls_and_with_ctrl_sizes_the_letters(pane: ReadingPane) -> None:
    size = pane.font_size()
    wheel(pane, 120, CTRL)
    assert pane.font_size() == size + 1
    wheel(pane, -120, CTRL)
    wheel(pane, -120, CTRL)
    wheel(pane, 0, CTRL)
    assert pane.font_size() == size - 1
    wheel(pane, -120, Qt.KeyboardModifier.NoModifier)
    assert pane._view.scrolled() > 0


def test_every_visible_mark_is_painted_at_the_top_and_when_scrolled(pane: ReadingPane) -> None:
    """The trap: looked for from the viewport's corner, the first block was passed over."""
    pane._view.viewport().repaint()
    expected = sum(
        len(pane._view.page.geometry.pieces(each.span)) for each in marked() if each.span
    )
    assert pane._view.painted == expected
    long = annotation(90, "actor", place("港口不只是港口"), {"actor": "JIA"})
    pane.patch([long], ())
    pane.resize(900, 200)
    for height in range(0, pane._view.verticalScrollBar().maximum(), 7):
        pane._view.verticalScrollBar().setValue(height)
        pane._view.viewport().repaint()
        top, bottom = pane._view.shown_heights()
        geometry = pane._view.page.geometry
        visible = geometry.blocks_between(top, bottom)
        assert pane._view.painted == sum(len(geometry.marks(n).marks) for n in visible)


def ink_count(pane: ReadingPane) -> int:
    image = pane._view.viewport().grab().toImage()
    ground = image.pixel(image.width() - 2, 2)
    return sum(
        image.pixel(x, y) != ground
        for y in range(0, image.height(), 2)
        for x in range(0, image.width(), 2)
    )


def test_marks_selection_hover_and_caret_leave_ink(show: Show) -> None:
    bare, full = show(), show(annotations=marked())
    assert ink_count(full) > ink_count(bare)
    before_hover = full._view.viewport().grab().toImage()
    mouse(full).move(on(full, TEXT.index("甲国")), held=False)
    hovered = full._view.viewport().grab().toImage()
    assert hovered != before_hover
    full.select(3)
    assert full._view.viewport().grab().toImage() != hovered


def test_a_very_long_line_opens_and_can_be_marked(show: Show) -> None:
    text = "港口不只是港口，它也是一种承诺。" * 6250
    pane = show(text)
    middle = len(text) // 2
    pane.scroll_to(middle)
    top, bottom = pane._view.shown_heights()
    box = pane._view.page.geometry.caret(middle)
    assert top <= box.top() < bottom
    mouse(pane).drag(before(pane, middle), before(pane, middle + 5))
    assert pane.selected_span() == Span(middle, middle + 5)
    pane.patch([annotation(1, "actor", Span(middle, middle + 5))], ())
    pane._view.viewport().repaint()
    assert pane._view.painted >= 1


def test_the_ground_follows_the_theme_while_the_window_is_open(
    pane: ReadingPane, qapp: QApplication
) -> None:
    palette, styles = qapp.palette(), qapp.styleSheet()
    try:
        for theme in (Theme("dark"), Theme("light"), Theme("dark")):
            qapp.setPalette(theme.palette())
            qapp.setStyleSheet(style_sheet(theme))
            pane.set_theme(theme)
            corner = pane._view.viewport().grab().toImage().pixelColor(3, 3)
            assert corner.name() == theme.colour("article").name()
    finally:
        qapp.setPalette(palette)
        qapp.setStyleSheet(styles)
