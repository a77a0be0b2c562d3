"""Move annotations to another layer: which of its variables takes which value."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QVBoxLayout, QWidget

from workbench.domain.codebook import Layer, Variable
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.tags.labels import name_of


class ChangeLayerDialog(QDialog):
    """Accept it to move them to `layer`; `variables` says what becomes of each value."""

    def __init__(
        self, source: Layer, targets: Sequence[Layer], touched: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Move from {layer}").format(layer=name_of(source)))
        self._source, self._targets = source, list(targets)
        self.box = QComboBox()
        for layer in targets:
            self.box.addItem(name_of(layer), layer.key)
        self.box.setAccessibleName(self.tr("The other layer"))
        self.maps: dict[str, QComboBox] = {}
        form = QFormLayout()
        form.addRow(self.tr("&To the layer:"), self.box)
        form.addRow(QLabel(self.tr("Each value goes to this variable of it:")))
        for variable in source.variables:
            box = self.maps[variable.key] = QComboBox()
            box.setAccessibleName(name_of(variable))
            form.addRow(name_of(variable), box)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(touched, wordWrap=True))
        column.addLayout(form)
        column.addWidget(ok_and_cancel(self, self.tr("Move")))
        self.box.currentIndexChanged.connect(self._fill)
        self.setMinimumWidth(420)
        self._fill()

    def _fill(self) -> None:
        """Offer for each variable those of the other layer that take its values."""
        target = self._targets[self.box.currentIndex()]
        taken: set[str] = set()
        for key, box in self.maps.items():
            variable = self._source.variable(key)
            box.clear()
            box.addItem(self.tr("— left out"), None)
            fitting = [each for each in target.variables if _takes(each, variable)]
            for each in fitting:
                box.addItem(name_of(each), each.key)
            likely = _likely(variable, [each for each in fitting if each.key not in taken])
            if likely is not None:
                taken.add(likely)
                box.setCurrentIndex(box.findData(likely))

    @property
    def layer(self) -> str:
        """The key of the layer that they go to."""
        return str(self.box.currentData())

    @property
    def variables(self) -> dict[str, str | None]:
        """What each variable becomes; None: its values are left out."""
        return {key: box.currentData() for key, box in self.maps.items()}


def _takes(target: Variable, source: Variable) -> bool:
    fits = target.kind is source.kind and target.code_list == source.code_list
    return fits and not target.retired and (target.several or not source.several)


def _likely(variable: Variable, fitting: Sequence[Variable]) -> str | None:
    same = next((each.key for each in fitting if each.key == variable.key), None)
    return same or next((each.key for each in fitting), None)
