"""The status bar: saved when, where one is, what is marked, who codes, what is under way."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStatusBar,
    QToolButton,
    QWidget,
)

from workbench.app.timing import time_left
from workbench.ui.background import Running
from workbench.ui.translated import Translated

_TITLE_EMS = 16
_PART_EMS = 14
_MINUTE = 60
_NARROWEST_BAR = 30  # pixels
_NARROWEST_PART = 24
_HINT_MILLISECONDS = 6000
_READING_MILLISECONDS = 1000  # that a hint stays whatever is saved meanwhile


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is in an article: the paragraph, and what is selected.

    Offsets are the dataset's: `[start, end)` from 0.

    `marked` tells of the annotations at the caret.
    """

    title: str
    paragraph: int
    start: int
    end: int
    marked: str = ""


class StatusStrip(Translated, QStatusBar):
    """Everything that is good to know and calls for nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment: datetime | None = None
        self._place: Place | None = None
        self._counts: Mapping[str, int] = {}
        self._coder = ""
        self._read_only = False
        self._saved = QLabel()
        self._where, self._marked, self._who = _Part(), _Part(), _Part()
        self._hint = ""
        self._hinting = QTimer(self, singleShot=True, interval=_HINT_MILLISECONDS)
        self._hinting.timeout.connect(self.forget_hint)
        # A text lays the strip out anew: the eye waits for the mark, not for that.
        self._showing = QTimer(self, singleShot=True, interval=0)
        self._showing.timeout.connect(self._tell_where)
        self._work = WorkWidget()
        self._where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self._saved)
        self.addWidget(self._where, 1)
        for widget in (self._work, self._marked, self._who):
            self.addPermanentWidget(widget)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)

    def hint(self, text: str) -> None:
        """Tell something for a while instead of where one is."""
        self._hinting.start()
        self._hint = text
        self._showing.start()

    @property
    def hinted(self) -> str:
        """What is told for a while, nothing after it."""
        return self._hint

    def forget_hint(self) -> None:
        """Tell again where one is."""
        self._hinting.stop()
        if self._hint:
            self._hint = ""
            self._showing.start()

    def tell_saved(self, moment: datetime | None) -> None:
        """Show when the last change was saved; None: nothing was changed yet."""
        self._moment = moment
        told = _HINT_MILLISECONDS - self._hinting.remainingTime()
        if told >= _READING_MILLISECONDS:  # of a step before, not of the one that is saved
            self.forget_hint()
        self._saved.setText(self._saved_text())

    def tell_place(self, place: Place | None) -> None:
        """Show where one is; None: no article is open."""
        self._place = place
        self._tell_where()

    def tell_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many annotations each layer has, by the layer's name."""
        self._counts = counts
        self._tell_counts()

    def tell_coder(self, name: str, *, read_only: bool = False) -> None:
        """Show who codes, and whether nothing can be written."""
        self._coder, self._read_only = name, read_only
        self._retranslate()

    def clear_all(self) -> None:
        """Tell nothing: no project is open."""
        self._moment = self._place = None
        self._counts, self._coder, self._read_only = {}, "", False
        self._retranslate()

    def watch(self, running: Running, name: str) -> None:
        """Show the progress of work under way, with a button to cancel it."""
        self._work.watch(running, name)

    def _retranslate(self) -> None:
        self._saved.setText(self._saved_text())
        self._tell_where()
        self._tell_counts()
        coder = self.tr("coder {name}").format(name=self._coder)
        self._who.setText(coder if self._coder else "")

    def _tell_where(self) -> None:
        place = self._place
        self._where.tell(self._hint or self._place_text(), place.title if place else "")
        there = self._place_text() if self._hint else place.marked if place else ""
        self._where.setAccessibleDescription(there)

    def _tell_counts(self) -> None:
        counted = (f"{name} {count}" for name, count in self._counts.items() if count)
        self._marked.setText("   ".join(counted))

    def _saved_text(self) -> str:
        if self._read_only:
            return self.tr("read-only")
        if self._moment is None:
            return ""
        return self.tr("saved {time}").format(time=f"{self._moment.astimezone():%H:%M:%S}")

    def _place_text(self) -> str:
        place = self._place
        if place is None:
            return ""
        metrics = QFontMetrics(self._where.font())
        width = _TITLE_EMS * metrics.horizontalAdvance("字")
        title = metrics.elidedText(place.title, Qt.TextElideMode.ElideRight, width)
        if place.end <= place.start:
            return f"{title}  ¶{place.paragraph}  {place.marked}".rstrip()
        selected = self.tr("selected: {start}–{end} ({count})").format(
            start=place.start, end=place.end, count=place.end - place.start
        )
        return f"{title}  ¶{place.paragraph}  {selected}"


class _Part(QLabel):
    """A label that ends with … where there is no room, and then has a tool tip with the whole."""

    _tip = ""

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_NARROWEST_PART, self.sizeHint().width()), self.sizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_whole()

    def tell(self, text: str, tip: str) -> None:
        """Show a text, with a tool tip where it has room."""
        self._tip = tip
        self.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        self.setToolTip(self.text() if self._shown() != self.text() else self._tip)

    def _shown(self) -> str:
        elide, width = Qt.TextElideMode.ElideRight, self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), elide, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), align, self._shown())
        painter.end()


class WorkWidget(Translated, QWidget):
    """The name of the work under way, how far it is, and a way to end it."""

    def __init__(self) -> None:
        super().__init__()
        self._running: Running | None = None
        self._name = ""
        self._begun = 0.0
        self._label = _Part()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setMinimumWidth(_NARROWEST_BAR)
        self._bar.setMaximumWidth(140)
        self._bar.setMaximumHeight(10)
        self._cancel = QToolButton(autoRaise=True)
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        for widget in (self._label, self._bar, self._cancel):
            row.addWidget(widget)
        self._retranslate()
        self.hide()

    def watch(self, running: Running, name: str) -> None:
        """Show this work until it ends."""
        self._running, self._name = running, name
        self._begun = time.monotonic()
        self._label.setText(name)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        running.progressed.connect(self._on_progress)
        running.ended.connect(self._on_ended)
        self.show()

    def _on_progress(self, done: int, total: int, part: str, share: float) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        metrics = QFontMetrics(self._label.font())
        width = _PART_EMS * metrics.horizontalAdvance("字")
        part = metrics.elidedText(part, Qt.TextElideMode.ElideMiddle, width)
        told = f"{self._name} {part}".strip()
        if total > 1 and part:
            told += f"  {done + 1}/{total}"
        left = time_left(time.monotonic() - self._begun, share)
        if left is not None:
            told = self.tr("{work} · {time} left").format(work=told, time=self._span(left))
        self._label.setText(told)

    def _span(self, seconds: int) -> str:
        if seconds < _MINUTE:
            return self.tr("{count} s").format(count=seconds)
        return self.tr("{count} min").format(count=-(-seconds // _MINUTE))

    def _on_ended(self) -> None:
        if self.sender() is self._running:
            self._running = None
            self.hide()

    def _on_cancel(self) -> None:
        if self._running:
            self._cancel.setEnabled(False)
            self._running.cancel()

    def _retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel the work under way"))
        self._bar.setAccessibleName(self.tr("Progress"))
