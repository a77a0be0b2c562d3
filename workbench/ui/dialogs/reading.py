"""How the article is set: font, size, measure, spacing, numbers; each change shows at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.reading.setting import MEASURES, SPACINGS, Setting

_STEP = 0.05


class ReadingDialog(QDialog):
    """Emits `chosen` and `size_chosen` with every change; there is nothing to accept."""

    chosen = Signal(object)  # Setting
    size_chosen = Signal(int)

    def __init__(
        self, setting: Setting, size: int, sizes: tuple[int, int], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Text of the article"))
        self.family = QComboBox()
        self.size_, self.measure, self.spacing = QSpinBox(), QSpinBox(), QDoubleSpinBox()
        self.paragraphs = QCheckBox(self.tr("&Paragraph numbers"))
        self.sentences = QCheckBox(self.tr("S&entence numbers"))
        self._fill(sizes)
        self._show(setting, size)
        self._lay_out()
        self._connect()

    def _fill(self, sizes: tuple[int, int]) -> None:
        self.family.addItem(self.tr("As usual"), "")
        chinese = QFontDatabase.WritingSystem.SimplifiedChinese
        for family in QFontDatabase.families(chinese):
            if not QFontDatabase.isPrivateFamily(family):
                self.family.addItem(family, family)
        self.size_.setRange(*sizes)
        self.size_.setSuffix(self.tr(" px"))
        self.measure.setRange(*MEASURES)
        self.measure.setSuffix(self.tr(" characters"))
        self.spacing.setRange(*SPACINGS)
        self.spacing.setSingleStep(_STEP)
        self.spacing.setDecimals(2)

    def _show(self, setting: Setting, size: int) -> None:
        self.family.setCurrentIndex(max(0, self.family.findData(setting.family)))
        self.size_.setValue(size)
        self.measure.setValue(setting.measure)
        self.spacing.setValue(setting.spacing)
        self.paragraphs.setChecked(setting.paragraphs)
        self.sentences.setChecked(setting.sentences)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Font:"), self.family)
        form.addRow(self.tr("&Size:"), self.size_)
        form.addRow(self.tr("&Line:"), self.measure)
        form.addRow(self.tr("Li&ne height:"), self.spacing)
        form.addRow(self.paragraphs)
        form.addRow(self.sentences)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        reset = buttons.addButton(self.tr("&As usual"), QDialogButtonBox.ButtonRole.ResetRole)
        reset.clicked.connect(self._reset)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.size_.valueChanged.connect(self.size_chosen)
        self.family.currentIndexChanged.connect(self._tell)
        self.measure.valueChanged.connect(self._tell)
        self.spacing.valueChanged.connect(self._tell)
        self.paragraphs.toggled.connect(self._tell)
        self.sentences.toggled.connect(self._tell)

    def _tell(self, _: object) -> None:
        self.chosen.emit(self.setting)

    @property
    def setting(self) -> Setting:
        """How the article is to be set."""
        return Setting(
            str(self.family.currentData()),
            self.measure.value(),
            round(self.spacing.value(), 2),
            self.paragraphs.isChecked(),
            self.sentences.isChecked(),
        )

    def _reset(self) -> None:
        self._show(Setting(), self.size_.value())
