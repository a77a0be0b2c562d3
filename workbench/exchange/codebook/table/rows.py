"""The rows of a codebook's table: a code list, its attributes, its categories, list after list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.codebook import (
    Attribute,
    AttributeValue,
    Category,
    Codebook,
    CodeList,
    Guide,
    Words,
)
from workbench.exchange.codebook.table.fields import FIELDS
from workbench.exchange.codebook.table.several import LINES, joined

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]
#: Columns that every table has, however little is in them.
_ALWAYS = ("kind", "list", "key", "code", "parent", "label_zh", "label_en", "definition_zh")
LIST, ATTRIBUTE, CATEGORY = "list", "attribute", "category"
KINDS: Mapping[str, tuple[str, str]] = {
    LIST: ("代码表", "code list"),
    ATTRIBUTE: ("属性", "attribute"),
    CATEGORY: ("类目", "category"),
}


def told_flag(value: bool, language: str) -> str:
    """Return yes or no in a language."""
    return ("是" if value else "否") if language == "zh" else ("yes" if value else "no")


@dataclass(frozen=True)
class Sheet:
    """A table to be written: its columns by field with their names, and its rows."""

    columns: Mapping[str, str]
    rows: Sequence[Row]

    def lines(self) -> Iterator[list[Cell]]:
        """Yield the cells of each row, column by column."""
        for row in self.rows:
            yield [row.get(field) for field in self.columns]


def sheet_of(codebook: Codebook, language: str) -> Sheet:
    """Return the table of a codebook's lists, with the columns that say something."""
    rows = [row for each in codebook.code_lists for row in _list_rows(each, language)]
    used = {field for row in rows for field, cell in row.items() if cell not in (None, "")}
    names = {each.key: each.told(language) for each in FIELDS if each.key in {*used, *_ALWAYS}}
    word = "属性：" if language == "zh" else "attribute: "
    for field in sorted(each for each in used if each.startswith("attribute:")):
        names[field] = word + field.removeprefix("attribute:")
    return Sheet(names, rows)


def _list_rows(code_list: CodeList, language: str) -> Iterator[Row]:
    yield list_row(code_list, language)
    for attribute in code_list.attributes:
        yield _attribute_row(code_list, attribute, language)
    for category in code_list.categories:
        yield category_row(code_list, category, language)


def list_row(code_list: CodeList, language: str) -> Row:
    """Return the row of a code list itself."""
    return {
        "kind": _kind(LIST, language),
        "list": code_list.key,
        **_worded("label", code_list.label),
        **_guide(code_list.guide),
        "ordered": code_list.ordered or None,
    }


def _kind(kind: str, language: str) -> str:
    return KINDS[kind][0 if language == "zh" else 1]


def _attribute_row(code_list: CodeList, attribute: Attribute, language: str) -> Row:
    return {
        "kind": _kind(ATTRIBUTE, language),
        "list": code_list.key,
        "key": attribute.key,
        **_worded("label", attribute.label),
        "type": attribute.kind.value,
        "code_list": attribute.code_list,
    }


def category_row(code_list: CodeList, category: Category, language: str) -> Row:
    """Return the row of a category."""
    return {
        "kind": _kind(CATEGORY, language),
        "list": code_list.key,
        "key": category.key,
        "code": category.code,
        "score": category.score,
        "parent": category.parent,
        **_worded("label", category.label),
        **_guide(category.guide),
        **_several(category),
        "same_as": category.same_as,
        "source": category.source,
        "colour": category.colour,
        "shortcut": category.shortcut,
        "retired": category.retired or None,
        **_attributes(category.attributes),
    }


def _several(category: Category) -> Row:
    return {
        "aliases": joined(category.aliases),
        "patterns": joined(category.patterns, LINES),
        "members": joined(category.members),
    }


def _attributes(values: Mapping[str, AttributeValue]) -> Row:
    return {f"attribute:{key}": value for key, value in values.items()}


def _worded(name: str, words: Words) -> dict[str, Cell]:
    return {f"{name}_zh": words.zh, f"{name}_en": words.en}


def _guide(guide: Guide) -> dict[str, Cell]:
    parts: Iterable[tuple[str, Words]] = (
        ("definition", guide.definition),
        ("include", guide.include),
        ("exclude", guide.exclude),
        ("example", guide.example),
    )
    return {name: text for part, words in parts for name, text in _worded(part, words).items()}
