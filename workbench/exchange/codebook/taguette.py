"""The codebook table of Taguette: tag, parent, description, number of highlights.

A tag has one name, which stands only once, and one description: rules and example go into it.
Newer versions tell the hierarchy in a column of its own, which older ones neither write nor read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.domain.codebook import Category, Codebook, CodeList
from workbench.exchange.codebook.build import free_name
from workbench.exchange.codebook.model import Choice, Format, Found, Writing
from workbench.exchange.codebook.table.delimited import table_of
from workbench.exchange.codebook.table.read import found_in
from workbench.exchange.codebook.told import description, name_of
from workbench.files.cells import text_cell

COLUMNS = ("tag", "parent", "description", "number of highlights")
_NAMES = ("tag", "name", "path")
_LONGEST_NAME = 200
_FIELDS = {"parent": "parent", "description": "definition"}


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether the first row of a table is Taguette's."""
    plain = [each.strip().casefold() for each in cells]
    is_like = len(set(plain) & set(_NAMES)) == 1 and set(plain) <= {*_NAMES, *COLUMNS}
    return is_like and bool({"tag", "path", COLUMNS[-1]} & set(plain))


def read(data: bytes, file_name: str, choice: Choice) -> Found:
    """Return the tags as one code list.

    Raises:
        Refusal: a row cannot be read, or what the rows say contradicts itself.
    """
    table = table_of(data, file_name, choice)
    columns = {
        "label" if name in _NAMES else _FIELDS[name]: each
        for each in table.columns
        if (name := each.strip().casefold()) in (*_NAMES, *_FIELDS)
    }
    known = choice.columns if choice.exact else {**columns, **choice.columns}
    return found_in(table, replace(choice, columns=known), Format.TAGUETTE)


def write(codebook: Codebook, writing: Writing) -> bytes:
    """Return the categories in use as tags; with several code lists, each is a tag above its own.

    Numeric codes, scores, aliases, members and attributes have no place in it, nor have layers.
    """
    lines = [",".join(COLUMNS)]
    taken: set[str] = set()
    for code_list in codebook.code_lists:
        lines += _list_lines(code_list, writing, taken, is_one=len(codebook.code_lists) == 1)
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8")


def _list_lines(
    code_list: CodeList, writing: Writing, taken: set[str], *, is_one: bool
) -> Iterator[str]:
    language, head = writing.language, ""
    if not is_one:
        head = _free(name_of(code_list, language), taken)
        yield _line(head, "", description(code_list.guide, language), 0)
    shown = [each for each in code_list.categories if not each.retired]
    names = {each.key: _free(name_of(each, language), taken) for each in shown}
    for each in shown:
        above = names.get(each.parent or "", head)
        uses = _uses(writing, code_list, each)
        yield _line(names[each.key], above, description(each.guide, language), uses)


def _uses(writing: Writing, code_list: CodeList, category: Category) -> int:
    if writing.uses is None:
        return 0
    return writing.uses.categories.get((code_list.key, category.key), 0)


def _line(tag: str, parent: str, told: str, uses: int) -> str:
    return ",".join((text_cell(tag), text_cell(parent), text_cell(told), str(uses)))


def _free(name: str, taken: set[str]) -> str:
    """Return a name that no tag has yet, as long as Taguette takes it."""
    short = " ".join(name.split())[: _LONGEST_NAME - 8]
    found = free_name(short, taken)
    taken.add(found)
    return found
