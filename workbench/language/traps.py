"""What looks like the name of an actor in a Chinese text and is none."""

from __future__ import annotations

import re

# Words that hold a country's name, or its one-character short form, and never name it.
# A codebook that has such a word as a name of its own finds that.
TRAPS = (
    *("朝野", "王朝", "朝代", "今朝", "朝鲜半岛", "朝鲜战争", "朝鲜海峡", "朝鲜族", "朝日新闻"),
    *("印太", "印度洋", "印度支那", "印度尼西亚", "印欧语", "南中国海", "中东", "中亚", "中美洲"),
    *("北美", "拉美", "亚美尼亚", "美联储", "美联社", "美利坚", "美中不足", "如日中天"),
    *("华尔街", "华沙", "爱德华", "霍华德", "德黑兰", "俄亥俄", "埃塞俄比亚", "英雄", "苏伊士"),
    *("南澳", "西澳", "发展中国家", "日本海", "法国国际关系研究院", "日本国际问题研究所"),
    *("韩国国防研究院", "韩德洙", "韩东勋"),
)

# Words that a name does not end or begin in the middle of: 韩企 is not in 日韩企业, and what is
# made 机制化 is the cooperation, not the 合作机制.
WHOLE_WORDS = ("企业", "机制化", "体制化")

# Capitals and residences: they stand for a government, or are where something happens.
PLACES = frozenset(
    (
        *(
            "华盛顿",
            "白宫",
            "五角大楼",
            "东京",
            "首相官邸",
            "首尔",
            "青瓦台",
            "龙山",
            "平壤",
            "北京",
        ),
        *("中南海", "莫斯科", "克里姆林宫", "布鲁塞尔", "巴黎", "爱丽舍宫", "柏林", "伦敦"),
        *("唐宁街", "堪培拉", "新德里", "河内", "马尼拉", "惠灵顿", "渥太华", "基辅", "德黑兰"),
    )
)
_ARRIVING = re.compile(
    "(?:在|于|到|至|抵|赴|飞|抵达|到访|访问|前往|飞往|飞赴|返回|重返|离开|入主|位于|坐落|驻|出任|做客|造访)$"
)
_HAPPENING = re.compile(
    "市|州|特区|智库|时间|邮报|大学|街|机场|草坪|玫瑰园|附近|郊区|近郊|上空|峰会|会议|会谈|会晤|举行|召开"
    "|宣言|声明|协定|协议|条约|公约|备忘录|奥运|论坛|进程|之行|的一(?:家|场|次|位|座)"
)
_LONGEST_ARRIVING = 2


def is_place(text: str, start: int, end: int) -> bool:
    """Tell whether a capital's or a residence's name at ``[start, end)`` is only where it lies."""
    if _HAPPENING.match(text, end):
        return True
    return _ARRIVING.search(text[max(0, start - _LONGEST_ARRIVING) : start]) is not None
