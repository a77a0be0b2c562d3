"""The actions among what the finder of the tag panel finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.app.finding import LabelFinder
from workbench.app.session import Session
from workbench.ui.actions import Actions
from workbench.ui.panels import Panels
from workbench.ui.shortcuts.lines import Line, action_lines
from workbench.ui.shortcuts.strokes import told
from workbench.ui.tags.choices import Choice

# It would find itself.
_LEFT_OUT = ("find_tag",)


class Palette(QObject):
    """Find actions by their names, pinyin or initials, and do what is chosen."""

    # From the thread that pinyin came in to the window's.
    _settled = Signal()

    def __init__(self, session: Session, actions: Actions, panels: Panels) -> None:
        super().__init__(panels.tags)
        self._session, self._actions, self._panels = session, actions, panels
        self._finder: LabelFinder | None = None
        self._lines: Mapping[str, Line] = {}
        panels.tags.actions_found = self.found
        panels.tags.action_chosen.connect(self._do)
        panels.tags.reads_pinyin = lambda: session.words.reads_pinyin
        self._settled.connect(panels.tags.find_again)
        self.end = session.words.pinyin_settled.connect(lambda _: self._settled.emit())

    def name_again(self) -> None:
        """Find in another language, or with other keys, from now on."""
        self._finder = None

    def found(self, typed: str) -> list[Choice]:
        """Return rows of the actions that are possible now and answer what is typed."""
        if self._finder is None:
            lines = action_lines(self._actions)
            self._lines = {e.action: e for e in lines if e.action not in _LEFT_OUT}
            names = {key: line.text for key, line in self._lines.items()}
            self._finder = LabelFinder(names, self._session.words)
        keys = self._finder.find(typed)
        return [self._row(self._lines[key]) for key in keys if self._actions[key].isEnabled()]

    def _row(self, line: Line) -> Choice:
        strokes = told(line.strokes)
        note = f"{line.group}  {strokes}" if strokes else line.group
        return Choice(("", line.action), line.text, note=note, acts=True)

    def _do(self, action: str) -> None:
        # Once the keyboard is back in the text: many actions are about what is selected there.
        trigger: Callable[[], None] = partial(self._actions[action].trigger)
        QTimer.singleShot(0, self._panels.pane, trigger)
