"""What became of every file of an import: a sentence, and a table of the details."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QFrame, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from workbench.app.importing import Fate, ImportReport, Outcome
from workbench.app.messages import Messages
from workbench.ui.dialogs.buttons import close_only
from workbench.ui.punctuation import listed, named
from workbench.ui.titled_model import Index, TitledModel

_FILE, _TITLE, _FATE, _REMARK = range(4)
_SIZE = QSize(920, 480)
GLYPHS = {
    Fate.IMPORTED: "✓",
    Fate.LINKED: "✓",
    Fate.SKIPPED: "＝",
    Fate.REFUSED: "✕",
    Fate.PASSED_OVER: "–",
    Fate.LEFT: "…",
}


def fate_name(fate: Fate) -> str:
    """Return what became of a file, in words."""
    translate = QCoreApplication.translate
    return {
        Fate.IMPORTED: translate("Report", "imported"),
        Fate.LINKED: translate("Report", "imported and linked"),
        Fate.SKIPPED: translate("Report", "left out"),
        Fate.REFUSED: translate("Report", "refused"),
        Fate.PASSED_OVER: translate("Report", "not an article's kind of file"),
        Fate.LEFT: translate("Report", "not reached"),
    }[fate]


def summary_of(report: ImportReport, messages: Messages) -> str:
    """Return what an import came to, in one or two sentences."""
    translate = QCoreApplication.translate
    counts = [(fate_name(fate), len(report.of(fate))) for fate in Fate]
    told = listed(named(name, str(count)) for name, count in counts if count)
    parts = [told or translate("Report", "Nothing was imported.")]
    if report.stopped is not None:
        parts.append(messages.error(report.stopped))
    elif report.cancelled:
        parts.append(translate("Report", "It was cancelled; what was done stays."))
    return "  ".join(parts)


class OutcomesModel(TitledModel):
    """A row a file."""

    def __init__(self, outcomes: Sequence[Outcome], messages: Messages) -> None:
        super().__init__()
        self._outcomes = list(outcomes)
        self._messages = messages

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._outcomes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        outcome = self._outcomes[index.row()]
        return {
            _FILE: outcome.file.source.name,
            _TITLE: outcome.file.title,
            _FATE: f"{GLYPHS[outcome.fate]} {fate_name(outcome.fate)}",
            _REMARK: self._remark(outcome),
        }[index.column()]

    def _remark(self, outcome: Outcome) -> str:
        if outcome.refusal is not None:
            return self._messages.error(outcome.refusal)
        if outcome.file.likeness and outcome.fate in (Fate.SKIPPED, Fate.LINKED):
            told = self.tr("like “{title}”")
            return told.format(title=outcome.file.likeness[0].title)
        return " ".join(self._messages.text(f"warning_{each}") for each in outcome.file.warnings)

    def titles(self) -> Sequence[str]:
        return (self.tr("File"), self.tr("Title"), self.tr("Result"), self.tr("Remarks"))


_FIRST = (Fate.REFUSED, Fate.LEFT, Fate.SKIPPED, Fate.LINKED, Fate.IMPORTED, Fate.PASSED_OVER)


class ReportDialog(QDialog):
    """Read what became of each file; what needs a person comes first."""

    def __init__(self, report: ImportReport, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What was imported"))
        outcomes = sorted(
            report.outcomes, key=lambda each: (_FIRST.index(each.fate), not each.file.warnings)
        )
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Files"))
        self.table.setModel(OutcomesModel(outcomes, messages))
        self._fill_table()
        column = QVBoxLayout(self)
        column.addWidget(QLabel(summary_of(report, messages), wordWrap=True))
        column.addWidget(self.table)
        column.addWidget(close_only(self))
        self.resize(_SIZE)

    def _fill_table(self) -> None:
        table = self.table
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        em = QFontMetrics(self.font()).horizontalAdvance("字")
        for section, ems in ((_FILE, 13), (_TITLE, 18), (_FATE, 9)):
            header.resizeSection(section, ems * em)
        header.setSectionResizeMode(_REMARK, QHeaderView.ResizeMode.Stretch)
