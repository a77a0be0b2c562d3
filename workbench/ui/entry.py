"""What of the codebook a person points at, to be looked up on its page."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint

from workbench.app.places import Place, item_at, place_of_category, place_of_layer
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Codebook


@runtime_checkable
class Guided(Protocol):
    """A widget that knows which entry is meant in it."""

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return what stands at a point of the screen, or without one what the keyboard is at."""
        ...


def entry_of(codebook: Codebook, annotation: Annotation) -> Place | None:
    """Return the place of what an annotation is marked with: its main category, else its layer."""
    layer = codebook.layers_by_key.get(annotation.layer)
    if layer is None:
        return None
    main = layer.main
    values = annotation.values.get(main.key, ()) if main else ()
    if main is not None and main.code_list is not None and values:
        place = place_of_category(main.code_list, str(values[0]))
        if item_at(codebook, place) is not None:
            return place
    return place_of_layer(layer.key)
