"""Groups as their members: what a category stands for when groups are counted as whom they hold."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from workbench.domain.codebook import Category, CodeList

#: Types of actors that act as one, whoever belongs to them: they never expand.
ACT_AS_ONE = frozenset(("mechanism", "minilateral", "organisation", "treaty", "instrument"))


@dataclass(frozen=True, slots=True)
class Share:
    """A category that a coded one stands for, and how much of it that is."""

    key: str
    weight: Fraction


def is_group(category: Category) -> bool:
    """Tell whether `category` is counted as its members; a mechanism never is."""
    return bool(category.members) and category.attributes.get("type") not in ACT_AS_ONE


def has_groups(code_list: CodeList) -> bool:
    """Tell whether any category of the list expands."""
    return any(is_group(each) for each in code_list.categories)


def expanded(code_list: CodeList, key: str) -> tuple[Share, ...]:
    """Return whom the category stands for: itself, or a group's members, of equal weight.

    The members of a group within a group are members like the others; who belongs to it
    more than once counts once. No group holds itself: the codebook's check refuses it.
    """
    members = _members(code_list, code_list.category(key))
    return tuple(Share(each, Fraction(1, len(members))) for each in members)


def _members(code_list: CodeList, category: Category) -> list[str]:
    # Each is looked at once: groups that share members would multiply otherwise.
    waiting, seen, members = [category], {category.key}, list[str]()
    while waiting:
        current = waiting.pop()
        if not is_group(current):
            members.append(current.key)
            continue
        inner = [each for each in dict.fromkeys(current.members) if each not in seen]
        seen.update(inner)
        waiting.extend(code_list.category(each) for each in reversed(inner))
    return members
