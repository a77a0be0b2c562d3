"""Projects in the window: make, open and close them; language, theme, coder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog

from workbench.app.jobs import Progress
from workbench.domain.errors import Refusal
from workbench.ui.context import Context
from workbench.ui.outside import open_outside
from workbench.ui.shortcuts.flow import ShortcutFlow
from workbench.ui.sighting import Sighting

if TYPE_CHECKING:  # they bring the store, which must not be loaded before the window shows
    from workbench.app.session import Session
    from workbench.domain.codebook import Codebook
    from workbench.ui.background import Running
    from workbench.ui.coding import Coding
    from workbench.ui.dialogs.new_project import NewProject


@dataclass(frozen=True)
class Opening:
    """A project that is on its way to the desk."""

    path: Path
    read_only: bool
    running: Running
    sighting: Sighting


class Desk(QObject):
    """Hold at most one open project, and answer what does not need one."""

    opened = Signal(object)

    def __init__(self, context: Context, coder: str) -> None:
        super().__init__(context.window)
        self.context = context
        self._coder = coder
        #: The open project, once its article is shown.
        self.coding: Coding | None = None
        # The same one turn earlier: its panels are there, and show nothing yet.
        self._furnished: Coding | None = None
        self._opening: Opening | None = None
        # The latest one that was given up: it may still hold its project.
        self._given_up: Running | None = None
        # Files that were dropped before there was a project to take them.
        self._dropped: list[Path] = []
        self._being_made: set[Path] = set()
        # The one of them that is to be opened when it is there.
        self._awaited: Path | None = None
        self.shortcuts = ShortcutFlow(context, self._codebook)
        self._connect_actions()
        window = context.window
        window.start_page.new_wanted.connect(self.ask_new)
        window.start_page.open_wanted.connect(self.ask_open)
        window.start_page.example_wanted.connect(self.open_example)
        window.start_page.project_wanted.connect(self.change_to)
        window.may_close = self._may_leave
        window.files_dropped.connect(self._on_dropped)
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
            "close": self.ask_close,
            "quit": window.close,
            "coder": self.ask_coder,
            "limit": self.ask_limit,
            "reset": window.reset_panels,
            "sheet": self.shortcuts.show,
            "shortcuts": self.shortcuts.change,
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
        """Open a project behind the window and show it when it is there.

        The latest wish counts: what was being opened before is closed as soon as it is there.
        """
        opening = self._opening
        if opening is not None and (opening.path, opening.read_only) == (path, read_only):
            return
        self.close()
        window, values = self.context.window, self.context.settings.values
        window.info.hide()
        if not window.waiting.isVisible():
            window.show_desk(values.state)
        window.name_project(path)
        sighting = Sighting(self.context, path)
        sighting.over.connect(self._furnish)
        running = self.context.background.run(
            self.tr("Opening {name}").format(name=path.stem),
            self._work_of_opening(path, sighting, read_only=read_only),
            self._opened,
            partial(self._not_opened, path),
            abandon=_close,
        )
        self._opening = Opening(path, read_only, running, sighting)

    def _furnish(self) -> None:
        """Make what the article can be read without, a part at a time, while the work waits."""
        window, opening = self.context.window, self._opening
        parts = iter((lambda: window.articles, lambda: window.below))

        def furnish() -> None:
            part = next(parts, None)
            if part is not None:
                part()
                QTimer.singleShot(0, self, furnish)
            elif opening is not None:
                opening.sighting.go_on()

        QTimer.singleShot(0, self, furnish)

    def _work_of_opening(
        self, path: Path, sighting: Sighting, *, read_only: bool
    ) -> Callable[[Progress], Session]:
        coder, cache = self._coder, self.context.folders.cache
        around, given_up = self.context.surroundings, self._given_up
        last = self.context.settings.values.last_articles.get(str(path))

        def work(_: Progress) -> Session:
            if given_up is not None:  # it may be the same project
                given_up.wait(_PATIENCE)
            sighting.look()
            from workbench.app.session import open_session

            session = open_session(
                path, coder, cache=cache, read_only=read_only, surroundings=around
            )
            # Here as well, so that the window does not stand still.
            session.read_ahead(last)
            import_module("workbench.ui.coding")
            return session

        return work

    def _opened(self, session: Session) -> None:
        from workbench.ui.coding import Coding

        opening, self._opening = self._opening, None
        pane = opening.sighting.take() if opening else None
        self.context.settings.remember_project(session.path)
        self._show_recent()
        made = self._furnished = Coding(self.context, session, pane)
        # In a turn of its own: both in one would be felt.
        QTimer.singleShot(0, made, lambda: self._show(made))

    def _show(self, made: Coding) -> None:
        if self._furnished is not made:
            return
        made.show_all()
        self._tell_backup(made.session)
        self.coding = made
        self.opened.emit(made)
        dropped, self._dropped = self._dropped, []
        if dropped:
            made.importing.read(dropped)

    def _tell_backup(self, session: Session) -> None:
        """Say that opening brought the project up to date, if it did, and where it is as it was."""
        kept = session.backup
        if kept is not None:
            facts = {"path": session.path.name, "kept": kept}
            self.context.window.info.tell(
                lambda: self.context.messages.text("project_updated", **facts),
                lambda: self.tr("Open folder"),
                lambda: open_outside(kept.parent),
            )

    def _not_opened(self, path: Path, error: BaseException) -> None:
        window = self.context.window
        if self._opening is not None:
            self._opening.sighting.drop()
        self._opening = None
        window.show_start()
        window.name_project(None)
        self.context.failed(error)
        if isinstance(error, Refusal) and type(error).__name__ in _READABLE:
            again = partial(self.open, path, read_only=True)
            window.info.offer(lambda: self.tr("Open read-only"), again)

    def close(self) -> None:
        """Close the project, if one is open or being opened, and show how to begin."""
        if self._furnished is None and self._opening is None and self._awaited is None:
            return
        self._remember_places()
        self._give_up()
        self.context.window.name_project(None)
        self.context.window.show_start()

    def _give_up(self) -> None:
        self._awaited = None
        if self._opening is not None:
            self._given_up = self._opening.running
            self._opening.sighting.drop()
            self._opening = None
            self._given_up.drop()
        if self._furnished is not None:
            self._furnished.close()
            self._furnished = self.coding = None

    def end(self) -> None:
        """Close everything: the window goes."""
        self._remember_places()
        self._give_up()
        self.context.background.end()

    def _remember_places(self) -> None:
        values = self.context.settings.values
        values.geometry = self.context.window.geometry_()
        if self._furnished is not None:
            values.state = self.context.window.state()
        self.context.settings.save()

    def _may_leave(self, owner: object = None) -> bool:
        """Ask before work (of `owner`, if given) ends that was to be of some use."""
        if self.coding is not None and not self.coding.importing.may_end():
            return False
        if self.coding is not None and not self._may_lose(self.coding):
            return False
        names = self.context.background.asking(owner)
        if not names:
            return True
        from workbench.ui.dialogs.ask import agree

        question = self.tr("“{name}” is under way. Wait for it, or stop it and close?")
        stop, wait = self.tr("Stop and close"), self.tr("Wait")
        return agree(self.context.window, question.format(name=names[0]), stop, wait)

    def _may_lose(self, coding: Coding) -> bool:
        """Try to save marks that the file did not take before; ask where it still does not."""
        coding.marking.unsaved.end()
        count = len(coding.marking.unsaved)
        if not count:
            return True
        from workbench.ui.dialogs.ask import agree

        question = self.tr("Marks that could not be saved: {count}. They are lost if you close.")
        return agree(
            self.context.window, question.format(count=count), self.tr("Close and lose them")
        )

    def _may_close_project(self) -> bool:
        return self.coding is None or self._may_leave(self.coding.session)

    # --- which project -------------------------------------------------------

    def ask_close(self) -> None:
        """Close the project, unless work in it is to be waited for."""
        if self._may_close_project():
            self.close()

    def change_to(self, path: Path) -> None:
        """Open another project, unless work in this one is to be waited for."""
        if self._may_close_project():
            self.open(path)

    def ask_open(self) -> None:
        """Ask which project to open."""
        from workbench.ui.dialogs.ask import ask_project

        path = ask_project(self.context.window, self._folder())
        if path is not None:
            self.change_to(path)

    def ask_new(self) -> None:
        """Ask for a new project and make it."""
        from workbench.ui.dialogs.new_project import NewProjectDialog

        if not self._may_close_project():
            return
        dialog = NewProjectDialog(self._folder(), self.context.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.make(dialog.chosen)

    def make(self, chosen: NewProject) -> None:
        """Make a project behind the window and open it."""

        def work(_: Progress) -> Path:
            from workbench.ui.dialogs.new_project import make_project

            make_project(chosen, self.context.surroundings)
            return chosen.path

        self._make(chosen.path, self.tr("Making {name}").format(name=chosen.path.stem), work)

    def open_example(self) -> None:
        """Open the example, made from the articles that come with the program if need be."""
        path = self.context.folders.data / "example.workbench"
        if not self._may_close_project():
            return
        if path.exists():
            self.open(path)
            return

        def work(_: Progress) -> Path:
            from workbench.ui.example import make_example

            make_example(path)
            return path

        self._make(path, self.tr("Making the example"), work)

    def _make(self, path: Path, name: str, work: Callable[[Progress], Path]) -> None:
        """Have a project made once; it is opened unless another one was wished for since."""
        self._awaited = path
        if path not in self._being_made:
            self._being_made.add(path)
            failed = partial(self._not_made, path)
            self.context.background.run(name, work, self._made, failed, asks=True)

    def _made(self, path: Path) -> None:
        self._being_made.discard(path)
        if self._awaited == path:
            self.open(path)

    def _not_made(self, path: Path, error: BaseException) -> None:
        self._being_made.discard(path)
        if self._awaited == path:
            self._awaited = None
        self.context.failed(error)

    def _on_dropped(self, paths: list[Path]) -> None:
        """Open a project that was dropped; have articles read, now or once a project is there."""
        projects = [path for path in paths if path.suffix.casefold() == _SUFFIX]
        articles = [path for path in paths if path not in projects]
        if projects:
            self._dropped += articles
            self.change_to(projects[0])
        elif self.coding is not None:
            self.coding.importing.read(articles)
        else:
            self._dropped += articles
            self._offer_project()

    def _offer_project(self) -> None:
        on_its_way = (self._opening, self._furnished, self._awaited)
        if any(each is not None for each in on_its_way):
            return
        info = self.context.window.info
        info.refuse(
            lambda: self.tr(
                "Articles go into a project. Open one or make a new one: "
                "what was dropped is read as soon as it is there."
            )
        )
        info.offer(lambda: self.tr("New project…"), self.ask_new)

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
            menu.addAction(path.stem, partial(self.change_to, path)).setToolTip(str(path))
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

    def ask_limit(self) -> None:
        """Ask how large files may be that are imported from now on."""
        from workbench.ui.dialogs.limit import LimitDialog

        settings = self.context.settings
        dialog = LimitDialog(settings.values.limit_megabytes, self.context.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            settings.values.limit_megabytes = dialog.megabytes
            settings.save()

    def _become(self, name: str) -> None:
        self._coder = name
        self.context.settings.values.coder = name
        self.context.settings.save()
        if self._furnished is not None:
            self._furnished.become(name)

    def _choose_theme(self, theme: str) -> None:
        self.context.settings.values.theme = theme
        self.context.settings.save()
        self.context.appearance.choose_theme(theme)

    def _choose_language(self, language: str) -> None:
        self.context.settings.values.language = language
        self.context.settings.save()
        self.context.appearance.choose_language(language)

    def _codebook(self) -> Codebook | None:
        return self._furnished.session.codebook if self._furnished is not None else None

    def _check_appearance(self) -> None:
        appearance, actions = self.context.appearance, self.context.window.actions_
        actions.check(f"theme_{appearance.chosen_theme}")
        actions.check(f"language_{appearance.chosen_language}")

    def _on_theme(self) -> None:
        theme = self.context.appearance.theme
        self.context.window.set_theme(theme)
        if self._furnished is not None:
            self._furnished.set_theme(theme)

    # --- help ----------------------------------------------------------------

    def _show_log(self) -> None:
        folder = self.context.folders.log
        folder.mkdir(parents=True, exist_ok=True)
        open_outside(folder)

    def _show_about(self) -> None:
        from workbench.ui.dialogs.about import AboutDialog

        AboutDialog(self.context.window).exec()


def _close(session: Session) -> None:
    session.close()


# How long a project waits for the one before it to be closed, in seconds.
_PATIENCE = 30.0
_SUFFIX = ".workbench"
# What can still be read, though not written.
_READABLE = ("ProjectOpenElsewhere", "ProjectReadOnly")
