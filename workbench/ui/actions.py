"""The one table of actions, from which menus, tool bar and shortcuts come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from workbench.domain.article import Status
from workbench.ui.action_row import Need, Row
from workbench.ui.changing_rows import changing_rows
from workbench.ui.codebook.action_rows import codebook_rows, editor_titles
from workbench.ui.icons import themed_icon
from workbench.ui.mnemonics import without_mnemonic
from workbench.ui.moving_rows import moving_rows
from workbench.ui.statuses import GLYPHS, status_name
from workbench.ui.theme import Theme

_EDITS = (Need.PROJECT, Need.WRITABLE)
_CODES = (Need.ARTICLE, Need.WRITABLE)
_STATUS_KEYS = {
    Status.IN_PROGRESS: "Ctrl+1",
    Status.DONE: "Ctrl+2",
    Status.IN_DOUBT: "Ctrl+3",
    Status.NOT_STARTED: "Ctrl+4",
}


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
        self._steps = {"undo": "", "redo": ""}
        self._status: Status | None = None
        self._layers = ""
        self._there: frozenset[Need] = frozenset()
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
        """Return the table, in the language of the interface."""
        return (
            *self._file_rows(),
            *self._edit_rows(),
            *self._suggestion_rows(),
            *moving_rows(),
            *self._article_rows(),
            *codebook_rows(),
            *self._codebook_file_rows(),
            *self._view_rows(),
            *self._help_rows(),
        )

    def _file_rows(self) -> tuple[Row, ...]:
        project = (Need.PROJECT,)
        return (
            Row("new", self.tr("&New project…"), "file", ("Ctrl+N",), "new"),
            Row("open", self.tr("&Open project…"), "file", ("Ctrl+O",), "open"),
            Row("recent", self.tr("Open &recent"), "file", opens=True),
            Row("example", self.tr("Open the e&xample"), "file"),
            Row(
                "import",
                self.tr("&Import articles…"),
                "file",
                ("Ctrl+I",),
                "import",
                _EDITS,
                ruled=True,
            ),
            Row(
                "import_folder",
                self.tr("Import a &folder…"),
                "file",
                ("Ctrl+Shift+I",),
                needs=_EDITS,
            ),
            Row("limit", self.tr("&Largest file…"), "file"),
            Row("memo_project", self.tr("&Memo on the project"), "file", needs=project),
            Row("export", self.tr("&Export dataset…"), "file", ("Ctrl+E",), "export", project),
            Row("export_again", self.tr("Export a&gain"), "file", ("Ctrl+Alt+E",), needs=project),
            Row("export_project", self.tr("Expor&t for other programs…"), "file", needs=project),
            Row("close", self.tr("&Close project"), "file", ("Ctrl+W",), "", project, ruled=True),
            Row("quit", self.tr("&Quit"), "file", ("Ctrl+Q",)),
        )

    def _edit_rows(self) -> tuple[Row, ...]:
        redo, article = ("Ctrl+Shift+Z", "Ctrl+Y"), (Need.ARTICLE,)
        return (
            Row("undo", self._step_text("undo"), "edit", ("Ctrl+Z",), "undo", (Need.UNDO,)),
            Row("redo", self._step_text("redo"), "edit", redo, "redo", (Need.REDO,)),
            Row(
                "travel",
                self.tr("&Go to the selected step of the history"),
                "edit",
                needs=(Need.STEP, Need.WRITABLE),
            ),
            Row(
                "delete",
                self.tr("&Delete annotation"),
                "edit",
                ("Del",),
                "delete",
                (Need.ANNOTATION, Need.WRITABLE),
                ruled=True,
            ),
            *changing_rows(),
            Row(
                "place",
                self.tr("Place a&new…"),
                "edit",
                needs=(Need.ANNOTATION, Need.WRITABLE),
            ),
            Row(
                "paste",
                self.tr("&Paste as article…"),
                "edit",
                ("Ctrl+Shift+V",),
                needs=_EDITS,
                ruled=True,
            ),
            Row(
                "choose_here",
                self.tr("Choose an annotat&ion here…"),
                "edit",
                ("Alt+Return",),
                "",
                article,
                ruled=True,
            ),
            Row(
                "find",
                self.tr("&Find in the article…"),
                "edit",
                ("Ctrl+F",),
                "",
                article,
                ruled=True,
            ),
            Row("find_next", self.tr("Find ne&xt"), "edit", ("F3",), "", article),
            Row("find_previous", self.tr("Find pre&vious"), "edit", ("Shift+F3",), "", article),
            Row(
                "mark_all", self.tr("&Mark all occurrences…"), "edit", ("Ctrl+Shift+F",), "", _CODES
            ),
            Row(
                "find_tag",
                self.tr("Find a &tag or action"),
                "edit",
                ("Ctrl+K",),
                "find",
                (Need.PROJECT,),
                ruled=True,
            ),
            Row(
                "change_several",
                self.tr("Change the selected &annotations…"),
                "edit",
                ("Ctrl+Shift+A",),
                needs=(Need.ROWS, Need.WRITABLE),
                ruled=True,
            ),
            Row(
                "change_layer",
                self.tr("Move to another la&yer…"),
                "edit",
                needs=(Need.ROWS, Need.WRITABLE),
            ),
            Row(
                "copy_cited",
                self.tr("Copy &with source"),
                "edit",
                ("Ctrl+Shift+C",),
                needs=(Need.ANNOTATION,),
                ruled=True,
            ),
            Row("copy_rows", self.tr("Copy as tab&le rows"), "edit", needs=(Need.ROWS,)),
            Row("suggest", self.tr("&Suggestions"), "edit", opens=True),
            Row("coder", self.tr("&Coder…"), "edit", ruled=True),
        )

    def _suggestion_rows(self) -> tuple[Row, ...]:
        article, decides = (Need.ARTICLE,), (Need.SUGGESTION, Need.WRITABLE)
        accept_all = self.tr("Accept all of it in th&is article")
        return (
            Row(
                "suggestions",
                self.tr("&Suggestions"),
                "suggest",
                ("F7",),
                "suggest",
                (Need.PROJECT,),
                checkable=True,
            ),
            Row("next_suggestion", self.tr("&Next"), "suggest", ("F8",), needs=article, ruled=True),
            Row("previous_suggestion", self.tr("&Previous"), "suggest", ("Shift+F8",), "", article),
            Row("accept", self.tr("&Accept"), "suggest", ("F9",), "", decides, ruled=True),
            Row("reject", self.tr("&Reject"), "suggest", ("Shift+F9",), "", decides),
            Row("accept_here", accept_all, "suggest", ("Ctrl+F9",), needs=decides, ruled=True),
            Row(
                "accept_everywhere",
                self.tr("Accept all of it in the pro&ject…"),
                "suggest",
                ("Ctrl+Shift+F9",),
                needs=decides,
            ),
        )

    def _article_rows(self) -> tuple[Row, ...]:
        project, article = (Need.PROJECT,), (Need.ARTICLE,)
        return (
            Row("next", self.tr("&Next article"), "article", ("Alt+Down",), "", project),
            Row("previous", self.tr("&Previous article"), "article", ("Alt+Up",), "", project),
            Row(
                "next_undone",
                self.tr("Next ar&ticle that is not done"),
                "article",
                ("Alt+Shift+Down",),
                needs=project,
            ),
            Row(
                "previous_undone",
                self.tr("Previous arti&cle that is not done"),
                "article",
                ("Alt+Shift+Up",),
                needs=project,
            ),
            Row(
                "status",
                self._status_text(),
                "article",
                icon="status",
                needs=_CODES,
                opens=True,
                ruled=True,
            ),
            *(
                Row(
                    f"status_{status}",
                    f"{GLYPHS[status]}  {status_name(status)}",
                    "status",
                    (_STATUS_KEYS[status],),
                    needs=_CODES,
                    group="status",
                )
                for status in Status
            ),
            Row("details", self.tr("&Details…"), "article", ("F2",), "edit", _CODES, ruled=True),
            Row("original", self.tr("Show the &original…"), "article", ("F4",), "article", article),
            Row("correct", self.tr("Correct the te&xt…"), "article", ("F6",), needs=_CODES),
            Row("memo_article", self.tr("&Memo on this article"), "article", needs=article),
            Row(
                "count_time",
                self.tr("Count the time &worked"),
                "article",
                needs=_EDITS,
                checkable=True,
                ruled=True,
            ),
        )

    def _codebook_file_rows(self) -> tuple[Row, ...]:
        return (
            Row(
                "export_codebook",
                self.tr("Exp&ort the codebook…"),
                "codebook",
                needs=(Need.PROJECT,),
                ruled=True,
            ),
            Row(
                "memo_category",
                self.tr("Me&mo on the category"),
                "codebook",
                needs=(Need.PROJECT,),
            ),
            Row("import_codebook", self.tr("&Import a codebook…"), "codebook", needs=_EDITS),
        )

    def _view_rows(self) -> tuple[Row, ...]:
        project = (Need.PROJECT,)
        return (
            Row("larger", self.tr("&Larger text"), "view", ("Ctrl++", "Ctrl+=")),
            Row("smaller", self.tr("S&maller text"), "view", ("Ctrl+-",)),
            Row("typography", self.tr("Te&xt of the article…"), "view", needs=project),
            Row(
                "layers",
                self._layers_text(),
                "view",
                icon="layers",
                needs=project,
                opens=True,
                ruled=True,
            ),
            Row("panels", self.tr("&Panels"), "view", opens=True, ruled=True),
            Row("reset", self.tr("&Reset the panels"), "panels", ruled=True),
            Row("theme", self.tr("&Theme"), "view", icon="theme", opens=True),
            Row("theme_auto", self.tr("Like the &system"), "theme", group="theme"),
            Row("theme_light", self.tr("&Light"), "theme", group="theme"),
            Row("theme_dark", self.tr("&Dark"), "theme", group="theme"),
            Row("language", self.tr("L&anguage"), "view", opens=True),
            Row("language_auto", self.tr("Like the &system"), "language", group="language"),
            # Each language is named in itself, for those who read no other.
            Row("language_en", "English", "language", group="language"),
            Row("language_zh_CN", "中文", "language", group="language"),
        )

    def _help_rows(self) -> tuple[Row, ...]:
        return (
            Row("guide", self.tr("&Codebook entry"), "help", ("F1",), "", (Need.PROJECT,)),
            Row("sheet", self.tr("&Keys of the keyboard"), "help", ("?",), ruled=True),
            Row("shortcuts", self.tr("C&hange the keys…"), "help"),
            Row("log", self.tr("Show the &log folder"), "help", ruled=True),
            Row("about", self.tr("&About Pizhu Workbench"), "help"),
        )

    def _bar_titles(self) -> Mapping[str, str]:
        return {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "go": self.tr("&Go"),
            "article": self.tr("&Article"),
            "codebook": self.tr("&Codebook"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
        }

    def _step_text(self, key: str) -> str:
        step = self._steps[key].replace("&", "&&")
        if key == "undo":
            return self.tr("&Undo {step}").format(step=step).strip()
        return self.tr("&Redo {step}").format(step=step).strip()

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
        for key in self._bar_titles():
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
        titles = {**self._bar_titles(), **editor_titles()}
        titles |= {row.key: self.name(row) for row in self.rows() if row.opens}
        return {key: without_mnemonic(title) for key, title in titles.items()}

    def name(self, row: Row) -> str:
        """Return what an action is called apart from what it would do at this moment."""
        bare = {"undo": self.tr("&Undo {step}"), "redo": self.tr("&Redo {step}")}
        bare = {key: text.format(step="") for key, text in bare.items()}
        text = {**bare, "status": self.tr("&Status")}.get(row.key, row.text)
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
        self._there = frozenset(there)
        for row in self._rows:
            self._actions[row.key].setEnabled(self._there.issuperset(row.needs))

    def set_steps(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do."""
        self._steps = {"undo": undo, "redo": redo}
        for key in self._steps:
            _word(self._actions[key], self._step_text(key))

    def set_status(self, status: Status) -> None:
        """Show the coder's status on the article."""
        self._status = status
        self.check(f"status_{status}")
        _word(self._actions["status"], self._status_text())

    def set_layers(self, told: str) -> None:
        """Say which layers are shown, nothing where all are alike."""
        self._layers = told
        _word(self._actions["layers"], self._layers_text())

    def _layers_text(self) -> str:
        if not self._layers:
            return self.tr("La&yers")
        told = self._layers.replace("&", "&&")
        return self.tr("La&yers: {shown}").format(shown=told)

    def _status_text(self) -> str:
        if self._status is None:
            return self.tr("&Status")
        return self.tr("&Status: {status}").format(status=status_name(self._status))

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
        for key, title in {**self._bar_titles(), **editor_titles()}.items():
            if key in self._menus:
                self._menus[key].setTitle(title)


def _word(action: QAction, text: str) -> None:
    """Set the text for menus; buttons and tool tips do without its mnemonic."""
    plain = without_mnemonic(text).removesuffix("…")
    action.setText(text)
    action.setIconText(plain)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{plain} ({keys})" if keys else plain)
