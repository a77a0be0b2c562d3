"""Ask which of several categories stays when they are made one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QVBoxLayout, QWidget

from workbench.app.codebook_queries import Usage
from workbench.domain.codebook import Category
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.guide.words import usage_words
from workbench.ui.tags.labels import name_of


class MergeDialog(QDialog):
    """Accept it to merge all into `target`."""

    def __init__(self, categories: Sequence[Category], usage: Usage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge categories"))
        self._categories = categories
        self.box = QComboBox()
        for category in categories:
            self.box.addItem(f"{name_of(category)} ({category.key})", category.key)
        self.box.setAccessibleName(self.tr("The category that stays"))
        names = QLabel("\n".join(f"• {name_of(each)}" for each in categories[:12]), wordWrap=True)
        more = len(categories) - 12
        form = QFormLayout()
        form.addRow(self.tr("These become one:"), names)
        if more > 0:
            form.addRow("", QLabel(self.tr("and {count} more").format(count=more)))
        form.addRow(self.tr("&Which keeps its key and label:"), self.box)
        told = self.tr(
            "Annotations, aliases, patterns, members and twins of the others go to it. "
            "One undo takes everything back."
        )
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(QLabel(usage_words(usage), wordWrap=True))
        column.addWidget(QLabel(told, wordWrap=True))
        column.addWidget(ok_and_cancel(self, self.tr("Merge")))
        self.setMinimumWidth(420)

    @property
    def target(self) -> str:
        """The key of the category that stays."""
        return str(self.box.currentData())

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of those that go."""
        return tuple(each.key for each in self._categories if each.key != self.target)
