"""What the printed and the plain formats say of a category, in words of one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.domain.codebook import Category, CodeList, Guide, Layer, Variable, Words

#: The headings of a category's texts.
PARTS: Mapping[str, Words] = {
    "definition": Words("定义", "Definition"),
    "include": Words("纳入规则", "Include"),
    "exclude": Words("排除规则", "Exclude"),
    "example": Words("示例", "Example"),
}


def name_of(thing: Category | CodeList | Layer | Variable, language: str) -> str:
    """Return what something is called in a language, in one line; its key if it has no name."""
    return " ".join(thing.label.told(language).split()) or thing.key


def parts_of(guide: Guide, language: str) -> Iterator[tuple[str, str]]:
    """Yield the texts that are there, each with its part's name."""
    for name in PARTS:
        words: Words = getattr(guide, name)
        text = words.told(language).strip()
        if text:
            yield name, text


def description(guide: Guide, language: str) -> str:
    """Return definition, rules and example as one text: the definition first, without a heading."""
    colon = "：" if language == "zh" else ": "
    return "\n".join(
        text if name == "definition" else f"{PARTS[name].told(language)}{colon}{text}"
        for name, text in parts_of(guide, language)
    )


def top_down(code_list: CodeList) -> Iterator[Category]:
    """Yield every category after its parent."""
    below: dict[str | None, list[Category]] = {}
    for each in code_list.categories:
        below.setdefault(each.parent, []).append(each)
    stack = list(reversed(below.get(None, [])))
    while stack:
        category = stack.pop()
        yield category
        stack.extend(reversed(below.get(category.key, [])))
