"""Forum pages: the first post is the article, the others are what readers say about it."""

from __future__ import annotations

import re
from bisect import bisect_right

from workbench.intake.readers.html.places import Places

_FLOOR = re.compile(
    r"(\d{1,4}|沙发|板凳|地板|楼主)\s?[楼樓#]|#\s?\d{1,4}|(发表|發表|回复|回覆|回應)(于|於|時間)?"
)


def replies(places: Places, first: int) -> list[int]:
    """Return the blocks of a thread's posts but the one that holds block `first`.

    Posts are elements of one kind that number themselves.
    """
    for unit in places.above(places.blocks[first].owner):
        posts = _twins(places, unit)
        if len(posts) >= 2 and _are_posts(places, posts):
            later = posts[1:]
            return [i for i in range(len(places.blocks)) if _post(places, later, i) >= 0]
    return []


def _post(places: Places, posts: list[int], index: int) -> int:
    """Return the post that a block is in, -1 if it is in none."""
    at = bisect_right(posts, places.blocks[index].owner) - 1
    return posts[at] if at >= 0 and places.is_within(places.blocks[index], posts[at]) else -1


def _twins(places: Places, unit: int) -> list[int]:
    """Return `unit` and the elements after it with the same parent and signature."""
    elements = places.outline.elements
    kind = elements[unit]
    if " " not in kind.signature or kind.parent < 0:
        return []
    found: list[int] = []
    while unit < places.ends[kind.parent]:  # the end of an element is where the next one begins
        if elements[unit].signature == kind.signature:
            found.append(unit)
        unit = places.ends[unit]
    return found


def _are_posts(places: Places, units: list[int]) -> bool:
    """Tell whether most of these elements say in a short line which reply they are."""
    numbered: set[int] = set()
    for index, block in enumerate(places.blocks):
        if places.ink[index] <= 40 and _FLOOR.search(block.text):
            numbered.add(_post(places, units, index))
    return len(numbered - {-1}) * 3 >= len(units) * 2
