"""Characters that look like others, or like nothing: radicals, zero width, odd line ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from workbench.domain.article import Edit

# PDF printers write 长 as the radical U+2ED3 or 二 as U+2F06, which no dictionary finds. Unicode
# decomposes the Kangxi radicals; of the supplement we fold those that stand for a whole character.
_SUPPLEMENT = dict(
    zip(
        "⺁⺇⺊⺋⺓⺔⺙⺝⺟⺠⺢⺩⺫⺮⺶⺷⻁⻂⻃⻄⻅⻆⻇⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻱⻲⻳",
        "厂几卜㔾幺彑攵月母民水王罒竹羊羊虎衤覀西见角角讠贝车辶辶辶阝钅长镸长门阜青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄齐齿龙龜龟龟",
        strict=True,
    )
)
_LINE_END = re.compile("[\v\f\x85\u2028\u2029]")
# Joiners shape emoji and the scripts of Arabia and India; elsewhere they are left from a page.
_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x01-\x08\x0e-\x1f\x7f]+"
    "|(?<![\u0600-\u0dff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]+"
)
_ANY_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x01-\x08\x0e-\x1f\x7f]"
)


def _folded() -> Mapping[str, str]:
    """Return what each radical stands for, without those that stand for nothing else."""
    radicals = [chr(code) for code in range(0x2E80, 0x2FD6)]
    plain = {r: _SUPPLEMENT.get(r) or unicodedata.normalize("NFKC", r) for r in radicals}
    return {radical: c for radical, c in plain.items() if c != radical and len(c) == 1}


_FOLDED = _folded()
_RADICAL = re.compile(f"[{''.join(_FOLDED)}]")


def without_radicals(text: str) -> str:
    """Return the text with each radical replaced by the character that it stands for."""
    return _RADICAL.sub(lambda match: _FOLDED[match.group()], text)


def fold_radicals(text: str) -> list[Edit]:
    """Replace each CJK radical by the character that it stands for, one for one."""
    starts = [match.start() for match in _RADICAL.finditer(text)]
    return [Edit(start, start + 1, _FOLDED[text[start]], "radical") for start in starts]


def unify_line_ends(text: str) -> list[Edit]:
    """Replace form feeds and Unicode's separators by a line feed, one for one."""
    return [Edit(m.start(), m.end(), "\n", "line_end") for m in _LINE_END.finditer(text)]


def cut_invisible(text: str) -> list[Edit]:
    """Cut soft hyphens, zero-width and control characters, which search would trip over."""
    if not _ANY_INVISIBLE.search(text):
        return []
    return [Edit(m.start(), m.end(), "", "invisible") for m in _INVISIBLE.finditer(text)]
