"""What would be imported: a row a file, the guessed titles to be corrected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.app.importing import FileRead
from workbench.app.messages import Messages
from workbench.ui.dialogs.buttons import ok_and_cancel

Index = QModelIndex | QPersistentModelIndex
_FILE, _TITLE, _KEPT, _CUT, _REMARK = range(5)
_SIZE = QSize(920, 460)


class FilesModel(QAbstractTableModel):
    """A row a file that was read; the titles can be edited."""

    def __init__(self, files: Sequence[FileRead], messages: Messages) -> None:
        super().__init__()
        self.files = list(files)
        self._messages = messages

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.files)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (_KEPT, _CUT):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return self._cell(self.files[index.row()], index.column())
        return None

    def _cell(self, file: FileRead, column: int) -> str:
        if column == _FILE:
            return file.source.name
        if column == _REMARK:
            return self._remark(file)
        if not file.can_come:
            return ""
        return {_TITLE: file.title, _KEPT: f"{file.kept:,}", _CUT: f"{file.cut:,}"}[column]

    def _remark(self, file: FileRead) -> str:
        if file.refusal is not None:
            return "✕ " + self._messages.error(file.refusal)
        if file.duplicate_of is not None:
            text = self.tr("✕ The same file is already there as “{title}”; it is left out.")
            return text.format(title=file.duplicate_of.title)
        told = (self._messages.text(f"warning_{each}") for each in file.warnings)
        return " ".join("△ " + each for each in told)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a corrected title; an empty one is refused."""
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or index.column() != _TITLE or not title:
            return False
        self.files[index.row()] = self.files[index.row()].corrected(title=title)
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and index.column() == _TITLE and self.files[index.row()].comes:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("File"),
            self.tr("Title"),
            self.tr("Kept"),
            self.tr("Cut"),
            self.tr("Remarks"),
        )[section]


class ImportDialog(QDialog):
    """Show what was read; accept to bring it in."""

    def __init__(self, files: Sequence[FileRead], messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import articles"))
        self._model = FilesModel(files, messages)
        self._table = QTableView()
        self._table.setAccessibleName(self.tr("Files to import"))
        self._fill_table()
        coming = sum(file.comes for file in files)
        ok = self.tr("Import {count}").format(count=coming)
        buttons = ok_and_cancel(self, ok)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(coming > 0)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self._summary(coming), wordWrap=True))
        column.addWidget(self._table)
        column.addWidget(buttons)
        self.resize(_SIZE)

    def _summary(self, coming: int) -> str:
        if not coming:
            return self.tr("None of these files can be imported.")
        return self.tr(
            "Titles can be corrected here with a double click, everything else later. "
            "The files as they are stay in the project, with what was cut."
        )

    def _fill_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        em = QFontMetrics(self.font()).horizontalAdvance("字")
        for section, ems in ((_FILE, 13), (_TITLE, 20), (_KEPT, 5), (_CUT, 5)):
            header.resizeSection(section, ems * em)
        header.setSectionResizeMode(_REMARK, QHeaderView.ResizeMode.Stretch)
        table.setWordWrap(True)
        table.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the remarks the room that they have now."""
        super().resizeEvent(event)
        self._table.resizeRowsToContents()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the rows in the widths that are shown."""
        super().showEvent(event)
        self._table.resizeRowsToContents()

    @property
    def files(self) -> list[FileRead]:
        """The files, their titles as corrected."""
        return self._model.files
