"""What the reasons of cleaning are called."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def reason_names() -> Mapping[str, str]:
    """Return what the reasons of cleaning are called."""
    translate = QCoreApplication.translate
    return {
        "site_head": translate("Original", "site head"),
        "site_tail": translate("Original", "site foot"),
        "template": translate("Original", "site template"),
        "notice": translate("Original", "site notice"),
        "related_links": translate("Original", "related links"),
        "comments": translate("Original", "comments"),
        "advertisement": translate("Original", "advertisement"),
        "editor": translate("Original", "editors' line"),
        "origin": translate("Original", "source line"),
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
        "radical": translate("Original", "radical, folded"),
        "ranking": translate("Original", "ranking of articles"),
        "record": translate("Original", "field of a database"),
        "anti_copy": translate("Original", "anti-copy noise"),
        "pinyin": translate("Original", "pinyin gloss"),
        "gloss": translate("Original", "gloss above words"),
        "hidden": translate("Original", "hidden on the page"),
        "page_frame": translate("Original", "frame of the page"),
        "front_matter": translate("Original", "front matter"),
        "repeated_paragraph": translate("Original", "repeated paragraph"),
        "by_hand": translate("Original", "cut by hand"),
        "remembered": translate("Original", "cut as you chose before"),
    }


def reason_name(reason: str) -> str:
    """Return what one reason is called; one that a newer program gave keeps its key."""
    return reason_names().get(reason, reason.replace("_", " "))
