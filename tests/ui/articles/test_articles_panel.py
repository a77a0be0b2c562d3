from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from workbench.domain.article import ArticleInfo, Status
from workbench.ui.articles.model import ArticlesModel
from workbench.ui.articles.panel import ArticlesPanel
from workbench.ui.theme import Theme


def info(id_: int, title: str, **fields: object) -> ArticleInfo:
    plain = ArticleInfo(
        id=id_,
        uid=f"a{id_}",
        title=title,
        source="",
        author="",
        published="",
        url="",
        language="zh",
        script="",
        genre="",
        same_as=None,
        file_name=f"{id_}.txt",
        length=1234,
        status=Status.NOT_STARTED,
        annotations=0,
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


INFOS = [
    info(1, "第一篇 海上", source="海澜网", published="2026-03-12", annotations=7),
    info(2, "第二篇 山中", author="李四", status=Status.IN_PROGRESS),
    info(3, "第三篇 海岛", status=Status.IN_DOUBT),
]


@pytest.fixture
def panel(qtbot: QtBot, light: Theme) -> ArticlesPanel:
    panel = ArticlesPanel(light)
    qtbot.addWidget(panel)
    panel.resize(280, 400)
    panel.show_articles(INFOS)
    panel.show()
    return panel


def chosen(panel: ArticlesPanel) -> list[int]:
    ids: list[int] = []
    panel.article_chosen.connect(ids.append)
    return ids


def titles(panel: ArticlesPanel) -> list[str]:
    model = panel._list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_title_counts_what_is_there_and_what_matches(panel: ArticlesPanel) -> None:
    assert panel.title == "Articles  3"
    panel._filter.setText("海")
    assert titles(panel) == ["第一篇 海上", "第三篇 海岛"]
    assert panel.title == "Articles  2/3"


@pytest.mark.parametrize(
    ("typed", "count"), [("海澜", 1), ("2026 海", 1), ("李四", 1), ("3.TXT", 1), ("nothing", 0)]
)
def test_every_typed_word_counts_in_every_field(
    panel: ArticlesPanel, typed: str, count: int
) -> None:
    panel._filter.setText(typed)
    assert len(titles(panel)) == count


def test_an_empty_list_says_what_to_do(panel: ArticlesPanel) -> None:
    panel._filter.setText("nothing")
    assert panel._list.hint == "No article matches “nothing”"
    panel._filter.clear()
    panel.show_articles([])
    assert panel._list.hint == "Drop articles here\nor choose File › Import"
    assert panel.title == "Articles"
    panel.grab()


def test_a_click_chooses(panel: ArticlesPanel, qtbot: QtBot) -> None:
    ids = chosen(panel)
    index = panel._list.model().index(1, 0)
    qtbot.mouseClick(
        panel._list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=panel._list.visualRect(index).center(),
    )
    assert ids == [2]
    assert panel.current == 2


def test_the_keyboard_goes_from_filter_to_list(panel: ArticlesPanel, qtbot: QtBot) -> None:
    panel._filter.setFocus()
    panel._filter.setText("海")
    qtbot.keyClick(panel._filter, Qt.Key.Key_Escape)
    assert panel._filter.text() == ""
    qtbot.keyClick(panel._filter, Qt.Key.Key_Down)
    assert panel._list.hasFocus()


def test_steps_end_at_the_ends(panel: ArticlesPanel) -> None:
    panel.choose(2)
    panel.step(1)
    panel.step(1)
    assert panel.current == 3
    panel.step(-1)
    assert panel.current == 2


def test_a_hidden_article_can_be_chosen(panel: ArticlesPanel) -> None:
    panel._filter.setText("山")
    panel.choose(1)
    assert panel.current == 1
    assert panel._filter.text() == ""


def test_a_patched_row_keeps_the_choice(panel: ArticlesPanel) -> None:
    panel.choose(1)
    ids = chosen(panel)
    panel.patch(replace(INFOS[0], annotations=8, status=Status.DONE))
    assert panel.current == 1
    assert ids == []
    panel.show_articles([*INFOS, info(4, "第四篇")])
    assert panel.current == 1
    assert panel.holds(4)
    assert not panel.holds(5)


def test_rows_speak_for_themselves(panel: ArticlesPanel) -> None:
    spoken = panel._list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "第一篇 海上, 海澜网 · 2026-03-12, not started, annotations: 7"
    tip = panel._list.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines() == [
        "第二篇 山中",
        "李四",
        "◐ in progress · annotations: 0 · 1,234 characters",
    ]


def test_the_menu_is_wanted_at_a_row_only(panel: ArticlesPanel) -> None:
    wanted: list[int] = []

    def want(article: int, place: QPoint) -> None:
        wanted.append(article)

    panel.menu_wanted.connect(want)
    panel._list.customContextMenuRequested.emit(QPoint(20, 20))
    panel._list.customContextMenuRequested.emit(QPoint(20, 390))
    assert wanted == [1]


def test_statuses_look_different_in_black_and_white(panel: ArticlesPanel) -> None:
    seen: set[bytes] = set()
    for status in Status:
        panel.show_articles([info(1, "同题", status=status)])
        box = panel._list.visualRect(panel._list.model().index(0, 0))
        image = panel._list.viewport().grab(box).toImage()
        seen.add(bytes(image.convertToFormat(QImage.Format.Format_Mono).bits()))
    assert len(seen) == len(Status)


def test_unknown_articles_have_no_row() -> None:
    model = ArticlesModel()
    model.show(INFOS)
    assert not model.index_of(9).isValid()
    model.patch(info(9, "另一篇"))
    assert model.rowCount() == 3
    assert model.rowCount(model.index(0)) == 0
    assert model.data(model.index(7)) is None
    assert model.data(model.index(0), Qt.ItemDataRole.FontRole) is None


def test_new_articles_come_below_and_what_is_chosen_stays(
    panel: ArticlesPanel, qtbot: QtBot
) -> None:
    panel.choose(2)
    ids, model = chosen(panel), panel._model
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted):
        panel.show_articles([*INFOS[:2], replace(INFOS[2], title="改了"), info(7, "新的")])
    assert titles(panel) == ["第一篇 海上", "第二篇 山中", "改了", "新的"]
    assert (panel.current, ids) == (2, [])
    assert model.index_of(7).row() == 3
    assert panel.title == "Articles  4"
    with qtbot.waitSignal(model.modelReset):
        panel.show_articles(INFOS[1:])
    assert titles(panel) == ["第二篇 山中", "第三篇 海岛"]
    assert model.index_of(3).row() == 1
