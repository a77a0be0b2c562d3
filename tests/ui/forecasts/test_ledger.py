"""The forecast ledger in the window: read, sorted, filtered, gone to, its questions settled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenDesk
from workbench.app.commands import AddCategory, MarkSpan, RetireCategories
from workbench.app.forecasts import change_question, ledger_of
from workbench.app.projects import new_project, starter_codebook
from workbench.domain.codebook import Category, Words
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk
from workbench.ui.forecasts.model import Column
from workbench.ui.forecasts.panel import ForecastsPanel
from workbench.ui.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def coding(coding: Coding) -> Coding:
    """A project with three questions and five forecasts, in two articles."""
    session = coding.session
    for key, zh, outcome in (
        ("TALKS", "恢复谈判", "no"),
        ("SUMMIT", "举行峰会", "yes"),
        ("BASE", "扩建", ""),
    ):
        given = {"horizon": "2025-12-31", "text": f"{key} in full", "outcome": outcome}
        kept = {name: value for name, value in given.items() if value}
        session.run(AddCategory("questions", Category(key, 0, Words(zh, key), attributes=kept)))
    first, second = (each.id for each in session.articles()[:2])
    mark = _marker(session.run)
    mark(first, 0, question="TALKS", probability=0.25)
    mark(first, 10, question="SUMMIT", claimant="USA", probability=1.0)
    mark(first, 20, question="SUMMIT", claimant="USA", condition_met="no", condition="x")
    mark(second, 30, question="BASE", probability=0.5)
    mark(second, 40)
    return coding


def _marker(run: Callable[[Any], Any]) -> Callable[..., int]:
    def mark(article: int, start: int, **values: Any) -> int:
        return run(MarkSpan(article, "claim", start, start + 6, {"kind": "forecast", **values}))

    return mark


@pytest.fixture
def panel(coding: Coding, window: MainWindow, qtbot: QtBot) -> ForecastsPanel:
    """The tab, opened by a click."""
    tabs = window.below.bar.tabs
    _click(qtbot, tabs, tabs.tabRect(tab_of(window)).center())
    panel = window.below.forecasts
    qtbot.waitUntil(lambda: panel.isVisible() and panel.model.rowCount() == 5)
    return panel


def tab_of(window: MainWindow) -> int:
    return window.below.indexOf(window.below.forecasts)


def _click(qtbot: QtBot, widget: Any, place: QPoint) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def _index(panel: ForecastsPanel, row: int, column: Column) -> QModelIndex:
    index = panel.table.model().index(row, column)
    panel.table.scrollTo(index)
    return index


def _place(panel: ForecastsPanel, row: int, column: Column) -> QPoint:
    return panel.table.visualRect(_index(panel, row, column)).center()


def _column(panel: ForecastsPanel, column: Column) -> list[str]:
    model = panel.table.model()
    return [str(model.index(row, column).data() or "") for row in range(model.rowCount())]


def _scores(panel: ForecastsPanel) -> list[tuple[str, ...]]:
    model = panel.scores.table.model()
    rows = range(model.rowCount())
    return [tuple(str(model.index(row, column).data()) for column in range(3)) for row in rows]


def test_forecasts_stand_below_their_questions_with_what_became_of_them(
    panel: ForecastsPanel,
) -> None:
    assert _column(panel, Column.QUESTION) == ["TALKS", "SUMMIT", "SUMMIT", "BASE", ""]
    assert _column(panel, Column.OUTCOME) == ["no", "yes", "yes", "", ""]
    assert _column(panel, Column.STATE) == [
        *("scored", "scored", "void: condition not met", "question open", "no question")
    ]
    assert _column(panel, Column.BRIER) == ["0.0625", "0.0000", "", "", ""]
    assert _index(panel, 0, Column.QUESTION).data(Qt.ItemDataRole.ToolTipRole) == "TALKS in full"


def test_a_question_without_forecasts_has_a_row(
    coding: Coding, panel: ForecastsPanel, qtbot: QtBot
) -> None:
    coding.session.run(AddCategory("questions", Category("NEW", 0, Words("新问题", "new"))))
    qtbot.waitUntil(lambda: "new" in _column(panel, Column.QUESTION))
    row = _column(panel, Column.QUESTION).index("new")
    assert panel.table.model().index(row, Column.STATE).data() == ""


def test_a_click_goes_to_the_passage_in_its_article(
    coding: Coding, panel: ForecastsPanel, qtbot: QtBot
) -> None:
    first = coding.article
    _click(qtbot, panel.table.viewport(), _place(panel, 3, Column.STATE))
    qtbot.waitUntil(lambda: coding.article != first)
    selected = coding.open.selected
    assert selected is not None
    (found,) = coding.session.annotations_by_id([selected])
    assert found.values["question"] == ("BASE",)
    assert coding.panels.pane.selected_annotation() == selected


def test_return_goes_there_too(coding: Coding, panel: ForecastsPanel, qtbot: QtBot) -> None:
    panel.table.setFocus()
    panel.table.setCurrentIndex(_index(panel, 1, Column.QUESTION))
    qtbot.keyClick(panel.table, Key.Key_Return)
    selected = coding.open.selected
    assert selected is not None
    assert coding.session.annotations_by_id([selected])[0].values["claimant"] == ("USA",)


def test_a_click_where_a_question_is_changed_goes_nowhere(
    coding: Coding, panel: ForecastsPanel, qtbot: QtBot
) -> None:
    _click(qtbot, panel.table.viewport(), _place(panel, 3, Column.HORIZON))
    assert coding.open.selected is None


def test_a_question_is_settled_in_its_row_for_all_its_forecasts(
    coding: Coding, panel: ForecastsPanel, qtbot: QtBot
) -> None:
    panel.table.setFocus()
    panel.table.setCurrentIndex(_index(panel, 3, Column.OUTCOME))
    qtbot.keyClick(panel.table, Key.Key_Return)
    box = panel.table.findChild(QComboBox)
    assert box is not None
    assert box.accessibleName() == "Outcome"
    qtbot.waitUntil(lambda: box.view().isVisible())
    qtbot.keyClick(box.view(), Key.Key_Down)
    qtbot.keyClick(box.view(), Key.Key_Down)
    qtbot.keyClick(box.view(), Key.Key_Return)
    qtbot.waitUntil(lambda: _column(panel, Column.OUTCOME)[3] == "no")
    assert _column(panel, Column.BRIER)[3] == "0.2500"
    assert coding.session.codebook.code_list("questions").category("BASE").attributes == {
        "horizon": "2025-12-31",
        "text": "BASE in full",
        "outcome": "no",
    }
    coding.steps.undo()
    qtbot.waitUntil(lambda: _column(panel, Column.OUTCOME)[3] == "")


def _write(qtbot: QtBot, panel: ForecastsPanel, column: Column, text: str) -> None:
    panel.table.setFocus()
    panel.table.setCurrentIndex(_index(panel, 0, column))
    qtbot.keyClick(panel.table, Key.Key_Return)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line is not panel.filter
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Key.Key_Return)


def test_its_dates_are_written_in_its_row(
    coding: Coding, panel: ForecastsPanel, qtbot: QtBot
) -> None:
    _write(qtbot, panel, Column.RESOLVED, "2026.1.5")
    qtbot.waitUntil(lambda: _column(panel, Column.RESOLVED)[0] == "2026-01-05")
    _write(qtbot, panel, Column.HORIZON, "2026")
    qtbot.waitUntil(lambda: _column(panel, Column.HORIZON)[0] == "2026")


def test_what_is_no_date_is_refused_in_words(
    coding: Coding, window: MainWindow, panel: ForecastsPanel, qtbot: QtBot
) -> None:
    before = coding.session.codebook
    _write(qtbot, panel, Column.HORIZON, "soon")
    qtbot.waitUntil(lambda: "soon" in window.info.sentence)
    assert coding.session.codebook is before
    assert _column(panel, Column.HORIZON)[0] == "2025-12-31"


def test_what_stays_the_same_is_no_step(
    coding: Coding, panel: ForecastsPanel, qtbot: QtBot
) -> None:
    before = coding.session.codebook
    _write(qtbot, panel, Column.HORIZON, "2025-12-31")
    assert coding.session.codebook is before


def test_numbers_sort_as_numbers_and_what_is_empty_comes_last(
    panel: ForecastsPanel, qtbot: QtBot
) -> None:
    header = panel.table.horizontalHeader()
    for told in (["0.25", "0.5", "1", "", ""], ["1", "0.5", "0.25", "", ""]):
        panel.table.scrollTo(panel.table.model().index(0, Column.PROBABILITY))
        x = header.sectionViewportPosition(Column.PROBABILITY) + 10
        _click(qtbot, header.viewport(), QPoint(x, header.height() // 2))
        assert _column(panel, Column.PROBABILITY) == told


def test_typing_filters_also_by_the_question_in_full(panel: ForecastsPanel, qtbot: QtBot) -> None:
    panel.filter.setFocus()
    qtbot.keyClicks(panel.filter, "summit in full void")
    assert _column(panel, Column.QUESTION) == ["SUMMIT"]
    qtbot.keyClicks(panel.filter, " nonsense")
    assert panel.table.hint == "No forecast matches “summit in full void nonsense”"
    qtbot.keyClick(panel.filter, Key.Key_Escape)
    assert len(_column(panel, Column.QUESTION)) == 5


def test_scores_are_shown_by_claimant_author_and_outlet(
    coding: Coding, panel: ForecastsPanel, qtbot: QtBot
) -> None:
    assert _scores(panel) == [
        ("United States", "0.0000", "1"),
        ("the author of the article", "0.0625", "1"),
    ]
    panel.scores.choice.setFocus()
    article = coding.session.articles()[0]
    qtbot.keyClick(panel.scores.choice, Key.Key_Down)
    assert _scores(panel) == [(article.author, "0.0625", "1")]
    qtbot.keyClick(panel.scores.choice, Key.Key_Down)
    assert _scores(panel) == [(article.source or "not known", "0.0312", "2")]


def test_a_new_forecast_shows_at_once(coding: Coding, panel: ForecastsPanel, qtbot: QtBot) -> None:
    mark = _marker(coding.session.run)
    mark(coding.session.articles()[0].id, 60, question="TALKS", probability=0.5)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 6)
    assert _column(panel, Column.STATE)[:2] == ["a later one counts", "scored"]


def test_a_question_retired_since_is_told_and_not_changed(
    coding: Coding, panel: ForecastsPanel, qtbot: QtBot
) -> None:
    coding.session.run(RetireCategories("questions", ("TALKS",)))
    qtbot.waitUntil(lambda: _column(panel, Column.QUESTION)[-2] in ("TALKS", ""))
    row = _column(panel, Column.QUESTION).index("TALKS")
    flags = _index(panel, row, Column.HORIZON).flags()
    assert not flags & Qt.ItemFlag.ItemIsEditable


def test_it_speaks_the_language_of_the_window(
    window: MainWindow, panel: ForecastsPanel, qtbot: QtBot
) -> None:
    window.actions_["language_zh_CN"].trigger()
    qtbot.waitUntil(lambda: _column(panel, Column.QUESTION)[0] == "恢复谈判")
    qtbot.waitUntil(lambda: _column(panel, Column.STATE)[2] == "作废：条件未实现")
    qtbot.waitUntil(lambda: window.below.bar.tabs.tabText(tab_of(window)) == "预测")
    qtbot.waitUntil(lambda: _scores(panel)[0][0] == "美国")


def test_the_window_told_it_in_both_themes(window: MainWindow, panel: ForecastsPanel) -> None:
    for theme in ("dark", "light"):
        window.actions_[f"theme_{theme}"].trigger()
        assert not panel.grab().isNull()


def test_who_reads_only_changes_nothing(
    desk: Desk, coding: Coding, project: Path, qtbot: QtBot
) -> None:
    desk.close()
    desk.open(project, read_only=True)
    qtbot.waitUntil(lambda: desk.coding is not None and desk.coding is not coding)
    below = desk.context.window.below
    below.bar.tabs.setCurrentIndex(tab_of(desk.context.window))
    panel = below.forecasts
    qtbot.waitUntil(lambda: panel.model.rowCount() == 5)
    assert not panel.model.index(0, Column.HORIZON).flags() & Qt.ItemFlag.ItemIsEditable


def test_a_codebook_without_forecasts_has_no_tab(
    open_desk: OpenDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    starter = starter_codebook()
    layers = tuple(each for each in starter.layers if each.key != "claim")
    path = tmp_path / "ohne.workbench"
    new_project(path, replace(starter, layers=layers))
    desk = open_desk(path)
    window = desk.context.window
    assert not window.below.bar.tabs.isTabVisible(tab_of(window))


def test_closing_the_project_empties_the_ledger(desk: Desk, panel: ForecastsPanel) -> None:
    desk.close()
    assert panel.model.rowCount() == 0


def test_a_question_can_lose_what_was_said_of_it(coding: Coding) -> None:
    change_question(coding.session, "TALKS", outcome="", horizon="")
    known = ledger_of(coding.session).by_question["TALKS"]
    assert (known.outcome, known.horizon, known.text) == ("", "", "TALKS in full")
