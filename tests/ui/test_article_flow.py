"""An article that is done while annotations of it are incomplete."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands
from workbench.app.commands import AddCategory, MarkSpan, SetValues
from workbench.domain.article import Status
from workbench.ui.annotations.controls import Scope
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def halves(coding: Coding, hands: Hands) -> list[int]:
    """Mark two stances that lack everything, and an actor that lacks nothing."""
    article = coding.article or 0
    coding.session.run(MarkSpan(article, "actor", 0, 2, {"actor": "USA"}))
    ids = [coding.session.run(MarkSpan(article, "stance", at, at + 4)) for at in (4, 12)]
    hands.settle()
    return ids


def done(coding: Coding, hands: Hands) -> None:
    coding.panels.pane.setFocus()
    hands.press(Qt.Key.Key_2, CTRL)
    assert coding.session.article(coding.article or 0).status is Status.DONE


def test_it_is_said_how_many_are_incomplete(
    coding: Coding, window: MainWindow, halves: list[int], hands: Hands
) -> None:
    title = coding.session.article(coding.article or 0).title
    done(coding, hands)
    told = f"“{title}” is done, with annotations that are incomplete: "
    assert window.info.sentence == f"{told}2."
    whole = {"holder": "USA", "toward": ["CHN"], "position": "p2"}
    coding.session.run(SetValues(halves[0], whole))
    hands.settle()
    assert window.info.sentence == f"{told}1."
    coding.session.run(SetValues(halves[1], whole))
    hands.settle()
    assert window.info.sentence == ""


def test_it_goes_with_the_status(
    coding: Coding, window: MainWindow, halves: list[int], hands: Hands
) -> None:
    done(coding, hands)
    hands.press(Qt.Key.Key_Z, CTRL)
    assert window.info.sentence == ""
    done(coding, hands)
    assert window.info.sentence
    hands.press(Qt.Key.Key_3, CTRL)
    assert window.info.sentence == ""


def test_they_are_listed_from_another_article_and_with_the_tables_closed(
    coding: Coding, window: MainWindow, halves: list[int], hands: Hands, qtbot: QtBot
) -> None:
    article, table = coding.article, window.below.annotations
    table.show_scope(Scope.PROJECT)
    done(coding, hands)
    window.articles.step(1)
    *_, below = window.docks
    below.hide()
    assert "incomplete: 2" in window.info.sentence
    qtbot.mouseClick(window.info._button, Qt.MouseButton.LeftButton)
    assert coding.article == article
    assert coding.open.selected == halves[0]
    assert below.isVisible()
    assert table.isVisible()
    assert table.scope is Scope.ARTICLE
    model = table._table.model()
    assert model.rowCount() == len(halves)
    assert all("△" in model.index(row, 2).data() for row in range(len(halves)))


def test_what_is_complete_is_done_without_a_word(
    coding: Coding, window: MainWindow, hands: Hands
) -> None:
    coding.session.run(MarkSpan(coding.article or 0, "actor", 0, 2, {"actor": "USA"}))
    done(coding, hands)
    assert window.info.sentence == ""


def test_what_is_being_written_counts(coding: Coding, window: MainWindow, hands: Hands) -> None:
    session = coding.session
    question = session.run(
        AddCategory("questions", session.new_category("questions", "会涨吗", ""))
    )
    values = {"kind": "forecast", "question": question}
    coding.select(session.run(MarkSpan(coding.article or 0, "claim", 0, 9, values)))
    coding.open.edit()
    form = coding.panels.editor.form
    assert form is not None
    form.fold.setChecked(True)
    form.focus_row(form.row("probability"))
    hands.type("0.7")
    window.actions_["status_done"].trigger()
    assert window.info.sentence == ""
