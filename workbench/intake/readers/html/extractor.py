"""The main text of a page as trafilatura sees it: without network, silent, within bounds."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import Any

from workbench.intake.readers.html.outline import Outline
from workbench.intake.readers.html.parse import Node

# Beyond these its passes over the tree take too long, and our own choice is as good.
_MOST_ELEMENTS = 20_000
_MOST_CHARACTERS = 300_000
_DEEPEST = 200
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability")


def extracted_text(root: Node, outline: Outline) -> str:
    """Return the article's lines, "" where the extractor finds none or had better not look.

    The tree under `root` loses what the outline says is concealed.
    """
    size = outline.size <= _MOST_ELEMENTS and len(outline.text) <= _MOST_CHARACTERS
    if not size or outline.depth > _DEEPEST or not outline.text:
        return ""
    for node in outline.concealed:
        _drop(node)
    return _run(root)


def _drop(node: Any) -> None:
    """Take an element out of the tree, but leave the text behind it."""
    if node.getparent() is not None:
        with suppress(ValueError):  # a control character that lxml reads but does not write
            node.drop_tree()


def _run(root: Any) -> str:
    from trafilatura import bare_extraction  # takes long to load

    for name in _LOGGERS:  # it logs every page in which it finds nothing
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        found = bare_extraction(
            root,
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            include_formatting=False,
            with_metadata=False,
        )
    except Exception:  # noqa: BLE001 (a page that it cannot take is left to our own choice)
        return ""
    return str(getattr(found, "text", "") or "")
