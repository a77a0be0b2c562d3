"""Memos: written on article, category and project, searched together, and gone to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, OpenDesk
from workbench.app.commands import DeleteCategories, MarkSpan, SetMemo, WriteMemo
from workbench.app.memos import PROJECT, Subject
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow
from workbench.ui.memos.panel import MemosPanel


@pytest.fixture
def panel(window: MainWindow, coding: Coding) -> MemosPanel:
    """Give the panel, in front."""
    window.below.show_page(window.below.memos)
    return window.below.memos


def texts(coding: Coding, subject: Subject | None = None) -> list[str]:
    return [each.text for each in coding.session.memos(subject)]


def listed(panel: MemosPanel, column: int = 1) -> list[str]:
    model = panel.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_a_memo_on_the_article_is_saved_when_one_goes_elsewhere(
    coding: Coding, window: MainWindow, panel: MemosPanel, hands: Hands, qtbot: QtBot
) -> None:
    article = coding.article
    assert article is not None
    window.actions_["memo_article"].trigger()
    hands.type("a careful tone")
    assert texts(coding) == []
    coding.panels.pane.setFocus()
    assert texts(coding, Subject(article)) == ["a careful tone"]
    assert listed(panel) == ["a careful tone"]
    assert listed(panel, 2) == ["甲"]
    coding.undo()
    hands.settle()
    assert panel.editor.text.written() == ""
    coding.redo()
    hands.settle()
    assert panel.editor.text.written() == "a careful tone"
    coding.show_article(coding.session.articles()[1].id)
    assert panel.editor.text.written() == ""
    assert panel.editor.subject == Subject(coding.article)


def test_a_memo_is_saved_when_one_pauses(
    coding: Coding, window: MainWindow, panel: MemosPanel, hands: Hands, qtbot: QtBot
) -> None:
    panel.editor._pause.setInterval(1)
    window.actions_["memo_project"].trigger()
    hands.type("at large")
    qtbot.waitUntil(lambda: texts(coding, PROJECT) == ["at large"])
    assert panel.editor.about.currentText() == "The project"


def test_a_memo_on_the_category_that_is_meant(
    coding: Coding, window: MainWindow, panel: MemosPanel, hands: Hands
) -> None:
    coding.panels.pane.setFocus()
    window.actions_["memo_category"].trigger()
    assert window.info._sentence.text().startswith("Go to a tag")
    mark = coding.session.run(MarkSpan(coding.article or 0, "actor", 0, 2, {"actor": "USA"}))
    coding.select(mark)
    window.actions_["memo_category"].trigger()
    assert panel.editor.about.currentText() == "Category: United States"
    hands.type("so is the House")
    window.actions_["memo_project"].trigger()
    assert texts(coding, Subject(None, "actors", "USA")) == ["so is the House"]
    assert panel.editor.text.written() == ""
    assert listed(panel, 0) == ["Category: United States"]
    panel.table.selectRow(0)
    panel.memo_chosen.emit(panel.model.memo(0))
    assert panel.editor.text.written() == "so is the House"


def test_all_memos_are_searched_together_and_gone_to(
    coding: Coding, window: MainWindow, panel: MemosPanel, hands: Hands, qtbot: QtBot
) -> None:
    session = coding.session
    one, two, *_ = (each.id for each in session.articles())
    mark = session.run(MarkSpan(two, "actor", 0, 2, {"actor": "USA"}))
    session.run(SetMemo(mark, "称呼 before\n存疑"))
    session.run(WriteMemo(Subject(one), "甲文存疑"))
    session.run(WriteMemo(PROJECT, "总论"))
    session.become("乙")
    session.run(WriteMemo(PROJECT, "乙的总论"))
    session.become("甲")
    assert sorted(listed(panel)) == sorted(["称呼 before 存疑", "甲文存疑", "总论", "乙的总论"])
    panel.filter.setText("存疑 BEFORE")
    assert listed(panel) == ["称呼 before 存疑"]
    assert listed(panel, 0) == [f"Actor: {session.text(two)[:2]}"]
    box = panel.table.visualRect(panel.model.index(0, 1))
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert (coding.article, coding.open.selected) == (two, mark)
    panel.filter.setText("甲文")
    panel.memo_chosen.emit(panel.model.memo(0))
    assert coding.article == one
    assert panel.editor.text.written() == "甲文存疑"
    panel.filter.setText("nothing of the kind")
    assert panel.table.hint.startswith("No memo matches")
    panel.filter.clear()
    tab = window.below.indexOf(panel)
    qtbot.waitUntil(lambda: window.below.bar.tabs.tabText(tab) == "Memos  4")
    window.grab()


def test_a_memo_that_lost_its_category_can_be_deleted(
    coding: Coding, panel: MemosPanel, hands: Hands
) -> None:
    session = coding.session
    key = session.codebook.code_list("events").categories[-1].key
    session.run(WriteMemo(Subject(None, "events", key), "旧想法"))
    session.run(DeleteCategories("events", (key,)))
    (about,) = listed(panel, 0)
    assert about.endswith("(deleted category)")
    panel.memo_chosen.emit(panel.model.memo(0))
    assert panel.editor.text.written() == ""
    panel.table.selectRow(0)
    panel.table.menu_wanted.emit(QPoint(5, 5))
    menu = next(each for each in panel.findChildren(QMenu) if each.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    assert texts(coding) == []
    assert panel.table.hint.startswith("No memo yet")


def test_what_is_being_written_is_saved_on_closing(
    open_desk: OpenDesk, project: Path, hands: Hands, coding: Coding, panel: MemosPanel
) -> None:
    panel.editor.text.setFocus()
    hands.type("unfinished")
    coding.context.window.close()
    again = open_desk(project).coding
    assert again is not None
    assert texts(again) == ["unfinished"]
    assert QApplication.focusWidget() is not panel.editor.text


def test_a_refused_memo_stays_and_is_tried_again(
    coding: Coding, window: MainWindow, panel: MemosPanel, hands: Hands
) -> None:
    panel.editor.text.setFocus()
    panel.editor.text.setPlainText("坏\0字")
    panel.editor.save()
    assert not window.info.isHidden()
    assert panel.editor.is_writing
    panel.editor.text.setPlainText("好字")
    panel.editor.save()
    assert texts(coding) == ["好字"]


def test_a_tag_s_menu_offers_a_memo(coding: Coding, panel: MemosPanel, hands: Hands) -> None:
    coding.panels.tags.memo_wanted.emit("actors", "USA")
    assert panel.editor.subject == Subject(None, "actors", "USA")
    coding.context.appearance.choose_language("zh_CN")
    hands.settle()
    assert panel.editor.text.accessibleName() == "备注"


def test_a_refused_memo_is_not_left_for_another_subject(
    coding: Coding, panel: MemosPanel, hands: Hands
) -> None:
    article = coding.article
    assert article is not None
    coding.session.run(WriteMemo(PROJECT, "on the project"))
    panel.editor.text.setFocus()
    panel.editor.text.setPlainText("坏\0字")
    QTest.keyClick(panel.editor.about, Qt.Key.Key_Down)
    assert panel.editor.subject == Subject(article)
    coding.show_article(coding.session.articles()[1].id)
    assert (panel.editor.subject, panel.editor.text.written()) == (Subject(article), "坏\0字")
    panel.editor.text.setPlainText("好字")
    QTest.keyClick(panel.editor.about, Qt.Key.Key_End)
    assert panel.editor.subject == PROJECT
    assert panel.editor.text.written() == "on the project"
    assert texts(coding, Subject(article)) == ["好字"]
    assert texts(coding, PROJECT) == ["on the project"]
