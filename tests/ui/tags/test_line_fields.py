from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.tags.conftest import Hands
from tests.ui.tags.material import Material
from workbench.domain.codebook import Kind
from workbench.ui.tags.form import AnnotationForm
from workbench.ui.tags.line_fields import DateField, NumberField, ProbabilityField
from workbench.ui.tags.numbers import parse_probability
from workbench.ui.theme import Theme

Show = Callable[[QWidget], QMainWindow]
Key = Qt.Key


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("0.7", 0.7), (".7", 0.7), ("70%", 0.7), ("７０％", 0.7), ("7.1 %", 0.071)),
        *(("0", 0.0), ("1", 1.0), ("100%", 1.0), ("0%", 0.0)),
        *(("70", None), ("1.01", None), ("-0.1", None), ("101%", None), ("soon", None)),
        *(("nan", None), ("%", None), ("", None)),
    ],
)
def test_reads_a_probability(written: str, meant: float | None) -> None:
    assert parse_probability(written) == meant


def test_a_value_is_seen_from_its_beginning(theme: Theme, show: Show) -> None:
    field = NumberField(Kind.INTEGER, theme)
    show(field)
    field.set_values((10**40,))
    assert field.edit.text() == str(10**40)
    assert field.edit.cursorPosition() == 0


@pytest.fixture
def probability(theme: Theme, show: Show) -> ProbabilityField:
    field = ProbabilityField(theme)
    show(field)
    field.setFocus()
    return field


def test_per_cent_become_a_probability(
    probability: ProbabilityField, hands: Hands, qtbot: QtBot
) -> None:
    hands.type("70%")
    with qtbot.waitSignal(probability.committed):
        hands.press(Key.Key_Return)
    assert probability.values() == (0.7,)
    assert probability.edit.text() == "0.7"


def test_seventy_is_no_probability_and_is_not_guessed(
    probability: ProbabilityField, hands: Hands, qtbot: QtBot
) -> None:
    hands.type("70")
    with qtbot.waitSignal(probability.complained) as told:
        hands.press(Key.Key_Return)
    assert told.args
    assert "from 0 to 1" in told.args[0]
    assert probability.values() == ()
    assert probability.unread() == "70"


def test_it_is_said_as_one_types_how_it_is_read(
    probability: ProbabilityField, hands: Hands, qtbot: QtBot
) -> None:
    notes: list[str] = []
    probability.noted.connect(notes.append)
    hands.type("70%")
    assert notes == ["not a probability yet: from 0 to 1, or like 70%"] * 2 + ["= 0.7"]
    hands.press(Key.Key_Return)
    assert notes[-1] == ""


@pytest.mark.parametrize(
    ("kind", "typed", "note"),
    [
        (Kind.INTEGER, "1.5", "not a whole number yet"),
        (Kind.REAL, "1,200", "= 1200"),
        (Kind.REAL, "x", "not a number yet"),
        (Kind.REAL, "12", ""),
    ],
)
def test_numbers_too(
    theme: Theme, show: Show, hands: Hands, kind: Kind, typed: str, note: str
) -> None:
    field = NumberField(kind, theme)
    show(field)
    field.setFocus()
    notes: list[str] = []
    field.noted.connect(notes.append)
    hands.type(typed)
    assert notes[-1] == note


# --- dates


@pytest.fixture
def date(theme: Theme, show: Show) -> DateField:
    field = DateField(theme)
    show(field)
    field.setFocus()
    return field


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("2025-0", "not a date yet"),
        ("2025", ""),
        ("2025.8.25", "= 2025-08-25"),
        ("2025年8月至9月", "= 2025-08/2025-09"),
        ("上月", "= 2025-07"),
        ("昨天", "= 2025-08-24"),
    ],
)
def test_a_date_is_checked_as_one_types(
    date: DateField, hands: Hands, typed: str, note: str
) -> None:
    date.set_published("2025-08-25")
    notes: list[str] = []
    date.noted.connect(notes.append)
    hands.type(typed)
    assert notes[-1] == note
    hands.press(Key.Key_Backspace)
    date.edit.selectAll()
    hands.press(Key.Key_Delete)
    assert notes[-1] == ""


