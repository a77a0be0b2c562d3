"""Photo captions and credit lines, set apart as notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.article import Edit
from workbench.intake.asides import Aside
from workbench.intake.lines import Line, cut_lines, lines_of
from workbench.intake.script import han_count
from workbench.language.script import simplified

_LONGEST = 120
_LONGEST_LATIN = 400
_LEAD = re.compile(
    r"图为|[▲△▼▽].{0,60}[图摄]|资料图片?[:：]|资料照片|[（(]?(图源|图片来源|图[/｜]|图片?[:：])"
    r"|[（(]?(配图|题图|首图|视频截图)[:：]|【(写真|图)】|\[사진"
)
_CREDIT = re.compile(
    r"(记者|新华社|中新社|通讯员|图|[/／])\s?[\u4e00-\u9fff·]{2,4}\s?(摄|摄影)[）)]?$"
    r"|[（(][\u4e00-\u9fff·\s]{2,12}摄[）)]$"
    r"|(新华社|中新社|法新社|路透社|美联社|视觉中国)(供图|照片|图)[）)]?$"
    r"|[（(](图|사진)\s?[/／=:：][^（）()]{1,40}[）)]$"
)
_STOCK = re.compile(
    r"[^。]*[（( 　](资料图片?|资料照片|图源\S{1,20}|图片来源\S{0,20}|供图|视频截图|"
    r"网络图片?)[）)]?。?"
)
_STOCK_WORDS = ("资料", "图源", "图片", "供图", "截图")
_CREDIT_LENGTH = 45
# With one of which a caption begins or ends, unless it names its source.
_FIRST = frozenset("图圖资資配题題首视視（(【[▲△▼▽")
_LAST = frozenset("摄攝影图圖片照供）)】]")
_AGENCY = re.compile(
    r"\b(REUTERS|AFP|Getty Images|AP Photo|EPA|Xinhua/|via REUTERS|Kyodo|Yonhap/|Photo by|Photo:)"
)
_CREDIT_IN_ENGLISH = re.compile(r".{0,300}[(\[](Photo|Image|Picture)s?( by|:)[^()]{1,80}[)\]]\.?")


def cut_captions(text: str) -> list[Edit]:
    """Cut the lines that describe a photograph or say whose it is."""
    lines = lines_of(text)
    return cut_lines(lines, dict.fromkeys(_captions(text, lines), "caption"))


def captions_in(text: str) -> list[Aside]:
    """Return the captions that `cut_captions` takes out, with the place where they stood."""
    lines = lines_of(text)
    found = (lines[index] for index in _captions(text, lines))
    return [Aside("caption", "", line.text, line.start) for line in found]


def _captions(text: str, lines: Sequence[Line]) -> list[int]:
    """Return the indexes of the lines that are captions."""
    chinese = han_count(text[:20_000]) > len(text[:20_000]) / 5
    return [index for index, line in enumerate(lines) if _is_caption(line.text, chinese)]


def _is_caption(line: str, chinese: bool) -> bool:
    if len(line) <= _LONGEST and _is_possible(line) and _is_about_a_picture(simplified(line)):
        return not line.endswith(("。”", "：", ":"))
    if "\u4e00" <= line[0] <= "\u9fff" or len(line) > _LONGEST_LATIN or han_count(line):
        return False
    # A line in English under a photograph, in an article that is in Chinese.
    return bool(_CREDIT_IN_ENGLISH.fullmatch(line) or (chinese and _AGENCY.search(line)))


def _is_possible(line: str) -> bool:
    """Tell quickly whether `line` names a picture at its beginning or its end."""
    last = line[-2:-1] if line[-1] == "。" else line[-1]
    return line[0] in _FIRST or last in _LAST or "源" in line[-_CREDIT_LENGTH:]


def _is_about_a_picture(line: str) -> bool:
    if _LEAD.match(line) or (
        line[-1] in "摄影图片照）)" and _CREDIT.search(line[-_CREDIT_LENGTH:])
    ):
        return True
    return any(word in line for word in _STOCK_WORDS) and _STOCK.fullmatch(line) is not None
