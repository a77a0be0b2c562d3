from __future__ import annotations

from tests.store.world import World
from workbench.store.choices import acts_of, remember_choices


def test_the_latest_choice_about_a_line_counts(world: World) -> None:
    with world.gate() as gate:
        remember_choices(gate, world.ids, [("a.org", "一", "cut"), ("b.org", "一", "cut")])
    with world.gate() as gate:
        choices = [("a.org", "一", "keep"), ("a.org", "二", "keep"), ("a.org", "二", "cut")]
        remember_choices(gate, world.ids, choices)
    assert world.read(acts_of, "a.org") == {"一": "keep", "二": "cut"}
    assert world.read(acts_of, "b.org") == {"一": "cut"}
    assert world.read(acts_of, "c.org") == {}


def test_nothing_to_remember_writes_nothing(world: World) -> None:
    with world.gate() as gate:
        remember_choices(gate, world.ids, [])
        assert not gate.touched
