from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.tags.conftest import Hands
from tests.ui.tags.material import ARTICLE, Material
from workbench.domain.codebook import Category, Words
from workbench.ui.tags.panel import TagPanel
from workbench.ui.theme import Theme

Key = Qt.Key


@pytest.fixture
def panel(material: Material, theme: Theme, show: Callable[[QWidget], QMainWindow]) -> TagPanel:
    panel = TagPanel(material, theme)
    panel.set_article(ARTICLE)
    show(panel)
    return panel


def _find(panel: TagPanel, hands: Hands, text: str) -> None:
    panel.start_finding()
    hands.type(text)


def _quick(panel: TagPanel, layer: int, label: str) -> list[str]:
    """Return the labels of a quick group."""
    model = panel.tree.tags
    section = model.index(layer, 0)
    for row in range(model.rowCount(section)):
        group = model.index(row, 0, section)
        if group.data() == label:
            return [model.index(i, 0, group).data() for i in range(model.rowCount(group))]
    return []


def test_enter_marks_the_selection_with_the_first_hit(
    panel: TagPanel, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    panel.set_selection(material.passage("主权寻租"))
    _find(panel, hands, "zqxz")
    assert panel.results.isVisible()
    with qtbot.waitSignal(panel.text_wanted), qtbot.waitSignal(panel.mark_requested) as marked:
        hands.press(Key.Key_Return)
    assert marked.args == ["concept", {"concept": "C_RENT"}]
    assert panel.finder.text() == ""
    assert panel.tree.isVisible()


def test_arrows_choose_another_hit(
    panel: TagPanel, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    panel.set_selection(material.passage("主权寻租"))
    _find(panel, hands, "rent")
    hands.press(Key.Key_Down, Key.Key_Up)
    with qtbot.waitSignal(panel.mark_requested) as marked:
        hands.press(Key.Key_Return)
    assert marked.args == ["concept", {"concept": "C_RENT"}]


def test_a_hit_is_chosen_by_the_mouse(
    panel: TagPanel, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    panel.set_selection(material.passage("主权寻租"))
    _find(panel, hands, "zqxz")
    view = panel.results
    with qtbot.waitSignal(panel.mark_requested):
        hands.click(view.viewport(), view.visualRect(view.rows.index(0)).center())


def test_without_a_selection_it_says_what_to_do(
    panel: TagPanel, hands: Hands, qtbot: QtBot
) -> None:
    _find(panel, hands, "zqxz")
    with qtbot.waitSignal(panel.hint) as hint, qtbot.assertNotEmitted(panel.mark_requested):
        hands.press(Key.Key_Return)
    assert hint.args == ["Select some text first, then choose a tag."]
    for press in (
        lambda: panel.press_layer("stance"),
        lambda: panel.press_tag("actor", "USA"),
    ):
        with qtbot.waitSignal(panel.hint):
            press()


def test_escape_leaves_the_finder_empty(panel: TagPanel, hands: Hands, qtbot: QtBot) -> None:
    _find(panel, hands, "zqxz")
    with qtbot.waitSignal(panel.text_wanted):
        hands.press(Key.Key_Escape)
    assert panel.finder.text() == ""
    assert panel.tree.isVisible()


def test_a_click_in_the_tree_marks(
    panel: TagPanel, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    panel.set_selection(material.passage("美国"))
    tree = panel.tree
    usa = tree.tags.index(0, 0, tree.tags.index(0, 0, tree.tags.index(0, 0)))
    with qtbot.waitSignal(panel.mark_requested) as marked:
        hands.click(tree.viewport(), tree.visualRect(usa).center())
    assert marked.args == ["actor", {"actor": "USA"}]


def test_a_layer_s_key_marks_what_is_named_by_the_selection(
    panel: TagPanel, material: Material, qtbot: QtBot
) -> None:
    panel.set_selection(material.passage("欧盟"))
    with qtbot.waitSignal(panel.mark_requested) as marked:
        panel.press_layer("actor")
    assert marked.args == ["actor", {"actor": "O_EU"}]


def test_otherwise_it_asks_which_tag_is_meant(
    panel: TagPanel, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    panel.set_selection(material.passage("仍有主权寻租之嫌"))
    panel.press_layer("concept")
    assert panel.finder.edit.hasFocus()
    assert panel.finder.layer is material.codebook.layer("concept")
    with qtbot.waitSignal(panel.mark_requested) as marked:
        hands.press(Key.Key_Down, Key.Key_Return)
    assert marked.args == ["concept", {"concept": "C_RENT"}]
    assert panel.finder.layer is None


def test_backspace_and_cross_search_all_layers_again(panel: TagPanel, hands: Hands) -> None:
    panel.start_finding("concept")
    hands.press(Key.Key_Backspace)
    assert panel.finder.layer is None
    panel.start_finding("concept")
    chip = panel.finder._chip
    assert chip is not None
    hands.click(chip, QPoint(chip.width() - 8, chip.height() // 2))
    assert panel.finder.layer is None


def test_a_layer_with_a_form_asks_for_it(
    panel: TagPanel, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    panel.set_selection(material.passage("我们反对任何脱钩"))
    assert [each.text() for each in panel.buttons] == ["Stance", "Claim", "Event"]
    with qtbot.waitSignal(panel.form_requested) as wanted:
        hands.click(panel.buttons[0])
    assert wanted.args == ["stance"]
    panel.buttons[1].setFocus()
    with qtbot.waitSignal(panel.form_requested) as wanted:
        hands.press(Key.Key_Space)
    assert wanted.args == ["claim"]


def test_what_fits_nothing_is_added_and_marked(
    panel: TagPanel, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    def add(code_list: str, text: str, requires: str) -> None:
        key = material.add(code_list, text)
        panel.refresh_codebook()
        panel.category_added(code_list, key)

    panel.add_category_requested.connect(add)
    panel.set_selection(material.passage("海上倡议"))
    _find(panel, hands, "海上倡议")
    assert panel.results.current() is None, "a typing error must not add a tag"
    with qtbot.waitSignal(panel.mark_requested) as marked:
        hands.press(Key.Key_Down, Key.Key_Return)
    assert marked.args == ["actor", {"actor": "NEW_海上倡议"}]


def test_enter_on_nothing_does_nothing(panel: TagPanel, hands: Hands, qtbot: QtBot) -> None:
    panel.start_finding()
    with qtbot.assertNotEmitted(panel.hint), qtbot.assertNotEmitted(panel.mark_requested):
        hands.press(Key.Key_Return)
    panel.category_added("actors", "USA")


def test_named_tags_come_by_first_occurrence(panel: TagPanel) -> None:
    assert _quick(panel, 0, "Named in this article")[:3] == [
        "United States",
        "Japan",
        "South Korea",
    ]


def test_counts_and_recent_tags_follow_the_annotations(panel: TagPanel, material: Material) -> None:
    for quote in ("美国", "日本"):
        material.mark("actor", quote, actor="JPN")
    panel.refresh_annotations()
    assert _quick(panel, 0, "Used last") == ["Japan"]
    assert panel.tree.tags._counts["actor"] == {"JPN": 2}


def test_patches_take_the_place_of_reading_again(panel: TagPanel, material: Material) -> None:
    first = material.mark("actor", "美国", actor="USA")
    panel.patch_annotations([], [first])
    assert panel.tree.tags._counts["actor"] == {"USA": 1}
    elsewhere = replace(first, id=99, article=ARTICLE + 1)
    panel.patch_annotations([], [elsewhere])
    assert panel.tree.tags._counts["actor"] == {"USA": 1}
    other = replace(first, values={"actor": ("JPN",)})
    panel.patch_annotations([first], [other])
    assert panel.tree.tags._counts["actor"] == {"JPN": 1}
    panel.patch_annotations([other], [])
    assert panel.tree.tags._counts["actor"] == {}


def test_no_article_nothing_named(panel: TagPanel) -> None:
    panel.set_article(None)
    assert _quick(panel, 0, "Named in this article") == []


def test_a_new_codebook_keeps_the_place_in_the_tree(panel: TagPanel, material: Material) -> None:
    bar = panel.tree.verticalScrollBar()
    panel.tree.expandAll()
    bar.setValue(200)
    material.add("actors", "新者")
    panel.refresh_codebook()
    assert bar.value() == 200


def test_buttons_leave_a_language_out_where_it_is_narrow(panel: TagPanel) -> None:
    panel.resize(700, 500)
    wide = panel.buttons[0].sizeHint().width()
    panel.resize(180, 500)
    assert panel.buttons[0].sizeHint().width() < wide


def test_speaks_the_new_language(panel: TagPanel, chinese: None) -> None:
    panel.start_finding("concept")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(panel.finder, QEvent(QEvent.Type.LanguageChange))
    assert panel.buttons[0].text() == "立场"
    assert panel.tree.tags.index(0, 0).data() == "行为体"
    assert panel.finder._chip is not None
    assert panel.finder._chip.choice.label == "概念"


def test_a_theme_is_painted(panel: TagPanel, material: Material, hands: Hands) -> None:
    panel.set_selection(material.passage("美国"))
    _find(panel, hands, "mei")
    light = panel.grab().toImage()
    panel.set_theme(Theme("dark"))
    assert panel.grab().toImage() != light


def test_everything_has_a_name_for_who_cannot_see(panel: TagPanel) -> None:
    named = (panel.finder.edit, panel.tree, panel.results, *panel.buttons)
    assert all(each.accessibleName() for each in named)


def test_five_thousand_tags_are_found_and_shown(
    material: Material, theme: Theme, show: Callable[[QWidget], QMainWindow], hands: Hands
) -> None:
    many = tuple(Category(f"X{i}", 90_000 + i, Words(f"甲{i}", f"actor {i}")) for i in range(5000))
    lists = tuple(
        replace(each, categories=(*each.categories, *many)) if each.key == "actors" else each
        for each in material.codebook.code_lists
    )
    source = Material(replace(material.codebook, code_lists=lists))
    panel = TagPanel(source, theme)
    panel.set_article(ARTICLE)
    show(panel)
    _find(panel, hands, "actor 4999")
    current = panel.results.current()
    assert current is not None
    assert current.value == ("actor", "X4999")
