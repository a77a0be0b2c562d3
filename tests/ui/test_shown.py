from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from workbench.app.commands import MarkSpan
from workbench.app.settings import Settings
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow
from workbench.ui.reading.sight import Sight


def marked(coding: Coding) -> tuple[int, int]:
    """Mark the same word as an actor and as a concept."""
    article = coding.article
    assert article is not None
    run = coding.session.run
    actor = run(MarkSpan(article, "actor", 10, 14, {"actor": "USA"}))
    return actor, run(MarkSpan(article, "concept", 10, 14, {"concept": "C_NCR"}))


def entry(window: MainWindow, text: str, group: bool = False) -> QAction:
    menu = window.actions_.menu("layers")
    menu.aboutToShow.emit()
    return next(
        action
        for action in menu.actions()
        if action.text().split("\t")[0] == text and bool(action.actionGroup()) == group
    )


def hidden(coding: Coding, settings: Settings) -> list[str]:
    return settings.values.hidden_layers.get(str(coding.session.path), [])


def test_what_is_selected_is_not_when_its_layer_is_hidden(
    coding: Coding, window: MainWindow
) -> None:
    actor, concept = marked(coding)
    coding.select(actor)
    entry(window, "Actor").trigger()
    assert coding.open.selected is None
    window.actions_["delete"].trigger()
    assert {each.id for each in coding.session.annotations_by_id([actor, concept])} == {
        actor,
        concept,
    }


def test_other_coders_are_not_shown_unasked_another_time(
    coding: Coding, window: MainWindow, settings: Settings
) -> None:
    marked(coding)
    coding.become("乙")
    entry(window, "甲").trigger()
    assert "甲" not in str({k: v for k, v in asdict(settings.values).items() if k != "coder"})


def test_a_hidden_layer_is_neither_painted_nor_clicked_and_stays_hidden(
    coding: Coding, window: MainWindow, settings: Settings
) -> None:
    actor, concept = marked(coding)
    pane = coding.panels.pane
    entry(window, "Actor").trigger()
    assert pane.annotations_at(11) == [concept]
    assert pane._view.page.board.ids() == [concept]
    assert hidden(coding, settings) == ["actor"]
    assert window.actions_["layers"].text().endswith("/5")
    assert "4" in window.actions_["layers"].text()
    assert not entry(window, "Actor").isChecked()
    assert coding.panels.below.annotations.annotation(actor)  # the table keeps it
    entry(window, "Show &everything").trigger()
    assert set(pane.annotations_at(11)) == {actor, concept}
    assert window.actions_["layers"].text() == "La&yers"


def test_a_layer_that_one_goes_to_or_marks_in_is_shown_again(
    coding: Coding, window: MainWindow, settings: Settings
) -> None:
    actor, _ = marked(coding)
    entry(window, "Actor").trigger()
    coding.select(actor)
    assert hidden(coding, settings) == []
    assert coding.panels.pane.selected_annotation() == actor
    assert "Actor" in window.strip.hinted


def test_one_layer_stands_out_and_is_clicked_first(
    coding: Coding, window: MainWindow, settings: Settings
) -> None:
    actor, concept = marked(coding)
    board = coding.panels.pane._view.page.board
    plain = coding.panels.pane._view.grab().toImage()
    entry(window, "Concept", group=True).trigger()
    assert (board.is_faint(actor), board.is_faint(concept)) == (True, False)
    assert coding.panels.pane.annotations_at(11)[0] == concept
    assert coding.panels.pane._view.grab().toImage() != plain
    assert "Concept" in window.actions_["layers"].text()
    entry(window, "No layer", group=True).trigger()
    assert settings.values.focus_layer[str(coding.session.path)] == ""


def test_others_are_shown_by_name_to_be_read_only(
    coding: Coding, window: MainWindow, qtbot: QtBot
) -> None:
    actor, concept = marked(coding)
    coding.become("乙")
    assert coding.article is not None
    own = coding.session.run(MarkSpan(coding.article, "actor", 20, 22, {"actor": "USA"}))
    pane = coding.panels.pane
    assert pane._view.page.board.ids() == [own]
    entry(window, "甲").trigger()
    board = pane._view.page.board
    assert board.ids() == [actor, concept, own]
    assert pane.annotation_ids() == [own]
    assert str(board.label(actor)).startswith("甲: ")
    assert "甲" in board.lines([actor])[0]
    assert "甲" in board.details([actor])[0]
    assert pane.annotations_at(11) == []
    pane.select(actor)
    assert pane.selected_annotation() is None
    pane._choose(actor)
    pane._activate(actor)
    assert coding.open.selected is None
    coding.session.run(MarkSpan(coding.article, "actor", 24, 26, {"actor": "USA"}))
    qtbot.waitUntil(lambda: len(board.ids()) == 4)
    assert len(coding.panels.below.annotations.annotations()) == 2
    entry(window, "甲").trigger()
    assert actor not in pane._view.page.board


def test_the_menu_stays_open_while_one_ticks(
    coding: Coding, window: MainWindow, qtbot: QtBot, settings: Settings
) -> None:
    menu = window.actions_.menu("layers")
    menu.popup(window.mapToGlobal(QPoint(200, 80)))
    qtbot.waitUntil(menu.isVisible)
    first = menu.actions()[0]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(first).center())
    assert len(hidden(coding, settings)) == 1
    assert menu.isVisible()
    menu.setActiveAction(first)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert hidden(coding, settings) == []
    assert menu.isVisible()
    menu.close()


def test_a_sight_is_remembered_as_it_is(coding: Coding) -> None:
    pane = coding.panels.pane
    pane.set_sight(Sight())
    assert pane.counts() == {}
