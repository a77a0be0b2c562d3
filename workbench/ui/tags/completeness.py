"""What an annotation still lacks, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.domain.codebook import Layer
from workbench.domain.values import Values, clauses_lacking
from workbench.ui.tags.labels import name_of


def lacking(layer: Layer, values: Values) -> list[str]:
    """Return the names of what is missing; alternatives are joined by "or"."""
    joint = QCoreApplication.translate("Completeness", " or ")
    return [
        joint.join(name_of(layer.variable(key)) for key in clause)
        for clause in clauses_lacking(layer, values)
    ]


def completeness(layer: Layer, values: Values) -> str:
    """Return one line: complete, or what is missing."""
    names = lacking(layer, values)
    if not names:
        return QCoreApplication.translate("Completeness", "✓ complete")
    comma = QCoreApplication.translate("Completeness", ", ")
    sentence = QCoreApplication.translate("Completeness", "○ incomplete: {names}")
    return sentence.format(names=comma.join(names))
