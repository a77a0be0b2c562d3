"""Which blocks of a page are its article, and why the others are not.

An extractor's result says where the article lies. Around it recall comes first: what stands in
the same part of the page and is neither links nor named as something else stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from workbench.intake.readers.html.names import FRAME
from workbench.intake.readers.html.outline import Block, Outline
from workbench.intake.readers.html.places import Places, opens_comments, squeezed
from workbench.intake.readers.html.thread import replies
from workbench.intake.script import ends_sentence
from workbench.intake.steps.heads import is_byline
from workbench.intake.steps.patterns import head_reason, is_widget, tail_reason

_PLAIN = ("div", "table", "tbody", "tr", "td", "body")  # elements that may hold anything
_SEEDS = 0.85  # share of the article that its part of the page holds at least
_NEAR_TITLE = 20  # blocks between a title and its article
_MOST_COMMENTS = 4  # times as long as its article may be what readers say about it
_ENOUGH = 300  # characters that make an article whatever is said about it
_NO_HEADING = 9
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}\s?[:：]")


_Home: TypeAlias = tuple[str, str]


@dataclass
class Chosen:
    """The blocks' reasons, "" for what stays; the title's index, the article's first and last."""

    reasons: list[str]
    title: int = -1
    first: int = -1
    last: int = -1


def choose(outline: Outline, extracted: str, titles: tuple[str, ...]) -> Chosen:
    """Return why each block is no part of the article, "" if it is one.

    `extracted` is what an extractor takes for the article, "" if it found none; `titles` are
    headlines that the page states, the surest first.
    """
    return _Choice(outline, extracted, titles).made()


