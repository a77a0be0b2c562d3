from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.domain.errors import Defect
from workbench.ui.appearance import Appearance
from workbench.ui.contrast import LINE_CONTRAST, TEXT_CONTRAST, contrast, mixed, readable_on
from workbench.ui.theme import Theme, ThemeName

NAMES: tuple[ThemeName, ...] = get_args(ThemeName)
GROUNDS = ("window", "panel", "article", "hover", "tooltip", "info_bar")
COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: QColor(*rgb))


@pytest.fixture(params=NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme(request.param)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", ["text", "muted", "accent", "warn", "error", "ok"])
def test_text_reads_on_every_ground(theme: Theme, role: str, ground: str) -> None:
    assert contrast(theme.colour(role), theme.colour(ground)) >= TEXT_CONTRAST


@pytest.mark.parametrize("ground", ["window", "panel", "article"])
def test_lines_are_seen_on_every_ground(theme: Theme, ground: str) -> None:
    assert contrast(theme.colour("line"), theme.colour(ground)) >= LINE_CONTRAST


@pytest.mark.parametrize(
    ("role", "ground"),
    [("text", "selection"), ("muted", "selection"), ("accent_text", "accent")],
)
def test_text_reads_on_what_is_selected(theme: Theme, role: str, ground: str) -> None:
    assert contrast(theme.colour(role), theme.colour(ground)) >= TEXT_CONTRAST


def test_the_article_is_the_brightest_ground(theme: Theme) -> None:
    brightness = {each: theme.colour(each).lightnessF() for each in ("window", "panel", "article")}
    assert brightness["window"] < brightness["panel"] < brightness["article"]


def test_both_themes_have_the_same_roles(resources: Path) -> None:
    light, dark = (Theme(name) for name in NAMES)
    assert light._colours.keys() == dark._colours.keys()
    assert light._numbers.keys() == dark._numbers.keys()


def test_every_category_colour_reads_on_the_article(theme: Theme, resources: Path) -> None:
    codebook = json.loads((resources / "codebook/starter.json").read_text(encoding="utf-8"))
    colours = {
        category.get("colour", "")
        for code_list in codebook["code_lists"]
        for category in code_list["categories"]
    }
    for colour in colours:
        assert contrast(theme.tag_colour(colour), theme.colour("article")) >= TEXT_CONTRAST


@given(COLOURS, COLOURS)
def test_any_colour_can_be_made_readable(ground: QColor, colour: QColor) -> None:
    assert contrast(readable_on(ground, colour), ground) >= TEXT_CONTRAST


@given(COLOURS, COLOURS)
def test_contrast_is_symmetrical_and_bounded(one: QColor, other: QColor) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1.0 <= contrast(one, other) <= 21.0


def test_a_readable_colour_stays_as_it_is() -> None:
    assert readable_on(QColor("white"), QColor("#1f5aa8")) == QColor("#1f5aa8")


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)


def test_mixed_goes_from_ground_to_colour() -> None:
    ground, colour = QColor("#102030"), QColor("#f0e0d0")
    assert mixed(ground, colour, 0.0) == ground
    assert mixed(ground, colour, 1.0) == colour


def test_an_unknown_role_is_a_defect(theme: Theme) -> None:
    with pytest.raises(Defect, match="no role shade"):
        theme.colour("shade")


def test_fonts_hold_chinese(theme: Theme, qtbot: QtBot) -> None:
    assert theme.reading_font().pixelSize() >= 16
    assert theme.reading_font().families() != theme.interface_font().families()


def test_english_quotation_marks_are_as_wide_as_english_letters(
    appearance: Appearance, qapp: QApplication
) -> None:
    def width_of(text: str) -> float:
        return QFontMetricsF(qapp.font()).horizontalAdvance(text)

    assert max(map(width_of, "’“”")) < 0.7 * width_of("字")
    appearance.choose_language("zh_CN")
    chinese = qapp.font().families()
    appearance.choose_language("en")
    assert qapp.font().families() != chinese


def test_disabled_text_recedes(theme: Theme) -> None:
    palette = theme.palette()
    enabled = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert enabled != disabled
