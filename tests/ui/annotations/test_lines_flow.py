"""The tables of annotations beyond the open article: project, coders, groups, copies."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands
from workbench.app.annotation_reading import Around
from workbench.app.commands import (
    DeleteAnnotations,
    DeleteLayer,
    EditArticle,
    MarkSpan,
    SetMemo,
    SetValues,
)
from workbench.domain.text import Span
from workbench.ui.annotations.controls import Scope
from workbench.ui.annotations.copying import cited
from workbench.ui.annotations.lines_panel import LinesPanel
from workbench.ui.annotations.telling import Column, StatementColumn
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow


@pytest.fixture
def marks(coding: Coding) -> list[int]:
    """Mark two actors and a stance in the first article, an actor in the second one."""
    one, two, *_ = (each.id for each in coding.session.articles())
    stance = {"holder": "USA", "toward": ["KOR", "JPN"], "position": "n1"}
    return [
        coding.session.run(each)
        for each in (
            MarkSpan(one, "actor", 0, 2, {"actor": "USA"}),
            MarkSpan(one, "stance", 4, 12, stance),
            MarkSpan(one, "actor", 14, 16, {"actor": "KOR"}),
            MarkSpan(two, "actor", 0, 2, {"actor": "USA"}),
        )
    ]


def pick(box: QComboBox, place: int) -> None:
    """Choose as a person does."""
    box.setCurrentIndex(place)
    box.activated.emit(place)


def show(panel: LinesPanel, scope: Scope) -> None:
    pick(panel.controls.scope, list(Scope).index(scope))


def told(panel: LinesPanel, column: int = Column.WHAT) -> list[str]:
    model = panel._table.model()
    firsts = (model.index(row, 0) for row in range(model.rowCount()))
    return [str(each.siblingAtColumn(column).data() or each.data()) for each in firsts]


def test_the_whole_project_is_shown_and_followed(
    coding: Coding, window: MainWindow, marks: list[int], qtbot: QtBot
) -> None:
    panel, session = window.below.annotations, coding.session
    assert panel._table.isColumnHidden(Column.ARTICLE)
    show(panel, Scope.PROJECT)
    qtbot.waitUntil(lambda: len(told(panel)) == 4)
    assert not panel._table.isColumnHidden(Column.ARTICLE)
    assert told(panel, Column.ARTICLE)[3] == session.articles()[1].title
    assert told(panel, Column.PARAGRAPH)[3] == "¶1"
    session.run(SetValues(marks[3], {"actor": "CHN"}))
    assert told(panel)[3] == "China"
    session.run(DeleteAnnotations((marks[0],)))
    assert len(told(panel)) == 3
    session.undo()
    assert len(told(panel)) == 4
    panel.filter.setText("china")
    assert told(panel) == ["China"]
    session.run(SetMemo(marks[0], "China, too"))
    assert told(panel) == ["United States", "China"]
    show(panel, Scope.ARTICLE)
    assert told(panel) == ["United States"]


def test_a_click_opens_the_article(
    coding: Coding, window: MainWindow, marks: list[int], qtbot: QtBot
) -> None:
    panel = window.below.annotations
    show(panel, Scope.PROJECT)
    qtbot.waitUntil(lambda: len(told(panel)) == 4)
    table = panel._table
    box = table.visualRect(table.model().index(3, Column.WHAT))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert coding.article == coding.session.articles()[1].id
    assert coding.open.selected == marks[3]
    assert panel.selected() == [marks[3]]
    assert len(told(panel)) == 4


def test_everybody_s_are_shown_and_gone_to(
    coding: Coding, window: MainWindow, marks: list[int], qtbot: QtBot
) -> None:
    coding.become("乙")
    panel = window.below.annotations
    assert told(panel) == []
    show(panel, Scope.ARTICLE_ALL)
    qtbot.waitUntil(lambda: len(told(panel)) == 3)
    assert told(panel, Column.CODER) == ["甲", "甲", "甲"]
    panel._table.selectRow(1)
    qtbot.keyClick(panel._table, Qt.Key.Key_Return)
    assert coding.panels.pane.selected_span() == Span(4, 12)
    coding.show_article(coding.session.articles()[1].id)
    qtbot.waitUntil(lambda: len(told(panel)) == 1)


def test_groups_fold_by_mouse_and_keys(window: MainWindow, marks: list[int], qtbot: QtBot) -> None:
    panel = window.below.annotations
    pick(panel.controls.kind, 2)
    assert told(panel, 0) == ["▾ United States  2", "Actor", "Stance", "▾ South Korea  1", "Actor"]
    table = panel._table
    box = table.visualRect(table.model().index(0, 3))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert told(panel, 0) == ["▸ United States  2", "▾ South Korea  1", "Actor"]
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert len(told(panel)) == 5
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert len(told(panel)) == 3
    qtbot.keyClick(table, Qt.Key.Key_Return)
    table.selectAll()
    assert panel.selected() == [marks[0], marks[1], marks[2]]
    panel.grab()
    pick(panel.controls.kind, 0)
    assert panel.selected() == [marks[0], marks[1], marks[2]]


def test_the_language_and_the_codebook_are_followed(
    coding: Coding, window: MainWindow, marks: list[int], qtbot: QtBot
) -> None:
    panel = window.below.annotations
    show(panel, Scope.PROJECT_ALL)
    qtbot.waitUntil(lambda: len(told(panel)) == 4)
    coding.context.appearance.choose_language("zh_CN")
    qtbot.waitUntil(lambda: told(panel)[0] == "美国")
    assert panel.controls.kind.itemText(1) == "按标注层"
    assert panel.controls.scope.currentText() == "整个项目（所有编码员）"


def test_many_lines_are_told_a_few_at_a_time(
    window: MainWindow, marks: list[int], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.ui.annotations.lines_panel._SLICE", 1)
    panel = window.below.annotations
    panel.filter.setText("korea")
    assert len(told(panel)) == 3
    qtbot.waitUntil(lambda: len(told(panel)) == 2)


def test_statements_stand_beside_the_text(
    coding: Coding, window: MainWindow, marks: list[int], qtbot: QtBot
) -> None:
    panel = window.below.statements
    window.below.show_page(panel)
    assert told(panel, StatementColumn.HOLDER) == ["United States"]
    assert told(panel, StatementColumn.WHOM) == ["→ South Korea, Japan"]
    assert told(panel, StatementColumn.POSITION) == ["against −1"]
    open_ = coding.session.run(MarkSpan(coding.article or 0, "stance", 2, 4, {"holder": "CHN"}))
    assert told(panel, StatementColumn.WHOM) == ["→ …", "→ South Korea, Japan"]
    pick(panel.controls.kind, 2)
    headings = [each for each in told(panel, 0) if each.startswith("▾")]
    assert headings == ["▾ Japan  1", "▾ South Korea  1", "▾ —  1"]
    panel._table.selectRow(len(told(panel)) - 1)
    qtbot.keyClick(panel._table, Qt.Key.Key_Return)
    assert coding.open.selected == open_
    panel.filter.setText("nothing of the kind")
    assert panel._table.hint.startswith("No annotation matches")


def test_a_codebook_without_stances_has_no_statements(coding: Coding, window: MainWindow) -> None:
    tabs, place = window.below.bar.tabs, window.below.indexOf(window.below.statements)
    assert tabs.isTabVisible(place)
    coding.session.run(DeleteLayer("stance"))
    assert not tabs.isTabVisible(place)


def test_passages_are_copied_with_their_source(
    coding: Coding, window: MainWindow, marks: list[int], hands: Hands
) -> None:
    session, (info, *_) = coding.session, coding.session.articles()
    session.run(EditArticle(info.id, {"source": "海澜网", "published": "2026-03"}))
    panel, text = window.below.annotations, session.text(info.id)
    panel._table.selectRow(0)
    panel._table.selectionModel().select(
        panel._table.model().index(2, 0),
        panel._table.selectionModel().SelectionFlag.Select
        | panel._table.selectionModel().SelectionFlag.Rows,
    )
    window.actions_["copy_cited"].trigger()
    source = f"(海澜网, “{info.title}”, 2026-03, para. 1)"
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == f"“{text[0:2]}” {source}"
    assert len(lines) == 2


def test_rows_are_copied_as_a_table(window: MainWindow, marks: list[int], qtbot: QtBot) -> None:
    panel = window.below.annotations
    panel._table.selectRow(1)
    qtbot.keyClick(panel._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    titles, row = (line.split("\t") for line in QGuiApplication.clipboard().text().splitlines())
    assert titles[:3] == ["Layer", "Passage", "What"]
    assert len(titles) == len(row) == 8
    assert row[2] == "United States → South Korea, Japan: against −1"
    window.below.show_page(window.below.notes)
    window.actions_["copy_rows"].trigger()
    panel._table.clearSelection()
    window.below.show_page(panel)
    window.actions_["copy_rows"].trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_what_is_not_known_of_a_source_is_left_out(coding: Coding, marks: list[int]) -> None:
    (mark,) = coding.session.annotations_by_id([marks[0]])
    assert cited(mark, Around(title="题")).endswith("(“题”)")


def test_rows_of_several_articles_are_changed_at_once(
    coding: Coding, window: MainWindow, marks: list[int], qtbot: QtBot
) -> None:
    panel = window.below.annotations
    show(panel, Scope.PROJECT)
    qtbot.waitUntil(lambda: len(told(panel)) == 4)
    panel.filter.setText("actor")
    panel._table.selectAll()
    assert {each.article for each in coding._selected_rows()} == {
        each.id for each in coding.session.articles()[:2]
    }
    coding.delete_selected()
    assert [each.id for each in coding.session.annotations(coding.article or 0)] == [marks[1]]
    assert told(panel) == []
