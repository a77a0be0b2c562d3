from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.tags.flow import FlowLayout


class Block(QWidget):
    """A widget of a given width."""

    def __init__(self, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._width = width

    def sizeHint(self) -> QSize:
        return QSize(self._width, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(10, 20)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


def _filled(page: QWidget, flow: FlowLayout, *widths: int) -> list[Block]:
    blocks = [Block(width, page) for width in widths]
    for block in blocks:
        flow.addWidget(block)
    page.resize(100, 200)
    page.show()
    flow.activate()
    return blocks


def test_blocks_go_to_the_next_line_when_one_is_full(page: QWidget) -> None:
    flow = FlowLayout(page, spacing=5)
    blocks = _filled(page, flow, 40, 40, 40)
    assert [(each.x(), each.y()) for each in blocks] == [(0, 0), (45, 0), (0, 25)]
    assert flow.heightForWidth(100) == 45
    assert flow.heightForWidth(200) == 20


def test_a_block_wider_than_the_line_is_made_narrower(page: QWidget) -> None:
    flow = FlowLayout(page)
    (block,) = _filled(page, flow, 300)
    assert block.width() == 100


def test_the_last_one_fills_its_line(page: QWidget) -> None:
    flow = FlowLayout(page, spacing=5, stretch_last=True)
    blocks = _filled(page, flow, 40, 20)
    assert (blocks[1].x(), blocks[1].width()) == (45, 55)


def test_the_last_one_stays_beside_a_wide_one(page: QWidget) -> None:
    flow = FlowLayout(page, spacing=5, stretch_last=True)
    blocks = _filled(page, flow, 300, 20)
    assert blocks[1].y() == 0
    assert blocks[1].width() >= 10


def test_a_widget_can_begin_a_line(page: QWidget) -> None:
    flow = FlowLayout(page)
    blocks = [Block(20, page) for _ in range(2)]
    for block in blocks:
        flow.addWidget(block)
    flow.break_before = blocks[1]
    page.resize(100, 100)
    page.show()
    flow.activate()
    assert blocks[1].y() > blocks[0].y()


def test_widgets_are_inserted_and_taken(page: QWidget) -> None:
    flow = FlowLayout(page)
    blocks = _filled(page, flow, 10, 10)
    new = Block(10, page)
    flow.insert_widget(1, new)
    item = flow.itemAt(1)
    assert item is not None
    assert item.widget() is new
    flow.removeWidget(new)
    assert flow.count() == 2
    assert flow.itemAt(7) is None
    assert flow.takeAt(7) is None
    assert flow.sizeHint().width() >= sum(each.sizeHint().width() for each in blocks)
