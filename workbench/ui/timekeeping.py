"""Time worked on articles: counted where the coder wants it, while the window is worked in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from workbench.app.session import Session
from workbench.app.store_errors import NOT_WRITTEN
from workbench.ui.context import Context

_TICK = 5  # seconds between two looks
_IDLE = 60  # seconds without key and mouse, after which nobody works
_KEPT = 60  # seconds that are counted before they are written
_WORK = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
)


class TimeKeeper(QObject):
    """Count seconds for the article that is open: `article` names it.

    A stretch counts if the program's windows are active and a key or the mouse was used in the
    last minute. Nothing else of what is done is looked at.
    """

    def __init__(
        self,
        context: Context,
        session: Session,
        article: Callable[[], int | None],
        parent: QObject,
        is_active: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._session, self._article = context, session, article
        self._is_active = is_active or _has_active_window
        self._last = self._used = self._now()
        self._counted: dict[tuple[int, str], float] = {}
        self._ticking = QTimer(self, interval=1000 * _TICK)
        self._ticking.timeout.connect(self.look)
        self.turn(context.settings.values.count_time)

    @property
    def on(self) -> bool:
        """Whether time is counted."""
        return self._ticking.isActive()

    def turn(self, on: bool) -> None:
        """Count from now on, or no more."""
        application = QApplication.instance()
        assert application is not None
        if on and not self._session.read_only:
            self._last = self._used = self._now()
            application.installEventFilter(self)
            self._ticking.start()
        elif self.on:
            self.end()

    def choose(self, on: bool) -> None:
        """Turn it on or off as the person wishes, and say what is kept."""
        self._context.settings.values.count_time = on
        self._context.settings.save()
        self.turn(on)
        self._context.window.info.tell(partial(_told, on=on))

    def end(self) -> None:
        """Write what is counted, and count no more."""
        if not self.on:
            return
        self.look()
        self._ticking.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._write()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody works."""
        if event.type() in _WORK:
            self._used = self._now()
        return False

    def look(self) -> None:
        """Count the stretch since the last look, if it was worked."""
        now, article = self._now(), self._article()
        stretch, self._last = now - self._last, now
        # A machine that slept, or a clock that was set, has not worked.
        works = now - self._used < _IDLE and 0 < stretch <= 2 * _TICK
        if works and article is not None and self._is_active():
            day = datetime.fromtimestamp(now, UTC).astimezone().date().isoformat()
            key = article, day
            self._counted[key] = self._counted.get(key, 0.0) + stretch
        if sum(self._counted.values()) >= _KEPT:
            self._write()

    def follow_article(self) -> None:
        """Count what was worked for the article of before: another one is opened."""
        if self.on:
            self.look()

    def settle(self) -> None:
        """Write what this coder has worked: another one goes on."""
        if self.on:
            self.look()
            self._write()
            self._counted.clear()

    def _write(self) -> None:
        """Write whole seconds; what the file does not take now is written with the next."""
        seconds = {key: int(each) for key, each in self._counted.items() if each >= 1}
        try:
            is_kept = bool(seconds) and self._session.add_time(seconds)
        except NOT_WRITTEN:
            is_kept = False
        if is_kept:
            self._counted = {key: each - seconds.get(key, 0) for key, each in self._counted.items()}

    def _now(self) -> float:
        return self._context.surroundings.clock() / 1000


def _has_active_window() -> bool:
    return QApplication.activeWindow() is not None


def _told(*, on: bool) -> str:
    if not on:
        return QCoreApplication.translate(
            "TimeKeeper", "Time is no longer counted. What was counted stays in the project."
        )
    return QCoreApplication.translate(
        "TimeKeeper",
        "From now on the project file keeps how many seconds you work on each article on each day: "
        "while this program is in front, until a minute after the last key or mouse. Nothing of "
        "what you type or see is kept for this; whoever gets the project or its dataset can see "
        "the times.",
    )


def duration(seconds: int) -> str:
    """Return a length of time in hours and minutes."""
    hours, minutes = divmod(max(1, round(seconds / 60)), 60)
    if hours:
        told = QCoreApplication.translate("TimeKeeper", "{hours} h {minutes} min")
        return told.format(hours=hours, minutes=minutes)
    return QCoreApplication.translate("TimeKeeper", "{minutes} min").format(minutes=minutes)
