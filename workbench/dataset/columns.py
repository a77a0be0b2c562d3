"""Columns that are the same in every project, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from workbench.dataset.model import Column, Type, ValueLabel
from workbench.domain.annotation import Certainty
from workbench.domain.article import Status
from workbench.domain.codebook import CodeList, Words


@dataclass(frozen=True, slots=True)
class Option:
    """A value that a fixed column may have."""

    key: str
    code: int
    label: Words


@dataclass(frozen=True, slots=True)
class Fixed:
    """A column of which only the language of the labels is open."""

    name: str
    type: Type
    label: Words
    options: tuple[Option, ...] = ()
    missing: bool = False

    def told(self, language: str) -> Column:
        """Return the column with its labels in `language` ("zh" or "en")."""
        values = (
            ValueLabel(each.key, each.code, each.label.told(language)) for each in self.options
        )
        label = self.label.told(language)
        return Column(self.name, label, self.type, tuple(values), missing=self.missing)


def string(name: str, zh: str, en: str) -> Fixed:
    """Return a column of text."""
    return Fixed(name, Type.TEXT, Words(zh, en))


def integer(name: str, zh: str, en: str, *, missing: bool = False) -> Fixed:
    """Return a column of whole numbers."""
    return Fixed(name, Type.INTEGER, Words(zh, en), missing=missing)


def real(name: str, zh: str, en: str, *, missing: bool = False) -> Fixed:
    """Return a column of numbers."""
    return Fixed(name, Type.REAL, Words(zh, en), missing=missing)


def truth(name: str, zh: str, en: str) -> Fixed:
    """Return a column of yes and no."""
    return Fixed(name, Type.BOOLEAN, Words(zh, en))


def date(name: str, zh: str, en: str) -> Fixed:
    """Return a column of dates."""
    return Fixed(name, Type.DATE, Words(zh, en))


def one_of(name: str, zh: str, en: str, *options: tuple[str, int, str, str]) -> Fixed:
    """Return a column that holds one of some keys: key, code, Chinese and English label."""
    told = tuple(Option(key, code, Words(in_zh, in_en)) for key, code, in_zh, in_en in options)
    return Fixed(name, Type.CATEGORY, Words(zh, en), told)


def names_of(columns: Iterable[Fixed]) -> tuple[str, ...]:
    """Return the names of columns."""
    return tuple(each.name for each in columns)


def told(columns: Iterable[Fixed], language: str) -> tuple[Column, ...]:
    """Return columns with their labels in `language`."""
    return tuple(each.told(language) for each in columns)


def value_labels(code_list: CodeList | None, language: str) -> tuple[ValueLabel, ...]:
    """Return the values of a code list, in order; none without a list."""
    return tuple(
        ValueLabel(each.key, each.code, each.label.told(language) or each.key)
        for each in (code_list.categories if code_list else ())
    )


def _options(words: dict[Enum, tuple[str, str]]) -> tuple[tuple[str, int, str, str], ...]:
    return tuple((str(each.value), n, *words[each]) for n, each in enumerate(words, 1))


STATUSES = _options(
    {
        Status.NOT_STARTED: ("未开始", "not started"),
        Status.IN_PROGRESS: ("进行中", "in progress"),
        Status.DONE: ("已完成", "done"),
        Status.IN_DOUBT: ("存疑", "in doubt"),
    }
)
CERTAINTIES = _options({Certainty.SURE: ("确定", "sure"), Certainty.UNSURE: ("不确定", "unsure")})

ANNOTATION_ID = string("annotation_id", "标注编号", "annotation")
ARTICLE_ID = string("article_id", "文章编号", "article")
CODER = string("coder", "编码员", "coder")
START = integer("start", "起", "start")
END = integer("end", "止", "end")
PARAGRAPH = integer("paragraph", "段", "paragraph")
SENTENCE = integer("sentence", "句", "sentence")

#: The columns that `annotations` and the table of every layer begin with.
COMMON = (
    *(ANNOTATION_ID, ARTICLE_ID, CODER, string("layer", "标注层", "layer")),
    *(START, END, PARAGRAPH, SENTENCE, string("quote", "引文", "quote")),
    one_of("certainty", "确定性", "certainty", *CERTAINTIES),
    truth("complete", "完整", "complete"),
    one_of("article_status", "文章状态", "status of the article", *STATUSES),
    string("memo", "备注", "memo"),
    string("created", "创建时间", "created"),
    string("modified", "修改时间", "modified"),
)

ORDINAL = integer("ordinal", "次序", "ordinal")
EXPANDED_FROM = string("expanded_from", "展开自", "expanded from")
WEIGHT = real("weight", "权重", "weight")
