"""All places of some words in the article: choose as what they are marked, and which of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from workbench.app.everywhere import Occurrence
from workbench.domain.annotation import Annotation
from workbench.domain.values import Given
from workbench.ui.suggestions.everywhere import EverywhereDialog
from workbench.ui.tags.field import Field
from workbench.ui.tags.fields import make_field
from workbench.ui.tags.finding import only_tag
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.source import Source
from workbench.ui.tags.tag_nodes import one_key_layers
from workbench.ui.theme import Theme


class MarkAllDialog(EverywhereDialog):
    """Accept it to mark what is ticked as `layer` with `values`."""

    where, where_width = "¶", 80

    def __init__(
        self,
        words: str,
        found: tuple[Occurrence, ...],
        source: Source,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        self._source, self._theme = source, theme
        self._layers = [layer for layer, _ in one_key_layers(source.codebook)]
        self._there: Sequence[Annotation] = ()
        self._places = [(each.mark.start, each.mark.end) for each in found]
        self._quote = found[0].quote  # the words as the article has them
        self._field: Field | None = None
        super().__init__(words, found, parent)

    def begin(self, there: Sequence[Annotation], like: Annotation | None) -> None:
        """Say what the article has already, and begin with the values of `like`."""
        self._there = there
        known = [layer.key for layer in self._layers]
        likely = like.layer if like and like.layer in known else self._likely()
        self.box.setCurrentIndex(max(0, known.index(likely) if likely in known else 0))
        self._follow_layer()
        main = self._layers[self.box.currentIndex()].main if self._layers else None
        if like is not None and main is not None and like.layer == likely and self._field:
            self._field.set_values(like.values.get(main.key, ()))
        self._tell()

    def showEvent(self, arg__1: QShowEvent) -> None:
        """Begin where the tag is chosen: in its field, where there is none yet."""
        super().showEvent(arg__1)
        first = self.box if self._field is None or self._can_be_marked() else self._field
        first.setFocus()

    def _likely(self) -> str:
        """Return the layer in which the words name one tag."""
        found = (each.key for each in self._layers if only_tag(self._source, each, self._quote))
        return next(found, "")

    @property
    def layer(self) -> str:
        """The key of the layer that is chosen."""
        return str(self.box.currentData())

    @property
    def values(self) -> Mapping[str, Given]:
        """What each of them gets."""
        main = self._layers[self.box.currentIndex()].main
        return {main.key: self._field.values()} if main and self._field else {}

    def _title(self) -> str:
        return self.tr("Mark all “{words}”").format(words=self._name)

    def _told(self) -> str:
        return self.tr(
            "What is ticked is marked in one step that can be undone. "
            "What this layer marks there already is not ticked."
        )

    def _can_be_marked(self) -> bool:
        return any(self.values.values())

    def _above(self) -> QWidget:
        box = self.box = QComboBox()
        for layer in self._layers:
            box.addItem(name_of(layer), layer.key)
        box.setAccessibleName(self.tr("Layer"))
        box.currentIndexChanged.connect(self._follow_layer)
        above = QWidget()
        row = self._row = QHBoxLayout(above)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(self.tr("Mark as")))
        row.addWidget(box)
        return above

    def _follow_layer(self) -> None:
        """Ask for the tag of the layer that is chosen; tick what it does not mark yet."""
        if not self._layers:
            return
        if self._field is not None:
            self._row.removeWidget(self._field)
            self._field.deleteLater()
        layer = self._layers[self.box.currentIndex()]
        assert layer.main is not None
        field = self._field = make_field(self._source, layer, layer.main, self._theme)
        field.committed.connect(self._tell)
        self._row.addWidget(field, stretch=1)
        tag = only_tag(self._source, layer, self._quote)
        if tag is not None:
            field.set_values((tag,))
        self._leave_out(layer.key)
        self._tell()

    def _leave_out(self, layer: str) -> None:
        there = {
            (each.span.start, each.span.end)
            for each in self._there
            if each.layer == layer and each.span
        }
        self.model.leave_out(row for row, place in enumerate(self._places) if place in there)

    def accept(self) -> None:
        """Take what was typed; stay where it is no tag."""
        if self._field is None or (self._field.commit() and self._can_be_marked()):
            super().accept()
