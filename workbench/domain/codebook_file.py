"""The codebook as a JSON document: reading and writing.

The format is described by ``schema/codebook.schema.json``; what a schema cannot
say (keys that are unique, parents that exist, no cycles) is checked after reading.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
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
    Want,
    Words,
)
from workbench.domain.codebook_check import check_codebook
from workbench.domain.errors import Refusal
from workbench.domain.text import refuse_unstorable

FORMAT = "pizhu-workbench-codebook"
FORMAT_VERSION = 1

Json = Mapping[str, Any]
_GUIDE_PARTS = ("definition", "include", "exclude", "example")
_CATEGORY_FIELDS = (
    *("key", "code", "score", "zh", "en", "parent", "aliases", "members", "same_as"),
    *("attributes", "guide", "source", "colour", "shortcut", "retired", "patterns"),
)
_LAYER_FIELDS = (
    *("key", "label", "scope", "shape", "shortcut", "guide"),
    *("complete", "wants", "variables", "retired"),
)
_VARIABLE_FIELDS = (
    *("key", "kind", "label", "code_list", "several", "requires", "question", "guide"),
    *("default", "folded", "retired"),
)


class CodebookUnreadable(Refusal):
    """A codebook file is no JSON of the right form."""

    sentence = "“{name}” is not a codebook: {detail}. Mend the file, or start from the starter."


class CodebookTooNew(Refusal):
    """A codebook file was written by a newer program."""

    sentence = "“{name}” was written by a newer Workbench (format {found}); update the program."


def parse_codebook(text: str, name: str) -> Codebook:
    """Return the codebook written in `text`; `name` is the file's name for messages.

    Raises:
        CodebookUnreadable, CodebookTooNew, CodebookInconsistent
    """
    codebook = written_codebook(text, name)
    check_codebook(codebook)
    return codebook


def written_codebook(text: str, name: str) -> Codebook:
    """Return the codebook as it is written in `text`, whether or not it holds together.

    Raises:
        CodebookUnreadable, CodebookTooNew
    """
    try:
        data = json.loads(text.removeprefix("\ufeff"))
        _check_format(data, name)
        return _codebook(data)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise CodebookUnreadable(name=name, detail=_told(error)) from error


def _check_format(data: Any, name: str) -> None:
    if not isinstance(data, dict) or cast("Json", data).get("format") != FORMAT:
        raise ValueError(f"its format is not {FORMAT}")
    found = cast("Json", data).get("format_version")
    if type(found) is not int or found < 1:
        raise ValueError("its format version is no number")
    if found > FORMAT_VERSION:
        raise CodebookTooNew(name=name, found=found)


def _told(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"“{error.args[0]}” is missing"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return str(error)


def _codebook(data: Json) -> Codebook:
    _only(data, "format", "format_version", "name", "code_lists", "layers")
    return Codebook(
        name=_words(data["name"]),
        code_lists=tuple(_code_list(each) for each in _items(data["code_lists"])),
        layers=tuple(_layer(each) for each in _items(data["layers"])),
    )


def _only(data: Any, *fields: str) -> None:
    """Refuse what is no object, and any field that would be dropped unread."""
    if not isinstance(data, dict):
        raise TypeError(f"an object is expected, not {_shown(data)}")
    unknown = set(cast("Json", data)) - set(fields)
    if unknown:
        raise ValueError(f"the field “{min(unknown)}” is not known")


def _items(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise TypeError(f"a list is expected, not {_shown(data)}")
    return cast("list[Any]", data)


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise TypeError(f"a text is expected, not {_shown(data)}")
    try:
        refuse_unstorable(data)
    except Refusal as error:
        raise ValueError(str(error)) from error
    return data


def _flag(data: Any) -> bool:
    if not isinstance(data, bool):
        raise TypeError(f"true or false is expected, not {_shown(data)}")
    return data


def _code(data: Any) -> int:
    if type(data) is not int or abs(data) >= 2**31:
        raise TypeError(f"a whole number below 2³¹ is expected, not {_shown(data)}")
    return data


def _number(data: Any) -> float:
    if isinstance(data, bool) or not isinstance(data, (int, float)) or not math.isfinite(data):
        raise TypeError(f"a number is expected, not {_shown(data)}")
    return float(data)


def _shown(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)[:40]


def _optional(data: Json, field: str) -> str | None:
    return _text(data[field]) if data.get(field) is not None else None


def _texts(data: Any) -> tuple[str, ...]:
    return tuple(_text(each) for each in _items(data))


def _words(data: Any) -> Words:
    _only(data, "zh", "en")
    return Words(zh=_text(data.get("zh", "")), en=_text(data.get("en", "")))


def _guide(data: Any) -> Guide:
    _only(data, *_GUIDE_PARTS)
    return Guide(*(_words(data.get(name, {})) for name in _GUIDE_PARTS))


def _code_list(data: Json) -> CodeList:
    _only(data, "key", "label", "guide", "ordered", "attributes", "categories")
    return CodeList(
        key=_text(data["key"]),
        label=_words(data.get("label", {})),
        guide=_guide(data.get("guide", {})),
        attributes=tuple(_attribute(each) for each in _items(data.get("attributes", []))),
        categories=tuple(_category(each) for each in _items(data["categories"])),
        ordered=_flag(data.get("ordered", False)),
    )


def _attribute(data: Json) -> Attribute:
    _only(data, "key", "kind", "label", "code_list")
    return Attribute(
        key=_text(data["key"]),
        kind=Kind(_text(data["kind"])),
        label=_words(data.get("label", {})),
        code_list=_optional(data, "code_list"),
    )


def _category(data: Json) -> Category:
    _only(data, *_CATEGORY_FIELDS)
    score = data.get("score")
    return Category(
        key=_text(data["key"]),
        code=_code(data["code"]),
        label=Words(zh=_text(data.get("zh", "")), en=_text(data.get("en", ""))),
        score=None if score is None else _number(score),
        parent=_optional(data, "parent"),
        aliases=_texts(data.get("aliases", [])),
        members=_texts(data.get("members", [])),
        same_as=_optional(data, "same_as"),
        attributes=_attribute_values(data.get("attributes", {})),
        guide=_guide(data.get("guide", {})),
        source=_text(data.get("source", "")),
        colour=_text(data.get("colour", "")),
        shortcut=_text(data.get("shortcut", "")),
        retired=_flag(data.get("retired", False)),
        patterns=_texts(data.get("patterns", [])),
    )


def _attribute_values(data: Any) -> dict[str, AttributeValue]:
    if not isinstance(data, dict):
        raise TypeError(f"an object is expected, not {_shown(data)}")
    return {_text(key): _attribute_value(value) for key, value in cast("Json", data).items()}


def _attribute_value(data: Any) -> AttributeValue:
    if isinstance(data, (bool, int, float)):
        return data
    return _text(data)


def _layer(data: Json) -> Layer:
    _only(data, *_LAYER_FIELDS)
    return Layer(
        key=_text(data["key"]),
        label=_words(data.get("label", {})),
        scope=Scope(_text(data["scope"])),
        variables=tuple(_variable(each) for each in _items(data["variables"])),
        complete=tuple(_texts(clause) for clause in _items(data.get("complete", []))),
        shape=_text(data.get("shape", "thin_line")),
        shortcut=_text(data.get("shortcut", "")),
        guide=_guide(data.get("guide", {})),
        retired=_flag(data.get("retired", False)),
        wants=tuple(_want(each) for each in _items(data.get("wants", []))),
    )


def _want(data: Json) -> Want:
    _only(data, "variable", "categories", "wanted")
    return Want(_text(data["variable"]), _texts(data["categories"]), _texts(data["wanted"]))


def _variable(data: Json) -> Variable:
    _only(data, *_VARIABLE_FIELDS)
    return Variable(
        key=_text(data["key"]),
        kind=Kind(_text(data["kind"])),
        label=_words(data.get("label", {})),
        code_list=_optional(data, "code_list"),
        several=_flag(data.get("several", False)),
        requires=_optional(data, "requires"),
        question=_words(data.get("question", {})),
        guide=_guide(data.get("guide", {})),
        default=_text(data.get("default", "")),
        folded=_flag(data.get("folded", False)),
        retired=_flag(data.get("retired", False)),
    )


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
            "ordered": code_list.ordered,
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
            "patterns": list(category.patterns),
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
            "wants": [_want_json(want) for want in layer.wants],
            "retired": layer.retired,
        }
    ) | {"shape": layer.shape, "variables": [_variable_json(each) for each in layer.variables]}


def _want_json(want: Want) -> dict[str, Any]:
    categories, wanted = list(want.categories), list(want.wanted)
    return {"variable": want.variable, "categories": categories, "wanted": wanted}


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
