from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from workbench.app.errors import Cancelled
from workbench.app.jobs import Progress, refuse_if_cancelled
from workbench.ui.background import Background
from workbench.ui.collector import _YOUNG
from workbench.ui.status_strip import Place, StatusStrip, WorkWidget


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    parent = QObject()
    yield Background(parent)
    parent.deleteLater()


@pytest.fixture
def failures() -> list[BaseException]:
    return []


def test_the_result_arrives_in_the_windows_thread(
    background: Background, qtbot: QtBot, failures: list[BaseException]
) -> None:
    seen: list[tuple[int, int]] = []
    main = threading.get_ident()
    background.run(
        "work",
        lambda _: threading.get_ident(),
        lambda worker: seen.append((worker, threading.get_ident())),
        failures.append,
    )
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert seen[0][0] != main
    assert seen[0][1] == main
    assert not background.busy
    assert failures == []


def test_a_failure_arrives_there_too(
    background: Background, qtbot: QtBot, failures: list[BaseException]
) -> None:
    def work(_: Progress) -> None:
        raise ValueError("no")

    background.run("work", work, lambda _: None, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], ValueError)


class _Ring:
    """Something that only a collection frees."""

    def __init__(self) -> None:
        self.itself = self


def test_what_work_leaves_in_memory_is_collected_though_nobody_touches_the_window(
    background: Background, qtbot: QtBot, failures: list[BaseException]
) -> None:
    background._beat.setInterval(20)
    freed: list[int] = []

    def work(progress: Progress) -> None:
        for number in range(5):  # the loop may still have been on its way to rest at the first
            ring = ref(_Ring())
            while ring() is not None and not progress.cancelled:
                for _ in range(_YOUNG):
                    _Ring()
                time.sleep(0.001)  # lets the window have its turn
            freed.append(number)

    running = background.run("", work, lambda _: None, failures.append)
    with qtbot.waitSignal(running.ended, timeout=10_000, raising=False) as waited:
        pass  # nothing else has the loop come round
    running.cancel()
    assert waited.signal_triggered, freed


def test_progress_is_shown_and_cancel_ends_the_work(
    background: Background, qtbot: QtBot, failures: list[BaseException]
) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show()
    background.started.connect(strip.watch)
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        progress.report(1, 4, "b.txt")
        go_on.wait(10)
        refuse_if_cancelled(progress)

    background.run("Reading", work, lambda _: None, failures.append)
    qtbot.waitUntil(lambda: strip._work._label.text() == "Reading b.txt  2/4")
    assert (strip._work._bar.value(), strip._work._bar.maximum()) == (1, 4)
    strip._work._cancel.click()
    assert not strip._work._cancel.isEnabled()
    go_on.set()
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], Cancelled)
    assert strip._work.isHidden()


def test_ending_waits_and_hands_nothing_over(
    background: Background, qtbot: QtBot, failures: list[BaseException]
) -> None:
    results: list[object] = []

    def work(progress: Progress) -> str:
        while not progress.cancelled:
            threading.Event().wait(0.001)
        return "late"

    background.run("work", work, results.append, failures.append)
    background.end()
    assert not background.busy
    qtbot.wait(10)
    assert results == []
    assert failures == []


def test_the_strip_tells_the_place_from_one(qtbot: QtBot) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.tell_place(Place("一篇", 3, 10, 12))
    assert strip._where.text() == "一篇  ¶3  selected: 10–12 (2)"
    strip.tell_place(Place("一篇", 3, 10, 10))
    assert strip._where.text() == "一篇  ¶3"
    strip.tell_coder("甲", read_only=True)
    assert strip._saved.text() == "read-only"
    strip.clear_all()
    assert strip._saved.text() == strip._where.text() == strip._who.text() == ""


# --- results that come too late ----------------------------------------------


@pytest.mark.parametrize("is_done_first", [True, False])
def test_a_dropped_result_is_abandoned_once(
    background: Background, qtbot: QtBot, failures: list[BaseException], is_done_first: bool
) -> None:
    go_on = threading.Event()
    taken: list[str] = []
    abandoned: list[str] = []

    def work(_: Progress) -> str:
        go_on.wait(10)
        return "late"

    running = background.run("work", work, taken.append, failures.append, abandon=abandoned.append)
    if is_done_first:
        go_on.set()
        assert running.wait(10)
    running.drop()
    assert not background.busy
    go_on.set()
    qtbot.waitUntil(lambda: abandoned == ["late"])
    background.end()
    qtbot.wait(10)
    assert abandoned == ["late"]
    assert taken == []
    assert failures == []


def test_only_the_work_of_one_owner_is_ended(
    background: Background, qtbot: QtBot, failures: list[BaseException]
) -> None:
    mine, results = object(), list[str]()
    go_on = threading.Event()

    def patient(progress: Progress) -> str:
        while not progress.cancelled:
            go_on.wait(0.001)
        return "mine"

    def other(_: Progress) -> str:
        go_on.wait(10)
        return "other"

    background.run("mine", patient, results.append, failures.append, owner=mine)
    background.run("other", other, results.append, failures.append)
    background.end(mine)
    assert background.under_way == ["other"]
    go_on.set()
    qtbot.waitUntil(lambda: results == ["other"])


def test_work_without_a_name_is_not_shown(
    background: Background, qtbot: QtBot, failures: list[BaseException]
) -> None:
    shown: list[str] = []
    results: list[int] = []

    def see(_: object, name: str) -> None:
        shown.append(name)

    background.started.connect(see)
    background.run("", lambda _: 1, results.append, failures.append)
    assert background.busy
    assert background.under_way == []
    qtbot.waitUntil(lambda: results == [1])
    assert shown == []


def test_work_that_reports_after_it_was_dropped_reaches_nobody(
    background: Background, qtbot: QtBot, failures: list[BaseException]
) -> None:
    told: list[str] = []

    def work(progress: Progress) -> None:
        while not progress.cancelled:
            threading.Event().wait(0.001)
        progress.report(1, 2, "late")

    running = background.run("work", work, lambda _: None, failures.append)

    def hear(_done: int, _total: int, name: str, _share: float) -> None:
        told.append(name)

    running.progressed.connect(hear)
    background.end()
    qtbot.wait(10)
    assert told == []
    assert failures == []


def test_seconds_become_minutes(qtbot: QtBot) -> None:
    work = WorkWidget()
    qtbot.addWidget(work)
    assert [work._span(seconds) for seconds in (59, 60, 61)] == ["59 s", "1 min", "2 min"]
