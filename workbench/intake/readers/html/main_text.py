"""Which blocks of a page are its article, and why the others are not.

An extractor's result says where the article lies. Around it recall comes first: what stands in
the same part of the page and is neither links nor named as something else stays.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from workbench.intake.readers.html.blocks import Block, Outline
from workbench.intake.readers.html.names import FRAME, kind_of_names
from workbench.intake.steps.heads import is_byline
from workbench.intake.steps.patterns import head_reason, is_article_like, is_widget, tail_reason

_LINKED = 0.5  # share of a block in links that makes it a list of links
_SHARE = 0.4  # share of a page's sentences that no part of the frame has
_SEEDS = 0.85  # share of the article that its part of the page holds at least
_DENSEST = 0.7
_FOUND = 0.6  # the extractor found enough if it has that share of the densest part
_NEAR_TITLE = 20  # blocks between a title and its article
_FLOOR = re.compile(
    r"(\d{1,4}|沙发|板凳|地板|楼主)\s?[楼樓#]|#\s?\d{1,4}|(发表|發表|回复|回覆|回應)(于|於|時間)?"
)
_COMMENTS = re.compile(
    r".{0,60}?(有|共)?\s?\d{1,6}\s?(条|條|则|則|个|個)\s?(网友|網友)?(评论|評論|留言|回复|回覆|回應|跟帖)"
    r"|(网友|網友|读者|讀者|用户|最新|全部|热门|熱門|精彩)(评论|評論|留言|回應|跟帖|討論|讨论).{0,12}"
    r"|(\d{1,6}|One) (Comments?|Responses?|Repl(y|ies)|Thoughts?)( (on|to) .{1,80})?",
    re.IGNORECASE,
)
_LONGEST_HEADING = 100
_JOINT = re.compile(r"[\s•]+")


@dataclass
class Chosen:
    """The blocks' reasons, "" for what stays; the title's index, the article's first and last."""

    reasons: list[str]
    title: int = -1
    first: int = -1
    last: int = -1


def squeezed(text: str) -> str:
    """Return `text` without white space and bullets, for comparing."""
    return _JOINT.sub("", text)


def choose(outline: Outline, extracted: str, titles: tuple[str, ...]) -> Chosen:
    """Return why each block is no part of the article, "" if it is one.

    `extracted` is what an extractor takes for the article, "" if it found none; `titles` are
    headlines that the page states, the surest first.
    """
    return _Choice(outline, extracted, titles).made()


