"""Walk through the passages whose categories are defined otherwise since they were coded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.domain.annotation import Annotation
from workbench.ui.codebook.passages import PassageList, PassageModel
from workbench.ui.theme import Theme

_SIZE = QSize(680, 460)


class ReviewWindow(QDialog):
    """A list beside the coding window: N goes to the next passage, R says “reviewed”.

    `gone_to` names the annotation that is looked at, `reviewed` those that are done with.
    """

    gone_to = Signal(object)
    reviewed = Signal(object)

    def __init__(
        self,
        passages: PassageModel,
        why: Callable[[Annotation], str],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._why = why
        self.list = PassageList(passages, theme)
        self._told = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._count = QLabel()
        self._refused = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._refused.hide()
        self.next_button, self.done_button = QPushButton(), QPushButton()
        foot = QHBoxLayout()
        foot.addWidget(self._count, stretch=1)
        foot.addWidget(self.next_button)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.addWidget(self._told)
        column.addWidget(self.list, stretch=1)
        column.addWidget(self._refused)
        column.addLayout(foot)
        for button in (self.next_button, self.done_button):
            button.setAutoDefault(False)
        self.next_button.clicked.connect(self.go_on)
        self.done_button.clicked.connect(self.finish)
        self.list.gone_to.connect(self._on_row)
        self.list.pressed.connect(self._on_key)
        self._name()
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(40, 60)))
        self._tell()
        self.list.go_to(0)
        self.list.setFocus()

    def _name(self) -> None:
        self.setWindowTitle(self.tr("To be reviewed"))
        self.list.setAccessibleName(self.tr("Passages to be reviewed"))
        self.list.hint = self.tr(
            "Nothing is to be reviewed: no rule has changed since these passages were coded."
        )
        self.next_button.setText(self.tr("&Next (N)"))
        self.done_button.setText(self.tr("&Reviewed (R)"))

    def _on_row(self, row: int) -> None:
        self.refuse("")
        annotation = self.list.passages.annotation(row)
        self._told.setText(self._why(annotation))
        self.gone_to.emit(annotation)

    def _on_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_N:
            self.go_on()
            event.accept()
        elif event.key() == Qt.Key.Key_R:
            self.finish()
            event.accept()

    def go_on(self) -> None:
        """Go to the next passage; after the last one to the first."""
        count = self.list.passages.rowCount()
        if count:
            self.list.go_to((self.list.currentIndex().row() + 1) % count)

    def finish(self) -> None:
        """Say that the selected passages are reviewed, and go to the next one."""
        rows = self.list.rows
        if rows:
            self.reviewed.emit([self.list.passages.annotation(row) for row in rows])

    def refuse(self, sentence: str) -> None:
        """Say why nothing was reviewed; nothing for an empty sentence."""
        self._refused.setText(sentence)
        self._refused.setVisible(bool(sentence))

    def refusal(self) -> str:
        """Return why nothing was reviewed."""
        return self._refused.text()

    def take_out(self, annotations: list[Annotation]) -> None:
        """Show annotations no more: they are reviewed."""
        gone = {each.id for each in annotations}
        model = self.list.passages
        rows = [row for row, each in enumerate(model.annotations) if each.id in gone]
        first = rows[0] if rows else 0
        model.take_out(rows)
        self._tell()
        self.list.go_to(min(first, model.rowCount() - 1))

    def show_again(self, annotations: list[Annotation]) -> None:
        """Show what is to be reviewed now."""
        current = self.list.currentIndex().row()
        self.list.passages.show(annotations)
        self._tell()
        self.list.go_to(min(max(current, 0), len(annotations) - 1))

    def _tell(self) -> None:
        count = self.list.passages.rowCount()
        self._count.setText(self.tr("{count} to be reviewed").format(count=f"{count:,}"))
        for button in (self.next_button, self.done_button):
            button.setEnabled(count > 0)
        if not count:
            self._told.clear()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.list.set_theme(theme)
