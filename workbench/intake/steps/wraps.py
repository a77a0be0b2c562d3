"""Lines that were broken to fit a page, joined to paragraphs again.

A paragraph of a hard-wrapped text ends in a line that is clearly shorter than the others, or
before one that was indented: it begins with white space or, where the indent was lost, is two
characters narrower than the lines that fill the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.article import Edit
from workbench.intake.lines import Line, is_double_spaced, lines_of
from workbench.intake.script import ends_sentence, glue, is_broken_word, width
from workbench.intake.steps.imprints import LIBRARY

_NARROWEST, _WIDEST = 24, 120  # columns of a page that was wrapped
_INDENT = 4.0  # columns: two Han characters
_FEWEST_LINES = 6
_ENDED = frozenset("。！？!?")
_OPEN = 4  # lines that end within a sentence: with fewer nothing was wrapped
_UNWRAPPED = 40.0  # columns beyond a full line: a paragraph that was not wrapped
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|第[一二三四五六七八九十]{1,3}[章节部编]|\d{1,2}[.．、]\s?(?!\d)"
)
_ITEM = re.compile(
    r"[-•●▪■◆*·]\s|[?？\uf000-\uf0ff](?=\w)|\d{1,2}[.．、)）]\s?(?!\d)|[（(]\d{1,2}[)）]"
)
_STOP = re.compile("[。！？!?]")
_WORDS_GO_ON = re.compile(r"[A-Za-z][,;]?[”\"’]?$")  # before a line that begins in small letters
_LABEL = re.compile(
    r"[【\[]?(关\s?键\s?词|摘\s*要|内容(摘要|提要)|中图分类号|文献标识码|文章编号|作者(简介|单位)|收稿日期"
    r"|基金项目|Key\s?[Ww]ords|Abstract|DOI)\s?[】\]:：]"
)
_LABELS = frozenset("【[关摘内中文分作收基KADC")  # with one of which these begin
_COLUMNS = " " * 5  # inside a head or a row of a table, set by blanks
_TOKEN = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class _Page:
    """How a text was wrapped: columns of a full line, and which signs of a paragraph it keeps."""

    columns: float
    indent: int
    lost_indent: bool
    double_spaced: bool


def join_wraps(text: str) -> list[Edit]:
    """Join the lines of each paragraph of a hard-wrapped text; leave any other text alone."""
    lines = lines_of(text)
    if sum(len(line.text) >= _NARROWEST / 2 and _ends_open(line.text) for line in lines) < _OPEN:
        return []
    widths = [_filled(text[line.start - line.indent : line.end]) for line in lines]
    page = _page_of(lines, widths)
    if page is None:
        return []
    edits: list[Edit] = []
    starts = True  # whether the line at hand begins a paragraph
    for index in range(1, len(lines)):
        starts_next = _is_border(page, lines, widths, index, starts)
        if not starts_next:
            edits.append(_join(lines[index - 1], lines[index]))
        starts = starts_next
    return edits


def _filled(line: str) -> float:
    """Return the columns of a line; between Latin words a space is as wide as a letter."""
    columns = width(line)
    is_narrow = columns == len(line) - line.count(" ") / 2
    return float(len(line)) if is_narrow else columns


def _ends_open(line: str) -> bool:
    """Tell quickly whether `line` may end within a sentence."""
    return not _ENDED.intersection(line[-2:])


def _join(line: Line, following: Line) -> Edit:
    between = glue(line.text[-40:], following.text[:40])
    broken = is_broken_word(line.text[-40:], following.text[:40])
    return Edit(line.end - broken, following.start, between, "hard_wrap")


def _page_of(lines: Sequence[Line], widths: list[float]) -> _Page | None:
    """Return how the text was wrapped, None if it was not.

    A full line's columns are told by lines within a sentence: none of these begins a paragraph.
    """
    within = Counter(
        round(widths[i])
        for i in range(1, len(lines))
        if _NARROWEST <= widths[i] <= _WIDEST
        and not ends_sentence(lines[i].text)
        and not ends_sentence(lines[i - 1].text)
        and widths[i - 1] >= _NARROWEST
    )
    if not within:
        return None
    columns = float(max(within, key=lambda w: (within[w], w)))
    full = [i for i, w in enumerate(widths) if columns - 6.5 <= w <= columns + 14]
    opens = sum(not ends_sentence(lines[i].text) for i in full)
    prose = sum(bool(re.search(r"[。！？]|[.!?](\s|$)", lines[i].text)) for i in full)
    long_lines = sum(w >= _NARROWEST for w in widths)
    wider = sum(w > columns + 14 for w in widths)
    # Where nothing passes the margin, many lines may be the short last ones of paragraphs.
    share = 0.6 if wider > 0.05 * long_lines else 0.35
    if len(full) < _FEWEST_LINES or len(full) < share * long_lines:
        return None
    if opens < 0.6 * len(full) or prose < 0.2 * len(full):
        return None
    indent = Counter(lines[i].indent for i in full).most_common(1)[0][0]
    lost_indent = _lost_indent(lines, widths, columns)
    return _Page(columns, indent, lost_indent, is_double_spaced(lines))


def _lost_indent(lines: Sequence[Line], widths: list[float], columns: float) -> bool:
    """Tell whether lines two characters narrower than full follow the ends of sentences."""
    narrower = sum(
        abs(widths[i] - columns + _INDENT) < 0.6
        and not ends_sentence(lines[i].text)
        and (ends_sentence(lines[i - 1].text) or widths[i - 1] < columns - 8)
        for i in range(1, len(lines))
    )
    return narrower >= 3


def _is_border(
    page: _Page, lines: Sequence[Line], widths: list[float], index: int, starts: bool
) -> bool:
    """Tell whether a paragraph begins at `index`; `starts`: whether one began a line above."""
    line, following = lines[index - 1], lines[index]
    full = page.columns - (_INDENT if starts and page.lost_indent else 0)
    if following.indent >= page.indent + 2:
        return True
    if max(widths[index - 1], widths[index]) > page.columns + _UNWRAPPED:
        return True
    if _COLUMNS in line.text:
        return True
    is_item = _ITEM.match(following.text) is not None
    if _is_labelled(line.text, following.text):
        return True
    if not ends_sentence(line.text):
        if _goes_on(line.text, following.text):
            return False
        if is_item and line.text[-1] in "：:；;":
            return True
        return _is_short(widths[index - 1], full - 5, following, page)
    if widths[index - 1] < full - 1 or (following.gap > 0 and not page.double_spaced):
        return True
    if is_item or _HEADING.match(following.text):
        return True
    narrower = page.columns - widths[index]
    return page.lost_indent and 1.5 < narrower <= 6 and not ends_sentence(following.text)


def _is_labelled(line: str, following: str) -> bool:
    """Tell whether a label such as 关键词 begins a line, or ends what stands above."""
    if following[0] in _LABELS and _LABEL.match(following):
        return True
    return line[0] in _LABELS and LIBRARY.fullmatch(line) is not None


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a line that ends within a sentence cannot be a heading, however short it is."""
    if _STOP.search(line) and not _ITEM.match(following):
        return True
    return bool(_WORDS_GO_ON.search(line) and re.match(r"[a-z]{2}|a ", following))


def _is_short(columns: float, full: float, following: Line, page: _Page) -> bool:
    """Tell whether a line ends early though no sentence does: a heading, or a list's head.

    Not if the next line begins with a long word that had no room.
    """
    token = _TOKEN.match(following.text)
    room = len(token.group()) if token else 2
    return columns < full and columns + room <= page.columns
