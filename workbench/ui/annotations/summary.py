"""An annotation in words: what it says, and what else is coded of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Category, Codebook, Kind, Layer, Variable
from workbench.domain.values import Missing, Scalar, clauses_lacking
from workbench.ui.punctuation import listed, listed_apart, named
from workbench.ui.tags.labels import interface_language, missing_name, signed

# The variables of a layer that is told as "holder → toward · target: position", as in the margin.
HOLDER, POSITION = "holder", "position"
ADDRESSEES = ("toward", "target")


def is_stance(layer: Layer) -> bool:
    """Tell whether the layer codes who holds what position."""
    return HOLDER in layer.by_key and POSITION in layer.by_key


class Summary:
    """Tell annotations in the terms of one codebook and the language of the interface."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        # Asked for once: a table of annotations has thousands of names.
        self._language = interface_language()
        self._categories: dict[tuple[str, str], str] = {}

    def layer(self, annotation: Annotation) -> str:
        """Return the name of the annotation's layer."""
        return self._name(self._codebook.layer(annotation.layer))

    def what(self, annotation: Annotation) -> str:
        """Return what is said: the main category, or holder → toward · target: position."""
        layer = self._codebook.layer(annotation.layer)
        if is_stance(layer):
            return self._stance(layer, annotation)
        keys = _telling(layer)
        return " · ".join(self._told(layer, annotation, keys))

    def values(self, annotation: Annotation) -> str:
        """Return what else is coded, as "label: value; …" in the order of the layer."""
        layer = self._codebook.layer(annotation.layer)
        said = _telling(layer)
        return listed_apart(
            named(self._name(variable), self.value(variable, annotation.values[variable.key]))
            for variable in layer.variables
            if variable.key in annotation.values and variable.key not in said
        )

    def missing(self, annotation: Annotation) -> str:
        """Return what still has to be coded, empty if the annotation is complete."""
        layer = self._codebook.layer(annotation.layer)
        if annotation.complete:
            return ""
        either = QCoreApplication.translate("Summary", " or ")
        lacking = [
            either.join(self._name(layer.variable(key)) for key in clause)
            for clause in clauses_lacking(layer, annotation.values)
        ]
        return listed(lacking)

    def told(self, annotation: Annotation, key: str) -> str:
        """Return the values of one variable of an annotation, empty where there are none."""
        layer = self._codebook.layer(annotation.layer)
        return listed(self._told(layer, annotation, (key,))) if key in layer.by_key else ""

    def value(self, variable: Variable, scalars: tuple[Scalar, ...]) -> str:
        """Return the values of one variable as words."""
        return listed(self._scalar(variable, scalar) for scalar in scalars)

    def _stance(self, layer: Layer, annotation: Annotation) -> str:
        (holder,) = self._told(layer, annotation, (HOLDER,)) or ["…"]
        whom = " · ".join(self._told(layer, annotation, ADDRESSEES)) or "…"
        (position,) = self._told(layer, annotation, (POSITION,)) or [""]
        return named(f"{holder} → {whom}", position) if position else f"{holder} → {whom}"

    def _told(self, layer: Layer, annotation: Annotation, keys: tuple[str, ...]) -> list[str]:
        return [
            self.value(layer.variable(key), annotation.values[key])
            for key in keys
            if key in annotation.values
        ]

    def _scalar(self, variable: Variable, scalar: Scalar) -> str:
        if isinstance(scalar, Missing):
            return missing_name(scalar)
        if isinstance(scalar, bool):
            yes = QCoreApplication.translate("Summary", "yes")
            return yes if scalar else QCoreApplication.translate("Summary", "no")
        if variable.kind is Kind.CATEGORY and variable.code_list:
            return self._category(variable.code_list, str(scalar))
        if variable.kind is Kind.LINK:
            return f"#{scalar}"
        return f"{scalar:g}" if isinstance(scalar, float) else str(scalar)

    def _category(self, code_list: str, key: str) -> str:
        known = self._categories.get((code_list, key))
        if known is None:
            known = self._categories[code_list, key] = self._new_category(code_list, key)
        return known

    def _new_category(self, code_list: str, key: str) -> str:
        category = self._codebook.code_list(code_list).category(key)
        score = signed(category.score)
        name = self._name(category)
        return f"{name} {score}" if score else name

    def _name(self, item: Category | Layer | Variable) -> str:
        return item.label.told(self._language) or item.key


def _telling(layer: Layer) -> tuple[str, ...]:
    """Return the variables that `what` tells: those that make the layer complete."""
    return tuple(key for clause in layer.complete for key in clause)
