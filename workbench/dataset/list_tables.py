"""The rows of the code lists' tables: a row a category, with all that is told of it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.dataset.categories import line_of
from workbench.dataset.category_columns import CategoryColumns
from workbench.dataset.cells import json_text
from workbench.dataset.columns import integer, names_of, string, told, truth
from workbench.dataset.growing import Grown
from workbench.dataset.layout import Layout
from workbench.dataset.model import Row, Table
from workbench.dataset.names import Names
from workbench.domain.codebook import Category, Codebook, CodeList, Words
from workbench.domain.coded import CodedArticle

#: The columns that every code list's table ends with.
LISTS_END = (
    *(string("label_zh", "名称（中文）", "label (Chinese)"),),
    *(string("label_en", "名称（英文）", "label (English)"), integer("depth", "层级", "depth")),
    *(string("path", "路径", "path"), string("members", "成员", "members")),
    *(string("same_as", "对应类目", "twin"), string("aliases", "别名", "aliases")),
    string("definition_zh", "定义（中文）", "definition (Chinese)"),
    string("definition_en", "定义（英文）", "definition (English)"),
    *(string("source", "出处", "source"), truth("retired", "停用", "retired")),
)


class ListTables(Grown):
    """Make the rows of every code list's table."""

    def __init__(self, codebook: Codebook, layout: Layout, language: str) -> None:
        self._language = language
        self._codebook = codebook
        self._lists: dict[str, tuple[CodeList, CategoryColumns]] = {}
        tables: list[Table] = []
        for code_list in codebook.code_lists:
            columns = self._columns(code_list)
            name = layout.lists[code_list.key]
            self._lists[name] = code_list, columns
            tables.append(self._table(name, code_list, columns))
        super().__init__(tables)

    def _columns(self, code_list: CodeList) -> CategoryColumns:
        names = _ListNames(names_of(LISTS_END))
        label = Words("类目", "category").told(self._language)
        return CategoryColumns(self._codebook, code_list, "category", label, self._language, names)

    def _table(self, name: str, code_list: CodeList, columns: CategoryColumns) -> Table:
        title = Words("代码表：{}", "code list: {}").told(self._language)
        label = title.format(code_list.label.told(self._language) or code_list.key)
        return Table(
            name, label, (*columns.columns, *told(LISTS_END, self._language)), ("category",)
        )

    def add(self, coded: CodedArticle) -> None:
        """Take nothing from articles."""

    def finish(self) -> None:
        """Add a row for each category, in order."""
        for name, (code_list, columns) in self._lists.items():
            for category in code_list.categories:
                ((cells, _),) = columns.rows(category.key)
                self.rows[name].append((*cells, *self._end(code_list, category)))

    def _end(self, code_list: CodeList, category: Category) -> Row:
        line = list(line_of(code_list, category.key))
        path = [code_list.by_key[key].label.told(self._language) or key for key in reversed(line)]
        definition = category.guide.definition
        texts: Sequence[str] = (
            *(" / ".join(path), ";".join(category.members), category.same_as or ""),
            json_text(category.aliases) if category.aliases else "",
            *(definition.zh, definition.en, category.source),
        )
        return (
            *(category.label.zh or None, category.label.en or None, len(line)),
            *(each or None for each in texts),
            category.retired,
        )


class _ListNames(Names):
    """What is told of a category is called so here, without the category before it."""

    def claim(self, wanted: str, suffix: str = "") -> str:
        """Return a free name: the suffix by itself where there is one."""
        return super().claim(suffix.removeprefix("_") or wanted)
