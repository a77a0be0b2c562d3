"""Lines that say when, where and by whom an article was published, and nothing else.

What such a line is made of is taken off piece by piece; what is left must be no more than a name.
"""

from __future__ import annotations

import re

from workbench.intake.steps.phrases import COUNTER, SHARE
from workbench.language.script import simplified

LONGEST = 120
_DIGITS = "〇零一二三四五六七八九十"
DAY = (
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?[日号]?"
    rf"|民[国國]\s?(?:\d{{1,3}}|[{_DIGITS}]{{1,4}})\s?年\s?(?:\d{{1,2}}|[{_DIGITS}]{{1,3}})\s?月(?:\s?(?:\d{{1,2}}|[{_DIGITS}]{{1,3}})\s?[日号])?"
    rf"|二[〇零○0][{_DIGITS}○]{{2}}年[{_DIGITS}]{{1,3}}月(?:[{_DIGITS}]{{1,3}}[日号])?"
    r"|(?:19|20)\d\d\s?년\s?\d{1,2}\s?월\s?\d{1,2}\s?일"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
    r"|\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s(?:19|20)\d\d"
)
_DAY = re.compile(DAY)
_CLOCK = re.compile(r"[T\s]*\d{1,2}[:：]\d{2}([:：]\d{2})?(\s?(GMT|UTC)?\s?[+-]\d{1,2}(:\d\d)?)?")
_RECENT = re.compile(
    r"(刚刚|昨天|今天|前天|\d{1,2}\s?(秒|分钟|小时|天)前|\d{1,2}-\d{1,2})(\s?\d{1,2}:\d\d)?"
    r"(\s{1,3}来自\s?.{1,20})?(\s{1,3}已编辑)?"
)
_WHEN = re.compile(
    r"(发布|发表|更新|刊发|刊登|刊出|发稿|创建|上传|编辑|修改)?(时间|日期)\s?[:：]?|(首次)?(发布|发表|更新|刊登|刊发|发稿|回复)于?\s?[:：]?"
    r"|(周|星期)[一二三四五六日天]|입력|수정|등록|승인|公開|更新|Published|Updated|Posted|on"
)
_NAME = r"[\w·•.]{1,20}"
LABELS = (
    r"来源|稿源|作者|记者|编辑|责编|责任编辑|文|图|撰文|撰稿|编写|编译|译者|翻译|摄影|"
    r"校对|审核|出处|选自|转自|转载自|媒体|报章|标签|分类|栏目|频道|专栏|地区|地点"
)
_LABELLED = re.compile(rf"({LABELS})\s?[:：/／｜|]\s?{_NAME}([、/ ]{{1,2}}{_NAME}){{0,3}}")
_ONLY_PLACE = re.compile(r"(地区|地点)\s?[:：].*")  # of a meeting, as likely as of the outlet
_REPORTER = re.compile(
    r"((本报|本刊|本社|特约|驻\w{1,6}){1,3}记者\s?[／/]?\s?|记者[\s／/]+)[\u4e00-\u9fff·]{2,4}(\s?[／/]?\s?(\w{2,6}(报道|电)|综合报道))?"
    r"|记者[\u4e00-\u9fff]{2,3}\s?[／/]\s?[\u4e00-\u9fff]{2,10}"
    r"|[Bb]y\s[A-Z][\w.'’-]+(\s[A-Z][\w.'’-]+){0,3}|\S{2,4}\s?기자"
)
_PLACE = re.compile(
    r"(发布|发表)于\s?[\u4e00-\u9fff]{2,6}|IP属地\s?[:：]?\s?[\u4e00-\u9fff]{2,6}|来自\s?\S{1,12}"
)
_BUTTON = re.compile(
    r"\w{0,4}领域\w{0,4}创作者|综合|只看该作者|倒序浏览|楼主|沙发|板凳|原创|转载|关注|收藏|打印|分享|评论|关闭|听力播报|收听|我要纠错|字号|字体|大|中|小"
)
_FEWEST_CELLS, _LONGEST_CELL = 3, 20
_SPLIT = re.compile(r"[\s|｜·┊,，、；;/()（）〔〕\[\]【】〉《》:：\u3000-]+")
_OUTLET = re.compile(
    r"[\w·《》]{1,16}(网|报|号|社|刊|周刊|月刊|台|在线|传媒|杂志|新闻|时报|日报|评论|参考|通讯|观察|论坛|研究院|研究所)"
)
SURNAMES = frozenset(
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸賈韋鄒龍萬錢嚴賴湯溫龐顏莊聶魯關蘭齊賀顧龔閻藍"
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦"
    "付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤容温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝"
    "包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝骆路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜"
    "冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟闻容"
)
_NOT_A_NAME = re.compile("[言论要语题景编者按摘关键正文引]")


def is_person(name: str) -> bool:
    """Tell whether `name` may be a Chinese person's."""
    return (
        2 <= len(name) <= 4
        and name[0] in SURNAMES
        and all("\u4e00" <= c <= "\u9fff" for c in name)
        and not _NOT_A_NAME.search(name)
    )


def is_byline(line: str) -> bool:
    """Tell whether `line` says date, source or author, and nothing else."""
    return read_byline(line) is not None or _is_row(line) or _RECENT.fullmatch(line) is not None


def _is_row(line: str) -> bool:
    """Tell whether `line` is a database's row: short cells between strokes, one of them a day."""
    cells = [cell.strip() for cell in re.split(r"[|｜]", line)]
    return (
        len(cells) >= _FEWEST_CELLS
        and all(len(cell) <= _LONGEST_CELL for cell in cells)
        and any(_DAY.fullmatch(cell) for cell in cells)
    )


def read_byline(line: str) -> list[str] | None:
    """Return the names without a label in a byline, None if `line` is none."""
    if len(line) > LONGEST or "。" in line:
        return None
    plain = simplified(line)
    rest, days = _DAY.subn(" ", plain)
    rest, clocks = _CLOCK.subn(" ", rest) if days else (rest, 0)
    rest, named = _LABELLED.subn(" ", rest)
    rest, reporters = _REPORTER.subn(" ", rest)
    is_only_place = not days + reporters and _ONLY_PLACE.fullmatch(plain)
    if is_only_place or not days + named + reporters:
        return None
    left = _left(rest)
    if len("".join(left)) > 24 or len(left) > 5 or (left and re.search("[，！？!?“”…]", rest)):
        return None
    if not clocks and not all(is_person(word) or is_outlet(word) for word in left):
        return None
    return [line[plain.index(word) :][: len(word)] for word in left]


def _left(rest: str) -> list[str]:
    """Return the words that are no label, button, counter or place."""
    rest = _PLACE.sub(" ", rest)
    parts = [part for part in re.split(r"[\s|｜┊]{2,}|[\s|｜┊\u3000]", rest) if part]
    kept = [part for part in parts if not (COUNTER.fullmatch(part) or SHARE.fullmatch(part))]
    bare = _WHEN.sub(" ", " ".join(kept))
    return [word for word in _SPLIT.split(bare) if word and not _BUTTON.fullmatch(word)]


def is_outlet(word: str) -> bool:
    """Tell whether `word` sounds like the name of an outlet."""
    return _OUTLET.fullmatch(simplified(word)) is not None
