from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.app.timing import shares_done, time_left


@pytest.mark.parametrize(
    ("elapsed", "share", "left"),
    [
        (1.9, 0.5, None),
        (10.0, 0.0, None),
        (10.0, 0.5, 10),
        (9.0, 1.0, None),
        (2.0, 0.99, 1),
        (30.0, 0.25, 90),
    ],
)
def test_the_time_left_is_told_once_one_can_tell(
    elapsed: float, share: float, left: int | None
) -> None:
    assert time_left(elapsed, share) == left


@given(st.lists(st.integers(0, 10**12), max_size=30))
def test_shares_grow_to_the_whole(sizes: list[int]) -> None:
    shares = shares_done(sizes)
    assert len(shares) == len(sizes) + 1
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert not sizes or shares[0] == 0.0


def test_a_large_file_takes_long_and_an_empty_one_takes_some_time() -> None:
    _, after_small, after_large, _ = shares_done([0, 1_000_000, 0])
    assert 0 < after_small < 0.01
    assert after_large > 0.99
