"""The right side of the editor: the form of what is selected."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from workbench.app.places import Item, Place
from workbench.domain.codebook import Category, CodeList, Layer, Variable
from workbench.ui.codebook.category_form import fill_category_form
from workbench.ui.codebook.form import EditForm, KeptTexts, Write
from workbench.ui.codebook.kit import Kit
from workbench.ui.codebook.layer_form import fill_layer_form, fill_variable_form
from workbench.ui.codebook.list_form import fill_list_form
from workbench.ui.tags.field import Field
from workbench.ui.tags.source import Source
from workbench.ui.theme import Theme


class Forms(QWidget):
    """Show one item in the form that fits it; forms are kept and filled anew."""

    add_wanted = Signal(object, str)

    def __init__(
        self, source: Source, theme: Theme, write: Write, check_pattern: Callable[[str], str]
    ) -> None:
        super().__init__()
        self._source = source
        self._theme = theme
        self._write = write
        self._check_pattern = check_pattern
        self._kept: KeptTexts = {}
        self._forms: dict[Hashable, EditForm] = {}
        self._told = QLabel(wordWrap=True)
        self._told.setContentsMargins(12, 12, 12, 12)
        self._stack = QStackedWidget()
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self._told)
        column.addStretch(1)
        self._stack.addWidget(page)
        self._page = page
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    # --- what is shown -------------------------------------------------------

    @property
    def form(self) -> EditForm | None:
        """The form that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, EditForm) else None

    def tell(self, sentence: str) -> None:
        """Show a sentence instead of a form."""
        self.take_all()
        self._told.setText(sentence)
        self._stack.setCurrentWidget(self._page)

    def show_item(self, place: Place, item: Item) -> None:
        """Show an item; what is being typed of another one is taken first."""
        if self.form is not None and self.form.place != place:
            self.take_all()
        before = self.form
        again = before is not None and before.place == place
        name = before.focused() if before is not None and again else ""
        form = self._form(place, item)
        form.show_item(place, item)
        self._stack.setCurrentWidget(form)
        if form is not before:
            form.take_focus(name)

    def take_all(self) -> None:
        """Take what is being typed."""
        if self.form is not None:
            self.form.take_all()

    def rename(self, moved: Mapping[Place, Place]) -> None:
        """Take note of places that are called otherwise now."""
        for (place, name), kept in list(self._kept.items()):
            if place in moved:
                del self._kept[place, name]
                self._kept[moved[place], name] = kept
        shown = self.form.place if self.form is not None else None
        if self.form is not None and shown is not None and shown in moved:
            self.form.rename(moved[shown])

    @property
    def places(self) -> list[Place]:
        """The places that something is remembered of."""
        shown = [self.form.place] if self.form is not None and self.form.place else []
        return [*shown, *(place for place, _ in self._kept)]

    # --- forms ---------------------------------------------------------------

    def _form(self, place: Place, item: Item) -> EditForm:
        kind = self._kind(place, item)
        if kind not in self._forms:
            form = EditForm(self._theme, self._write, self._kept)
            self._fill(form, place, item)
            form.add_wanted.connect(self._add)
            self._forms[kind] = form
            self._stack.addWidget(form)
        return self._forms[kind]

    def _kind(self, place: Place, item: Item) -> Hashable:
        """Return what makes a form differ from others."""
        match item:
            case Category():
                return ("category", place.owner, self._list(place).attributes)
            case Variable():
                requirable = item.code_list and self._source.codebook.code_list(item.code_list)
                attributes = requirable.attributes if requirable else ()
                return ("variable", place.owner, item.kind, item.code_list, attributes)
            case Layer():
                return ("layer", item.key)
            case CodeList():
                return "list"

    def _list(self, place: Place) -> CodeList:
        return self._source.codebook.code_list(place.owner)

    def _fill(self, form: EditForm, place: Place, item: Item) -> None:
        kit = Kit(self._theme, self._source)
        match item:
            case Category():
                fill_category_form(form, kit, self._list(place), self._check_pattern)
            case Variable():
                fill_variable_form(form, kit, item)
            case Layer():
                fill_layer_form(form, kit, item.key)
            case CodeList():
                fill_list_form(form, kit)

    def _add(self, field: Field, label: str) -> None:
        self.add_wanted.emit(field, label)

    def forget_forms(self) -> None:
        """Make every form anew when it is wanted: the language has changed."""
        self._stack.setCurrentWidget(self._page)
        for form in self._forms.values():
            self._stack.removeWidget(form)
            form.deleteLater()
        self._forms.clear()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        for form in self._forms.values():
            form.set_theme(theme)
