"""The field of a category or link: what was chosen as chips, and type-ahead for more."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from workbench.app.places import Place
from workbench.domain.codebook import Layer, Variable
from workbench.domain.values import Scalar
from workbench.ui.punctuation import either, in_brackets
from workbench.ui.tags.chip import Chip
from workbench.ui.tags.choice_list import ChoiceList
from workbench.ui.tags.choices import CategoryChoices, Choice, Choices, LinkChoices
from workbench.ui.tags.field import Field, Given
from workbench.ui.tags.flow import FlowLayout
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.paint import paint_box
from workbench.ui.tags.source import Passage, Source
from workbench.ui.tags.type_ahead import TypeAhead
from workbench.ui.theme import Theme

_SEPARATORS = ",，;；、"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_QUIET_REASONS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class Picker(Field):
    """Choose one or several values by typing, by arrow keys, or by the mouse."""

    def __init__(
        self, choices: Choices, several: bool, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._several = several
        self._theme = theme
        self._chips: list[Chip] = []
        self._dotted = isinstance(choices, CategoryChoices)
        self._list: ChoiceList | None = None
        self._advice = ""
        self._moved = False  # whether the person has gone to the current row
        self.edit = TypeAhead(self)
        self.edit.pressed.connect(self._on_key)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.focused.connect(self._on_focus)
        self.edit.left.connect(self._on_left)
        self.edit.tabbed.connect(self._on_tab)
        self._flow = FlowLayout(self, spacing=4, stretch_last=True)
        self._flow.setContentsMargins(5, 3, 5, 3)
        self._flow.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)
        self.retranslate()

    # --- values

    def values(self) -> Given:
        return tuple(_scalar(chip.choice) for chip in self._chips)

    def set_values(self, values: Given) -> None:
        if values != self.values():
            self._show([self._choices.choice(value) for value in values])

    def _show(self, chosen: list[Choice]) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(choice) for choice in chosen]
        for place, chip in enumerate(self._chips):
            self._flow.insert_widget(place, chip)
            chip.show()
        self._set_placeholder()
        self.updateGeometry()

    def _chip(self, choice: Choice) -> Chip:
        chip = Chip(choice, self._theme, self._dotted, self)
        chip.setCursor(Qt.CursorShape.ArrowCursor)
        chip.removed.connect(lambda: self._remove(choice))
        chip.menu_wanted.connect(partial(self.show_menu, choice))
        return chip

    def _remove(self, choice: Choice) -> None:
        self._change([chip.choice for chip in self._chips if chip.choice != choice])
        self.edit.setFocus()

    def _change(self, chosen: list[Choice]) -> None:
        self._show(chosen)
        self.committed.emit()

    def show_menu(self, choice: Choice, place: QPoint) -> None:
        """Offer what can be done with a chosen value besides taking it away."""

    def take(self, value: Scalar) -> None:
        """Choose `value`, beside the others where several are allowed."""
        choice = self._choices.choice(value)
        kept = [chip.choice for chip in self._chips] if self._several else []
        self.edit.clear()
        self.complained.emit("")
        self._change([*(each for each in kept if each.value != value), choice])

    def commit(self) -> bool:
        """Take what was typed if it is certain what it means; complain if it is not.

        The row that a list proposes for half a name is no more than a proposal.
        """
        text = self.edit.text().strip()
        choice = self._meant(text) if text else None
        if choice is not None:
            self._accept(choice, go_on=False)
        text = self.edit.text().strip()
        if text:
            self._complain(text)
        return not text

    def _meant(self, text: str) -> Choice | None:
        """Return the row that the person has gone to, else what is called exactly so."""
        choice = self.current() if self._moved else None
        if choice is not None and not choice.adds:
            return choice
        called = self._choices.called(text)
        return called[0] if len(called) == 1 else None

    def _complain(self, text: str) -> None:
        self.close_list()  # it would cover what is said
        called = self._choices.called(text)
        if len(called) > 1:
            sentence = self.tr("“{text}” can be {names}: pick the one that is meant (↓).")
            names = either(_with_note(each) for each in called)
            self.complained.emit(sentence.format(text=text, names=names))
            return
        sentence = self.tr("“{text}” is not chosen yet: pick it from the list (↓) or clear it.")
        if self._choices.addition(text) and not self._choices.found(text):
            sentence = self.tr(
                "“{text}” is not in the list: choose another, add it (Shift+Enter), or clear it."
            )
        self.complained.emit(sentence.format(text=text))

    def unread(self) -> str:
        return self.edit.text().strip()

    def write(self, text: str) -> None:
        self.edit.setText(text)
        self.commit()
        self.close_list()

    # --- the list

    def list_is_open(self) -> bool:
        """Tell whether the list hangs open."""
        return self._list is not None and self._list.isVisible()

    def open_list(self) -> None:
        """Show what can be chosen for what is typed so far."""
        text = self.edit.text().strip()
        rows = self._found(text) if text else self._suggested()
        if self._list is None:
            self._list = ChoiceList(self, self._theme)
            self._list.chosen.connect(self._on_clicked)
        self._list.view.setAccessibleName(self.accessibleName())
        self._moved = False
        # A row that adds to the codebook, or is one of several of one name, is only taken by
        # who goes to it.
        proposes = bool(text) and bool(rows) and not (rows[0].adds or rows[0].asks)
        self._list.show_rows(rows, first_is_current=proposes)
        self._tell()

    def close_list(self) -> None:
        """Hide the list."""
        if self._list is not None:
            self._list.hide()

    def _suggested(self) -> list[Choice]:
        chosen = self.values()
        return [each for each in self._choices.suggested() if each.value not in chosen]

    def _found(self, text: str) -> list[Choice]:
        rows = self._choices.found(text)
        addition = self._choices.addition(text)
        return [*rows, addition] if addition else rows

    def current(self) -> Choice | None:
        """Return the row that Enter would take."""
        if self._list is None or not self._list.isVisible():
            return None
        return self._list.view.current()

    def _accept(self, choice: Choice, go_on: bool) -> None:
        """Choose a row; one that adds leaves the text until `take` brings the new category."""
        self.close_list()
        if choice.adds:
            self.add_requested.emit(choice.adds)
        else:
            self.take(_scalar(choice))
        if go_on and not self.edit.text():
            self.finished.emit()

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return the entry of the row that Enter would take, else of what was chosen last."""
        if at is not None:
            return None
        choice = self.current() or next((chip.choice for chip in reversed(self._chips)), None)
        return choice.entry if choice is not None else None

    # --- keys and mouse

    def _on_key(self, event: QKeyEvent) -> None:
        key = event.key()
        handlers = {
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_PageDown: lambda: self._step(8),
            Qt.Key.Key_PageUp: lambda: self._step(-8),
            Qt.Key.Key_Return: self._on_enter,
            Qt.Key.Key_Enter: self._on_enter,
            Qt.Key.Key_Escape: self._on_escape,
            Qt.Key.Key_Backspace: self._on_backspace,
        }
        if key in _ENTER and event.modifiers() & _MODIFIERS == Qt.KeyboardModifier.ShiftModifier:
            event.setAccepted(self._on_add())
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in handlers:
            event.setAccepted(handlers[Qt.Key(key)]())
        elif event.text() and event.text() in _SEPARATORS:
            event.setAccepted(self._on_separator())

    def _step(self, by: int) -> bool:
        if not self.list_is_open():
            self.open_list()
            if self.edit.text().strip() and self.current() is None:
                self._go(by)
        else:
            self._go(by)
        self._tell()
        return True

    def _go(self, by: int) -> None:
        if self._list is not None:
            self._list.view.step(by)
            self._moved = True

    def _on_enter(self) -> bool:
        choice = self.current()
        if choice is not None:
            self._accept(choice, go_on=True)
        elif self.commit():
            self.close_list()
            self.finished.emit()
        return True

    def _on_add(self) -> bool:
        """Add what is typed to the list at once; complain where it is in there."""
        text = self.edit.text().strip()
        addition = self._choices.addition(text)
        if addition is not None:
            self._accept(addition, go_on=True)
        elif text:
            self._complain(text)
        return True

    def _on_escape(self) -> bool:
        if self.edit.text():
            self.edit.clear()
            self.complained.emit("")
        elif not self.list_is_open():
            return False
        self.close_list()
        return True

    def _on_backspace(self) -> bool:
        if self.edit.text() or not self._chips:
            return False
        self._change([chip.choice for chip in self._chips[:-1]])
        return True

    def _on_tab(self) -> None:
        """Take the current row of what was typed; the focus moves on by itself."""
        choice = self.current()
        if self.edit.text().strip() and choice is not None and not choice.adds:
            self._accept(choice, go_on=False)

    def _on_separator(self) -> bool:
        """Take the current row and stay, to add another value."""
        choice = self.current()
        if not self._several or choice is None or choice.adds:
            return False
        self._accept(choice, go_on=False)
        return True

    def _on_typed(self) -> None:
        self.complained.emit("")
        self.open_list()

    def _on_focus(self, event: QFocusEvent) -> None:
        self.update()
        empty = not self._chips and not self.edit.text()
        if empty and event.reason() not in _QUIET_REASONS:
            self.open_list()

    def _on_left(self, event: QFocusEvent) -> None:
        self.update()
        self.close_list()
        if event.reason() not in _QUIET_REASONS:
            self.commit()

    def _on_clicked(self, choice: Choice) -> None:
        self._accept(choice, go_on=not self._several)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self.list_is_open():
            self.open_list()

    # --- looks

    def _tell(self) -> None:
        """Tell a screen reader which row is the current one."""
        choice = self.current()
        self.edit.setAccessibleDescription(choice.label if choice else self._advice)

    def set_advice(self, advice: str) -> None:
        self._advice = advice
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self._theme, self.rect(), self.edit.hasFocus())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._list is not None:
            self._list.set_theme(theme)
        for chip in self._chips:
            chip.set_theme(theme)
        self.update()

    def retranslate(self) -> None:
        self._show([self._choices.choice(value) for value in self.values()])

    def _set_placeholder(self) -> None:
        self.edit.setPlaceholderText("" if self._chips else self.tr("type to find"))


