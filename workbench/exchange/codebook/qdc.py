"""REFI-QDA codebooks (.qdc): codes with a name, a colour and a description, in a tree.

The standard has no place for keys, aliases, rules and the like: they stand in the description, a
line each, so that people can read them in any program and we take them back. Each code list is a
code that cannot be applied, above its categories. Layers and variables have no place in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from uuid import UUID, uuid5

from workbench.domain.codebook import Category, Codebook, CodeList
from workbench.exchange.codebook.model import Writing
from workbench.exchange.codebook.qdc_lines import clean, lines_of
from workbench.exchange.codebook.qdc_read import NAMESPACE, read
from workbench.exchange.codebook.table.rows import Cell, Row, category_row, list_row
from workbench.exchange.codebook.table.several import joined
from workbench.exchange.codebook.told import name_of, top_down
from workbench.exchange.errors import CodebookWithoutList
from workbench.files.xml import Element, new_element, to_bytes

__all__ = ["read", "write"]

_GUIDS = UUID("6f2f0a52-6c6e-4c8e-9a55-0b7d1f2c9d31")
_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
# What a person looks for in a description.
_FIRST = ("definition", "include", "exclude", "example")
# Parsers refuse trees that are deeper than 256 elements.
_DEEPEST = 200


def write(codebook: Codebook, writing: Writing) -> bytes:
    """Return the code lists as a codebook after the standard.

    Raises:
        CodebookWithoutList: the standard asks for one code at least.
    """
    if not codebook.code_lists:
        raise CodebookWithoutList
    root = new_element(_tag("CodeBook"), names={"": NAMESPACE})
    root.set("origin", "Pizhu Workbench")
    codes = _child(root, "Codes")
    sets = [each for code_list in codebook.code_lists for each in _sets(code_list, writing)]
    for code_list in codebook.code_lists:
        _write_list(codes, code_list, writing.language)
    if sets:
        holder = _child(root, "Sets")
        for each in sets:
            holder.append(each)
    return to_bytes(root)


def _write_list(codes: Element, code_list: CodeList, language: str) -> None:
    name = name_of(code_list, language)
    row = {**list_row(code_list, language), **_declared(code_list)}
    head = _code(codes, _guid(code_list.key), name, row, language)
    head.set("isCodable", "false")
    made: dict[str, tuple[Element, int]] = {}
    places = _places(code_list)
    for category in top_down(code_list):
        above, depth = made.get(category.parent or "", (head, 0))
        if depth >= _DEEPEST:  # its description names its parent
            above, depth = head, 0
        row = dict(category_row(code_list, category, language))
        row["position"] = places.get(category.key)
        if above is not head or not category.parent:
            row["parent"] = None
        element = _write_category(above, code_list, category, row, language)
        made[category.key] = element, depth + 1


def _write_category(
    above: Element,
    code_list: CodeList,
    category: Category,
    row: dict[str, Cell],
    language: str,
) -> Element:
    name = name_of(category, language)
    is_colour = bool(_COLOUR.fullmatch(category.colour))
    for field in ("kind", "list", *(["colour"] if is_colour else [])):
        row.pop(field)
    element = _code(above, _guid(code_list.key, category.key), name, row, language)
    element.set("isCodable", "false" if category.retired else "true")
    if is_colour:
        element.set("color", category.colour)
    return element


def _declared(code_list: CodeList) -> Row:
    """Return the attributes of a list, each as one line of its description."""
    return {
        f"attribute:{each.key}": joined(
            (each.kind.value, each.label.zh, each.label.en, each.code_list or "")
        )
        for each in code_list.attributes
    }


def _code(above: Element, guid: str, name: str, row: Row, language: str) -> Element:
    element = _child(above, "Code")
    element.set("guid", guid)
    element.set("name", clean(name))
    first = {field: cell for field, cell in row.items() if field.startswith(_FIRST)}
    _child(element, "Description").text = lines_of({**first, **row}, language)
    return element


def _places(code_list: CodeList) -> Mapping[str, int]:
    """Return the places of the categories, where the tree does not tell their order."""
    if list(top_down(code_list)) == list(code_list.categories):
        return {}
    return {each.key: place for place, each in enumerate(code_list.categories, 1)}


def _sets(code_list: CodeList, writing: Writing) -> Iterator[Element]:
    """Yield a set for each category with members."""
    for category in code_list.categories:
        if category.members:
            name = name_of(category, writing.language)
            element = new_element(_tag("Set"))
            element.set("guid", _guid(code_list.key, category.key, "members"))
            element.set("name", clean(name))
            for key in category.members:
                _child(element, "MemberCode").set("guid", _guid(code_list.key, key))
            yield element


def _guid(*names: str) -> str:
    """Return the GUID of a code, which is the same whenever it is written."""
    return str(uuid5(_GUIDS, "\n".join(names)))


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _child(above: Element, name: str) -> Element:
    element = new_element(_tag(name))
    above.append(element)
    return element
