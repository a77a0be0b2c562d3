"""Find countries by their one-character short forms: 美 in 对美, 日 and 韩 in 日韩.

Such a character is part of a hundred everyday words, so it counts only where Chinese uses it as
a name: beside another short form, behind a verb or preposition that takes a country, or before
a word that goes with one. The tables below say which those are, character by character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

#: The short form that newspapers use for a name; a codebook need not list it.
SHORT_FORMS = {
    "美国": "美",
    "日本": "日",
    "韩国": "韩",
    "朝鲜": "朝",
    "中国": "中华",
    "俄罗斯": "俄",
    "欧洲": "欧",
    "澳大利亚": "澳",
    "印度": "印",
    "英国": "英",
    "法国": "法",
    "德国": "德",
    "越南": "越",
    "菲律宾": "菲",
    "苏联": "苏",
    "伊朗": "伊",
    "乌克兰": "乌",
    "蒙古": "蒙",
}
_RUN = "美日韩朝中俄欧澳印英法德越菲苏伊乌蒙"

# Everyday words are told by the character before or behind.
_NOT_BEHIND = {
    "美": "不完优赞精甜华审唯壮俊柔秀臻健选北南拉媲之真最更善艳娇鲜丰凄肥溢爱臭成",
    "日": "今近昨当次明每某即连终整假节生往平白夕旭烈末旬几数百夏冬春秋昔择改隔逐吉忌"
    "一二三四五六七八九十0123456789０１２３４５６７８９",
    "韩": "大",
    "朝": "王今明清宋唐元汉早历六一当两皇每晋隋辽齐梁陈",
    "中": "其之当集途空高初命心手暑适折暗郎水火雪夜梦眼场程突谈判作争机习局势城镇",
    "欧": "东西北南",
    "澳": "港",
    "英": "精落群紫石蒲云红",
    "法": "方办司立执宪违合非守书语做看想说无设依刑民商税魔枪手技算句文用佛疗犯章宗",
    "德": "道美品功恩仁圣歌贝弗曼福里雷伍康奥伦海罗普阿兰班",
    "越": "超优穿跨飞翻卓逾激清吴百",
    "菲": "索芳加苏莱雪卡马尔",
    "苏": "江扶复流紫姑耶屠",
    "伊": "木",
    "乌": "义",
    "蒙": "启童荷内外吉阿西",
    "印": "打影烙脚手水复刻烫封盖官钢心冲铅尼彩编翻",
    "华": "中才豪繁精升清年浮奢光荣韶京新昭菁英",
}
_NOT_BEFORE = {
    "美": "国丽好妙元学术食容满感化德味景女人酒誉名梦观颜图白甲洲其善育色貌孚股金剧航篇餐团圆体钞",
    "日": "本益常后前内渐记程子照出光志夜均月复久趋臻耳新报元圆冕食落暮俱葵语文系式裔耗夕晒积薄托",
    "韩": "国愈非信寒某流元语文式服剧综正江红",
    "朝": "鲜野代廷阳向着气夕圣拜晖霞思贡堂臣服",
    "中": "国央间心等小东亚期文医学断止立介外午餐年秋旬途游部产级共枢和庸原场单枪肯考旨兴山性型",
    "俄": "罗亥勒狄顷而语式文",
    "欧": "洲元阳佩盟亚几若冠泊珀姆文",
    "澳": "大门元洲网",
    "印": "度太尼象刷记证章发第花染迹鉴泥次信",
    "英": "国雄语文俊勇明才寸里镑伦格武姿年尺烈灵吉特",
    "法": "国律院治规案官定人则制学庭西条术典兰宝郎老门海显子师系理务盲警事币文语",
    "德": "国行性黑州语文育才尔里拉川克班",
    "越": "南来发过是境级权野冬剧轨狱位加多大高快",
    "菲": "律利尔薄力什林佣奥",
    "苏": "联醒州打格丹黎维富轼",
    "伊": "朗拉斯始甸利人犁莱能藤",
    "乌": "克鲁兹拉龟云黑鸦镇有合托干木苏贼",
    "蒙": "古特受蔽难哄面昧混冤羞太骗田",
    "华": "盛尔沙人侨裔语文约北南东中西为夏丽贵纳侃诞润尊族发商山佗容",
}
_NO_WORDS = {"日": "期(?!间)|历(?![史届任])", "朝": "政(?![策府])", "美": "声(?![音明])"}

# Verbs and prepositions that take a country as their object.
_VERBS = "对访遏抗驻反亲援排涉赴抵侵仇疑惧媚崇压防联倚依离返旅留助侨挺"
_TAKES = {
    "中": "亲反防友仇",
    "日": "对访抗驻反亲援侵仇涉赴抵旅留联",
    "朝": "对访援涉压亲驻赴抗仇侵遏",
    "印": "对访驻赴涉抗",
    "英": "访对驻赴抵脱留",
    "法": "访对驻赴抵",
    "德": "访对驻赴抵",
    "越": "访对驻赴援反抗侵",
    "华": "对访遏抗驻反亲援排涉赴抵侵仇压防来在返离旅留侨友辱",
    "苏": "对访抗驻反亲援联",
    "伊": "对访驻赴涉反",
    "乌": "对访驻赴涉援侵",
    "蒙": "访对驻赴援涉",
}
# Words of grammar stand before anything, and so tell only of characters that are clear already.
_BEHIND_GRAMMAR = {
    "美": "向与和同在从由给被让令使据因及或但而即若如以将把受至下",
    "菲": "向与和同在从由给被让令使据因及或",
    "欧": "向与和同在从由给被让令使据因及或",
    "朝": "向与和同",
    "日": "向与和",
}
_BEFORE_GRAMMAR = {"美": "与对在将亦仍已则应或欲拟称允等及和单双多主", "朝": "核"}
# What belongs to a country: its forces, firms, offices, side.
_BELONGING = (
    "军|企(?!图|及|盼)|媒(?!介)|籍|总统|总理|首相|外长|防长|财长|大使|政府|当局|议会|国会|两国|双方"
    "|三国|学者|专家|民众|官员|高官|方(?![式向案法面便针位程])"
)
_BELONGING_TO = {"中": "方(?![式向案法面便针位程])|企(?!业)", "华": "企(?!业)"}
# Hardly any other word has these.
_ALONE = "韩俄澳"
_AT_THE_START = "美"
_MARKS = "\\s，。；：、！？“”‘’《》（）()!?,;:.…—·\"'\\-"


class ShortForms:
    """Find those of `characters` that stand for a country in a text."""

    def __init__(self, characters: Iterable[str]) -> None:
        ways = "|".join(map(_standing, dict.fromkeys(characters)))
        self._pattern = re.compile(ways, re.DOTALL) if ways else None

    def find(self, text: str) -> list[int]:
        """Return the place of each, in order."""
        if self._pattern is None:
            return []
        return [match.start() for match in self._pattern.finditer(text)]


def short_forms_of(name: str) -> tuple[str, ...]:
    """Return the one-character short forms of a country's full name, none for other names."""
    return tuple(SHORT_FORMS.get(name, ""))


