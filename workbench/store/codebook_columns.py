"""What the tables of the codebook hold of its parts, without ids, order, and what they name."""

from __future__ import annotations

import json
from typing import Any

from workbench.domain.codebook import Attribute, Category, CodeList, Guide, Layer, Variable, Words

GUIDE_PARTS = ("definition", "include", "exclude", "example")


def list_columns(code_list: CodeList) -> dict[str, Any]:
    """Return the columns of a code list."""
    return {
        "key": code_list.key,
        **_label(code_list.label),
        **_guide(code_list.guide),
        "ordered": int(code_list.ordered),
    }


def attribute_columns(attribute: Attribute) -> dict[str, Any]:
    """Return the columns of an attribute."""
    return {"key": attribute.key, "kind": attribute.kind.value, **_label(attribute.label)}


def category_columns(category: Category) -> dict[str, Any]:
    """Return the columns of a category."""
    return {
        "key": category.key,
        "code": category.code,
        "score": category.score,
        **_label(category.label),
        **_guide(category.guide),
        "source": category.source,
        "colour": category.colour,
        "shortcut": category.shortcut,
        "retired": int(category.retired),
    }


def layer_columns(layer: Layer) -> dict[str, Any]:
    """Return the columns of a layer."""
    return {
        "key": layer.key,
        **_label(layer.label),
        **_guide(layer.guide),
        "scope": layer.scope.value,
        "shape": layer.shape,
        "shortcut": layer.shortcut,
        "complete": json.dumps([list(clause) for clause in layer.complete]),
        "retired": int(layer.retired),
        "wants": _wants(layer),
    }


def _wants(layer: Layer) -> str:
    wants = [[each.variable, each.categories, each.wanted] for each in layer.wants]
    return json.dumps(wants, ensure_ascii=False)


def variable_columns(variable: Variable) -> dict[str, Any]:
    """Return the columns of a variable."""
    return {
        "key": variable.key,
        "kind": variable.kind.value,
        **_label(variable.label),
        **_guide(variable.guide),
        "question_zh": variable.question.zh,
        "question_en": variable.question.en,
        "several": int(variable.several),
        "requires": variable.requires or "",
        "default_value": variable.default,
        "folded": int(variable.folded),
        "retired": int(variable.retired),
    }


def _label(label: Words) -> dict[str, str]:
    return {"label_zh": label.zh, "label_en": label.en}


def _guide(guide: Guide) -> dict[str, str]:
    row: dict[str, str] = {}
    for part in GUIDE_PARTS:
        words: Words = getattr(guide, part)
        row[f"{part}_zh"], row[f"{part}_en"] = words.zh, words.en
    return row
