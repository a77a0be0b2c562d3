"""The README of a dataset: what its files are and how to read them; also what marks it as ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from workbench import __version__
from workbench.domain.codebook import Codebook

README_FILE = "README.txt"
_MARK = "批注工作台数据集 · Pizhu Workbench dataset"
_ENTRY = re.compile(r"^- ([a-z0-9_]+\.csv): \d+$", re.MULTILINE)

#: A file's name and its number of rows below the header.
FileRows = tuple[str, int]


def readme_text(codebook: Codebook, files: Sequence[FileRows], *, expanded: bool = False) -> str:
    """Return the README; the same dataset gives the same text.

    `expanded`: groups are their members in the long tables.
    """
    forecasts = any(name == "forecasts.csv" for name, _ in files)
    entries = "\n".join(f"- {name}: {rows}" for name, rows in files)
    return _TEXT.format(
        mark=_MARK,
        zh=codebook.name.told("zh"),
        en=codebook.name.told("en"),
        version=__version__,
        entries=entries,
        zh_forecasts=_ZH_FORECASTS if forecasts else "",
        en_forecasts=_EN_FORECASTS if forecasts else "",
        zh_groups=_ZH_GROUPS if expanded else "",
        en_groups=_EN_GROUPS if expanded else "",
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
forecasts.csv 每条预测一行。每位编码员、论断者、问题、文章只计一条预测（counts 为 1），即文中
最后一条；条件未实现的作废（void），不占位置。brier 为 (probability − 结果)²，结果“是”为 1，
“否”为 0；没有概率、问题未定或条件未定的为空。求均值即布赖尔分；by_author 为 1 的是作者自己的预测。
"""
_EN_FORECASTS = """\
forecasts.csv has a row a forecast. One counts (counts is 1) for each coder, claimant,
question and article: the last in the text; one whose condition was not met is void and takes
no place. brier is (probability - outcome) squared, the outcome being 1 for yes and 0 for no;
it is empty without a probability, and while question or condition is open. A score is the
mean of brier; where by_author is 1, the forecast is the author's own.
"""
_ZH_GROUPS = """\
导出时选了展开群体：长表中群体（如甲乙丙）换成它的成员，每个成员一行，expanded_from 为
该群体，weight 为 1/成员数；不是群体的 expanded_from 为空，weight 为 1。一个编码的各行
weight 之和为 1。合作机制和组织不展开。其余各表仍是所编的群体。
"""
_EN_GROUPS = """\
Groups are expanded in this export: in the long tables a group is its members, a row each,
with the group in expanded_from and 1/members in weight; whoever is no group has an empty
expanded_from and the weight 1. The weights of one coded value sum to 1. Mechanisms and
organisations do not expand. All other tables have the groups as they were coded.
"""
_TEXT = """\
{mark} {version}

编码手册：{zh}
Codebook: {en}

文件与行数 · Files and rows

{entries}

怎样读这些表

各文件为 UTF-8（带 BOM）的 CSV，逗号分隔，每行以 LF 结尾，引号内可以换行。
annotations.csv 每条标注一行，不分层，变量写在 values 列（JSON）；每一层另有自己的表，
每个变量一列。各表开头的列相同。start 和 end 以 Unicode 字符计，从 0 起，不含 end；
段和句在全文中从 1 编号，空行不算一段。更正正文时失去位置的标注，这几列为空，引文照旧。
类目变量有键名、名称（_label）、数字代码（_code），代码表有分值的还有分值（_score），不在量表上的
分值为空；代码表分层的还有上级类目（_parent）和顶级类目（_top）；代码表的每个属性另有一列，
如 holder_type。名称过长的截为 32 个字符，并互不相同。
可取多值的变量按顺序写作 a;b，另有长表（_long），每个值一行。
{zh_groups}{zh_forecasts}\
缺失值：−97 不适用，−98 无法判断；空格表示未编码。article_coding.csv 中计数为 0
只表示该编码员已完成该文而没有标注；未完成且没有标注的写 −99（未编码）。
布尔值为 1 和 0。日期为 ISO 8601（年、年-月、年-月-日，或用 / 连接的区间）。
可能被电子表格当作公式的文字（以 = + - @、其全角形式、制表符或换行开头，前面有空白
或撇号的也算）前面加了一个撇号；去掉一个撇号即得原文。数字不加。
每个代码的含义、每个变量所在的列，都在 codebook.csv 里。

How to read these tables

Every table is CSV in UTF-8 with a byte order mark, separated by commas; lines end with LF,
and line breaks may stand inside quotes. annotations.csv has a row an annotation of any
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
{en_groups}{en_forecasts}\
Missing values: -97 not applicable, -98 undecidable; an empty cell is not coded. A count
in article_coding.csv is 0 only where that coder has done the article; none in an article
not done is -99 (not coded).
Booleans are 1 and 0. Dates are ISO 8601: year, month, day, or a range joined by /.
A text that a spreadsheet could take for a formula (beginning with = + - @, their
full-width forms, a tab or a line break, also behind white space or apostrophes) has an
apostrophe before it; take one away to have the text. Numbers have none.
What every code means, and which column holds which variable, is in codebook.csv.

R:       read.csv("stance.csv", fileEncoding = "UTF-8-BOM", na.strings = "")
pandas:  pandas.read_csv("stance.csv", keep_default_na=False, na_values=[""])
"""
