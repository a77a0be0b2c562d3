"""Projects in the window: make, open and close them; language, theme, coder."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog

from workbench.app.jobs import Progress
from workbench.domain.errors import Refusal
from workbench.ui.context import Context

if TYPE_CHECKING:  # they bring the store, which must not be loaded before the window shows
    from workbench.app.session import Session
    from workbench.ui.coding import Coding
    from workbench.ui.dialogs.new_project import NewProject


class Desk(QObject):
    """Hold at most one open project, and answer what does not need one."""

    opened = Signal(object)

    def __init__(self, context: Context, coder: str) -> None:
        super().__init__(context.window)
        self.context = context
        self._coder = coder
        self.coding: Coding | None = None
        self._connect_actions()
        window = context.window
        window.start_page.new_wanted.connect(self.ask_new)
        window.start_page.open_wanted.connect(self.ask_open)
        window.start_page.example_wanted.connect(self.open_example)
        window.start_page.project_wanted.connect(self.open)
        window.closing.connect(self.end)
        context.appearance.theme_changed.connect(self._on_theme)
        self._show_recent()
        self._check_appearance()

    def _connect_actions(self) -> None:
        window, actions = self.context.window, self.context.window.actions_
        slots = {
            "new": self.ask_new,
            "open": self.ask_open,
            "example": self.open_example,
            "close": self.close,
            "quit": window.close,
            "coder": self.ask_coder,
            "reset": window.reset_panels,
            "log": self._show_log,
            "about": self._show_about,
        }
        for key, slot in slots.items():
            actions[key].triggered.connect(lambda _=False, slot=slot: slot())
        for theme in ("auto", "light", "dark"):
            actions[f"theme_{theme}"].triggered.connect(partial(self._choose_theme, theme))
        for language in ("auto", "en", "zh_CN"):
            action = actions[f"language_{language}"]
            action.triggered.connect(partial(self._choose_language, language))

    # --- opening and closing -------------------------------------------------

    def begin(self, project: Path | None) -> None:
        """Ask who codes, if nobody knows yet, and open `project`, if there is one."""
        if not self._coder:
            self.ask_coder()
        if project is not None:
            self.open(project)

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project behind the window and show it when it is there."""
        self.close()
        window, values = self.context.window, self.context.settings.values
        window.info.hide()
        window.show_desk(values.state)
        window.name_project(path)
        coder, cache = self._coder, self.context.folders.cache
        around = self.context.surroundings

        def work(_: Progress) -> Session:
            from workbench.app.session import open_session

            return open_session(path, coder, cache=cache, read_only=read_only, surroundings=around)

        name = self.tr("Opening {name}").format(name=path.stem)
        failed = partial(self._not_opened, path)
        self.context.background.run(name, work, self._opened, failed)

    def _opened(self, session: Session) -> None:
        from workbench.ui.coding import Coding

        self.context.settings.remember_project(session.path)
        self._show_recent()
        self.coding = Coding(self.context, session)
        self.opened.emit(self.coding)

    def _not_opened(self, path: Path, error: BaseException) -> None:
        window = self.context.window
        window.show_start()
        window.name_project(None)
        self.context.failed(error)
        if isinstance(error, Refusal) and type(error).__name__ in _READABLE:
            again = partial(self.open, path, read_only=True)
            window.info.offer(self.tr("Open read-only"), again)

    def close(self) -> None:
        """Close the project, if one is open, and show how to begin."""
        if self.coding is None:
            return
        self._remember_places()
        self.coding.close()
        self.coding = None
        self.context.window.name_project(None)
        self.context.window.show_start()

    def end(self) -> None:
        """Close everything: the window goes."""
        self._remember_places()
        self.context.background.end()
        if self.coding is not None:
            self.coding.close()
            self.coding = None

    def _remember_places(self) -> None:
        values = self.context.settings.values
        values.geometry = self.context.window.geometry_()
        if self.coding is not None:
            values.state = self.context.window.state()
        self.context.settings.save()

    # --- which project -------------------------------------------------------

    def ask_open(self) -> None:
        """Ask which project to open."""
        from workbench.ui.dialogs.ask import ask_project

        path = ask_project(self.context.window, self._folder())
        if path is not None:
            self.open(path)

    def ask_new(self) -> None:
        """Ask for a new project and make it."""
        from workbench.ui.dialogs.new_project import NewProjectDialog

        dialog = NewProjectDialog(self._folder(), self.context.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.make(dialog.chosen)

    def make(self, chosen: NewProject) -> None:
        """Make a project behind the window and open it."""

        def work(_: Progress) -> Path:
            from workbench.ui.dialogs.new_project import make_project

            make_project(chosen, self.context.surroundings)
            return chosen.path

        name = self.tr("Making {name}").format(name=chosen.path.stem)
        self.context.background.run(name, work, self.open, self.context.failed)

    def open_example(self) -> None:
        """Open the example, made from the articles that come with the program if need be."""
        path = self.context.folders.data / "example.workbench"
        if path.exists():
            self.open(path)
            return

        def work(_: Progress) -> Path:
            from workbench.ui.example import make_example

            make_example(path)
            return path

        name = self.tr("Making the example")
        self.context.background.run(name, work, self.open, self.context.failed)

    def _folder(self) -> Path:
        last = self.context.settings.values.last_project
        folder = Path(last).parent if last else Path.home()
        return folder if folder.is_dir() else Path.home()

    def _show_recent(self) -> None:
        paths = [Path(each) for each in self.context.settings.values.recent]
        there = [path for path in paths if path.exists()]
        self.context.window.start_page.show_recent(there)
        menu = self.context.window.actions_.menu("recent")
        menu.clear()
        for path in there:
            menu.addAction(path.stem, partial(self.open, path)).setToolTip(str(path))
        self.context.window.actions_["recent"].setEnabled(bool(there))

    # --- who, in which language, in which colours ----------------------------

    def ask_coder(self) -> None:
        """Ask who codes, and go on as that coder."""
        from workbench.app.surroundings import user_name
        from workbench.ui.dialogs.coder import CoderDialog

        known = self._coder or self.context.settings.values.coder
        dialog = CoderDialog(known or user_name(), self.context.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._become(dialog.name)
        elif not self._coder:
            self._coder = known or user_name()

    def _become(self, name: str) -> None:
        self._coder = name
        self.context.settings.values.coder = name
        self.context.settings.save()
        if self.coding is not None:
            self.coding.become(name)

    def _choose_theme(self, theme: str) -> None:
        self.context.settings.values.theme = theme
        self.context.settings.save()
        self.context.appearance.choose_theme(theme)

    def _choose_language(self, language: str) -> None:
        self.context.settings.values.language = language
        self.context.settings.save()
        self.context.appearance.choose_language(language)

    def _check_appearance(self) -> None:
        appearance, actions = self.context.appearance, self.context.window.actions_
        actions.check(f"theme_{appearance.chosen_theme}")
        actions.check(f"language_{appearance.chosen_language}")

    def _on_theme(self) -> None:
        theme = self.context.appearance.theme
        self.context.window.set_theme(theme)
        if self.coding is not None:
            self.coding.set_theme(theme)

    # --- help ----------------------------------------------------------------

    def _show_log(self) -> None:
        folder = self.context.folders.log
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _show_about(self) -> None:
        from workbench.ui.dialogs.about import AboutDialog

        AboutDialog(self.context.window).exec()


# What can still be read, though not written.
_READABLE = ("ProjectOpenElsewhere", "ProjectReadOnly")
