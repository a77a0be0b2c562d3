from __future__ import annotations

import pytest

from tests.ui.tags.material import Material
from workbench.domain.values import Missing
from workbench.ui.tags.completeness import completeness, lacking


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
