"""Play a story of inputs and waits on a running window.

A story is a coroutine that awaits two kinds of requests: do something (press a key), and wait
until something holds. The event loop goes on in between; an input that opens a dialog may block
inside it, and the story goes on with the dialog.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine, Generator
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication

_PAUSE = 2  # milliseconds between two looks


class Waited(Exception):  # noqa: N818 - the story is told of it, and may tell it on
    """What was waited for did not come."""


@dataclass(frozen=True)
class Act:
    """Do something that the window answers to."""

    action: Callable[[], object]

    def __await__(self) -> Generator[Act, None, None]:
        yield self


@dataclass(frozen=True)
class Until:
    """Wait until something holds; `what` names it for the one who waits in vain."""

    what: str
    holds: Callable[[], bool]
    seconds: float = 20.0

    def __await__(self) -> Generator[Until, None, None]:
        yield self


Story = Coroutine[Act | Until, None, None]


class Player(QObject):
    """Play one story to its end."""

    def __init__(self, story: Story) -> None:
        super().__init__()
        self._story = story
        self._loop = QEventLoop()
        self._levels: list[int] = []
        self._waits: Until | None = None
        self._deadline = 0.0
        self._over = False
        self.error: BaseException | None = None

    def play(self) -> None:
        """Play the story; raise what it raises."""
        self._soon()
        self._loop.exec()
        if self.error is not None:
            raise self.error

    def fail(self, error: BaseException) -> None:
        """Raise an error in the story, at what it is doing."""
        if not self._over:
            self._throw(error)

    def _soon(self) -> None:
        QTimer.singleShot(_PAUSE, self, self._look)

    def _look(self) -> None:
        if self._over:
            return
        # An input that works through events is not done yet, unless a dialog holds it.
        if self._levels and QThread.currentThread().loopLevel() <= self._levels[-1]:
            self._soon()
        elif self._waits is None or self._waits.holds():
            self._advance(lambda: self._story.send(None))
        elif time.monotonic() > self._deadline:
            self._throw(Waited(self._waits.what))
        else:
            self._soon()

    def _throw(self, error: BaseException) -> None:
        self._advance(lambda: self._story.throw(error))

    def _advance(self, step: Callable[[], Act | Until]) -> None:
        self._waits = None
        try:
            request = step()
        except StopIteration:
            self._end(None)
        except Exception as error:  # noqa: BLE001 - raised again where it is played
            self._end(error)
        else:
            self._take(request)

    def _take(self, request: Act | Until) -> None:
        self._soon()
        if isinstance(request, Until):
            self._waits = request
            self._deadline = time.monotonic() + request.seconds
            return
        self._levels.append(QThread.currentThread().loopLevel())
        try:
            request.action()
        except Exception as error:  # noqa: BLE001 - raised again where it is played
            self.fail(error)
        finally:
            self._levels.pop()

    def _end(self, error: BaseException | None) -> None:
        self._over = True
        self.error = error
        # A dialog or menu that is still open has a loop of its own.
        for current in (QApplication.activePopupWidget, QApplication.activeModalWidget):
            while open_ := current():
                open_.close()
        self._loop.quit()
