"""The article that was read last can be read before its project is open."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenDesk
from workbench.app import session as session_module
from workbench.app.session import Session, open_session
from workbench.app.settings import Settings
from workbench.domain.text import Span
from workbench.ui.desk import Desk
from workbench.ui.reading.pane import ReadingPane


class Gate:
    """Hold every project back until it is told to let them come."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.refuses = False

    def __call__(self, path: Path, *arguments: Any, **options: Any) -> Session:
        self.go_on.wait(20)
        if self.refuses:
            path = path.with_name("missing.workbench")
        return open_session(path, *arguments, **options)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate()
    monkeypatch.setattr(session_module, "open_session", gate)
    yield gate
    gate.go_on.set()


@pytest.fixture
def articles(project: Path, tmp_path: Path) -> list[tuple[int, str]]:
    """Give the articles of the project with their texts."""
    session = open_session(project, "甲", cache=tmp_path)
    told = [(info.id, session.text(info.id)) for info in session.articles()]
    session.close()
    return told


def _shown(desk: Desk) -> ReadingPane | None:
    page = desk.context.window._pages.currentWidget()
    return page if isinstance(page, ReadingPane) else None


def _text(desk: Desk) -> str:
    pane = _shown(desk)
    return pane._view.page.text if pane else ""


def _begin(open_desk: OpenDesk, project: Path, qtbot: QtBot) -> Desk:
    desk = open_desk()
    desk.open(project)
    qtbot.waitUntil(lambda: _text(desk) != "")
    return desk


def test_the_first_article_shows_while_the_project_opens(
    open_desk: OpenDesk, project: Path, gate: Gate, articles: list[tuple[int, str]], qtbot: QtBot
) -> None:
    desk = _begin(open_desk, project, qtbot)
    assert desk.coding is None
    assert _text(desk) == articles[0][1]


def test_the_article_that_was_read_last_shows(
    open_desk: OpenDesk,
    settings: Settings,
    project: Path,
    gate: Gate,
    articles: list[tuple[int, str]],
    qtbot: QtBot,
) -> None:
    settings.values.last_articles[str(project)] = articles[2][0]
    desk = _begin(open_desk, project, qtbot)
    assert _text(desk) == articles[2][1]
    gate.go_on.set()
    qtbot.waitUntil(lambda: desk.coding is not None)
    assert desk.coding is not None
    assert desk.coding.article == articles[2][0]


def test_the_project_goes_on_with_what_is_shown(
    open_desk: OpenDesk, project: Path, gate: Gate, qtbot: QtBot
) -> None:
    desk = _begin(open_desk, project, qtbot)
    pane = _shown(desk)
    assert pane is not None
    pane.select_span(Span(3, 7))
    gate.go_on.set()
    qtbot.waitUntil(lambda: desk.coding is not None)
    assert desk.coding is not None
    assert desk.coding.panels.pane is pane
    assert pane.selected_span() == Span(3, 7)
    assert desk.coding.marking.passage is not None


def test_a_project_that_is_given_up_takes_its_text_along(
    open_desk: OpenDesk, project: Path, gate: Gate, qtbot: QtBot
) -> None:
    desk = _begin(open_desk, project, qtbot)
    desk.close()
    assert desk.context.window.start_page.isVisible()
    assert _shown(desk) is None


def test_a_project_that_is_refused_takes_its_text_along(
    open_desk: OpenDesk, project: Path, gate: Gate, qtbot: QtBot
) -> None:
    desk = _begin(open_desk, project, qtbot)
    gate.refuses = True
    gate.go_on.set()
    qtbot.waitUntil(desk.context.window.start_page.isVisible)
    assert desk.context.window.info.sentence
    assert _shown(desk) is None
