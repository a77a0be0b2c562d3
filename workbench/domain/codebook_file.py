"""The codebook as a JSON document: reading, checking, writing.

The format is described by ``schema/codebook.schema.json``; what a schema cannot
say (keys that are unique, parents that exist, no cycles) is checked here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from workbench.domain.codebook import (
    Attribute,
    AttributeValue,
    Category,
    Codebook,
    CodeList,
    Guide,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
)
from workbench.domain.errors import Refusal

FORMAT = "pizhu-workbench-codebook"
FORMAT_VERSION = 1

Json = Mapping[str, Any]
_GUIDE_PARTS = ("definition", "include", "exclude", "example")


class CodebookUnreadable(Refusal):
    """A codebook file is no JSON of the right form."""

    sentence = "“{name}” is not a codebook: {detail}. Mend the file, or start from the starter."


class CodebookTooNew(Refusal):
    """A codebook file was written by a newer program."""

    sentence = "“{name}” was written by a newer Workbench (format {found}); update the program."


class CodebookInconsistent(Refusal):
    """A codebook contradicts itself."""

    sentence = "The codebook contradicts itself at {place}: {detail}. Mend the file and try again."


def parse_codebook(text: str, name: str) -> Codebook:
    """Return the codebook written in `text`; `name` is the file's name for messages.

    Raises:
        CodebookUnreadable, CodebookTooNew, CodebookInconsistent
    """
    try:
        data = json.loads(text)
        if not isinstance(data, dict) or cast(Json, data).get("format") != FORMAT:
            raise CodebookUnreadable(name=name, detail=f"its format is not {FORMAT}")
        found = cast(Json, data).get("format_version")
        if not isinstance(found, int) or found > FORMAT_VERSION:
            raise CodebookTooNew(name=name, found=found)
        codebook = _codebook(cast(Json, data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CodebookUnreadable(name=name, detail=f"{type(error).__name__} {error}") from error
    check_codebook(codebook)
    return codebook


def _codebook(data: Json) -> Codebook:
    return Codebook(
        name=_words(data["name"]),
        code_lists=tuple(_code_list(each) for each in data["code_lists"]),
        layers=tuple(_layer(each) for each in data["layers"]),
    )


def _words(data: Any) -> Words:
    if data is None:
        return Words()
    return Words(zh=str(data.get("zh", "")), en=str(data.get("en", "")))


def _guide(data: Json) -> Guide:
    return Guide(*(_words(data.get(name)) for name in _GUIDE_PARTS))


def _code_list(data: Json) -> CodeList:
    return CodeList(
        key=data["key"],
        label=_words(data["label"]),
        guide=_guide(data.get("guide", {})),
        attributes=tuple(_attribute(each) for each in data.get("attributes", ())),
        categories=tuple(_category(each) for each in data["categories"]),
    )


def _attribute(data: Json) -> Attribute:
    return Attribute(data["key"], Kind(data["kind"]), _words(data["label"]), data.get("code_list"))


def _category(data: Json) -> Category:
    score = data.get("score")
    return Category(
        key=data["key"],
        code=int(data["code"]),
        label=Words(zh=data.get("zh", ""), en=data.get("en", "")),
        score=None if score is None else float(score),
        parent=data.get("parent"),
        aliases=tuple(data.get("aliases", ())),
        members=tuple(data.get("members", ())),
        same_as=data.get("same_as"),
        attributes=dict(data.get("attributes", {})),
        guide=_guide(data.get("guide", {})),
        source=data.get("source", ""),
        colour=data.get("colour", ""),
        shortcut=data.get("shortcut", ""),
        retired=bool(data.get("retired", False)),
    )


def _layer(data: Json) -> Layer:
    return Layer(
        key=data["key"],
        label=_words(data["label"]),
        scope=Scope(data["scope"]),
        variables=tuple(_variable(each) for each in data["variables"]),
        complete=tuple(tuple(clause) for clause in data.get("complete", ())),
        shape=data.get("shape", "thin_line"),
        shortcut=data.get("shortcut", ""),
        guide=_guide(data.get("guide", {})),
        retired=bool(data.get("retired", False)),
    )


def _variable(data: Json) -> Variable:
    return Variable(
        key=data["key"],
        kind=Kind(data["kind"]),
        label=_words(data["label"]),
        code_list=data.get("code_list"),
        several=bool(data.get("several", False)),
        requires=data.get("requires"),
        question=_words(data.get("question")),
        guide=_guide(data.get("guide", {})),
        default=str(data.get("default", "")),
        folded=bool(data.get("folded", False)),
        retired=bool(data.get("retired", False)),
    )


# --- consistency ------------------------------------------------------------


def check_codebook(codebook: Codebook) -> None:
    """Raise CodebookInconsistent at the first thing that cannot be right."""
    _unique("code lists", (each.key for each in codebook.code_lists))
    _unique("layers", (each.key for each in codebook.layers))
    for code_list in codebook.code_lists:
        _check_list(codebook, code_list)
    for layer in codebook.layers:
        _check_layer(codebook, layer)


def _wrong(place: str, detail: str) -> CodebookInconsistent:
    return CodebookInconsistent(place=place, detail=detail)


def _unique(place: str, keys: Iterable[object]) -> None:
    seen: set[object] = set()
    for key in keys:
        if key in seen or key == "":
            raise _wrong(place, f"the key “{key}” is empty or stands twice")
        seen.add(key)


def _check_list(codebook: Codebook, code_list: CodeList) -> None:
    _unique(code_list.key, (each.key for each in code_list.categories))
    _unique(f"{code_list.key} codes", (each.code for each in code_list.categories))
    declared = {each.key for each in code_list.attributes}
    for attribute in code_list.attributes:
        _check_list_named(codebook, f"{code_list.key}.{attribute.key}", attribute)
    for category in code_list.categories:
        place = f"{code_list.key}:{category.key}"
        named = [*category.members, *([category.parent] if category.parent else [])]
        for key in named:
            if key not in code_list.by_key:
                raise _wrong(place, f"“{key}” is not in the list")
        undeclared = set(category.attributes) - declared
        if undeclared:
            raise _wrong(place, f"the attribute “{sorted(undeclared)[0]}” is not declared")
        _check_twin(codebook, place, category.same_as)
    _check_no_cycle(code_list, lambda each: (each.parent,) if each.parent else ())
    _check_no_cycle(code_list, lambda each: each.members)


def _check_twin(codebook: Codebook, place: str, same_as: str | None) -> None:
    if same_as is None:
        return
    list_key, _, key = same_as.partition(":")
    code_list = codebook.lists_by_key.get(list_key)
    if code_list is None or key not in code_list.by_key:
        raise _wrong(place, f"its twin “{same_as}” does not exist")


def _check_no_cycle(code_list: CodeList, following: Callable[[Category], tuple[str, ...]]) -> None:
    done: set[str] = set()
    for start in code_list.by_key:
        path: dict[str, None] = {}
        stack = [(start, False)]
        while stack:
            key, left = stack.pop()
            if left:
                path.pop(key, None)
                done.add(key)
            elif key in path:
                raise _wrong(f"{code_list.key}:{key}", "it is above or inside itself")
            elif key not in done:
                path[key] = None
                stack.append((key, True))
                stack.extend((each, False) for each in following(code_list.by_key[key]))


def _check_layer(codebook: Codebook, layer: Layer) -> None:
    _unique(layer.key, (each.key for each in layer.variables))
    for clause in layer.complete:
        for key in clause:
            if key not in layer.by_key:
                raise _wrong(layer.key, f"“{key}” in its rule of completeness is no variable")
    for variable in layer.variables:
        place = f"{layer.key}.{variable.key}"
        _check_list_named(codebook, place, variable)
        if variable.requires:
            attributes = codebook.code_list(variable.code_list or "").attributes
            if variable.requires not in {each.key for each in attributes}:
                raise _wrong(place, f"the attribute “{variable.requires}” is not declared")


def _check_list_named(codebook: Codebook, place: str, field: Variable | Attribute) -> None:
    if (field.kind is Kind.CATEGORY) != (field.code_list is not None):
        raise _wrong(place, "a category, and only a category, names its code list")
    if field.code_list is not None and field.code_list not in codebook.lists_by_key:
        raise _wrong(place, f"there is no code list “{field.code_list}”")


# --- writing ----------------------------------------------------------------


def write_codebook(codebook: Codebook) -> str:
    """Return the codebook as JSON, one category a line, defaults left out."""
    lists = ",\n".join(_list_text(each) for each in codebook.code_lists)
    layers = ",\n".join(
        _indented(json.dumps(_layer_json(each), ensure_ascii=False, indent=1))
        for each in codebook.layers
    )
    head = {"format": FORMAT, "format_version": FORMAT_VERSION, "name": _words_json(codebook.name)}
    opening = json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    return f'{opening},\n "code_lists": [\n{lists}\n ],\n "layers": [\n{layers}\n ]\n}}\n'


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))


def _list_text(code_list: CodeList) -> str:
    head = _pruned(
        {
            "key": code_list.key,
            "label": _words_json(code_list.label),
            "guide": _guide_json(code_list.guide),
            "attributes": [_attribute_json(each) for each in code_list.attributes],
        }
    )
    opening = json.dumps(head, ensure_ascii=False)[:-1]
    rows = ",\n".join(
        "   " + json.dumps(_category_json(each), ensure_ascii=False)
        for each in code_list.categories
    )
    body = f"\n{rows}\n  " if rows else ""
    return f'  {opening}, "categories": [{body}]}}'


def _pruned(data: dict[str, Any]) -> dict[str, Any]:
    """Return `data` without what is empty, so that defaults are not written."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {}, False)}


