from __future__ import annotations

from workbench.app.commands import MarkSpan
from workbench.app.places import (
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)
from workbench.app.session import Session
from workbench.app.using import uses


def test_an_annotation_counts_once_for_each_part_that_it_uses(session: Session, first: int) -> None:
    assert uses(session) == {}
    session.run(MarkSpan(first, "actor", 0, 2, {"actor": "TOWN"}))
    session.run(
        MarkSpan(first, "stance", 3, 6, {"holder": "TOWN", "sources": ["TOWN", "FIRM", "TOWN"]})
    )
    found = uses(session)
    assert found[place_of_layer("actor")] == found[place_of_layer("stance")] == 1
    assert found[place_of_category("actors", "TOWN")] == 2
    assert found[place_of_category("actors", "FIRM")] == 1
    assert found[place_of_list("actors")] == 2
    assert found[place_of_variable("stance", "sources")] == 1
    assert place_of_category("actors", "MAYOR") not in found
    assert place_of_variable("stance", "share") not in found
