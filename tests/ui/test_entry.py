"""Which page an annotation leads to."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.tags.material import Material
from workbench.domain.values import Missing
from workbench.ui.entry import Entry, category_entry, entry_of, layer_entry


@pytest.mark.parametrize(
    ("layer", "values", "entry"),
    [
        ("actor", {"actor": "USA"}, category_entry("actors", "USA")),
        ("actor", {"actor": "GONE"}, layer_entry("actor")),
        ("actor", {"actor": Missing.UNDECIDABLE}, layer_entry("actor")),
        ("actor", {}, layer_entry("actor")),
        ("stance", {"holder": "USA"}, layer_entry("stance")),
        ("gone", {}, None),
    ],
)
def test_an_annotation_leads_to_its_main_category_else_to_its_layer(
    layer: str, values: dict[str, Any], entry: Entry | None
) -> None:
    material = Material()
    annotation = material.mark(layer, "美国", **values)
    assert entry_of(material.codebook, annotation) == entry
