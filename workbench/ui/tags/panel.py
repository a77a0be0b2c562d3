"""The tag panel: a finder, a button for each layer with a form, and every tag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from workbench.app.places import Place
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Category, Layer
from workbench.domain.terms import readable
from workbench.ui.tags.choice_list import ChoiceView
from workbench.ui.tags.choices import Choice
from workbench.ui.tags.elided import ElidedLabel
from workbench.ui.tags.finder_box import FinderBox
from workbench.ui.tags.finding import found_tags, named_by, near_tags, only_tag
from workbench.ui.tags.flow import FlowLayout
from workbench.ui.tags.layer_button import LayerButton
from workbench.ui.tags.recent import Recent
from workbench.ui.tags.source import Passage, Source
from workbench.ui.tags.tag_nodes import Node, Role, form_layers, is_one_key, one_key_layers
from workbench.ui.tags.tag_tree import TagTree
from workbench.ui.theme import Theme
from workbench.ui.translated import Translated

_MARGIN = 8
_LOWEST = 48  # of the tags, which scroll: two rows
_FAVOURITE_KEYS = "123456789"


class TagPanel(Translated, QWidget):
    """Choose what the selected text is marked with.

    `mark_requested` brings a layer and its values, `form_requested` a layer whose form is
    wanted, `add_category_requested` a code list, the text to add, and the boolean attribute
    that the category must have; answer it with `category_added`. `retag_requested` brings a
    layer and values that an annotation there is gets instead of its own. `hint` is for the status
    line, `text_wanted` asks to put the keyboard back into the article. `edit_wanted` brings a
    layer and a category (empty: the layer itself) that is to be edited in the codebook.
    `actions_found` finds the window's actions, `action_chosen` brings one. `reads_pinyin` tells
    whether pinyin is still to come; `find_again` is to be called when it is there.
    """

    mark_requested = Signal(str, object)
    retag_requested = Signal(str, object)
    form_requested = Signal(str)
    add_category_requested = Signal(str, str, str)
    hint = Signal(str)
    text_wanted = Signal()
    edit_wanted = Signal(str, str)
    action_chosen = Signal(str)
    #: A memo is to be written on a category, named by its list and key.
    memo_wanted = Signal(str, str)
    key_given = Signal(str, str, str)  # code list, category, key
    refused = Signal()
    merge_wanted = Signal(str, str)

    def __init__(self, source: Source, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._theme = theme
        self._article: int | None = None
        self._passage: Passage | None = None
        self._adding: Layer | None = None
        self._retagged: Passage | None = None  # the annotation that gets another tag
        self._read_only = False
        self.actions_found: Callable[[str], list[Choice]] = lambda _: []
        self.reads_pinyin: Callable[[], bool] = lambda: False
        self._recent: dict[str, Recent] = {}
        self._counts: dict[str, Counter[str]] = {}
        self.finder = FinderBox(theme)
        self.waits = ElidedLabel(theme)  # says what cannot be found yet
        self.buttons: list[LayerButton] = []
        self._button_box = QWidget()
        self._flow = FlowLayout(self._button_box, spacing=4)
        self.tree = TagTree(theme)
        self.results = ChoiceView(theme)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._connect()
        self.refresh_codebook()
        self.set_theme(theme)
        self._retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        head.setSpacing(8)
        head.addWidget(self.finder)
        head.addWidget(self.waits)
        head.addWidget(self._button_box)
        layout.addLayout(head)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.results)
        for each in (self.tree, self.results):
            each.setMinimumHeight(_LOWEST)
        layout.addWidget(body, 1)

    def _connect(self) -> None:
        self.finder.asked.connect(self._on_asked)
        self.finder.stepped.connect(self.results.step)
        self.finder.accepted.connect(self._on_accepted)
        self.finder.added.connect(self._on_added)
        self.finder.left.connect(self._leave_finder)
        self.results.chosen.connect(self._choose)
        self.tree.tag_chosen.connect(self._mark)
        self.tree.text_wanted.connect(self.text_wanted)
        self.tree.menu_wanted.connect(self._show_menu)

    # --- what it shows

    def refresh_codebook(self) -> None:
        """Show the codebook as it is now."""
        codebook = self._source.codebook
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(layer) for layer in form_layers(codebook)]
        self._button_box.setVisible(bool(self.buttons))
        self._fit_buttons()
        scrolled = self.tree.verticalScrollBar().value()
        self.tree.tags.set_codebook(codebook)
        for layer, variable in one_key_layers(codebook):
            known = codebook.code_list(variable.code_list or "").by_key
            self._recent.setdefault(layer.key, Recent()).keep(known)
        self._show_named()
        self.refresh_annotations()
        self.tree.verticalScrollBar().setValue(scrolled)
        self._on_asked()

    def _button(self, layer: Layer) -> LayerButton:
        button = LayerButton(layer, self._theme, self._button_box)
        button.clicked.connect(lambda: self.press_layer(layer.key))
        self._flow.addWidget(button)
        button.show()
        return button

    def set_article(self, article: int | None) -> None:
        """Show counts and named tags of an article."""
        self._article = article
        self._passage = None
        self._stop_retagging()
        self._show_named()
        self.refresh_annotations()

    def set_selection(self, passage: Passage | None) -> None:
        """Say what is selected in the article."""
        self._passage = passage
        if passage is not None:
            self._stop_retagging()

    def refresh_annotations(self) -> None:
        """Read the article's annotations again and show counts and recent tags."""
        there = self._source.annotations(self._article) if self._article is not None else ()
        self._counts = {layer.key: Counter() for layer, _ in one_key_layers(self._source.codebook)}
        for layer, tag, modified in self._tags(there):
            self._counts[layer][tag] += 1
            self._recent[layer].use(tag, modified)
        self._show_counts()

    def patch_annotations(self, before: Iterable[Annotation], there: Iterable[Annotation]) -> None:
        """Take note that annotations which were as `before` are `there` now, as they are."""
        for layer, tag, _ in self._tags(before):
            self._counts[layer][tag] -= 1
        for layer, tag, modified in self._tags(there):
            self._counts[layer][tag] += 1
            self._recent[layer].use(tag, modified)
        self._show_counts()

    def _tags(self, annotations: Iterable[Annotation]) -> Iterator[tuple[str, str, str]]:
        """Yield layer, tag and time of each tag of the article that one key can mark with."""
        variables = {
            layer.key: variable.key for layer, variable in one_key_layers(self._source.codebook)
        }
        for each in annotations:
            if each.layer in variables and each.article == self._article:
                for tag in each.values.get(variables[each.layer], ()):
                    yield each.layer, str(tag), each.modified

    def _show_counts(self) -> None:
        self.tree.tags.set_quick(Role.RECENT, {key: r.keys for key, r in self._recent.items()})
        self.tree.tags.set_counts({layer: +tally for layer, tally in self._counts.items()})

    def _show_named(self) -> None:
        article = self._article
        named: dict[str, Sequence[str]] = {}
        for layer, variable in one_key_layers(self._source.codebook):
            if article is not None and variable.code_list:
                named[layer.key] = self._source.named(article, variable.code_list)
        self.tree.tags.set_quick(Role.NAMED, named)

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return the entry of the row that Enter in the finder would take."""
        found = self._stack.currentWidget() is self.results
        return self.results.entry_at(None) if at is None and found else None

    # --- marking

    def set_read_only(self) -> None:
        """Show every tag; `refused` tells where one is wanted all the same."""
        self._read_only = True

    def press_layer(self, key: str) -> None:
        """Do what a layer's key does: open its form, or mark if the selection names one tag.

        Otherwise the finder asks which tag of the layer is meant.
        """
        layer = self._source.codebook.layer(key)
        if self._read_only:
            self.refused.emit()
        elif self._passage is None:
            self._ask_for_selection()
        elif not is_one_key(layer):
            self.form_requested.emit(key)
        else:
            category = only_tag(self._source, layer, self._quote(), self._date())
            if category is None:
                self._ask_which(layer)
            else:
                self._mark(key, category)

    def _ask_which(self, layer: Layer) -> None:
        """Find in a layer what the selection is; a name that several have stands there typed."""
        self.start_finding(layer.key)
        if len(named_by(self._source, layer, self._quote())) > 1:
            self.finder.edit.setText(self._quote())

    def press_tag(self, layer_key: str, category: str) -> None:
        """Do what a tag's key or a click on it does: mark the selection with it."""
        self._mark(layer_key, category)

    def retag(self, passage: Passage, layer_key: str | None = None) -> None:
        """Ask for another tag of the annotation at `passage`, of any layer or of one.

        What names exactly one tag of the layer is taken at once, and a layer with a form too.
        """
        layer = self._source.codebook.layer(layer_key) if layer_key else None
        if layer is not None and not is_one_key(layer):
            self.retag_requested.emit(layer.key, {})
            return
        self.start_finding(layer_key)
        self._retagged = passage
        self.finder.set_retagging(True)
        category = only_tag(self._source, layer, self._quote(), self._date()) if layer else None
        if layer is not None and category is not None:
            self._give(layer.key, category)
            self._leave_finder()

    def _stop_retagging(self) -> None:
        self._retagged = None
        self.finder.set_retagging(False)

    def _leave_finder(self) -> None:
        self.finder.clear()
        self._stop_retagging()
        self.text_wanted.emit()

    def start_finding(self, layer_key: str | None = None) -> None:
        """Put the keyboard into the finder, narrowed to a layer or not."""
        self._stop_retagging()
        self.finder.edit.clear()
        self.finder.narrow(self._source.codebook.layer(layer_key) if layer_key else None)
        self.finder.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def category_added(self, code_list: str, key: str) -> None:
        """Mark with a category just added for the finder."""
        layer = self._adding
        if layer is not None and layer.main is not None and layer.main.code_list == code_list:
            self._give(layer.key, key)
            self._leave_finder()

    def _date(self) -> str:
        """Return when the article was published, empty where that is unknown."""
        meant = self._meant
        return readable(self._source.published(meant.article)) if meant else ""

    @property
    def _meant(self) -> Passage | None:
        """The stretch that gets a tag: of the annotation to be retagged, else what is selected."""
        return self._retagged or self._passage

    def _quote(self) -> str:
        meant = self._meant
        assert meant
        return self._source.text(meant.article)[meant.span.start : meant.span.end].strip()

    def _give(self, layer_key: str, category: str) -> None:
        """Give a tag that was found to what it was looked for."""
        variable = self._source.codebook.layer(layer_key).main
        if self._retagged is not None and variable is not None:
            self.retag_requested.emit(layer_key, {variable.key: category})
        else:
            self._mark(layer_key, category)

    def _mark(self, layer_key: str, category: str) -> None:
        variable = self._source.codebook.layer(layer_key).main
        assert variable is not None
        if self._read_only:
            self.refused.emit()
        elif self._passage is None:
            self._ask_for_selection()
        else:
            self.mark_requested.emit(layer_key, {variable.key: category})

    def _ask_for_selection(self) -> None:
        self.hint.emit(self.tr("Select some text first, then choose a tag."))

    # --- the finder

    def _on_asked(self) -> None:
        text, layer = self.finder.text(), self.finder.layer
        rows: list[Choice] = []
        if text:
            rows = found_tags(self._source, text, layer, self._date())
            if layer is None and self._retagged is None:
                rows = _with_actions(rows, self.actions_found(text))
        elif layer is not None:
            rows = near_tags(self._source, layer, self._meant)
        self.results.set_rows(rows)
        if text and rows and not (rows[0].adds or rows[0].asks):
            self.results.setCurrentIndex(self.results.rows.index(0))
        self._stack.setCurrentIndex(1 if text or layer else 0)
        self.waits.setVisible(text.isascii() and text != "" and self.reads_pinyin())

    def find_again(self) -> None:
        """Find anew what is typed; a row that one has gone to stays the current one."""
        index, current = self.results.currentIndex(), self.results.current()
        self._on_asked()
        if index.row() > 0 and current in self.results.rows.choices:
            row = self.results.rows.choices.index(current)
            self.results.setCurrentIndex(self.results.rows.index(row))

    def _on_accepted(self) -> None:
        choice = self.results.current()
        if choice is not None:
            self._choose(choice)
        elif self._asks():
            self.hint.emit(
                self.tr("Several have this name, and the date does not decide: pick (↓).")
            )

    def _asks(self) -> bool:
        first = self.results.rows.choice(self.results.rows.index(0))
        return first is not None and first.asks

    def _on_added(self) -> None:
        """Add what is typed to the list at once; where several lists could have it, ask."""
        addition = self.results.addition()
        if addition is not None:
            self._choose(addition)
        elif self.finder.text():
            self.hint.emit(self.tr("Pick the list to add it to (↓), or the tag that is there."))

    def _choose(self, choice: Choice) -> None:
        layer_key, category = _tag(choice)
        if choice.acts:
            self._leave_finder()
            self.action_chosen.emit(category)
        elif self._read_only:
            self.refused.emit()
        elif self._meant is None:
            self._ask_for_selection()
        elif choice.adds:
            self._add(self._source.codebook.layer(layer_key), choice.adds)
        else:
            self._give(layer_key, category)
            self._leave_finder()

    def _add(self, layer: Layer, text: str) -> None:
        variable = layer.main
        assert variable is not None
        self._adding = layer
        self.add_category_requested.emit(variable.code_list or "", text, variable.requires or "")
        self._adding = None

    # --- the codebook

    def _show_menu(self, node: Node, place: QPoint) -> None:
        """Offer to edit what a tag stands for."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layer = node.layer.key
        if node.category is not None:
            key = node.category.key
            category = menu.addAction(self.tr("&Edit this category…"))
            category.triggered.connect(lambda: self.edit_wanted.emit(layer, key))
            code_list = node.layer.main.code_list if node.layer.main else None
            memo = menu.addAction(self.tr("Mem&o on this category"))
            memo.triggered.connect(lambda: self.memo_wanted.emit(code_list or "", key))
            if not self._read_only:
                self._offer_keys(menu, node.layer, node.category)
                self._offer_merging(menu, node.layer, key)
        edit = menu.addAction(self.tr("Edit this &layer…"))
        edit.triggered.connect(lambda: self.edit_wanted.emit(layer, ""))
        menu.popup(place)

    def _offer_keys(self, menu: QMenu, layer: Layer, category: Category) -> None:
        """Offer the digits as keys of a tag that is wanted often."""
        code_list = layer.main.code_list if layer.main is not None else None
        keys = menu.addMenu(self.tr("Mark with the &key"))
        for key in (*_FAVOURITE_KEYS, ""):
            action = keys.addAction(f"&{key}" if key else self.tr("&None"))
            action.setCheckable(True)
            action.setChecked(key == category.shortcut)
            given = partial(self.key_given.emit, code_list or "", category.key, key)
            action.triggered.connect(lambda _=False, given=given: given())

    def _offer_merging(self, menu: QMenu, layer: Layer, key: str) -> None:
        code_list = layer.main.code_list if layer.main is not None else None
        merge = menu.addAction(self.tr("&Merge into another category…"))
        merge.triggered.connect(lambda: self.merge_wanted.emit(code_list or "", key))

    # --- looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """Show both languages on the buttons while they fit into one line."""
        wanted = sum(each.full_width() + self._flow.spacing() for each in self.buttons)
        for button in self.buttons:
            button.set_brief(wanted > self.width() - 2 * _MARGIN)

    def _retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Tags"))
        self.results.setAccessibleName(self.tr("Tags found"))
        self.waits.set_text(self.tr("Pinyin is still being read: it is found in a moment."))
        for button in self.buttons:
            button.retranslate()
        self._fit_buttons()
        self.tree.viewport().update()
        self._on_asked()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.finder.set_theme(theme)
        self.waits.set_theme(theme)
        self.tree.set_theme(theme)
        self.results.set_theme(theme)
        for button in self.buttons:
            button.set_theme(theme)


def _with_actions(tags: list[Choice], actions: list[Choice]) -> list[Choice]:
    """Return tags, then actions, then what would add a tag."""
    return sorted([*tags, *actions], key=lambda each: (bool(each.adds), each.acts))


def _tag(choice: Choice) -> tuple[str, str]:
    value = choice.value
    assert isinstance(value, tuple)
    return value  # type: ignore[return-value]
