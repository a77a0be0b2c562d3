from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from workbench.app.commands import DeleteAnnotations, MarkSpan, MarkSpans
from workbench.ui import book_reading, open_article
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow
from workbench.ui.reading.sight import Sight


@pytest.fixture
def book(coding: Coding, monkeypatch: pytest.MonkeyPatch) -> tuple[int, list[int]]:
    """Give an article that counts as a book from now on, and its annotations."""
    assert coding.article is not None
    monkeypatch.setattr(book_reading, "_BOOK", 500)
    monkeypatch.setattr(open_article, "FIRST", 100)
    marks = [MarkSpan(coding.article, "actor", s, s + 2, {"actor": "USA"}) for s in (20, 400, 600)]
    ids = coding.session.run(MarkSpans(tuple(marks)))
    return coding.article, ids


def shown(coding: Coding) -> list[int]:
    return coding.panels.pane.annotation_ids()


def reopened(coding: Coding, article: int) -> None:
    coding.panels.articles.step(1)
    coding.show_article(article)


def rows(coding: Coding) -> list[int]:
    return [each.id for each in coding.panels.below.annotations.annotations()]


def test_a_book_shows_its_first_annotations_at_once_and_the_rest_behind(
    coding: Coding, book: tuple[int, list[int]], qtbot: QtBot
) -> None:
    article, ids = book
    reopened(coding, article)
    assert shown(coding) == rows(coding) == ids[:1]
    qtbot.waitUntil(lambda: not coding.open._book.is_coming)
    assert shown(coding) == rows(coding) == ids


def test_what_is_done_meanwhile_is_not_lost(
    coding: Coding, book: tuple[int, list[int]], qtbot: QtBot
) -> None:
    article, ids = book
    reopened(coding, article)
    new = coding.session.run(MarkSpan(article, "actor", 700, 703, {"actor": "USA"}))
    coding.session.run(DeleteAnnotations((ids[1],)))
    qtbot.waitUntil(lambda: not coding.open._book.is_coming)
    assert shown(coding) == rows(coding) == [ids[0], ids[2], new]


def test_what_is_done_between_its_parts_is_not_lost(
    coding: Coding, book: tuple[int, list[int]]
) -> None:
    article, ids = book
    parts = coding.open._show_rest(article, coding.session.annotations(article))
    new: list[int] = []
    for number, _ in enumerate(parts):  # at some the text has all of it, the tables do not yet
        start = 700 + 10 * number
        new.append(
            coding.session.run(MarkSpan(article, "actor", start, start + 3, {"actor": "USA"}))
        )
        if number == 1:
            coding.session.run(DeleteAnnotations((ids[1],)))
    assert len(new) > 2
    assert shown(coding) == rows(coding)
    assert set(rows(coding)) == {ids[0], ids[2], *new}
    page = coding.panels.pane._view.page
    assert not page.set_depths(range(len(page.shown.blocks)))  # each has its room already


def test_a_layer_that_is_hidden_meanwhile_stays_hidden(
    coding: Coding, book: tuple[int, list[int]]
) -> None:
    article, ids = book
    parts = coding.open._show_rest(article, coding.session.annotations(article))
    next(parts)
    layers = frozenset(each.layer for each in coding.session.annotations(article))
    coding.panels.pane.set_sight(Sight(layers))
    list(parts)
    assert shown(coding) == []
    coding.panels.pane.set_sight(Sight())
    assert shown(coding) == ids


def test_an_annotation_that_one_goes_to_is_not_waited_for(
    coding: Coding, book: tuple[int, list[int]]
) -> None:
    article, ids = book
    reopened(coding, article)
    coding.select(ids[2])
    assert coding.panels.pane.selected_annotation() == ids[2]
    assert shown(coding) == ids


def test_another_article_that_is_opened_meanwhile_stays(
    coding: Coding, book: tuple[int, list[int]], qtbot: QtBot, window: MainWindow
) -> None:
    article, _ = book
    reopened(coding, article)
    coding.panels.articles.step(1)
    coding.open._book.finish()
    qtbot.waitUntil(lambda: not coding.context.background.asking(None))
    qtbot.waitUntil(lambda: not coding.open._book.is_coming)
    assert article not in {each.article for each in coding.panels.below.annotations.annotations()}


def test_the_rest_of_a_book_that_is_left_is_read_no_further(
    coding: Coding, book: tuple[int, list[int]], qtbot: QtBot
) -> None:
    article, _ = book
    reopened(coding, article)
    qtbot.waitUntil(lambda: coding.open._book._running is not None)
    running = coding.open._book._running
    assert running is not None
    coding.panels.articles.step(1)
    assert running._job.cancelled
    assert coding.open._book._running is None
    qtbot.waitUntil(lambda: not coding.context.background.busy)
