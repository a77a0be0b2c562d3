"""The labels that Word counts itself: numbers of headings and items, bullets, marks of notes.

They stand in no paragraph's text, only in what its numbering and its style say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from workbench.files.xml import Element, attribute, local_name
from workbench.intake.readers.ordinals import ordinal

_DEEPEST = 9  # levels that Word knows
_BULLET = "•"
_TIGHT = "、。，：）】〕》」』"
_HIGHEST = 9_999


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: `form` has %1 … %9 where the numbers go."""

    style: str = "bullet"
    form: str = ""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A list and a level of it."""

    number: str = ""
    level: int | None = None


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of this local name."""
    if element is None:
        return None
    return next((each for each in element if local_name(each) == name), None)


def value(element: Element | None, name: str) -> str:
    """Return the `val` of the child of this name, empty if there is none."""
    found = child(element, name)
    return "" if found is None else attribute(found, "val")


def whole(text: str, otherwise: int) -> int:
    """Return a small number that a file gives, `otherwise` where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else otherwise


@dataclass
class Labels:
    """Counts through a document and gives each paragraph its label."""

    lists: Mapping[str, Mapping[int, Level]]
    sources: Mapping[str, str]  # the abstract list that a list counts with
    styles: Mapping[str, Place]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])

    def of(self, paragraph: Element) -> str:
        """Return the label that Word shows before `paragraph`, with the blank behind it."""
        place = self._place(paragraph)
        level = place.level or 0
        levels = self.lists.get(place.number)
        if not levels or level >= _DEEPEST:
            return ""
        shape = levels.get(level, Level())
        if shape.style == "bullet":
            return f"{_BULLET} "
        return _spaced(self._label(place.number, levels, level))

    def _place(self, paragraph: Element) -> Place:
        properties = child(paragraph, "pPr")
        own = _place_of(child(properties, "numPr"))
        by_style = self.styles.get(value(properties, "pStyle"), Place())
        if own.number:
            return own
        return replace(by_style, level=by_style.level if own.level is None else own.level)

    def _label(self, number: str, levels: Mapping[int, Level], level: int) -> str:
        counts = self._counts.setdefault(self.sources.get(number, number), {})
        start = levels.get(level, Level()).start
        counts[level] = min(counts.get(level, start - 1) + 1, _HIGHEST)
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        label = levels.get(level, Level()).form
        for each in range(_DEEPEST):
            if f"%{each + 1}" in label:
                shape = levels.get(each, Level())
                count = counts.get(each, shape.start)
                label = label.replace(f"%{each + 1}", ordinal(count, shape.style))
        return label


def _spaced(label: str) -> str:
    label = label.strip()
    return label if not label or label.endswith(tuple(_TIGHT)) else f"{label} "


def _place_of(properties: Element | None) -> Place:
    level = value(properties, "ilvl")
    return Place(value(properties, "numId"), whole(level, 0) if level else None)


def read_labels(numbering: Element | None, styles: Element | None) -> Labels:
    """Return the labels that these parts of a document define; either may be missing."""
    abstract: dict[str, Mapping[int, Level]] = {}
    lists: dict[str, Mapping[int, Level]] = {}
    sources: dict[str, str] = {}
    for each in numbering if numbering is not None else ():
        if local_name(each) == "abstractNum":
            abstract[attribute(each, "abstractNumId")] = _levels(each)
    for each in numbering if numbering is not None else ():
        if local_name(each) == "num":
            number, source = attribute(each, "numId"), value(each, "abstractNumId")
            levels = abstract.get(source, {})
            overrides = _overrides(each, levels)
            lists[number] = {**levels, **overrides}
            sources[number] = number if overrides else source
    return Labels(lists, sources, _styles(styles))


def _levels(source: Element) -> dict[int, Level]:
    return {
        whole(attribute(each, "ilvl"), 0): _level(each)
        for each in source
        if local_name(each) == "lvl"
    }


def _level(each: Element) -> Level:
    style = value(each, "numFmt") or "decimal"
    return Level(style, value(each, "lvlText")[:40], whole(value(each, "start"), 1))


def _overrides(number: Element, levels: Mapping[int, Level]) -> dict[int, Level]:
    """Return the levels that a list counts otherwise than its abstract list, or anew."""
    changed: dict[int, Level] = {}
    for each in number:
        if local_name(each) == "lvlOverride":
            level, own = whole(attribute(each, "ilvl"), 0), child(each, "lvl")
            shape = levels.get(level, Level()) if own is None else _level(own)
            start = whole(value(each, "startOverride"), shape.start)
            changed[level] = replace(shape, start=start)
    return changed


def _styles(styles: Element | None) -> dict[str, Place]:
    """Return the place in a list that each style gives, also by the style that it is based on."""
    own: dict[str, Place] = {}
    bases: dict[str, str] = {}
    for each in styles if styles is not None else ():
        if local_name(each) == "style":
            name = attribute(each, "styleId")
            own[name] = _place_of(child(child(each, "pPr"), "numPr"))
            bases[name] = value(each, "basedOn")
    return {name: _inherited(name, own, bases) for name in own}


def _inherited(name: str, own: Mapping[str, Place], bases: Mapping[str, str]) -> Place:
    place, seen = own[name], {name}
    while not place.number and (name := bases.get(name, "")) in own and name not in seen:
        seen.add(name)
        place = Place(own[name].number, own[name].level if place.level is None else place.level)
    return place
