from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from tests.store.world import TIME, World
from workbench.domain.annotation import Coder
from workbench.store.coders import add_coder, coder_named, coders


def test_coders_come_in_the_order_in_which_they_came(world: World) -> None:
    with world.gate() as gate:
        third = add_coder(gate, world.ids, "丙", TIME)
    found = world.read(coders)
    assert [each.name for each in found] == ["甲", "乙", "丙"]
    assert found[2] == third
    assert third.uid.startswith("p")
    assert len({each.uid for each in found}) == 3


@pytest.mark.parametrize(("name", "found"), [("乙", True), ("乙 ", False), ("B", False)])
def test_a_coder_is_found_by_the_exact_name(world: World, name: str, found: bool) -> None:
    coder = world.read(coder_named, name)
    assert (coder is not None) is found
    if found:
        assert isinstance(coder, Coder)
        assert coder.id == world.two


def test_two_coders_of_one_name_cannot_be(world: World) -> None:
    def add() -> None:
        with world.gate() as gate:
            add_coder(gate, world.ids, "甲", TIME)

    with pytest.raises(IntegrityError):
        add()
    assert len(world.read(coders)) == 2
