from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.reading.lanes import Stretch, clusters, pack

stretches = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda each: (each[0], sum(each))),
    max_size=40,
)


def deepest(of: list[Stretch]) -> int:
    """Return how many stretches meet in the fullest place, counted point by point."""
    return max((sum(start <= point < end for start, end in of) for point in range(100)), default=0)


def overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@given(stretches)
def test_no_two_that_overlap_share_a_lane(some: list[Stretch]) -> None:
    lanes = pack(some)
    for i, one in enumerate(some):
        for j in range(i):
            assert not (overlap(one, some[j]) and lanes[i] == lanes[j])


@given(stretches)
def test_lanes_are_as_few_as_can_be(some: list[Stretch]) -> None:
    assert len(set(pack(some))) == deepest(some) == max(pack(some), default=-1) + 1


@given(stretches)
def test_each_cluster_has_no_more_lanes_than_meet_in_it(some: list[Stretch]) -> None:
    lanes = pack(some)
    for cluster in clusters(some):
        assert {lanes[i] for i in cluster} == set(range(deepest([some[i] for i in cluster])))


@given(stretches, st.tuples(st.integers(0, 60), st.integers(1, 30)))
def test_one_more_moves_none_of_another_cluster(
    some: list[Stretch], added: tuple[int, int]
) -> None:
    more = [*some, (added[0], sum(added))]
    before, after = pack(some), pack(more)
    met = next(set(cluster) for cluster in clusters(more) if len(some) in cluster)
    for i in range(len(some)):
        assert i in met or before[i] == after[i]


@given(stretches)
def test_the_order_given_does_not_matter_to_how_many_lanes(some: list[Stretch]) -> None:
    assert len(set(pack(some))) == len(set(pack(some[::-1])))


def test_a_long_one_lies_outside_the_short_ones_in_it() -> None:
    assert pack([(0, 50), (3, 5), (10, 12), (10, 11)]) == [2, 0, 1, 0]


def test_many_on_one_place_have_a_lane_each() -> None:
    assert sorted(pack([(3, 5)] * 40)) == list(range(40))


def test_stretches_that_only_touch_share_a_lane() -> None:
    assert pack([(0, 3), (3, 6)]) == [0, 0]


def test_nothing_takes_no_lane() -> None:
    assert pack([]) == []
