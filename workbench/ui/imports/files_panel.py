"""The list of files with its filter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QListView, QToolButton, QVBoxLayout, QWidget

from workbench.ui.imports.files_delegate import FilesDelegate
from workbench.ui.imports.files_model import FilesFilter, FilesModel, Sieve
from workbench.ui.tags.flow import FlowLayout
from workbench.ui.theme import Theme

_LEAST_EMS = 12  # so that a title says what it is


class FilesPanel(QWidget):
    """Choose a file; filter by what should be looked at."""

    chosen = Signal(int)  # a row of the model

    def __init__(self, model: FilesModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._filter = FilesFilter(model, self)
        self.list = QListView()
        self._delegate = FilesDelegate(theme, model)
        self._buttons: dict[Sieve, QToolButton] = {}
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._on_current)
        model.changed.connect(self._tell_counts)
        self._tell_counts()

    def _lay_out(self) -> None:
        view = self.list
        view.setModel(self._filter)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)  # thousands of rows are measured once
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setMinimumWidth(_LEAST_EMS * view.fontMetrics().horizontalAdvance("字"))
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sieves = QWidget()
        flow = FlowLayout(sieves, spacing=2)
        group = QButtonGroup(self)
        for sieve in Sieve:
            button = QToolButton(autoRaise=True)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, sieve=sieve: self.sieve(sieve))
            group.addButton(button)
            flow.addWidget(button)
            self._buttons[sieve] = button
        self._buttons[Sieve.ALL].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sieves)
        column.addWidget(view, stretch=1)

    def _tell_counts(self) -> None:
        names = {
            Sieve.ALL: self.tr("All"),
            Sieve.LOOK: self.tr("Needs a look"),
            Sieve.DUPLICATES: self.tr("Duplicates"),
            Sieve.REFUSED: self.tr("Refused"),
        }
        for sieve, button in self._buttons.items():
            count = self._model.count(sieve)
            button.setText(f"{names[sieve]} {count}")
            button.setEnabled(count > 0 or sieve is Sieve.ALL)
        self.list.setAccessibleName(self.tr("Files to import"))

    @property
    def buttons(self) -> dict[Sieve, QToolButton]:
        """The buttons of the filter."""
        return self._buttons

    def sieve(self, sieve: Sieve) -> None:
        """List other files; the chosen one stays if it is among them."""
        self._buttons[sieve].setChecked(True)
        row = self.row
        self._filter.choose(sieve)
        here = self._filter.mapFromSource(self._model.index(row)) if row is not None else None
        if here is None or not here.isValid():
            here = self._filter.index(0, 0)
        self.list.setCurrentIndex(here)

    @property
    def row(self) -> int | None:
        """The chosen row of the model."""
        index = self.list.currentIndex()
        return self._filter.mapToSource(index).row() if index.isValid() else None

    def choose(self, row: int) -> None:
        """Choose a file; one that the filter hides takes the filter away."""
        index = self._filter.mapFromSource(self._model.index(row))
        if not index.isValid():
            self.sieve(Sieve.ALL)
            index = self._filter.mapFromSource(self._model.index(row))
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._filter.mapToSource(index).row())

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._tell_counts()
        super().changeEvent(event)
