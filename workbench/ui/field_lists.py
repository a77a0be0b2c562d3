"""The fields of a bibliography that are chosen from lists: language, script, genre."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from workbench.domain.codebook import Codebook

# Keys with what they are called.
Options = Sequence[tuple[str, str]]


def genres_in(codebook: Codebook, language: str) -> Options:
    """Return the genres of a codebook, if it has a list of them, with their names."""
    genres = codebook.lists_by_key.get("genres")
    found = genres.categories if genres else ()
    return [(each.key, each.label.told(language)) for each in found if not each.retired]


def field_options(name: str) -> Options:
    """Return the languages or the scripts that are offered."""
    translate = QCoreApplication.translate
    if name == "script":
        return (
            ("", ""),
            ("Hans", translate("Fields", "Simplified")),
            ("Hant", translate("Fields", "Traditional")),
        )
    return (
        ("zh", translate("Fields", "Chinese")),
        ("en", translate("Fields", "English")),
        ("ja", translate("Fields", "Japanese")),
        ("ko", translate("Fields", "Korean")),
        ("fr", translate("Fields", "French")),
        ("de", translate("Fields", "German")),
        ("es", translate("Fields", "Spanish")),
        ("ru", translate("Fields", "Russian")),
    )


def fill_list(box: QComboBox, options: Options, value: str) -> None:
    """Offer the options, and `value` also if it is none of them; choose it."""
    box.clear()
    for key, told in options:
        box.addItem(told, key)
    if box.findData(value) < 0:
        box.addItem(value, value)
    box.setCurrentIndex(box.findData(value))
