"""What classes, ids and roles say about a part of a page."""

from __future__ import annotations

import re

FRAME = "page_frame"
_WORD = re.compile(r"[a-z]+|[\u4e00-\u9fff]+")
_COMMENTS = frozenset(
    [
        "comment",
        "comments",
        "commentlist",
        "reply",
        "replies",
        "replylist",
        "pinglun",
        "liuyan",
        "guestbook",
        "disqus",
        "cmt",
        "评论",
        "留言",
        "跟帖",
    ]
)
_RELATED = frozenset(
    [
        "related",
        "relate",
        "relation",
        "relative",
        "recommend",
        "recommended",
        "recommendation",
        "tuijian",
        "xiangguan",
        "hot",
        "hotnews",
        "rank",
        "ranking",
        "ranklist",
        "paihang",
        "paihangbang",
        "popular",
        "trending",
        "latest",
        "guess",
        "readmore",
        "prevnext",
        "prenext",
        "pagenav",
        "sidebar",
        "sider",
        "推荐",
        "相关",
    ]
)
_FRAME = frozenset(
    [
        "nav",
        "navbar",
        "navi",
        "navigation",
        "menu",
        "crumb",
        "crumbs",
        "breadcrumb",
        "breadcrumbs",
        "footer",
        "foot",
        "copyright",
        "share",
        "sharebar",
        "sharing",
        "bdsharebuttonbox",
        "social",
        "toolbar",
        "search",
        "searchbox",
        "login",
        "signin",
        "banner",
        "ad",
        "ads",
        "advert",
        "advertisement",
        "gg",
        "guanggao",
        "pager",
        "pagination",
        "pagebar",
        "pagelist",
        "qrcode",
        "erweima",
        "cookie",
        "cookies",
        "toolbox",
        "backtop",
        "gotop",
        "complementary",
        "contentinfo",
        "分享",
        "导航",
        "版权",
    ]
)
_TAGS = {"nav": FRAME, "footer": FRAME, "aside": "related_links", "menu": FRAME, "textarea": FRAME}


def kind_of_names(tag: str, names: str) -> str:
    """Return the reason for which an element with these names is no article, "" if none."""
    words = set(_WORD.findall(names)) if names else set[str]()
    for reason, known in (("comments", _COMMENTS), ("related_links", _RELATED), (FRAME, _FRAME)):
        if not words.isdisjoint(known):
            return reason
    return _TAGS.get(tag, "")
