"""Two entities that turn out to be one, merged from a tag or from a chosen value."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Meet
from workbench.app.commands import AddCategory, MarkSpan
from workbench.domain.codebook import Category, Words
from workbench.ui.coding import Coding
from workbench.ui.dialogs.merge import MergeDialog
from workbench.ui.tags.chip import Chip
from workbench.ui.tags.form import AnnotationForm
from workbench.ui.tags.tag_tree import TagTree

Key = Qt.Key


@pytest.fixture
def coding(coding: Coding) -> Coding:
    """A project in which an entity was added twice, and coded so."""
    session = coding.session
    new = Category("USA_AGAIN", 0, Words("花旗国", "Uncle Sam"), aliases=("花旗",))
    session.run(AddCategory("actors", new))
    assert coding.article is not None
    session.run(MarkSpan(coding.article, "actor", 0, 2, {"actor": "USA_AGAIN"}))
    stance = {"holder": "DEU", "toward": ["USA", "USA_AGAIN"]}
    session.run(MarkSpan(coding.article, "stance", 4, 9, stance))
    return coding


def _ask_for_menu(widget: QWidget, place: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


def _choose_merging(qtbot: QtBot, owner: QWidget) -> None:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in owner.findChildren(QMenu)))
    menu = next(each for each in owner.findChildren(QMenu) if each.isVisible())
    action = next(each for each in menu.actions() if "Merge" in each.text())
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Key.Key_Return)


def _answer(qtbot: QtBot, name: str) -> Any:
    def act(dialog: MergeDialog) -> None:
        assert dialog.picker is not None
        dialog.picker.edit.setFocus()
        qtbot.keyClicks(dialog.picker.edit, name)
        qtbot.keyClick(dialog.picker.edit, Key.Key_Return)
        box = dialog.findChild(QDialogButtonBox)
        assert box is not None
        ok = box.button(QDialogButtonBox.StandardButton.Ok)
        assert ok.isEnabled()
        qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)

    return act


def _index_of(tree: TagTree, key: str, parent: QModelIndex | None = None) -> QModelIndex | None:
    """Return the row of a tag, with all above it unfolded."""
    above = parent or QModelIndex()
    for row in range(tree.tags.rowCount(above)):
        index = tree.tags.index(row, 0, above)
        node = tree.tags.node(index)
        if node is not None and node.category is not None and node.category.key == key:
            return index
        found = _index_of(tree, key, index)
        if found is not None:
            tree.expand(index)
            return found
    return None


def _gone(coding: Coding) -> bool:
    return "USA_AGAIN" not in coding.session.codebook.code_list("actors").by_key


def test_a_tag_is_merged_into_another_from_its_menu(
    coding: Coding, meet: Meet, qtbot: QtBot
) -> None:
    tree = coding.panels.tags.tree
    index = _index_of(tree, "USA_AGAIN")
    assert index is not None
    tree.scrollTo(index)
    told: list[str] = []

    def act(dialog: MergeDialog) -> None:
        told.extend(each.text() for each in dialog.findChildren(QLabel))
        _answer(qtbot, "USA")(dialog)

    met = meet(MergeDialog, act)
    _ask_for_menu(tree.viewport(), tree.visualRect(index).center())
    _choose_merging(qtbot, coding.panels.tags)
    qtbot.waitUntil(lambda: bool(met) and _gone(coding))
    assert "annotations: 2 · articles: 1 · coders: 1" in told
    usa = coding.session.codebook.code_list("actors").category("USA")
    assert "花旗" in usa.aliases
    assert coding.article is not None
    held = [each.values for each in coding.session.annotations(coding.article)]
    assert held[0]["actor"] == ("USA",)
    assert held[1]["toward"] == ("USA",)
    coding.steps.undo()
    assert not _gone(coding)


def _editor_on_the_stance(coding: Coding, qtbot: QtBot) -> AnnotationForm:
    assert coding.article is not None
    stance = coding.session.annotations(coding.article)[1]
    coding.select(stance.id)
    qtbot.waitUntil(lambda: coding.panels.editor.form is not None)
    form = coding.panels.editor.form
    assert form is not None
    return form


def test_a_chosen_value_is_merged_from_its_menu(coding: Coding, meet: Meet, qtbot: QtBot) -> None:
    form = _editor_on_the_stance(coding, qtbot)
    field = form.row("toward").field
    chip = next(e for e in field.findChildren(Chip) if e.choice.value == "USA_AGAIN")
    met = meet(MergeDialog, _answer(qtbot, "USA"))
    _ask_for_menu(chip, chip.rect().center())
    _choose_merging(qtbot, field)
    qtbot.waitUntil(lambda: bool(met) and _gone(coding))
    qtbot.waitUntil(lambda: form.row("toward").values() == ("USA",))


def test_a_category_cannot_be_merged_into_itself(coding: Coding, meet: Meet, qtbot: QtBot) -> None:
    seen: list[tuple[bool, list[str]]] = []

    def act(dialog: MergeDialog) -> None:
        box = dialog.findChild(QDialogButtonBox)
        assert box is not None
        ok = box.button(QDialogButtonBox.StandardButton.Ok)
        assert not ok.isEnabled()
        assert dialog.picker is not None
        dialog.picker.edit.setFocus()
        qtbot.keyClicks(dialog.picker.edit, "Uncle")
        qtbot.keyClick(dialog.picker.edit, Key.Key_Return)
        seen.append((ok.isEnabled(), [each.text() for each in dialog.findChildren(QLabel)]))
        qtbot.keyClick(dialog, Key.Key_Escape)

    met = meet(MergeDialog, act)
    coding.merging.ask("actors", "USA_AGAIN")
    assert met
    enabled, told = seen[0]
    assert not enabled
    assert "Choose another category than itself." in told
    assert not _gone(coding)
