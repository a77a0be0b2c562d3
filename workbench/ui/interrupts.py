"""Ctrl+C in the terminal, and the system's request to end: the window closes as by hand."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class Interrupts(QObject):
    """Wake Qt when a signal comes, and close the window once no dialog stands before it.

    Python runs its own handler only when Qt lets it run, which an idle window never
    does; the byte that the signal leaves in a socket wakes it.
    """

    def __init__(self, window: QWidget, before: Callable[[], object]) -> None:
        super().__init__(window)
        self.code = 0
        self._window, self._before = window, before
        self._near, self._far = socket.socketpair()
        for end in (self._near, self._far):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_byte)
        self._old_fd = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        self._old = {
            each: signal.signal(each, self._on_signal)
            for name in _SIGNALS
            if (each := getattr(signal, name, None)) is not None
        }

    def end(self) -> None:
        """Leave the signals as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_fd)
        for each, handler in self._old.items():
            signal.signal(each, handler)
        self._near.close()
        self._far.close()

    def _on_signal(self, number: int, _: FrameType | None) -> None:
        # It may come in the middle of anything: what is to be done waits for Qt's turn.
        self.code = 128 + number

    def _on_byte(self) -> None:
        self._near.recv(4096)
        self._close()

    def _close(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()
            QTimer.singleShot(0, self, self._close)
        else:
            self._before()
            self._window.close()
