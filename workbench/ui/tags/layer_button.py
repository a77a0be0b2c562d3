"""A button that opens the form of a layer, with the layer's key."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workbench.app.places import Place, place_of_layer
from workbench.domain.codebook import Layer
from workbench.ui.tags.labels import layer_tip, name_of, other
from workbench.ui.tags.paint import GAP, key_cap_width, paint_key_cap, paint_text, smaller
from workbench.ui.theme import Theme

_PADDING = 7


class LayerButton(QAbstractButton):
    """Name and key of a layer, the name in the other language unless it is `brief`."""

    def __init__(self, layer: Layer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer = layer
        self._theme = theme
        self._brief = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the name in the language of the interface."""
        self.setText(name_of(self.layer))
        self.setAccessibleName(self.text())
        self.setToolTip(layer_tip(self.layer))
        self.updateGeometry()

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return the entry of the layer."""
        return place_of_layer(self.layer.key)

    def set_brief(self, brief: bool) -> None:
        """Leave the other language out, or show it."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    def full_width(self) -> int:
        """Return the width with both languages."""
        return self._width(other(self.layer.label))

    def _beside(self) -> str:
        return "" if self._brief else other(self.layer.label)

    def _width(self, beside: str) -> int:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PADDING
        if beside:
            width += QFontMetrics(smaller(self.font())).horizontalAdvance(beside) + 6
        cap = key_cap_width(self.font(), self.layer.shortcut)
        return width + (cap + GAP if cap else 0)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._beside()), self.fontMetrics().height() + 12)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        hot = self.underMouse() or self.isDown()
        painter.setBrush(colour("hover" if hot else "article"))
        focused = self.hasFocus()
        painter.setPen(QPen(colour("accent" if focused else "line"), 1.6 if focused else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.8, 0.8, -0.8, -0.8), 5, 5)
        room = self.rect().adjusted(_PADDING, 0, -_PADDING + 2, 0)
        cap = paint_key_cap(painter, self._theme, self.font(), room, self.layer.shortcut)
        room.setRight(room.right() - cap)
        used = paint_text(painter, self.font(), colour("text"), room, self.text())
        room.setLeft(room.left() + used + 6)
        paint_text(painter, smaller(self.font()), colour("muted"), room, self._beside())
