"""The export assistant: what, as what, where, and a look at it before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.app.commands import RememberExport
from workbench.app.errors import Cancelled
from workbench.app.exporting import (
    ExportChoice,
    Table,
    TablePreview,
    coders_of,
    is_dataset,
    preview_dataset,
    remembered_exports,
    tables_of,
)
from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.domain.errors import Refusal
from workbench.ui.background import Running
from workbench.ui.context import Context
from workbench.ui.dialogs.ask import ask_folder
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.exports.as_what import AsWhat
from workbench.ui.exports.look import Look
from workbench.ui.exports.what import What

_SIZE = QSize(1140, 800)
_SOON = 250  # milliseconds without another change, before rows are counted anew


class ExportDialog(QDialog):
    """Accept it to export `choice` into `folder`; the rows are counted behind it."""

    def __init__(
        self, context: Context, session: Session, suggested: Path, choice: ExportChoice
    ) -> None:
        super().__init__(context.window)
        self.setWindowTitle(self.tr("Export the dataset"))
        self._context = context
        self._session = session
        self._suggested = suggested
        self._counting: Running | None = None
        self._refused = ""
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self._count)
        self.what = What(session.codebook, coders_of(session.database))
        self.as_what = AsWhat()
        self.look = Look()
        self.line = QLineEdit(str(suggested))
        self._note = QLabel(wordWrap=True)
        self._buttons = ok_and_cancel(self, self.tr("Export"))
        self._lay_out()
        self._connect()
        self._offer_presets()
        self.show_choice(choice)
        self.line.setFocus()

    @property
    def expand(self) -> QWidget:
        """What says whether groups are to be their members."""
        return self.what.expand

    # --- parts ---------------------------------------------------------------

    def _lay_out(self) -> None:
        inner = QWidget()
        left = QVBoxLayout(inner)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.what)
        left.addWidget(self.as_what)
        left.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.setMinimumWidth(inner.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        row = QHBoxLayout()
        row.addWidget(area)
        row.addWidget(self.look, stretch=1)
        column = QVBoxLayout(self)
        column.addLayout(row, stretch=1)
        column.addWidget(self._where())
        column.addLayout(self._foot())
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(40, 60)))

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self.what.remember)
        foot.addStretch(1)
        foot.addWidget(self._buttons)
        return foot

    def _where(self) -> QGroupBox:
        box = QGroupBox(self.tr("Where"))
        label = QLabel(self.tr("Fol&der"))
        label.setBuddy(self.line)
        choose = QPushButton(self.tr("C&hoose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.line, stretch=1)
        row.addWidget(choose)
        column = QVBoxLayout(box)
        column.addLayout(row)
        column.addWidget(self._note)
        return box

    def _connect(self) -> None:
        self.line.textChanged.connect(self._tell)
        self.as_what.changed.connect(self._tell)
        self.as_what.language_changed.connect(self._count_soon)
        self.look.changed.connect(self._tell)
        self.what.changed.connect(self._count_soon)
        self.what.preset_chosen.connect(self.show_choice)
        self.what.remember_wanted.connect(self._remember)
        self.finished.connect(self._stop)

    # --- what is chosen ------------------------------------------------------

    @property
    def folder(self) -> Path:
        """The folder that was chosen; a relative one lies beside the project."""
        return self._suggested.parent / Path(self.line.text().strip()).expanduser()

    @property
    def choice(self) -> ExportChoice:
        """What was chosen."""
        return self.as_what.told(self.what.told(ExportChoice(tables=self.look.tables.chosen)))

    def show_choice(self, choice: ExportChoice) -> None:
        """Show a choice: that of the last time, or a remembered one."""
        self.as_what.show_choice(choice)
        self.what.show_choice(choice)
        self._show_tables(choice.tables)
        self._count_soon()

    def _offer_presets(self, chosen: str = "") -> None:
        self.what.offer_presets(remembered_exports(self._session.database), chosen)
        self.what.remember.setEnabled(not self._session.read_only)

    def _remember(self, name: str) -> None:
        try:
            self._session.run(RememberExport(name, self.choice))
        except Refusal as refusal:
            self._refused = self._context.sentence(refusal)
            self._tell()
        else:
            self._offer_presets(name)

    def _choose(self) -> None:
        near = next((each for each in (self.folder, *self.folder.parents) if each.is_dir()), None)
        chosen = ask_folder(self, near or self._suggested.parent)
        if chosen is not None:
            self.line.setText(str(chosen))

    # --- counting ------------------------------------------------------------

    def _everything(self) -> ExportChoice:
        """Return the choice with all tables: what is unchecked is counted, too."""
        return self.as_what.told(self.what.told(ExportChoice()))

    def _show_tables(self, wanted: Sequence[str]) -> None:
        tables: Sequence[Table] = ()
        self._refused = ""
        try:
            tables = tables_of(self._session.database, self._everything())
        except Refusal as refusal:  # a remembered choice may name what is there no more
            self._refused = self._context.sentence(refusal)
        self.look.show_tables(tables, wanted)

    def _count_soon(self) -> None:
        self._stop()
        self._timer.start()

    def _count(self) -> None:
        self._stop()
        self._show_tables(self.look.tables.chosen)
        if self._refused:
            return
        choice, database = self._everything(), self._session.database

        def work(progress: Progress) -> Sequence[TablePreview]:
            return preview_dataset(database, choice, progress=progress)

        self.look.told.setText(self.tr("Counting…"))
        self._counting = self._context.background.run(
            "", work, self._counted, self._not_counted, owner=self._session
        )
        self._counting.progressed.connect(self._on_progress)

    def _on_progress(self, done: int, total: int, name: str, share: float) -> None:
        self.look.told.setText(self.tr("Counting… {share:.0%}").format(share=share))

    def _counted(self, previews: Sequence[TablePreview]) -> None:
        self._counting = None
        self.look.show_previews(previews)
        self._tell()

    def _not_counted(self, error: BaseException) -> None:
        self._counting = None
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, Refusal):
            raise error
        self.look.told.setText("")
        self._refused = self._context.sentence(error)
        self._tell()

    def _stop(self) -> None:
        self._timer.stop()
        if self._counting is not None:
            self._counting.drop()
            self._counting = None

    # --- what is told --------------------------------------------------------

    def _tell(self) -> None:
        wanted = bool(self.look.tables.wanted)
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.line.text().strip() and self.as_what.formats and wanted))
        self._note.setText(self._where_told())
        rows = self.look.tables.rows_wanted
        if rows is not None:
            told = self.tr("Tables: {tables}, rows: {rows}")
            tables = len(self.look.tables.wanted)
            self.look.told.setText(told.format(tables=tables, rows=f"{rows:,}"))

    def _where_told(self) -> str:
        if self._refused:
            return self._refused
        if not self.as_what.formats:
            return self.tr("Choose a format.")
        if not self.look.tables.wanted:
            return self.tr("Choose a table.")
        if self.line.text().strip() and is_dataset(self.folder):
            return self.tr("An earlier export is there; it is replaced when all is written.")
        return self.tr("With scripts that load it into R, Python, Stata and SPSS, and a README.")
