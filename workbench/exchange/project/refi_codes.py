"""The codes of a project of ours: layers, their variables, and the categories below them.

The main variable of a layer has its categories directly below the layer, any other below a code
of its own. A list that is long stands there only as far as it is used, except below a layer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.domain.codebook import Category, Codebook, CodeList, Kind, Layer, Scope, Variable
from workbench.exchange.codebook.told import description, name_of, top_down
from workbench.exchange.project.refi import clean, guid

#: A list of so many categories stands whole below each of its variables.
SHORT = 20
# Parsers refuse trees that are deeper than 256 elements.
_DEEPEST = 200
_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")

#: Layer, variable, category.
Coding = tuple[str, str, str]


@dataclass
class UsedCodes:
    """What annotations apply: categories, and layers themselves where there is no category."""

    categories: set[Coding] = field(default_factory=set[Coding])
    layers: set[str] = field(default_factory=set[str])


@dataclass(eq=False)
class Code:
    """A code of the file, with those below it."""

    guid: str
    name: str
    codable: bool
    colour: str = ""
    description: str = ""
    below: list[Code] = field(default_factory=list["Code"])


@dataclass(frozen=True)
class CodeSet:
    """Codes that are members of another one."""

    guid: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Tree:
    """The codes at the top, the sets, and the GUID of each coding."""

    codes: tuple[Code, ...]
    sets: tuple[CodeSet, ...]
    guids: Mapping[Coding, str]


def layer_guid(layer: str) -> str:
    """Return the GUID of a layer's code."""
    return guid("layer", layer)


def tree_of(codebook: Codebook, used: UsedCodes, language: str) -> Tree:
    """Return the codes that a project needs, and those that a coder would go on with."""
    growing = _Growing(codebook, used, language)
    codes = [
        growing.layer(layer)
        for layer in codebook.layers
        if layer.scope is Scope.SPAN and (not layer.retired or growing.is_used(layer))
    ]
    return Tree(tuple(codes), tuple(growing.sets), growing.guids)


@dataclass(frozen=True)
class _Place:
    """Where the categories of a variable come: below which code, with what before their names."""

    above: Code
    layer: Layer
    variable: Variable
    code_list: CodeList
    prefix: str
    whole: bool


class _Growing:
    """A tree being made; no two codes have one name."""

    def __init__(self, codebook: Codebook, used: UsedCodes, language: str) -> None:
        self.guids: dict[Coding, str] = {}
        self.sets: list[CodeSet] = []
        self._codebook = codebook
        self._used = used
        self._language = language
        self._names: set[str] = set()

    def is_used(self, layer: Layer) -> bool:
        """Tell whether a layer is applied, by itself or by a category."""
        applied = any(each[0] == layer.key for each in self._used.categories)
        return applied or layer.key in self._used.layers

    def layer(self, layer: Layer) -> Code:
        """Return the code of a layer, with all that lies below it."""
        code = Code(
            layer_guid(layer.key),
            self._free(name_of(layer, self._language)),
            layer.key in self._used.layers,
            description=self._described(layer),
        )
        for variable in layer.variables:
            if variable.kind is Kind.CATEGORY and variable.code_list is not None:
                self._add(code, layer, variable, self._codebook.code_list(variable.code_list))
        return code

    def _add(self, above: Code, layer: Layer, variable: Variable, code_list: CodeList) -> None:
        """Put the categories of a variable below its layer."""
        is_main = layer.main is not None and layer.main.key == variable.key
        whole = self._is_whole(layer, variable, code_list)
        kept = self._kept(layer, variable, code_list, whole=whole)
        if not kept:
            return
        prefix = ""
        if not is_main:
            name = f"{above.name}: {name_of(variable, self._language)}"
            node = Code(guid("variable", layer.key, variable.key), self._free(name), codable=False)
            node.description = self._described(variable)
            above.below.append(node)
            above, prefix = node, f"{name_of(variable, self._language)}: "
        self._add_categories(_Place(above, layer, variable, code_list, prefix, whole), kept)

    def _is_whole(self, layer: Layer, variable: Variable, code_list: CodeList) -> bool:
        """Tell whether all categories stand below a variable, not only those that are used."""
        is_main = layer.main is not None and layer.main.key == variable.key
        is_gone = layer.retired or variable.retired
        return not is_gone and (is_main or len(code_list.categories) <= SHORT)

    def _kept(
        self, layer: Layer, variable: Variable, code_list: CodeList, *, whole: bool
    ) -> set[str]:
        """Return the categories that stand in the tree, with all above them."""
        place = layer.key, variable.key
        wanted = {each[2] for each in self._used.categories if each[:2] == place}
        if whole:
            wanted |= {each.key for each in code_list.categories if not each.retired}
        return _with_parents(code_list, wanted)

    def _add_categories(self, place: _Place, kept: set[str]) -> None:
        made: dict[str, tuple[Code, int]] = {}
        for category in top_down(place.code_list):
            if category.key not in kept:
                continue
            parent, depth = made.get(category.parent or "", (place.above, 0))
            if depth >= _DEEPEST:
                parent, depth = place.above, 0
            code = self._category(place, category)
            parent.below.append(code)
            made[category.key] = code, depth + 1
        self._add_sets(place, {key: code for key, (code, _) in made.items()})

    def _category(self, place: _Place, category: Category) -> Code:
        coding = place.layer.key, place.variable.key, category.key
        self.guids[coding] = guid("code", *coding)
        is_offered = place.whole and not category.retired
        return Code(
            self.guids[coding],
            self._free(place.prefix + name_of(category, self._language)),
            is_offered or coding in self._used.categories,
            category.colour if _COLOUR.fullmatch(category.colour) else "",
            self._described(category),
        )

    def _add_sets(self, place: _Place, made: Mapping[str, Code]) -> None:
        for category in place.code_list.categories:
            members = tuple(made[key].guid for key in category.members if key in made)
            if members and category.key in made:
                own = guid("set", place.layer.key, place.variable.key, category.key)
                self.sets.append(CodeSet(own, made[category.key].name, members))

    def _described(self, thing: Category | Layer | Variable) -> str:
        return clean(description(thing.guide, self._language))

    def _free(self, wanted: str) -> str:
        """Return a name that no code has, whatever its capitals."""
        name, number = clean(wanted), 1
        while name.casefold() in self._names:
            number += 1
            name = f"{clean(wanted)} ({number})"
        self._names.add(name.casefold())
        return name


def _with_parents(code_list: CodeList, keys: set[str]) -> set[str]:
    """Return categories with all above them."""
    found: set[str] = set()
    for key in keys:
        above: str | None = key
        while above is not None and above not in found:
            found.add(above)
            above = code_list.category(above).parent
    return found
