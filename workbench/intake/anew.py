"""What is kept of an article, cleaned as it would be today."""

from __future__ import annotations

from workbench.domain.article import NewArticle, Original
from workbench.intake.extracted import Extracted
from workbench.intake.read import new_article, read_article
from workbench.intake.tables.article import TABLE_READER, markup_in


def read_anew(came: Original, file_name: str) -> NewArticle:
    """Read and clean an article's original again.

    The original of a row is the row, which does not say again what its columns hold: its text
    is cleaned as it was taken from them.

    Raises:
        Refusal: the original cannot be read any more.
    """
    if came.reader != TABLE_READER:
        return read_article(came.data, file_name)
    text = came.text
    found = Extracted(text, TABLE_READER, came.encoding, edits=markup_in(text))
    return new_article(found, came.data, file_name)
