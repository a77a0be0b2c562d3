"""Divide the passages of a category among several, one key each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.app.codebook_queries import Usage
from workbench.app.commands.codebook import new_category
from workbench.domain.codebook import (
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
    names_of,
)
from workbench.domain.codebook_edit.spent import Spent
from workbench.domain.values import Scalar
from workbench.ui.codebook.passages import PassageList, PassageModel
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.guide.words import usage_words
from workbench.ui.tags.choices import CategoryChoices, Choice, added_choice, category_choice
from workbench.ui.tags.flow import FlowLayout
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.picker import Picker
from workbench.ui.tags.source import Source
from workbench.ui.theme import Theme

_SIZE = QSize(820, 640)
_DIGITS = 9  # so many categories have a digit; the others have a button only


class SplitChoices(CategoryChoices):
    """The categories of the list, and those that are made for the split."""

    def __init__(self, source: Source, code_list: CodeList) -> None:
        layer, variable = _asking(code_list)
        super().__init__(source, layer, variable)
        self.made: dict[str, Category] = {}

    def choice(self, value: Scalar) -> Choice:
        """Return how a category is shown, also one that is made for the split."""
        made = self.made.get(str(value))
        return category_choice(self._list, made) if made else super().choice(value)

    def addition(self, text: str) -> Choice | None:
        """Return the row that makes a category for the split."""
        wanted = text.strip()
        taken = {name.casefold() for each in self.made.values() for name in names_of(each)}
        if wanted.casefold() in taken or super().addition(text) is None:
            return None
        return added_choice(self._source, self._list, wanted)


def _asking(code_list: CodeList) -> tuple[Layer, Variable]:
    variable = Variable("into", Kind.CATEGORY, Words(), code_list=code_list.key, several=True)
    return Layer("into", Words(), Scope.SPAN, (variable,)), variable


@dataclass(frozen=True, slots=True)
class Split:
    """What is to be split: the category, its list, how often it is used, what is spent."""

    code_list: CodeList
    category: Category
    usage: Usage
    spent: Spent


class SplitDialog(QDialog):
    """Accept it to split a category: what is not assigned to another one stays as it is."""

    def __init__(
        self, split: Split, passages: PassageModel, source: Source, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._split, self._source = split, source
        self.assignments: dict[int, str] = {}
        self._choices = SplitChoices(source, split.code_list)
        self.picker = Picker(self._choices, True, theme)
        self.list = PassageList(passages, theme)
        self._targets = QWidget()
        self._flow = FlowLayout(self._targets)
        self.buttons: list[QPushButton] = []
        self._done = QLabel()
        self._box = ok_and_cancel(self, self.tr("Split"))
        self._lay_out()
        self.picker.committed.connect(self._on_targets)
        self.picker.add_requested.connect(self._make)
        self.list.pressed.connect(self._on_key)
        self._name()
        self.picker.set_values((split.category.key,))
        self._on_targets()
        self.list.go_to(0)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(40, 60)))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Into:"), self.picker)
        told = self.tr(
            "Choose or add two categories or more; then give each of your passages its digit, or "
            "press its button: the first nine have digits. Several passages can be selected at "
            "once."
        )
        column = QVBoxLayout(self)
        column.addWidget(QLabel(usage_words(self._split.usage), wordWrap=True))
        column.addLayout(form)
        column.addWidget(QLabel(told, wordWrap=True))
        column.addWidget(self._targets)
        column.addWidget(self.list, stretch=1)
        column.addWidget(self._done)
        column.addWidget(self._box)
        for button in self._box.buttons():
            if isinstance(button, QPushButton):  # Enter in the picker must not split
                button.setAutoDefault(False)
                button.setDefault(False)

    def _name(self) -> None:
        name = name_of(self._split.category)
        self.setWindowTitle(self.tr("Split “{name}”").format(name=name))
        self.picker.edit.setAccessibleName(self.tr("Into these categories"))
        self.list.setAccessibleName(self.tr("Passages of “{name}”").format(name=name))
        self.list.hint = self.tr("No annotation uses it.")

    # --- the categories ------------------------------------------------------

    @property
    def keys(self) -> list[str]:
        """The keys of the categories that it is split into."""
        return [str(each) for each in self.picker.values()]

    @property
    def into(self) -> tuple[Category | str, ...]:
        """The categories that it is split into: those that are made for it, the others by key."""
        return tuple(self._choices.made.get(key, key) for key in self.keys)

    def _make(self, label: str) -> None:
        old, made = self._split.category, self._choices.made
        new = new_category(
            self._codebook, self._split.code_list.key, label, spent=self._split.spent
        )
        made[new.key] = replace(
            new,
            score=old.score,
            parent=old.parent,
            attributes=old.attributes,
            colour=old.colour,
        )
        self.picker.take(new.key)

    @property
    def _codebook(self) -> Codebook:
        """The codebook as it will be with what is made here, so that every key is new."""
        codebook, key = self._source.codebook, self._split.code_list.key
        lists = (
            replace(each, categories=(*each.categories, *self._choices.made.values()))
            if each.key == key
            else each
            for each in codebook.code_lists
        )
        return replace(codebook, code_lists=tuple(lists))

    def _on_targets(self) -> None:
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._target(digit, key) for digit, key in enumerate(self.keys, 1)]
        for annotation, key in list(self.assignments.items()):
            if key not in self.keys:
                del self.assignments[annotation]
        for row in range(self.list.passages.rowCount()):
            self._note(row)
        self._tell()

    def _target(self, digit: int, key: str) -> QPushButton:
        label = self._choices.choice(key).label
        shown = f"{digit}  {label}" if digit <= _DIGITS else label
        button = QPushButton(shown, self._targets)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.assign(key))
        self._flow.addWidget(button)
        button.show()
        return button

    # --- the passages --------------------------------------------------------

    def assign(self, key: str) -> None:
        """Give the selected passages to a category and go to the next one that has none."""
        for row in self.list.rows:
            self.assignments[self.list.passages.annotation(row).id] = key
            self._note(row)
        self._tell()
        self._go_on()

    def _note(self, row: int) -> None:
        key = self.assignments.get(self.list.passages.annotation(row).id)
        self.list.passages.set_note(row, self._choices.choice(key).label if key else "")

    def _go_on(self) -> None:
        there = range(self.list.passages.rowCount())
        begin = (self.list.rows or [0])[-1]
        order = [*there[begin:], *there[:begin]]
        annotation = self.list.passages.annotation
        open_ = (row for row in order if annotation(row).id not in self.assignments)
        self.list.go_to(next(open_, begin))
        self.list.setFocus()

    def _on_key(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if 1 <= digit <= min(_DIGITS, len(self.keys)):
            self.assign(self.keys[digit - 1])
            event.accept()

    def _tell(self) -> None:
        count, done = self.list.passages.rowCount(), len(self.assignments)
        told = self.tr("{done} of {count} assigned") if done == count else self._told_of_rest()
        self._done.setText(told.format(done=done, count=count))
        ok = self._box.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(len(self.keys) >= 2)

    def _told_of_rest(self) -> str:
        return self.tr("{done} of {count} assigned; the others stay as they are")
