"""Which page an annotation leads to."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.tags.material import Material
from workbench.app.places import Place, place_of_category, place_of_layer
from workbench.domain.values import Missing
from workbench.ui.entry import entry_of


@pytest.mark.parametrize(
    ("layer", "values", "entry"),
    [
        ("actor", {"actor": "USA"}, place_of_category("actors", "USA")),
        ("actor", {"actor": "GONE"}, place_of_layer("actor")),
        ("actor", {"actor": Missing.UNDECIDABLE}, place_of_layer("actor")),
        ("actor", {}, place_of_layer("actor")),
        ("stance", {"holder": "USA"}, place_of_layer("stance")),
        ("gone", {}, None),
    ],
)
def test_an_annotation_leads_to_its_main_category_else_to_its_layer(
    layer: str, values: dict[str, Any], entry: Place | None
) -> None:
    material = Material()
    annotation = material.mark(layer, "美国", **values)
    assert entry_of(material.codebook, annotation) == entry
