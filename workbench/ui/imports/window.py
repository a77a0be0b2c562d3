"""Look at files before they come in: what is kept of each, what is cut and why, what it is like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.app.importing import Changes, Decision, FileRead
from workbench.app.session import Session
from workbench.app.spreading import Said, said_in
from workbench.domain.errors import Refusal
from workbench.ui.context import Context
from workbench.ui.dialogs.ask import agree
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.field_lists import genres_in
from workbench.ui.imports.cutting import CuttingPane
from workbench.ui.imports.fields import FieldsForm
from workbench.ui.imports.files_model import FilesModel
from workbench.ui.imports.files_panel import FilesPanel
from workbench.ui.imports.loader import Loaded, Loader
from workbench.ui.imports.spreader import Spreader
from workbench.ui.imports.twins import TwinsBar, TwinsPane
from workbench.ui.theme import Theme

_SIZE = QSize(1280, 800)
_LIST_WIDTH = 350


@dataclass(frozen=True, slots=True)
class _Step:
    """What a file was before a person changed it."""

    row: int
    file: FileRead
    said: Said | None


class ImportWindow(QDialog):
    """Accept it to bring in the files that are not left out."""

    files_dropped = Signal(list)

    def __init__(self, files: Sequence[FileRead], session: Session, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        theme, messages = context.appearance.theme, context.messages
        self._steps: list[_Step] = []
        self._row: int | None = None
        self._loaded: Loaded | None = None
        self.model = FilesModel(files, messages, self)
        self.panel = FilesPanel(self.model, theme)
        self.fields = FieldsForm(genres_in(session.codebook, context.appearance.language), messages)
        self.twins_bar = TwinsBar()
        self.cutting = CuttingPane(theme)
        self.twins = TwinsPane(theme)
        self.words = QLabel(wordWrap=True)
        self._told = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._wrong = QLabel(wordWrap=True)
        self._what = QLabel()
        self.undo_button = QPushButton()
        self.buttons = ok_and_cancel(self)
        self._loader = Loader(session, context.background, self.model.file, self)
        self._spreader = Spreader(session, context.background, self.model, self)
        self._is_accepting = False
        self._lay_out()
        self._connect()
        self._retranslate()
        self._tell_what()
        self.setAcceptDrops(True)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(40, 60)))
        if files:
            self.panel.choose(0)

    # --- parts ---------------------------------------------------------------

    def _lay_out(self) -> None:
        for page in (self.cutting, self.twins, self._told):
            self._pages.addWidget(page)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        for widget in (self.fields, self._wrong, self.words, self.twins_bar):
            column.addWidget(widget)
        column.addWidget(self._pages, stretch=1)
        split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        split.addWidget(self.panel)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([_LIST_WIDTH, _SIZE.width() - _LIST_WIDTH])
        foot = QHBoxLayout()
        foot.addWidget(self.undo_button)
        foot.addWidget(self._what, stretch=1)
        foot.addWidget(self.buttons)
        whole = QVBoxLayout(self)
        whole.addWidget(split, stretch=1)
        whole.addLayout(foot)
        self._wrong.hide()
        for button in (self.undo_button, *self.buttons.buttons()):
            if isinstance(button, QPushButton):  # Enter in a line must import nothing
                button.setAutoDefault(False)
                button.setDefault(False)

    def _connect(self) -> None:
        self.panel.chosen.connect(self._show_row)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_failed)
        self._spreader.followed.connect(self._on_followed)
        self._spreader.settled.connect(self._on_settled)
        self.fields.corrected.connect(self._correct)
        self.fields.wrong.connect(self._tell_wrong)
        self.cutting.changed.connect(self._recut)
        self.twins_bar.decided.connect(self._decide)
        self.twins_bar.comparing_wanted.connect(self._show_twins)
        self.undo_button.clicked.connect(self.undo)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._accept_by_key)
        self._context.appearance.theme_changed.connect(self._set_theme)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import articles"))
        self.undo_button.setText(self.tr("&Undo"))
        self.undo_button.setToolTip(self.tr("Take back the last step in this window (Ctrl+Z)"))
        self._tell_what()

    def _set_theme(self, theme: Theme) -> None:
        for part in (self.panel, self.cutting, self.twins):
            part.set_theme(theme)

    # --- what is shown -------------------------------------------------------

    @property
    def files(self) -> list[FileRead]:
        """The files, as they were decided about."""
        return self.model.files

    def _file(self) -> FileRead | None:
        return None if self._row is None else self.model.file(self._row)

    def _show_row(self, row: int) -> None:
        if self._row is not None:
            self.fields.take_all()
        self._row, self._loaded = row, None
        file = self.model.file(row)
        self._show_file(file)
        if file.can_come:
            self._show_told(self.tr("Reading…"))
            self._loader.want(row)
        elif file.refusal is not None:
            self._show_told(self._context.sentence(file.refusal))
        elif file.left_out:
            self._show_told(
                self.tr("You left this table out. To import it, close this window and begin again.")
            )
        else:
            self._show_told(
                self.tr("Nothing says that this file is an article, so it is left out.")
            )

    def _show_file(self, file: FileRead) -> None:
        messages = self._context.messages
        self.fields.show_file(file)
        self.fields.setVisible(file.can_come)
        self.twins_bar.setVisible(bool(file.likeness) and file.can_come)
        if file.likeness:
            self.twins_bar.show_file(file)
        warnings = "  ".join(messages.text(f"warning_{each}") for each in file.warnings)
        self.words.setText(f"△ {warnings}" if warnings else "")
        self.words.setVisible(bool(warnings) and file.can_come)

    def _show_told(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._pages.setCurrentWidget(self._told)

    def _on_loaded(self, found: Loaded) -> None:
        if found.row != self._row:
            return
        self._loaded = found
        file = self.model.file(found.row)
        self.cutting.show_draft(found.draft, file.changes)
        if found.known is not None:
            self.twins.show_texts(found.draft.article(file.changes).text, found.known)
        twins = found.known is not None
        (self.twins_bar.twins if twins else self.twins_bar.cuts).setChecked(True)
        self.twins_bar.twins.setEnabled(twins)
        self._show_twins(twins)

    def _show_twins(self, twins: bool) -> None:
        if self._loaded is not None:
            self._pages.setCurrentWidget(self.twins if twins else self.cutting)

    def _on_failed(self, row: int, error: BaseException) -> None:
        if not isinstance(error, Refusal):
            raise error
        if row == self._row:
            self._show_told(self._context.sentence(error))

    # --- what a person decides -----------------------------------------------

    def _correct(self, name: str, text: str) -> None:
        file = self._file()
        if file is not None:
            self._put(file.corrected(**{name: text}))

    def _recut(self, changes: Changes) -> None:
        file = self._file()
        if file is not None:
            self._put(file.recut(changes.restored, changes.cut))

    def _decide(self, decision: Decision) -> None:
        file = self._file()
        if file is not None:
            self._put(file.decided(decision))

    def _put(self, file: FileRead) -> None:
        if self._row is None or file == self._file():
            return
        row = self._row
        self._steps.append(_Step(row, self.model.file(row), self._spreader.said(row)))
        self._set(row, file)
        if self._loaded is not None and self._loaded.row == row:
            self._spreader.say(row, said_in(row, file, self._loaded.draft.base))

    def _set(self, row: int, file: FileRead) -> None:
        file = self._counted(row, file)
        self.model.put(row, file)
        self._tell_what()
        if row == self._row:
            self._show_file(file)
            if self._loaded is not None:
                self.cutting.show_draft(self._loaded.draft, file.changes)

    def _counted(self, row: int, file: FileRead) -> FileRead:
        """Return the file with what it keeps and loses now."""
        if self._loaded is None or self._loaded.row != row:
            return file
        return self._loaded.draft.counted(file)

    def undo(self) -> None:
        """Take back the last step."""
        if not self._steps:
            return
        step = self._steps.pop()
        if step.row != self._row:
            self.panel.choose(step.row)
        # What others have decided for it meanwhile stays.
        file = self.model.file(step.row)
        self._set(step.row, replace(file, changes=step.file.changes))
        self._spreader.say(step.row, step.said)

    def _on_followed(self, rows: list[int]) -> None:
        """Show anew what other files' decisions have changed."""
        for row in rows:
            self._loader.forget(row)
        self._tell_what()
        if self._row in rows:
            self._loaded = None
            self._show_file(self.model.file(self._row))
            self._loader.want(self._row)

    def _on_settled(self) -> None:
        if self._is_accepting:
            self.accept()

    # --- the end -------------------------------------------------------------

    def _tell_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def _tell_what(self) -> None:
        files = self.model.files
        coming = sum(file.comes for file in files)
        out = len(files) - coming
        told = self.tr("Import {count}") if not out else self.tr("Import {count}, leave out {out}")
        self._what.setText(told.format(count=coming, out=out))
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(self.tr("&Import"))
        ok.setEnabled(coming > 0)
        self.undo_button.setEnabled(bool(self._steps))

    def _accept_by_key(self) -> None:
        if any(file.comes for file in self.model.files):
            self.accept()

    def accept(self) -> None:
        """Bring in what is not left out."""
        self.fields.take_all()
        self._is_accepting = self._spreader.busy
        if self._is_accepting:
            self._what.setText(self.tr("Your cuts are brought to the other files of the site…"))
            self.setEnabled(False)
            return
        self._end()
        super().accept()

    def reject(self) -> None:
        """Close without importing; what was decided is asked about first."""
        if self.may_go():
            self.give_up()

    def may_go(self) -> bool:
        """Ask whether what was decided may be forgotten, if anything was."""
        self.fields.take_all()
        return not self._steps or self._may_forget()

    def give_up(self) -> None:
        """Close without asking."""
        self._end()
        super().reject()

    def _end(self) -> None:
        self._loader.end()
        self._spreader.end()

    def _may_forget(self) -> bool:
        question = self.tr("Close without importing? What you decided here is forgotten.")
        return agree(self, question, self.tr("Close"), self.tr("Go on"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, and import nothing elsewhere."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if isinstance(focus, QAbstractButton):
                focus.click()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over the dropped files."""
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self.files_dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            messages = self._context.messages
            self.model.messages = self.fields.messages = messages
            self._retranslate()
        super().changeEvent(event)
