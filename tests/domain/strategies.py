"""Hypothesis strategies of the coding model."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

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
from workbench.domain.codebook_check import RESERVED
from workbench.domain.values import Missing

#: Text that a store can keep: no NUL, no half of a surrogate pair.
storable = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


def means_itself(number: float) -> bool:
    """Tell whether a number is none of the codes of missing values."""
    return number not in list(Missing)


#: Text as articles hold it: Han, Latin, rare characters, ends of sentences and lines.
article_text = st.text(
    st.one_of(
        st.sampled_from("美国优先𠮷😀e\u0301。！？!?….”’」）)\"' \u3000\n\n"), st.characters()
    )
).map(lambda text: text.encode("utf-8", "ignore").decode())
names = st.from_regex(r"[a-z][a-z0-9_]{0,31}", fullmatch=True).filter(
    lambda name: name not in RESERVED
)
keys = st.text("ABCdef甲乙丙0123_-. ", min_size=1, max_size=8).filter(
    lambda key: key == key.strip()
)
words = st.builds(Words, zh=st.text("甲乙丙“”", max_size=4), en=st.text("ab\"'\\\n", max_size=4))
guides = st.one_of(st.just(Guide()), st.builds(Guide, words, words, words, words))
years = st.integers(1, 9999).map(lambda year: f"{year:04}")


def dates() -> st.SearchStrategy[str]:
    """Give dates of every form that the dataset holds."""
    days = st.dates()
    return st.one_of(
        years,
        days.map(lambda day: day.isoformat()[:7]),
        days.map(lambda day: day.isoformat()),
        st.lists(days, min_size=2, max_size=2).map(
            lambda two: "/".join(day.isoformat() for day in sorted(two))
        ),
    )


def _attribute_values(attribute: Attribute) -> st.SearchStrategy[AttributeValue]:
    simple: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.INTEGER: st.integers(-(2**40), 2**40),
        Kind.REAL: st.floats(allow_nan=False, allow_infinity=False),
        Kind.BOOLEAN: st.booleans(),
        Kind.DATE: dates(),
        Kind.TEXT: storable,
    }
    return simple[attribute.kind]


@st.composite
def _categories(
    draw: st.DrawFn, list_key: str, attributes: tuple[Attribute, ...]
) -> tuple[Category, ...]:
    made: list[Category] = []
    listed = draw(st.lists(keys, unique=True, max_size=5))
    codes = draw(st.lists(st.integers(0, 999), unique=True, min_size=5, max_size=5))
    for key, code in zip(listed, codes, strict=False):
        earlier = [each.key for each in made]
        chosen = st.sampled_from(earlier) if earlier else st.nothing()
        values = {
            each.key: draw(_attribute_values(each)) for each in attributes if draw(st.booleans())
        }
        made.append(
            Category(
                key=key,
                code=code,
                label=draw(words),
                score=draw(st.none() | st.floats(-2, 2)),
                parent=draw(st.none() | chosen),
                aliases=tuple(draw(st.lists(storable, max_size=2))),
                members=tuple(draw(st.lists(chosen, max_size=2 if earlier else 0))),
                attributes=values,
                guide=draw(guides),
                source=draw(storable),
                colour=draw(st.sampled_from(["", "#2299DD"])),
                shortcut=draw(st.sampled_from(["", f"{list_key} {key}"])),
                retired=draw(st.booleans()),
                patterns=tuple(draw(st.lists(st.sampled_from(["甲.?乙", "A+"]), max_size=2))),
            )
        )
    return tuple(made)


@st.composite
def _code_lists(draw: st.DrawFn, key: str) -> CodeList:
    kinds = st.sampled_from([Kind.INTEGER, Kind.REAL, Kind.BOOLEAN, Kind.DATE, Kind.TEXT])
    attributes = tuple(
        Attribute(name, draw(kinds), draw(words))
        for name in draw(st.lists(names, unique=True, max_size=3))
    )
    categories = draw(_categories(key, attributes))
    return CodeList(key, draw(words), categories, attributes, draw(guides), draw(st.booleans()))


@st.composite
def _variables(draw: st.DrawFn, key: str, code_lists: tuple[CodeList, ...]) -> Variable:
    kinds = [kind for kind in Kind if kind is not Kind.CATEGORY or code_lists]
    kind = draw(st.sampled_from(kinds))
    code_list = draw(st.sampled_from(code_lists)) if kind is Kind.CATEGORY else None
    flags = [
        each.key for each in (code_list.attributes if code_list else ()) if each.kind == "boolean"
    ]
    return Variable(
        key=key,
        kind=kind,
        label=draw(words),
        code_list=code_list.key if code_list else None,
        several=draw(st.booleans()),
        requires=draw(st.none() | st.sampled_from(flags)) if flags else None,
        question=draw(words),
        guide=draw(guides),
        default=draw(storable) if kind is Kind.TEXT else "",
        folded=draw(st.booleans()),
        retired=draw(st.booleans()),
    )


@st.composite
def _layers(draw: st.DrawFn, key: str, code_lists: tuple[CodeList, ...]) -> Layer:
    listed = draw(st.lists(names, unique=True, max_size=3))
    clauses = st.lists(st.sampled_from(listed), min_size=1, max_size=2).map(tuple)
    variables = tuple(draw(_variables(name, code_lists)) for name in listed)
    wants = [
        st.builds(Want, st.just(each.key), _some_keys(code_list), clauses)
        for each in variables
        for code_list in code_lists
        if each.code_list == code_list.key and code_list.categories
    ]
    return Layer(
        key=key,
        label=draw(words),
        scope=draw(st.sampled_from(Scope)),
        variables=variables,
        complete=tuple(draw(st.lists(clauses, max_size=2))) if listed else (),
        shape=draw(st.sampled_from(["tint", "thin_line", ""])),
        shortcut=draw(st.sampled_from(["", key])),
        guide=draw(guides),
        retired=draw(st.booleans()),
        wants=tuple(draw(st.lists(st.one_of(wants), max_size=2))) if wants else (),
    )


def _some_keys(code_list: CodeList) -> st.SearchStrategy[tuple[str, ...]]:
    listed = [each.key for each in code_list.categories]
    return st.lists(st.sampled_from(listed), min_size=1, max_size=3).map(tuple)


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    """Give codebooks that hold together."""
    code_lists = tuple(
        draw(_code_lists(key)) for key in draw(st.lists(names, unique=True, max_size=3))
    )
    layers = tuple(
        draw(_layers(key, code_lists)) for key in draw(st.lists(names, unique=True, max_size=3))
    )
    return Codebook(draw(words), code_lists, layers)
