"""The codebook editor in the program: its window, what is done in it, what it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from workbench.app.commands import AddCategory
from workbench.app.jobs import Progress
from workbench.app.places import Item, Place, Sort, item_at, place_of_category, place_of_layer
from workbench.app.session import Session
from workbench.app.using import uses
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Category, CodeList
from workbench.domain.errors import Refusal
from workbench.ui.action_row import Need
from workbench.ui.codebook.edits import (
    blank_category,
    edit_command,
    move_command,
    new_layer,
    new_list,
    new_variable,
)
from workbench.ui.codebook.examples import with_example
from workbench.ui.context import Context
from workbench.ui.tags.field import Field
from workbench.ui.tags.source import Passage, Source
from workbench.ui.theme import Theme

if TYPE_CHECKING:  # the editor is loaded when it is first opened
    from workbench.ui.codebook.drag import Drop
    from workbench.ui.codebook.recoding import Recoding
    from workbench.ui.codebook.versions import Versions
    from workbench.ui.codebook.window import CodebookWindow

_COUNTING_MILLISECONDS = 200


@dataclass(frozen=True)
class Around:
    """What the editor needs of the coding window."""

    source: Source
    passage: Callable[[], Passage | None]
    tell_there: Callable[[], None]
    go_to: Callable[[Annotation], None]


class CodebookFlow(QObject):
    """Open the editor when it is wanted and carry out what is done in it."""

    def __init__(self, context: Context, session: Session, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._session, self._around = context, session, around
        self.window: CodebookWindow | None = None
        self._counting = QTimer(self, singleShot=True, interval=_COUNTING_MILLISECONDS)
        self._counting.timeout.connect(self._count)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the codebook do."""
        return {
            "codebook": self.open,
            "take_example": self.take_example,
            "add_layer": self.add_layer,
            "add_variable": self.add_variable,
            "add_list": self.add_list,
            "add_category": self.add_category,
            "add_below": self.add_below,
            **{f"move_{way}": partial(self._step, way) for way in ("up", "down", "out", "in")},
            "merge": lambda: self._recode("merge"),
            "split": lambda: self._recode("split"),
            "retire": lambda: self._recode("retire"),
            "delete_part": lambda: self._recode("delete"),
            "delete_unused": lambda: self._recode("delete_unused"),
            "filter_codebook": self._focus_filter,
            "freeze": lambda: self._versions.freeze(self._front),
            "versions": lambda: self._versions.show(self._front),
            "review": lambda: self._versions.review(),
        }

    @cached_property
    def _recoding(self) -> Recoding:
        from workbench.ui.codebook.recoding import Recoding

        return Recoding(self._context, self._session, self._around.source)

    @cached_property
    def _versions(self) -> Versions:
        from workbench.ui.codebook.versions import Versions

        return Versions(self._context, self._session, self._around.go_to, self)

    @property
    def _front(self) -> QWidget:
        """The window that dialogs belong to: the editor while it is in front."""
        editor = self.window
        front = editor is not None and editor.isActiveWindow()
        return editor if editor is not None and front else self._context.window

    # --- the window ----------------------------------------------------------

    def open(self) -> None:
        """Show the editor, in front of everything."""
        if self.window is None:
            self.window = self._made()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.tree.setFocus()
        self._count()

    def _made(self) -> CodebookWindow:
        from workbench.ui.codebook.window import CodebookWindow

        window = CodebookWindow(self._context, self._session, self._around.source, self.write)
        window.chosen.connect(self._around.tell_there)
        window.tree.moved.connect(self._move)
        window.forms.add_wanted.connect(self._add_for_field)
        if self._session.read_only:
            window.forms.setEnabled(False)
        return window

    def edit(self, place: Place) -> None:
        """Open the editor at a place."""
        self.open()
        assert self.window is not None
        self.window.choose(place)

    def refresh(self) -> None:
        """Show the codebook as it is now."""
        if self.window is not None:
            self.window.info.hide()  # what was refused was so before
            self.window.refresh()
            self.count_soon()
        self._if_made("_versions", lambda: self._versions.refresh())

    def count_soon(self) -> None:
        """Count anew how often everything is used, once nothing more happens for a moment."""
        if self.window is not None and self.window.isVisible():
            self._counting.start()

    def _count(self) -> None:
        session = self._session

        def work(_: Progress) -> dict[Place, int]:
            return uses(session)

        self._counting.stop()
        background = self._context.background
        background.run("", work, self._counted, self._context.failed, owner=session)

    def _counted(self, counts: dict[Place, int]) -> None:
        if self.window is not None:
            self.window.set_counts(counts)

    def take_all(self) -> None:
        """Take what is being typed."""
        if self.window is not None:
            self.window.forms.take_all()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        if self.window is not None:
            self.window.set_theme(theme)
        self._if_made("_versions", lambda: self._versions.set_theme(theme))

    def end(self) -> None:
        """Close the editor: the project closes."""
        self._counting.stop()
        self._if_made("_versions", lambda: self._versions.end())
        if self.window is not None:
            self.window.close()
            self.window.end()
            self.window = None

    def _if_made(self, part: str, act: Callable[[], None]) -> None:
        """Do something with a part that is made when it is first wanted, if it was."""
        if part in self.__dict__:
            act()

    def _focus_filter(self) -> None:
        if self.window is not None:
            self.window.filter.setFocus()
            self.window.filter.selectAll()

    # --- what is possible ----------------------------------------------------

    @property
    def places(self) -> list[Place]:
        """What is selected in the editor."""
        visible = self.window is not None and self.window.isVisible()
        return self.window.places if self.window is not None and visible else []

    @property
    def there(self) -> set[Need]:
        """What the selection makes possible."""
        places = self.places
        categories = [each for each in places if each.sort is Sort.CATEGORY]
        one_list = len(categories) == len(places) and len({each.owner for each in places}) == 1
        there: set[Need] = set()
        if len(places) == 1 or one_list:
            there.add(Need.PLACE)
        if len(places) == 1 and places[0].sort in (Sort.LAYER, Sort.VARIABLE):
            there.add(Need.IN_LAYER)
        if one_list or (len(places) == 1 and places[0].sort is Sort.LIST):
            there.add(Need.IN_LIST)
        if one_list:
            several = Need.SEVERAL_CATEGORIES if len(places) > 1 else Need.ONE_CATEGORY
            there |= {Need.CATEGORIES, several}
        return there

    # --- writing -------------------------------------------------------------

    def write(self, place: Place, make: Callable[[], Item]) -> str:
        """Carry out a change of what stands at a place; return why it was refused."""
        try:
            item = make()
            if self._recoding.agrees(self.window, place, item):
                self._session.run(edit_command(self._session.codebook, place, item))
            elif self.window is not None:
                self.window.show_again()
        except Refusal as refusal:
            return self._context.sentence(refusal)
        return ""

    def run(self, command: Any) -> bool:
        """Run a command; a refusal is told in the editor."""
        assert self.window is not None
        self.window.forms.take_all()
        self.window.info.hide()
        try:
            self._session.run(command)
        except Refusal as refusal:
            self.window.info.refuse(partial(self._context.sentence, refusal))
            return False
        return True

    def _recode(self, how: str) -> None:
        """Ask about a change of the selected places and carry it out."""
        if self.window is None or not self.places:
            return
        self.window.forms.take_all()
        command = self._recoding.command(how, self.window, self.places)
        if command is not None:
            self.run(command)

    # --- adding --------------------------------------------------------------

    def add_layer(self) -> None:
        """Add a layer and put the keyboard into its label."""
        self._add(*new_layer(self._session.codebook))

    def add_variable(self) -> None:
        """Add a variable to the selected layer."""
        first = self.places[0]
        layer = first.key if first.sort is Sort.LAYER else first.owner
        self._add(*new_variable(self._session.codebook, layer))

    def add_list(self) -> None:
        """Add a code list."""
        self._add(*new_list(self._session.codebook))

    def add_category(self) -> None:
        """Add a category after the selected one, or to the selected list."""
        last = self.places[-1]
        code_list = self._list_of(last)
        if last.sort is Sort.LIST:
            self._add_blank(code_list, None, None)
            return
        assert self.window is not None
        before = self.window.tree.following(last)
        parent = code_list.category(last.key).parent
        self._add_blank(code_list, parent, before.key if before else None)

    def add_below(self) -> None:
        """Add a category under the selected one."""
        place = self.places[0]
        self._add_blank(self._list_of(place), place.key, None)

    def _add_blank(self, code_list: CodeList, parent: str | None, before: str | None) -> None:
        spent = self._session.spent(code_list.key)
        self._add(*blank_category(code_list, parent, before, spent))

    def _list_of(self, place: Place) -> CodeList:
        key = place.key if place.sort is Sort.LIST else place.owner
        return self._session.codebook.code_list(key)

    def _add(self, command: Any, place: Place) -> None:
        if self.run(command) and self.window is not None:
            self.window.choose(place)
            self.window.begin_label()

    def _add_for_field(self, field: Field, label: str) -> None:
        """Add a category that a field of the form lacks, and give it to the field."""
        from workbench.ui.codebook.kit import ListPicker

        if not isinstance(field, ListPicker):
            return
        category = self._session.new_category(field.code_list, label)
        if self.run(AddCategory(field.code_list, category)):
            field.take(category.key)

    # --- moving --------------------------------------------------------------

    def _move(self, places: tuple[Place, ...], drop: Drop) -> None:
        if not self._session.read_only:
            self.run(move_command(places, drop.parent, drop.before))

    def _step(self, way: str) -> None:
        """Move what is selected up, down, out beside what it is under, or in under a sibling."""
        from workbench.ui.codebook.siblings import target

        places = self.places
        if self.window is None or not places:
            return
        drop = target(self.window.tree, places, way)
        if drop is not None:
            self._move(tuple(places), drop)

    # --- from the coding window ----------------------------------------------

    def take_example(self) -> None:
        """Add the passage selected in the article to the examples of the selected category."""
        passage, places = self._around.passage(), self.places
        item = item_at(self._session.codebook, places[0]) if len(places) == 1 else None
        if passage is None or self.window is None or not isinstance(item, Category):
            return
        span = passage.span
        quote = self._session.text(passage.article)[span.start : span.end]
        wanted = with_example(item, quote)
        self.run(edit_command(self._session.codebook, places[0], wanted))

    def edit_tag(self, layer: str, category: str) -> None:
        """Open the editor at a tag: at its category, or at the layer where there is none."""
        found = self._session.codebook.layer(layer)
        code_list = found.main.code_list if found.main is not None else None
        if category and code_list is not None:
            self.edit(place_of_category(code_list, category))
        else:
            self.edit(place_of_layer(layer))
