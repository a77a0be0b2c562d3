"""Ask which category stays when several, or one and another, are made one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from workbench.app.codebook_queries import Usage
from workbench.domain.codebook import Category, CodeList, Kind, Layer, Scope, Variable, Words
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.guide.words import usage_words
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.picker import CategoryPicker
from workbench.ui.tags.source import Source
from workbench.ui.theme import Theme

_NAMED = 12


class MergeDialog(QDialog):
    """Accept it to merge `sources` into `target`: one of the categories, or what a picker finds."""

    def __init__(
        self,
        categories: Sequence[Category],
        usage: Usage,
        parent: QWidget,
        picker: CategoryPicker | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge categories"))
        self._categories = categories
        self.picker = picker
        self.box = QComboBox()
        self._says = QLabel(wordWrap=True)
        self._buttons = ok_and_cancel(self, self.tr("Merge"))
        form = self._form()
        told = self.tr(
            "Annotations, aliases, patterns, members and twins go to the category that stays, "
            "which keeps its key and label. One undo takes everything back."
        )
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._says)
        column.addWidget(QLabel(usage_words(usage), wordWrap=True))
        column.addWidget(QLabel(told, wordWrap=True))
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.setMinimumWidth(440)
        self._on_chosen()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if self.picker is not None:
            self._ask_for_another(form, self.picker)
            return form
        for category in self._categories:
            self.box.addItem(f"{name_of(category)} ({category.key})", category.key)
        self.box.setAccessibleName(self.tr("The category that stays"))
        named = "\n".join(f"• {name_of(each)}" for each in self._categories[:_NAMED])
        form.addRow(self.tr("These become one:"), QLabel(named, wordWrap=True))
        more = len(self._categories) - _NAMED
        if more > 0:
            form.addRow("", QLabel(self.tr("and {count} more").format(count=more)))
        form.addRow(self.tr("&Which keeps its key and label:"), self.box)
        return form

    def _ask_for_another(self, form: QFormLayout, picker: CategoryPicker) -> None:
        name = name_of(self._categories[0])
        question = self.tr("“{name}” is the same as:").format(name=name)
        label = QLabel(question, wordWrap=True)
        label.setBuddy(picker.edit)
        picker.edit.setAccessibleName(question)
        form.addRow(label)
        form.addRow(picker)
        picker.committed.connect(self._on_chosen)
        picker.complained.connect(self._says.setText)
        picker.setFocus()

    @property
    def target(self) -> str:
        """The key of the category that stays, empty while none is chosen."""
        if self.picker is None:
            return str(self.box.currentData())
        values = self.picker.values()
        return str(values[0]) if values else ""

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of those that go."""
        return tuple(each.key for each in self._categories if each.key != self.target)

    def _on_chosen(self) -> None:
        itself = not self.sources
        self._says.setText(self.tr("Choose another category than itself.") if itself else "")
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.target) and not itself)


def picker_of(code_list: CodeList, source: Source, theme: Theme) -> CategoryPicker:
    """Return a field to choose one category of a list."""
    variable = Variable("into", Kind.CATEGORY, code_list.label, code_list.key)
    return CategoryPicker(source, Layer("merge", Words(), Scope.SPAN, (variable,)), variable, theme)
