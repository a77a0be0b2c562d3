"""What differs between two codebooks, thing by thing, to be told in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.domain.annotation import Annotation
from workbench.domain.codebook import (
    Attribute,
    Category,
    Codebook,
    CodeList,
    Guide,
    Layer,
    Variable,
    Words,
)
from workbench.domain.codebook_edit.edited import Renamed

Told = Words | str
_Thing = CodeList | Category | Attribute | Layer | Variable
_RULES = ("definition", "include", "exclude")


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference.

    `kind` is added, removed, renamed, retired, restored, reordered, set, cleared or changed;
    `thing` is codebook, list, category, attribute, layer or variable; `path` names it, what it
    lies in first. Of a changed field there are its name and what it held before and after.
    """

    kind: str
    thing: str
    path: tuple[Words, ...]
    field: str = ""
    before: Told = ""
    after: Told = ""


def differences(old: Codebook, new: Codebook, renamed: Renamed | None = None) -> list[Difference]:
    """Return what differs; `renamed` tells what has another key in `new`."""
    return list(_Telling(old, new, renamed or Renamed()).all())


class _Telling:
    def __init__(self, old: Codebook, new: Codebook, renamed: Renamed) -> None:
        self._old, self._new, self._renamed = old, new, renamed

    def all(self) -> Iterator[Difference]:
        """Yield the differences: the name, code lists with categories, layers with variables."""
        name = {"name_zh": self._new.name.zh, "name_en": self._new.name.en}
        was = {"name_zh": self._old.name.zh, "name_en": self._old.name.en}
        yield from _fields("codebook", (), was, name)
        r = self._renamed
        lists = dict(r.lists)
        yield from self._things("list", (), self._old.code_lists, self._new.code_lists, lists)
        for code_list in self._new.code_lists:
            known = self._old.lists_by_key.get(r.lists.get(code_list.key, code_list.key))
            if known:
                yield from self._in_list(known, code_list)
        yield from self._things("layer", (), self._old.layers, self._new.layers, dict(r.layers))
        for layer in self._new.layers:
            known_layer = self._old.layers_by_key.get(r.layers.get(layer.key, layer.key))
            if known_layer:
                keys = _within(r.variables, layer.key)
                path = (_name(layer),)
                yield from self._things(
                    "variable", path, known_layer.variables, layer.variables, keys
                )

    def _in_list(self, old: CodeList, new: CodeList) -> Iterator[Difference]:
        path = (_name(new),)
        keys = _within(self._renamed.attributes, new.key)
        yield from self._things("attribute", path, old.attributes, new.attributes, keys)
        keys = _within(self._renamed.categories, new.key)
        yield from self._things("category", path, old.categories, new.categories, keys)

    def _things(
        self,
        thing: str,
        path: tuple[Words, ...],
        old: Sequence[_Thing],
        new: Sequence[_Thing],
        keys: Mapping[str, str],
    ) -> Iterator[Difference]:
        """Yield how the things of one place differ; `keys` are old keys by new ones."""
        before = {each.key: each for each in old}
        order: list[str] = []
        for each in new:
            was = before.pop(keys.get(each.key, each.key), None)
            here = (*path, _name(each))
            if was is None:
                yield Difference("added", thing, here)
                continue
            order.append(was.key)
            yield from _between(thing, here, was, each)
        for gone in before.values():
            yield Difference("removed", thing, (*path, _name(gone)))
        if order != [each.key for each in old if each.key not in before]:
            yield Difference("reordered", thing, path)


def _within(renamed: Mapping[tuple[str, str], str], place: str) -> dict[str, str]:
    return {new: old for (within, new), old in renamed.items() if within == place}


def _name(thing: _Thing) -> Words:
    return thing.label if thing.label.zh or thing.label.en else Words(thing.key, thing.key)


def _between(thing: str, path: tuple[Words, ...], old: _Thing, new: _Thing) -> Iterator[Difference]:
    if old == new:
        return
    if old.key != new.key:
        yield Difference("renamed", thing, path, "key", old.key, new.key)
    was, is_now = (getattr(each, "retired", False) for each in (old, new))
    if was is not is_now:
        yield Difference("retired" if is_now else "restored", thing, path)
    yield from _fields(thing, path, _told(old), _told(new))


def _fields(
    thing: str, path: tuple[Words, ...], old: Mapping[str, Told], new: Mapping[str, Told]
) -> Iterator[Difference]:
    for name, after in new.items():
        before = old[name]
        if before != after:
            kind = "changed" if before and after else "set" if after else "cleared"
            yield Difference(kind, thing, path, name, before, after)


