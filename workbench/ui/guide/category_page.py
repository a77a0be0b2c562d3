"""The page of a category: rules, names, attributes, and what it belongs together with."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import chain

from PySide6.QtCore import QCoreApplication

from workbench.app.places import Place, item_at, place_of_category
from workbench.domain.codebook import Category, CodeList, Guide
from workbench.ui.guide.linker import Linker
from workbench.ui.guide.markup import Told, heading, line, muted, rows
from workbench.ui.punctuation import listed, named
from workbench.ui.tags.labels import also_word, name_of, other, signed, told


def category_page(linker: Linker, entry: Place, category: Category) -> str:
    """Return the page of a category; the rules of its list hold where it has none."""
    code_list = linker.codebook.lists_by_key[entry.owner]
    guide = category.guide if category.guide != Guide() else code_list.guide
    facts = [
        *linker.guide(guide, entry, _near(linker, code_list)),
        *_names(category),
        *_attributes(linker, code_list, category),
        *_relations(linker, code_list, category),
        linker.takers(code_list),
        linker.use(),
    ]
    head = heading(name_of(category), other(category.label))
    return head + line(muted(_marks(category))) + rows(facts)


def _near(linker: Linker, code_list: CodeList) -> list[str]:
    """Return the lists whose labels a rule may name: its own, then all others."""
    others = (key for key in linker.codebook.lists_by_key if key != code_list.key)
    return [code_list.key, *others]


def _marks(category: Category) -> str:
    """Return key, code, score and shortcut in a line, and whether it is retired."""
    translate = QCoreApplication.translate
    score, shortcut = signed(category.score), category.shortcut
    parts = (
        named(translate("Guide", "key"), category.key),
        named(translate("Guide", "code"), str(category.code)),
        named(translate("Guide", "score"), score) if score else "",
        named(translate("Guide", "shortcut"), shortcut) if shortcut else "",
        translate("Guide", "retired: not offered any more") if category.retired else "",
    )
    return " · ".join(part for part in parts if part)


def _names(category: Category) -> list[Told]:
    translate = QCoreApplication.translate
    shown = {category.label.zh, category.label.en}
    also = [name for name in category.aliases if name not in shown]
    patterns = (f"<code>{escape(each)}</code>" for each in category.patterns)
    return [
        (also_word(), escape(listed(also))),
        (translate("Guide", "Patterns"), listed(patterns)),
        (translate("Guide", "Source"), escape(category.source)),
    ]


def _attributes(linker: Linker, code_list: CodeList, category: Category) -> Iterator[Told]:
    for attribute in code_list.attributes:
        value = category.attributes.get(attribute.key)
        if value is not None:
            name = told(attribute.label) or attribute.key
            yield name, linker.value(attribute.code_list, value)


def _relations(linker: Linker, code_list: CodeList, category: Category) -> list[Told]:
    """Return parent, children, members, groups and twins, each as links."""
    translate, known, key = QCoreApplication.translate, code_list.by_key, category.key
    parent = known.get(category.parent or "")
    related = (
        (translate("Guide", "Parent"), [parent] if parent else []),
        (translate("Guide", "Children"), [e for e in code_list.categories if e.parent == key]),
        (translate("Guide", "Members"), [known[each] for each in category.members]),
        (translate("Guide", "Member of"), [e for e in code_list.categories if key in e.members]),
    )
    return [
        *((name, linker.to_categories(code_list.key, each)) for name, each in related),
        (translate("Guide", "The same as"), listed(_twins(linker, code_list, category))),
    ]


def _twins(linker: Linker, code_list: CodeList, category: Category) -> Iterator[str]:
    """Yield the twin that a category names, and those that name it."""
    named_list, _, named_key = (category.same_as or "").partition(":")
    theirs = (
        (each.key, twin.key)
        for each in linker.codebook.code_lists
        if (twin := each.twin_of(code_list.key, category.key)) is not None
    )
    for list_key, key in dict.fromkeys(chain([(named_list, named_key)], theirs)):
        twin = item_at(linker.codebook, place_of_category(list_key, key))
        if isinstance(twin, Category):
            lead = f"{name_of(linker.codebook.lists_by_key[list_key])} › "
            yield muted(lead) + linker.to_category(list_key, twin)
