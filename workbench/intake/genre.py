"""The genre of an article, where its form makes it plain; a category of the starter codebook."""

from __future__ import annotations

import re

_HEAD_LINES = 6
_SPEAKER = re.compile(r"(\S{1,10})[:：]")
_ASKED = frozenset(("问", "問", "答", "Q", "A", "记者", "記者", "主持人"))
_FEWEST_TURNS = 4
_DATELINE = re.compile(
    r"[（(【]?\S{0,12}(社|网|报|報|台|讯)\S{0,14}\d{1,2}月?\d{0,2}日?(电|電|讯|訊)|(本报|本報)讯"
)
_EDITORIAL = re.compile(
    r"[【\[]?(社论|社論|社评|社評|时评|時評|短评|评论员文章|Editorial)([】\]:：|｜].{0,80})?"
)
_ABSTRACT = re.compile(r"[〔\[【（(]?\s*(摘\s*要|提\s*要|内容提要|Abstract)")
_KEYWORDS = re.compile(r"[〔\[【（(]?\s*(关键词|關鍵詞|关\s键\s词|Keywords?)")
_SPEECH = re.compile(
    r"(讲话|講話|致辞|致辭|演讲|演講|发言|發言)(（全文）|\(全文\)|全文)?$|"
    r"^在.{2,40}上的(讲话|致辞|演讲|发言)"
)
_SALUTATION = re.compile(r"(尊敬的|各位|女士们|女士們|同志们|朋友们|大家).{0,40}[，,：:！!]$")
_ANSWER = re.compile(r"(回答|答案|Answer)\s?[:：]\s?(yes|no|是|否|Yes|No)\b.{0,20}")


def genre_of(text: str) -> str:
    """Return the key of a genre, "" where the form does not show it."""
    paragraphs = text.split("\n")
    head = paragraphs[:_HEAD_LINES]
    if _is_interview(paragraphs):
        return "interview"
    if _ANSWER.fullmatch(paragraphs[-1]):
        return "forecast"
    if any(map(_ABSTRACT.match, head)) and any(map(_KEYWORDS.match, head)):
        return "research"
    if _SPEECH.search(head[0]) and any(map(_SALUTATION.fullmatch, head)):
        return "speech"
    if any(map(_EDITORIAL.fullmatch, head[:2])):
        return "commentary"
    return "news" if any(map(_DATELINE.match, head[:3])) else ""


def _is_interview(paragraphs: list[str]) -> bool:
    """Tell whether question and answer take turns in most of the text."""
    speakers = [match[1] for each in paragraphs if (match := _SPEAKER.match(each))]
    asked = sum(speaker in _ASKED for speaker in speakers)
    return len(speakers) >= _FEWEST_TURNS and len(speakers) * 2 > len(paragraphs) and asked >= 2
