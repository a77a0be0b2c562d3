"""The rows of `codebook`: what every code, variable and layer of the dataset means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from workbench.dataset.cells import json_text, missing_words
from workbench.dataset.columns import integer, real, string, told, truth
from workbench.dataset.growing import Grown
from workbench.dataset.layout import LayerTable, Layout, VariableColumns
from workbench.dataset.model import Table
from workbench.dataset.uses import Uses
from workbench.domain.codebook import Attribute, Category, Codebook, CodeList, Guide, Want, Words
from workbench.domain.coded import CodedArticle
from workbench.domain.values import Missing, Scalar

CODEBOOK = (
    *(string("kind", "种类", "kind"), string("belongs_to", "所属", "belongs to")),
    *(
        string("key", "键名", "key"),
        integer("code", "代码", "code"),
        real("score", "分值", "score"),
    ),
    *(string("label_zh", "名称（中文）", "label (Chinese)"),),
    *(string("label_en", "名称（英文）", "label (English)"), string("tables", "表", "tables")),
    *(string("columns", "列", "columns"), string("type", "类型", "type")),
    *(truth("several", "可取多个值", "several"), string("code_list", "代码表", "code list")),
    *(string("requires", "须有属性", "requires"), string("default", "默认值", "default")),
    *(string("complete", "完整的条件", "complete"), string("wants", "补充要求", "wants")),
    *(string("parent", "上级", "parent"), string("members", "成员", "members")),
    *(string("same_as", "对应类目", "twin"), string("aliases", "别名", "aliases")),
    *(string("attributes", "属性", "attributes"),),
    *(string("question_zh", "提问（中文）", "question (Chinese)"),),
    *(string("question_en", "提问（英文）", "question (English)"),),
    *(string("definition_zh", "定义（中文）", "definition (Chinese)"),),
    *(string("definition_en", "定义（英文）", "definition (English)"),),
    *(string("include_zh", "纳入规则（中文）", "include rule (Chinese)"),),
    *(string("include_en", "纳入规则（英文）", "include rule (English)"),),
    *(string("exclude_zh", "排除规则（中文）", "exclude rule (Chinese)"),),
    *(string("exclude_en", "排除规则（英文）", "exclude rule (English)"),),
    *(string("example_zh", "示例（中文）", "example (Chinese)"),),
    *(string("example_en", "示例（英文）", "example (English)"),),
    *(string("source", "出处", "source"), truth("retired", "停用", "retired")),
    integer("n", "编码次数", "times coded"),
)

_Told = Mapping[str, Scalar | None]


class CodebookTable(Grown):
    """Make the rows of `codebook`, with how often everything was coded, when all is known."""

    def __init__(self, codebook: Codebook, layout: Layout, language: str) -> None:
        label = Words("编码手册", "codebook").told(language)
        key = ("kind", "belongs_to", "key")
        super().__init__((Table("codebook", label, told(CODEBOOK, language), key),))
        self._codebook = codebook
        self._layout = layout
        self._uses = Uses(codebook)

    def add(self, coded: CodedArticle) -> None:
        """Count what is coded in an article."""
        self._uses.add(coded)

    def finish(self) -> None:
        """Add a row for each missing value, layer, variable, code list, attribute, category."""
        times = self._uses.times()
        for row in _rows(self._codebook, self._layout):
            kind = str(row["kind"])
            place = kind, str(row.get("belongs_to", "")), str(row["key"])
            n = None if kind in ("code_list", "attribute") else times[place]
            told_ = {**row, "n": n}
            self.rows["codebook"].append(
                tuple(None if (value := told_.get(each.name)) == "" else value for each in CODEBOOK)
            )


def _rows(codebook: Codebook, layout: Layout) -> Iterator[_Told]:
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


def _layer(table: LayerTable) -> _Told:
    layer = table.layer
    return {
        "kind": "layer",
        "key": layer.key,
        **_label(layer.label),
        "tables": table.table.name,
        "columns": _joined(each.name for each in table.coding),
        "type": layer.scope.value,
        "complete": _joined("|".join(clause) for clause in layer.complete),
        "wants": _joined(_want(each) for each in layer.wants),
        **_guide(layer.guide),
        "retired": layer.retired,
    }


def _want(want: Want) -> str:
    return f"{want.variable}={'|'.join(want.categories)}:{'|'.join(want.wanted)}"


def _variable(table: LayerTable, columns: VariableColumns) -> _Told:
    variable = columns.variable
    return {
        "kind": "variable",
        "belongs_to": table.layer.key,
        "key": variable.key,
        **_label(variable.label),
        "tables": _joined(each.name for each in (table.table, columns.long) if each),
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


def _attribute(code_list: CodeList, attribute: Attribute) -> _Told:
    return {
        "kind": "attribute",
        "belongs_to": code_list.key,
        "key": attribute.key,
        **_label(attribute.label),
        "type": attribute.kind.value,
        "code_list": attribute.code_list,
    }


def _category(code_list: CodeList, category: Category) -> _Told:
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


def _label(words: Words) -> _Told:
    return {"label_zh": words.zh, "label_en": words.en}


def _guide(guide: Guide) -> _Told:
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
