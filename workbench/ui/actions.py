"""Actions, made of their one table: menus, tool bar, shortcuts, and when each is possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from workbench.domain.article import Status
from workbench.ui.action_row import Need as Need
from workbench.ui.action_row import Row
from workbench.ui.action_rows import (
    Now,
    action_rows,
    bar_titles,
    layers_text,
    redo_text,
    status_text,
    undo_text,
)
from workbench.ui.codebook.action_rows import editor_titles
from workbench.ui.icons import themed_icon
from workbench.ui.mnemonics import without_mnemonic
from workbench.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Tool:
    """A button of the tool bar; `worded` shows the text beside the icon."""

    key: str
    worded: bool = False
    ruled: bool = False


_TOOLS = (
    Tool("import", worded=True),
    Tool("undo", ruled=True),
    Tool("redo"),
    Tool("find_tag", worded=True, ruled=True),
    Tool("suggestions", worded=True),
    Tool("layers", worded=True),
    Tool("status", worded=True, ruled=True),
    Tool("export", worded=True, ruled=True),
    Tool("theme"),
)


class Actions(QObject):
    """Make every action once, name it in the language of the interface, enable it when due."""

    strokes_changed = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._chosen: dict[str, tuple[str, ...]] = {}  # strokes that a person gave
        self._now = Now()
        self._there = frozenset(Need)  # an action is enabled when it is made
        self._rows = self.rows()
        self._usual = {row.key: row.keys for row in self._rows}
        for row in self._rows:
            self._make(row)
        self.set_there(())
        self.set_theme(theme)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def menu(self, key: str) -> QMenu:
        """Return a menu: one of the bar, or the one that an action opens."""
        return self._menus[key]

    def rows(self) -> tuple[Row, ...]:
        """Return the table as it is now, in the language of the interface."""
        return action_rows(self._now)

    def _make(self, row: Row) -> None:
        action = QAction(self)
        action.setObjectName(row.key)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setCheckable(row.checkable or bool(row.group))
        action.setIconVisibleInMenu(not row.checkable)  # it would stand where the tick does
        if row.key == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        if row.key == "guide":  # a tag may be met in any window
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        if row.reading:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if row.group:
            self._groups.setdefault(row.group, QActionGroup(self)).addAction(action)
        if row.opens:
            self._menus[row.key] = QMenu()
            action.setMenu(self._menus[row.key])
        self._actions[row.key] = action

    def fill_bar(self, bar: QMenuBar) -> None:
        """Put every action into the menus of the bar."""
        for key in bar_titles():
            self._menus[key] = bar.addMenu("")
        for key in editor_titles():
            self._menus[key] = QMenu()
        for row in self._rows:
            menu = self._menus[row.menu]
            if row.ruled:
                menu.addSeparator()
            menu.addAction(self._actions[row.key])
        self.retranslate()

    def fill_editor_bar(self, bar: QMenuBar) -> None:
        """Put the menus of the codebook editor into its bar."""
        change = self._menus["recode"]
        first = change.actions()[0]
        if first is not self._actions["undo"]:
            change.insertActions(first, [self._actions["undo"], self._actions["redo"]])
            change.insertSeparator(first)
        # Not addMenu: the bar would own the menus, and they outlive the editor.
        bar.addActions([self._menus[key].menuAction() for key in (*editor_titles(), "codebook")])

    def fill_tools(self, bar: QToolBar) -> None:
        """Put the buttons into the tool bar."""
        for tool in _TOOLS:
            if tool.ruled:
                bar.addSeparator()
            bar.addAction(self._actions[tool.key])
            button = bar.widgetForAction(self._actions[tool.key])
            if isinstance(button, QToolButton):
                button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
                if tool.worded:
                    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.retranslate()

    def titles(self) -> dict[str, str]:
        """Return what each menu is called, in the order of the bar, with those inside them."""
        titles = {**bar_titles(), **editor_titles()}
        titles |= {row.key: self.name(row) for row in self.rows() if row.opens}
        return {key: without_mnemonic(title) for key, title in titles.items()}

    def name(self, row: Row) -> str:
        """Return what an action is called apart from what it would do at this moment."""
        bare = {"undo": undo_text(""), "redo": redo_text(""), "status": status_text(None)}
        text = bare.get(row.key, row.text)
        return without_mnemonic(text).removesuffix("…").strip()

    def strokes(self, key: str) -> tuple[str, ...]:
        """Return the strokes of an action as they are now."""
        return self._chosen.get(key, self._usual[key])

    def usual(self, key: str) -> tuple[str, ...]:
        """Return the strokes that an action has unless a person gave it others."""
        return self._usual[key]

    def choose_strokes(self, chosen: Mapping[str, Sequence[str]]) -> None:
        """Give actions other strokes than the usual ones; all others get theirs back."""
        known = {row.key for row in self._rows if not row.opens}
        self._chosen = {key: tuple(strokes) for key, strokes in chosen.items() if key in known}
        for key in known:
            sequences = [QKeySequence(stroke) for stroke in self.strokes(key)]
            if self._actions[key].shortcuts() != sequences:
                self._actions[key].setShortcuts(sequences)
        self.retranslate()
        self.strokes_changed.emit()

    def attend(self, reading: QWidget) -> None:
        """Have the keys of the article work while `reading` has the keyboard."""
        reading.addActions([self._actions[row.key] for row in self._rows if row.reading])

    def set_there(self, there: Iterable[Need]) -> None:
        """Enable exactly the actions whose needs are met."""
        wanted = frozenset(there)
        if wanted == self._there:  # told at each key
            return
        self._there = wanted
        for row in self._rows:
            if row.needs:
                self._actions[row.key].setEnabled(wanted.issuperset(row.needs))

    def set_steps(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do."""
        self._now = replace(self._now, undo=undo, redo=redo)
        _word(self._actions["undo"], undo_text(undo))
        _word(self._actions["redo"], redo_text(redo))

    def set_status(self, status: Status) -> None:
        """Show the coder's status on the article."""
        if status == self._now.status and self._actions[f"status_{status}"].isChecked():
            return
        self._now = replace(self._now, status=status)
        self.check(f"status_{status}")
        _word(self._actions["status"], status_text(status))

    def set_layers(self, told: str) -> None:
        """Say which layers are shown, nothing where all are alike."""
        self._now = replace(self._now, layers=told)
        _word(self._actions["layers"], layers_text(told))

    def check(self, key: str) -> None:
        """Mark one action of its group as the chosen one."""
        self._actions[key].setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        self._theme = theme
        for row in self._rows:
            if row.icon:
                self._actions[row.key].setIcon(themed_icon(row.icon, theme))

    def retranslate(self) -> None:
        """Name everything in the language of the interface."""
        for row in self.rows():
            _word(self._actions[row.key], row.text)
        for key, title in {**bar_titles(), **editor_titles()}.items():
            if key in self._menus:
                self._menus[key].setTitle(title)


def _word(action: QAction, text: str) -> None:
    """Set the text for menus; buttons and tool tips do without its mnemonic."""
    plain = without_mnemonic(text).removesuffix("…")
    action.setText(text)
    action.setIconText(plain)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{plain} ({keys})" if keys else plain)
