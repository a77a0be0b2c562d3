"""What a document's properties say of its article, as far as it can be believed.

The title field often holds a template's or a file's name, the author field the one who owned the
computer. So a title counts if the text has it too, and an author if it is a person's name.
"""

from __future__ import annotations

import re

from workbench.intake.extracted import Metadata

_HEAD = 3_000
_BYLINE = re.compile(r"作者|撰文|撰稿|文\s?[/／|｜:：]|记者|[Bb]y\s[A-Z]")
_NAME = re.compile(
    r"[\u3400-\u9fff·]{2,12}(?:[、，,;；\s]+[\u3400-\u9fff·]{2,12}){0,7}|[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,4}"
)
_NOBODY = re.compile(
    r"用户|微软|管理员|未知|匿名|作者|电脑|系统|联想|公司|windows|microsoft|office|user|admin|"
    r"unknown|anonymous|author|python|wps|apple|lenovo|pc$",
    re.IGNORECASE,
)


def stated(text: str, title: str | None, author: str | None) -> Metadata:
    """Return the title and author that a document states and that are worth believing."""
    title = _one_line(title)
    author = _one_line(author)
    return Metadata(
        title=title if _is_title(title, text) else "",
        author=author if _is_author(author, text) else "",
    )


def _one_line(value: str | None) -> str:
    return " ".join((value or "").split())


def _is_title(title: str, text: str) -> bool:
    return len(title) > 1 and _dense(title) in _dense(text[:_HEAD])


def _dense(text: str) -> str:
    return "".join(text.split())


def _is_author(author: str, text: str) -> bool:
    if not _NAME.fullmatch(author) or _NOBODY.search(author):
        return False
    return author in text or not _BYLINE.search(text[:600] + text[-300:])
