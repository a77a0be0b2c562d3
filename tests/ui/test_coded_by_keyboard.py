"""A journal article coded through the window by key events alone, up to the dataset."""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.language.gold.score import Article, articles
from tests.ui.conftest import Hands, OpenDesk
from workbench.app.exporting import export_dataset
from workbench.app.importing import import_files, look
from workbench.app.projects import new_project
from workbench.app.session import open_session
from workbench.domain.article import Status
from workbench.domain.codebook import Codebook
from workbench.domain.text import Segments, Span, trimmed
from workbench.domain.units import Unit, clauses_in, following, units_around
from workbench.ui.coding import Coding

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
KEY = Qt.Key
FORTH = {
    Unit.PARAGRAPH: (KEY.Key_Down, CTRL),
    Unit.SENTENCE: (KEY.Key_BracketRight, NONE),
    Unit.CLAUSE: (KEY.Key_Period, NONE),
}


@dataclass(frozen=True)
class Meant:
    """An annotation that is to be made, and the unit that its stretch is, if it is one."""

    layer: str
    span: Span
    values: Mapping[str, str]
    unit: Unit | None = None


@dataclass
class Coder:
    """A person without a mouse."""

    coding: Coding
    hands: Hands
    segments: Segments
    made: list[Meant] = field(default_factory=list)

    @property
    def book(self) -> Codebook:
        return self.coding.session.codebook

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times - 1):
            QTest.keyClick(self.coding.panels.pane._view, key, modifier)
        if times:
            self.hands.press(key, modifier)  # and let the window do what it puts off

    def go_to(self, offset: int) -> None:
        """Put the caret somewhere, by the largest units first."""
        length = len(self.segments.text)
        self.press(KEY.Key_Home, CTRL)
        caret = 0
        for unit, stroke in FORTH.items():
            while True:
                further = following(units_around(self.segments, unit, caret), caret, length)
                if further > offset or further == caret:
                    break
                QTest.keyClick(self.coding.panels.pane._view, *stroke)
                caret = further
        self.press(KEY.Key_Right, times=offset - caret)
        assert self.coding.panels.pane.caret() == offset

    def select(self, meant: Meant) -> None:
        self.go_to(meant.span.start)
        if meant.unit is None:
            self.press(KEY.Key_Right, SHIFT, times=len(meant.span))
        else:
            key, modifier = FORTH[meant.unit]
            self.press(key, modifier | SHIFT)
        assert self.coding.marking.passage is not None
        assert self.coding.marking.passage.span == meant.span

    def mark(self, meant: Meant) -> None:
        self.select(meant)
        {"actor": self.tag, "concept": self.tag, "stance": self.stance}.get(
            meant.layer, self.plain_form
        )(meant)
        self.made.append(meant)

    def tag(self, meant: Meant) -> None:
        """Mark by the layer's key; where the words name no one tag, the finder asks which."""
        self.press(KEY.Key_A if meant.layer == "actor" else KEY.Key_C)
        if self.coding.panels.tags.finder.edit.hasFocus():
            self.hands.type(self.label(meant.layer, meant.layer, meant.values[meant.layer]))
            self.press(KEY.Key_Return)

    def stance(self, meant: Meant) -> None:
        self.press(KEY.Key_S)
        for variable in ("holder", "target"):
            self.hands.type(self.label("stance", variable, meant.values[variable]))
            self.press(KEY.Key_Return)
        self.press(KEY.Key_Tab)
        self.hands.type("2")  # of the scale of positions
        self.press(KEY.Key_Return)
        self.press(KEY.Key_Return, CTRL)

    def plain_form(self, meant: Meant) -> None:
        """Fill the first field of a form, and save it."""
        self.press(KEY.Key_F if meant.layer == "claim" else KEY.Key_E)
        if meant.layer == "claim":
            self.hands.type("1")
        else:
            self.hands.type(self.label("event", "event", meant.values["event"]))
            self.press(KEY.Key_Return)
        self.press(KEY.Key_Return, CTRL)

    def label(self, layer: str, variable: str, category: str) -> str:
        code_list = self.book.layer(layer).variable(variable).code_list
        return self.book.code_list(code_list or "").category(category).label.en


@pytest.fixture
def article(shared: Path) -> Article:
    return next(each for each in articles(shared) if each.name == "001")


