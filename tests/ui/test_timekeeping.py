"""Time worked: counted only where it is wanted, while somebody works in the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, Meet
from workbench.app.commands import MarkSpan
from workbench.app.surroundings import Surroundings
from workbench.ui.coding import Coding
from workbench.ui.dialogs.details import DetailsDialog
from workbench.ui.main_window import MainWindow
from workbench.ui.timekeeping import TimeKeeper, duration


class Clock:
    """A clock that stands still until it is told."""

    def __init__(self) -> None:
        self.seconds = 1_790_000_000

    def __call__(self) -> int:
        return self.seconds * 1000


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def active() -> list[bool]:
    """Whether the window is in front."""
    return [True]


@pytest.fixture
def keeper(coding: Coding, clock: Clock, active: list[bool]) -> Iterator[TimeKeeper]:
    """Give one that counts, for a coder who has done something."""
    coding.session.run(MarkSpan(coding.article or 0, "actor", 0, 2, {"actor": "USA"}))
    context = replace(coding.context, surroundings=Surroundings(clock=clock))
    keeper = TimeKeeper(context, coding.session, lambda: coding.article, coding, lambda: active[0])
    keeper.turn(True)
    keeper._ticking.setInterval(1_000_000)
    yield keeper
    keeper.end()


def pass_(keeper: TimeKeeper, clock: Clock, seconds: int) -> None:
    """Let time pass, looked at every five seconds."""
    for _ in range(seconds // 5):
        clock.seconds += 5
        keeper.look()


def worked(coding: Coding, article: int | None = None) -> int:
    return sum(coding.session.seconds_on(article or coding.article or 0).values())


def test_nothing_is_counted_unless_it_is_wanted(coding: Coding, window: MainWindow) -> None:
    assert not coding.time.on
    assert not window.actions_["count_time"].isChecked()
    coding.time.look()
    coding.time.settle()
    coding.time.end()
    assert worked(coding) == 0


def test_work_is_counted_until_a_minute_after_the_last_key(
    coding: Coding, keeper: TimeKeeper, clock: Clock, hands: Hands
) -> None:
    pass_(keeper, clock, 600)
    keeper.end()
    assert worked(coding) == 55
    keeper.turn(True)
    pass_(keeper, clock, 50)
    hands.press(Qt.Key.Key_Down)
    pass_(keeper, clock, 50)
    keeper.end()
    assert worked(coding) == 155


def test_what_is_not_in_front_does_not_count(
    coding: Coding, keeper: TimeKeeper, clock: Clock, active: list[bool]
) -> None:
    active[0] = False
    pass_(keeper, clock, 50)
    active[0] = True
    clock.seconds += 8 * 3600  # the machine slept
    keeper.look()
    keeper.end()
    assert worked(coding) == 0


def test_each_article_has_its_own_time_and_so_has_each_coder(
    coding: Coding, keeper: TimeKeeper, clock: Clock
) -> None:
    first, second = (each.id for each in coding.session.articles()[:2])
    pass_(keeper, clock, 20)
    keeper.follow_article()
    coding.show_article(second)
    pass_(keeper, clock, 10)
    keeper.settle()
    coding.session.become("乙")
    pass_(keeper, clock, 10)
    keeper.end()
    assert (worked(coding, first), worked(coding, second)) == (20, 10)
    assert coding.session.next_undo() is None  # 乙 has done nothing, also no time


def test_it_is_turned_on_with_a_sentence_that_says_what_is_kept(
    coding: Coding, window: MainWindow
) -> None:
    action = window.actions_["count_time"]
    action.trigger()
    assert coding.time.on
    assert "how many seconds" in window.info._sentence.text()
    assert coding.context.settings.values.count_time
    action.trigger()
    assert not coding.time.on
    assert "no longer" in window.info._sentence.text()
    assert not coding.context.settings.values.count_time


def test_the_details_tell_it(
    coding: Coding, window: MainWindow, keeper: TimeKeeper, clock: Clock, meet: Meet, qtbot: QtBot
) -> None:
    pass_(keeper, clock, 50)
    keeper.end()
    told: list[str] = []

    def look(dialog: DetailsDialog) -> None:
        told.extend(each.text() for each in dialog.findChildren(QLabel))
        dialog.reject()

    meet(DetailsDialog, look)
    window.actions_["details"].trigger()
    assert "甲: 1 min" in told


def test_lengths_of_time_are_told_in_hours_and_minutes(qapp: object) -> None:
    assert duration(20) == "1 min"
    assert duration(3900) == "1 h 5 min"
