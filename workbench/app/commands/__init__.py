"""User actions: each a frozen dataclass that is run as one transaction and one undo step."""

from workbench.app.commands.articles import (
    EditArticle,
    ImportArticles,
    SetArticleValues,
    SetStatus,
)
from workbench.app.commands.base import Command, Work
from workbench.app.commands.categories import (
    AddCategory,
    DeleteCategories,
    EditCategory,
    MoveCategories,
    RetireCategories,
)
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
from workbench.app.commands.recoding import MergeCategories, SplitCategory

__all__ = [
    "AddCategory",
    "Command",
    "CorrectText",
    "Corrected",
    "DeleteAnnotations",
    "DeleteCategories",
    "EditArticle",
    "EditCategory",
    "ImportArticles",
    "MarkSpan",
    "MarkSpans",
    "MergeCategories",
    "MoveBorders",
    "MoveCategories",
    "RetireCategories",
    "SetArticleValues",
    "SetCertainty",
    "SetMemo",
    "SetStatus",
    "SetValues",
    "SplitCategory",
    "Work",
]
