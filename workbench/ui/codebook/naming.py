"""What the editor calls kinds, scopes and shapes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.domain.codebook import Kind, Scope
from workbench.ui.reading.view_model import Shape


def kind_name(kind: Kind) -> str:
    """Return what a kind of values is called."""
    translate = QCoreApplication.translate
    names = {
        Kind.CATEGORY: translate("Codebook", "category of a list"),
        Kind.INTEGER: translate("Codebook", "whole number"),
        Kind.REAL: translate("Codebook", "number"),
        Kind.BOOLEAN: translate("Codebook", "yes or no"),
        Kind.DATE: translate("Codebook", "date"),
        Kind.TEXT: translate("Codebook", "text"),
        Kind.LINK: translate("Codebook", "link to another annotation"),
    }
    return names[kind]


def scope_name(scope: Scope) -> str:
    """Return what a layer's annotations are attached to."""
    translate = QCoreApplication.translate
    names = {
        Scope.SPAN: translate("Codebook", "a passage of the text"),
        Scope.ARTICLE: translate("Codebook", "the whole article"),
    }
    return names[scope]


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
