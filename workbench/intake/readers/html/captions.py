"""Captions of the article's pictures, set apart."""

from __future__ import annotations

import re
from itertools import islice

from workbench.intake.asides import Aside
from workbench.intake.readers.html.main_text import Chosen
from workbench.intake.readers.html.outline import Block, Outline

_NAMES = re.compile(
    r"caption|(?<![a-z])cap(?![a-z])|(?<![a-z])(img|image|pic|picture|photo)[-_]?(desc|description|txt|text|note|info|explain|title|word)"
    r"|图片?说明"
)
# An element named for the picture, with the picture's words below it.
_PICTURES = re.compile(r"(?<![a-z])(img|image|pic|picture|photo|figure)(?![a-z])")
_SAYS_SO = re.compile(r"(图像加注文字|图片说明|图注|圖像加註文字|圖片說明)\s?[，,:：]\s?")
_LONGEST = 120
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]"
)
_NEAR = 3


def captions_of(outline: Outline, chosen: Chosen) -> list[Aside]:
    """Return the captions between title and end of the article; mark their blocks as such."""
    found: list[Aside] = []
    top = chosen.title if 0 <= chosen.title < chosen.first else max(chosen.first - _NEAR, 0)
    for index in range(top + 1, min(chosen.last + 2, len(outline.blocks))):
        block, reason = outline.blocks[index], chosen.reasons[index]
        is_ours = reason in ("", "page_frame", "caption") and index != chosen.title
        if is_ours and _is_caption(outline, block, bool(reason)):
            chosen.reasons[index] = "caption"
            words = _SAYS_SO.sub("", block.text)
            found.append(Aside("caption", "", words, block.start))
    return found


def _is_caption(outline: Outline, block: Block, is_cut: bool) -> bool:
    near = [outline.elements[e] for e in islice(_above(outline, block.owner), 3)]
    if any(each.tag == "figcaption" for each in near):
        return True
    if len(block.text) > _LONGEST or block.linked:
        return False
    if any(_NAMES.search(each.names) or each.tag == "caption" for each in near[:2]):
        return near[0].tag != "caption"
    centred = bool(near) and (near[0].centred or bool(_PICTURES.search(near[0].names)))
    is_heading = block.bold or _HEADING.match(block.text) or (near[:1] and near[0].tag[0:1] == "h")
    return block.after_image and centred and not is_cut and not is_heading


def _above(outline: Outline, element: int):
    while element >= 0:
        yield element
        element = outline.elements[element].parent
