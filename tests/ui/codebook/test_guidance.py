"""F1 in the codebook editor opens the page of what is selected there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.codebook.conftest import EditorHands
from workbench.app.places import (
    LISTS,
    Place,
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)


@pytest.mark.parametrize(
    ("place", "title"),
    [
        (place_of_category("concepts", "C_HEDGE"), "hedging"),
        (place_of_list("concepts"), "Concepts"),
        (place_of_layer("stance"), "Stance"),
        (place_of_variable("stance", "position"), "position"),
        (LISTS, "Starter codebook: articles on international relations"),
    ],
)
def test_f1_opens_the_page_of_the_selected_row(
    editor: EditorHands, place: Place, title: str
) -> None:
    editor.click(place)
    editor.in_tree(Qt.Key.Key_F1)
    guide = editor.coding.guide.window
    assert guide.isVisible()
    assert guide.windowTitle() == f"{title} — Codebook"
