"""What the README says of the tables beyond those of annotations, and of what was chosen."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from workbench.dataset.choice import ExportChoice
from workbench.domain.codebook import Words

_TABLES = {
    "statements": Words(
        """\
statements 每行为一条立场的一个“持有者 × 对象 × 指向”：几个取值相乘。展开群体时群体换成它的
成员，_from 列为该群体，weight 为权重之积，否则 weight 为 1。
""",
        """\
statements has a row for each holder x target x toward of a stance: several of them multiply.
Where groups are expanded, a group is its members, with the group in the column _from and the
product of the weights in weight; else weight is 1.
""",
    ),
    "dyads": Words(
        """\
dyads 每行为一位编码员所编的持有者对指向者在一个时期（period）的立场：条数、有分值的、不在
量表上的（n_off），以及有分值的平均分值。dated_by 说明日期取自立场的 when、文章的发表日期
（published），还是没有日期（none，立场的日期跨年的也算）；只知年份的时期只写年份。
""",
        """\
dyads has a row for each holder, toward and period, by coder: how many stances, how many have
a score, how many are off the scale (n_off), and the mean of the scores. dated_by says whether
the date is the stance's own (when), the article's (published) or none, as where its own lies
in two years; where no month is known, the period is the year.
""",
    ),
    "article_counts": Words(
        """\
article_counts 每篇文章每位编码员一行，每个顶级类目一列：带有它或其下级类目的标注数。
""",
        """\
article_counts has a row an article and coder, a column for each category at the top of its
list: how many annotations have it or one below it.
""",
    ),
    "article_categories": Words(
        """\
article_categories 每行为一位编码员在一篇文章中用到的一个类目：n 为直接用到的次数，n_any_depth
含下级类目（一条标注只计一次），share 为后者在该变量有类目的标注中的占比。没有用到的没有行。
""",
        """\
article_categories has a row for each category that a coder used in an article: n is how often
itself, n_any_depth with those below it (an annotation counts once), share the latter in the
annotations that have a category there. What was not used has no row.
""",
    ),
    "article_scores": Words(
        """\
article_scores 每行为一位编码员在一篇文章中关于一个对象（或指向者）的立场：均值只用有分值的。
""",
        """\
article_scores has a row for each target (or toward) of a coder's stances in an article; means
use scores only.
""",
    ),
    "reliability_units": Words(
        """\
reliability_units 只含两位以上编码员编过的文章：每个单位（文章、句、有人标过的片段）、变量、
编码员一行。n 为该编码员在此处的标注数；取值为空而 n 为 0 表示看过而没有标。按标注的取值选择
（--where）时，此表仍含所选编码员和标注层的全部标注，以免未选的标注看上去像没有标。失去位置的
标注不属于任何句和片段。
""",
        """\
reliability_units has the articles that two coders or more have coded: a row a unit (article,
sentence, stretch that anybody marked), variable and coder. n is how many annotations the coder
has there; an empty value with n = 0 was read and not marked. Where annotations are chosen by
their values (--where), this table still has all of the chosen coders and layers: what was
left out would look as if it had not been marked. An annotation that lost its place is in no
sentence and no stretch.
""",
    ),
}
_CHOSEN = Words(
    "\n本次只导出项目的一部分：\n",
    "\nThis export is of a part of the project:\n",
)

_BY_VALUES = Words(
    """\
按取值选择时，各表中每篇文章每位编码员的条数只计所选的标注：0 表示没有这样的标注，不是什么都没标。
""",
    """\
Where annotations are chosen by their values, the counts by article and coder are of those
alone: 0 is none of them, not nothing marked.
""",
)


def tables_told(tables: Container[str], language: str) -> str:
    """Return what is said of those of the tables that are there."""
    return "".join(words.told(language) for name, words in _TABLES.items() if name in tables)


def choice_told(choice: ExportChoice, language: str) -> str:
    """Return what of the project was chosen, nothing if it is the whole."""
    # On one line each: a line that begins otherwise could pass for a file of the dataset.
    lines = [f"  {option} {' '.join(value.split())}\n" for option, value in _options(choice)]
    by_values = _BY_VALUES.told(language) if choice.where else ""
    return _CHOSEN.told(language) + "".join(lines) + by_values if lines else ""


def _options(choice: ExportChoice) -> Iterator[tuple[str, str]]:
    """Yield what was chosen, as it is said on the command line."""
    several: Mapping[str, tuple[str, ...]] = {
        "--tables": choice.tables,
        "--layer": choice.layers,
        "--variables": choice.variables,
        "--status": choice.statuses,
    }
    for option, values in several.items():
        if values:
            yield option, ",".join(values)
    yield from (("--coder", name) for name in choice.coders)
    yield from (("--where", f"{name}={','.join(own)}") for name, own in choice.where.items())
    if choice.period != "month":
        yield "--period", choice.period
