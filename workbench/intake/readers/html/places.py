"""The blocks of a page: what they are, what encloses them, and where the article lies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from workbench.intake.readers.html.names import kind_of_names
from workbench.intake.readers.html.outline import Block, Outline
from workbench.intake.steps.patterns import is_article_like, opens_tail, tail_reason

_LINKED = 0.5  # share of a block in links that makes it a list of links
_ALL = 0.75  # share that does so even where a sentence is left beside them
_SENTENCE = 20  # characters
_FEW_LINKS = 0.12  # share of links that a part of an article does not reach
_SHARE = 0.4  # share of a page's sentences that no part of the frame has
_DENSEST = 0.7
_CORE = 0.5
_FOUND = 0.6  # the extractor found enough if it has that share of the densest part
_COMMENTS = re.compile(
    r".{0,60}?(有|共)?\s?\d{1,6}\s?(条|條|则|則|个|個)\s?(网友|網友)?(评论|評論|留言|回复|回覆|回應|跟帖)"
    r"|(网友|網友|读者|讀者|用户|最新|全部|热门|熱門|精彩)(评论|評論|留言|回應|跟帖|討論|讨论).{0,12}"
    r"|(\d{1,6}|One) (Comments?|Responses?|Repl(y|ies)|Thoughts?)( (on|to) .{1,80})?",
    re.IGNORECASE,
)
_LONGEST_HEADING = 100
_JOINT = re.compile(r"[\s•]+")


def squeezed(text: str) -> str:
    """Return `text` without white space and bullets, for comparing."""
    return _JOINT.sub("", text)


@dataclass
class Places:
    """The blocks of a page, and where among them the article lies.

    `extracted` is what an extractor takes for the article, "" if it found none.
    """

    outline: Outline
    extracted: str

    # -- what blocks are -----------------------------------------------------------------------

    @cached_property
    def blocks(self) -> list[Block]:
        """Return the page's lines."""
        return self.outline.blocks

    @cached_property
    def ink(self) -> list[int]:
        """Return each block's characters."""
        return [len(squeezed(block.text)) for block in self.blocks]

    @cached_property
    def prose(self) -> list[bool]:
        """Tell for each block whether it is a sentence or more, and no link."""
        return [is_article_like(block.text) and not self.is_linked(block) for block in self.blocks]

    @staticmethod
    def is_linked(block: Block) -> bool:
        """Tell whether a block is links, but for a word or two."""
        if block.linked < _LINKED * len(block.text):
            return False
        return len(block.text) - block.linked < _SENTENCE or block.linked > _ALL * len(block.text)

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
        """Tell whether a block is in an element; -1 is the whole page."""
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
        free = [is_prose and not self.flags[index] for index, is_prose in enumerate(self.prose)]
        if not any(free):
            free = [
                ink > 0 and not self.is_linked(self.blocks[i]) for i, ink in enumerate(self.ink)
            ]
        matched = [a and b for a, b in zip(free, self.matched, strict=True)]
        densest = self.densest(free)
        inside = [a and self.is_within(self.blocks[i], densest) for i, a in enumerate(free)]
        enough = self.total(matched) >= _FOUND * self.total(inside)
        return self._without_teasers(matched if enough and any(matched) else inside)

    def _without_teasers(self, seeds: list[bool]) -> list[bool]:
        """Return `seeds` without those that stand among links, away from most of the others."""
        core = self.densest(seeds, _CORE)
        return [
            seed and (self.is_within(block, core) or not self.is_teaser(block, core))
            for seed, block in zip(seeds, self.blocks, strict=True)
        ]

    def total(self, chosen: list[bool]) -> int:
        """Return the characters of the chosen blocks."""
        return sum(ink for ink, is_chosen in zip(self.ink, chosen, strict=True) if is_chosen)

    def densest(self, chosen: list[bool], share: float = _DENSEST) -> int:
        """Return the innermost element that holds `share` of the chosen blocks, -1 for none."""
        enough = share * self.total(chosen)
        best, deepest = -1, -1
        depths: list[int] = []
        for index, weight in enumerate(self.weights(chosen)):
            parent = self.outline.elements[index].parent
            depths.append(depths[parent] + 1 if parent >= 0 else 0)
            if weight >= enough and depths[index] > deepest:
                best, deepest = index, depths[index]
        return best

    def branch(self, block: Block, trunk: set[int]) -> int:
        """Return the outermost element around a block that stands below one of `trunk`."""
        branch = block.owner
        for element in self.above(block.owner):
            if element in trunk:
                break
            branch = element
        return branch

    def is_teaser(self, block: Block, root: int) -> bool:
        """Tell whether a block outside the article's part stands among links or their heading."""
        branch = self.branch(block, set(self.above(root)))
        if branch < 0:
            return False
        if branch not in self._teasers:
            inside = [i for i, b in enumerate(self.blocks) if self.is_within(b, branch)]
            ink = sum(self.ink[i] for i in inside)
            linked = sum(self.blocks[i].linked for i in inside)
            named = any(opens_other(self.blocks[i].text) for i in inside)
            self._teasers[branch] = named or linked > _FEW_LINKS * ink
        return self._teasers[branch]

    @cached_property
    def _teasers(self) -> dict[int, bool]:
        return {}


def opens_other(line: str) -> bool:
    """Tell whether `line` is the heading of what a site puts behind an article."""
    return opens_tail(line) or opens_comments(line)


def opens_comments(line: str) -> bool:
    """Tell whether `line` is the heading of what readers say."""
    return tail_reason(line) == "comments" or (
        len(line) <= _LONGEST_HEADING and _COMMENTS.fullmatch(line) is not None
    )


def _is_in(text: str, lines: set[str], whole: str) -> bool:
    if text in lines:
        return True
    if len(text) < 12:
        return False
    return text in whole or (len(text) >= 30 and text[:12] in whole and text[-12:] in whole)
