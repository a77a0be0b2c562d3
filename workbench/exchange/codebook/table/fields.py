"""What the columns of a codebook's table are called, in Chinese and English, ours and others'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.exchange.errors import CodebookFieldUnknown


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name in both languages as we write it, and other names that it goes by."""

    key: str
    zh: str
    en: str
    others: str = ""

    def told(self, language: str) -> str:
        """Return its name in a language."""
        return self.zh if language == "zh" else self.en

    @property
    def names(self) -> Iterator[str]:
        """Every name that it goes by, plain."""
        yield from map(plain, (self.key, self.zh, self.en, *re.split(r"[、\n]", self.others)))


#: Texts that a category has in two languages; a column may hold either, or one of them.
_WORDED = (
    Field(
        "label",
        "名称",
        "label",
        """名字、类目、类别、类目名称、类别名称、标签、标签名、编码名、编码名称、代码名称、概念、主题、术语
        name、category、code name、tag、title、theme、term、concept""",
    ),
    Field(
        "definition",
        "定义",
        "definition",
        """描述、说明、解释、含义、释义、界定、定义说明、操作化定义、操作定义
        description、meaning、explanation、memo、comment、brief definition、full definition""",
    ),
    Field(
        "include",
        "纳入规则",
        "include rule",
        """纳入、包括、包含、何时使用、使用、适用、适用情形、纳入标准、编码规则
        include、inclusion、includes、when to use、inclusion criteria、use""",
    ),
    Field(
        "exclude",
        "排除规则",
        "exclude rule",
        """排除、不包括、不包含、何时不用、不使用、不适用、排除标准
        exclude、exclusion、excludes、when not to use、exclusion criteria、do not use""",
    ),
    Field(
        "example",
        "示例",
        "example",
        """例子、例句、举例、例、实例、范例、典型例句、原文示例
        examples、sample、quote、anchor example、typical example、example quote""",
    ),
)


def _in_languages(field: Field) -> Iterator[Field]:
    """Yield the column of a text in Chinese and that in English."""
    names = {field.zh, field.en, *field.others.replace("\n", "、").split("、")}
    bases = [each.strip() for each in names if each.strip()]
    for language, zh, en, marks in (
        ("zh", "中文", "zh", ("zh", "cn", "chinese", "中文", "汉语", "中")),
        ("en", "英文", "en", ("en", "english", "英文", "英语", "英")),
    ):
        others = [form for base in bases for mark in marks for form in _marked(base, mark)]
        others += [f"{zh}名", zh, "Chinese" if language == "zh" else "English"] * (
            field.key == "label"
        )
        yield Field(
            f"{field.key}_{language}",
            f"{field.zh}（{zh}）",
            f"{field.en} ({en})",
            "、".join(others),
        )


def _marked(base: str, mark: str) -> Iterator[str]:
    yield from (f"{base}_{mark}", f"{base} ({mark})", f"{mark} {base}", f"{mark}{base}")


