"""A document of UIMA: its text, its types, its feature structures; offsets are code points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

TOP, BASE, ANNOTATION = "uima.cas.TOP", "uima.cas.AnnotationBase", "uima.tcas.Annotation"
DOCUMENT = "uima.tcas.DocumentAnnotation"
SOFA, VIEW = "uima.cas.Sofa", "uima.cas.View"
STRING, BOOLEAN = "uima.cas.String", "uima.cas.Boolean"
LONG, DOUBLE = "uima.cas.Long", "uima.cas.Double"
STRINGS, STRUCTURES = "uima.cas.StringArray", "uima.cas.FSArray"
WHOLE_NUMBERS = frozenset(f"uima.cas.{each}" for each in ("Byte", "Short", "Integer", "Long"))
NUMBERS = frozenset(("uima.cas.Float", DOUBLE))
STRING_LISTS = frozenset((STRINGS, "uima.cas.StringList"))
#: Views have names; the first is called so.
INITIAL_VIEW = "_InitialView"


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to another feature structure, by its id."""

    id: int


Value = str | int | float | bool | Ref | tuple[str, ...] | tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of a type; `element` is what an array of structures holds."""

    name: str
    range: str
    element: str = ""


@dataclass(frozen=True)
class CasType:
    """A type with the features that it adds to those of its supertype."""

    name: str
    supertype: str
    features: tuple[Feature, ...] = ()


Types = Mapping[str, CasType]


@dataclass(slots=True)
class Structure:
    """A feature structure; `begin` and `end` are None where it is no annotation."""

    id: int
    type: str
    begin: int | None = None
    end: int | None = None
    features: dict[str, Value] = field(default_factory=dict[str, Value])


@dataclass(frozen=True)
class Document:
    """A document of one view."""

    text: str
    types: Types
    structures: tuple[Structure, ...]


def ancestry(types: Types, name: str) -> Iterator[str]:
    """Yield a type and all above it, as far as they are known; a circle ends."""
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        yield name
        known = types.get(name)
        if known is None:
            return
        name = known.supertype


def is_a(types: Types, name: str, other: str) -> bool:
    """Tell whether a type is another, or below it."""
    return other in ancestry(types, name)


def features_of(types: Types, name: str) -> dict[str, Feature]:
    """Return a type's features with those it has from above, by name."""
    known = (types[each] for each in ancestry(types, name) if each in types)
    return {feature.name: feature for each in known for feature in each.features}


def by_name(types: Iterable[CasType]) -> Types:
    """Return types by their names."""
    return {each.name: each for each in types}
