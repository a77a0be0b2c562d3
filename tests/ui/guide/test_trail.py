"""Where one was, and where one goes back to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.app.places import Place, Sort
from workbench.ui.guide.trail import Trail

ENTRIES = [Place(Sort.LIST, key) for key in "abcd"]


def walked(*entries: Place) -> Trail:
    trail = Trail()
    for entry in entries:
        trail.go_on(entry)
    return trail


def here(trail: Trail) -> Place | None:
    return trail.here.entry if trail.here else None


def test_before_the_first_entry_there_is_no_way() -> None:
    trail = Trail()
    trail.step(-1)
    assert trail.here is None
    assert not trail.goes_back
    assert not trail.goes_forward


def test_one_goes_back_and_forward_again() -> None:
    trail = walked(*ENTRIES[:3])
    trail.step(-1)
    assert here(trail) == ENTRIES[1]
    assert trail.goes_back
    assert trail.goes_forward
    trail.step(1)
    assert here(trail) == ENTRIES[2]


def test_who_goes_on_from_there_forgets_what_was_ahead() -> None:
    trail = walked(*ENTRIES[:3])
    trail.step(-2)
    trail.go_on(ENTRIES[3])
    assert not trail.goes_forward
    trail.step(-1)
    assert here(trail) == ENTRIES[0]


def test_the_same_entry_again_is_no_step() -> None:
    trail = walked(ENTRIES[0], ENTRIES[0])
    assert not trail.goes_back


@given(st.lists(st.sampled_from([*ENTRIES, -1, 1]), max_size=30))
def test_it_walks_as_a_plain_list_does(steps: list[Place | int]) -> None:
    trail = Trail()
    visited: list[Place] = []
    place = -1
    for step in steps:
        if isinstance(step, int):
            trail.step(step)
            place = min(max(place + step, 0), len(visited) - 1)
        else:
            trail.go_on(step)
            if place < 0 or visited[place] != step:
                visited = [*visited[: place + 1], step]
                place += 1
        assert here(trail) == (visited[place] if visited else None)
        assert trail.goes_back == (place > 0)
        assert trail.goes_forward == (place < len(visited) - 1)
