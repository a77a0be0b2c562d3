"""What of a project is exported: a remembered choice, and whose work on what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QGroupBox,
    QInputDialog,
    QLabel,
    QPushButton,
    QWidget,
)

from workbench.app.exporting import ExportChoice
from workbench.domain.article import Status
from workbench.domain.codebook import Codebook
from workbench.domain.expansion import has_groups
from workbench.ui.exports.picker import Picker
from workbench.ui.mnemonics import without_mnemonic
from workbench.ui.statuses import status_name
from workbench.ui.tags.labels import name_of

_PRESET = 16  # characters of a remembered name that are always seen


class What(QGroupBox):
    """Choose layers, coders and statuses; what the window does not show is kept as it was.

    `remember` is a button for the foot of the window: it is about all that is chosen.
    """

    changed = Signal()
    preset_chosen = Signal(object)
    remember_wanted = Signal(str)

    def __init__(
        self, codebook: Codebook, coders: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("What"))
        self._kept = ExportChoice()
        self._presets: dict[str, ExportChoice] = {}
        self.presets = QComboBox()
        self.remember = QPushButton(self.tr("&Remember…"))
        self.layers, self.coders, self.statuses = Picker(), Picker(), Picker()
        self.layers.offer({each.key: name_of(each) for each in codebook.layers})
        self.coders.offer({each: each for each in coders})
        self.statuses.offer({each.value: status_name(each) for each in Status})
        self.expand = QCheckBox(self.tr("A &group is its members in the long tables"))
        self._with_groups = any(map(has_groups, codebook.code_lists))
        self._filtered = QLabel(wordWrap=True)
        self._lay_out()
        for picker in (self.layers, self.coders, self.statuses):
            picker.changed.connect(self.changed)
        self.expand.toggled.connect(self.changed)
        self.presets.currentIndexChanged.connect(self._on_preset)
        self.remember.clicked.connect(self._ask_name)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        asked = (
            (self.tr("Re&membered"), self.presets),
            (self.tr("La&yers"), self.layers),
            (self.tr("C&oders"), self.coders),
            (self.tr("S&tatus of the articles"), self.statuses),
        )
        for row, (name, box) in enumerate(asked):
            label = QLabel(name)
            label.setBuddy(box)
            box.setAccessibleName(without_mnemonic(name))
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        self.presets.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.presets.setMinimumContentsLength(_PRESET)
        self.remember.setAutoDefault(False)
        told = self.tr(
            "A row a member, with the group in expanded_from and 1/members in weight; "
            "mechanisms and organisations stay one. All other tables have what was coded."
        )
        self.expand.setAccessibleDescription(told)
        self.expand.setToolTip(told)
        self.expand.setVisible(self._with_groups)
        grid.addWidget(self.expand, len(asked), 0, 1, 2)
        grid.addWidget(self._filtered, len(asked) + 1, 0, 1, 2)

    def offer_presets(self, presets: Mapping[str, ExportChoice], chosen: str = "") -> None:
        """Offer remembered choices by name; the whole project is always there."""
        self._presets = dict(presets)
        with QSignalBlocker(self.presets):
            self.presets.clear()
            self.presets.addItem(self.tr("(the whole project)"), "")
            for name in presets:
                self.presets.addItem(name, name)
            self.presets.setCurrentIndex(max(0, self.presets.findData(chosen)))

    def show_choice(self, choice: ExportChoice) -> None:
        """Show what a choice says, and keep what cannot be shown."""
        self._kept = choice
        for picker, keys in (
            (self.layers, choice.layers),
            (self.coders, choice.coders),
            (self.statuses, choice.statuses),
        ):
            with QSignalBlocker(picker):
                picker.choose(keys)
        with QSignalBlocker(self.expand):
            self.expand.setChecked(choice.expand_groups and self._with_groups)
        filters = [f"{name} = {', '.join(keys)}" for name, keys in choice.where.items()]
        filters += [", ".join(choice.variables)] if choice.variables else []
        told = self.tr("Remembered besides: {filters}").format(filters="; ".join(filters))
        self._filtered.setText(told if filters else "")
        self._filtered.setVisible(bool(filters))
        self.changed.emit()

    def told(self, choice: ExportChoice) -> ExportChoice:
        """Return a choice with what is chosen here."""
        return replace(
            choice,
            layers=self.layers.chosen,
            coders=self.coders.chosen,
            statuses=self.statuses.chosen,
            variables=self._kept.variables,
            where=self._kept.where,
            period=self._kept.period,
            networks=self._kept.networks,
            expand_groups=self.expand.isChecked(),
        )

    def _on_preset(self) -> None:
        name = self.presets.currentData()
        self.preset_chosen.emit(self._presets.get(name, ExportChoice()))

    def _ask_name(self) -> None:
        title = self.tr("Remember this export")
        label = self.tr("Its name; it is kept in the project.")
        known = self.presets.currentData() or ""
        name, accepted = QInputDialog.getText(self, title, label, text=known)
        if accepted and name.strip():
            self.remember_wanted.emit(name.strip())
