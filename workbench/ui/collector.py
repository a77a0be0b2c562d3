"""Collect Python's garbage between two turns of the window, in the window's own thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer

_YOUNG = 5_000  # new objects that are worth a look
_ROUNDS = 10  # of one generation, before the next older one is looked through too
_AT_LAST = 200  # rounds, after which all is looked through though there is no rest
_REST = 2_000  # milliseconds without much that is new: nobody types, nothing is read


class Collector(QObject):
    """Take the collecting over from Python, which does it wherever memory is asked for.

    There it may be a worker's thread, or the midst of Qt's walk through all its widgets when the
    look or the language changes: a window found dead at such a place is destroyed under Qt's feet,
    and the program with it. It may also be between a key and its paint.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._runs = False
        # To look through everything takes a tenth of a second: it waits until nobody types.
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(gc.collect)
        # A turn of the loop may begin with a paint that is due: a timer waits until none is.
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self.look)

    @staticmethod
    def of(application: QObject) -> Collector:
        """Return the one collector of the application."""
        return application.findChild(Collector) or Collector(application)

    def start(self) -> None:
        """Collect from now on each time the loop of events has come round."""
        gc.disable()
        if not self._runs:
            self._runs = True
            QAbstractEventDispatcher.instance().aboutToBlock.connect(self._look_soon)

    def stop(self) -> None:
        """Leave the collecting to Python again."""
        if self._runs:
            self._runs = False
            QAbstractEventDispatcher.instance().aboutToBlock.disconnect(self._look_soon)
            self._idle.stop()
            self._rest.stop()
        gc.enable()

    def _look_soon(self) -> None:
        if gc.get_count()[0] >= _YOUNG and not self._idle.isActive():
            self._idle.start()

    def look(self) -> None:
        """Look through what is new; through everything once it is quiet, or at last."""
        young, middle, old = gc.get_count()
        if young < _YOUNG:
            return
        if middle <= _ROUNDS:
            gc.collect(0)
        elif old <= _AT_LAST:
            gc.collect(1)
        else:
            gc.collect()
        if old > _ROUNDS:
            self._rest.start()
