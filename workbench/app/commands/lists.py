"""Code lists: add, change, move, delete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from workbench.app.commands.base import Work
from workbench.app.commands.codebook import refuse_nameless, told, write_edit
from workbench.domain.codebook import CodeList
from workbench.domain.codebook_edit import lists as edit


@dataclass(frozen=True)
class AddCodeList:
    """Put a code list, maybe with categories, behind the others."""

    kind: ClassVar[str] = "add_list"
    code_list: CodeList

    def apply(self, work: Work) -> None:
        """Check the codebook as it would be, and write the list."""
        refuse_nameless(self.code_list.key, self.code_list.label)
        write_edit(work, edit.added(work.codebook, self.code_list))
        work.tell(None, code_list=self.code_list.key, name=told(self.code_list))


@dataclass(frozen=True)
class EditCodeList:
    """Give a list another label, guide, order, key, or other attributes; its categories stay.

    `attributes` tells which of them have another key: new ones by old ones. Categories lose
    the values of what is no attribute any more.
    """

    kind: ClassVar[str] = "edit_list"
    key: str
    code_list: CodeList
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])

    def apply(self, work: Work) -> None:
        """Check the codebook as it would be, and write what differs."""
        refuse_nameless(self.code_list.key, self.code_list.label)
        write_edit(work, edit.changed(work.codebook, self.key, self.code_list, self.attributes))
        work.tell(None, code_list=self.code_list.key, name=told(self.code_list))


@dataclass(frozen=True)
class MoveCodeList:
    """Put a list before another one, or at the end."""

    kind: ClassVar[str] = "move_list"
    key: str
    before: str | None = None

    def apply(self, work: Work) -> None:
        """Write the order."""
        write_edit(work, edit.moved(work.codebook, self.key, self.before))
        work.tell(None, code_list=self.key, name=told(work.codebook.code_list(self.key)))


@dataclass(frozen=True)
class DeleteCodeList:
    """Take out a list that no variable takes its values from; so nothing is coded with it."""

    kind: ClassVar[str] = "delete_list"
    key: str

    def apply(self, work: Work) -> None:
        """Check that nothing names it, and write the codebook without it."""
        deleted = edit.deleted(work.codebook, self.key)
        work.tell(None, code_list=self.key, name=told(work.codebook.code_list(self.key)))
        write_edit(work, deleted)
