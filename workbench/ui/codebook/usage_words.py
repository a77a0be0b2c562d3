"""How much is touched by a change of the codebook, in words."""

from __future__ import annotations

from workbench.app.codebook_queries import Usage
from workbench.ui.guide.words import use_words


def usage_words(usage: Usage) -> str:
    """Return how many annotations use something, in how many articles, of how many coders."""
    return use_words(usage.annotations, usage.articles, usage.coders)
