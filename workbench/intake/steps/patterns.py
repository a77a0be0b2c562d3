"""What Chinese and English sites put around an article, told line by line.

Every pattern describes a whole line, so that the same words inside a sentence are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.intake.script import ends_sentence, han_count

LONGEST = 400  # characters: no longer line is junk
_MORE = r"\s*((更多|全部|查看更多|换一换|more|More|MORE|[>»›＞]{1,3}|[:：])\s?){0,2}"


def _whole(*alternatives: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(alternatives)})")


_BREADCRUMB = _whole(
    r"(您?的?(当前|现在|所在)?的?位置|当前位置)\s?[:：].{1,80}",
    r"\S{0,10}(首页|主页|Home)\s*[>›»＞→/|｜].{1,80}",
    r"\S{1,12}(网|报|社|台|在线|新闻|频道)\s*[>›»＞]\s*\S{1,20}(\s*[>›»＞]\s*\S{1,20}){0,4}",
    r".{1,60}[>›»＞]\s*(正文|内容|文章|详情)(\s.{0,20})?",
)
_PLATFORMS = (
    r"(\s|[/、|·,，]|微信|微博|新浪|腾讯|QQ|空间|好友|朋友圈|人人网?|豆瓣|知乎|抖音|贴吧"
    r"|复制链接|更多)*"
)
_COUNTER = _whole(
    r"[\d,.]+\s?[KkMmWw万+]?\s?(views?|reads?|comments?|shares?|likes?|min(ute)?s?\s?read)",
    r"[\d,.]+\s?[KkMmWw万+]?\s?(次|人|条|个)?(阅读|浏览|观看|播放|评论|点赞|收藏|转发|分享|跟贴|参与|推荐)(量|数)?",
    r"(阅读|浏览|点击|评论|点赞|收藏|转发|播放|访问)(量|数|次数)?\s?[:：]?\s?[\d,.]+\s?[万KkWw+]?\s?(次|人|条)?",
    r"\d+\s?Min(ute)?s?\s?Read|[\d,.]+\s?Views?",
)
_SHARE = _whole(
    rf"分享(至|到)\s?[:：]?{_PLATFORMS}",
    r"((微信|新浪微博|微博|QQ空间|QQ好友|QQ|朋友圈|人人网|豆瓣|知乎|抖音|贴吧|复制链接)[\s/、|·]{0,4}){2,12}",
    r"[Ss]hare([Tt]his)?(\s[Tt]his)?(\s([Aa]rticle|[Pp]ost|[Pp]age|[Ss]tory))?\s?[:：]?",
    r"((赞|点赞|在看|收藏|评论|转发|分享|阅读|喜欢)\s?\d{0,7}[\s·|]{0,3}){2,8}",
    r"[-—~·\s]{0,8}(END|The End|全文完|本文完)[-—~·\s]{0,8}",
    r"(举报|反馈|举报/反馈|阅读原文|返回(首页|顶部|上一页|列表)|关注我们|回到顶部)",
    r"(长按|扫码|扫一扫|扫描).{0,30}(关注|二维码|下载|阅读|识别|公众号|打开).{0,20}",
    r"(打开|下载|点击打开)\S{0,12}\s?(APP|App|app|客户端)\S{0,16}",
    r"(微信)?公众号\s?[:：].{1,30}",
    r"字(号|体)(大小)?\s?[:：]?[\s大中小超标准+\-|A]{0,20}",
    r"(语音播报|听全文|听新闻|收听本文|朗读)",
)
_WIDGET = _whole(
    r"分享|收藏|点赞|评论|打印|举报|关注|已关注|\+\s?关注|微信|微博|新浪微博|QQ空间|朋友圈|复制链接|字号"
    r"|大|中|小|A[+-]?|登录|注册|首页|English|收听|纠错|打赏|赞赏|赞|在看|转发|投诉|返回|订阅|\d{1,6}"
)
_NOTICE = _whole(
    r"[【\[〔(（*※]?\s?(特别|郑重|免责|版权|重要|风险|投资)?(声明|提示|提醒|说明)\s?[】\]〕)）]?\s?[:：].{0,300}"
    r"(本[文站网平]|平台|网站|转载|版权|侵权|仅供参考|用户上传|信息存储|投资建议|作者观点).{0,300}",
    r"(Notice|Disclaimer|Copyright\s[Nn]otice)\s?:.{1,380}",
    r"[【\[〔(（*※]?\s?.{0,20}未经.{0,12}(授权|许可|书面|同意|允许).{0,20}(转载|复制|摘编|镜像|抓取).{0,60}",
    r"[【\[〔(（*※]?\s?(欢迎|如需|谢绝|禁止|请勿|严禁|允许|本文)?\S{0,4}转载"
    r"([，,、；;\s]{0,2}(并|时|应|请|须|需|务必)\S{0,10}(注明|标明|出处|来源|联系|授权).{0,40})?[】\]〕)）。！!]{0,2}",
    r".{0,30}(转载|引用)\S{0,6}(请|务必|须|需)\S{0,4}(注明|标明|联系).{0,40}",
    r"[【\[〔(（*※]?\s?(本文|文章|以上|文中|上述)\S{0,12}(仅|只|纯属|均)?(代表|为|系)作者(本人|个人|自己)?(的)?(观点|意见|立场|看法).{0,80}",
    r"(本文|文章|以上|文中|上述|所有|内容|观点|转载).{0,50}(不代表|与)本(站|网|平台|刊|报|号|公众号)"
    r"\S{0,6}(观点|立场|无关).{0,40}",
    r"(本[站网文平]|以上|文中|上述|文章|所有).{0,60}(不构成|不作为).{0,10}投资(建议|依据).{0,60}",
    r"(本[站网平]|网站).{0,60}(仅|只)提供信息(存储|发布)(空间)?服务.{0,40}",
    r".{0,30}(版权所有|版权归.{1,20}所有|All\s[Rr]ights\s[Rr]eserved|ICP备|公网安备|违法和不良信息举报).{0,80}",
    r"(©|Copyright\s?(©|\(c\)|\d{4})).{0,100}",
    r"(如有|若有|如|涉及)\S{0,10}侵权.{0,30}(删除|联系|告知).{0,40}",
)
_RELATED = _whole(
    rf"[【\[■◆▌|]?\s?(相关|延伸|推荐|扩展|拓展|热门|热点|精彩|最新|更多|往期|今日|本周|同类|其他|大家都在)"
    rf"(文章|推荐|新闻|阅读|链接|报道|内容|资讯|专题|话题|标签|视频|热点|热榜|回顾|精选|看|搜){_MORE}\s?[】\]]?",
    rf"(头条|热点|热门|推荐)(要闻|新闻|阅读)?(排行|排行榜|榜)?{_MORE}",
    rf"(猜你喜欢|为[你您]推荐|看了又看|阅读排行榜?|点击排行榜?|热榜|编辑推荐|24小时热文|排行榜){_MORE}",
    r"([Rr]elated|[Mm]ore|[Rr]ecommended|[Pp]opular|[Ll]atest)\s([Pp]osts|[Aa]rticles|[Ss]tories|[Nn]ews|[Rr]eading)",
    r"[Yy]ou [Mm]ay ([Aa]lso )?[Ll]ike|[Rr]ead ([Mm]ore|[Nn]ext)|[Tt]rending( [Nn]ow)?",
)
_NEIGHBOUR = _whole(
    r"(上|下|前|后)一(篇|条|页)\s?[:：].{1,80}",
    r"(相关|延伸|推荐)(阅读|链接|报道|新闻|文章)\s?[:：].{1,100}",
)
_LINK = _whole(
    r"[-*+•·]?\s*\[[^\[\]]{1,160}\]\([^()\s]{0,300}\)",
    r"[-*+•]",
)
_COMMENT = _whole(
    r"(网友|用户|最新|全部|热门|精彩)(评论|跟贴|留言)(区|列表)?\s?([（(]\s?\d+\s?[)）])?",
    r"(评论|跟贴|留言)(区|列表|\s?[（(]\s?\d+\s?[)）])",
    r"(没有|暂无|\d+\s?条)(评论|留言|跟贴)|(发表|我要|写)(评论|回复|留言|跟贴)|(提交|取消)(评论|回复)",
    r".{0,4}(邮箱|电子邮件)(地址)?不会被(公开|公布|发布).{0,40}|必填项已.{0,20}",
    r"[Ll]eave [Aa] ([Rr]eply|[Cc]omment).{0,20}|(\d+ |[Nn]o |[Pp]ost )[Cc]omments?( yet)?",
    r"Your email address will not be published.{0,60}",
)
_ADVERTISEMENT = _whole(
    r"本(站|网|平台|栏目|频道|节目)由.{1,60}(赞助|冠名|支持|提供).{0,200}",
    r"点击\S{0,6}(查看|阅读|进入|下载|关注|购买|领取|参与).{0,80}",
    r"(广告|推广|赞助商?|赞助内容|AD|Advertisement|Sponsored)(\s?[:：].{1,100})?",
    r"(加入|添加).{0,12}(微信|QQ|电报|Telegram)群.{0,60}",
)
_EDITOR = _whole(
    r"(【\S{1,6}】\s?)?[【\[〔(（]?\s?(本文|本期|值班)?(责任编辑|责编|编辑|编审|审核|校对|初审|复审|终审|监制|编委|排版|美编|实习生"
    r"|实习编辑|责任校对|终校)\s?[:：/｜|].{1,60}",
)
_ORIGIN = _whole(
    r"[(（]?(原标题|原题|(本文|文章|稿件|信息)来源|来源|原文(链接|网址|地址)?|本文(链接|网址|地址)|网址|URL)"
    r"\s?[:：].{1,300}",
    r"https?://\S{1,300}",
)
_FOOTER = _whole(
    r"(无障碍浏览|进入关怀版|关于我们|联系我们|网站地图|友情链接|隐私(政策|条款)|用户协议|法律声明|广告服务|意见反馈)"
    r"([\s|｜·]+\S{2,10})*",
)
_ACCOUNT = _whole(r"\d+\s?文章数?\s.{0,40}", r"\d+\s?(粉丝|获赞|关注度?).{0,40}")

_REFERENCE = re.compile(r"[\[［〔]\d{1,3}[\]］〕]|(参考文献|注释|尾注|附录|附表)")

_HEAD = {"site_head": (_BREADCRUMB, _COUNTER, _SHARE), "advertisement": (_ADVERTISEMENT,)}
_TAIL = {
    "notice": (_NOTICE,),
    "related_links": (_RELATED, _NEIGHBOUR, _LINK),
    "comments": (_COMMENT,),
    "advertisement": (_ADVERTISEMENT,),
    "editor": (_EDITOR,),
    "origin": (_ORIGIN,),
    "site_tail": (_SHARE, _COUNTER, _FOOTER, _ACCOUNT),
}


def head_reason(line: str) -> str:
    """Return why `line` is no part of an article when it stands before it, "" if it may be."""
    return _reason(line, _HEAD)


def tail_reason(line: str) -> str:
    """Return why `line` is no part of an article when it stands behind it, "" if it may be."""
    return _reason(line, _TAIL)


def opens_tail(line: str) -> bool:
    """Tell whether what stands behind `line` is no longer the article, unless it reads like one."""
    return tail_reason(line) in ("notice", "comments") or _is(line, (_RELATED,))


def is_widget(line: str) -> bool:
    """Tell whether `line` is a button or a count, which alone might be a word of the article."""
    return _is(line, (_WIDGET,))


def is_link(line: str) -> bool:
    """Tell whether `line` is nothing but a link in Markdown, or an empty item of a list."""
    return _is(line, (_LINK,))


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
    if len(line) > LONGEST:
        return ""
    return next(_reasons(line, table), "")


def _reasons(line: str, table: dict[str, tuple[re.Pattern[str], ...]]) -> Iterator[str]:
    for reason, patterns in table.items():
        if any(pattern.fullmatch(line) for pattern in patterns):
            yield reason


def _is(line: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    return len(line) <= LONGEST and any(pattern.fullmatch(line) for pattern in patterns)
