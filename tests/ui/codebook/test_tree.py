from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from workbench.app.codebook_filter import CodebookFilter
from workbench.app.places import (
    LAYERS,
    LISTS,
    Place,
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)
from workbench.domain.codebook import Category, Codebook, CodeList, Words
from workbench.domain.codebook_file import parse_codebook
from workbench.ui.codebook.drag import Drop
from workbench.ui.codebook.tree import CodebookTree
from workbench.ui.theme import Theme

Moves = list[tuple[tuple[Place, ...], Drop]]


@pytest.fixture(scope="module")
def starter(resources: Path) -> Codebook:
    return parse_codebook(
        (resources / "codebook" / "starter.json").read_text(encoding="utf-8"), "starter.json"
    )


@pytest.fixture
def tree(light: Theme, qtbot: QtBot, starter: Codebook) -> CodebookTree:
    tree = CodebookTree(light)
    qtbot.addWidget(tree)
    tree.resize(420, 700)
    tree.show_codebook(starter, ())
    tree.show()
    qtbot.waitExposed(tree)
    return tree


def actor(key: str) -> Place:
    return place_of_category("actors", key)


def point_of(tree: CodebookTree, place: Place, share: float = 0.5) -> QPoint:
    node = tree.rows.at(place)
    assert node is not None
    row = tree.visualRect(tree.rows.index_of(node))
    return QPoint(row.left() + 60, row.top() + round(share * row.height()))


def sift(tree: CodebookTree, index: CodebookFilter, typed: str) -> None:
    """Show what answers a filter."""
    nodes = tree.rows.nodes_at(index.places)
    tree.show_only([nodes[number] for number in index.matching(typed)])


def labels(tree: CodebookTree) -> list[str]:
    """Return the labels of the rows that are unfolded, from top to bottom."""
    found: list[str] = []
    index = tree.model().index(0, 0)
    while index.isValid():
        found.append(str(index.data()))
        index = tree.indexBelow(index)
    return found


def test_layers_and_lists_stand_under_their_headings(tree: CodebookTree) -> None:
    assert labels(tree)[:3] == ["Layers", "Stance", "Actor"]
    assert "Code lists" in labels(tree)
    assert "United States" not in labels(tree)


def test_what_is_chosen_is_unfolded_and_told(tree: CodebookTree, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tree.chosen):
        tree.choose([actor("USA"), actor("JPN")])
    assert tree.places() == [actor("USA"), actor("JPN")]
    assert "United States" in labels(tree)


def test_a_click_chooses_and_one_on_the_arrow_folds(tree: CodebookTree) -> None:
    point = point_of(tree, place_of_layer("stance"))
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert tree.places() == [place_of_layer("stance")]
    arrow = QPoint(tree.visualRect(tree.indexAt(point)).left() + 4, point.y())
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert "holder" in labels(tree)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert "holder" not in labels(tree)


def test_the_filter_leaves_hits_and_what_they_stand_under(
    tree: CodebookTree, starter: Codebook
) -> None:
    index = CodebookFilter(starter)
    sift(tree, index, "特朗普政府")
    assert labels(tree)[:4] == ["Layers", "Code lists", "Actors", "United States"]
    sift(tree, index, "no such thing")
    assert labels(tree) == ["Layers", "Code lists"]
    tree.show_only(None)
    assert labels(tree)[:2] == ["Layers", "Stance"]


def test_filters_after_each_other_keep_the_order(tree: CodebookTree, starter: Codebook) -> None:
    index = CodebookFilter(starter)
    for typed in ("国", "美国", "国", "韩"):
        sift(tree, index, typed)
    sift(tree, index, "国")
    shown = labels(tree)
    wanted = [each for each in shown if each in ("United States", "South Korea", "China")]
    assert wanted == ["United States", "South Korea", "China"]


def test_a_selection_that_the_filter_shows_stays(tree: CodebookTree, starter: Codebook) -> None:
    tree.choose([actor("USA")])
    sift(tree, CodebookFilter(starter), "美国")
    assert tree.places() == [actor("USA")]


def test_new_contents_keep_the_rows_and_a_new_tree_the_folds(
    tree: CodebookTree, starter: Codebook
) -> None:
    tree.choose([actor("USA")])
    actors = starter.code_list("actors")
    first = replace(actors.categories[0], label=Words("甲", "Somebody"))
    other = _with(starter, replace(actors, categories=(first, *actors.categories[1:])))
    tree.show_codebook(other, [actor("USA")])
    assert "Somebody" in labels(tree)
    fewer = _with(starter, replace(actors, categories=actors.categories[1:]))
    tree.show_codebook(fewer, [actor("USA")])
    assert "Somebody" not in labels(tree)
    assert "United States" in labels(tree)
    assert tree.places() == [actor("USA")]


def _with(codebook: Codebook, changed: CodeList) -> Codebook:
    lists = tuple(changed if each.key == changed.key else each for each in codebook.code_lists)
    return replace(codebook, code_lists=lists)


def drag(tree: CodebookTree, start: QPoint, end: QPoint) -> None:
    viewport = tree.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.7, 1.0):
        between = start + (end - start) * share
        QTest.mouseMove(viewport, between)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def moves_of(tree: CodebookTree) -> Moves:
    """Return a list that every move to come is put into."""
    moves: Moves = []

    def note(places: tuple[Place, ...], drop: Drop) -> None:
        moves.append((places, drop))

    tree.moved.connect(note)
    return moves


