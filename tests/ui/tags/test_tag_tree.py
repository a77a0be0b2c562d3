from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.tags.conftest import Hands
from tests.ui.tags.material import Material
from workbench.ui.tags.tag_nodes import Role
from workbench.ui.tags.tag_tree import TagTree
from workbench.ui.theme import Theme

Key = Qt.Key


@pytest.fixture
def tree(material: Material, theme: Theme, show: Callable[[QWidget], QMainWindow]) -> TagTree:
    tree = TagTree(theme)
    tree.tags.set_codebook(material.codebook)
    tree.tags.set_quick(Role.NAMED, {"actor": ["USA", "JPN"]})
    tree.tags.set_counts({"actor": {"USA": 2}})
    show(tree)
    return tree


def _row(tree: TagTree, *places: int) -> QModelIndex:
    index = QModelIndex()
    for place in places:
        index = tree.tags.index(place, 0, index)
    return index


def _click(tree: TagTree, hands: Hands, index: QModelIndex, x: int | None = None) -> None:
    box = tree.visualRect(index)
    hands.click(tree.viewport(), box.center() if x is None else QPoint(x, box.center().y()))


def test_a_click_on_a_tag_chooses_it(tree: TagTree, hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tree.tag_chosen) as chosen:
        _click(tree, hands, _row(tree, 0, 0, 0))
    assert chosen.args == ["actor", "USA"]


def test_a_double_click_chooses_once(tree: TagTree, qtbot: QtBot) -> None:
    chosen: list[str] = []

    def choose(layer: str, category: str) -> None:
        chosen.append(category)

    tree.tag_chosen.connect(choose)
    place = tree.visualRect(_row(tree, 0, 0, 0)).center()
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(tree.viewport(), button, plain, place)
    # The window system sends the second press as a double click, then a release.
    second = QMouseEvent(QEvent.Type.MouseButtonDblClick, place, place, button, button, plain)
    QApplication.sendEvent(tree.viewport(), second)
    QTest.mouseRelease(tree.viewport(), button, plain, place)
    assert chosen == ["USA"]


def test_a_press_that_ends_elsewhere_chooses_nothing(tree: TagTree, qtbot: QtBot) -> None:
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    first = tree.visualRect(_row(tree, 0, 0, 0)).center()
    second = tree.visualRect(_row(tree, 0, 0, 1)).center()
    with qtbot.assertNotEmitted(tree.tag_chosen):
        QTest.mousePress(tree.viewport(), button, plain, first)
        QTest.mouseRelease(tree.viewport(), button, plain, second)


def test_the_other_button_chooses_nothing(tree: TagTree, qtbot: QtBot) -> None:
    place = tree.visualRect(_row(tree, 0, 0, 0)).center()
    with qtbot.assertNotEmitted(tree.tag_chosen):
        QTest.mouseClick(
            tree.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place
        )


def test_sections_and_groups_fold(tree: TagTree, hands: Hands) -> None:
    section = _row(tree, 0)
    assert tree.isExpanded(section)
    _click(tree, hands, section)
    assert not tree.isExpanded(section)
    _click(tree, hands, section)
    assert tree.isExpanded(section)


def test_large_trees_are_folded_at_first(tree: TagTree) -> None:
    assert not tree.isExpanded(_row(tree, 0, 1))
    assert tree.isExpanded(_row(tree, 0, 0))


def test_folds_outlive_a_new_codebook(tree: TagTree, material: Material, hands: Hands) -> None:
    _click(tree, hands, _row(tree, 1))
    _click(tree, hands, _row(tree, 0, 1))
    tree.tags.set_codebook(material.codebook)
    assert not tree.isExpanded(_row(tree, 1))
    assert tree.isExpanded(_row(tree, 0, 0))


def test_a_tag_with_children_folds_at_its_arrow(tree: TagTree, hands: Hands, qtbot: QtBot) -> None:
    tree.expandAll()
    usa = next(
        tree.tags.index_of(node)
        for node in tree.tags._nodes.values()
        if node.category and node.category.key == "USA" and node.children
    )
    tree.scrollTo(usa)
    box = tree.visualRect(usa)
    with qtbot.assertNotEmitted(tree.tag_chosen):
        _click(tree, hands, usa, box.left() + 6)
    assert not tree.isExpanded(usa)
    with qtbot.waitSignal(tree.tag_chosen):
        _click(tree, hands, usa, box.left() + 60)


def test_enter_and_space_do_what_a_click_does(tree: TagTree, hands: Hands, qtbot: QtBot) -> None:
    tree.setFocus()
    tree.setCurrentIndex(_row(tree, 0, 0, 1))
    with qtbot.waitSignal(tree.tag_chosen) as chosen:
        hands.press(Key.Key_Return)
    assert chosen.args == ["actor", "JPN"]
    tree.setCurrentIndex(_row(tree, 1))
    hands.press(Key.Key_Space)
    assert not tree.isExpanded(_row(tree, 1))
    hands.press(Key.Key_Up, Key.Key_Up)
    assert tree.currentIndex() != _row(tree, 1)


def test_escape_goes_back_to_the_text(tree: TagTree, hands: Hands, qtbot: QtBot) -> None:
    tree.setFocus()
    with qtbot.waitSignal(tree.text_wanted):
        hands.press(Key.Key_Escape)


def test_a_theme_is_painted(tree: TagTree) -> None:
    tree.expandAll()
    light = tree.grab().toImage()
    tree.set_theme(Theme("dark"))
    assert tree.grab().toImage() != light


def test_counts_are_painted(tree: TagTree) -> None:
    before = tree.grab().toImage()
    tree.tags.set_counts({})
    assert tree.grab().toImage() != before
