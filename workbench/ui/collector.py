"""Collect Python's garbage between two turns of the window, in the window's own thread."""

from __future__ import annotations

import gc
from time import perf_counter

from PySide6.QtCore import QAbstractEventDispatcher, QObject

_YOUNG = 5_000  # new objects that are worth a look
_ROUNDS = 10  # of one generation, before the next older one is looked through too
_SHARE = 0.01  # of all time, for looking through everything
_FIRST = 0.1  # seconds, what looking through everything is taken to last until it was measured


class Collector(QObject):
    """Take the collecting over from Python, which does it wherever memory is asked for.

    There it may be a worker's thread, or the midst of Qt's walk through all its widgets when the
    look or the language changes: a window found dead at such a place is destroyed under Qt's feet,
    and the program with it. It may also be between a key and its paint.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._runs = False
        self._lasted = _FIRST
        self._ended = perf_counter()

    @staticmethod
    def of(application: QObject) -> Collector:
        """Return the one collector of the application."""
        return application.findChild(Collector) or Collector(application)

    def start(self) -> None:
        """Collect from now on each time the loop of events has come round."""
        gc.disable()
        if not self._runs:
            self._runs = True
            QAbstractEventDispatcher.instance().aboutToBlock.connect(self.look)

    def stop(self) -> None:
        """Leave the collecting to Python again."""
        if self._runs:
            self._runs = False
            QAbstractEventDispatcher.instance().aboutToBlock.disconnect(self.look)
        gc.enable()

    def look(self) -> None:
        """Look through what is new, and now and then through what is older."""
        young, middle, old = gc.get_count()
        if young < _YOUNG:
            return
        if middle <= _ROUNDS:
            gc.collect(0)
        elif old <= _ROUNDS or perf_counter() - self._ended < self._lasted / _SHARE:
            gc.collect(1)
        else:
            began = perf_counter()
            gc.collect()
            self._ended = perf_counter()
            self._lasted = self._ended - began