def dragged(tree: CodebookTree, qtbot: QtBot, start: QPoint, end: QPoint) -> Moves:
    moves = moves_of(tree)
    drag(tree, start, end)
    return moves


@pytest.mark.parametrize(
    ("share", "parent", "before"),
    [
        (0.1, place_of_list("actors"), actor("PRK")),
        (0.5, actor("PRK"), None),
        (0.9, place_of_list("actors"), actor("CHN")),
    ],
)
def test_a_row_is_dragged_before_under_and_after_another(
    tree: CodebookTree, qtbot: QtBot, share: float, parent: Place, before: Place | None
) -> None:
    tree.choose([actor("AUS")])
    moves = dragged(tree, qtbot, point_of(tree, actor("AUS")), point_of(tree, actor("PRK"), share))
    assert [(places, drop.parent, drop.before) for places, drop in moves] == [
        ((actor("AUS"),), parent, before)
    ]


def test_several_rows_are_dragged_together(tree: CodebookTree, qtbot: QtBot) -> None:
    tree.choose([actor("CHN"), actor("RUS")])
    moves = dragged(tree, qtbot, point_of(tree, actor("CHN")), point_of(tree, actor("JPN")))
    assert [(places, drop.parent) for places, drop in moves] == [
        ((actor("CHN"), actor("RUS")), actor("JPN"))
    ]
    assert tree.places() == [actor("CHN"), actor("RUS")]


@pytest.mark.parametrize(
    "target", [place_of_layer("stance"), place_of_list("concepts"), LAYERS, LISTS]
)
def test_nothing_is_dropped_where_it_cannot_stand(
    tree: CodebookTree, qtbot: QtBot, target: Place
) -> None:
    tree.choose([actor("USA")])
    tree.verticalScrollBar().setValue(0)
    tree.resize(420, 4000)
    qtbot.waitUntil(lambda: tree.viewport().height() > 3000)
    moves = dragged(tree, qtbot, point_of(tree, actor("USA")), point_of(tree, target))
    assert moves == []


def test_a_category_does_not_go_under_its_own_child(tree: CodebookTree, qtbot: QtBot) -> None:
    child = next(
        node.place
        for node in tree.rows.at(actor("USA")).children  # type: ignore[union-attr]
    )
    tree.choose([child])
    tree.choose([actor("USA")])
    moves = dragged(tree, qtbot, point_of(tree, actor("USA")), point_of(tree, child))
    assert moves == []


def test_a_press_on_one_of_several_selected_rows_chooses_it_when_let_go(
    tree: CodebookTree,
) -> None:
    tree.choose([actor("CHN"), actor("RUS")])
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point_of(tree, actor("RUS")))
    assert tree.places() == [actor("RUS")]


def test_escape_ends_a_drag(tree: CodebookTree, qtbot: QtBot) -> None:
    tree.choose([actor("CHN")])
    moves = moves_of(tree)
    viewport, start = tree.viewport(), point_of(tree, actor("CHN"))
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(0, 60))
    QTest.keyClick(tree, Qt.Key.Key_Escape)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 60))
    assert moves == []


def test_a_variable_stays_in_its_layer(tree: CodebookTree, qtbot: QtBot) -> None:
    holder = place_of_variable("stance", "holder")
    tree.choose([holder])
    target = place_of_variable("stance", "voice")
    moves = dragged(tree, qtbot, point_of(tree, holder), point_of(tree, target, 0.9))
    assert [(places, drop.parent) for places, drop in moves] == [
        ((holder,), place_of_layer("stance"))
    ]
    assert dragged(tree, qtbot, point_of(tree, holder), point_of(tree, target)) == []


def test_counts_and_retirement_are_told_to_a_screen_reader(
    tree: CodebookTree, starter: Codebook
) -> None:
    actors = starter.code_list("actors")
    gone = Category("OLD", 9999, Words("旧", "Old"), retired=True)
    tree.show_codebook(_with(starter, replace(actors, categories=(gone, *actors.categories))), ())
    tree.rows.set_counts({actor("OLD"): 12})
    node = tree.rows.at(actor("OLD"))
    assert node is not None
    told = tree.rows.index_of(node).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Old, 旧, retired, 12"


def test_of_many_hits_the_first_show_and_more_when_one_scrolls(
    tree: CodebookTree, starter: Codebook
) -> None:
    many = tuple(Category(f"C{n}", n + 1, Words(f"类目{n}")) for n in range(500))
    book = replace(starter, code_lists=(CodeList("many", Words("许多", "Many"), many),))
    tree.show_codebook(book, ())
    sift(tree, CodebookFilter(book), "类目")
    top = tree.rows.at(place_of_list("many"))
    assert top is not None
    index = tree.rows.index_of(top)
    first = tree.rows.rowCount(index)
    assert 0 < first < 500
    assert tree.rows.canFetchMore(index)
    tree.rows.fetchMore(index)
    assert tree.rows.rowCount(index) == 2 * first
    last = place_of_category("many", "C499")
    tree.choose([last])
    assert tree.places() == [last]
    assert not tree.rows.canFetchMore(index)
