"""Read REFI-QDA codebooks, ours and those of other programs, whatever their namespace."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from workbench.domain.codebook import Codebook, CodeList, Guide
from workbench.exchange.codebook.alone import check_alone
from workbench.exchange.codebook.build import (
    MOST_CATEGORIES,
    Draft,
    categories_of,
    list_key,
    refuse_too_many,
    told,
)
from workbench.exchange.codebook.model import Choice, Format, Found, Note, Noted
from workbench.exchange.codebook.qdc_lines import cells_of, clean
from workbench.exchange.codebook.table.lists import Lists, Told
from workbench.exchange.codebook.table.rows import ATTRIBUTE, CATEGORY, LIST
from workbench.exchange.codebook.table.several import parted
from workbench.exchange.codebook.table.values import is_colour
from workbench.exchange.errors import (
    CodebookEmpty,
    CodebookRowWithoutName,
    CodebookVersionTooNew,
)
from workbench.files.xml import Element, attribute, local_name, parse_xml

NAMESPACE = "urn:QDA-XML:codebook:1.0"
_VERSION = re.compile(r"\{urn:QDA-XML:\w+:(\d+)[.:](\d+)\}", re.IGNORECASE)
_KNOWN = 1


@dataclass(frozen=True, eq=False)
class RefiCode:
    """A code of the file, and the one that it lies in."""

    name: str
    description: str
    colour: str
    above: RefiCode | None
    guid: str = ""


def read(data: bytes, file_name: str, choice: Choice) -> Found:
    """Return the codes: our own as the code lists that they were, others' as one list.

    Raises:
        Refusal: it is damaged, of a newer version, or what it says contradicts itself.
    """
    root = parse_xml(data, file_name, "QDC")
    _check_version(root, file_name)
    codes = codes_in(root, file_name)
    if not codes:
        raise CodebookEmpty(file=file_name)
    notes = _notes(root)
    said = [cells_of(each.description) for each in codes]
    is_own = any(said)
    lists = (
        _own_lists(codes, said, file_name, choice, notes)
        if is_own
        else (_foreign_list(codes, file_name, choice, notes),)
    )
    codebook = Codebook(told(PurePath(file_name).stem), lists)
    check_alone(codebook)
    return Found(codebook, Format.QDC, notes=() if is_own else tuple(notes))


def _check_version(root: Element, file_name: str) -> None:
    version = _VERSION.match(root.tag)
    if version and int(version[1]) > _KNOWN:
        raise CodebookVersionTooNew(file=file_name, found=f"{version[1]}.{version[2]}")


def _notes(root: Element) -> list[Noted]:
    sets = sum(local_name(each) == "Set" for each in root.iter())
    return [Noted(Note.SETS_LEFT_OUT, {"count": sets})] if sets else []


def codes_in(root: Element, file_name: str) -> list[RefiCode]:
    """Return every code, from the top, each after the one that it lies in."""
    refuse_too_many(sum(local_name(each) == "Code" for each in root.iter()), file_name)
    made: dict[Element, RefiCode] = {}
    for element in root.iter():
        if local_name(element) != "Code":
            continue
        parent = element.getparent()
        made[element] = _code(element, made.get(parent) if parent is not None else None, file_name)
    return list(made.values())


def _code(element: Element, above: RefiCode | None, file_name: str) -> RefiCode:
    name = " ".join(attribute(element, "name").split())
    if not name:
        raise CodebookRowWithoutName(place=f"{file_name}#{attribute(element, 'guid')}")
    described = (each.text or "" for each in element if local_name(each) == "Description")
    colour = attribute(element, "color").strip()
    return RefiCode(
        name,
        next(described, ""),
        colour if is_colour(colour) else "",
        above,
        attribute(element, "guid"),
    )


# --- of other programs ----------------------------------------------------------


def _foreign_list(
    codes: Sequence[RefiCode], file_name: str, choice: Choice, notes: list[Noted]
) -> CodeList:
    stem = PurePath(file_name).stem
    categories = categories_of(list(drafts_of(codes).values()), notes)
    return CodeList(choice.code_list or list_key(stem, ()), told(stem), categories)


def drafts_of(codes: Sequence[RefiCode]) -> dict[RefiCode, Draft]:
    """Return the codes as categories without keys yet, each with the one above it."""
    drafts: dict[RefiCode, Draft] = {}
    for code in codes:
        guide = Guide(definition=told(code.description.strip()))
        draft = Draft(told(code.name), fields={"guide": guide, "colour": _long(code.colour)})
        draft.above = drafts[code.above] if code.above else None
        drafts[code] = draft
    return drafts


def _long(colour: str) -> str:
    """Return a colour with two digits for each of its parts."""
    return "#" + "".join(2 * each for each in colour[1:]) if len(colour) == 4 else colour


# --- our own --------------------------------------------------------------------


def _own_lists(
    codes: Sequence[RefiCode],
    said: Sequence[dict[str, str]],
    file_name: str,
    choice: Choice,
    notes: list[Noted],
) -> tuple[CodeList, ...]:
    lists = Lists(file_name, {"kind": "", **_attributes(said)}, choice.code_list)
    known: dict[RefiCode, dict[str, str]] = {}
    for code, cells in zip(codes, said, strict=True):
        known[code] = _row(code, cells, known)
    for code in sorted(codes, key=lambda each: _order(known[each])):
        for row in _with_attributes(Told(f"{file_name}#{code.name}", known[code])):
            lists.add(row)
    return lists.finished(notes)


def _order(cells: dict[str, str]) -> int:
    """Return what sorts the codes: lists first, then as the lists had them where that is said."""
    if cells["kind"] == LIST:
        return -1
    place = cells.get("position", "")
    return int(place) if place.isdecimal() and len(place) < 9 else MOST_CATEGORIES


def _attributes(said: Sequence[dict[str, str]]) -> dict[str, str]:
    return {field: "" for cells in said for field in cells if field.startswith("attribute:")}


def _row(
    code: RefiCode, cells: dict[str, str], known: dict[RefiCode, dict[str, str]]
) -> dict[str, str]:
    """Return the cells of a code; where it lies says more than where it once lay."""
    if "kind" in cells:
        return {**_renamed(cells, code.name), "kind": LIST}
    row = {"kind": CATEGORY, "colour": _long(code.colour), **_renamed(cells, code.name)}
    if not cells:
        row["definition"] = code.description.strip()
    above = known[code.above] if code.above else {}
    if above:
        row["list"] = above.get("list", "")
        if above["kind"] == CATEGORY:
            row["parent"] = above.get("key") or code.above.name if code.above else ""
    return row


def _renamed(cells: dict[str, str], name: str) -> dict[str, str]:
    """Return what our lines say, with the name that somebody gave the code since."""
    names = (cells.get("label_zh", ""), cells.get("label_en", ""), cells.get("key", ""))
    if name in (" ".join(clean(each).split()) for each in (*names, cells.get("list", ""))):
        return cells
    words = told(name)
    return {**cells, **({"label_zh": words.zh} if words.zh else {"label_en": words.en})}


def _with_attributes(row: Told) -> Iterator[Told]:
    """Yield the row of a list with those of its attributes, and any other as it is."""
    yield row
    if row.cells["kind"] != LIST:
        return
    for field, cell in row.cells.items():
        if field.startswith("attribute:"):
            kind, zh, en, values = (*parted(cell), "", "", "", "")[:4]
            yield Told(
                row.place,
                {
                    "kind": ATTRIBUTE,
                    "list": row.cells.get("list", ""),
                    "key": field.removeprefix("attribute:"),
                    "type": kind,
                    "label_zh": zh,
                    "label_en": en,
                    "code_list": values,
                },
            )
