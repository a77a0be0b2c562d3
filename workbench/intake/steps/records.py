"""The block of fields with which a database heads an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.article import Edit
from workbench.intake.lines import Line, lines_of
from workbench.language.script import simplified

_FIELDS = {
    "title": "标题|标 题|主题|Subject|题名|篇名|题目|文章标题|正题|Title|TI|HD",
    "author": "作者|作者姓名|第一作者|责任者|记者|Author|AU|BY",
    "source": "来源|文献来源|刊名|期刊|期刊名称|报纸|报纸名称|报章|媒体|媒体名称|出处|Source|"
    "Journal|Publication|SN|JO",
    "published": "日期|发表时间|发布时间|出版日期|刊登日期|报纸日期|出版时间|时间|PubTime|Date|PD",
    "url": "链接|网址|原文链接|URL|Link|AN",
    "other": "看板|信区|站内|发信人|发件人|收件人|抄送|From|To|Cc|Reply-To|"
    "机构|单位|作者单位|作者机构|年|期|卷|年/期|年期|年卷期|卷期|页码|页数|版次|版面|"
    "版名|版号|版头|栏目|专栏|专辑|专题|基金|基金项目"
    "|分类号|中图分类号|文献标识码|文章编号|DOI|ISSN|CN|字数|作者简介|英文标题|英文题名|语种|来源数据库|数据库|被引|下载|被引频次|下载频次|地区|国家/地区"
    "|Organ|Year|Period|PageCount|Volume|WC|SC|PG|LA|CY|NS|RE|PUB|CO|IN|Word Count|"
    "Language|Keywords Plus",
    "kept": "摘要|内容摘要|内容提要|提要|关键词|主题词|副标题|引题|肩题|Abstract|Summary|Keyword|"
    "Keywords",
    "body": "正文|全文|内容|文章内容|LP|TD|Body|Full Text",
}
_NAMES = {name: field for field, names in _FIELDS.items() for name in names.split("|")}
_BRACKETED = re.compile(
    r"[【\[〖〔<《]\s?([^【】\[\]〖〗〔〕<>《》]{1,12}?)\s?[】\]〗〕>》]\s?[:：]?\s*"
)
_PLAIN = re.compile(
    r"(?:[A-Za-z]{2,12}-)?([\u4e00-\u9fff/]{1,8}|[A-Za-z][A-Za-z ]{1,14}?)"
    r"(?:\s?[:：]\s*|[\s\u3000]{2,})"
)
_MOST_LINES = 40
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the block: its kind, and the stretches of its label and of its value's line."""

    kind: str
    start: int
    value: int
    end: int


def fields_of(text: str) -> list[Field]:
    """Return the fields at the head of a database's record; none if the text begins otherwise."""
    fields = list(_fields(lines_of(text[:20_000])[:_MOST_LINES]))
    kinds = {field.kind for field in fields} - {"other", "kept"}
    return fields if len(fields) >= _FEWEST and len(kinds) >= 2 else []


def _fields(lines: Sequence[Line]) -> Iterator[Field]:
    """Yield the fields from the top; one line that is none may stand between (a title, a value)."""
    strange = 0
    for line in lines:
        found = _field(line)
        strange = 0 if found else strange + 1
        if strange > 2 or (not found and strange > 1 and len(line.text) > 60):
            return
        if found:
            yield found
            if found.kind == "body":
                return


def _field(line: Line) -> Field | None:
    plain = simplified(line.text)
    for pattern in (_BRACKETED, _PLAIN):
        match = pattern.match(plain)
        kind = _NAMES.get(match[1].strip()) if match else None
        if match and kind:
            return Field(kind, line.start, line.start + match.end(), line.end)
    return None


def cut_record_fields(text: str) -> list[Edit]:
    """Cut the fields, and of the title its label; leave the abstract and the keywords.

    A label alone in its line is cut, and what stands below it is left.
    """
    edits: list[Edit] = []
    for field in fields_of(text):
        if field.kind == "kept":
            continue
        only_label = field.kind in ("title", "body")
        edits.append(Edit(field.start, field.value if only_label else field.end, "", "record"))
    return edits
