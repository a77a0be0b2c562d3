"""An article of our own, a small codebook, and a pane that shows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.reading.sample import CODEBOOK, TEXT, TITLE, marked
from workbench.domain.annotation import Annotation
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.theme import Theme

Show = Callable[..., ReadingPane]


@pytest.fixture(scope="session")
def light() -> Theme:
    """Give the light theme."""
    return Theme("light")


@pytest.fixture
def show(qtbot: QtBot, light: Theme) -> Show:
    """Give a function that shows a text with annotations in a pane of its own."""

    def shown(
        text: str = TEXT,
        annotations: tuple[Annotation, ...] = (),
        width: int = 900,
        height: int = 700,
    ) -> ReadingPane:
        pane = ReadingPane(light)
        qtbot.addWidget(pane)
        pane.resize(width, height)
        pane.show_article(1, TITLE, text, annotations, CODEBOOK, "en")
        with qtbot.waitExposed(pane):
            pane.show()
        pane.setFocus()
        return pane

    return shown


@pytest.fixture
def pane(show: Show) -> ReadingPane:
    """Give a pane with the sample article and a few annotations."""
    return show(annotations=marked())