@dataclass
class _Choice(Places):
    titles: tuple[str, ...]

    # -- the choice ----------------------------------------------------------------------------

    def made(self) -> Chosen:
        if not self.blocks:
            return Chosen([])
        root = self.densest(self.seeds, _SEEDS)
        places = [i for i, seed in enumerate(self.seeds) if seed]
        inside = [i for i in places if self.is_within(self.blocks[i], root)] or places or [0]
        chosen = Chosen([""] * len(self.blocks), first=inside[0], last=inside[-1])
        chosen.title = self._title(chosen)
        inside = [i for i in inside if i > chosen.title] or inside
        chosen.first = inside[0]
        homes = {self._home(self.blocks[i], root) for i in inside}
        for index in range(len(self.blocks)):
            chosen.reasons[index] = self._reason(index, root, chosen, homes)
        self._cut_comments(chosen)
        self._keep_headings(root, chosen)
        for index in replies(self, chosen.first):
            chosen.reasons[index] = chosen.reasons[index] or "comments"
        return chosen

    def _reason(self, index: int, root: int, chosen: Chosen, homes: set[_Home]) -> str:
        block, flag = self.blocks[index], self.flags[index]
        if index == chosen.title:
            return ""
        if chosen.title >= 0 and index < chosen.title:
            return flag or self._frame(block)
        is_sure = self.matched[index] and self.prose[index]
        if not self.is_within(block, root):
            if is_sure and not flag:
                is_other = self.is_teaser(block, root) and not self._is_below_title(index, chosen)
                return "related_links" if is_other else ""
            near = chosen.title < index < chosen.first and chosen.title >= 0
            return "" if near and self._is_lead(index) else flag or self._frame(block)
        if flag and not (is_sure and flag == FRAME):
            return flag
        if self.is_linked(block) and not (block.bold and self.matched[index]):
            is_item = self.ink[index] >= 8 and not is_sure
            return "" if is_sure else "related_links" if is_item else FRAME
        return self._reason_inside(index, root, chosen, homes)

    def _reason_inside(self, index: int, root: int, chosen: Chosen, homes: set[_Home]) -> str:
        """Return the reason of a block in the article's part of the page."""
        block = self.blocks[index]
        if self.prose[index]:
            return ""
        is_beside = self._home(block, root) in homes and not self._pattern(block)
        if index < chosen.first:
            is_ours = is_beside and self._reads_like_text(index)
            return "" if is_ours or self._is_lead(index) else self._frame(block)
        if index > chosen.last:
            return "" if is_beside else self._frame(block)
        is_junk = not self.matched[index] and not block.in_table
        return self._pattern(block) if is_junk else ""

    def _home(self, block: Block, root: int) -> _Home:
        """Return what paragraphs of one article share: a kind of element below its root."""
        if block.owner < 0:
            return ("", "")
        branch = self.branch(block, {root})
        kind = self.outline.elements[branch]
        is_named = " " in kind.signature or kind.tag not in _PLAIN
        own = self.outline.elements[block.owner].tag
        return (kind.signature if is_named else str(branch), own)

    def _reads_like_text(self, index: int) -> bool:
        text = self.blocks[index].text
        return self.ink[index] >= 6 and (ends_sentence(text) or self.matched[index])

    def _is_lead(self, index: int) -> bool:
        """Tell whether a block between title and article is a second headline or an abstract."""
        block = self.blocks[index]
        if self.flags[index] or self.is_linked(block) or is_byline(block.text):
            return False
        tag = self.outline.elements[block.owner].tag if block.owner >= 0 else ""
        is_subtitle = block.text.startswith(("——", "—", "──")) or tag in ("h2", "h3")
        return self.prose[index] or (is_subtitle and not self._pattern(block))

    def _is_below_title(self, index: int, chosen: Chosen) -> bool:
        """Tell whether a block stands between title and article in the title's part of the page."""
        if not 0 <= chosen.title < index < chosen.first:
            return False
        trunk = set(self.above(self.blocks[chosen.first].owner))
        title = self.branch(self.blocks[chosen.title], trunk)
        return title >= 0 and self.is_within(self.blocks[index], title)

    def _keep_headings(self, root: int, chosen: Chosen) -> None:
        """Keep a heading behind the last sentence where what stands below it is kept."""
        for index in range(len(self.blocks) - 2, chosen.last, -1):
            is_heading = self._level(index) < _NO_HEADING and self.is_within(
                self.blocks[index], root
            )
            is_ours = not (self.flags[index] or self._pattern(self.blocks[index]))
            if is_heading and is_ours and not chosen.reasons[index + 1]:
                chosen.reasons[index] = ""

    def _frame(self, block: Block) -> str:
        return self._pattern(block) or FRAME

    @staticmethod
    def _pattern(block: Block) -> str:
        reason = tail_reason(block.text) or head_reason(block.text)
        if reason or is_byline(block.text):
            return reason or "byline"
        return FRAME if is_widget(block.text) or _LABEL.fullmatch(block.text) else ""

    # -- title, comments, replies --------------------------------------------------------------

    def _title(self, chosen: Chosen) -> int:
        """Return the index of the block that shows the headline, -1 if none does."""
        latest = self._latest_title(chosen)
        for title in self.titles:
            wanted = squeezed(title)
            same = [i for i in range(latest + 1) if squeezed(self.blocks[i].text) == wanted]
            if wanted and same:
                return max(same, key=lambda i: (self._level(i) == 1, not self.flags[i], i))
        near = range(max(0, chosen.first - _NEAR_TITLE), chosen.first)
        heads = [
            i for i in near if self._level(i) in (1, 2) and self.ink[i] >= 4 and not self.flags[i]
        ]
        return min(heads, key=lambda i: (self._level(i), -i), default=-1)

    def _latest_title(self, chosen: Chosen) -> int:
        """Return the last block behind which more of the article lies than before it."""
        left = self.total(self.seeds)
        before = 0
        for index in range(chosen.first, chosen.last + 1):
            before += self.ink[index] if self.seeds[index] else 0
            if before > left / 2:
                return index
        return chosen.first

    def _level(self, index: int) -> int:
        """Return the level of the heading that a block is, `_NO_HEADING` if none."""
        near = islice(self.above(self.blocks[index].owner), 3)
        tags = [self.outline.elements[element].tag for element in near]
        return min((int(t[1]) for t in tags if re.fullmatch("h[1-6]", t)), default=_NO_HEADING)

    def _cut_comments(self, chosen: Chosen) -> None:
        """Cut what follows a heading such as 网友评论, unless hardly anything went before."""
        for index, block in enumerate(self.blocks):
            if index <= chosen.first or not opens_comments(block.text):
                continue
            kept = [i for i, reason in enumerate(chosen.reasons) if not reason and self.prose[i]]
            before = sum(self.ink[i] for i in kept if i < index)
            after = sum(self.ink[i] for i in kept if i > index)
            if before * _MOST_COMMENTS >= after or before >= _ENOUGH:
                for i in range(index, len(self.blocks)):
                    chosen.reasons[i] = chosen.reasons[i] or "comments"
                return
