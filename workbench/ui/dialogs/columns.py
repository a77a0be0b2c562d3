"""Which column of a table holds what, with its first rows to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.app.tables import FIELDS, TableFile
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.dialogs.preview import PreviewModel
from workbench.ui.mnemonics import without_mnemonic
from workbench.ui.wording import field_names

_PER_ROW = 3
_WIDEST = 320
_LONGEST_LIST = 20
_MEASURED = 40  # columns whose widths are fitted to what they hold

# Keys of variables with their names.
Variables = Sequence[tuple[str, str]]


class ColumnsDialog(QDialog):
    """Accept it to read the table by the chosen columns; reject it to leave the table out."""

    sheet_wanted = Signal(str)

    def __init__(
        self,
        table: TableFile,
        guess: Mapping[str, str],
        parent: QWidget | None = None,
        variables: Variables = (),
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._variables = dict(variables)
        self._names = QStringListModel(self)  # one list of the columns for all the boxes
        self.boxes = {name: QComboBox() for name in (*FIELDS, *self._variables)}
        self._labels = {name: QLabel() for name in self.boxes}
        self.sheets = QComboBox()
        self._sheet_label = QLabel()
        self._what = QLabel(wordWrap=True)
        self._hint = QLabel(wordWrap=True)
        self.model = PreviewModel(table, self)
        self.view = QTableView()
        self.buttons = ok_and_cancel(self)
        self._lay_out()
        self._retranslate()
        for box in self.boxes.values():
            box.currentIndexChanged.connect(self._on_change)
        self.sheets.currentTextChanged.connect(self._want_sheet)
        self.show_table(table, guess)
        self.resize(960, 640)

    # --- parts ---------------------------------------------------------------

    def _lay_out(self) -> None:
        self.view.setModel(self.model)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setTabKeyNavigation(False)
        self.view.setWordWrap(False)
        self.view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = QHBoxLayout()
        head.addWidget(self._what, stretch=1)
        head.addWidget(self._sheet_label)
        head.addWidget(self.sheets)
        self._sheet_label.setBuddy(self.sheets)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._form())
        column.addWidget(self.view, stretch=1)
        column.addWidget(self._hint)
        column.addWidget(self.buttons)

    def _form(self) -> QScrollArea:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        for place, (name, box) in enumerate(self.boxes.items()):
            row, column = divmod(place, _PER_ROW)
            box.setModel(self._names)
            box.setMaxVisibleItems(_LONGEST_LIST)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(10)
            self._labels[name].setBuddy(box)
            grid.addWidget(self._labels[name], row, 2 * column)
            grid.addWidget(box, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(form)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMaximumHeight(form.sizeHint().height() + 4)
        return area

    def _field_names(self) -> Mapping[str, str]:
        names = {"text": self.tr("Te&xt"), **field_names()}
        variables = {key: name.replace("&", "&&") for key, name in self._variables.items()}
        return {**{field: names[field] for field in FIELDS}, **variables}

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Columns of a table"))
        for name, told in self._field_names().items():
            self._labels[name].setText(told)
            self.boxes[name].setAccessibleName(without_mnemonic(told))
        self._sheet_label.setText(self.tr("&Sheet"))
        self.sheets.setAccessibleName(without_mnemonic(self._sheet_label.text()))
        self.view.setAccessibleName(self.tr("First rows of the table"))
        kinds = QDialogButtonBox.StandardButton
        self.buttons.button(kinds.Ok).setText(self.tr("Look at the articles"))
        self.buttons.button(kinds.Cancel).setText(self.tr("Leave the table out"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            chosen = self.chosen
            self._retranslate()
            self._fill(chosen)
        super().changeEvent(event)

    # --- what is shown -------------------------------------------------------

    def show_table(self, table: TableFile, guess: Mapping[str, str]) -> None:
        """Show a table, or another sheet of it, with what its columns seem to hold."""
        self._table = table
        self.model.set_table(table)
        self.show_sheet_of_table()
        has_sheets = len(table.sheets) > 1
        self.sheets.setVisible(has_sheets)
        self._sheet_label.setVisible(has_sheets)
        self._fill(guess)
        self._fit()

    def show_sheet_of_table(self) -> None:
        """Name the sheet that is shown, also where another was wanted and cannot be had."""
        with QSignalBlocker(self.sheets):
            self.sheets.clear()
            self.sheets.addItems(list(self._table.sheets))
            self.sheets.setCurrentText(self._table.sheet)

    def _fill(self, columns: Mapping[str, str]) -> None:
        places = {column: place for place, column in enumerate(self._table.columns, 1)}
        blockers = [QSignalBlocker(box) for box in self.boxes.values()]
        self._names.setStringList([self.tr("(none)"), *self._table.columns])
        for name, box in self.boxes.items():
            box.setCurrentIndex(places.get(columns.get(name, ""), 0))
        del blockers
        self._on_change()

    def _fit(self) -> None:
        """Make columns as wide as what they hold, within reason; many are left as they are."""
        self.view.setVisible(bool(self._table.sample))
        for place in range(min(_MEASURED, len(self._table.columns))):
            self.view.resizeColumnToContents(place)
            if self.view.columnWidth(place) > _WIDEST:
                self.view.setColumnWidth(place, _WIDEST)

    def _on_change(self) -> None:
        fields: dict[str, list[str]] = {}
        told = self._field_names()
        for name, column in self.chosen.items():
            fields.setdefault(column, []).append(without_mnemonic(told[name]))
        self.model.set_fields({column: " · ".join(names) for column, names in fields.items()})
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled("text" in self.chosen)
        self._tell()

    def _tell(self) -> None:
        told = self.tr("{table}, rows: {rows}. Choose the column of each field.")
        self._what.setText(told.format(table=self._table.name, rows=f"{self._table.rows:,}"))
        missing = "text" not in self.chosen
        self._hint.setText(self.tr("Choose the column that holds the text.") if missing else "")
        self._hint.setVisible(missing)

    def _want_sheet(self, sheet: str) -> None:
        if sheet and sheet != self._table.sheet:
            self.sheet_wanted.emit(sheet)

    # --- what was chosen -----------------------------------------------------

    @property
    def chosen(self) -> Mapping[str, str]:
        """The column of each field that has one."""
        columns = self._table.columns
        return {
            name: columns[box.currentIndex() - 1]
            for name, box in self.boxes.items()
            if 0 < box.currentIndex() <= len(columns)
        }

    @property
    def sheet(self) -> str:
        """The sheet that is shown."""
        return self._table.sheet