def _words_json(words: Words) -> dict[str, Any]:
    return _pruned({"zh": words.zh, "en": words.en})


def _guide_json(guide: Guide) -> dict[str, Any]:
    return _pruned({name: _words_json(getattr(guide, name)) for name in _GUIDE_PARTS})


def _attribute_json(attribute: Attribute) -> dict[str, Any]:
    return _pruned(
        {
            "key": attribute.key,
            "kind": attribute.kind.value,
            "label": _words_json(attribute.label),
            "code_list": attribute.code_list,
        }
    )


def _category_json(category: Category) -> dict[str, Any]:
    attributes: dict[str, AttributeValue] = dict(category.attributes)
    head: dict[str, Any] = {"key": category.key, "code": category.code}
    rest = _pruned(
        {
            "zh": category.label.zh,
            "en": category.label.en,
            "parent": category.parent,
            "aliases": list(category.aliases),
            "members": list(category.members),
            "same_as": category.same_as,
            "attributes": attributes,
            "guide": _guide_json(category.guide),
            "source": category.source,
            "colour": category.colour,
            "shortcut": category.shortcut,
            "retired": category.retired,
        }
    )
    score = {} if category.score is None else {"score": category.score}
    return head | score | rest


def _layer_json(layer: Layer) -> dict[str, Any]:
    return _pruned(
        {
            "key": layer.key,
            "label": _words_json(layer.label),
            "scope": layer.scope.value,
            "shortcut": layer.shortcut,
            "guide": _guide_json(layer.guide),
            "complete": [list(clause) for clause in layer.complete],
            "retired": layer.retired,
        }
    ) | {"shape": layer.shape, "variables": [_variable_json(each) for each in layer.variables]}


def _variable_json(variable: Variable) -> dict[str, Any]:
    return _pruned(
        {
            "key": variable.key,
            "kind": variable.kind.value,
            "label": _words_json(variable.label),
            "code_list": variable.code_list,
            "several": variable.several,
            "requires": variable.requires,
            "question": _words_json(variable.question),
            "guide": _guide_json(variable.guide),
            "default": variable.default,
            "folded": variable.folded,
            "retired": variable.retired,
        }
    )
