"""The line at the top of the tag panel that finds tags while one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workbench.app.places import place_of_layer
from workbench.domain.codebook import Layer
from workbench.ui.tags.chip import Chip
from workbench.ui.tags.choices import Choice
from workbench.ui.tags.labels import layer_tip, name_of
from workbench.ui.tags.paint import paint_box
from workbench.ui.tags.type_ahead import TypeAhead
from workbench.ui.theme import Theme

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class FinderBox(QWidget):
    """A line edit, narrowed to one layer by a chip before it.

    `asked` tells that text or layer have changed, `stepped` the arrow keys, `accepted` Enter,
    `added` Shift+Enter.
    """

    asked = Signal()
    stepped = Signal(int)
    accepted = Signal()
    added = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layer: Layer | None = None
        self._retagging = False
        self._chip: Chip | None = None
        self.edit = TypeAhead(self)
        self.edit.setClearButtonEnabled(True)
        self.edit.textChanged.connect(lambda: self.asked.emit())
        self.edit.pressed.connect(self._on_key)
        self.edit.focused.connect(lambda: self.update())
        self.edit.left.connect(lambda: self.update())
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(7, 4, 5, 4)
        self._layout.setSpacing(5)
        self._layout.addWidget(self.edit, 1)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)
        self._retranslate()

    @property
    def layer(self) -> Layer | None:
        """The layer that the search is narrowed to."""
        return self._layer

    def text(self) -> str:
        """Return what is typed, without white space around it."""
        return self.edit.text().strip()

    def narrow(self, layer: Layer | None) -> None:
        """Search one layer only, or all of them."""
        self._layer = layer
        if self._chip is not None:
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        if layer is not None:
            choice = Choice(
                layer.key, name_of(layer), tip=layer_tip(layer), entry=place_of_layer(layer.key)
            )
            self._chip = Chip(choice, self._theme, dotted=False, parent=self)
            self._chip.removed.connect(lambda: self.narrow(None))
            self._layout.insertWidget(0, self._chip)
        self._retranslate()
        self.asked.emit()

    def clear(self) -> None:
        """Empty the line and search all layers again."""
        self.edit.clear()
        if self._layer is not None:
            self.narrow(None)

    def set_retagging(self, on: bool) -> None:
        """Say whether what is found replaces the tag of an annotation."""
        if on != self._retagging:
            self._retagging = on
            self._retranslate()

    def _on_key(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.added if shifted else self.accepted).emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif key == Qt.Key.Key_Backspace and not self.edit.text() and self._layer is not None:
            self.narrow(None)
        else:
            return
        event.accept()

    # --- looks

    def sizeHint(self) -> QSize:
        return QSize(200, self.edit.sizeHint().height() + 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self._theme, self.rect(), self.edit.hasFocus())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.narrow(self._layer)

    def _retranslate(self) -> None:
        name = self.tr("Find a tag or an action, also by pinyin")
        if self._retagging:
            name = self.tr("Find another tag for the annotation")
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(name if self._layer is None else self.tr("type to find"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        if self._chip is not None:
            self._chip.set_theme(theme)
        self.update()
