"""One key a layer, one key a tag: they mark what is selected in the article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from workbench.domain.codebook import Codebook, Layer, Scope, is_offered
from workbench.ui.marking import Marking
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.shortcuts.strokes import same_stroke
from workbench.ui.tags.panel import TagPanel
from workbench.ui.tags.tag_nodes import one_key_layers


class LayerKeys(QObject):
    """The keys of the codebook, alive while the article has the keyboard.

    A key marks what is selected; with Shift it gives the selected annotation that tag.
    """

    def __init__(self, pane: ReadingPane, tags: TagPanel, marking: Marking) -> None:
        super().__init__(pane)
        self._pane, self._tags, self._marking = pane, tags, marking
        self._shortcuts: list[QShortcut] = []
        self._taken: Collection[str] = ()

    def follow(self, codebook: Codebook, taken: Collection[str] = ()) -> None:
        """Take the keys that the codebook names now; those that actions have are theirs."""
        self._taken = taken
        for shortcut in self._shortcuts:
            shortcut.setParent(None)
            shortcut.deleteLater()
        self._shortcuts = []
        for layer in _marking_layers(codebook):
            press = partial(self._press, partial(self._tags.press_layer, layer.key))
            self._add(layer.shortcut, press, partial(self._marking.find_other_tag, layer.key))
        for layer, category, key in favourites(codebook):
            press = partial(self._press, partial(self._tags.press_tag, layer, category))
            self._add(key, press, partial(self._marking.retag, layer, category))

    def _add(self, key: str, press: Callable[[], None], change: Callable[[], None]) -> None:
        for stroke, slot in ((key, press), (f"Shift+{key}", change)):
            if same_stroke(stroke) not in self._taken:
                self._shortcuts.append(self._shortcut(stroke, slot))

    def _shortcut(self, key: str, press: Callable[[], None]) -> QShortcut:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut = QShortcut(QKeySequence(key), self._pane, context=context)
        shortcut.activated.connect(press)
        return shortcut

    def _press(self, mark: Callable[[], None]) -> None:
        mark()
        # The tag was clear at once: what is typed on must not mark the same again.
        focus = QApplication.focusWidget()
        if focus is not None and self._pane.isAncestorOf(focus):
            self._pane.clear_selection()


def _marking_layers(codebook: Codebook) -> Iterator[Layer]:
    for layer in codebook.layers:
        if layer.shortcut and layer.scope is Scope.SPAN and not layer.retired:
            yield layer


def favourites(codebook: Codebook) -> Iterator[tuple[str, str, str]]:
    """Yield layer, category and key of each tag with a key of its own."""
    for code_list in codebook.code_lists:
        for category in code_list.categories:
            if category.shortcut and not category.retired:
                layer = next(
                    (
                        layer.key
                        for layer, variable in one_key_layers(codebook)
                        if variable.code_list == code_list.key and is_offered(variable, category)
                    ),
                    None,
                )
                if layer is not None:
                    yield layer, category.key, category.shortcut
