"""What the dataset tells of a category beside its key: label, score, code, place, attributes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from workbench.dataset.cells import missing_words
from workbench.dataset.columns import value_labels
from workbench.dataset.model import Column, Type
from workbench.domain.codebook import Attribute, Category, Codebook, CodeList, Kind, Words
from workbench.domain.values import Missing, Scalar

#: The type of a column for each kind of attribute or variable.
TYPES = {
    Kind.CATEGORY: Type.CATEGORY,
    Kind.INTEGER: Type.INTEGER,
    Kind.REAL: Type.REAL,
    Kind.BOOLEAN: Type.BOOLEAN,
    Kind.DATE: Type.DATE,
    Kind.TEXT: Type.TEXT,
    Kind.LINK: Type.TEXT,
}
LABEL, SCORE = "label", "score"


@dataclass(frozen=True)
class Part:
    """One thing told of every category of a list; `repeats`: it is no more than the key tells."""

    name: str
    label: Words
    type: Type
    read: Callable[[Category], Scalar | None]
    code_list: CodeList | None = None
    repeats: bool = False

    def column(self, name: str, of: str, value: str, language: str) -> Column:
        """Return the column of that name; `of` is the label of what holds the category."""
        told = self.label.told(language)
        label = f"{of}（{told}）" if language.startswith("zh") else f"{of} ({told})"
        values = value_labels(self.code_list, language)
        return Column(name, label, self.type, values, repeats=value if self.repeats else "")


def parts_of(codebook: Codebook, code_list: CodeList, language: str) -> tuple[Part, ...]:
    """Return what is told of the categories of a list, beside their keys, in order."""
    parts = [
        Part(LABEL, Words("名称", "label"), Type.TEXT, partial(_label, language), repeats=True)
    ]
    if code_list.has_scores:
        parts.append(Part(SCORE, Words("分值", "score"), Type.REAL, _score))
    parts.append(Part("code", Words("数字代码", "code"), Type.INTEGER, _code, repeats=True))
    if any(each.parent for each in code_list.categories):
        above = partial(Part, type=Type.CATEGORY, code_list=code_list)
        top = partial(_top, tops_of(code_list))
        parts.append(above("parent", Words("上级类目", "parent"), read=_parent))
        parts.append(above("top", Words("顶级类目", "top category"), read=top))
    return (*parts, *(_attribute_part(codebook, each) for each in code_list.attributes))


def _attribute_part(codebook: Codebook, attribute: Attribute) -> Part:
    values = codebook.lists_by_key.get(attribute.code_list or "")
    kind = attribute.kind if values or attribute.kind is not Kind.CATEGORY else Kind.TEXT
    label = attribute.label if attribute.label != Words() else Words(attribute.key, attribute.key)
    read = partial(_flag if kind is Kind.BOOLEAN else _attribute, attribute.key)
    return Part(attribute.key, label, TYPES[kind], read, values)


def tops_of(code_list: CodeList) -> Mapping[str, str]:
    """Return for each category the key of the one at the top of its branch."""
    tops: dict[str, str] = {}
    for category in code_list.categories:
        *_, tops[category.key] = line_of(code_list, category.key)
    return tops


def line_of(code_list: CodeList, key: str) -> Iterable[str]:
    """Yield a category's key and those of the categories above it, upwards."""
    category = code_list.by_key.get(key)
    while category is not None:
        yield category.key
        category = code_list.by_key.get(category.parent or "")


def told_of(
    parts: Iterable[Part], code_list: CodeList, value: Scalar, language: str
) -> list[Scalar | None]:
    """Return what the parts tell of a value; of a missing value there is its meaning only."""
    if isinstance(value, Missing):
        meaning = missing_words(value).told(language)
        return [meaning if each.name == LABEL and each.repeats else None for each in parts]
    category = code_list.category(str(value))
    return [each.read(category) for each in parts]


def _label(language: str, category: Category) -> str:
    return category.label.told(language)


def _score(category: Category) -> float | None:
    return category.score


def _code(category: Category) -> int:
    return category.code


def _parent(category: Category) -> str | None:
    return category.parent


def _top(tops: Mapping[str, str], category: Category) -> str:
    return tops[category.key]


def _attribute(key: str, category: Category) -> Scalar | None:
    return category.attributes.get(key)


def _flag(key: str, category: Category) -> bool:
    # Who has not got the mark is not marked, as where categories are offered.
    return bool(category.attributes.get(key))
