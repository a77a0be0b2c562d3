"""What the README says of the formats, the scripts, what was cut, the hashes, and citing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench import __version__
from workbench.dataset.companions.written import FileFacts, Written
from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.options import CsvOptions, Loss, LossKind, Separator
from workbench.domain.codebook import Words

_SEPARATORS = {
    Separator.COMMA: Words("逗号", "commas"),
    Separator.SEMICOLON: Words("分号", "semicolons"),
    Separator.TAB: Words("制表符", "tabs"),
}
_CSV = Words(
    """\
各 .csv 文件为 UTF-8{mark}的 CSV，以{separator}分隔，每行以 LF 结尾，引号内可以换行。
""",
    """\
Each .csv file is CSV in UTF-8 {mark}, separated by {separator}; lines end with LF,
and line breaks may stand inside quotes.
""",
)
_MARKS = {
    True: Words("（带 BOM）", "with a byte order mark"),
    False: Words("（不带 BOM）", "without a byte order mark"),
}
_ESCAPED = Words(
    """\
可能被电子表格当作公式的文字（以 = + - @、其全角形式、制表符或换行开头，前面有空白
或撇号的也算）前面加了一个撇号；去掉一个撇号即得原文。数字不加。
""",
    """\
A text that a spreadsheet could take for a formula (beginning with = + - @, their
full-width forms, a tab or a line break, also behind white space or apostrophes) has an
apostrophe before it; take one away to have the text. Numbers have none.
""",
)
_STATISTICS = Words(
    """\
.sav、.zsav、.dta 文件中类目为数字代码，带值标签；变量都有名称；值标签已说明的列（_label、
_code）不再重复；日期是完整的一天时另有日期列（_day）。缺失值：SPSS 为 -99 至 -97，Stata 为
.a（不适用）、.b（无法判断）、.c（未编码）。SPSS 文件中的文字最长 255 字节，长引文请用其他格式。
""",
    """\
In .sav, .zsav and .dta files a category is its numeric code with a value label, every
variable has a label, columns that value labels tell already (_label, _code) are left out, and
a date that is a full day stands also in a column of dates (_day). Missing values: -99 to -97
in SPSS; .a (not applicable), .b (undecidable), .c (not coded) in Stata. Texts in SPSS files
have at most 255 bytes; take another format for long quotes.
""",
)
_FORMATS = {
    Format.XLSX: Words(
        "dataset.xlsx 每个表一张工作表。\n", "dataset.xlsx has a sheet for each table.\n"
    ),
    Format.PARQUET: Words(
        ".parquet 文件的列与 CSV 相同；名称写在文件的说明（pizhu）里。\n",
        "The columns of .parquet files are those of the CSV files; their metadata tell labels.\n",
    ),
    Format.JSONL: Words(
        ".jsonl 文件每行一个对象，列与 CSV 相同，空格为 null。\n",
        ".jsonl files have an object a line, with the columns of the CSV files; empty is null.\n",
    ),
    Format.SQLITE: Words(
        "dataset.sqlite 有同名的表；视图“表名_labels”以名称代替键名，value_labels 列出全部名称。\n",
        "dataset.sqlite has the tables by name; views NAME_labels tell labels for keys, and\n"
        "value_labels has all labels.\n",
    ),
}
_NETWORKS = Words(
    """\
network_*.graphml 为立场的网络（Gephi、igraph、networkx 可读），network_*_nodes.csv、
network_*_edges.csv、network_*_matrix.csv 与之相同；networks.csv 说明各按什么规则计算
（规则同 Discourse Network Analyzer），以及未计入的立场陈述数（left_out）。
几位编码员编过同一篇文章的立场时，每位编码员各有自己的网络（coder），不相加。
""",
    """\
network_*.graphml are networks of stances (for Gephi, igraph, networkx); network_*_nodes.csv,
network_*_edges.csv and network_*_matrix.csv say the same. networks.csv tells by which rules
(those of Discourse Network Analyzer) each was counted, and how many statements are left out.
Where several coded the stances of one article, each coder has networks of their own (coder):
what two of them coded is not added up.
""",
)
_FORMATS[Format.GRAPHML] = _NETWORKS
_LOSSES = {
    LossKind.VARIABLE_LABEL: Words("变量名称", "variable label"),
    LossKind.VALUE_LABEL: Words("值标签", "value label"),
    LossKind.TEXT: Words("文字", "text"),
    LossKind.CELL: Words("单元格（字符）", "cell (characters)"),
}


def formats_told(written: Written, language: str) -> str:
    """Return how the files of the chosen formats are to be read."""
    formats = written.formats
    parts = [_csv(written.csv, language)] if Format.CSV in formats else []
    if {Format.SAV, Format.ZSAV, Format.DTA} & set(formats):
        parts.append(_STATISTICS.told(language))
    parts += [words.told(language) for each, words in _FORMATS.items() if each in formats]
    return "".join(parts)


def _csv(options: CsvOptions, language: str) -> str:
    told = _CSV.told(language).format(
        mark=_MARKS[options.byte_order_mark].told(language),
        separator=_SEPARATORS[options.separator].told(language),
    )
    return told + (_ESCAPED.told(language) if options.excel_safe else "")


def loading_told(written: Written, files: Mapping[str, FileFacts]) -> str:
    """Return the lines that load a table, for each program that there is a script for."""
    # The table of a layer, where there is one: the first has the annotations of all layers.
    name = [each.name for each in written.tables][:2][-1]
    lines = {
        "load.R": f'R:       source("load.R", encoding = "UTF-8"); {name} <- load_table("{name}")',
        "load.py": f'pandas:  from load import load_table; {name} = load_table("{name}")',
        "load.do": f"Stata:   do load.do; load_table {name}",
        "load.sps": f"SPSS:    INSERT FILE='load.sps'. DATASET ACTIVATE {name}.",
    }
    return "".join(f"{line}\n" for script, line in lines.items() if script in files)


def losses_told(losses: Sequence[Loss]) -> str:
    """Return what was cut, nothing if all is whole."""
    if not losses:
        return ""
    lines = (
        f"{each.file} {each.column}: {_LOSSES[each.kind].zh} {_LOSSES[each.kind].en} "
        f"× {each.count} → {each.limit}\n"
        for each in losses
    )
    return "\n截短的内容（截至多少字节） · What was cut, and to how many bytes\n\n" + "".join(lines)


def hashes_told(files: Mapping[str, FileFacts]) -> str:
    """Return every file with its SHA-256, as `sha256sum --check` reads them."""
    return "".join(f"{facts.sha256}  {name}\n" for name, facts in files.items())


def citation(written: Written, codebook: Words) -> str:
    """Return how to cite the dataset; who made it and when is theirs to say."""
    version = written.version or "未冻结 not frozen"
    return (
        f"[作者 Authors]（[年份 year]）. {written.title} [数据集 data set]. 编码手册 codebook: "
        f"{codebook.told('zh')} ({version}). 批注工作台 Pizhu Workbench {__version__}.\n"
    )
