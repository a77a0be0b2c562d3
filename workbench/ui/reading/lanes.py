"""Lanes: which of several overlapping stretches is drawn where, so that all can be seen.

Lane 0 lies nearest the text. Stretches that overlap, directly or through others, form a
cluster; a cluster takes as many lanes as stretches meet in one place, never more. Its lanes
are ordered so that short stretches lie near the text and long ones outside. Lanes depend on
nothing but the cluster: an added or removed stretch moves none of another cluster.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

Stretch = tuple[int, int]  # half open, never empty

_MOST_SETTLED = 16  # lanes; beyond it all are drawn in one place anyway


def pack(stretches: Sequence[Stretch]) -> list[int]:
    """Return the lane of each stretch, in the order given."""
    lanes = [0] * len(stretches)
    for cluster in clusters(stretches):
        if len(cluster) == 1:
            continue
        for index, lane in zip(cluster, _packed(stretches, cluster), strict=True):
            lanes[index] = lane
    return lanes


def clusters(stretches: Sequence[Stretch]) -> Iterator[list[int]]:
    """Yield the indexes of each cluster, the longest first among those that start together."""
    order = sorted(range(len(stretches)), key=lambda i: (stretches[i][0], -stretches[i][1], i))
    cluster: list[int] = []
    reach = 0
    for index in order:
        start, end = stretches[index]
        if cluster and start >= reach:
            yield cluster
            cluster = []
        cluster.append(index)
        reach = max(reach, end)
    if cluster:
        yield cluster


def _packed(stretches: Sequence[Stretch], cluster: list[int]) -> list[int]:
    lanes = _first_fit(stretches, cluster)
    longest = [0] * (max(lanes) + 1)
    for index, lane in zip(cluster, lanes, strict=True):
        start, end = stretches[index]
        longest[lane] = max(longest[lane], end - start)
    outward = sorted(range(len(longest)), key=lambda lane: (longest[lane], -lane))
    rank = {lane: place for place, lane in enumerate(outward)}
    ranked = [rank[lane] for lane in lanes]
    return _settled(stretches, cluster, ranked) if len(rank) <= _MOST_SETTLED else ranked


def _settled(stretches: Sequence[Stretch], cluster: list[int], lanes: list[int]) -> list[int]:
    """Let each stretch, the inner ones first, sink to the lowest lane that is free there."""
    taken: list[list[Stretch]] = [[] for _ in range(max(lanes) + 1)]
    settled = list(lanes)
    for place in sorted(range(len(cluster)), key=lambda i: (lanes[i], i)):
        stretch = stretches[cluster[place]]
        lane = next(lane for lane, others in enumerate(taken) if _is_free(others, stretch))
        insort(taken[lane], stretch)
        settled[place] = lane
    return settled


def _is_free(taken: list[Stretch], stretch: Stretch) -> bool:
    """Tell whether none of the stretches of one lane, sorted, overlaps `stretch`."""
    place = bisect_left(taken, stretch)
    before = place > 0 and taken[place - 1][1] > stretch[0]
    return not before and (place == len(taken) or taken[place][0] >= stretch[1])


def _first_fit(stretches: Sequence[Stretch], cluster: list[int]) -> list[int]:
    """Give each stretch, by its start, the lowest lane that is free there."""
    running: list[tuple[int, int]] = []  # end, lane
    free: list[int] = []
    lanes: list[int] = []
    count = 0
    for index in cluster:
        start, end = stretches[index]
        while running and running[0][0] <= start:
            heappush(free, heappop(running)[1])
        if free:
            lane = heappop(free)
        else:
            lane, count = count, count + 1
        lanes.append(lane)
        heappush(running, (end, lane))
    return lanes
