"""Between the tables of annotations and the session: lines are read behind the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from workbench.app.annotation_lines import AnnotationLines, Line
from workbench.app.annotation_reading import Telling, Wanted, read_lines, telling_of
from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.domain.changes import Changed
from workbench.ui.annotations.lines_panel import LinesPanel
from workbench.ui.annotations.model import Rows
from workbench.ui.annotations.summary import is_stance
from workbench.ui.annotations.tabs import BelowTabs
from workbench.ui.background import Running
from workbench.ui.context import Context

_SHOWN_AT_ONCE = 5000  # lines: to arrange them anew for each batch would be felt


class Reading(QObject):
    """The lines that one table waits for; what changes meanwhile is looked at in the end."""

    _came = Signal(list)

    def __init__(
        self,
        panel: LinesPanel,
        wanted: Wanted,
        show: Callable[[Reading, list[Line]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        # From the thread of the work to the window's.
        self._came.connect(self._on_came)
        self._show = show
        self.panel, self.wanted, self.teller = panel, wanted, panel.teller
        self.missed: set[int] = set()
        self.is_shown = False
        self.running: Running | None = None

    def _on_came(self, lines: list[Line]) -> None:
        self._show(self, lines)

    def work(self, session: Session, progress: Progress) -> None:
        """Read all lines, and hand them over many at a time; the first ones soon."""
        lines, is_first = list[Line](), True
        for batch in read_lines(session, self.teller, self.wanted, progress):
            lines += batch
            if is_first or len(lines) >= _SHOWN_AT_ONCE:
                self._came.emit(lines)
                lines, is_first = [], False
        self._came.emit(lines)


class LinesFlow(QObject):
    """Read what a table wants, patch it when something changes; `article` is the open one."""

    def __init__(
        self,
        context: Context,
        session: Session,
        below: BelowTabs,
        article: Callable[[], int | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._below, self._article = below, article
        self._panels = (below.annotations, below.statements)
        self._readings: dict[LinesPanel, Reading] = {}
        self._telling: Telling | None = None
        self.follow_codebook()

    def follow_codebook(self) -> None:
        """Have the tab of statements there only where the codebook codes some."""
        layers = self._session.codebook.layers
        self._below.show_statements(any(is_stance(each) for each in layers))

    def read(self, panel: LinesPanel) -> None:
        """Read what a table wants to show; what it waited for before is no longer wanted."""
        self._drop(panel)
        wanted = panel.wanted_lines(self._article())
        if wanted is None:
            return
        reading = self._readings[panel] = Reading(panel, wanted, self._show, self)
        reading.running = self._context.background.run(
            "",
            partial(reading.work, self._session),
            lambda _: self._done(reading),
            self._context.failed,
            owner=self._session,
        )

    def end(self) -> None:
        """Read nothing any more."""
        for panel in self._panels:
            self._drop(panel)

    def _drop(self, panel: LinesPanel) -> None:
        reading = self._readings.pop(panel, None)
        if reading is not None and reading.running is not None:
            reading.running.drop()

    def _show(self, reading: Reading, lines: list[Line]) -> None:
        panel = reading.panel
        if self._readings.get(panel) is not reading:
            return
        if reading.is_shown:
            panel.add_lines(lines)
            return
        reading.is_shown = True
        rows = Rows(self._find, lambda each: self._tells().around(each), reading.teller)
        panel.show_lines(AnnotationLines(lines), rows)

    def _done(self, reading: Reading) -> None:
        self._readings.pop(reading.panel, None)
        if reading.missed:
            self._patch(reading.panel, reading.missed)
        reading.deleteLater()

    def _find(self, lines: Sequence[Line]) -> list[Annotation]:
        return self._session.annotations_by_id(line.id for line in lines)

    def _tells(self) -> Telling:
        if self._telling is None:
            self._telling = telling_of(self._session)
        return self._telling

    def follow(self, changed: Changed) -> None:
        """Show what an operation has changed."""
        ids = changed.ids("annotation")
        if changed.touches("article", "coder"):
            self._telling = None
        for panel in self._panels:
            if panel.wanted_lines(self._article()) is None:
                continue
            if ids is None or changed.touches("article"):
                self.read(panel)
            elif panel in self._readings:
                self._readings[panel].missed |= ids
            elif ids:
                self._patch(panel, ids)

    def _patch(self, panel: LinesPanel, ids: set[int] | frozenset[int]) -> None:
        wanted = panel.wanted_lines(self._article())
        if wanted is None:
            return
        coder = self._session.coder.id
        found = [each for each in self._session.annotations_by_id(ids) if wanted.has(each, coder)]
        gone = ids - {each.id for each in found}
        panel.patch_lines(gone, self._tells().lines(found, panel.teller))
