"""Codebooks for the tests of the formats, and what a format cannot hold taken away."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.codebook import Attribute, Category, Codebook, CodeList, Guide, Kind, Words
from workbench.exchange.codebook.formats import read_codebook, write_codebook
from workbench.exchange.codebook.model import SUFFIXES, Choice, Format, Found, Writing

SMALL = Codebook(
    Words("小册", "Small"),
    (
        CodeList(
            "places",
            Words("地点", "Places"),
            (
                Category("SEA", 1, Words("海", "sea"), aliases=("大海", "海洋; 外海")),
                Category(
                    "PORT",
                    2,
                    Words("港口", "port"),
                    score=0.1,
                    parent="SEA",
                    members=("SEA",),
                    attributes={"open": True},
                    guide=Guide(
                        Words("船停靠的地方。", "Where ships lie."),
                        Words("写明停靠"),
                        Words("只写航线"),
                        Words("船在港口过夜。"),
                    ),
                    source="港务局，2020",
                    colour="#2299DD",
                    patterns=(r"港\d+;|埠", "码头"),
                ),
                Category("OLD", 3, Words("旧港"), parent="PORT", retired=True),
            ),
            (Attribute("open", Kind.BOOLEAN, Words("开放", "open")),),
            Guide(Words("文中的地点")),
        ),
        CodeList(
            "tones",
            Words("语调", "Tones"),
            (Category("+", 1, Words("=好", "@good")),),
            ordered=True,
        ),
    ),
)


def there_and_back(codebook: Codebook, kind: Format, language: str = "zh") -> Found:
    """Write a codebook and read what was written, as a file that says nothing by its name."""
    data = write_codebook(codebook, kind, Writing(language))
    assert write_codebook(codebook, kind, Writing(language)) == data
    return read_codebook(data, f"手册.{SUFFIXES[kind]}")


def read(text: str | bytes, name: str = "手册.csv", choice: Choice | None = None) -> Found:
    """Read a codebook from text or bytes."""
    data = text.encode() if isinstance(text, str) else text
    return read_codebook(data, name, None, choice)


def tree(found: Found) -> list[tuple[str, str, str | None]]:
    """Return key, label and parent of every category."""
    return [
        (each.key, each.label.zh or each.label.en, each.parent)
        for code_list in found.codebook.code_lists
        for each in code_list.categories
    ]


def as_told(code_lists: tuple[CodeList, ...]) -> tuple[CodeList, ...]:
    """Return code lists without what an empty cell cannot tell: attributes that hold no text."""
    return tuple(
        replace(
            code_list,
            categories=tuple(
                replace(each, attributes={k: v for k, v in each.attributes.items() if v != ""})
                for each in code_list.categories
            ),
        )
        for code_list in code_lists
    )
