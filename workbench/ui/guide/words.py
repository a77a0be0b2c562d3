"""What pages call things, in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.app.codebook_queries import Usage
from workbench.domain.codebook import Kind, Scope


def kind_name(kind: Kind) -> str:
    """Return what a type of values is called."""
    translate = QCoreApplication.translate
    match kind:
        case Kind.CATEGORY:
            return translate("Guide", "category")
        case Kind.INTEGER:
            return translate("Guide", "whole number")
        case Kind.REAL:
            return translate("Guide", "number")
        case Kind.BOOLEAN:
            return translate("Guide", "yes or no")
        case Kind.DATE:
            return translate("Guide", "date")
        case Kind.TEXT:
            return translate("Guide", "text")
        case Kind.LINK:
            return translate("Guide", "link to other annotations")


def scope_name(scope: Scope) -> str:
    """Return what a layer's annotations are attached to."""
    if scope is Scope.SPAN:
        return QCoreApplication.translate("Guide", "a stretch of text")
    return QCoreApplication.translate("Guide", "the whole article")


def usage_words(usage: Usage) -> str:
    """Return how many annotations use something, in how many articles, of how many coders."""
    translate = QCoreApplication.translate
    if not usage.annotations:
        return translate("Guide", "not used yet")
    told = translate(
        "Guide", "annotations: {annotations} · articles: {articles} · coders: {coders}"
    )
    return told.format(
        annotations=f"{usage.annotations:,}",
        articles=f"{usage.articles:,}",
        coders=f"{usage.coders:,}",
    )
