"""From what a person does in the editor to commands."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

from workbench.app.commands import (
    AddCategory,
    AddCodeList,
    AddLayer,
    AddVariable,
    DeleteCategories,
    DeleteCodeList,
    DeleteLayer,
    DeleteVariable,
    EditCategory,
    EditCodeList,
    EditLayer,
    EditVariable,
    MoveCategories,
    MoveCodeList,
    MoveLayer,
    MoveVariable,
    RetireCategories,
    RetireLayer,
    RetireVariable,
)
from workbench.app.commands.codebook import key_for
from workbench.app.places import (
    Item,
    Place,
    Sort,
    item_at,
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)
from workbench.domain.codebook import (
    Attribute,
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
)
from workbench.domain.codebook_edit.spent import Spent
from workbench.domain.errors import Defect
from workbench.ui.tags.labels import interface_language

Command = Any


def edit_command(codebook: Codebook, place: Place, item: Item) -> Command:
    """Return the command that makes what stands at `place` into `item`."""
    match item:
        case Layer():
            return EditLayer(place.key, item)
        case Variable():
            return EditVariable(place.owner, place.key, item)
        case CodeList():
            before = codebook.code_list(place.key)
            return EditCodeList(place.key, item, _renamed(before.attributes, item.attributes))
        case Category():
            return EditCategory(place.owner, place.key, item)


def _renamed(before: Sequence[Attribute], after: Sequence[Attribute]) -> dict[str, str]:
    """Return which attribute has another key, new ones by old ones: those of one line changed."""
    if len(before) != len(after):
        return {}
    old, new = [each.key for each in before], [each.key for each in after]
    return {
        now: was for was, now in zip(old, new, strict=True) if was not in new and now not in old
    }


def move_command(places: Sequence[Place], parent: Place, before: Place | None) -> Command:
    """Return the command that moves places under another one, before one that is there."""
    first, target = places[0], before.key if before else None
    match first.sort:
        case Sort.LAYER:
            return MoveLayer(first.key, target)
        case Sort.LIST:
            return MoveCodeList(first.key, target)
        case Sort.VARIABLE:
            return MoveVariable(first.owner, first.key, target)
        case Sort.CATEGORY:
            keys = tuple(place.key for place in places)
            above = parent.key if parent.sort is Sort.CATEGORY else None
            return MoveCategories(first.owner, keys, above, target)
        case Sort.BOOK | Sort.LAYERS | Sort.LISTS:
            raise Defect("a heading does not move")


def retire_command(codebook: Codebook, places: Sequence[Place]) -> Command | None:
    """Return the command that retires places, or takes them back where the first is retired."""
    first = places[0]
    item = item_at(codebook, first)
    if item is None or isinstance(item, CodeList):
        return None
    retired = not item.retired
    match item:
        case Layer():
            return RetireLayer(first.key, retired)
        case Variable():
            return RetireVariable(first.owner, first.key, retired)
        case Category():
            return RetireCategories(first.owner, tuple(each.key for each in places), retired)


def delete_command(places: Sequence[Place]) -> Command:
    """Return the command that deletes places."""
    first = places[0]
    match first.sort:
        case Sort.LAYER:
            return DeleteLayer(first.key)
        case Sort.LIST:
            return DeleteCodeList(first.key)
        case Sort.VARIABLE:
            return DeleteVariable(first.owner, first.key)
        case Sort.CATEGORY:
            return DeleteCategories(first.owner, tuple(each.key for each in places))
        case Sort.BOOK | Sort.LAYERS | Sort.LISTS:
            raise Defect("a heading is not deleted")


def new_layer(codebook: Codebook) -> tuple[Command, Place]:
    """Return the command that adds a layer, and where it will stand."""
    key = _free("layer", codebook.layers_by_key)
    layer = Layer(key, _words("New layer", "新的标注层"), Scope.SPAN, ())
    return AddLayer(layer), place_of_layer(key)


def new_variable(codebook: Codebook, layer: str) -> tuple[Command, Place]:
    """Return the command that adds a variable to a layer, and where it will stand."""
    key = _free("variable", codebook.layer(layer).by_key)
    variable = Variable(key, Kind.TEXT, _words("New variable", "新的变量"))
    return AddVariable(layer, variable), place_of_variable(layer, key)


def new_list(codebook: Codebook) -> tuple[Command, Place]:
    """Return the command that adds a code list, and where it will stand."""
    key = _free("list", codebook.lists_by_key)
    return AddCodeList(CodeList(key, _words("New code list", "新的代码表"))), place_of_list(key)


def blank_category(
    code_list: CodeList, parent: str | None, before: str | None, spent: Spent
) -> tuple[Command, Place]:
    """Return the command that adds a category to a list, and where it will stand."""
    words = _words("New category", "新的类目")
    key = key_for(code_list, words.told("zh"), spent)
    above = code_list.by_key.get(parent or "")
    category = Category(key, 0, words, parent=parent, colour=above.colour if above else "")
    return AddCategory(code_list.key, category, before), place_of_category(code_list.key, key)


def _free(stem: str, taken: Container[str]) -> str:
    number = 1
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"


def _words(english: str, chinese: str) -> Words:
    """Return a label to be written over, in the language of the interface alone."""
    return Words(zh=chinese) if interface_language() == "zh" else Words(en=english)