@pytest.fixture
def coder(
    article: Article, shared: Path, tmp_path: Path, open_desk: OpenDesk, qtbot: QtBot
) -> Coder:
    path = tmp_path / "coded.workbench"
    new_project(path)
    session = open_session(path, "甲", cache=tmp_path / "cache")
    import_files(session, look(sorted((shared / "articles").glob("001*"))))
    session.close()
    coding = open_desk(path).coding
    assert coding is not None
    assert coding.article is not None
    assert coding.session.text(coding.article) == article.text
    coding.panels.pane.setFocus()
    qtbot.waitUntil(coding.panels.pane._view.hasFocus)
    return Coder(coding, Hands(qtbot, coding), Segments(article.text))


def plan(article: Article, book: Codebook) -> list[Meant]:
    """Return what is to be coded: names and concepts, and what is said in whole units around."""
    text = article.text
    named = {layer: _typed(article, book, layer) for layer in ("actor", "concept")}
    meant = [
        Meant(layer, span, {layer: key})
        for layer, most in (("actor", 14), ("concept", 8))
        for span, key in named[layer][:most]
    ]
    segments = Segments(text)
    holding = [s for s in segments.sentences if any(s.overlaps(span) for span, _ in named["actor"])]
    clauses = [clauses_in(text, sentence)[0] for sentence in holding[1:6]]
    stance = {"holder": "USA", "target": "S16", "position": "n1"}
    meant += [Meant("stance", each, stance, Unit.CLAUSE) for each in clauses]
    whole = [core for each in holding[6:12] if (core := trimmed(text, each)) is not None]
    whole = [each for each in whole if each in segments.sentences]
    event = next(e for e in book.code_list("events").categories if e.label.en.isascii()).key
    kind = book.code_list("claim_kinds").categories[0].key
    meant += [Meant("claim", each, {"kind": kind}, Unit.SENTENCE) for each in whole[:3]]
    meant += [Meant("event", each, {"event": event}, Unit.SENTENCE) for each in whole[2:5]]
    return meant


def _typed(article: Article, book: Codebook, layer: str) -> list[tuple[Span, str]]:
    """Return the places of a layer whose category has a name that a keyboard types."""
    code_list = book.code_list(f"{layer}s")
    places = sorted(article.marked[layer].items())
    return [(span, key) for span, key in places if code_list.category(key).label.en.isascii()]


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_an_article_is_coded_by_the_keyboard_alone(
    coder: Coder, article: Article, tmp_path: Path, qtbot: QtBot
) -> None:
    meant = plan(article, coder.book)
    assert len(meant) >= 30
    assert len({each.layer for each in meant}) >= 4
    for each in meant:
        coder.mark(each)
    borders_and_undo(coder)
    coder.press(KEY.Key_2, CTRL)
    picture(coder)
    folder = tmp_path / "dataset"
    assert coder.coding.article is not None
    export_dataset(coder.coding.session.database, folder)
    coded(coder, folder)
    (row,) = table(folder, "article_coding")
    assert row["status"] == Status.DONE


def borders_and_undo(coder: Coder) -> None:
    """Move four borders of the first two annotations, take two steps back and repeat one."""
    order = sorted(coder.made, key=lambda each: (each.span.start, -each.span.end))
    coder.press(KEY.Key_Home, CTRL)
    coder.press(KEY.Key_Apostrophe, times=2)
    coder.press(KEY.Key_Left, ALT)
    coder.press(KEY.Key_Semicolon)
    coder.press(KEY.Key_Right, ALT | SHIFT, times=3)
    coder.press(KEY.Key_Z, CTRL, times=2)
    coder.press(KEY.Key_Z, CTRL | SHIFT)
    for each, start, end in ((order[0], 0, 2), (order[1], -1, 0)):
        span = Span(each.span.start + start, each.span.end + end)
        coder.made[coder.made.index(each)] = replace(each, span=span)


def coded(coder: Coder, folder: Path) -> None:
    text = coder.segments.text
    for layer in {each.layer for each in coder.made}:
        rows = {(int(row["start"]), int(row["end"])): row for row in table(folder, layer)}
        meant = [each for each in coder.made if each.layer == layer]
        assert sorted(rows) == sorted((each.span.start, each.span.end) for each in meant)
        for each in meant:
            row = rows[each.span.start, each.span.end]
            assert row["quote"] == text[each.span.start : each.span.end]
            assert {key: row[key] for key in each.values} == dict(each.values)


def picture(coder: Coder) -> None:
    """Keep a picture where the variable WORKBENCH_PICTURES names a folder."""
    folder = os.environ.get("WORKBENCH_PICTURES")
    if folder:
        QApplication.processEvents()
        coder.coding.context.window.grab().save(f"{folder}/coded-by-keyboard.png")
