from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.reading.sample import CODEBOOK, Value, annotation
from workbench.domain.annotation import Certainty
from workbench.domain.codebook import Guide, Words
from workbench.domain.text import Span
from workbench.domain.values import Missing
from workbench.ui.reading.view_model import Describer, Shape, Wording

AT = Span(0, 4)
ENGLISH = Describer(CODEBOOK, "en", Wording())
CHINESE = Describer(CODEBOOK, "zh_CN", Wording(separator="、"))


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        ("stance", Shape.TINT),
        ("actor", Shape.THIN_LINE),
        ("concept", Shape.THICK_LINE),
        ("claim", Shape.BRACKET),
        ("event", Shape.DOTTED_LINE),
        ("own", Shape.THIN_LINE),
        ("gone", Shape.THIN_LINE),
    ],
)
def test_the_layer_gives_the_shape(layer: str, shape: Shape) -> None:
    assert ENGLISH.mark(annotation(1, layer, AT)).shape is shape


@pytest.mark.parametrize(
    ("values", "label"),
    [
        ({"holder": "JIA", "target": "PIPE", "position": "n1"}, "Jia → pipe −1"),
        ({"holder": "JIA", "toward": ("YI",), "position": "p2"}, "Jia → Yi +2"),
        ({"holder": "YI", "toward": "JIA", "target": "PIPE", "position": "zero"},
         "Yi → Jia · pipe 0"),
        ({"holder": "JIA", "target": "PIPE", "position": "ambivalent"}, "Jia → pipe ambivalent"),
        ({"holder": "JIA"}, "Jia → ? ? …"),
        ({"position": "n1"}, "? → ? −1 …"),
        ({"holder": "JIA", "target": "PIPE", "position": Missing.UNDECIDABLE},
         "Jia → pipe undecidable"),
        ({"holder": "JIA", "toward": ("YI", "JIA"), "position": "n1"}, "Jia → Yi, Jia −1"),
        ({}, "Stance …"),
    ],
)  # fmt: skip
def test_a_stance_says_who_is_how_about_what(values: dict[str, Value], label: str) -> None:
    assert str(ENGLISH.label(annotation(1, "stance", AT, values))) == label


def test_the_position_is_in_the_tail_that_is_never_cut() -> None:
    values = {"holder": "JIA", "target": "PIPE", "position": "n1"}
    assert ENGLISH.label(annotation(1, "stance", AT, values)).tail == " −1"
    assert ENGLISH.label(annotation(1, "stance", AT, {"holder": "JIA"})).tail == " ? …"


@pytest.mark.parametrize(
    ("layer", "values", "label"),
    [
        ("actor", {"actor": "JIA"}, "Jia"),
        ("actor", {"actor": "BING"}, "丙国"),
        ("actor", {"actor": "UNKNOWN"}, "UNKNOWN"),
        ("actor", {}, "Actor …"),
        ("concept", {"concept": "AUTO"}, "strategic autonomy"),
        ("concept", {"concept": "AUTO", "agent": "JIA"}, "strategic autonomy (Jia → ?)"),
        ("event", {"place": "港口"}, "港口"),
        ("event", {}, "Event"),
        ("gone", {}, "gone"),
    ],
)
def test_other_layers_are_named_by_what_completes_them(
    layer: str, values: dict[str, Value], label: str
) -> None:
    assert str(ENGLISH.label(annotation(1, layer, AT, values))) == label


def test_names_are_in_the_language_of_the_interface() -> None:
    values: dict[str, Value] = {"holder": "JIA", "toward": ("YI", "BING"), "position": "ambivalent"}
    assert str(CHINESE.label(annotation(1, "stance", AT, values))) == "甲国 → 乙国、丙国 矛盾"


@pytest.mark.parametrize(
    ("layer", "values", "colour"),
    [
        ("actor", {"actor": "JIA"}, "#2299DD"),
        ("stance", {"position": "n1", "holder": "YI"}, "#BB4411"),
        ("stance", {"toward": ("JIA",)}, "#2299DD"),
        ("actor", {"actor": "BING"}, ""),
        ("claim", {"proposition": "p"}, ""),
        ("gone", {}, ""),
    ],
)
def test_the_category_gives_the_colour(layer: str, values: dict[str, Value], colour: str) -> None:
    assert ENGLISH.mark(annotation(1, layer, AT, values)).colour == colour


def test_the_detail_says_everything_and_escapes_it() -> None:
    told = ENGLISH.detail(
        annotation(1, "concept", AT, {"concept": "AUTO", "agent": "JIA"}, memo="a < b")
    )
    assert "<b>Concept</b> · strategic autonomy (Jia → ?)" in told
    assert "agent: Jia" in told
    assert "memo: a &lt; b" in told
    assert "To decide &lt;oneself&gt;." in told


def test_the_detail_falls_back_to_the_definition_of_the_layer() -> None:
    told = ENGLISH.detail(annotation(1, "stance", AT, {"share": 76.2, "polled": True, "year": 3}))
    assert "Being for or against." in told
    assert "share: 76.2" in told
    assert "polled: yes" in told
    assert "year: 3" in told


def test_the_detail_of_an_unknown_layer_is_its_key() -> None:
    assert ENGLISH.detail(annotation(1, "gone", AT)) == "<b>gone</b> · gone"


def test_what_is_missing_is_said() -> None:
    half = annotation(1, "stance", AT, {"holder": "JIA"}, certainty=Certainty.UNSURE)
    line = "Stance: Jia → ? ? …, incomplete: position, target or toward, unsure"
    assert ENGLISH.line(half) == line
    assert "<i>incomplete: position, target or toward</i>" in ENGLISH.detail(half)


def test_missing_values_have_words() -> None:
    told = ENGLISH.detail(annotation(1, "actor", AT, {"actor": Missing.NOT_APPLICABLE}))
    assert "actor: not applicable" in told
    assert "polled: no" in ENGLISH.detail(annotation(1, "stance", AT, {"polled": False}))


def test_the_detail_with_rules_tells_what_is_in_what_is_not_and_an_example() -> None:
    guide = Guide(Words("", "D"), Words("", "in <all>"), Words("", "not so"), Words("", "as here"))
    layer = replace(CODEBOOK.layer("actor"), guide=guide)
    book = replace(CODEBOOK, layers=(layer,))
    marked = annotation(1, "actor", AT, {"actor": "JIA"})
    told = Describer(book, "en", Wording()).detail(marked, rules=True)
    for name, text in (
        ("Include", "in &lt;all&gt;"),
        ("Exclude", "not so"),
        ("Example", "as here"),
    ):
        assert told.index(name) < told.index(text)
    assert "not so" not in Describer(book, "en", Wording()).detail(marked)
    assert "<table" not in ENGLISH.detail(marked, rules=True)
