"""Many annotations of one's own at once: other values, another layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from workbench.app.commands.base import Work
from workbench.app.commands.errors import NotASpanLayer, ValuesNotFitting, VariableNotMapped
from workbench.app.commands.marking import write_values
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Layer, Scope
from workbench.domain.conversion import Conversion
from workbench.domain.forecasts import refuse_improbable
from workbench.domain.values import Given, Scalar, Values
from workbench.store.recoding_variables import move_to_layer


@dataclass(frozen=True)
class EditAnnotations:
    """Set the same variables of many annotations; None or an empty list clears one."""

    kind: ClassVar[str] = "edit_annotations"
    annotations: tuple[int, ...]
    values: Mapping[str, Given]

    def apply(self, work: Work) -> None:
        """Check the values against each annotation's layer and write what differs."""
        found = work.own_annotations(self.annotations)
        for each in found:
            write_values(work, each, self.values)
        tell_annotations(work, found)


def tell_annotations(work: Work, found: list[Annotation], **facts: str) -> None:
    """Note how many annotations the operation is about, and the article if they are of one."""
    articles = {each.article for each in found}
    article = articles.pop() if len(articles) == 1 else None
    work.tell(article, count=str(len(found)), **facts)


@dataclass(frozen=True)
class MoveToLayer:
    """Put annotations into another layer.

    `variables` says where each value goes: the key of the variable there by the one here, or
    None where it is given up. A value of a variable that is not named is never dropped.
    """

    kind: ClassVar[str] = "move_to_layer"
    annotations: tuple[int, ...]
    layer: str
    variables: Mapping[str, str | None]

    def apply(self, work: Work) -> None:
        """Check that all values fit there, and write layer and values."""
        target = work.codebook.layer(self.layer)
        found = [e for e in work.own_annotations(self.annotations) if e.layer != self.layer]
        for layer in {self.layer, *(each.layer for each in found)}:
            if work.codebook.layer(layer).scope is not Scope.SPAN:
                raise NotASpanLayer(layer=layer)
        there = [(each, self._values(work, each, target)) for each in found]
        unfit = sum(values is None for _, values in there)
        if unfit:
            raise ValuesNotFitting(layer=self.layer, count=unfit, total=len(there))
        moving = [(each, values) for each, values in there if values is not None]
        for _, values in moving:
            refuse_improbable(target, values)
        move_to_layer(work.gate, work.stored, moving, self.layer, work.time)
        tell_annotations(work, found, layer=self.layer)

    def _values(self, work: Work, annotation: Annotation, target: Layer) -> Values | None:
        layer, book = work.codebook.layer(annotation.layer), work.codebook
        found: dict[str, tuple[Scalar, ...]] = {}
        for key, scalars in annotation.values.items():
            if key not in self.variables:
                raise VariableNotMapped(layer=layer.key, variable=key)
            new_key = self.variables[key]
            if new_key is None:
                continue
            old, new = layer.variable(key), target.variable(new_key)
            values = Conversion(book, old, book, new).values(scalars)
            if values is None or (new_key in found and not new.several):
                return None
            found[new_key] = tuple(dict.fromkeys((*found.get(new_key, ()), *values)))
        return found