def test_a_relative_date_is_stored_as_the_date_it_means(date: DateField, hands: Hands) -> None:
    date.set_published("2025-08")
    hands.type("上月")
    hands.press(Key.Key_Return)
    assert date.values() == ("2025-07",)
    assert date.edit.text() == "2025-07"


@pytest.mark.parametrize("published", ["", "2025"])
def test_without_its_anchor_a_relative_date_stays_empty(
    date: DateField, hands: Hands, qtbot: QtBot, published: str
) -> None:
    date.set_published(published)
    notes: list[str] = []
    date.noted.connect(notes.append)
    hands.type("上月")
    assert notes[-1] == "the date of publication is not known so exactly"
    with qtbot.waitSignal(date.complained) as told:
        hands.press(Key.Key_Return)
    assert told.args
    assert "leave the date empty" in told.args[0]
    assert date.values() == ()


# --- in a form


def test_an_events_date_is_reckoned_from_the_articles(
    make: Callable[[str], AnnotationForm], hands: Hands, material: Material
) -> None:
    form = make("event")
    row = form.row("date")
    form.focus_row(row)
    hands.type("上月")
    assert row.note() == "= 2025-07"
    hands.press(Key.Key_Return)
    assert row.note() == ""
    assert form.values()["date"] == ("2025-07",)


def test_what_a_forecast_wants_is_said_beside_its_fields_and_to_a_screen_reader(
    make: Callable[[str], AnnotationForm], hands: Hands
) -> None:
    form = make("claim")
    form.focus_row(form.row("kind"))
    hands.press(Key.Key_1)
    question = form.row("question")
    assert question.advice() == "missing: question (forecast)"
    target = question.field.focusProxy()
    assert target is not None
    assert target.accessibleDescription() == "missing: question (forecast)"
    hands.press(Key.Key_2)
    assert question.advice() == ""
    assert target.accessibleDescription() == ""


# --- the likelihood's score


@pytest.fixture
def claim(material: Material, theme: Theme, show: Show) -> AnnotationForm:
    material.set_scores("likelihoods", 很可能=0.9, 极低=0.05)
    form = AnnotationForm(material.codebook.layer("claim"), material, theme)
    form.set_passage(material.passage("德国外长说"), None)
    form.set_values({"kind": ("forecast",)})
    form.fold.setChecked(True)
    show(form)
    return form


def _choose(form: AnnotationForm, hands: Hands, key: str, text: str) -> None:
    row = form.row(key)
    form.focus_row(row)
    row.field.set_values(())
    hands.type(text)
    hands.press(Key.Key_Return)


def test_the_wording_fills_in_the_probability_in_the_same_change(
    claim: AnnotationForm, hands: Hands
) -> None:
    told: list[object] = []
    claim.committed.connect(told.append)
    _choose(claim, hands, "likelihood", "很可能")
    assert told == [{"likelihood": ("很可能",), "probability": (0.9,)}]
    claim.focus_row(claim.row("answer"))
    hands.press(Key.Key_2)
    assert told[1:] == [{"answer": ("no",), "probability": (0.1,)}]


def test_a_probability_that_a_person_wrote_stays(claim: AnnotationForm, hands: Hands) -> None:
    _choose(claim, hands, "probability", "0.6")
    _choose(claim, hands, "likelihood", "很可能")
    assert claim.values()["probability"] == (0.6,)


def test_one_that_was_filled_in_follows_the_wording(claim: AnnotationForm, hands: Hands) -> None:
    claim.set_values({"kind": ("forecast",), "likelihood": ("很可能",), "probability": (0.9,)})
    _choose(claim, hands, "likelihood", "极低")
    assert claim.values()["probability"] == (0.05,)
    claim.focus_row(claim.row("likelihood"))
    hands.press(Key.Key_Backspace)
    assert "likelihood" not in claim.values()
    assert "probability" not in claim.values()


def test_a_wording_without_a_score_fills_in_nothing(claim: AnnotationForm, hands: Hands) -> None:
    _choose(claim, hands, "likelihood", "难以预料")
    assert "probability" not in claim.values()
