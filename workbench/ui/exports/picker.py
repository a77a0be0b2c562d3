"""A button that opens a list to check: all of it, unless some are unchecked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

_NAMED = 2  # more are told by their number


class _StayingMenu(QMenu):
    """A menu that stays open while it is checked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Check by Space and Enter without closing."""
        chosen = cast("QAction | None", self.activeAction())
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return) and chosen is not None:
            chosen.toggle()
            return
        super().keyPressEvent(event)


class Picker(QToolButton):
    """Choose some of several things; `changed` tells that the choice is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._everything = self.tr("all")
        self._menu = _StayingMenu(self)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, names: Mapping[str, str]) -> None:
        """Offer things by key, each with its name; all are chosen."""
        self._menu.clear()
        self._actions = {key: self._menu.addAction(name) for key, name in names.items()}
        for action in self._actions.values():
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(self._on_toggled)
        self.setEnabled(len(names) > 1)
        self._tell()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of what is chosen; none stands for all."""
        chosen = tuple(key for key, each in self._actions.items() if each.isChecked())
        return () if len(chosen) == len(self._actions) else chosen

    def choose(self, keys: Iterable[str]) -> None:
        """Choose these; none stands for all."""
        wanted = set(keys)
        for key, action in self._actions.items():
            action.blockSignals(True)  # told once, below
            action.setChecked(not wanted or key in wanted)
            action.blockSignals(False)
        self._on_toggled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list by the keys that open a list of choices, too."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
            return
        super().keyPressEvent(event)

    def _on_toggled(self) -> None:
        checked = [each for each in self._actions.values() if each.isChecked()]
        if not checked and self._actions:
            # Nothing of it would be nothing at all: what was taken away last is what is meant not.
            for each in self._actions.values():
                each.blockSignals(True)
                each.setChecked(True)
                each.blockSignals(False)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        names = [self._actions[key].text() for key in self.chosen]
        if not names:
            told = self._everything
        elif len(names) <= _NAMED:
            told = self.tr(", ").join(names)
        else:
            told = self.tr("{some} of {all}").format(some=len(names), all=len(self._actions))
        self.setText(told)
