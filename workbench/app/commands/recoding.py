"""Categories that become one, or several: what is coded with them follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from workbench.app.commands.base import Work, shortened
from workbench.app.commands.codebook import told, write_edit
from workbench.app.commands.errors import NotAmongParts, NotCodedSo
from workbench.domain.codebook import Category, Codebook, is_offered
from workbench.domain.codebook_edit import categories as edit
from workbench.domain.values import CategoryNotOffered
from workbench.store.memos import merge_memos
from workbench.store.recoding import assign_values, merge_values
from workbench.store.usage import annotations_holding, category_ids


@dataclass(frozen=True)
class MergeCategories:
    """Let one category take the place of others; return how many annotations changed.

    It is found by all that the others were found by (labels, aliases, rules), stands for them
    as parent, member and twin, and fills what it lacks itself from theirs.
    """

    kind: ClassVar[str] = "merge_categories"
    code_list: str
    sources: tuple[str, ...]
    target: str

    def apply(self, work: Work) -> int:
        """Check the codebook as it would be, recode the values, and write the codebook."""
        code_list = work.codebook.code_list(self.code_list)
        merged = edit.merged(work.codebook, self.code_list, self.sources, self.target)
        gone = [key for key in dict.fromkeys(self.sources) if key != self.target]
        ids = [work.stored.keys.categories[self.code_list, key] for key in gone]
        target = work.stored.keys.categories[self.code_list, self.target]
        count = merge_values(work.gate, ids, target, work.time)
        merge_memos(work.gate, ids, target, work.time)
        write_edit(work, merged)
        name = shortened("、".join(told(code_list.category(key)) for key in gone))
        work.tell(None, code_list=self.code_list, category=self.target, name=name, count=str(count))
        return count


@dataclass(frozen=True)
class SplitCategory:
    """Split a category: new ones or others of its list take over annotations of one's own.

    `assignments` say which annotation goes to which category; those that are not named stay.
    When nothing at all is coded with it any more, and it is no part itself, it is retired.
    """

    kind: ClassVar[str] = "split_category"
    code_list: str
    key: str
    into: tuple[Category | str, ...]
    assignments: Mapping[int, str] = field(default_factory=dict[int, str])

    def apply(self, work: Work) -> None:
        """Check parts and assignments, write the new categories, then the values."""
        book = work.codebook
        held = annotations_holding(work.gate.connection, work.stored, self.code_list, self.key)
        parts = [each if isinstance(each, str) else each.key for each in self.into]
        self._refuse_unfit(work, parts, held)
        retire = self.key not in parts and not held.difference(self.assignments)
        taken = (work.stored.spent_of(self.code_list).code,)
        place = self.code_list, self.key, self.into
        split = edit.split(book, *place, retire=retire, taken=taken)
        self._refuse_not_offered(work, split.codebook)
        write_edit(work, split)
        moving = {id_: key for id_, key in self.assignments.items() if key != self.key}
        ids = category_ids(work.gate.connection, work.stored.keys.lists[self.code_list])
        source = work.stored.keys.categories[self.code_list, self.key]
        assigned = {id_: ids[key] for id_, key in moving.items()}
        assign_values(work.gate, source, assigned, work.time)
        name = told(book.code_list(self.code_list).category(self.key))
        count = str(len(moving))
        work.tell(None, code_list=self.code_list, category=self.key, name=name, count=count)

    def _refuse_unfit(self, work: Work, parts: list[str], held: set[int]) -> None:
        for key in self.assignments.values():
            if key not in parts:
                raise NotAmongParts(key=key, parts=", ".join(parts))
        for each in work.own_annotations(self.assignments):
            if each.id not in held:
                raise NotCodedSo(annotation=each.id, key=self.key)

    def _refuse_not_offered(self, work: Work, after: Codebook) -> None:
        """Raise CategoryNotOffered where a coder could not choose what is assigned either."""
        parts = after.code_list(self.code_list)
        for each in work.own_annotations(self.assignments):
            part = parts.category(self.assignments[each.id])
            if part.key == self.key:
                continue
            layer = after.layer(each.layer)
            for variable in (layer.variable(key) for key in each.values):
                holds = (
                    variable.code_list == self.code_list and self.key in each.values[variable.key]
                )
                if holds and not is_offered(variable, part):
                    raise CategoryNotOffered(category=part.key, variable=variable.key)
