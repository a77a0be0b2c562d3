"""Actions are found where tags are, and done once the keyboard is back in the text."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future
from threading import Thread
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands
from workbench.domain.article import Status
from workbench.language.pinyin import PinyinIndex, pinyin_index
from workbench.language.worker import SegmentationWorker
from workbench.ui.appearance import Appearance
from workbench.ui.coding import Coding
from workbench.ui.tags.choices import Choice

CTRL = Qt.KeyboardModifier.ControlModifier


def rows(coding: Coding) -> list[Choice]:
    return list(coding.panels.tags.results.rows._rows)


def test_an_action_is_found_and_done(coding: Coding, hands: Hands, qtbot: QtBot) -> None:
    coding.panels.pane.setFocus()
    hands.press(Qt.Key.Key_K, CTRL)
    hands.type("next sentence")
    first = rows(coding)[0]
    assert (first.value, first.acts, first.note) == (("", "next_sentence"), True, "Go  ]")
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: coding.panels.pane.caret() > 0)
    assert coding.panels.pane._view.hasFocus()
    assert coding.panels.tags.finder.text() == ""


def test_tags_come_first_and_what_is_impossible_not_at_all(coding: Coding, hands: Hands) -> None:
    hands.press(Qt.Key.Key_K, CTRL)
    hands.type("del")
    assert "delete" not in {each.value[1] for each in rows(coding) if each.acts}  # type: ignore[index]
    coding.panels.tags.finder.edit.setText("export")
    kinds = [(bool(each.adds), each.acts) for each in rows(coding)]
    assert kinds == sorted(kinds)
    assert (False, True) in kinds
    coding.panels.tags.start_finding("actor")
    hands.type("export")
    assert not any(each.acts for each in rows(coding))


def test_actions_that_answer_alike_stand_in_their_order(coding: Coding, hands: Hands) -> None:
    hands.press(Qt.Key.Key_K, CTRL)
    hands.type("export")
    found = [each.value[1] for each in rows(coding) if each.acts]  # type: ignore[index]
    assert found[:2] == ["export", "export_again"]


def test_the_finder_comes_back_with_its_panel(coding: Coding, hands: Hands) -> None:
    _, tags, _ = coding.context.window.docks
    tags.close()
    coding.panels.pane.setFocus()
    hands.press(Qt.Key.Key_K, CTRL)
    assert tags.isVisible()
    assert coding.panels.tags.finder.edit.hasFocus()


def test_actions_are_found_in_chinese_and_by_pinyin(
    coding: Coding, appearance: Appearance, hands: Hands, qtbot: QtBot
) -> None:
    appearance.choose_language("zh_CN")
    finder = coding.panels.tags.finder.edit
    finder.setText("完成")
    assert ("", f"status_{Status.DONE}") in [each.value for each in rows(coding)]
    coding.session.finder.prepare()

    def found() -> bool:
        finder.setText("")
        finder.setText("xyfj")  # the initials of the next clause
        return ("", "next_clause") in [each.value for each in rows(coding)]

    qtbot.waitUntil(found)


#: Names whose pinyin was asked for, and what the answer goes to.
Asked: TypeAlias = list[tuple[tuple[str, ...], Future[PinyinIndex]]]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Pinyin that is read when the test says so: the names that were asked for."""
    asked: Asked = []

    class Worker(SegmentationWorker):
        def request_pinyin(self, names: Iterable[str]) -> Future[PinyinIndex]:
            asked.append((tuple(names), Future()))
            return asked[-1][1]

    monkeypatch.setattr("workbench.app.words.SegmentationWorker", Worker)
    return asked


def read(asked: Asked) -> None:
    """Answer from another thread, as the process beside the program does."""
    while asked:
        names, future = asked.pop()
        thread = Thread(target=future.set_result, args=(pinyin_index(names),))
        thread.start()
        thread.join()


def test_pinyin_that_is_still_being_read_is_told_and_found_once_it_is_there(
    slow: Asked,
    coding: Coding,
    hands: Hands,
    qtbot: QtBot,
) -> None:
    coding.session.finder.prepare()
    panel = coding.panels.tags
    hands.press(Qt.Key.Key_K, CTRL)
    assert not panel.waits.isVisible()
    hands.type("mg")
    assert panel.waits.isVisible()
    assert "USA" not in [each.value[1] for each in rows(coding)]  # type: ignore[index]
    read(slow)
    qtbot.waitUntil(lambda: not panel.waits.isVisible())
    first = panel.results.current()
    assert first is not None
    assert first.value == ("actor", "USA")


def test_what_comes_with_pinyin_does_not_take_the_row_that_one_has_gone_to(
    slow: Asked,
    coding: Coding,
    hands: Hands,
    qtbot: QtBot,
) -> None:
    coding.session.finder.prepare()
    panel = coding.panels.tags
    hands.press(Qt.Key.Key_K, CTRL)
    hands.type("mg")
    hands.press(Qt.Key.Key_Down)
    chosen = panel.results.current()
    assert panel.results.currentIndex().row() == 1
    read(slow)
    qtbot.waitUntil(lambda: not panel.waits.isVisible())
    assert panel.results.current() == chosen
    panel.finder.edit.setText("美国")
    assert not panel.waits.isVisible()
