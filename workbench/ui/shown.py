"""Which layers and coders the article shows: chosen in a menu, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Layer, Scope
from workbench.ui.context import Context
from workbench.ui.open_article import OpenArticle
from workbench.ui.panels import Panels
from workbench.ui.reading.sight import Sight
from workbench.ui.tags.labels import name_of


class ShownFlow(QObject):
    """Fill the menu of layers when it opens, and show the article accordingly."""

    hint = Signal(str)
    hidden_changed = Signal(object)  # the keys of the layers that are hidden now

    def __init__(
        self, context: Context, session: Session, panels: Panels, open_: OpenArticle
    ) -> None:
        super().__init__(panels.pane)
        self._context, self._session = context, session
        self._pane, self._open = panels.pane, open_
        self._values, self._key = context.settings.values, str(session.path)
        # Not remembered: whoever codes once more what another has coded must not see it unasked.
        self._coders: list[str] = []
        self._menu = context.window.actions_.menu("layers")
        self._menu.aboutToShow.connect(self._fill)
        self._menu.installEventFilter(self)
        self._made: list[QObject] = []

    def end(self) -> None:
        """Leave the menu as it was: the project closes."""
        self._menu.aboutToShow.disconnect(self._fill)
        self._menu.removeEventFilter(self)
        self._empty()

    # --- what is shown -------------------------------------------------------

    def follow(self) -> None:
        """Show what was chosen, as far as the codebook and the project have it."""
        layers = {layer.key for layer in self._layers()}
        hidden, focus = frozenset(layers.intersection(self._hidden)), self._focused
        coders = self._shown_coders()
        self.hidden_changed.emit(hidden)
        self._pane.set_sight(Sight(hidden, focus if focus in layers - hidden else "", coders))
        if coders != self._open.coders:
            self._open.coders = coders
            self._open.show_again()
        self._tell(len(layers) - len(hidden), len(layers))

    def reveal(self, annotation: Annotation | None) -> None:
        """Show the layer of an annotation that one makes or goes to, if it is hidden."""
        if annotation is None or annotation.layer not in self._hidden:
            return
        self._show_layer(annotation.layer, True)
        layer = self._session.codebook.layers_by_key.get(annotation.layer)
        if layer is not None:
            told = self.tr("The layer “{layer}” is shown again.").format(layer=name_of(layer))
            self.hint.emit(told)

    def show_everything(self) -> None:
        """Show every layer, none before the others, and no other coder."""
        self._coders = []
        self._choose([], "")

    def _layers(self) -> list[Layer]:
        layers = self._session.codebook.layers
        return [layer for layer in layers if layer.scope is Scope.SPAN]

    def _others(self) -> dict[int, str]:
        return {
            coder.id: coder.name
            for coder in self._session.coders()
            if coder.id != self._session.coder.id
        }

    def _shown_coders(self) -> dict[int, str]:
        if not self._coders:
            return {}
        return {id_: name for id_, name in self._others().items() if name in self._coders}

    def _show_layer(self, key: str, shown: bool) -> None:
        hidden = [each for each in self._hidden if each != key]
        self._choose(hidden if shown else [*hidden, key], self._focused)

    def _focus(self, key: str) -> None:
        self._choose([each for each in self._hidden if each != key], key)

    def _show_coder(self, name: str, shown: bool) -> None:
        others = [each for each in self._coders if each != name]
        self._coders = [*others, name] if shown else others
        self.follow()

    @property
    def _hidden(self) -> list[str]:
        return self._values.hidden_layers.get(self._key, [])

    @property
    def _focused(self) -> str:
        return self._values.focus_layer.get(self._key, "")

    def _choose(self, hidden: list[str], focus: str) -> None:
        """Remember for this project what its articles show, and show them so."""
        self._values.hidden_layers[self._key] = hidden
        self._values.focus_layer[self._key] = focus
        self._context.settings.save()
        self.follow()

    def _tell(self, shown: int, count: int) -> None:
        """Say on the button what is not as usual."""
        focus = self._focused
        layer = self._session.codebook.layers_by_key.get(focus)
        actions = self._context.window.actions_
        if layer is not None and focus not in self._hidden:
            actions.set_layers(name_of(layer))
        else:
            actions.set_layers("" if shown == count else f"{shown}/{count}")

    # --- the menu ------------------------------------------------------------

    def _fill(self) -> None:
        self._empty()
        counts = self._pane.counts()
        own = self._session.coder.id
        for layer in self._layers():
            shown = layer.key not in self._hidden
            text = f"{name_of(layer)}\t{counts[own, layer.key]:,}"
            self._add(text, shown, partial(self._show_layer, layer.key))
        self._head(self.tr("Stands out"))
        self._fill_focus()
        others = self._others()
        if others:
            self._head(self.tr("Other coders"))
        for name in others.values():
            shown = name in self._coders
            self._add(name, shown, partial(self._show_coder, name))
        self._menu.addSeparator()
        everything = self._menu.addAction(self.tr("Show &everything"))
        everything.triggered.connect(self.show_everything)

    def _head(self, text: str) -> None:
        self._menu.addSeparator()
        self._menu.addAction(text).setEnabled(False)

    def _fill_focus(self) -> None:
        group = QActionGroup(self._menu)
        self._made.append(group)
        focus = self._focused
        choices = [("", self.tr("No layer"))]
        choices += [(layer.key, name_of(layer)) for layer in self._layers()]
        for key, name in choices:
            action = self._add(name, key == focus, partial(self._on_focus, key))
            group.addAction(action)

    def _on_focus(self, key: str, _: bool) -> None:
        self._focus(key)

    def _add(self, text: str, checked: bool, slot: Callable[[bool], None]) -> QAction:
        action = self._menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)

        def chosen(checked: bool) -> None:  # a partial would not be told
            slot(checked)

        action.triggered.connect(chosen)
        return action

    def _empty(self) -> None:
        self._menu.clear()
        for each in self._made:
            each.deleteLater()
        self._made = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the menu open while one ticks: seldom is it only one."""
        ticked = self._ticked(event)
        if ticked is not None:
            ticked.trigger()
            return True
        return super().eventFilter(watched, event)

    def _ticked(self, event: QEvent) -> QAction | None:
        menu: QMenu = self._menu
        action = None
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            action = menu.actionAt(event.position().toPoint())
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            action = menu.activeAction() if event.key() == Qt.Key.Key_Space else None
        return action if action is not None and action.isCheckable() else None
