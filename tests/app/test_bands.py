from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.app import bands
from workbench.app.bands import BandIndex

Bands = list[bytes]
some_bands = st.lists(st.sampled_from([b"a", b"b", b"c", b"d"]), min_size=3, max_size=3)


@given(added=st.lists(some_bands, max_size=40), asked=some_bands)
def test_it_finds_what_shares_a_band_in_its_place(added: list[Bands], asked: Bands) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bands, "_SHORTEST_RUN", 7)
        index = BandIndex()
        for place, own in enumerate(added):
            index.add(place, own)
        expected: Counter[int] = Counter()
        for place, own in enumerate(added):
            expected[place] += sum(a == b for a, b in zip(own, asked, strict=True))
        assert index.sharing(asked) == +expected


def test_a_hundred_thousand_bands_lie_in_few_runs() -> None:
    index, chance = BandIndex(), random.Random(1)
    for place in range(4000):
        index.add(place, [chance.randbytes(16) for _ in range(32)])
    wanted = [b"x" * 16] * 32
    index.add(4000, wanted)
    assert index.sharing(wanted) == {4000: 32}
    assert len(index._runs) <= 5


def test_nothing_shares_with_nothing() -> None:
    index = BandIndex()
    index.add(0, [])
    assert index.sharing([]) == {}
