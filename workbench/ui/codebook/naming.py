"""What the editor calls the shapes of marks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.ui.reading.view_model import Shape


def shape_name(shape: Shape) -> str:
    """Return how a mark is drawn."""
    translate = QCoreApplication.translate
    names = {
        Shape.TINT: translate("Codebook", "tinted ground"),
        Shape.BRACKET: translate("Codebook", "bracket"),
        Shape.THICK_LINE: translate("Codebook", "thick line"),
        Shape.DOTTED_LINE: translate("Codebook", "dotted line"),
        Shape.THIN_LINE: translate("Codebook", "thin line"),
    }
    return names[shape]
