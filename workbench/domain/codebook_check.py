"""What a codebook must hold to be usable: names, references, trees, values.

A schema cannot say these things, and an edit may break them as well as a file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator

from workbench.domain.codebook import (
    Attribute,
    AttributeValue,
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Variable,
    Want,
    Words,
)
from workbench.domain.errors import Refusal
from workbench.domain.values import CategoryNotOffered, MeansMissing, Missing, checked_value

#: Words that SPSS does not take as a variable's name.
RESERVED = frozenset(
    ["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"]
)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
_CATEGORY_KEY = re.compile(r"[^\s;:](?:[^\n\r\t;:]*[^\s;:])?")


class CodebookInconsistent(Refusal):
    """A codebook contradicts itself."""

    sentence = "The codebook contradicts itself at {place}; mend it and try again."


class KeyTwice(CodebookInconsistent):
    """Two things of one kind have the same key or numeric code."""

    sentence = "In {place}, “{key}” stands twice; give one of them another key."


class NameNotAllowed(CodebookInconsistent):
    """A key cannot serve as a name in the dataset."""

    sentence = (
        "“{key}” in {place} cannot be a name in the dataset; write a small letter, then small "
        "letters, digits and underscores (32 at most), and no reserved word of SPSS such as “to”."
    )


class CategoryKeyNotAllowed(CodebookInconsistent):
    """A category's key cannot stand in the dataset."""

    sentence = (
        "The category key “{key}” in {place} cannot stand in the dataset; "
        "leave out semicolons, colons, line breaks, and spaces at its ends."
    )


class CodeNotAllowed(CodebookInconsistent):
    """A category's numeric code or score means a missing value."""

    sentence = "The code {code} of {place} means a missing value; choose another number."


class NotInList(CodebookInconsistent):
    """A parent or a member is not in the list."""

    sentence = "{place} names “{key}”, which is not in the list; add it or name another."


class TwinMissing(CodebookInconsistent):
    """The twin of a category does not exist."""

    sentence = "{place} has the twin “{twin}”, which does not exist; write it as list:key."


class InsideItself(CodebookInconsistent):
    """A category is its own ancestor or its own member."""

    sentence = "{place} is above or inside itself; break the circle of parents or members."


class NotDeclared(CodebookInconsistent):
    """An attribute is used that its list does not declare as needed."""

    sentence = (
        "{place} uses the attribute “{attribute}”, which its list does not declare so; declare it."
    )


class ValueNotFitting(CodebookInconsistent):
    """An attribute or a default has a value that does not fit."""

    sentence = "The value “{value}” at {place} does not fit; write one that does."


class ListNotNamed(CodebookInconsistent):
    """A field of kind category names no list, or another kind names one."""

    sentence = "{place} must name a code list if it is a category, and only then."


class ListMissing(CodebookInconsistent):
    """A code list is named that the codebook lacks."""

    sentence = "{place} names the code list “{code_list}”, which does not exist; add it."


class RuleNotFitting(CodebookInconsistent):
    """A rule of completeness names no variable of its layer."""

    sentence = "The rule of completeness of {place} names no variable of it at “{key}”; correct it."


class WantNotFitting(CodebookInconsistent):
    """What a layer wants hangs on a variable that holds no category."""

    sentence = (
        "What {place} wants hangs on “{key}”, which holds no category; "
        "name a variable with a code list."
    )


class ShortcutTaken(CodebookInconsistent):
    """Two tags have the same key on the keyboard."""

    sentence = "The key “{key}” of “{place}” is that of “{holder}” already; choose another key."


class PatternNotFitting(CodebookInconsistent):
    """A category's own rule is no regular expression."""

    sentence = "The rule “{pattern}” of {place} is no regular expression ({detail}); correct it."


def check_codebook(codebook: Codebook) -> None:
    """Raise CodebookInconsistent at the first thing that cannot be right."""
    _check_names("code_lists", (each.key for each in codebook.code_lists))
    _check_names("layers", (each.key for each in codebook.layers))
    for code_list in codebook.code_lists:
        _check_list(codebook, code_list)
    for layer in codebook.layers:
        _check_layer(codebook, layer)
    _check_shortcuts(codebook)


def _check_shortcuts(codebook: Codebook) -> None:
    """Raise ShortcutTaken if two tags in use have one key; what is retired has given its back."""
    holders: dict[str, tuple[str, Words]] = {}
    for place, label, shortcut in tag_shortcuts(codebook):
        holder, held_by = holders.setdefault(shortcut.casefold(), (place, label))
        if holder != place:
            raise ShortcutTaken(place=label, key=shortcut, holder=held_by)


def tag_shortcuts(codebook: Codebook) -> Iterator[tuple[str, Words, str]]:
    """Yield each layer and category in use that has a key: its place, label and key."""
    for layer in codebook.layers:
        if layer.shortcut and not layer.retired:
            yield layer.key, _called(layer.label, layer.key), layer.shortcut
    for code_list in codebook.code_lists:
        for category in code_list.categories:
            if category.shortcut and not category.retired:
                place = f"{code_list.key}:{category.key}"
                yield place, _called(category.label, place), category.shortcut


def _called(label: Words, place: str) -> Words:
    """Return a label, or the place of what has none."""
    return label if label.zh or label.en else Words(place, place)


def _check_names(place: str, keys: Iterable[str]) -> None:
    names = list(keys)
    _unique(place, names)
    for name in names:
        if not _NAME.fullmatch(name) or name in RESERVED:
            raise NameNotAllowed(place=place, key=name)


