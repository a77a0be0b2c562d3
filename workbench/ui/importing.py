"""Bring articles in: read behind the window, look at what was read, import behind the window."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.ui.context import Context
from workbench.ui.dialogs.ask import ask_article_folder, ask_articles
from workbench.ui.holding import while_done
from workbench.ui.imports.in_turn import InTurn

if TYPE_CHECKING:  # intake is loaded when something is imported
    from workbench.app.importing import FileRead, ImportReport
    from workbench.app.project_files import ProjectSeen, TakenIn
    from workbench.app.tables import Choose, TableSeen
    from workbench.ui.imports.coded import CodedFlow
    from workbench.ui.imports.tables import AskColumns
    from workbench.ui.imports.window import ImportWindow

T = TypeVar("T")


@dataclass(frozen=True)
class Tables:
    """Tables among the files, whose columns are to be chosen first."""

    seen: list[TableSeen]


@dataclass(frozen=True)
class Coded:
    """A project that another program has coded; it comes by itself, and the `rest` after it."""

    seen: ProjectSeen
    rest: list[Path]


class ImportFlow(QObject):
    """Ask for files, or take those that were dropped or pasted."""

    imported = Signal(list)

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session
        # Read or looked at now; what comes meanwhile waits its turn, so that no window
        # comes upon another, and each sees what the one before it imported.
        self._current: list[Path] = []
        self._waiting: list[Path] = []
        self._window: ImportWindow | None = None
        self._asking: AskColumns | None = None
        self._coded: CodedFlow | None = None
        self._pasted: tempfile.TemporaryDirectory[str] | None = None
        self._in_turn = InTurn(self)
        self._is_over = False

    # --- ways in -------------------------------------------------------------

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions do."""
        return {
            "import": self.ask,
            "import_folder": self.ask_folder,
            "paste": self.paste,
        }

    def ask(self) -> None:
        """Ask which files to import."""
        paths = ask_articles(self._context.window, self._session.path.parent)
        if paths:
            self.read(paths)

    def ask_folder(self) -> None:
        """Ask for a folder of files to import."""
        folder = ask_article_folder(self._context.window, self._session.path.parent)
        if folder is not None:
            self.read([folder])

    def paste(self) -> None:
        """Take what the clipboard holds as an article."""
        from workbench.ui.imports.pasted import keep_pasted

        path = keep_pasted(QGuiApplication.clipboard().mimeData(), self._paste_folder())
        if path is None:
            self._context.window.info.refuse(
                lambda: self.tr("The clipboard holds no text. Copy an article's text first.")
            )
            return
        self.read([path])

    def _paste_folder(self) -> Path:
        if self._pasted is None:
            self._pasted = tempfile.TemporaryDirectory(prefix="workbench-pasted-")
        return Path(self._pasted.name)

    def read(self, paths: Iterable[Path]) -> None:
        """Read files and folders behind the window, then show what was read."""
        if self._session.read_only:
            self._context.window.info.refuse(
                lambda: self.tr(
                    "This project is open read-only: no articles can be imported into it."
                )
            )
            return
        known = {*self._current, *self._waiting}
        self._waiting += [path for path in dict.fromkeys(paths) if path not in known]
        if self._window is not None:
            self._tell_waiting()
        self._read_next()

    def _tell_waiting(self) -> None:
        told = self.tr("These files are read as soon as the import window is closed.")
        self._context.window.strip.hint(told)

    def may_end(self) -> bool:
        """Ask before a window goes in which something was decided."""
        if self._window is None:
            return True
        self._window.raise_()
        return self._window.may_go()

    def end(self) -> None:
        """Begin nothing any more: the project closes."""
        self._is_over = True
        self._in_turn.end()
        if self._asking is not None:
            self._asking.give_up()
            self._asking = None
        if self._coded is not None:
            self._coded.give_up()
            self._coded = None
        if self._window is not None:
            self._window.give_up()
        if self._pasted is not None:
            self._pasted.cleanup()
            self._pasted = None

    # --- reading and looking -------------------------------------------------

    def _read_next(self) -> None:
        if self._current or not self._waiting or self._is_over:
            return
        paths, self._waiting = self._waiting, []
        self._current, session = paths, self._session

        megabytes = self._context.settings.values.limit_megabytes

        def work(progress: Progress) -> list[FileRead] | Tables | Coded:
            from workbench.app.importing import Allowed
            from workbench.app.tables import tables_among

            coded = self._coded_among(paths, progress)
            if coded is not None:
                return coded
            found = tables_among(paths, session.codebook, progress, Allowed(megabytes))
            return Tables(found) if found else self._look(paths, progress)

        self._run(self.tr("Reading"), work, self._show_or_ask)

    def _coded_among(self, paths: list[Path], progress: Progress) -> Coded | None:
        """Read the first file that holds a coded project, if there is one."""
        from workbench.app.project_files import format_of_project, see_project

        for path in paths:
            kind = format_of_project(path)
            if kind is not None:
                rest = [each for each in paths if each != path]
                return Coded(see_project(self._session, path, kind, progress), rest)
        return None

    def _look(
        self, paths: list[Path], progress: Progress, choose: Choose | None = None
    ) -> list[FileRead]:
        """Read behind the window."""
        from workbench.app.importing import Allowed, look

        allowed = Allowed(self._context.settings.values.limit_megabytes)
        # Loaded here as well, so that the window does not stand still.
        import_module("workbench.ui.imports.window")
        return look(paths, self._session, progress, choose, self._in_turn, allowed)

    def _run(
        self,
        name: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Work behind the window; after a failure what waits is read."""
        self._context.background.run(
            name, work, done, failed or self._failed, owner=self._session, asks=True
        )

    def _failed(self, error: BaseException) -> None:
        self._go_on()
        self._context.failed(error)

    def _show_or_ask(self, found: list[FileRead] | Tables | Coded) -> None:
        if isinstance(found, Coded):
            self._ask_coded(found)
            return
        if not isinstance(found, Tables):
            self._show(found)
            return
        from workbench.ui.imports.tables import AskColumns

        self._asking = AskColumns(found.seen, self._session, self._context, self)
        self._asking.done.connect(self._read_tables)
        self._asking.begin()

    def _ask_coded(self, found: Coded) -> None:
        """Show what a coded project would bring; the other files are read afterwards."""
        from workbench.ui.imports.coded import CodedFlow

        self._waiting = [*found.rest, *self._waiting]
        coded = self._coded = CodedFlow(found.seen, self._context, self._session, self)
        coded.imported.connect(self.imported)
        coded.accepted.connect(lambda: self._take_in(coded, found.seen))
        coded.declined.connect(lambda: self._end_coded(coded))
        coded.begin()

    def _end_coded(self, coded: CodedFlow) -> None:
        self._coded = None
        coded.deleteLater()
        self._go_on()

    def _take_in(self, coded: CodedFlow, seen: ProjectSeen) -> None:
        """Bring a coded project in behind the window, and go on with what waits."""
        session, in_turn = self._session, self._in_turn

        def work(progress: Progress) -> TakenIn:
            from workbench.app.project_files import import_project

            return import_project(session, seen.project, progress, in_turn)

        def tell(came: TakenIn) -> None:
            coded.tell(came)
            self._end_coded(coded)

        def failed(error: BaseException) -> None:
            self._end_coded(coded)
            self._context.failed(error)

        self._run(self.tr("Importing"), work, tell, failed)

    def _read_tables(self, choose: Choose) -> None:
        assert self._asking is not None
        self._asking.deleteLater()
        self._asking = None
        paths = self._current
        self._run(
            self.tr("Reading"), lambda progress: self._look(paths, progress, choose), self._show
        )

    def _show(self, files: list[FileRead]) -> None:
        from workbench.ui.imports.window import ImportWindow

        window = ImportWindow(files, self._session, self._context)
        self._window = window
        window.files_dropped.connect(self.read)
        window.finished.connect(self._on_finished)
        window.show()
        window.raise_()
        window.activateWindow()

    def _on_finished(self, result: int) -> None:
        window, self._window = self._window, None
        assert window is not None
        files = window.files
        window.deleteLater()
        if self._is_over:
            return
        if result:
            self._bring_in(files)
        else:
            self._go_on()

    def _go_on(self) -> None:
        self._current = []
        self._read_next()

    # --- importing -----------------------------------------------------------

    def _bring_in(self, files: list[FileRead]) -> None:
        session, in_turn = self._session, self._in_turn

        def work(progress: Progress) -> ImportReport:
            from workbench.app.importing import import_files

            return import_files(session, files, progress, in_turn)

        self._run(self.tr("Importing"), work, self._tell)

    def _tell(self, report: ImportReport) -> None:
        from workbench.ui.imports.report import ReportDialog, summary_of

        if report.ids:
            self.imported.emit(report.ids)
        context, info = self._context, self._context.window.info

        def show() -> None:
            ReportDialog(report, context.messages, context.window).open()

        def told() -> str:
            return summary_of(report, context.messages)

        holds = while_done(self._session, "import") if report.ids else None
        if report.stopped is not None:
            info.refuse(told, holds)
            info.offer(lambda: self.tr("Details…"), show)
        else:
            info.tell(told, lambda: self.tr("Details…"), show, holds)
        self._go_on()
