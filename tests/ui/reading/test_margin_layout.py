from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.reading.margin_layout import Name, Room, lay_out, spread
from workbench.ui.reading.view_model import Label

ROW = 18.0
middles = st.lists(st.integers(0, 600).map(float), max_size=25)


def _room(top: int, height: int, reach: int) -> Room:
    return Room(float(top), float(top + height), ROW, float(reach))


rooms = st.builds(_room, st.integers(-20, 20), st.integers(20, 900), st.integers(10, 80))


def named(ats: list[float]) -> list[Name]:
    return [Name((i,), Label(str(i)), at, i % 5) for i, at in enumerate(ats)]


@given(middles, rooms)
def test_rows_never_overlap_and_stay_in_their_room(ats: list[float], room: Room) -> None:
    rows = lay_out(named(ats), room)
    for upper, lower in pairwise(rows):
        assert lower.top - upper.top >= ROW - 1e-6
    if rows:
        assert rows[0].top >= room.top - 1e-6
        assert rows[-1].top + ROW <= max(room.bottom, room.top + ROW) + 1e-6


@given(middles, rooms)
def test_every_name_stands_in_one_row_in_the_order_of_the_text(
    ats: list[float], room: Room
) -> None:
    names = named(ats)
    placed = [name for row in lay_out(names, room) for name in row.names]
    assert placed == sorted(names, key=lambda name: name.at)


@given(middles, rooms)
def test_no_row_is_pushed_beyond_reach(ats: list[float], room: Room) -> None:
    rows = lay_out(named(ats), room)
    for row in rows if len(rows) > 1 else []:
        at = sum(name.at for name in row.names) / len(row.names)
        held = min(max(at, room.top), room.bottom)
        assert abs(row.top + ROW / 2 - held) <= room.reach + 1e-6


@given(middles.filter(bool))
def test_spreading_costs_least(ats: list[float]) -> None:
    """No other arrangement that keeps rows apart moves them less (it is a convex problem)."""
    ats = sorted(ats)
    room = Room(-2000.0, 3000.0, ROW, 50.0)
    best = spread(ats, room)
    assert all(b - a >= ROW - 1e-6 for a, b in pairwise(best))

    def cost(tops: list[float]) -> float:
        return sum((top + ROW / 2 - at) ** 2 for top, at in zip(tops, ats, strict=True))

    # A convex minimum cannot be bettered by moving any run of rows a little, if that is allowed.
    for first in range(len(best)):
        for last in range(first + 1, len(best) + 1):
            for step in (-0.5, 0.5):
                moved = [t + step if first <= i < last else t for i, t in enumerate(best)]
                if all(b - a >= ROW - 1e-9 for a, b in pairwise(moved)):
                    assert cost(moved) >= cost(best) - 1e-6


def test_names_with_room_stand_beside_their_lines() -> None:
    rows = lay_out(named([10.0, 60.0, 200.0]), Room(0.0, 300.0, ROW, 40.0))
    assert [row.top for row in rows] == [1.0, 51.0, 191.0]


def test_a_crowded_line_is_folded_and_nothing_is_lost() -> None:
    rows = lay_out(named([100.0] * 2000), Room(0.0, 400.0, ROW, 40.0))
    assert len(rows) <= 5
    assert sum(len(row.names) for row in rows) == 2000
    assert [id_ for row in rows for id_ in row.ids] == list(range(2000))


def test_what_has_no_room_at_all_becomes_one_row() -> None:
    rows = lay_out(named([1.0, 2.0, 3.0]), Room(0.0, 10.0, ROW, 500.0))
    assert len(rows) == 1
    assert rows[0].top == pytest.approx(0.0)


def test_no_names_take_no_rows() -> None:
    assert lay_out([], Room(0.0, 10.0, ROW, 5.0)) == []
