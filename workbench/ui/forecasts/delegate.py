"""How a question is changed in its row: its outcome from a list, its dates in a line."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workbench.ui.forecasts.model import Column, LedgerModel
from workbench.ui.forecasts.words import outcomes
from workbench.ui.tags.labels import name_of

Index = QModelIndex | QPersistentModelIndex


class QuestionDelegate(QStyledItemDelegate):
    """Edit the outcome by choosing, a date by writing."""

    def __init__(self, model: LedgerModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        editor = self._choices(parent) if index.column() == Column.OUTCOME else QLineEdit(parent)
        if isinstance(editor, QLineEdit):
            editor.setPlaceholderText(self.tr("2025, 2025-08, 2025-08-25"))
        editor.setAccessibleName(name)
        return editor

    def _choices(self, parent: QWidget) -> QComboBox:
        box = QComboBox(parent)
        box.addItem(self.tr("(not settled)"), "")
        for category in outcomes(self._model.ledger):
            box.addItem(name_of(category), category.key)
        # One choice is all that is wanted of it: with its list open, arrow keys do not choose yet.
        box.activated.connect(lambda: self._close(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def _close(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, QLineEdit):
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
