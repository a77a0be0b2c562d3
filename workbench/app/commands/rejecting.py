"""Say that a suggestion is none, so that it is not made again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.app.commands.base import Work, shortened
from workbench.domain.text import checked_span, quote_of
from workbench.store.rejections import Rejection, insert_rejections, rejections_of


@dataclass(frozen=True)
class RejectSuggestion:
    """Suggest `categories` of a list no more at ``[start, end)`` of an article, to this coder."""

    kind: ClassVar[str] = "reject_suggestion"
    article: int
    code_list: str
    categories: tuple[str, ...]
    start: int
    end: int

    def apply(self, work: Work) -> None:
        """Check categories and span, and write what is not rejected already."""
        text = work.text(self.article)
        span = checked_span(self.start, self.end, len(text))
        code_list = work.codebook.code_list(self.code_list)
        wanted = [
            Rejection(self.code_list, code_list.category(k).key, span) for k in self.categories
        ]
        known = rejections_of(work.gate.connection, self.article, work.coder.id)
        new = [each for each in dict.fromkeys(wanted) if each not in known]
        insert_rejections(work.gate, work.stored, self.article, work.coder.id, text, new)
        work.tell(self.article, quote=shortened(quote_of(text, span)))
