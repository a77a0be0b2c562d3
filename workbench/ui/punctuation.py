"""Names and values side by side, with the marks of the interface's language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def listed(parts: Iterable[str]) -> str:
    """Return what belongs together, such as several values of a variable."""
    return QCoreApplication.translate("Punctuation", ", ").join(parts)


def listed_apart(parts: Iterable[str]) -> str:
    """Return what stands for itself, such as the values of several variables."""
    return QCoreApplication.translate("Punctuation", "; ").join(parts)


def named(name: str, text: str) -> str:
    """Return a text behind its name."""
    return QCoreApplication.translate("Punctuation", "{name}: {text}").format(name=name, text=text)


def either(parts: Iterable[str]) -> str:
    """Return alternatives."""
    return QCoreApplication.translate("Completeness", " or ").join(parts)


def in_brackets(text: str, inside: str) -> str:
    """Return a text with what explains it in brackets behind it."""
    told = QCoreApplication.translate("Punctuation", "{text} ({inside})")
    return told.format(text=text, inside=inside)