FIELDS: tuple[Field, ...] = (
    Field("kind", "种类", "kind"),
    Field(
        "list",
        "代码表",
        "code list",
        """编码表、代码列表、所属代码表、列表、维度、变量、字段、变量名
        list、codelist、dimension、variable、scheme、codebook""",
    ),
    Field(
        "key",
        "键名",
        "key",
        "键、键值、代号、标识、标识符、缩写、简称代码、id、identifier、mnemonic、abbreviation",
    ),
    Field(
        "code",
        "数字代码",
        "numeric code",
        "数字编码、数值、编码值、取值、序号、编码、代码、编号、值、value、number、no.、no、code、num",
    ),
    Field("score", "分值", "score", "得分、分数、赋分、量表值、权重、scale value、points、weight"),
    Field(
        "parent",
        "上级",
        "parent",
        """上级类目、上级类别、上级编码、父级、父类、父类目、父节点、所属、所属类目、归属、上位概念
        parent code、parent category、parent key、parent tag、belongs to、group、broader""",
    ),
    *(each for field in _WORDED for each in (field, *_in_languages(field))),
    Field(
        "aliases",
        "别名",
        "aliases",
        """又名、同义词、别称、简称、异名、其他名称、关键词、检索词、线索词
        alias、synonyms、synonym、other names、also known as、aka、keywords、cue words""",
    ),
    Field(
        "patterns", "匹配规则", "patterns", "正则、正则表达式、pattern、regex、regular expression"
    ),
    Field("members", "成员", "members", "组成、成员国、包括成员、member、consists of"),
    Field("same_as", "对应类目", "same as", "同一事物、等同、同一者、对应、twin、equivalent"),
    Field(
        "source",
        "出处",
        "source",
        "来源、文献、参考文献、文献来源、reference、citation",
    ),
    Field("colour", "颜色", "colour", "色、color"),
    Field("shortcut", "快捷键", "shortcut", "键盘快捷键、hotkey、key binding"),
    Field("retired", "停用", "retired", "已停用、废弃、不再使用、deprecated、obsolete、inactive"),
    Field("ordered", "有序", "ordered"),
    Field("type", "属性类型", "type of attribute"),
    Field("code_list", "取值代码表", "values from"),
)
BY_KEY: Mapping[str, Field] = {each.key: each for each in FIELDS}
LEVELS = tuple(f"level{number}" for number in range(1, 10))
ATTRIBUTE = re.compile(r"(?:属性|attribute)\s*[:：]\s*(.+)", re.IGNORECASE)
#: Columns that say how often something was used: of the project they come from, not of ours.
_COUNTS = frozenset(
    ["number of highlights", "count", "frequency", "references", "files", "次数", "频次", "频数"]
)
_LONGEST_NAME = 60
_NUMERALS = "一二三四五六七八九"
_CLASSES = {"大类": 1, "中类": 2, "小类": 3, "细类": 4, "主类": 1, "子类": 2, "类目组": 1}
_LEVEL = re.compile(
    rf"(?:第\s*)?([{_NUMERALS}1-9])\s*(?:级|层)(?:类目|类别|编码|代码|标签|主题|节点|概念|指标)?"
    r"|(?:level|lvl|l|tier)\s*([1-9])(?:\s*(?:code|category|label|name))?",
)


def plain(name: str) -> str:
    """Return the name of a column without case, and joining signs as one space."""
    signs = name.replace("（", "(").replace("）", ")")[:_LONGEST_NAME]
    return re.sub(r"[\s_\-*:：]+", " ", signs).strip().casefold()


_BY_NAME: Mapping[str, str] = {
    name: each.key for each in reversed(FIELDS) for name in each.names if name
}
_OF_LISTS = ("kind", "ordered", "type", "code_list")  # not of a category


def field_named(name: str) -> str | None:
    """Return the field that a column of this name holds, None if it is none that we know."""
    known = _BY_NAME.get(plain(name))
    if known is not None:
        return known
    attribute = ATTRIBUTE.fullmatch(name.strip())
    return f"attribute:{attribute[1].strip()}" if attribute else _level(plain(name))


def _level(name: str) -> str | None:
    number = _CLASSES.get(name)
    found = _LEVEL.fullmatch(name)
    if number is None and found is not None:
        told = found[1] or found[2]
        number = _NUMERALS.index(told) + 1 if told in _NUMERALS else int(told)
    return None if number is None else f"level{number}"


def is_count(name: str) -> bool:
    """Tell whether a column says how often something was used."""
    return plain(name) in _COUNTS


def is_known_name(cell: str) -> bool:
    """Tell whether a cell can be the name of a column that we know."""
    return bool(cell.strip()) and field_named(cell) is not None


def mapping_of(
    columns: Sequence[str], chosen: Mapping[str, str], *, exact: bool = False
) -> dict[str, str]:
    """Return the column of each field: as it was chosen, else by its name; no column has two.

    If it is `exact`, what was not chosen is left out.
    """
    found = {_checked(field): column for field, column in chosen.items()}
    for column in () if exact else columns:
        field = field_named(column)
        if field is not None and column not in found.values():
            found.setdefault(field, column)
    return found


def _checked(field: str) -> str:
    known = {"name": "label", "description": "definition"}.get(field, field)
    if known not in BY_KEY and known not in LEVELS and not known.startswith("attribute:"):
        raise CodebookFieldUnknown(field=field, known=", ".join(known_fields()))
    return known


def offered_fields(language: str) -> list[tuple[str, str]]:
    """Return the fields that a person may give to a column of a table, with their names."""
    level = "第 {number} 级类目" if language == "zh" else "category of level {number}"
    told = [(each.key, each.told(language)) for each in FIELDS if each.key not in _OF_LISTS]
    levels = [(each, level.format(number=n)) for n, each in enumerate(LEVELS[:5], 1)]
    return told + levels


def known_fields() -> Iterable[str]:
    """Return the fields that a column can be given to."""
    return (*(each for each in BY_KEY if each != "kind"), "level1", "level2", "…")
