"""What a line is, told by itself: a site's, an article's, or either."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.intake.script import ends_sentence, han_count
from workbench.intake.steps import imprints, phrases
from workbench.language.script import simplified

LONGEST = 400  # characters: no longer line is junk
_LONGEST_BAR = 100
_SHORT = 40
# Steps ask the same of the same lines, and most again in the round that finds nothing more.
_REMEMBERED = 2_048
# One of these stands in every line that is a site's and longer than a headline.
_TELLING = re.compile(
    r"[声聲权權转轉载載责責编編©>›»＞\[|｜:：@#]|作者|来源|來源|投资|点击|點擊|广告|廣告|相关|阅读|閱讀|关注|下载|分享|转发|网友|評論|评论|本站"
    r"|本网|邮箱|二维码|禁|无断|전재|기사|편집|합니다|http|www|[A-Za-z]{4}|位置|首页|首頁|公众号|合集|侵"
)
_BAR = re.compile(r"[\s|｜·/,，、]+")
_REFERENCE = re.compile(r"[\[［〔]\d{1,3}[\]］〕]|(参考文献|注释|尾注|附录|附表)")
_HEAD = {
    "site_head": (
        phrases.BREADCRUMB,
        phrases.COUNTER,
        phrases.SHARE,
        phrases.ACCOUNT,
        imprints.DATABASE,
    ),
    "notice": (phrases.NOTICE,),
    "record": (imprints.LIBRARY,),
    "byline": (imprints.AFFILIATION,),
    "advertisement": (phrases.ADVERTISEMENT,),
}
_TAIL = {
    "notice": (phrases.NOTICE,),
    "ranking": (phrases.RANKING,),
    "related_links": (phrases.RELATED, phrases.NEIGHBOUR, phrases.LINK),
    "comments": (phrases.COMMENT, imprints.QUICK_REPLY),
    "advertisement": (phrases.ADVERTISEMENT,),
    "editor": (phrases.EDITOR,),
    "origin": (phrases.ORIGIN, imprints.EXPORT),
    "record": (imprints.LIBRARY,),
    "site_tail": (
        phrases.COUNTER,
        phrases.SHARE,
        phrases.FOOTER,
        phrases.ACCOUNT,
        imprints.BOARD,
        phrases.END,
        phrases.ABOUT_AUTHOR,
    ),
}
_OPENS = (
    phrases.RELATED,
    phrases.RANKING,
    phrases.NOTICE,
    phrases.COMMENT,
    phrases.ABOUT_AUTHOR,
    imprints.EXPORT,
)


@lru_cache(_REMEMBERED)
def head_reason(line: str) -> str:
    """Return why `line` is no part of an article when it stands before it, "" if it may be."""
    return _reason(line, _HEAD) or ("site_head" if is_bar(line) else "")


@lru_cache(_REMEMBERED)
def tail_reason(line: str) -> str:
    """Return why `line` is no part of an article when it stands behind it, "" if it may be."""
    return _reason(line, _TAIL) or ("site_tail" if is_bar(line) else "")


@lru_cache(_REMEMBERED)
def opens_tail(line: str) -> bool:
    """Tell whether what stands behind `line` is no longer the article, unless it reads like one."""
    return says_one_of(line, _OPENS)


def opens_comments(line: str) -> bool:
    """Tell whether what stands behind `line` is no author's of the article, whatever it says.

    It is readers' words, a card about the author, or how a database wants to be cited.
    """
    return says_one_of(line, (phrases.COMMENT, phrases.ABOUT_AUTHOR, imprints.EXPORT))


def closes_article(line: str) -> bool:
    """Tell whether `line` stands where an article has just ended: its editor, or the word end."""
    return says_one_of(line, (phrases.EDITOR, phrases.END))


@lru_cache(_REMEMBERED)
def opens_list(line: str) -> str:
    """Return the reason if `line` heads a list of other articles, "" if not."""
    if says_one_of(line, (phrases.RANKING,)):
        return "ranking"
    return "related_links" if says_one_of(line, (phrases.RELATED,)) else ""


def is_widget(line: str) -> bool:
    """Tell whether `line` is a button or a count, which alone might be a word of the article."""
    return line in phrases.NAV or says_one_of(line, (phrases.WIDGET,))


def is_bar(line: str) -> bool:
    """Tell whether `line` is a row of buttons or sections."""
    if len(line) > _LONGEST_BAR or "，" in line or "。" in line:
        return False
    words = [word for word in _BAR.split(simplified(line)) if word]
    known = sum(word in phrases.NAV for word in words)
    return known >= 2 and known * 2 >= len(words)


def is_link(line: str) -> bool:
    """Tell whether `line` is nothing but a link in Markdown, or an empty item of a list."""
    return line[0] in "-*+•·[" and says_one_of(line, (phrases.LINK,))


@lru_cache(_REMEMBERED)
def is_article_like(line: str) -> bool:
    """Tell whether `line` is a sentence or more, which only an article has."""
    return _is_sentence(line) and not tail_reason(line) and not head_reason(line)


def _is_sentence(line: str) -> bool:
    if len(line) >= 100 or _REFERENCE.match(line):
        return True
    if han_count(line) == 0:
        return len(line.split()) >= 10 and ends_sentence(line)
    if len(line) >= 6 and line.endswith(("；", "：")):  # a list and what leads to it
        return True
    return (len(line) >= 10 and "。" in line) or (len(line) >= 60 and ends_sentence(line))


def _reason(line: str, table: dict[str, tuple[re.Pattern[str], ...]]) -> str:
    if not _may_be_a_sites(line):
        return ""
    line = simplified(line)
    for reason, patterns in table.items():
        if any(pattern.fullmatch(line) for pattern in patterns):
            return reason
    return ""


def says_one_of(line: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    """Tell whether the whole of `line` is what one of `patterns` describes."""
    if not _may_be_a_sites(line):
        return False
    line = simplified(line)
    return any(pattern.fullmatch(line) for pattern in patterns)


def _may_be_a_sites(line: str) -> bool:
    return len(line) <= _SHORT or (len(line) <= LONGEST and _TELLING.search(line) is not None)
