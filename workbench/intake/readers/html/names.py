"""What classes, ids and roles say about a part of a page."""

from __future__ import annotations

import re

FRAME = "page_frame"
_WORD = re.compile(r"[a-z]+|[\u4e00-\u9fff]+")


def words_of(text: str) -> frozenset[str]:
    """Return the words of a list that is written as text."""
    return frozenset(text.split())


_COMMENTS = words_of(
    """
    comment comments commentlist reply replies replylist pinglun liuyan guestbook disqus cmt
    discuss discussion
    评论 留言 跟帖
    """
)
_RELATED = words_of(
    """
    related relate relation relative recommend recommended recommendation tuijian xiangguan
    hot hotnews rank ranking ranklist paihang paihangbang popular trending latest guess
    readmore prevnext prenext pagenav sidebar sider 推荐 相关
    """
)
_FRAME = words_of(
    """
    nav navbar navi navigation menu crumb crumbs breadcrumb breadcrumbs footer foot copyright
    share sharebar sharing bdsharebuttonbox social toolbar search searchbox login signin
    banner pager pagination pagebar pagelist qrcode erweima cookie cookies toolbox backtop
    gotop statement disclaimer
    mianze complementary contentinfo 分享 导航 版权
    """
)
_ADS = words_of(
    """
    ad ads adv adbox advert adverts advertisement sponsor sponsored promo promotion gg
    guanggao subscribe subscription newsletter 广告 订阅
    """
)
_TAGS = {"nav": FRAME, "footer": FRAME, "aside": "related_links", "menu": FRAME, "textarea": FRAME}

_KINDS = (
    ("comments", _COMMENTS),
    ("related_links", _RELATED),
    ("advertisement", _ADS),
    (FRAME, _FRAME),
)


def kind_of_names(tag: str, names: str) -> str:
    """Return the reason for which an element with these names is no article, "" if none."""
    words = set(_WORD.findall(names)) if names else set[str]()
    for reason, known in _KINDS:
        if not words.isdisjoint(known):
            return reason
    return _TAGS.get(tag, "")
