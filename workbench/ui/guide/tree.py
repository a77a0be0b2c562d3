"""The categories of a code list in their groups and below their parents, as rows of a page."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.domain.codebook import Category, Codebook, CodeList
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.tag_nodes import grouping

#: Below a heading; how deep a category stands, and which it is.
Branch = tuple[int, Category]


def branches(code_list: CodeList, roots: list[Category] | None = None) -> Iterator[Branch]:
    """Yield categories with all below them, parents first; of the whole list without `roots`."""
    below: dict[str, list[Category]] = {}
    for category in code_list.categories:
        if category.parent in code_list.by_key:
            below.setdefault(str(category.parent), []).append(category)
    tops = [each for each in code_list.categories if each.parent not in code_list.by_key]
    waiting = [(0, each) for each in reversed(tops if roots is None else roots)]
    while waiting:
        depth, category = waiting.pop()
        yield depth, category
        children = below.get(category.key, ())
        waiting.extend((depth + 1, each) for each in reversed(children))


def grouped(codebook: Codebook, code_list: CodeList) -> Iterator[tuple[str, list[Category]]]:
    """Yield the roots of a list by group, each with the group's name; one nameless group else."""
    roots = [each for each in code_list.categories if each.parent not in code_list.by_key]
    found = grouping(codebook, code_list)
    if found is None:
        yield "", roots
        return
    attribute, groups = found
    for group in groups.categories:
        members = [each for each in roots if each.attributes.get(attribute) == group.key]
        if members:
            yield name_of(group), members
    rest = [each for each in roots if each.attributes.get(attribute) not in groups.by_key]
    if rest:
        yield "", rest