def _standing(one: str) -> str:
    """Return a pattern that finds a character where it stands for a country.

    It begins with the character itself, so that the search passes over the others quickly.
    """
    literal = re.escape(one)
    behind = f"(?<![{one}{_NOT_BEHIND.get(one, '')}]{literal})"
    ways = "" if one in _ALONE else f"(?:{'|'.join(_ways(one, literal))})"
    return f"{literal}{behind}{_no_word(one)}{ways}"


def _ways(one: str, literal: str) -> Iterator[str]:
    """Yield what may stand around a character, each to be tried behind it."""
    for comma in ("", "、"):
        yield f"(?={comma}(?:{_beginning()}))"
        yield f"(?<=[{_RUN}]{comma}{literal}){_not_ending(comma + literal)}"
    yield f"(?<=[{_TAKES.get(one, _VERBS)}]{literal})"
    yield f"(?={_BELONGING_TO.get(one, _BELONGING)})"
    if one in _BEHIND_GRAMMAR:
        yield f"(?<=[{_BEHIND_GRAMMAR[one]}]{literal})"
    if one in _BEFORE_GRAMMAR:
        yield f"(?=[{_BEFORE_GRAMMAR[one]}])"
    if one in _AT_THE_START:
        yield f"(?<![^{_MARKS}]{literal})"


def _no_word(one: str) -> str:
    """Return that no everyday word, and no full name, begins with the character."""
    words = f"(?!{_NO_WORDS[one]})" if one in _NO_WORDS else ""
    return f"(?![{one}{_NOT_BEFORE.get(one, '')}]){words}"


@cache
def _beginning() -> str:
    """Return what a short form that follows looks like."""
    return "|".join(each + _no_word(each) for each in _RUN)


@cache
def _not_ending(rest: str) -> str:
    """Return that the short form before `rest` is not the end of an everyday word."""
    return "".join(
        f"(?<![{_NOT_BEHIND[each]}]{each}{rest})" for each in _RUN if each in _NOT_BEHIND
    )
