"""Signals end an idle window as closing it does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.interrupts import Interrupts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signal can be sent there")

_IDLE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from workbench.app import settings
from workbench.ui import application, desk

folder = Path(sys.argv[1])
application.user_folders = lambda: settings.Folders(*[folder / "own"] * 4)

class Desk(desk.Desk):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.opened.connect(lambda _: QTimer.singleShot(0, lambda: print("open", flush=True)))

application.Desk = Desk
sys.exit(application.run(Path(sys.argv[2]), "x"))
"""


class Window(QWidget):
    """Count what happens before it closes."""

    def __init__(self) -> None:
        super().__init__()
        self.before = 0

    def end_work(self) -> None:
        """Be called before."""
        assert self.isVisible()
        self.before += 1


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    """Give a window that shows."""
    window = Window()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def interrupts(window: Window) -> Iterator[Interrupts]:
    """Give the interrupts, taken back afterwards."""
    interrupts = Interrupts(window, window.end_work)
    yield interrupts
    interrupts.end()


def test_a_signal_closes_the_window(interrupts: Interrupts, window: Window, qtbot: QtBot) -> None:
    os.kill(os.getpid(), signal.SIGINT)
    assert window.isVisible()  # not in the middle of whatever runs
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.before == 1
    assert interrupts.code == 130


def test_a_dialog_goes_before_the_window(
    interrupts: Interrupts, window: Window, qtbot: QtBot
) -> None:
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_the_signals_are_given_back(window: Window) -> None:
    before = signal.getsignal(signal.SIGINT)
    interrupts = Interrupts(window, window.end_work)
    assert signal.getsignal(signal.SIGINT) != before
    interrupts.end()
    assert signal.getsignal(signal.SIGINT) == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_program_leaves_its_project_closed(
    project: Path, tmp_path: Path, number: signal.Signals
) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", _IDLE, tmp_path, project],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stdout is not None
    try:
        assert running.stdout.readline() == "open\n"
        os.killpg(running.pid, number)  # as a terminal does, to all that belongs to it
        assert running.wait(30) == 128 + number
    finally:
        running.kill()
        running.stdout.close()
    left = [each.name for each in tmp_path.glob("试点*")]
    assert left == [project.name]
