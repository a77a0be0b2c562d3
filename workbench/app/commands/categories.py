"""Categories of a code list: add, change, move, retire, delete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from workbench.app.commands.base import Work
from workbench.app.commands.codebook import refuse_nameless, told, write_edit
from workbench.app.commands.errors import CategoryInUse
from workbench.domain.codebook import Category
from workbench.domain.codebook_edit import categories as edit
from workbench.store.usage import usage, used_among


@dataclass(frozen=True)
class AddCategory:
    """Put a category into a code list, before another one or at the end; return its key.

    A code of 0 stands for the next free one: none that another category of the list had.
    """

    kind: ClassVar[str] = "add_category"
    code_list: str
    category: Category
    before: str | None = None

    def apply(self, work: Work) -> str:
        """Check the codebook as it would be, and write the category."""
        key = self.category.key
        if key not in work.codebook.code_list(self.code_list).by_key:
            refuse_nameless(key, self.category.label)
        taken = (work.stored.spent_of(self.code_list).code,)
        place = self.code_list, self.category, self.before
        write_edit(work, edit.added(work.codebook, *place, taken=taken))
        work.tell(None, code_list=self.code_list, category=key)
        return key


@dataclass(frozen=True)
class EditCategory:
    """Put another category in the place of one; a new key is followed by all that names it."""

    kind: ClassVar[str] = "edit_category"
    code_list: str
    key: str
    category: Category

    def apply(self, work: Work) -> None:
        """Check the codebook as it would be, and write what differs."""
        refuse_nameless(self.category.key, self.category.label)
        changed = edit.changed(work.codebook, self.code_list, self.key, self.category)
        write_edit(work, changed)
        work.tell(None, code_list=self.code_list, category=self.category.key)


@dataclass(frozen=True)
class GiveKey:
    """Give a category a key of the keyboard (empty: none); another category gives it up.

    A layer does not: its key marks in all its categories.
    """

    kind: ClassVar[str] = "give_key"
    code_list: str
    key: str
    shortcut: str

    def apply(self, work: Work) -> None:
        """Check the codebook as it would be, and write what differs."""
        place = self.code_list, self.key
        write_edit(work, edit.given_key(work.codebook, *place, self.shortcut))
        work.tell(None, code_list=self.code_list, category=self.key)


@dataclass(frozen=True)
class MoveCategories:
    """Put categories under a parent (None: the top), before another one or at the end."""

    kind: ClassVar[str] = "move_categories"
    code_list: str
    keys: tuple[str, ...]
    parent: str | None = None
    before: str | None = None

    def apply(self, work: Work) -> None:
        """Check the tree as it would be, and write what differs."""
        book = work.codebook
        write_edit(work, edit.moved(book, self.code_list, self.keys, self.parent, self.before))
        tell_categories(work, self.code_list, self.keys)


@dataclass(frozen=True)
class RetireCategories:
    """Offer categories no more, or again; what is coded with them stays as it is."""

    kind: ClassVar[str] = "retire_categories"
    code_list: str
    keys: tuple[str, ...]
    retired: bool = True

    def apply(self, work: Work) -> None:
        """Write which are retired."""
        book = work.codebook
        write_edit(work, edit.retired(book, self.code_list, self.keys, retire=self.retired))
        tell_categories(work, self.code_list, self.keys, retired=str(int(self.retired)))


@dataclass(frozen=True)
class DeleteCategories:
    """Take categories out of a list; refused where annotations hold one of them."""

    kind: ClassVar[str] = "delete_categories"
    code_list: str
    keys: tuple[str, ...]

    def apply(self, work: Work) -> None:
        """Check that nothing is coded with them, and write the list without them."""
        deleted = edit.deleted(work.codebook, self.code_list, self.keys)
        refuse_categories_in_use(work, self.code_list, self.keys)
        tell_categories(work, self.code_list, self.keys)
        write_edit(work, deleted)


def refuse_categories_in_use(work: Work, code_list: str, keys: Sequence[str]) -> None:
    """Raise CategoryInUse if annotations hold one of the categories."""
    connection, stored = work.gate.connection, work.stored
    used = used_among(connection, stored, code_list, keys)
    if used:
        found = usage(connection, stored, code_list=code_list, category=used)
        named = ", ".join(used[:3]) + (" …" if len(used) > 3 else "")
        raise CategoryInUse(keys=named, count=found.annotations, articles=found.articles)


def tell_categories(work: Work, code_list: str, keys: Sequence[str], **facts: str) -> None:
    """Note which categories the operation is about."""
    if keys:
        name = told(work.codebook.code_list(code_list).category(keys[0]))
        count = str(len(keys))
        work.tell(None, code_list=code_list, category=keys[0], name=name, count=count, **facts)
