from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.reading.conftest import Show
from workbench.domain.article import Note
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.reading.setting import Setting

TEXT = "标题\n第一句。第二句！\n\n第三句？" + "很长的一句，" * 30 + "完了。\n末段。"
NOTES = (
    Note("footnote", "①", "出处甲，" * 9, 4),
    Note("footnote", "", "没有记号的一条。", 5),
    Note("caption", "图1", "没有位置的一条。", None),
)


def numbers(pane: ReadingPane) -> list[str]:
    return [each.text for each in pane._asides.numbers()]


def test_paragraphs_are_numbered_as_they_are_cited(show: Show) -> None:
    pane = show(TEXT)
    assert numbers(pane) == ["1", "2", "3", "4"]
    for number, told in enumerate(pane._asides.numbers(), start=1):
        span = pane._view.page.segments.paragraphs[number - 1]
        middle = pane._view.page.geometry.caret(span.start).center().y()
        assert told.y == middle - pane._view.scrolled()


def test_sentences_too_where_that_is_wanted(show: Show) -> None:
    pane = show(TEXT)
    pane.set_setting(Setting(sentences=True))
    assert numbers(pane)[:3] == ["1 (1)", "2 (2 3)", "3 (4 5)"]
    pane.set_setting(Setting(paragraphs=False, sentences=True))
    assert numbers(pane)[0] == "(1)"
    pane.set_setting(Setting(paragraphs=False))
    assert numbers(pane) == []
    assert pane._asides.isHidden()


def test_many_sentences_of_one_line_are_told_from_the_first_to_the_last(show: Show) -> None:
    pane = show("短。短。短。短。")
    pane.set_setting(Setting(paragraphs=False, sentences=True))
    assert numbers(pane) == ["(1–4)"]


def test_notes_stand_beside_their_places_and_cover_nothing(show: Show) -> None:
    pane = show(TEXT)
    pane.resize(1700, 700)
    pane.show_notes(NOTES)
    places = pane._asides.places()
    assert [note.text for _, note in places] == [NOTES[0].text, NOTES[1].text]
    assert places[0][0].bottom() <= places[1][0].top()
    assert pane._asides.grab().toImage() != show("x")._asides.grab().toImage()


def test_where_there_is_little_room_a_marker_tells_its_note(show: Show, qtbot: QtBot) -> None:
    pane = show(TEXT)
    pane.show_notes(NOTES)
    pane._asides.grab()
    pane._view.grab()
    box, note = pane._asides.places()[0]
    middle = box.center().toPoint()
    assert pane._asides.note_at(middle) is note
    QTest.mouseMove(pane._asides, middle)
    at = pane._asides.mapToGlobal(middle)
    QApplication.sendEvent(pane._asides, QHelpEvent(QHelpEvent.Type.ToolTip, middle, at))
    assert "出处甲" in QToolTip.text()
    elsewhere = QPoint(1, pane.height() - 3)
    QApplication.sendEvent(pane._asides, QHelpEvent(QHelpEvent.Type.ToolTip, elsewhere, at))
    with qtbot.waitSignal(pane._asides.note_clicked) as clicked:
        QTest.mouseClick(pane._asides, Qt.MouseButton.LeftButton, pos=middle)
    assert clicked.args == [4]
    QTest.mouseClick(pane._asides, Qt.MouseButton.LeftButton, pos=elsewhere)


def test_in_a_narrow_pane_the_text_has_every_pixel(show: Show) -> None:
    pane = show(TEXT)
    pane.resize(400, 600)
    assert pane._asides.isHidden()
    assert numbers(pane) != []


def test_what_is_chosen_sets_the_article(show: Show) -> None:
    pane = show(TEXT)
    before = pane._view.page_height()
    pane.set_setting(Setting(measure=20))
    narrow = pane._view.viewport().width()
    assert pane._view.page_height() > before
    pane.set_setting(Setting(measure=30, spacing=9.0))
    assert pane.setting().spacing == 2.6
    assert pane._view.viewport().width() > narrow
    pane.set_setting(Setting(family="DejaVu Sans"))
    assert pane._view.document().defaultFont().families()[0] == "DejaVu Sans"
    pane.set_setting(Setting(family="DejaVu Sans"))
    pane.set_setting(Setting())
    assert pane._view.page_height() == before
