# ruff: noqa: E501 (a paragraph a line, as articles have them)
"""Articles written for these tests, and what happens to an article on its way to a researcher."""

from __future__ import annotations

import unicodedata

HARBOUR = """海峡两岸的渔港为何重开谈判
本月初，两个沿海国家的渔业部门在中立的港口城市坐到了同一张桌子前。上一次谈判破裂已经过去三年，当时双方都宣布召回代表，渔民只好各自绕行。
推动这次会面的首先是账本。北岸的渔业协会算过，绕行使每艘船每季多耗去20%的燃油，年轻人纷纷上岸改行；南岸的加工厂则因为原料不足，已有四家停工。经济上的疼痛让强硬的口号变得昂贵。
其次是第三方的耐心。负责斡旋的小国既没有舰队，也没有市场，它的办法是把议题切碎：先谈救援，再谈海图，最后才谈界线。每谈成一项，就请双方的气象站交换一个月的数据，用小的信用垫高大的信用。
反对的声音同样不小。北岸议会里的一派认为，任何共同巡逻都等于承认对方的权利；南岸的退役军官则提醒，救援通道很容易变成侦察通道。两边的怀疑者说着几乎相同的话，却从不引用对方。
观察者常把这类谈判归结为领导人的善意。笔者以为，善意只决定开始的时间，制度才决定能走多远。如果救援热线在冬季风暴中真正救起过人，下一轮谈判的底气就不再来自声明，而来自码头。
因此，值得记下的不是握手的照片，而是附件二：双方各派3名调度员，常驻对方的值班室，语言不通就用VHF电台和信号旗。把陌生人放进自己的值班室，比写下一百次互信都更接近互信。"""

GRAIN = """粮仓之国的三次转身
内陆小国靠着一条河养活了自己，也靠着这条河被三个邻国同时需要。过去二十年里，它的外交有过三次转身，每一次都从粮价开始。
第一次转身发生在旱年。上游的水坝蓄水发电，下游的麦田裂开口子，政府于是放弃了坚持多年的不结盟说法，加入上游邻国主导的水务委员会，用两个席位换来春季的放水承诺。
第二次转身起于丰收。连续三年的好收成压低了价格，农户上街，新总理转而与海边的邻国签订仓储协定，把粮食运到对方的港口再卖往远方。批评者说这是把粮仓的钥匙交给别人，支持者则说钥匙从来没有这么多把。
第三次转身最安静。一家外国公司买下了河上的驳船队，运价随即上涨。政府没有抗议，而是悄悄修好了一条废弃三十年的窄轨铁路，请第三个邻国的工程师来管信号。
三次转身看似摇摆，其实守着同一条底线：任何一个邻国都不能单独让粮食停下来。学者称之为对冲，农户的说法更直接，叫作不把种子放在一只口袋里。
这种做法的代价是永远没有最好的朋友。每逢危机，三个邻国都会追问它到底站在哪一边，而它的回答总是从天气讲起。"""

#: What one outlet puts around each of its articles; cleaning may miss it.
STANDING = """远山评论是一份独立的国际时事刊物，每周二、周五出版，稿件由编辑部约写，不代表主办机构的立场。
欢迎各界朋友来信讨论，来信请注明真实姓名与联系方式，编辑部保留删节的权利，来稿一经采用即付薄酬。
本刊同时提供有声版本，视力不便的读者可以致电读者服务处索取，服务时间为工作日上午九点至下午五点。"""


def wrapped(text: str, width: int = 29) -> str:
    """Break the lines of a text as a page does."""
    lines = (line for each in text.split("\n") for line in _cut(each, width))
    return "\n".join(lines)


def _cut(line: str, width: int) -> list[str]:
    return [line[at : at + width] for at in range(0, len(line), width)]


def full_width(text: str) -> str:
    """Write digits and Latin letters in full width."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def half_width(text: str) -> str:
    """Write punctuation in half width where there is such a form, with spaces beside it."""
    return unicodedata.normalize("NFKC", text).replace("，", ", ").replace("。", ". ")


def without_paragraph(text: str, number: int) -> str:
    """Return a text as an editor leaves it who cut one of its paragraphs."""
    paragraphs = text.split("\n")
    return "\n".join(paragraphs[:number] + paragraphs[number + 1 :])


def with_headline(text: str, headline: str) -> str:
    """Return a text under another headline."""
    return headline + text[text.index("\n") :]


def in_junk(text: str) -> str:
    """Return a text in what another site puts around it."""
    head = "首页 > 国际 > 周边\n字号：大 中 小\n分享到：微博 朋友圈\n"
    return (
        head
        + text
        + "\n上一篇：湖区居民谈搬迁\n下一篇：冬小麦长势良好\n网友评论：写得好，支持一下！"
    )
