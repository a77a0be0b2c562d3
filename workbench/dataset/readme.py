"""The README of a dataset: what its files are and how to read them; also what marks it as ours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench import __version__
from workbench.dataset.choice import ExportChoice
from workbench.dataset.companions.written import FileFacts, Written
from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.options import Loss
from workbench.dataset.readme_parts import (
    citation,
    formats_told,
    hashes_told,
    loading_told,
    losses_told,
)
from workbench.dataset.readme_tables import choice_told, tables_told
from workbench.domain.codebook import Codebook

README_FILE = "README.txt"
_MARK = "批注工作台数据集 · Pizhu Workbench dataset"
_ENTRY = re.compile(r"^- ([A-Za-z0-9_]+\.[A-Za-z0-9]+)(?:: \d+)?$", re.MULTILINE)

_WHOLE = ExportChoice()

#: A file's name and its number of rows below the header; those of all tables that it holds.
FileRows = tuple[str, int]


@dataclass(frozen=True)
class Described:
    """What the README tells of a dataset: files with tables, all files, what was cut.

    `choice` is what of the project it is.
    """

    written: Written
    tables: Sequence[FileRows]
    files: Mapping[str, FileFacts]
    losses: Sequence[Loss] = ()
    choice: ExportChoice = _WHOLE


def readme_text(codebook: Codebook, about: Described) -> str:
    """Return the README; the same dataset gives the same text."""
    written, expanded = about.written, about.choice.expand_groups
    forecasts = "forecasts" in written.by_name
    counted = dict(about.tables)
    entries = (
        f"- {name}: {counted[name]}" if name in counted else f"- {name}" for name in about.files
    )
    parts = {
        "zh_formats": formats_told(written, "zh"),
        "en_formats": formats_told(written, "en"),
        "zh_forecasts": _ZH_FORECASTS if forecasts else "",
        "en_forecasts": _EN_FORECASTS if forecasts else "",
        "zh_tables": tables_told(written.by_name, "zh"),
        "en_tables": tables_told(written.by_name, "en"),
        "zh_groups": _ZH_GROUPS if expanded else "",
        "en_groups": _EN_GROUPS if expanded else "",
        "loading": loading_told(written, about.files),
    }
    # Networks are read otherwise than tables; files of other programs, in those.
    has_tables = set(written.formats) - {Format.GRAPHML}
    read = _TABLES if has_tables else _NETWORKS if written.formats else ""
    return _TEXT.format(
        mark=_MARK,
        zh=codebook.name.told("zh"),
        en=codebook.name.told("en"),
        version=__version__,
        frozen=f" · {written.version}" if written.version else "",
        entries="\n".join(entries),
        zh_chosen=choice_told(about.choice, "zh"),
        en_chosen=choice_told(about.choice, "en"),
        read=read.format(**parts),
        losses=losses_told(about.losses),
        citation=citation(written, codebook.name),
        hashes=hashes_told(about.files),
    )


def files_written(folder: Path) -> tuple[str, ...]:
    """Return the files that an export wrote to `folder`, none if it is no export."""
    path = folder / README_FILE
    if not path.is_file():
        return ()
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    if not text.startswith(_MARK):
        return ()
    return (README_FILE, *_ENTRY.findall(text))


_ZH_FORECASTS = """\
forecasts 每条预测一行。每位编码员、论断者、问题、文章只计一条预测（counts 为 1），即文中
最后一条；条件未实现的作废（void），不占位置。brier 为 (probability − 结果)²，结果“是”为 1，
“否”为 0；没有概率、问题未定或条件未定的为空。求均值即布赖尔分；by_author 为 1 的是作者自己的预测。
"""
_EN_FORECASTS = """\
forecasts has a row a forecast. One counts (counts is 1) for each coder, claimant,
question and article: the last in the text; one whose condition was not met is void and takes
no place. brier is (probability - outcome) squared, the outcome being 1 for yes and 0 for no;
it is empty without a probability, and while question or condition is open. A score is the
mean of brier; where by_author is 1, the forecast is the author's own.
"""
_ZH_GROUPS = """\
导出时选了展开群体：长表中群体（如甲乙丙）换成它的成员，每个成员一行，expanded_from 为
该群体，weight 为 1/成员数；不是群体的 expanded_from 为空，weight 为 1。一个编码的各行
weight 之和为 1。合作机制和组织不展开。statements 和 dyads 也按成员计，其余各表仍是所编的群体。
"""
_EN_GROUPS = """\
Groups are expanded in this export: in the long tables a group is its members, a row each,
with the group in expanded_from and 1/members in weight; whoever is no group has an empty
expanded_from and the weight 1. The weights of one coded value sum to 1. Mechanisms and
organisations do not expand. statements and dyads count members, too; all other tables have
the groups as they were coded.
"""
_TABLES = """\
怎样读这些表

{zh_formats}\
表 annotations 每条标注一行，不分层，变量写在 values 列（JSON）；每一层另有自己的表，
每个变量一列。各表开头的列相同。start 和 end 以 Unicode 字符计，从 0 起，不含 end；
段和句在全文中从 1 编号，空行不算一段。更正正文时失去位置的标注，这几列为空，引文照旧。
类目变量有键名、名称（_label）、数字代码（_code），代码表有分值的还有分值（_score），不在量表上的
分值为空；代码表分层的还有上级类目（_parent）和顶级类目（_top）；代码表的每个属性另有一列，
如 holder_type。名称过长的截为 32 个字符，并互不相同。
可取多值的变量按顺序写作 a;b，另有长表（_long），每个值一行。
{zh_groups}{zh_tables}{zh_forecasts}\
缺失值：−97 不适用，−98 无法判断；空格表示未编码。article_coding 中计数为 0
只表示该编码员已完成该文而没有标注；未完成且没有标注的写 −99（未编码）。
布尔值为 1 和 0。日期为 ISO 8601（年、年-月、年-月-日，或用 / 连接的区间）。
每个代码的含义、每个变量所在的列，都在 codebook 表里。

How to read these tables

{en_formats}\
The table annotations has a row an annotation of any
layer, its variables in the column values (JSON); each layer has a table of its own with a
column a variable. All of them begin with the same columns. start and end count Unicode
characters from 0, end excluded; paragraph and sentence are numbered from 1 through the
whole article, empty lines not counted. An annotation that lost its place when its text was
corrected has none of these, and keeps its quote.
A category variable has its key, its label (_label), its numeric code (_code) and, where its
code list has scores, its score (_score), which is empty off the scale; where the list is a
tree, its parent (_parent) and the category at the top of its branch (_top); and a column for
each attribute of its list, such as holder_type. Names are cut to 32 characters, each unique.
What takes several values is a;b in order, with a row a value in a long table (_long).
{en_groups}{en_tables}{en_forecasts}\
Missing values: -97 not applicable, -98 undecidable; an empty cell is not coded. A count
in article_coding is 0 only where that coder has done the article; none in an article
not done is -99 (not coded).
Booleans are 1 and 0. Dates are ISO 8601: year, month, day, or a range joined by /.
What every code means, and which column holds which variable, is in the table codebook.

怎样载入 · How to load

{loading}
"""
_NETWORKS = """\
{zh_formats}
{en_formats}
"""
_TEXT = """\
{mark} {version}

编码手册：{zh}{frozen}
Codebook: {en}{frozen}

文件与行数 · Files and rows

{entries}
{zh_chosen}{en_chosen}
{read}如何引用 · How to cite

{citation}{losses}
SHA-256

{hashes}"""
