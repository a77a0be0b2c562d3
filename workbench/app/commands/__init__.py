"""User actions: each a frozen dataclass that is run as one transaction and one undo step."""

from workbench.app.commands.articles import (
    EditArticle,
    ImportArticles,
    SetArticleValues,
    SetStatus,
)
from workbench.app.commands.base import Command, Work
from workbench.app.commands.batch import EditAnnotations, MoveToLayer
from workbench.app.commands.categories import (
    AddCategory,
    DeleteCategories,
    EditCategory,
    GiveKey,
    MoveCategories,
    RetireCategories,
)
from workbench.app.commands.correcting import Corrected, CorrectText
from workbench.app.commands.dividing import JoinAnnotations, Retag, SplitAnnotation
from workbench.app.commands.layers import (
    AddLayer,
    DeleteLayer,
    EditLayer,
    MoveLayer,
    RetireLayer,
)
from workbench.app.commands.lists import (
    AddCodeList,
    DeleteCodeList,
    EditCodeList,
    MoveCodeList,
)
from workbench.app.commands.marking import (
    DeleteAnnotations,
    MarkSpan,
    MarkSpans,
    MoveBorders,
    SetCertainty,
    SetMemo,
    SetValues,
)
from workbench.app.commands.memos import DeleteMemo, WriteMemo
from workbench.app.commands.presets import ForgetExport, RememberExport
from workbench.app.commands.recoding import MergeCategories, SplitCategory
from workbench.app.commands.rejecting import RejectSuggestion
from workbench.app.commands.replacing import ReplaceCodebook
from workbench.app.commands.taking_in import TakeInProject, TakenIn
from workbench.app.commands.variables import (
    AddVariable,
    DeleteVariable,
    EditVariable,
    MoveVariable,
    RetireVariable,
)
from workbench.app.commands.versions import FreezeCodebook, ReviewAnnotations

__all__ = [
    "AddCategory",
    "AddCodeList",
    "AddLayer",
    "AddVariable",
    "Command",
    "CorrectText",
    "Corrected",
    "DeleteAnnotations",
    "DeleteCategories",
    "DeleteCodeList",
    "DeleteLayer",
    "DeleteMemo",
    "DeleteVariable",
    "EditAnnotations",
    "EditArticle",
    "EditCategory",
    "EditCodeList",
    "EditLayer",
    "EditVariable",
    "ForgetExport",
    "FreezeCodebook",
    "GiveKey",
    "ImportArticles",
    "JoinAnnotations",
    "MarkSpan",
    "MarkSpans",
    "MergeCategories",
    "MoveBorders",
    "MoveCategories",
    "MoveCodeList",
    "MoveLayer",
    "MoveToLayer",
    "MoveVariable",
    "RejectSuggestion",
    "RememberExport",
    "ReplaceCodebook",
    "Retag",
    "RetireCategories",
    "RetireLayer",
    "RetireVariable",
    "ReviewAnnotations",
    "SetArticleValues",
    "SetCertainty",
    "SetMemo",
    "SetStatus",
    "SetValues",
    "SplitAnnotation",
    "SplitCategory",
    "TakeInProject",
    "TakenIn",
    "Work",
    "WriteMemo",
]
