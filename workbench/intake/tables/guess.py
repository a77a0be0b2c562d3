"""Which column of a table holds what: by its name in Chinese or English, else by what it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from workbench.domain.codebook import Codebook
from workbench.intake.tables.dates import iso_date

#: The fields of an article that a column may hold, beside the variables of its layer.
FIELDS = ("title", "text", "published", "source", "author", "url", "language")

# A name that is one of these wins over one that only holds one; the first ones win over later.
_WORDED = {
    "title": """
        标题、题名、篇名、题目、文章标题、新闻标题、标题名称、標題、題名、title、headline、heading
        article title、document title""",
    "text": """
        正文、全文、内容、文本、文章内容、新闻内容、正文内容、內容、內文、本文、text、full text
        fulltext、content、body、article、article text""",
    "published": """
        日期、发布时间、发布日期、发表时间、发表日期、出版日期、刊发日期、见报日期、报道日期、时间
        年月日、發布時間、發佈日期、出版時間、date、published、publication date、published at
        pub date、pubdate、publish date、datetime""",
    "source": """
        来源、媒体、报纸、报刊、刊名、媒体名称、报纸名称、文献来源、发布平台、來源、媒體、報紙
        source、outlet、newspaper、media、publication、publisher、journal""",
    "author": "作者、记者、撰文、作者姓名、記者、author、authors、byline、creator",
    "url": """
        链接、网址、地址、原文链接、文章链接、鏈接、連結、網址、url、link、address、uri、href""",
    "language": "语言、语种、文种、語言、語種、language、lang",
}
_NAMES: Mapping[str, tuple[str, ...]] = {
    field: tuple(each.strip() for each in re.split(r"[、\n]", names.strip()))
    for field, names in _WORDED.items()
}
_LONGEST_NAME = 60  # characters that are looked at
_LONG = 40  # characters on the mean: an article's text, or at least its lead
_MOST = 0.8


def is_known_name(cell: str) -> bool:
    """Tell whether a header says the title or the text."""
    return len(cell) <= _LONGEST_NAME and _plain(cell) in _TELLING


def guess_columns(
    columns: Sequence[str],
    sample: Sequence[Sequence[str]],
    codebook: Codebook | None = None,
) -> Mapping[str, str]:
    """Return the column of each field that can be told; no column has two."""
    found: dict[str, str] = {}
    for field in FIELDS:
        _take(found, field, _by_name(columns, _NAMES[field], exact=True))
    for field, names in _variables(codebook).items():
        _take(found, field, _by_name(columns, names, exact=True))
    for field in FIELDS:
        _take(found, field, _by_name(columns, _NAMES[field], exact=False))
    for field, is_like in _LOOKS.items():
        free = [each for each in _filled(columns, sample) if each not in found.values()]
        _take(found, field, [each for each in free if is_like(_cells(columns, sample, each))])
    order = (*FIELDS, *_variables(codebook))
    return {field: found[field] for field in order if field in found}


def _take(found: dict[str, str], field: str, columns: Sequence[str]) -> None:
    """Give a field that has none the first of `columns` that is still free."""
    free = [each for each in columns if each not in found.values()]
    if field not in found and free:
        found[field] = free[0]


def _by_name(columns: Sequence[str], names: Sequence[str], *, exact: bool) -> list[str]:
    plain = {column: _plain(column) for column in columns}
    if exact:
        return [each for name in names for each in columns if plain[each] == _plain(name)]
    return [
        each for name in names for each in columns if len(name) > 1 and _within(name, plain[each])
    ]


def _within(name: str, column: str) -> bool:
    """Tell whether a column's longer name ends with a field's; English by whole words."""
    if name.isascii():
        return re.search(rf"(?<![a-z]){re.escape(name)}$", column) is not None
    return column.endswith(name) and len(column) <= len(name) + 4


def _plain(name: str) -> str:
    """Return a name without case, brackets and what stands in them, and joining signs."""
    name = name[:_LONGEST_NAME]
    bare = re.sub(r"[(（\[【].*?[)）\]】]", "", name) or name
    return re.sub(r"[\s_\-*:：]+", " ", bare).strip().casefold()


def _variables(codebook: Codebook | None) -> Mapping[str, tuple[str, ...]]:
    layer = codebook.article_layer if codebook else None
    return {
        each.key: tuple(filter(None, (each.key, each.label.zh, each.label.en)))
        for each in (layer.variables if layer else ())
        if not each.retired
    }


# --- by what a column holds -----------------------------------------------------


def _cells(columns: Sequence[str], sample: Sequence[Sequence[str]], column: str) -> list[str]:
    place = columns.index(column)
    return [row[place].strip() for row in sample if row[place].strip()]


def _filled(columns: Sequence[str], sample: Sequence[Sequence[str]]) -> list[str]:
    """Return the columns that say something, the longest first."""
    length = {each: sum(map(len, _cells(columns, sample, each))) for each in columns}
    return sorted((each for each in columns if length[each]), key=lambda each: -length[each])


def _most(cells: list[str], fits: Callable[[str], object]) -> bool:
    return sum(bool(fits(cell)) for cell in cells) >= _MOST * len(cells)


def _is_text(cells: list[str]) -> bool:
    return sum(map(len, cells)) >= _LONG * len(cells) and not _is_address(cells)


def _is_date(cells: list[str]) -> bool:
    return _most(cells, lambda cell: 4 < len(cell) <= 24 and iso_date(cell))


def _is_address(cells: list[str]) -> bool:
    return _most(cells, lambda cell: cell.startswith(("http://", "https://")))


def _is_title(cells: list[str]) -> bool:
    is_short = _most(cells, lambda cell: 6 <= len(cell) <= 80 and not cell[0].isdigit())
    return is_short and len(set(cells)) > _MOST * len(cells)


_LOOKS: Mapping[str, Callable[[list[str]], bool]] = {
    "text": _is_text,
    "url": _is_address,
    "published": _is_date,
    "title": _is_title,
}
# What only the header of a table of articles says.
_TELLING = frozenset(_plain(name) for field in ("title", "text") for name in _NAMES[field])
