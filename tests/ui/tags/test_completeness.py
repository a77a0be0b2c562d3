from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.tags.material import Material
from workbench.domain.codebook import Want
from workbench.domain.values import Missing, Values
from workbench.ui.tags.completeness import advised, completeness, lacking


def test_says_what_is_missing_in_words(material: Material) -> None:
    stance = material.codebook.layer("stance")
    assert completeness(stance, {}) == "○ incomplete: holder, position, target or toward"
    assert lacking(stance, {"holder": ("USA",), "toward": ("JPN",)}) == ["position"]


def test_a_missing_value_counts_as_coded(material: Material) -> None:
    stance = material.codebook.layer("stance")
    values = {"holder": ("USA",), "position": (Missing.UNDECIDABLE,), "target": ("S01",)}
    assert completeness(stance, values) == "✓ complete"


@pytest.mark.usefixtures("chinese")
def test_names_are_in_the_language_of_the_interface(material: Material) -> None:
    assert lacking(material.codebook.layer("claim"), {}) == ["类型"]


def test_a_forecast_wants_a_question_and_an_answer_or_a_probability(material: Material) -> None:
    claim = material.codebook.layer("claim")
    values: Values = {"kind": ("forecast",)}
    assert completeness(claim, values) == "○ incomplete: question, answer or probability"
    assert advised(material.codebook, claim, values, "") == {
        "question": "missing: question (forecast)",
        "answer": "missing: answer or probability (forecast)",
    }
    values = {**values, "question": ("Q",), "probability": (0.5,)}
    assert completeness(claim, values) == "✓ complete"
    assert advised(material.codebook, claim, values, "") == {}


def test_other_claims_want_nothing(material: Material) -> None:
    claim = material.codebook.layer("claim")
    assert completeness(claim, {"kind": ("causal",)}) == "✓ complete"
    assert advised(material.codebook, claim, {"kind": ("causal",)}, "") == {}


def test_it_is_said_beside_a_field_that_is_in_sight(material: Material) -> None:
    claim = material.codebook.layer("claim")
    wants = (Want("kind", ("forecast",), ("probability", "answer")),)
    told = advised(material.codebook, replace(claim, wants=wants), {"kind": ("forecast",)}, "")
    assert list(told) == ["answer"]
    wants = (Want("kind", ("forecast",), ("probability",)),)
    told = advised(material.codebook, replace(claim, wants=wants), {"kind": ("forecast",)}, "")
    assert list(told) == ["probability"]


@pytest.mark.usefixtures("chinese")
def test_what_is_wanted_is_told_in_the_labels_of_the_interface(material: Material) -> None:
    told = advised(material.codebook, material.codebook.layer("claim"), {"kind": ("forecast",)}, "")
    assert "预测问题" in told["question"]


def test_a_government_out_of_office_is_noted(material: Material) -> None:
    stance = material.codebook.layer("stance")
    values: Values = {"holder": ("USA_TRUMP2",), "toward": ("USA", "KOR_MOON", "GONE")}
    assert advised(material.codebook, stance, values, "") == {}
    assert advised(material.codebook, stance, values, "2018-05") == {
        "holder": "second Trump administration was not in office: 2018-05"
    }
    told = advised(material.codebook, stance, values, "2025-08-25")
    assert told == {"toward": "Moon Jae-in government was not in office: 2025-08-25"}
