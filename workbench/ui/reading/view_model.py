"""Annotations as the pane shows them: shape, colour, name, and what a tooltip says.

Qt-free. Words that are not in the codebook come translated in :class:`Wording`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from itertools import chain

from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.codebook import Category, Codebook, Guide, Kind, Layer, Variable, Words
from workbench.domain.text import Span
from workbench.domain.values import Missing, Scalar, clauses_lacking

MINUS = "−"
ARROW = "→"
OPEN = "…"  # what is still to be coded
UNKNOWN = "?"


class Shape(StrEnum):
    """How a layer is drawn; what a codebook names otherwise is a thin line."""

    TINT = "tint"
    BRACKET = "bracket"
    THICK_LINE = "thick_line"
    DOTTED_LINE = "dotted_line"
    THIN_LINE = "thin_line"


# The name of the rarer and richer mark stays when the margin is crowded.
WEIGHTS = {
    Shape.TINT: 5,
    Shape.BRACKET: 4,
    Shape.THICK_LINE: 3,
    Shape.DOTTED_LINE: 2,
    Shape.THIN_LINE: 1,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The few words of the pane itself, in the language of the interface."""

    incomplete: str = "incomplete: {missing}"
    either: str = " or "
    separator: str = ", "
    colon: str = ": "
    unsure: str = "unsure"
    memo: str = "memo"
    undecidable: str = "undecidable"
    not_applicable: str = "not applicable"
    yes: str = "yes"
    no: str = "no"
    include: str = "Include"
    exclude: str = "Exclude"
    example: str = "Example"


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation as it is painted; `colour` is a category's, empty if none has one."""

    id: int
    span: Span
    shape: Shape
    colour: str
    layer: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A short name; the tail, such as a position, must not be cut off."""

    head: str
    tail: str = ""

    def __str__(self) -> str:
        return self.head + self.tail


def shape_of(layer: Layer | None) -> Shape:
    """Return how marks of `layer` are drawn."""
    try:
        return Shape(layer.shape) if layer else Shape.THIN_LINE
    except ValueError:
        return Shape.THIN_LINE


class Describer:
    """Tell what annotations are, by one codebook and in one language."""

    def __init__(self, codebook: Codebook, language: str, wording: Wording) -> None:
        self._codebook = codebook
        self._language = language
        self._wording = wording
        self._colouring: dict[str, tuple[str, ...]] = {}  # variables, by layer

    def mark(self, annotation: Annotation) -> Mark:
        """Return the mark of an annotation that has a span."""
        assert annotation.span is not None
        layer = self._layer(annotation)
        return Mark(
            id=annotation.id,
            span=annotation.span,
            shape=shape_of(layer),
            colour=self.colour(annotation),
            layer=annotation.layer,
            complete=annotation.complete,
        )

    def colour(self, annotation: Annotation) -> str:
        """Return the colour of the first coded category that has one, completing ones first."""
        layer = self._layer(annotation)
        if layer is None:
            return ""
        keys = self._colouring.get(layer.key)
        if keys is None:
            keys = tuple(dict.fromkeys(chain(*layer.complete, layer.by_key)))
            self._colouring[layer.key] = keys
        for key in keys:
            category = self._category(layer, key, annotation)
            if category and category.colour:
                return category.colour
        return ""

    def shape(self, annotation: Annotation) -> Shape:
        """Return the shape of an annotation's layer."""
        return shape_of(self._layer(annotation))

    def label(self, annotation: Annotation) -> Label:
        """Return the short name: what the annotation says, in a line."""
        layer = self._layer(annotation)
        if layer is None:
            return Label(annotation.layer)
        found = self._statement(annotation, layer) or self._naming(annotation, layer)
        if annotation.complete:
            return found
        return Label(found.head, f"{found.tail} {OPEN}")

    def line(self, annotation: Annotation) -> str:
        """Return layer, name and what is missing in one plain line."""
        layer = self._layer(annotation)
        head = self._told(layer.label, layer.key) if layer else annotation.layer
        parts = [f"{head}{self._wording.colon}{self.label(annotation)}", *self._remarks(annotation)]
        return self._wording.separator.join(parts)

    def detail(self, annotation: Annotation, *, rules: bool = False) -> str:
        """Return everything about an annotation as rich text, with definition and `rules`."""
        layer = self._layer(annotation)
        head = self._told(layer.label, layer.key) if layer else annotation.layer
        parts = [f"<b>{escape(head)}</b> · {escape(str(self.label(annotation)))}"]
        if layer:
            parts += [self._value_line(annotation, each) for each in self._coded(annotation, layer)]
        parts += [f"<i>{escape(remark)}</i>" for remark in self._remarks(annotation)]
        if annotation.memo:
            parts.append(f"{self._wording.memo}{self._wording.colon}{escape(annotation.memo)}")
        guide = self._guide(annotation, layer) if layer else Guide()
        definition = guide.definition.told(self._language)
        if definition:
            parts.append(f"<small>{escape(definition)}</small>")
        return "<br>".join(parts) + (self._rules(guide) if rules else "")

    # --- names ---------------------------------------------------------------

    def _statement(self, annotation: Annotation, layer: Layer) -> Label | None:
        """Return "holder → toward · target −1", None for layers that hold no statements."""
        if "holder" not in layer.by_key or not annotation.values:
            return None
        sides = [self._values(annotation, layer, key) for key in ("toward", "target")]
        whom = " · ".join(side for side in sides if side) or UNKNOWN
        holder = self._values(annotation, layer, "holder") or UNKNOWN
        sign = self._sign(annotation, layer) or UNKNOWN
        return Label(f"{holder} {ARROW} {whom}", f" {sign}")

    def _sign(self, annotation: Annotation, layer: Layer) -> str:
        category = self._category(layer, "position", annotation)
        if category is None:
            return self._values(annotation, layer, "position")
        if category.score is None:
            return self._told(category.label, category.key)
        score = category.score
        sign = MINUS if score < 0 else "+" if score > 0 else ""
        return f"{sign}{abs(score):g}"

    def _naming(self, annotation: Annotation, layer: Layer) -> Label:
        """Return the first thing that completes the layer, and who does it to whom."""
        wanted = (self._values(annotation, layer, key) for key in chain(*layer.complete))
        name = next((each for each in wanted if each), "")
        if not layer.complete:
            coded = self._coded(annotation, layer)
            name = self._values(annotation, layer, coded[0].key) if coded else ""
        name = name or self._told(layer.label, layer.key)
        sides = [self._values(annotation, layer, key) for key in ("agent", "toward")]
        if not any(sides):
            return Label(name)
        return Label(f"{name} ({f' {ARROW} '.join(side or UNKNOWN for side in sides)})")

    def _values(self, annotation: Annotation, layer: Layer, key: str) -> str:
        if key not in annotation.values or key not in layer.by_key:
            return ""
        variable = layer.by_key[key]
        values = annotation.values[key]
        return self._wording.separator.join(self._value(variable, each) for each in values)

    def _value(self, variable: Variable, value: Scalar) -> str:
        if isinstance(value, Missing):
            undecidable = value is Missing.UNDECIDABLE
            return self._wording.undecidable if undecidable else self._wording.not_applicable
        if isinstance(value, bool):
            return self._wording.yes if value else self._wording.no
        category = self._category_of(variable, value)
        if category is not None:
            return self._told(category.label, category.key)
        return f"{value:g}" if isinstance(value, float) else str(value)

    # --- parts of the detail -------------------------------------------------

    def _value_line(self, annotation: Annotation, variable: Variable) -> str:
        values = annotation.values[variable.key]
        told = self._wording.separator.join(self._value(variable, each) for each in values)
        label = self._told(variable.label, variable.key)
        return f"{escape(label)}{self._wording.colon}{escape(told)}"

    def _remarks(self, annotation: Annotation) -> Iterator[str]:
        layer = self._layer(annotation)
        if not annotation.complete and layer:
            yield self._wording.incomplete.format(missing=self._missing(annotation, layer))
        if annotation.certainty is Certainty.UNSURE:
            yield self._wording.unsure

    def _missing(self, annotation: Annotation, layer: Layer) -> str:
        wanting = [
            self._wording.either.join(self._variable_label(layer, key) for key in clause)
            for clause in clauses_lacking(layer, annotation.values)
        ]
        return self._wording.separator.join(wanting) or OPEN

    def _variable_label(self, layer: Layer, key: str) -> str:
        variable = layer.by_key.get(key)
        return self._told(variable.label, key) if variable else key

    def _guide(self, annotation: Annotation, layer: Layer) -> Guide:
        """Return what the codebook says of the main category, else of the layer."""
        category = self._category(layer, layer.main.key, annotation) if layer.main else None
        own = category.guide if category else Guide()
        return own if own.definition != Words() else layer.guide

    def _rules(self, guide: Guide) -> str:
        """Return what is included, what is not, and an example, a line each."""
        word = self._wording
        rules = (
            (word.include, guide.include),
            (word.exclude, guide.exclude),
            (word.example, guide.example),
        )
        told = ((name, text.told(self._language)) for name, text in rules)
        rows = "".join(_rule(name, text) for name, text in told if text)
        return f'<table cellspacing="0" cellpadding="0">{rows}</table>' if rows else ""

    # --- the codebook --------------------------------------------------------

    def _layer(self, annotation: Annotation) -> Layer | None:
        return self._codebook.layers_by_key.get(annotation.layer)

    def _coded(self, annotation: Annotation, layer: Layer) -> list[Variable]:
        return [each for each in layer.variables if annotation.values.get(each.key)]

    def _category(self, layer: Layer, key: str, annotation: Annotation) -> Category | None:
        values = annotation.values.get(key)
        variable = layer.by_key.get(key)
        return self._category_of(variable, values[0]) if values and variable else None

    def _category_of(self, variable: Variable, value: Scalar) -> Category | None:
        if variable.kind is not Kind.CATEGORY or isinstance(value, Missing):
            return None
        code_list = self._codebook.lists_by_key.get(variable.code_list or "")
        return code_list.by_key.get(str(value)) if code_list else None

    def _told(self, words: Words, key: str) -> str:
        return words.told(self._language) or key


def _rule(name: str, text: str) -> str:
    beside = "padding-top:5px; padding-right:9px; white-space:nowrap"
    return (
        f'<tr><td style="{beside}"><small>{escape(name)}</small></td>'
        f'<td width="100%" style="padding-top:5px"><small>{escape(text)}</small></td></tr>'
    )
