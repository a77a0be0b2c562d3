from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from workbench.ui.tags.choice_list import ChoiceModel, ChoiceView
from workbench.ui.tags.choices import Choice
from workbench.ui.theme import Theme

ROWS = [
    Choice("USA", "美国", "United States", "Actor", "#2299DD", "<p>rules</p>"),
    Choice(None, "Add “甲”", adds="甲"),
]


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> ChoiceView:
    view = ChoiceView(theme)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(view)
    view.rows.set_rows(ROWS)
    view.resize(300, 120)
    view.show()
    return view


def test_a_choice_is_a_row() -> None:
    model = ChoiceModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_rows(ROWS)
    first = model.index(0)
    assert first.data() == "美国"
    assert first.data(Qt.ItemDataRole.ToolTipRole) == "<p>rules</p>"
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "美国, United States, Actor"
    assert first.data(Qt.ItemDataRole.FontRole) is None
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(first) == 0


def test_steps_stay_inside(view: ChoiceView) -> None:
    view.step(-1)
    assert view.current() == ROWS[1]
    view.step(5)
    assert view.current() == ROWS[1]
    view.step(-9)
    assert view.current() == ROWS[0]


def test_no_rows_no_step(view: ChoiceView) -> None:
    view.rows.set_rows([])
    view.step(1)
    assert view.current() is None


def test_the_current_row_is_painted_otherwise(view: ChoiceView) -> None:
    before = view.grab().toImage()
    view.step(1)
    assert view.grab().toImage() != before
