"""Ask which other category takes the place of one: two entities found to be one."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from workbench.domain.codebook import Category, CodeList, Kind, Layer, Scope, Variable, Words
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.picker import CategoryPicker
from workbench.ui.tags.source import Source
from workbench.ui.theme import Theme


class MergeIntoDialog(QDialog):
    """Accept it to merge the category into `target`; `used` tells how much that touches."""

    def __init__(
        self,
        code_list: CodeList,
        category: Category,
        used: str,
        source: Source,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge into another category"))
        self._category = category
        self._buttons = ok_and_cancel(self, self.tr("Merge"))
        self.picker = _picker(code_list, source, theme)
        self.picker.committed.connect(self._on_chosen)
        self._told = QLabel(wordWrap=True)
        self._says = QLabel(wordWrap=True)
        question = self.tr("“{name}” is the same as:").format(name=name_of(category))
        told = self.tr(
            "Its annotations, aliases, patterns, members and twins go to the other, which keeps "
            "its key and label. One undo takes everything back."
        )
        column = QVBoxLayout(self)
        label = QLabel(question, wordWrap=True)
        label.setBuddy(self.picker.edit)
        self.picker.edit.setAccessibleName(question)
        for widget in (label, self.picker, QLabel(used, wordWrap=True)):
            column.addWidget(widget)
        self._says.setText(told)
        column.addWidget(self._told)
        column.addWidget(self._says)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.setMinimumSize(440, 260)
        self.picker.complained.connect(self._told.setText)
        self._on_chosen()
        self.picker.setFocus()

    @property
    def target(self) -> str:
        """The key of the category that stays, empty while none is chosen."""
        values = self.picker.values()
        return str(values[0]) if values else ""

    def _on_chosen(self) -> None:
        itself = self.target == self._category.key
        self._told.setText(self.tr("Choose another category than itself.") if itself else "")
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.target) and not itself)


def _picker(code_list: CodeList, source: Source, theme: Theme) -> CategoryPicker:
    variable = Variable("into", Kind.CATEGORY, code_list.label, code_list.key)
    return CategoryPicker(source, Layer("merge", Words(), Scope.SPAN, (variable,)), variable, theme)
