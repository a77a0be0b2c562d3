"""One key a layer, one key a tag: they mark what is selected in the article."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from workbench.domain.codebook import Codebook, Scope
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.tags.panel import TagPanel


class LayerKeys(QObject):
    """The keys of the codebook, alive while the article has the keyboard."""

    def __init__(self, pane: ReadingPane, tags: TagPanel) -> None:
        super().__init__(pane)
        self._pane, self._tags = pane, tags
        self._shortcuts: list[QShortcut] = []

    def follow(self, codebook: Codebook) -> None:
        """Take the keys that the codebook names now."""
        for shortcut in self._shortcuts:
            shortcut.setParent(None)
            shortcut.deleteLater()
        self._shortcuts = [
            self._shortcut(layer.shortcut, layer.key)
            for layer in codebook.layers
            if layer.shortcut and layer.scope is Scope.SPAN and not layer.retired
        ]

    def _shortcut(self, key: str, layer: str) -> QShortcut:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut = QShortcut(QKeySequence(key), self._pane, context=context)
        shortcut.activated.connect(partial(self._press, layer))
        return shortcut

    def _press(self, layer: str) -> None:
        self._tags.press_layer(layer)
        # The layer's tag was clear at once: what is typed on must not mark the same again.
        focus = QApplication.focusWidget()
        if focus is not None and self._pane.isAncestorOf(focus):
            self._pane.clear_selection()
