"""Write memos about articles, categories and the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.app.commands.base import Work, shortened
from workbench.app.commands.codebook import told
from workbench.app.commands.errors import NotYourMemo
from workbench.domain.memo import Subject
from workbench.domain.text import line_fed
from workbench.store.articles import article_info
from workbench.store.memos import delete_memo, memo_by_id, write_memo


@dataclass(frozen=True)
class WriteMemo:
    """Write one's memo on an article, a category or the project; an empty one is none."""

    kind: ClassVar[str] = "write_memo"
    subject: Subject
    text: str

    def apply(self, work: Work) -> None:
        """Check that what it is about is there, and write the memo if it differs."""
        text = line_fed(self.text)
        _tell_subject(work, self.subject, "")
        write_memo(work.gate, work.ids, work.stored, self.subject, work.coder.id, text, work.time)


@dataclass(frozen=True)
class DeleteMemo:
    """Delete a memo that is one's own, or that came with a copied project."""

    kind: ClassVar[str] = "delete_memo"
    memo: int

    def apply(self, work: Work) -> None:
        """Check whose it is and delete it."""
        found = memo_by_id(work.gate.connection, work.stored, self.memo)
        if found.coder not in (None, work.coder.id):
            raise NotYourMemo(coder=work.coder.name)
        delete_memo(work.gate, self.memo)
        _tell_subject(work, found.subject, found.about)


def _tell_subject(work: Work, subject: Subject, about: str) -> None:
    """Note for the history what a memo is about; raise where there is no such thing."""
    if subject.article is not None:
        info = article_info(work.gate.connection, subject.article, work.coder.id)
        work.tell(subject.article, title=shortened(info.title))
    elif subject.code_list is not None and subject.category is not None:
        category = work.codebook.code_list(subject.code_list).category(subject.category)
        work.tell(None, name=shortened(told(category)))
    else:
        work.tell(None, name=shortened(about))
