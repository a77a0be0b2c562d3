"""A passage of an article as an example of a category."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.codebook import Category


def with_example(category: Category, quote: str) -> Category:
    """Return the category with a passage among its examples, in the language it is written in."""
    line = " ".join(quote.split())
    tongue = "en" if line.isascii() else "zh"
    before = getattr(category.guide.example, tongue)
    lines = [*before.split("\n"), line] if before else [line]
    words = replace(category.guide.example, **{tongue: "\n".join(dict.fromkeys(lines))})
    return replace(category, guide=replace(category.guide, example=words))
