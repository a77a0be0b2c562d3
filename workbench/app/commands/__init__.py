"""User actions: each a frozen dataclass that is run as one transaction and one undo step."""

from workbench.app.commands.articles import (
    EditArticle,
    ImportArticles,
    SetArticleValues,
    SetStatus,
)
from workbench.app.commands.base import Command, Work
from workbench.app.commands.codebook import AddCategory
from workbench.app.commands.correcting import Corrected, CorrectText
from workbench.app.commands.marking import (
    DeleteAnnotations,
    MarkSpan,
    MarkSpans,
    MoveBorders,
    SetCertainty,
    SetMemo,
    SetValues,
)

__all__ = [
    "AddCategory",
    "Command",
    "CorrectText",
    "Corrected",
    "DeleteAnnotations",
    "EditArticle",
    "ImportArticles",
    "MarkSpan",
    "MarkSpans",
    "MoveBorders",
    "SetArticleValues",
    "SetCertainty",
    "SetMemo",
    "SetStatus",
    "SetValues",
    "Work",
]