def _told(thing: _Thing) -> dict[str, Told]:
    """Return the fields of a thing as they are told, but for its key and whether it is retired."""
    label = {"label_zh": thing.label.zh, "label_en": thing.label.en}
    match thing:
        case CodeList():
            return {**label, **_guide(thing.guide), "ordered": _flag(thing.ordered)}
        case Attribute():
            return {**label, "kind": thing.kind.value, "code_list": thing.code_list or ""}
        case Category():
            return {**label, **_guide(thing.guide), **_category(thing)}
        case Layer():
            return {**label, **_guide(thing.guide), **_layer(thing)}
        case Variable():
            return {**label, **_guide(thing.guide), **_variable(thing)}


def _guide(guide: Guide) -> dict[str, Told]:
    parts = {
        "definition": guide.definition,
        "include": guide.include,
        "exclude": guide.exclude,
        "example": guide.example,
    }
    return {
        f"{name}_{language}": text
        for name, words in parts.items()
        for language, text in (("zh", words.zh), ("en", words.en))
    }


def _flag(value: bool) -> Told:
    return Words("是", "yes") if value else ""


def _joined(texts: Iterable[str]) -> str:
    return " | ".join(texts)


def _category(each: Category) -> dict[str, Told]:
    return {
        "code": str(each.code),
        "score": "" if each.score is None else f"{each.score:g}",
        "parent": each.parent or "",
        "aliases": _joined(each.aliases),
        "patterns": _joined(each.patterns),
        "members": _joined(each.members),
        "same_as": each.same_as or "",
        "attributes": _json(dict(each.attributes)) if each.attributes else "",
        "source": each.source,
        "colour": each.colour,
        "shortcut": each.shortcut,
    }


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _layer(each: Layer) -> dict[str, Told]:
    wants = (
        f"{want.variable}={'|'.join(want.categories)} → {'|'.join(want.wanted)}"
        for want in each.wants
    )
    return {
        "scope": each.scope.value,
        "complete": "; ".join("|".join(clause) for clause in each.complete),
        "wants": "; ".join(wants),
        "shape": each.shape,
        "shortcut": each.shortcut,
    }


def _variable(each: Variable) -> dict[str, Told]:
    return {
        "question_zh": each.question.zh,
        "question_en": each.question.en,
        "kind": each.kind.value,
        "code_list": each.code_list or "",
        "several": _flag(each.several),
        "requires": each.requires or "",
        "default": each.default,
        "folded": _flag(each.folded),
    }


# --- what calls for another look ----------------------------------------------


@dataclass(frozen=True, slots=True)
class ChangedRules:
    """What is defined, included or excluded otherwise, by the keys that it has now."""

    layers: frozenset[str] = frozenset()
    variables: frozenset[tuple[str, str]] = frozenset()
    categories: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.layers or self.variables or self.categories)

    def concerning(self, codebook: Codebook, annotation: Annotation) -> tuple[str, ...]:
        """Return the places of that among it which an annotation names."""
        layer, found = codebook.layer(annotation.layer), list[str]()
        if layer.key in self.layers:
            found.append(layer.key)
        for key, scalars in annotation.values.items():
            if (layer.key, key) in self.variables:
                found.append(f"{layer.key}.{key}")
            of_list = layer.variable(key).code_list or ""
            named = (str(each) for each in scalars if (of_list, str(each)) in self.categories)
            found += (f"{of_list}:{each}" for each in named)
        return tuple(dict.fromkeys(found))


def changed_rules(old: Codebook, new: Codebook, renamed: Renamed) -> ChangedRules:
    """Return what has other rules in `new`; what is new itself was coded under these."""
    found = ChangedRules()
    for layer in new.layers:
        was = old.layers_by_key.get(renamed.layers.get(layer.key, layer.key))
        if was is None:
            continue
        if not _same_rules(was.guide, layer.guide):
            found = replace(found, layers=found.layers | {layer.key})
        variables = {(layer.key, key) for key in _other_variables(was, layer, renamed)}
        found = replace(found, variables=found.variables | variables)
    categories: set[tuple[str, str]] = set()
    for code_list in new.code_lists:
        of_list = old.lists_by_key.get(renamed.lists.get(code_list.key, code_list.key))
        for each in code_list.categories if of_list else ():
            key = renamed.categories.get((code_list.key, each.key), each.key)
            known = of_list.by_key.get(key) if of_list else None
            if known is not None and not _same_rules(known.guide, each.guide):
                categories.add((code_list.key, each.key))
    return replace(found, categories=frozenset(categories))


def _other_variables(old: Layer, new: Layer, renamed: Renamed) -> Iterator[str]:
    for each in new.variables:
        known = old.by_key.get(renamed.variables.get((new.key, each.key), each.key))
        if known is None:
            continue
        if known.question != each.question or not _same_rules(known.guide, each.guide):
            yield each.key


def _same_rules(old: Guide, new: Guide) -> bool:
    return all(getattr(old, name) == getattr(new, name) for name in _RULES)
