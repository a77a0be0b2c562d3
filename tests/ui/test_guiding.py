"""F1 opens the page of what is meant: pointed at, at the keyboard, or selected."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QCursor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, Meet, OpenDesk
from tests.ui.test_accessibility import nameless
from workbench.app.commands import AddCategory
from workbench.app.places import (
    BOOK,
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)
from workbench.domain.codebook import Category, Words
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk
from workbench.ui.dialogs.details import DetailsDialog
from workbench.ui.guide.meant import told_by
from workbench.ui.guide.window import GuideWindow
from workbench.ui.main_window import MainWindow
from workbench.ui.tags.chip import Chip
from workbench.ui.tags.form import AnnotationForm
from workbench.ui.tags.picker import Picker
from workbench.ui.tags.segments import Segments
from workbench.ui.tags.tag_nodes import Role

Key = Qt.Key
#: What a mark of the United States is a use of.
COUNTED = (
    BOOK,
    place_of_list("actors"),
    place_of_category("actors", "USA"),
    place_of_layer("actor"),
    place_of_variable("actor", "actor"),
)


@pytest.fixture(autouse=True)
def no_tip() -> None:
    QToolTip.hideText()


def title(coding: Coding) -> str:
    window = coding.guide.window
    assert window.isVisible()
    return window.windowTitle().removesuffix(" — Codebook")


def stance_form(coding: Coding, hands: Hands) -> tuple[AnnotationForm, Picker]:
    """Ask for the form of a stance; return it with the field of its target."""
    hands.select("欧洲")
    hands.press(Key.Key_S)
    form = coding.panels.popup.form
    assert form is not None
    target = form.row("target").field
    assert isinstance(target, Picker)
    return form, target


def back_to_work(coding: Coding, window: MainWindow) -> None:
    coding.guide.window.close()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def wait_for(words: str, coding: Coding, qtbot: QtBot) -> None:
    """Wait until the page says it: what is counted comes later."""
    qtbot.waitUntil(lambda: words in coding.guide.window.view.toPlainText())


def mark_usa(coding: Coding, hands: Hands) -> None:
    hands.select("美国")
    hands.press(Key.Key_A)
    assert coding.open.selected is not None


def row_of(coding: Coding, key: str) -> QModelIndex:
    """Return the row of a tag in the panel, in view."""
    tree = coding.panels.tags.tree
    rows = [tree.tags.index(place, 0) for place in range(tree.tags.rowCount())]
    for index in rows:
        node = tree.tags.node(index)
        assert node is not None
        for each in node.walk():
            if each.role is Role.CATEGORY and each.category and each.category.key == key:
                found = tree.tags.index_of(each)
                tree.scrollTo(found)
                return found
    raise LookupError(key)


def point_at(widget: QWidget, place: QPoint, qtbot: QtBot) -> None:
    """Hold the mouse still over a place until its tool tip stands there."""
    at = widget.mapToGlobal(place)
    QCursor.setPos(at)
    QTest.mouseMove(widget, place)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, at))
    qtbot.waitUntil(QToolTip.isVisible)


def test_f1_opens_the_contents_where_nothing_is_meant(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    coding.panels.pane.setFocus()
    hands.press(Key.Key_F1)
    assert title(coding).startswith("Starter codebook")
    back_to_work(coding, window)


def test_f1_on_a_tag_of_the_panel_opens_its_page(coding: Coding, hands: Hands) -> None:
    coding.panels.tags.tree.setCurrentIndex(row_of(coding, "C_HEDGE"))
    coding.panels.tags.tree.setFocus()
    hands.press(Key.Key_F1)
    assert title(coding) == "hedging"


def test_f1_on_a_selected_annotation_opens_its_category(coding: Coding, hands: Hands) -> None:
    mark_usa(coding, hands)
    coding.panels.pane.setFocus()
    hands.press(Key.Key_F1)
    assert title(coding) == "United States"


def test_f1_in_the_table_opens_the_selected_annotation_s_page(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    mark_usa(coding, hands)
    table = window.below.annotations
    table.findChildren(QWidget)[0].setFocus()
    hands.press(Key.Key_F1)
    assert title(coding) == "United States"


def test_f1_in_the_finder_opens_the_row_that_enter_would_take(coding: Coding, hands: Hands) -> None:
    hands.select("美国")
    hands.press(Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    hands.type("bandwagoning")
    hands.press(Key.Key_F1)
    assert title(coding) == "bandwagoning"


def test_f1_in_a_form_opens_value_variable_or_layer(
    coding: Coding, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    form, target = stance_form(coding, hands)
    target.edit.setFocus()
    target.close_list()
    hands.press(Key.Key_F1)
    assert title(coding) == "target"
    back_to_work(coding, window)
    target.take("S13")
    target.edit.setFocus()
    target.close_list()
    hands.press(Key.Key_F1)
    assert title(coding) == "European strategic autonomy"
    back_to_work(coding, window)
    position = form.row("position").field
    assert isinstance(position, Segments)
    position.setFocus()
    hands.press(Key.Key_F1)
    assert title(coding) == "position"
    back_to_work(coding, window)
    position.setFocus()
    hands.press(Key.Key_1)
    hands.press(Key.Key_F1)
    assert title(coding) == "strongly against"
    back_to_work(coding, window)
    form.fold.setFocus()
    hands.press(Key.Key_F1)
    assert title(coding) == "Stance"


def test_f1_in_the_editor_opens_what_the_annotation_is_marked_with(
    coding: Coding, hands: Hands, qtbot: QtBot
) -> None:
    mark_usa(coding, hands)
    editor = coding.panels.editor
    qtbot.waitUntil(lambda: editor.form is not None)
    assert editor.form is not None
    editor.form.memo.edit.setFocus()
    hands.press(Key.Key_F1)
    assert title(coding) == "Actor"
    assert told_by(editor, None) is not None


def test_the_tip_of_a_tag_tells_its_rules_and_f1_opens_its_page(
    coding: Coding, qtbot: QtBot, hands: Hands
) -> None:
    tree = coding.panels.tags.tree
    tree.setCurrentIndex(tree.tags.index(0, 0))
    tree.setFocus()
    point_at(tree.viewport(), tree.visualRect(row_of(coding, "C_HEDGE")).center(), qtbot)
    told = QToolTip.text()
    guide = coding.session.codebook.code_list("concepts").category("C_HEDGE").guide
    for words in (guide.definition, guide.include, guide.exclude, guide.example):
        assert words.en in told
    hands.press(Key.Key_F1)
    assert title(coding) == "hedging"


def test_the_tip_of_a_mark_tells_the_rules_and_f1_opens_its_page(
    coding: Coding, window: MainWindow, qtbot: QtBot, hands: Hands
) -> None:
    span = hands.select("美国")
    hands.press(Key.Key_A)
    marked = coding.open.selected
    coding.select(None)
    view = coding.panels.pane._view
    place = view.viewport().mapFromGlobal(coding.panels.pane.rect_of_span(span).center())
    coding.panels.tags.finder.edit.setFocus()
    point_at(view.viewport(), place, qtbot)
    layer = coding.session.codebook.layer("actor")
    assert layer.guide.example.en in QToolTip.text()
    hands.press(Key.Key_F1)
    assert marked is not None
    assert title(coding) == "United States"


def test_f1_over_a_chip_a_button_and_a_line(
    coding: Coding, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    form, target = stance_form(coding, hands)
    target.take("S13")
    position = form.row("position").field
    assert isinstance(position, Segments)
    position.setFocus()  # no list hangs over the form
    for widget, opened in (
        (target.findChild(Chip), "European strategic autonomy"),
        (position.buttons[4], "strongly for"),
        (form.row("holder").label, "holder"),
        (coding.panels.tags.buttons[0], "Stance"),
    ):
        assert isinstance(widget, QWidget)
        point_at(widget, widget.rect().center(), qtbot)
        window.actions_["guide"].trigger()
        assert title(coding) == opened
        back_to_work(coding, window)
        QToolTip.hideText()
        qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_f1_in_a_form_opens_the_row_that_enter_would_take(
    coding: Coding, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    _, target = stance_form(coding, hands)
    target.edit.setFocus()
    hands.type("AUKUS")
    hands.press(Key.Key_F1)
    assert title(coding) == "AUKUS"


def test_the_page_follows_the_codebook_theme_and_language(
    coding: Coding, hands: Hands, qtbot: QtBot
) -> None:
    coding.panels.tags.tree.setCurrentIndex(row_of(coding, "C_HEDGE"))
    coding.panels.tags.tree.setFocus()
    hands.press(Key.Key_F1)
    guide = coding.guide.window
    coding.context.appearance.choose_theme("dark")
    assert guide.view.palette().base().color() == coding.context.appearance.theme.colour("article")
    coding.context.appearance.choose_language("zh_CN")
    qtbot.waitUntil(lambda: guide.windowTitle() == "对冲 — 编码手册")
    new = Category("C_NEW", 0, Words("新概念", "new one"))
    coding.session.run(AddCategory("concepts", new))
    guide.filter.setText("新概念")
    qtbot.waitUntil(lambda: "new one" in guide.view.toPlainText())


def test_f1_opens_pages_beside_the_details_of_an_article(
    coding: Coding, hands: Hands, meet: Meet, qtbot: QtBot
) -> None:
    shown: list[str] = []

    def look(dialog: DetailsDialog) -> None:
        dialog.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        form = next(iter(dialog._forms.values()))
        form.focus_row(form.row("genre"))
        hands.press(Key.Key_F1)
        guide = dialog.findChild(GuideWindow)
        assert isinstance(guide, GuideWindow)
        shown.append(guide.windowTitle())
        QTest.mouseClick(guide.contents, Qt.MouseButton.LeftButton)
        shown.append(guide.windowTitle())
        dialog.reject()

    met = meet(DetailsDialog, look)
    hands.press(Key.Key_F2)
    assert met
    assert shown[0] == "genre — Codebook"
    assert shown[1].startswith("Starter codebook")


def test_the_page_counts_what_is_coded(
    coding: Coding, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    hands.select("美国")
    hands.press(Key.Key_F1)
    guide = coding.guide.window
    for entry in COUNTED:
        guide.show_entry(entry)
        wait_for("not used yet", coding, qtbot)
    back_to_work(coding, window)
    mark_usa(coding, hands)
    window.actions_["guide"].trigger()
    for entry in COUNTED:
        guide.show_entry(entry)
        wait_for("annotations: 1 · articles: 1 · coders: 1", coding, qtbot)
    guide.show_entry(place_of_category("actors", "JPN"))
    wait_for("not used yet", coding, qtbot)


def test_every_part_of_the_guide_says_what_it_is(coding: Coding, hands: Hands) -> None:
    hands.press(Key.Key_F1)
    assert nameless(coding.guide.window) == []


def test_the_guide_goes_with_its_project(
    desk: Desk, coding: Coding, hands: Hands, window: MainWindow
) -> None:
    hands.press(Key.Key_F1)
    guide = coding.guide.window
    assert guide.isVisible()
    desk.close()
    assert not guide.isVisible()
    assert not window.actions_["guide"].isEnabled()


def test_the_guide_can_be_read_in_a_project_that_is_read_only(
    open_desk: OpenDesk, project: Path, qtbot: QtBot
) -> None:
    desk = open_desk()
    desk.open(project, read_only=True)
    qtbot.waitUntil(lambda: desk.coding is not None)
    desk.context.window.actions_["guide"].trigger()
    assert desk.coding is not None
    assert desk.coding.guide.window.isVisible()


def test_nothing_is_told_by_what_knows_no_entry() -> None:
    assert told_by(None, None) is None
