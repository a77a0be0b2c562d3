"""What the pane tells and shows: annotations clicked, hovered, selected, moved, described."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFont, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.reading.conftest import Show
from tests.ui.reading.mouse import before, mouse, on
from tests.ui.reading.sample import CODEBOOK, TEXT, TITLE, annotation, marked, place
from workbench.domain.annotation import Annotation
from workbench.domain.errors import Refusal
from workbench.domain.text import Span
from workbench.ui.reading.geometry import BlockMarks, Geometry
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.reading.selection import Edge
from workbench.ui.theme import Theme

SIGNALS = (
    "selection_changed",
    "annotation_selected",
    "annotation_clicked",
    "annotation_activated",
    "hovered",
    "border_moved",
    "font_size_changed",
)


class Heard:
    """What the signals of a pane said, in order."""

    def __init__(self, pane: ReadingPane) -> None:
        self.said: list[tuple[str, Any]] = []
        for name in SIGNALS:
            getattr(pane, name).connect(partial(self._hear, name))

    def _hear(self, name: str, *what: Any) -> None:
        self.said.append((name, what[0] if len(what) == 1 else what))

    def only(self, name: str) -> list[Any]:
        return [what for said, what in self.said if said == name]


def test_a_click_selects_the_smallest_then_cycles(pane: ReadingPane) -> None:
    heard, point, pointer = Heard(pane), on(pane, TEXT.index("反对修建")), mouse(pane)
    for _ in range(3):
        pointer.click(point)
    assert heard.only("annotation_clicked") == [6, 1, 6]
    assert pane.selected_annotation() == 6


def test_a_click_beside_annotations_selects_none(pane: ReadingPane) -> None:
    pane.select(3)
    heard = Heard(pane)
    mouse(pane).click(on(pane, TEXT.index("丙国没有")))
    mouse(pane).click(on(pane, TEXT.index("港口的归属")))
    assert heard.only("annotation_selected") == [None]
    assert heard.only("annotation_clicked") == []
    assert pane.selected_annotation() is None


def test_a_drag_clicks_nothing(pane: ReadingPane) -> None:
    heard, span = Heard(pane), place("反对修建")
    mouse(pane).drag(before(pane, span.start), before(pane, span.end))
    assert heard.only("annotation_clicked") == []
    assert heard.only("selection_changed")[-1] == span


def test_hovering_tells_all_that_lie_there_once(pane: ReadingPane) -> None:
    heard = Heard(pane)
    for offset in (TEXT.index("甲国"), TEXT.index("甲国") + 1, TEXT.index("丙国没有")):
        mouse(pane).move(on(pane, offset), held=False)
    assert heard.only("hovered") == [[2, 1], []]
    mouse(pane).move(on(pane, TEXT.index("战略")), held=False)
    QApplication.sendEvent(pane._view.viewport(), QEvent(QEvent.Type.Leave))
    assert heard.only("hovered")[-2:] == [[3], []]


def test_selecting_is_not_told_back(pane: ReadingPane) -> None:
    heard = Heard(pane)
    pane.select(5)
    assert pane.selected_annotation() == 5
    pane.select(99)
    assert pane.selected_annotation() is None
    assert heard.said == []


def test_selecting_brings_into_view(pane: ReadingPane) -> None:
    last = annotation(50, "actor", Span(len(TEXT) - 9, len(TEXT) - 7), {"actor": "YI"})
    pane.resize(900, 240)
    pane.patch([last], ())
    pane.select(50, scroll=False)
    assert pane._view.scrolled() == 0
    pane.select(50)
    assert pane._view.scrolled() > 0
    top, bottom = pane._view.shown_heights()
    assert top < pane._view.page.geometry.caret(len(TEXT) - 9).top() < bottom


def test_what_is_brought_into_view_is_not_cut_by_the_edge(pane: ReadingPane) -> None:
    pane.resize(900, 240)
    pane._view.page_height()
    geometry = pane._view.page.geometry
    for offset in range(0, len(TEXT), 7):
        pane._view.verticalScrollBar().setValue(0)
        pane.scroll_to(offset)
        box, (top, bottom) = geometry.caret(offset), pane._view.shown_heights()
        at_the_end = bottom >= pane._view.page_height() - 1
        assert top == 0 or top + 5 < box.top()
        assert at_the_end or box.bottom() + 5 < bottom


def handle(pane: ReadingPane, edge: Edge) -> QPoint:
    found = next(each for each in pane._view._handles() if each.edge is edge)
    return QPoint(round(found.knob.x()), round(found.knob.y() - pane._view.scrolled()))


@pytest.mark.parametrize(
    ("edge", "to", "moved"),
    [
        (Edge.END, "欢迎", "甲国外长反对修建输油管，乙国总统则表示"),
        (Edge.START, "外长", "外长反对修建输油管"),
        (Edge.START, "总统", "管"),
    ],
)
def test_dragging_a_handle_moves_the_border(
    pane: ReadingPane, edge: Edge, to: str, moved: str
) -> None:
    pane.select(1)
    heard, target = Heard(pane), before(pane, TEXT.index(to))
    pointer = mouse(pane)
    assert pane._view.handle_at(handle(pane, edge)) is edge
    pointer.press(handle(pane, edge))
    pointer.move(target)
    assert heard.only("border_moved") == []
    pointer.release(target)
    (id_, start, end), *rest = heard.only("border_moved")
    assert (id_, TEXT[start:end], rest) == (1, moved, [])
    assert heard.only("annotation_clicked") == []


@pytest.mark.parametrize("beside", [-6, -3, -1, 0, 1, 3, 6])
@pytest.mark.parametrize("height", [0.0, 0.3, 0.5, 1.0])
@pytest.mark.parametrize("size", [11, 19, 40])
def test_a_drag_on_the_line_selects_also_from_the_border_of_what_is_selected(
    pane: ReadingPane, beside: int, height: float, size: int
) -> None:
    pane.set_font_size(size)
    pane.select(1)
    span = pane._view.page.board.span(1)
    assert span is not None
    box = pane._view.page.geometry.rects(span)[0]
    y = round(box.top() + height * box.height() - pane._view.scrolled())
    heard, target = Heard(pane), before(pane, TEXT.index("长反"))
    mouse(pane).drag(QPoint(round(box.left()) + beside, y), target)
    assert heard.only("border_moved") == []
    selected = pane.selected_span()
    assert selected is not None
    assert selected.end == TEXT.index("长反")
    assert abs(selected.start - span.start) <= 1


@pytest.mark.parametrize(
    ("edge", "to", "moved"),
    [
        (Edge.END, "统则", "甲国外长反对修建输油管，乙国总统"),
        (Edge.START, "长反", "外长反对修建输油管"),
    ],
)
def test_a_border_dragged_with_alt_snaps_to_words(
    pane: ReadingPane, edge: Edge, to: str, moved: str
) -> None:
    pairs = [place(word) for word in ("甲国", "外长", "反对", "修建", "输油管", "乙国", "总统")]

    def snap(span: Span) -> Span:
        met = [pair for pair in pairs if pair.overlaps(span)]
        return Span(min(span.start, met[0].start), max(span.end, met[-1].end))

    pane.set_word_service(snap, lambda at: Span(at, at + 1))
    pane.select(1)
    heard, target, pointer = Heard(pane), before(pane, TEXT.index(to)), mouse(pane)
    alt = Qt.KeyboardModifier.AltModifier
    pointer.press(handle(pane, edge))
    pointer.move(target, alt)
    pointer.release(target, alt)
    ((_, start, end),) = heard.only("border_moved")
    assert TEXT[start:end] == moved


def test_an_article_shown_in_the_middle_of_a_drag_ends_it(pane: ReadingPane) -> None:
    pane.select(1)
    heard, pointer = Heard(pane), mouse(pane)
    pointer.press(handle(pane, Edge.END))
    pointer.move(before(pane, TEXT.index("总统")))
    pane.show_article(2, TITLE, TEXT, marked(), CODEBOOK, "en")
    pointer.move(before(pane, TEXT.index("外长")))
    pointer.release(before(pane, TEXT.index("外长")))
    assert heard.only("border_moved") == []


def test_an_annotation_of_a_line_end_alone_can_be_selected(pane: ReadingPane) -> None:
    end = TEXT.index("\n")
    pane.patch([annotation(30, "actor", Span(end, end + 1))], ())
    pane.select(30)
    assert pane._view._handles() == []
    assert painted(pane) > 0


def test_a_border_let_go_where_it_was_moves_nothing(pane: ReadingPane) -> None:
    pane.select(1)
    heard, knob = Heard(pane), handle(pane, Edge.END)
    mouse(pane).press(knob)
    mouse(pane).release(knob)
    assert heard.only("border_moved") == []
    mouse(pane).move(knob, held=False)


def test_nudging_a_border(pane: ReadingPane) -> None:
    assert pane.nudge_border(Edge.END, 1) is None
    pane.select(2)
    span = place("甲国")
    assert pane.nudge_border(Edge.END, 1) == Span(span.start, span.end + 1)
    assert pane.nudge_border(Edge.START, -1) == Span(span.start - 1, span.end)
    assert pane.nudge_border(Edge.END, -9) == Span(span.start, span.start + 1)
    pane.set_word_service(lambda given: given, lambda at: Span(at // 4 * 4, at // 4 * 4 + 4))
    assert pane.nudge_border(Edge.END, 1, by_words=True) == Span(span.start, span.end // 4 * 4 + 4)
    start = pane.nudge_border(Edge.START, -1, by_words=True)
    assert start == Span((span.start - 1) // 4 * 4, span.end)


def test_a_tooltip_lists_all_with_their_definitions(pane: ReadingPane) -> None:
    point = on(pane, TEXT.index("反对修建"))
    event = QHelpEvent(QEvent.Type.ToolTip, point, pane._view.viewport().mapToGlobal(point))
    QApplication.sendEvent(pane._view.viewport(), event)
    told = QToolTip.text()
    assert told.index("Jia → ? ? …") < told.index("Jia → pipe −1")
    assert told.count("Being for or against.") == 2
    assert "incomplete: position, target or toward" in told
    empty = on(pane, TEXT.index("丙国没有"))
    away = QHelpEvent(QEvent.Type.ToolTip, empty, pane._view.viewport().mapToGlobal(empty))
    QApplication.sendEvent(pane._view.viewport(), away)


def test_a_tooltip_of_very_many_is_cut_and_says_so(show: Show) -> None:
    many = tuple(annotation(i, "actor", Span(0, 3), {"actor": "JIA"}) for i in range(1, 30))
    told = show(annotations=many).tooltip(list(range(1, 30)))
    assert told.count("<b>Actor</b>") == 8
    assert "and 21 more" in told


def test_the_annotations_at_the_caret_are_told_without_a_mouse(pane: ReadingPane) -> None:
    pane.select_span(place("甲国"))
    assert pane.describe_at_caret() == "Stance: Jia → pipe −1"
    mouse(pane).click(before(pane, TEXT.index("甲国")))
    assert pane.describe_at_caret() == "Actor: Jia · Stance: Jia → pipe −1"
    mouse(pane).click(before(pane, TEXT.index("没有")))
    assert pane.describe_at_caret() == ""
    assert pane.annotations_at(TEXT.index("退出")) == [5, 4]


def test_everything_that_takes_focus_has_a_name(pane: ReadingPane) -> None:
    assert pane._view.accessibleName() == "Article text"
    assert pane._margin.accessibleName() == "Names of the annotations"
    assert pane.focusProxy() is pane._view


# --- showing and patching ---------------------------------------------------------


def painted(pane: ReadingPane) -> int:
    pane._view.viewport().repaint()
    return pane._view.painted


def test_a_patch_ends_where_showing_anew_does(pane: ReadingPane, show: Show) -> None:
    added = annotation(20, "actor", place("输油管"), {"actor": "YI"})
    moved = annotation(3, "concept", place("的开始"), {"concept": "AUTO"})
    pane.patch([added, moved], {5})
    kept = tuple(each for each in marked() if each.id not in (3, 5))
    fresh = show(annotations=(*kept, added, moved))
    for each in (pane, fresh):
        each._view.clearFocus()  # only one of them can show its caret
    assert painted(pane) == painted(fresh)
    assert pane._view.viewport().grab().toImage() == fresh._view.viewport().grab().toImage()
    assert pane._margin.grab().toImage() == fresh._margin.grab().toImage()
    assert pane._strip.grab().toImage() == fresh._strip.grab().toImage()


def test_what_is_deleted_is_no_longer_selected_or_hovered(pane: ReadingPane) -> None:
    pane.select(3)
    mouse(pane).move(on(pane, TEXT.index("战略")), held=False)
    pane.patch([], {3})
    assert pane.selected_annotation() is None
    assert pane._emphasis.hovered == frozenset()


def test_the_lines_in_view_stay_where_they_are_when_lines_above_grow(show: Show) -> None:
    text = "\n".join("港口不只是港口，它也是一种承诺。" * 9 for _ in range(30))
    pane = show(text, height=300)
    pane.scroll_to(3000)
    offset, below = pane._top_line()
    pane.patch([annotation(i, "actor", Span(0, 40)) for i in range(1, 7)], ())
    assert abs(pane._view.page.geometry.caret(offset).top() - pane._view.scrolled() - below) <= 1


def test_the_same_article_shown_again_stays_where_it_is(pane: ReadingPane) -> None:
    pane.resize(900, 240)
    pane.select_span(place("反对"))
    pane.select(3)
    pane._view.verticalScrollBar().setValue(90)
    heard = Heard(pane)
    pane.show_article(1, TITLE, TEXT, marked(), CODEBOOK, "en")
    assert heard.said == []
    assert pane._view.scrolled() == 90
    assert pane.selected_annotation() == 3
    assert pane.selected_span() == place("反对")
    pane.show_article(2, TITLE, TEXT, marked(), CODEBOOK, "en")
    assert heard.said == [("selection_changed", None)]
    assert pane._view.scrolled() == 0
    assert pane.selected_annotation() is None
    assert pane.selected_span() is None


def test_clearing_shows_nothing(pane: ReadingPane) -> None:
    pane.clear()
    assert painted(pane) == 0
    assert pane.selected_span() is None
    assert pane._view.toPlainText() == ""
    mouse(pane).double_click(QPoint(30, 30))
    mouse(pane).click(QPoint(30, 30))
    assert pane.selected_span() is None


def test_another_language_names_anew(pane: ReadingPane) -> None:
    pane.set_codebook(CODEBOOK, "zh_CN")
    assert "甲国 → 输油管 −1" in pane.tooltip([1])
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    assert "甲国 → 输油管 −1" in pane.tooltip([1])


def test_both_themes_have_the_articles_ground(pane: ReadingPane) -> None:
    for name in ("light", "dark"):
        theme = Theme(name)
        pane.set_theme(theme)
        image = pane.grab().toImage()
        assert image.pixelColor(4, pane.height() - 4) == theme.colour("article")


def test_the_size_of_the_letters_has_limits_and_keeps_the_passage(pane: ReadingPane) -> None:
    heard = Heard(pane)
    pane.resize(900, 300)
    pane.scroll_to(len(TEXT) - 400)
    offset, _ = pane._top_line()
    pane.select_span(place("反对"))
    pane.scroll_to(offset)
    kept, _ = pane._top_line()
    heard.said.clear()
    pane.set_font_size(25)
    assert heard.said == [("font_size_changed", 25)]
    line_length = 32
    assert abs(pane._top_line()[0] - kept) <= line_length
    assert pane.selected_span() == place("反对")
    pane.set_font_size(1)
    pane.set_font_size(1)
    pane.set_font_size(999)
    assert heard.only("font_size_changed") == [25, 11, 48]


def test_a_line_keeps_its_measure_when_the_window_widens(pane: ReadingPane) -> None:
    measures: set[int] = set()
    for width in (1000, 1200, 1400):
        pane.resize(width, 600)
        layout = pane._view.page.geometry.block(6).layout()
        measures.add(layout.lineAt(0).textLength())
    assert len(measures) == 1
    assert 32 <= measures.pop() <= 40


def test_the_title_is_a_heading_and_the_text_is_not_changed(pane: ReadingPane) -> None:
    geometry = pane._view.page.geometry
    assert geometry.metrics(0).em > geometry.metrics(1).em > geometry.metrics(2).em
    assert pane._view.page.text == TEXT


def test_the_box_of_a_span_is_on_the_screen(pane: ReadingPane) -> None:
    box = pane.rect_of_span(place("反对修建"))
    viewport = pane._view.viewport()
    inside = viewport.rect().translated(viewport.mapToGlobal(QPoint(0, 0)))
    assert inside.contains(box)
    assert box.width() >= 4 * (pane.font_size() - 1)


def test_a_span_outside_the_text_is_refused(pane: ReadingPane) -> None:
    with pytest.raises(Refusal):
        pane.select_span(Span(0, len(TEXT) + 1))
    pane.select_span(Span(0, 2))
    pane.clear_selection()
    assert pane.selected_span() is None


def test_a_width_of_400_pixels_cuts_nothing_of_the_text(show: Show) -> None:
    pane = show(annotations=marked(), width=400)
    viewport = pane._view.viewport()
    right = viewport.mapTo(pane, QPoint(viewport.width(), 0)).x()
    assert right <= pane._strip.x()
    assert pane._margin.geometry().right() <= viewport.mapTo(pane, QPoint(0, 0)).x()
    assert painted(pane) > 0


def test_the_pane_has_a_size_of_its_own(pane: ReadingPane, qtbot: QtBot) -> None:
    assert pane.sizeHint().width() >= 600


@pytest.mark.parametrize("text", ["", "\n\n", "只有一行", "\u2029\u2028\x85"])
def test_odd_texts_can_be_shown(show: Show, text: str) -> None:
    some: tuple[Annotation, ...] = ()
    if len(text) > 2:
        some = (annotation(1, "claim", Span(0, len(text))),)
    pane = show(text, some)
    assert painted(pane) == sum(
        len(pane._view.page.geometry.pieces(each.span)) for each in some if each.span
    )


def test_the_next_page_is_made_ready_before_one_goes_there(
    show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n".join("港口不只是港口，它也是一种承诺。" * 6 for _ in range(60))
    spans = [Span(at, at + 4) for at in range(0, len(text) - 4, 40)]
    pane = show(text, [annotation(i, "actor", span) for i, span in enumerate(spans, 1)])
    page_down(pane)
    qtbot.waitUntil(lambda: not pane._ahead.isActive())
    made: list[int] = []
    real = Geometry._marks_of

    def noted(self: Geometry, number: int) -> BlockMarks:
        made.append(number)
        return real(self, number)

    monkeypatch.setattr(Geometry, "_marks_of", noted)
    page_down(pane)
    assert pane._view.painted > 0
    assert made == []


def page_down(pane: ReadingPane) -> None:
    """Scroll a page, and have it painted; no timer runs in between."""
    bar = pane._view.verticalScrollBar()
    bar.setValue(bar.value() + bar.pageStep())
    pane._view.viewport().repaint()


def test_a_pane_that_was_never_shown_takes_another_size(qtbot: QtBot) -> None:
    pane = ReadingPane(Theme("light"))
    qtbot.addWidget(pane)
    pane.set_font_size(12)
    assert pane.font_size() == 12


def test_the_article_keeps_its_letters_when_the_widget_has_another_font(
    pane: ReadingPane,
) -> None:
    view = pane._view
    before, height = view.document().defaultFont(), view.page_height()
    view.setFont(QFont("", 30))  # as a style sheet does with the font of another language
    assert view.document().defaultFont() == before
    assert view.page_height() == height
