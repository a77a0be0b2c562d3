"""Say of a regular expression, while it is written, whether the search can follow it."""

from __future__ import annotations

from workbench.language.patterns import compiled


def check_pattern(pattern: str) -> None:
    """Raise a Refusal that says what is wrong with a category's own rule."""
    compiled(pattern)
