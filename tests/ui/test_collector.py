from __future__ import annotations

import gc
import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui import collector as module
from workbench.ui.appearance import Appearance
from workbench.ui.collector import Collector

_DEAD_WINDOWS = """
import gc
from PySide6.QtWidgets import QLabel, QWidget
from workbench.ui.application import build_application

class Asking(QWidget):
    def changeEvent(self, event):
        [[] for _ in range(3000)]
        super().changeEvent(event)

appearance = build_application("en", "light")
gc.set_threshold(1000, 1, 1)
asking = [Asking() for _ in range(50)]
for widget in asking:
    widget.show()
for _ in range(250):
    window = QWidget()
    QLabel("", window)
    window.show()
    window.itself = window
    del window
appearance.choose_theme("dark")
appearance.choose_language("zh_CN")
"""


class Kept:
    """Something that only a collection frees."""

    def __init__(self, freed: list[int]) -> None:
        self.itself = self
        self._freed = freed

    def __del__(self) -> None:
        self._freed.append(1)


def _litter(number: int = module._YOUNG) -> list[list[int]]:
    return [[] for _ in range(number + 1)]


def test_windows_that_died_do_not_bring_the_program_down_when_the_look_changes() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", _DEAD_WINDOWS], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_nothing_is_collected_while_the_look_changes(appearance: Appearance, qtbot: QtBot) -> None:
    seen: list[tuple[QEvent.Type, bool]] = []

    class Watching(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            seen.append((event.type(), gc.isenabled()))
            super().changeEvent(event)

    widget = Watching()
    qtbot.addWidget(widget)
    widget.show()
    appearance.choose_theme("dark")
    appearance.choose_language("zh_CN")
    QApplication.processEvents()
    kinds = {kind for kind, _ in seen}
    assert {QEvent.Type.StyleChange, QEvent.Type.LanguageChange} <= kinds
    assert not any(enabled for _, enabled in seen)


def test_what_died_is_freed_when_the_loop_comes_round(qtbot: QtBot) -> None:
    freed: list[int] = []
    Kept(freed)
    litter = _litter()
    assert not freed
    qtbot.waitUntil(lambda: freed == [1])
    assert litter


def test_what_is_due_to_be_painted_is_painted_before(qtbot: QtBot) -> None:
    happened: list[str] = []

    class Painted(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            happened.append("painted")
            super().paintEvent(event)

    class Last(Kept):
        def __del__(self) -> None:
            happened.append("freed")

    widget = Painted()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.waitUntil(lambda: "painted" in happened)
    gc.collect()
    happened.clear()
    Last([])
    litter = _litter()
    widget.update()
    while "freed" not in happened:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    assert happened == ["painted", "freed"]
    assert litter


def test_a_few_new_objects_are_not_worth_a_look(collector: Collector) -> None:
    gc.collect()
    freed: list[int] = []
    Kept(freed)
    collector.look()
    assert not freed


def _dead_of_old_age(freed: list[int]) -> None:
    """Leave garbage that only a look through everything finds."""
    gc.collect()
    kept = Kept(freed)
    gc.collect(1)
    del kept


@pytest.fixture
def any_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look each time, however little is new."""
    monkeypatch.setattr(module, "_YOUNG", 0)


def test_older_garbage_is_found_once_it_is_quiet(
    collector: Collector, any_is_enough: None, qtbot: QtBot
) -> None:
    freed: list[int] = []
    _dead_of_old_age(freed)
    while not collector._rest.isActive():
        collector.look()
    assert not freed
    collector._rest.start(0)
    qtbot.waitUntil(lambda: freed == [1])
    collector._rest.setInterval(module._REST)


def test_older_garbage_is_found_at_last_though_there_is_no_rest(
    collector: Collector, any_is_enough: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_AT_LAST", 15)
    freed: list[int] = []
    _dead_of_old_age(freed)
    rounds = 0
    while not freed and rounds < 1000:
        collector.look()
        rounds += 1
    assert freed == [1]
    assert rounds > module._ROUNDS


def test_python_collects_again_after_the_stop(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    collector.start()


def test_an_application_has_one_collector(qapp: QApplication, collector: Collector) -> None:
    assert Collector.of(qapp) is collector
