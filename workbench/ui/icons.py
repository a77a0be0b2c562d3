"""Our icons, drawn in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workbench.app.locations import resources_folder
from workbench.ui.theme import Theme

# Device pixels of a tool bar's icon at 100 and 200 %; smaller ones are scaled down.
_SIZES = (20, 40)


def themed_icon(name: str, theme: Theme, role: str = "text") -> QIcon:
    """Return an icon in the colour of `role`, paler where it is disabled."""
    source = (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    icon = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "line")):
        renderer = _renderer(source, theme.colour(colour))
        for size in _SIZES:
            icon.addPixmap(_drawn(renderer, size), mode)
    return icon


def _renderer(source: str, colour: QColor) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour.name()).encode()))


def _drawn(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
