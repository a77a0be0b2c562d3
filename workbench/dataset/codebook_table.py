"""The lines of `codebook.csv`: what every code, variable and layer of the dataset means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from workbench.dataset.cells import json_text, line, missing_words
from workbench.dataset.layout import LayerTable, Layout, VariableColumns
from workbench.domain.codebook import Attribute, Category, Codebook, CodeList, Guide, Want, Words
from workbench.domain.values import Missing, Scalar

CODEBOOK_FILE = "codebook.csv"
CODEBOOK = (
    *("kind", "belongs_to", "key", "code", "score", "label_zh", "label_en"),
    *(
        "file",
        "columns",
        "type",
        "several",
        "code_list",
        "requires",
        "default",
        "complete",
        "wants",
    ),
    *("parent", "members", "same_as", "aliases", "attributes"),
    *("question_zh", "question_en", "definition_zh", "definition_en", "include_zh", "include_en"),
    *("exclude_zh", "exclude_en", "example_zh", "example_en", "source", "retired"),
)

_Row = Mapping[str, Scalar | None]


def codebook_lines(codebook: Codebook, layout: Layout) -> Iterator[str]:
    """Yield a line for each missing value, layer, variable, code list, attribute and category."""
    for row in _rows(codebook, layout):
        yield line(*(row.get(name) for name in CODEBOOK))


def _rows(codebook: Codebook, layout: Layout) -> Iterator[_Row]:
    for missing in Missing:
        words = missing_words(missing)
        key = missing.name.lower()
        yield {"kind": "missing", "key": key, "code": int(missing), **_label(words)}
    for table in layout.layers:
        yield _layer(table)
        yield from (_variable(table, each) for each in table.variables)
    for code_list in codebook.code_lists:
        yield {
            "kind": "code_list",
            "key": code_list.key,
            **_label(code_list.label),
            **_guide(code_list.guide),
        }
        yield from (_attribute(code_list, each) for each in code_list.attributes)
        yield from (_category(code_list, each) for each in code_list.categories)


def _layer(table: LayerTable) -> _Row:
    layer = table.layer
    return {
        "kind": "layer",
        "key": layer.key,
        **_label(layer.label),
        "file": table.file,
        "columns": _joined(table.coding),
        "type": layer.scope.value,
        "complete": _joined("|".join(clause) for clause in layer.complete),
        "wants": _joined(_want(each) for each in layer.wants),
        **_guide(layer.guide),
        "retired": layer.retired,
    }


def _want(want: Want) -> str:
    return f"{want.variable}={'|'.join(want.categories)}:{'|'.join(want.wanted)}"


def _variable(table: LayerTable, columns: VariableColumns) -> _Row:
    variable = columns.variable
    return {
        "kind": "variable",
        "belongs_to": table.layer.key,
        "key": variable.key,
        **_label(variable.label),
        "file": _joined(name for name in (table.file, columns.long_file) if name),
        "columns": _joined(columns.names),
        "type": variable.kind.value,
        "several": variable.several,
        "code_list": variable.code_list,
        "requires": variable.requires,
        "default": variable.default,
        "question_zh": variable.question.zh,
        "question_en": variable.question.en,
        **_guide(variable.guide),
        "retired": variable.retired,
    }


def _attribute(code_list: CodeList, attribute: Attribute) -> _Row:
    return {
        "kind": "attribute",
        "belongs_to": code_list.key,
        "key": attribute.key,
        **_label(attribute.label),
        "type": attribute.kind.value,
        "code_list": attribute.code_list,
    }


def _category(code_list: CodeList, category: Category) -> _Row:
    return {
        "kind": "category",
        "belongs_to": code_list.key,
        "key": category.key,
        "code": category.code,
        "score": category.score,
        **_label(category.label),
        "parent": category.parent,
        "members": _joined(category.members),
        "same_as": category.same_as,
        "aliases": json_text(category.aliases) if category.aliases else "",
        "attributes": json_text(dict(category.attributes)) if category.attributes else "",
        **_guide(category.guide),
        "source": category.source,
        "retired": category.retired,
    }


def _joined(names: Iterable[str]) -> str:
    return ";".join(names)


def _label(words: Words) -> _Row:
    return {"label_zh": words.zh, "label_en": words.en}


def _guide(guide: Guide) -> _Row:
    parts = (
        ("definition", guide.definition),
        ("include", guide.include),
        ("exclude", guide.exclude),
        ("example", guide.example),
    )
    return {
        f"{name}_{language}": told
        for name, words in parts
        for language, told in (("zh", words.zh), ("en", words.en))
    }
