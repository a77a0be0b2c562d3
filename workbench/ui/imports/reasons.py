"""What the reasons of cleaning are called."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def reason_names() -> Mapping[str, str]:
    """Return what the reasons of cleaning are called."""
    translate = QCoreApplication.translate
    return {
        "site_head": translate("Original", "head of the site"),
        "site_tail": translate("Original", "foot of the site"),
        "template": translate("Original", "template of the site"),
        "notice": translate("Original", "notice of the site"),
        "related_links": translate("Original", "links to other pages"),
        "comments": translate("Original", "readers' comments"),
        "advertisement": translate("Original", "advertisement"),
        "editor": translate("Original", "line of the editors"),
        "origin": translate("Original", "line of the source"),
        "byline": translate("Original", "byline"),
        "repeated_title": translate("Original", "repeated title"),
        "running_head": translate("Original", "running head"),
        "page_number": translate("Original", "page number"),
        "hard_wrap": translate("Original", "layout's line break"),
        "footnote": translate("Original", "footnote, kept apart"),
        "footnote_mark": translate("Original", "footnote mark"),
        "caption": translate("Original", "caption, kept apart"),
        "markdown": translate("Original", "Markdown"),
        "lost_bullet": translate("Original", "bullet, restored"),
        "blank_line": translate("Original", "empty line"),
        "space": translate("Original", "space"),
        "line_end": translate("Original", "line end"),
        "invisible": translate("Original", "invisible character"),
        "radical": translate("Original", "radical folded to a character"),
        "by_hand": translate("Original", "cut by hand"),
        "remembered": translate("Original", "cut as you chose before"),
    }


def reason_name(reason: str) -> str:
    """Return what one reason is called."""
    return reason_names().get(reason, reason)