@dataclass
class _Choice:
    outline: Outline
    extracted: str
    titles: tuple[str, ...]

    # -- what blocks are -----------------------------------------------------------------------

    @cached_property
    def blocks(self) -> list[Block]:
        return self.outline.blocks

    @cached_property
    def ink(self) -> list[int]:
        return [len(squeezed(block.text)) for block in self.blocks]

    @cached_property
    def prose(self) -> list[bool]:
        return [is_article_like(block.text) and not self.is_linked(block) for block in self.blocks]

    @staticmethod
    def is_linked(block: Block) -> bool:
        return block.linked > _LINKED * len(block.text)

    @cached_property
    def ends(self) -> list[int]:
        """Return behind each element's index that of the last element inside it."""
        elements = self.outline.elements
        ends = list(range(1, len(elements) + 1))
        for index in range(len(elements) - 1, 0, -1):
            parent = elements[index].parent
            ends[parent] = max(ends[parent], ends[index])
        return ends

    def weights(self, chosen: list[bool]) -> list[int]:
        """Return the characters that each element holds of the chosen blocks."""
        elements = self.outline.elements
        weights = [0] * len(elements)
        for block, ink, is_chosen in zip(self.blocks, self.ink, chosen, strict=True):
            if is_chosen and block.owner >= 0:
                weights[block.owner] += ink
        for index in range(len(elements) - 1, 0, -1):
            weights[elements[index].parent] += weights[index]
        return weights

    def is_within(self, block: Block, element: int) -> bool:
        return element < 0 or element <= block.owner < self.ends[element]

    def above(self, element: int) -> Iterator[int]:
        """Yield `element` and what encloses it, innermost first."""
        while element >= 0:
            yield element
            element = self.outline.elements[element].parent

    # -- what elements are called --------------------------------------------------------------

    @cached_property
    def flags(self) -> list[str]:
        """Return for each block the reason that the names around it give."""
        prose = self.weights(self.prose)
        total = sum(ink for ink, is_prose in zip(self.ink, self.prose, strict=True) if is_prose)
        own: list[str] = []
        for index, each in enumerate(self.outline.elements):
            kind = kind_of_names(each.tag, each.names)
            if kind and prose[index] >= _SHARE * max(total, 1):
                apart = total - prose[index]
                kind = kind if kind == "comments" and apart >= max(150, total // 8) else ""
            own.append((own[each.parent] if each.parent >= 0 else "") or kind)
        return [own[block.owner] if block.owner >= 0 else "" for block in self.blocks]

    # -- where the article lies ----------------------------------------------------------------

    @cached_property
    def matched(self) -> list[bool]:
        """Tell for each block whether the extractor has it."""
        lines = {squeezed(line) for line in self.extracted.split("\n")}
        whole = squeezed(self.extracted)
        return [_is_in(squeezed(block.text), lines, whole) for block in self.blocks]

    @cached_property
    def seeds(self) -> list[bool]:
        """Tell for each block whether it surely is of the article."""
        free = [
            is_prose and self.flags[index] not in ("comments", "related_links")
            for index, is_prose in enumerate(self.prose)
        ]
        if not any(free):
            free = [
                ink > 0 and not self.is_linked(self.blocks[i]) for i, ink in enumerate(self.ink)
            ]
        matched = [a and b for a, b in zip(free, self.matched, strict=True)]
        densest = self.densest(free)
        inside = [a and self.is_within(self.blocks[i], densest) for i, a in enumerate(free)]
        enough = self._sum(matched) >= _FOUND * self._sum(inside)
        return matched if enough and any(matched) else inside

    def _sum(self, chosen: list[bool]) -> int:
        return sum(ink for ink, is_chosen in zip(self.ink, chosen, strict=True) if is_chosen)

    def densest(self, chosen: list[bool], share: float = _DENSEST) -> int:
        """Return the innermost element that holds `share` of the chosen blocks, -1 for none."""
        enough = share * self._sum(chosen)
        best, deepest = -1, -1
        depths: list[int] = []
        for index, weight in enumerate(self.weights(chosen)):
            parent = self.outline.elements[index].parent
            depths.append(depths[parent] + 1 if parent >= 0 else 0)
            if weight >= enough and depths[index] > deepest:
                best, deepest = index, depths[index]
        return best

    # -- the choice ----------------------------------------------------------------------------

    def made(self) -> Chosen:
        if not self.blocks:
            return Chosen([])
        root = self.densest(self.seeds, _SEEDS)
        places = [i for i, seed in enumerate(self.seeds) if seed]
        inside = [i for i in places if self.is_within(self.blocks[i], root)] or places or [0]
        chosen = Chosen([""] * len(self.blocks), first=inside[0], last=inside[-1])
        chosen.title = self._title(chosen)
        homes = {self.blocks[i].owner for i in inside}
        homes |= {self.outline.elements[h].parent for h in homes if h >= 0 and h != root}
        for index in range(len(self.blocks)):
            chosen.reasons[index] = self._reason(index, root, chosen, homes)
        self._cut_comments(chosen)
        self._cut_replies(chosen)
        return chosen

    def _reason(self, index: int, root: int, chosen: Chosen, homes: set[int]) -> str:
        block, flag = self.blocks[index], self.flags[index]
        if index == chosen.title:
            return ""
        if chosen.title >= 0 and index < chosen.title:
            return flag or self._frame(block)
        is_sure = self.matched[index] and self.prose[index]
        if not self.is_within(block, root):
            if is_sure and not flag:
                return ""
            near = chosen.title < index < chosen.first and chosen.title >= 0
            return "" if near and self._is_lead(index) else flag or self._frame(block)
        if flag and not (is_sure and flag == FRAME):
            return flag
        if self.is_linked(block) and not (block.bold and self.matched[index]):
            is_item = self.ink[index] >= 8 and not is_sure
            return "" if is_sure else "related_links" if is_item else FRAME
        return self._reason_inside(index, chosen, homes)

    def _reason_inside(self, index: int, chosen: Chosen, homes: set[int]) -> str:
        """Return the reason of a block in the article's part of the page."""
        block = self.blocks[index]
        if self.prose[index]:
            return ""
        if index < chosen.first:
            return "" if self._is_lead(index) else self._frame(block)
        if index > chosen.last:
            return "" if block.owner in homes and not is_widget(block.text) else self._frame(block)
        is_junk = not self.matched[index] and not block.in_table
        return self._pattern(block) if is_junk else ""

    def _is_lead(self, index: int) -> bool:
        """Tell whether a block between title and article is a second headline or an abstract."""
        block = self.blocks[index]
        if self.flags[index] or self.is_linked(block) or is_byline(block.text):
            return False
        tag = self.outline.elements[block.owner].tag if block.owner >= 0 else ""
        is_subtitle = block.text.startswith(("——", "—", "──")) or tag in ("h2", "h3")
        return self.prose[index] or (is_subtitle and not self._pattern(block))

    def _frame(self, block: Block) -> str:
        return self._pattern(block) or FRAME

    @staticmethod
    def _pattern(block: Block) -> str:
        reason = tail_reason(block.text) or head_reason(block.text)
        if reason or is_byline(block.text):
            return reason or "byline"
        return FRAME if is_widget(block.text) else ""

    # -- title, comments, replies --------------------------------------------------------------

    def _title(self, chosen: Chosen) -> int:
        """Return the index of the block that shows the headline, -1 if none does."""
        for title in self.titles:
            wanted = squeezed(title)
            same = [i for i in range(chosen.first + 1) if squeezed(self.blocks[i].text) == wanted]
            if wanted and same:
                return max(same, key=lambda i: (self._level(i) == 1, i))
        near = range(max(0, chosen.first - _NEAR_TITLE), chosen.first)
        heads = [
            i for i in near if self._level(i) in (1, 2) and self.ink[i] >= 4 and not self.flags[i]
        ]
        return min(heads, key=lambda i: (self._level(i), -i), default=-1)

    def _level(self, index: int) -> int:
        """Return the level of the heading that a block is, 9 if it is none."""
        near = islice(self.above(self.blocks[index].owner), 3)
        tags = [self.outline.elements[element].tag for element in near]
        return min((int(t[1]) for t in tags if re.fullmatch("h[1-6]", t)), default=9)

    def _cut_comments(self, chosen: Chosen) -> None:
        """Cut what follows a heading such as 网友评论, unless more follows than went before."""
        for index, block in enumerate(self.blocks):
            if index <= chosen.first or not _opens_comments(block.text):
                continue
            kept = [i for i, reason in enumerate(chosen.reasons) if not reason and self.prose[i]]
            before = sum(self.ink[i] for i in kept if i < index)
            if before >= sum(self.ink[i] for i in kept if i > index):
                for i in range(index, len(self.blocks)):
                    chosen.reasons[i] = chosen.reasons[i] or "comments"
                return

    def _cut_replies(self, chosen: Chosen) -> None:
        """Cut the posts of a thread but the first: elements of one kind that number themselves."""
        for unit in self.above(self.blocks[chosen.first].owner):
            posts = self._twins(unit)
            if len(posts) >= 2 and self._are_posts(posts):
                for index in range(len(self.blocks)):
                    if not chosen.reasons[index] and self._post(posts[1:], index) >= 0:
                        chosen.reasons[index] = "comments"
                return

    def _post(self, posts: list[int], index: int) -> int:
        """Return the post that a block is in, -1 if it is in none."""
        at = bisect_right(posts, self.blocks[index].owner) - 1
        return posts[at] if at >= 0 and self.is_within(self.blocks[index], posts[at]) else -1

    def _twins(self, unit: int) -> list[int]:
        """Return `unit` and the elements after it with the same parent and signature."""
        kind = self.outline.elements[unit]
        if " " not in kind.signature:
            return []
        return [i for i in self._children.get(kind.parent, []) if i >= unit and self._same(i, unit)]

    def _same(self, one: int, other: int) -> bool:
        elements = self.outline.elements
        return elements[one].signature == elements[other].signature

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        children: dict[int, list[int]] = {}
        for index, element in enumerate(self.outline.elements):
            children.setdefault(element.parent, []).append(index)
        return children

    def _are_posts(self, units: list[int]) -> bool:
        """Tell whether most of these elements say in a short line which reply they are."""
        numbered: set[int] = set()
        for index, block in enumerate(self.blocks):
            if self.ink[index] <= 40 and _FLOOR.search(block.text):
                numbered.add(self._post(units, index))
        return len(numbered - {-1}) * 3 >= len(units) * 2


def _opens_comments(line: str) -> bool:
    return tail_reason(line) == "comments" or (
        len(line) <= _LONGEST_HEADING and _COMMENTS.fullmatch(line) is not None
    )


def _is_in(text: str, lines: set[str], whole: str) -> bool:
    if text in lines:
        return True
    if len(text) < 12:
        return False
    return text in whole or (len(text) >= 30 and text[:12] in whole and text[-12:] in whole)