def _with_note(choice: Choice) -> str:
    return in_brackets(choice.label, choice.note) if choice.note else choice.label


def _scalar(choice: Choice) -> Scalar:
    value = choice.value
    assert isinstance(value, (str, int, float))
    return value


class CategoryPicker(Picker):
    """Choose among the categories that a variable offers."""

    def __init__(
        self,
        source: Source,
        layer: Layer,
        variable: Variable,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        self._categories = CategoryChoices(source, layer, variable)
        self._list_key = variable.code_list or ""
        super().__init__(self._categories, variable.several, theme, parent)
        self.edit.setAccessibleName(name_of(variable))

    def set_passage(self, passage: Passage | None, annotation: int | None) -> None:
        self._categories.passage = passage

    def set_date(self, date: str) -> None:
        self._categories.date = date

    def show_menu(self, choice: Choice, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        merge = menu.addAction(self.tr("&Merge into another category…"))
        key = str(choice.value)
        merge.triggered.connect(lambda: self.merge_wanted.emit(self._list_key, key))
        menu.popup(place)


class LinkPicker(Picker):
    """Choose among the article's annotations."""

    def __init__(
        self,
        source: Source,
        layer: Layer,
        variable: Variable,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        self._links = LinkChoices(source, layer.key)
        super().__init__(self._links, variable.several, theme, parent)
        self.edit.setAccessibleName(name_of(variable))

    def set_passage(self, passage: Passage | None, annotation: int | None) -> None:
        self._links.passage = passage
        self._links.linking = annotation
        self.retranslate()
