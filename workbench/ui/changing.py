"""Change several annotations at once: their values, or the layer that they are of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from workbench.app.codebook_queries import Usage
from workbench.app.commands import EditAnnotations, MoveToLayer
from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Layer
from workbench.ui.context import Context
from workbench.ui.guide.words import usage_words
from workbench.ui.info_bar import Words
from workbench.ui.tags.source import Source


class SeveralFlow:
    """Ask what becomes of the annotations that are selected in the table."""

    def __init__(
        self,
        context: Context,
        session: Session,
        source: Source,
        selected: Callable[[], Sequence[Annotation]],
    ) -> None:
        self._context, self._session, self._source = context, session, source
        self._selected = selected

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions do."""
        return {"change_several": self.change, "change_layer": self.change_layer}

    def change(self) -> None:
        """Ask for the values that all of them get."""
        annotations = self._selected()
        layer = self._layer_of(annotations)
        if layer is None:
            return
        from workbench.ui.dialogs.change_several import ChangeSeveralDialog

        dialog = ChangeSeveralDialog(
            layer,
            self._touched(annotations),
            self._source,
            self._context.appearance.theme,
            self._context.window,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._run(EditAnnotations(_ids(annotations), dialog.values))

    def change_layer(self) -> None:
        """Ask for the layer that they go to, and what becomes of their values."""
        self._change_layer(self._selected())

    def change_layer_of(self, layer: str, annotation: int) -> None:
        """Ask what becomes of the values of one annotation that is to go to a layer."""
        self._change_layer(self._session.annotations_by_id([annotation]), layer)

    def _change_layer(self, annotations: Sequence[Annotation], likely: str = "") -> None:
        layer = self._layer_of(annotations)
        if layer is None:
            return
        from workbench.ui.dialogs.change_layer import ChangeLayerDialog

        targets = [
            each
            for each in self._session.codebook.layers
            if each.scope is layer.scope and each.key != layer.key and not each.retired
        ]
        if not targets:
            self._refuse(
                lambda: QCoreApplication.translate(
                    "Several", "There is no other layer of this kind; make one in the codebook."
                )
            )
            return
        touched = self._touched(annotations)
        dialog = ChangeLayerDialog(layer, targets, touched, self._context.window)
        dialog.box.setCurrentIndex(max(0, dialog.box.findData(likely)))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._run(MoveToLayer(_ids(annotations), dialog.layer, dialog.variables))

    def _layer_of(self, annotations: Sequence[Annotation]) -> Layer | None:
        """Return the one layer of annotations; none where there are several, which is told."""
        layers = {each.layer for each in annotations}
        if len(layers) > 1:
            self._refuse(
                lambda: QCoreApplication.translate(
                    "Several",
                    "The selected annotations are of several layers; filter the table by one "
                    "layer and select those.",
                )
            )
        return self._session.codebook.layers_by_key.get(layers.pop()) if len(layers) == 1 else None

    def _touched(self, annotations: Sequence[Annotation]) -> str:
        articles = {each.article for each in annotations}
        coders = {each.coder for each in annotations}
        return usage_words(Usage(len(annotations), len(articles), len(coders)))

    def _refuse(self, sentence: Words) -> None:
        self._context.window.info.refuse(sentence)

    def _run(self, command: Any) -> None:
        self._context.attempt(lambda: self._session.run(command))


def _ids(annotations: Sequence[Annotation]) -> tuple[int, ...]:
    return tuple(each.id for each in annotations)
