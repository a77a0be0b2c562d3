"""A table that reads well: rows as lines of text, and a hint where there is none."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from workbench.ui.hints import paint_hint
from workbench.ui.theme import Theme


class Table(QTableView):
    """Choose rows by mouse or keys; `chosen` names the row that is gone to."""

    chosen = Signal(int)
    menu_wanted = Signal(QPoint)
    #: A row is to be folded (True) or unfolded (False), where it is a heading.
    folded = Signal(int, object)
    #: The selected rows are to be copied.
    copied = Signal()

    def __init__(self, model: QAbstractItemModel, theme: Theme) -> None:
        super().__init__()
        self.hint = ""
        #: The column that takes the room which the others leave.
        self.roomy: int | None = None
        #: Whether `copied` is taken up; else the current cell is copied.
        self.copies = False
        self._least = 0
        self._theme = theme
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(self.font()).height() + 8)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._on_clicked)
        self.customContextMenuRequested.connect(self._on_menu)

    def set_widths(self, *ems: float) -> None:
        """Make the columns so many Han characters wide."""
        em = QFontMetrics(self.font()).horizontalAdvance("字")
        for column, width in enumerate(ems):
            self.setColumnWidth(column, round(width * em))
        if self.roomy is not None:
            self._least = self.columnWidth(self.roomy)
            self.horizontalHeader().setStretchLastSection(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the roomy column have what the others leave, but never less than it is to have."""
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Give the roomy column what the others leave."""
        if self.roomy is not None:
            header = self.horizontalHeader()
            others = header.length() - self.columnWidth(self.roomy)
            self.setColumnWidth(self.roomy, max(self._least, self.viewport().width() - others))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        adds = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        # Whoever selects several does not go anywhere, which would select one.
        if not adds and len(self.selectionModel().selectedRows()) <= 1:
            self.chosen.emit(index.row())

    def _on_menu(self, position: QPoint) -> None:
        if self.indexAt(position).isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(position))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the current row on Return; fold a heading with the keys for left and right."""
        key, row = event.key(), self.currentIndex().row()
        if self.copies and event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif row >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(row)
        elif row >= 0 and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._is_heading(row):
            self.folded.emit(row, key == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def _is_heading(self, row: int) -> bool:
        return not self.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsSelectable

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            paint_hint(self, self.hint, self._theme)
