"""What is put inside sentences: a site's name against copying, and how a word is read."""

from __future__ import annotations

import re

from workbench.domain.article import Edit
from workbench.intake.lines import lines_of

# Only what forbids copying, or is nothing but an address, is noise; brackets alone are not.
_FORBIDS = (
    r"(盗版必究|侵权必究|采集必究|版权所有|未经(授权|许可)|转载(请|须|务必)(注明|联系)|首发于|原创首发"
    r"|(禁止|严禁|谢绝|不得)(任何形式)?(的)?(转载|复制|采集|抄袭))"
)
_BRACKETED = re.compile(
    rf"[（(【\[]\s?(?=[^（）()【】\[\]]{{2,60}}[）)】\]])[^（）()【】\[\]]{{0,40}}({_FORBIDS}|(?<![/\w])(www\.|https?://)[!-~]{{3,40}})[^（）()【】\[\]]{{0,20}}[）)】\]]"
)
_SENTENCE = re.compile(
    rf"(?<=[。！？”!?])(本文|本内容|本站|本作品|文章)(来自|来源|由|首发|选自|系)?[^。！？“”]{{0,30}}{_FORBIDS}[^。！？“”]{{0,12}}[。！!]"
)
_TELLING = ("必究", "转载", "版权", "未经", "首发", "复制", "采集", "抄袭", "www.", "http")
_LONGEST_TWICE = 60
_TWICE = re.compile(r"(\S{3,20})([\s|·-]{1,3}\1){1,6}")
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SYLLABLE = (
    rf"(?:[bpmfdtnlgkhjqxryzcsw]|zh|ch|sh)?[aeiouü]{{0,2}}[{_TONED}][aeiouü]{{0,2}}(?:ng?|r)?"
)
_GLOSS = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?:[（(]\s?{_SYLLABLE}(?:[\s'’·]?{_SYLLABLE}){{0,4}}\s?[）)]|{_SYLLABLE}(?=[\u4e00-\u9fff，。、；]))"
)
_HAS_TONE = re.compile(f"[{_TONED}]")


def cut_anti_copy(text: str) -> list[Edit]:
    """Cut what is put into paragraphs so that a copy of them gives itself away."""
    edits: list[Edit] = []
    telling = [word for word in _TELLING if word in text]
    for line in lines_of(text):
        if _is_twice(line.text):
            edits.append(Edit(line.start, line.end, "", "anti_copy"))
            continue
        if not any(word in line.text for word in telling):
            continue
        for pattern in (_BRACKETED, _SENTENCE):
            for match in pattern.finditer(line.text):
                if match.end() - match.start() < len(line.text):
                    start = line.start + match.start()
                    edits.append(Edit(start, line.start + match.end(), "", "anti_copy"))
    return edits


def cut_pinyin(text: str) -> list[Edit]:
    """Cut how a rare character is read, where it is written with tones: 斡（wò）旋."""
    if not _HAS_TONE.search(text):
        return []
    return [Edit(m.start(), m.end(), "", "pinyin") for m in _GLOSS.finditer(text)]


def _is_twice(line: str) -> bool:
    """Tell whether a line says one name again and again."""
    again = len(line) <= _LONGEST_TWICE and line.find(line[:3], 3) > 0
    return again and _TWICE.fullmatch(line) is not None