def _unique(place: str, keys: Iterable[object]) -> None:
    seen: set[object] = set()
    for key in keys:
        if key in seen:
            raise KeyTwice(place=place, key=key)
        seen.add(key)


# --- code lists -------------------------------------------------------------


def _check_list(codebook: Codebook, code_list: CodeList) -> None:
    _check_names(code_list.key, (each.key for each in code_list.attributes))
    _unique(code_list.key, (each.key for each in code_list.categories))
    _unique(code_list.key, (each.code for each in code_list.categories))
    for attribute in code_list.attributes:
        _check_list_named(codebook, f"{code_list.key}.{attribute.key}", attribute)
    fields = {each.key: _as_variable(each) for each in code_list.attributes}
    for category in code_list.categories:
        _check_category(codebook, code_list, category, fields)
    _check_no_cycle(code_list, lambda each: (each.parent,) if each.parent else ())
    _check_no_cycle(code_list, lambda each: each.members)


def _as_variable(attribute: Attribute) -> Variable:
    return Variable(attribute.key, attribute.kind, attribute.label, attribute.code_list)


def _check_category(
    codebook: Codebook, code_list: CodeList, category: Category, fields: dict[str, Variable]
) -> None:
    place = f"{code_list.key}:{category.key}"
    if not _CATEGORY_KEY.fullmatch(category.key):
        raise CategoryKeyNotAllowed(place=code_list.key, key=category.key)
    _check_numbers(place, category)
    for key in (*category.members, *([] if category.parent is None else [category.parent])):
        if key not in code_list.by_key:
            raise NotInList(place=place, key=key)
    for key, value in category.attributes.items():
        if key not in fields:
            raise NotDeclared(place=place, attribute=key)
        _check_attribute(codebook, f"{place}.{key}", fields[key], value)
    _check_twin(codebook, place, category.same_as)


def _check_numbers(place: str, category: Category) -> None:
    for number in (category.code, category.score):
        if number in list(Missing):
            raise CodeNotAllowed(place=place, code=number)
    if abs(category.code) >= 2**31:
        raise ValueNotFitting(place=f"{place}.code", value=category.code)
    if category.score is not None and not math.isfinite(category.score):
        raise ValueNotFitting(place=f"{place}.score", value=category.score)


def _check_attribute(
    codebook: Codebook, place: str, field: Variable, value: AttributeValue
) -> None:
    try:
        checked_value(codebook, field, value)
    except (CategoryNotOffered, MeansMissing):
        pass  # retired since, and kept where it stands; no code says that an attribute is missing
    except Refusal as error:
        raise ValueNotFitting(place=place, value=value) from error


def _check_twin(codebook: Codebook, place: str, same_as: str | None) -> None:
    if same_as is None:
        return
    list_key, _, key = same_as.partition(":")
    code_list = codebook.lists_by_key.get(list_key)
    if code_list is None or key not in code_list.by_key:
        raise TwinMissing(place=place, twin=same_as)


def _check_no_cycle(code_list: CodeList, following: Callable[[Category], tuple[str, ...]]) -> None:
    done: set[str] = set()
    for start in code_list.by_key:
        path: dict[str, None] = {}
        stack = [(start, False)]
        while stack:
            key, left = stack.pop()
            if left:
                path.pop(key)
                done.add(key)
            elif key in path:
                raise InsideItself(place=f"{code_list.key}:{key}")
            elif key not in done:
                path[key] = None
                stack.append((key, True))
                stack.extend((each, False) for each in following(code_list.by_key[key]))


# --- layers -----------------------------------------------------------------


def _check_layer(codebook: Codebook, layer: Layer) -> None:
    _check_names(layer.key, (each.key for each in layer.variables))
    for clause in (*layer.complete, *(want.wanted for want in layer.wants)):
        wrong = [key for key in clause if key not in layer.by_key]
        if wrong or not clause:
            raise RuleNotFitting(place=layer.key, key=", ".join(wrong))
    for want in layer.wants:
        _check_want(codebook, layer, want)
    for variable in layer.variables:
        _check_variable(codebook, f"{layer.key}.{variable.key}", variable)


def _check_want(codebook: Codebook, layer: Layer, want: Want) -> None:
    variable = layer.by_key.get(want.variable)
    code_list = codebook.lists_by_key.get((variable.code_list or "") if variable else "")
    if code_list is None or not want.categories:
        raise WantNotFitting(place=layer.key, key=want.variable)
    for key in want.categories:
        if key not in code_list.by_key:
            raise NotInList(place=f"{layer.key}.{want.variable}", key=key)


def _check_variable(codebook: Codebook, place: str, variable: Variable) -> None:
    _check_list_named(codebook, place, variable)
    if variable.requires is not None and not _declares(codebook, variable):
        raise NotDeclared(place=place, attribute=variable.requires)
    try:
        checked_value(codebook, variable, variable.default)
    except Refusal as error:
        raise ValueNotFitting(place=place, value=variable.default) from error


def _declares(codebook: Codebook, variable: Variable) -> bool:
    """Tell whether what `variable` requires is a boolean attribute of its list."""
    code_list = codebook.lists_by_key.get(variable.code_list or "")
    attributes = code_list.attributes if code_list else ()
    return any(each.key == variable.requires and each.kind is Kind.BOOLEAN for each in attributes)


def _check_list_named(codebook: Codebook, place: str, field: Variable | Attribute) -> None:
    if (field.kind is Kind.CATEGORY) != (field.code_list is not None):
        raise ListNotNamed(place=place)
    if field.code_list is not None and field.code_list not in codebook.lists_by_key:
        raise ListMissing(place=place, code_list=field.code_list)
