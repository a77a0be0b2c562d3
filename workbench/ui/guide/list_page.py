"""The pages that lead to others: the codebook, a code list, what a typed text finds."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from workbench.app.places import Place, place_of_layer, place_of_list
from workbench.domain.codebook import Codebook, CodeList
from workbench.ui.guide.linker import MOST, Linker
from workbench.ui.guide.markup import heading, line, muted, points, rows, section
from workbench.ui.guide.tree import branches, grouped
from workbench.ui.punctuation import listed
from workbench.ui.tags.labels import name_of, other, told
from workbench.ui.tags.source import Found


def book_page(linker: Linker, codebook: Codebook) -> str:
    """Return the page of the whole: layers with their definitions, lists with their sizes."""
    translate = QCoreApplication.translate
    layers = (
        (0, linker.line(place_of_layer(each.key), each, told(each.guide.definition)))
        for each in codebook.layers
    )
    lists = (
        (0, linker.line(place_of_list(each.key), each, str(len(each.categories))))
        for each in codebook.code_lists
    )
    head = heading(told(codebook.name), other(codebook.name)) + rows([linker.use()])
    above = section(translate("Guide", "Layers")) + points(layers)
    return head + above + section(translate("Guide", "Code lists")) + points(lists)


def list_page(linker: Linker, entry: Place, code_list: CodeList) -> str:
    """Return the page of a code list: its rules, and its categories in their groups."""
    translate = QCoreApplication.translate
    attributes = listed(told(each.label) or each.key for each in code_list.attributes)
    facts = [
        *linker.guide(code_list.guide, entry, (code_list.key,)),
        (translate("Guide", "Attributes"), escape(attributes)),
        linker.takers(code_list),
        linker.use(),
        (translate("Guide", "Key"), escape(code_list.key)),
    ]
    head = heading(name_of(code_list), other(code_list.label))
    return head + rows(facts) + _contents(linker, code_list)


def _contents(linker: Linker, code_list: CodeList) -> str:
    """Return the list's categories; of very many, the first ones."""
    parts: list[str] = []
    room = MOST
    for group, roots in grouped(linker.codebook, code_list):
        shown = list(branches(code_list, roots))[:room]
        room -= len(shown)
        title = group or QCoreApplication.translate("Guide", "Categories")
        lines = ((depth, linker.category_line(code_list.key, each)) for depth, each in shown)
        parts.append((section(title) + points(lines)) * bool(shown))
    beyond = len(code_list.categories) - MOST
    if beyond > 0:
        more = QCoreApplication.translate("Guide", "and {count} more: type above to find one")
        parts.append(line(muted(more.format(count=beyond))))
    return "".join(parts)


def found_page(linker: Linker, title: str, hits: Sequence[Found]) -> str:
    """Return the page of what answers a typed text, with the lists that it stands in."""
    nothing = QCoreApplication.translate("Guide", "Nothing in the codebook is called so.")
    lines = [(0, _hit(linker, hit)) for hit in hits]
    return heading(title, "") + (points(lines) or line(muted(nothing)))


def _hit(linker: Linker, hit: Found) -> str:
    category = hit.category
    shown = {category.label.zh, category.label.en}
    code_list = linker.codebook.lists_by_key[hit.code_list]
    notes = ("" if hit.matched in shown else hit.matched, name_of(code_list))
    return linker.category_line(code_list.key, category, *notes)
