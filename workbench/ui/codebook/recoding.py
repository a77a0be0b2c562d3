"""Changes that take annotations along: what they touch is told before they are made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from workbench.app.codebook_queries import Usage
from workbench.app.commands import DeleteCategories, MergeCategories, SplitCategory
from workbench.app.places import Item, Place, Sort, item_at, place_of_category
from workbench.app.session import Session
from workbench.app.using import usage_of, uses
from workbench.domain.codebook import Layer, Variable
from workbench.ui.codebook.edits import delete_command, retire_command
from workbench.ui.codebook.passages import PassageModel
from workbench.ui.codebook.splitting import Split, SplitDialog
from workbench.ui.context import Context
from workbench.ui.dialogs.ask import agree
from workbench.ui.dialogs.merge import MergeDialog
from workbench.ui.guide.words import usage_words
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.source import Source


class Recoding:
    """Ask about a change of places; return its command, None where it is not wanted."""

    def __init__(self, context: Context, session: Session, source: Source) -> None:
        self._context, self._session, self._source = context, session, source

    def command(self, how: str, window: QWidget, places: Sequence[Place]) -> Any:
        """Ask about one of the changes: merge, split, retire, delete, delete_unused."""
        asked = {
            "merge": self.merge,
            "split": self.split,
            "retire": self.retire,
            "delete": self.delete,
            "delete_unused": self.delete_unused,
        }
        return asked[how](window, places)

    # --- categories ----------------------------------------------------------

    def merge(self, window: QWidget, places: Sequence[Place]) -> Any:
        """Ask which of the categories stays."""
        code_list = self._session.codebook.code_list(places[0].owner)
        categories = [code_list.category(place.key) for place in places]
        dialog = MergeDialog(categories, self._usage(places), window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return MergeCategories(code_list.key, dialog.sources, dialog.target)

    def split(self, window: QWidget, places: Sequence[Place]) -> Any:
        """Have the passages of a category assigned to several."""
        place = places[0]
        code_list = self._session.codebook.code_list(place.owner)
        spent = self._session.spent(place.owner)
        split = Split(code_list, code_list.category(place.key), self._usage(places), spent)
        annotations = self._session.annotations_with(place.owner, place.key)
        titles = {info.id: info.title for info in self._session.articles()}
        passages = PassageModel(annotations, self._session.text, titles)
        theme = self._context.appearance.theme
        dialog = SplitDialog(split, passages, self._source, theme, window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return SplitCategory(place.owner, place.key, dialog.into, dialog.assignments)

    # --- whatever stands there -----------------------------------------------

    def retire(self, window: QWidget, places: Sequence[Place]) -> Any:
        """Ask before used things are retired; taking them back needs no question."""
        command = retire_command(self._session.codebook, places)
        usage = self._usage(places)
        if command is None or not command.retired or not usage.annotations:
            return command
        told = QCoreApplication.translate(
            "Recoding", "Retire {name}? It stays in these annotations and is not offered any more."
        )
        retire = QCoreApplication.translate("Recoding", "Retire")
        return command if self._agreed(window, told, places, usage, retire) else None

    def delete(self, window: QWidget, places: Sequence[Place]) -> Any:
        """Ask before anything is deleted; what is used is refused by the command itself."""
        told = QCoreApplication.translate("Recoding", "Delete {name}?")
        delete = QCoreApplication.translate("Recoding", "Delete")
        usage = self._usage(places)
        if not usage.annotations and not self._agreed(window, told, places, usage, delete):
            return None
        return delete_command(places)

    def delete_unused(self, window: QWidget, places: Sequence[Place]) -> Any:
        """Ask before every category of a list that no annotation uses is deleted."""
        first = places[0]
        key = first.key if first.sort is Sort.LIST else first.owner
        counts = uses(self._session)
        code_list = self._session.codebook.code_list(key)
        unused = [
            each for each in code_list.categories if place_of_category(key, each.key) not in counts
        ]
        if not unused:
            return None
        told = QCoreApplication.translate(
            "Recoding", "Delete the {count} categories of “{list}” that no annotation uses?"
        )
        question = told.format(count=len(unused), list=name_of(code_list))
        delete = QCoreApplication.translate("Recoding", "Delete")
        if not agree(window, question, delete):
            return None
        return DeleteCategories(key, tuple(each.key for each in unused))

    # --- what a field of a form changes --------------------------------------

    def agrees(self, window: QWidget | None, place: Place, item: Item) -> bool:
        """Ask before a change that reaches into annotations; tell whether it is to be made."""
        before = item_at(self._session.codebook, place)
        if window is None or not _reaches(before, item):
            return True
        usage = self._usage([place])
        if not usage.annotations:
            return True
        told = QCoreApplication.translate(
            "Recoding", "Change the kind of {name}? Every value must allow it."
        )
        change = QCoreApplication.translate("Recoding", "Change")
        return self._agreed(window, told, [place], usage, change)

    # --- asking --------------------------------------------------------------

    def _agreed(
        self, window: QWidget, told: str, places: Sequence[Place], usage: Usage, button: str
    ) -> bool:
        question = told.format(name=self._name(places))
        return agree(window, f"{question}\n\n{usage_words(usage)}", button)

    def _name(self, places: Sequence[Place]) -> str:
        item = item_at(self._session.codebook, places[0])
        if len(places) > 1 or item is None:
            count = QCoreApplication.translate("Recoding", "{count} categories")
            return count.format(count=len(places))
        return f"“{name_of(item)}”"

    def _usage(self, places: Sequence[Place]) -> Usage:
        return usage_of(self._session, places)


def _reaches(before: Item | None, after: Item) -> bool:
    """Tell whether a change is one of the kind of values, not only of words."""
    match before, after:
        case Variable(), Variable():
            return (before.kind, before.code_list, before.several) != (
                after.kind,
                after.code_list,
                after.several,
            )
        case Layer(), Layer():
            return before.scope is not after.scope
        case _:
            return False
