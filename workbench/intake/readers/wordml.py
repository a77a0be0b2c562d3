"""A Word document laid bare: its paragraphs as plain text, where they stand.

Gone is what is no text (addresses, names of images), what would be read twice (text boxes, moved
passages), and what its author has deleted; tracked insertions stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import normpath

from workbench.files.packages import Package
from workbench.files.xml import Element, attribute, local_name, new_element, unwrap
from workbench.intake.readers.notes import pointer, unguarded
from workbench.intake.readers.numbering import Labels, child, read_labels, value
from workbench.intake.readers.tables import row_lines

_DROPPED = {
    # deleted, moved away, hidden behind another form of the same
    *("del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "tblPrChange", "numberingChange"),
    # no text
    *("commentRangeStart", "commentRangeEnd", "commentReference", "blip", "imagedata", "docPr"),
    *("cNvPr", "tcPr", "fldData", "footnoteRef", "endnoteRef", "sdtPr", "textpath"),
    # how a character is said, above it
    "rt",
}
_UNWRAPPED = {"hyperlink", "smartTag", "fldSimple"}
_AS_TEXT = {"noBreakHyphen": "-", "softHyphen": "", "ptab": "\t"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_OFF = ("0", "false", "off")


@dataclass(frozen=True)
class Bare:
    """What is left of a document: its body, its notes, and where its text points to them.

    `pointed`: the kind and id of a note, and the mark that the author gave it, if any; the text
    has its pointers by their index. `notes`: the parts that hold notes.
    """

    body: Element
    notes: tuple[Element, ...]
    pointed: tuple[tuple[str, str, str], ...]
    note_styles: Mapping[str, str]


def lay_bare(package: Package) -> Bare:
    """Return the bare form of a document.

    Raises:
        FileDamaged, FileDeclaresEntities: of one of its parts.
    """
    main = _main_part(package)
    related = _related(package, main)
    labels = read_labels(_part(package, related, "numbering"), _part(package, related, "styles"))
    document = package.xml(main)
    cleaner = _Cleaner(labels)
    cleaner.clean(document)
    parts = (_part(package, related, name) for name in ("footnotes", "endnotes"))
    notes = tuple(each for each in parts if each is not None)
    for each in notes:
        _Cleaner(labels).clean(each)
    styles = _note_styles(_part(package, related, "settings"))
    return Bare(document, notes, tuple(cleaner.notes), styles)


def lines_of(block: Element) -> Iterator[str]:
    """Yield the paragraphs below an element that was laid bare, and rows of tables as lines."""
    for each in block:
        name = local_name(each)
        if name == "p":
            yield each.text or ""
        elif name == "tbl":
            for row in _nearest(each, "tr"):
                yield from row_lines([list(_cell(cell)) for cell in _cells(row)])
        else:
            yield from lines_of(each)


def _cells(row: Element) -> Iterator[Element]:
    return iter((row,)) if local_name(row) == "p" else _nearest(row, "tc")


def _cell(cell: Element) -> Iterator[str]:
    return iter((cell.text or "",)) if local_name(cell) == "p" else lines_of(cell)


def _nearest(above: Element, name: str) -> Iterator[Element]:
    """Yield the rows or cells below an element, also wrapped ones, and paragraphs beside them."""
    for each in above:
        if local_name(each) in (name, "p"):
            yield each
        else:
            yield from _nearest(each, name)


def _main_part(package: Package) -> str:
    if "word/document.xml" in package.members or "_rels/.rels" not in package.members:
        return "word/document.xml"
    found = _targets(package.xml("_rels/.rels"), "")
    return found.get("officeDocument", "word/document.xml")


def _related(package: Package, main: str) -> dict[str, str]:
    """Return the parts that the main one names, by their kind."""
    folder, _, name = main.rpartition("/")
    path = f"{folder}/_rels/{name}.rels".lstrip("/")
    return _targets(package.xml(path), folder) if path in package.members else {}


def _targets(relations: Element, folder: str) -> dict[str, str]:
    """Return the targets inside the package by the last word of their type; others never count."""
    found: dict[str, str] = {}
    for each in relations:
        if attribute(each, "TargetMode") != "External":
            target = attribute(each, "Target")
            path = target[1:] if target.startswith("/") else normpath(f"{folder}/{target}")
            found.setdefault(attribute(each, "Type").rpartition("/")[2], path.lstrip("/"))
    return found


def _part(package: Package, related: Mapping[str, str], kind: str) -> Element | None:
    """Return a part that may be missing."""
    path = related.get(kind, f"word/{kind}.xml")
    return package.xml(path) if path in package.members else None


def _note_styles(settings: Element | None) -> dict[str, str]:
    """Return how footnotes and endnotes are counted."""
    return {
        kind: value(child(settings, f"{kind}Pr"), "numFmt") or default
        for kind, default in (("footnote", "decimal"), ("endnote", "lowerRoman"))
    }


class _Cleaner:
    """Changes the tree of one part; collects the notes that it points to."""

    def __init__(self, labels: Labels) -> None:
        self.notes: list[tuple[str, str, str]] = []
        self._labels = labels

    def clean(self, root: Element) -> None:
        """Do all that is to be done with a part."""
        _join_after_deleted_marks(root)
        for each in list(root.iter()):
            self._clean_one(each)
        for box in list(root.iter("{*}txbxContent")):
            _lift(box)
        space = root.tag.rpartition("}")[0] + "}"
        for paragraph in list(root.iter(f"{space}p")):
            self._flatten(paragraph, space)

    def _clean_one(self, each: Element) -> None:
        name = local_name(each)
        parent = each.getparent()
        if parent is None:
            return
        if name in _DROPPED or (name == "r" and _is_hidden(each)) or _is_deleted_row(each):
            parent.remove(each)
        elif name in _UNWRAPPED:
            unwrap(each)
        elif name in _NOTES:
            self._point(each, parent, _NOTES[name])
        else:
            _rewrite(each, name)

    def _point(self, each: Element, parent: Element, kind: str) -> None:
        """Put the index of a note where its mark stands."""
        mark = ""
        if attribute(each, "customMarkFollows") not in ("", *_OFF):
            for following in [t for t in parent if local_name(t) == "t"]:
                mark += following.text or ""
                parent.remove(following)
        index = len(self.notes)
        self.notes.append((kind, attribute(each, "id"), mark.strip()))
        _become_text(each, pointer(index))

    def _flatten(self, paragraph: Element, space: str) -> None:
        """Leave a paragraph with nothing but its text, after the label that Word counts."""
        text = "".join(_written(paragraph, space))
        label = unguarded(self._labels.of(paragraph)) if text.strip() else ""
        for each in list(paragraph):
            paragraph.remove(each)
        paragraph.text = label + text


def _written(paragraph: Element, space: str) -> Iterator[str]:
    """Yield the text of a paragraph's runs, tabs and breaks."""
    for run in paragraph.iter(f"{space}r"):
        for each in run:
            if each.tag == f"{space}t":
                yield each.text or ""
            elif each.tag in (f"{space}br", f"{space}tab"):
                yield "\n" if each.tag.endswith("br") else "\t"


def _is_hidden(run: Element) -> bool:
    hidden = child(child(run, "rPr"), "vanish")
    return hidden is not None and attribute(hidden, "val") not in _OFF


def _is_deleted_row(each: Element) -> bool:
    return local_name(each) == "tr" and child(child(each, "trPr"), "del") is not None


def _rewrite(each: Element, name: str) -> None:
    """Turn what stands for text into text."""
    if name == "t":
        each.text = unguarded(each.text or "")
    elif name in _AS_TEXT:
        _become_text(each, _AS_TEXT[name])
    elif name == "sym":
        code = attribute(each, "char")
        is_code = re.fullmatch("[0-9A-Fa-f]{4}", code)
        _become_text(each, unguarded(chr(int(code, 16))) if is_code else "")
    elif name == "cr":
        each.tag = each.tag.removesuffix("cr") + "br"
    elif name == "oMath":
        _become_run(each)


def _become_text(each: Element, text: str) -> None:
    """Make `each`, which stands in a run, a text of that run."""
    run = each.getparent()
    space = "" if run is None else run.tag.rpartition("}")[0] + "}"
    for below in list(each):
        each.remove(below)
    each.tag = f"{space}t"
    each.text = "".join(c for c in text if not "\ud800" <= c <= "\udfff")


def _become_run(formula: Element) -> None:
    """Make a formula a run with its letters."""
    text = "".join(formula.itertext())
    parent = formula.getparent()
    while parent is not None and local_name(parent) != "p":
        parent = parent.getparent()
    if parent is None:
        return
    space = parent.tag.rpartition("}")[0] + "}"
    for below in list(formula):
        formula.remove(below)
    formula.tag, formula.text = f"{space}r", None
    formula.append(new_element(f"{space}t", unguarded(text)))


def _join_after_deleted_marks(root: Element) -> None:
    """Join each paragraph whose end was deleted to the one behind it."""
    for paragraph in list(root.iter("{*}p")):
        marks = child(child(paragraph, "pPr"), "rPr")
        if child(marks, "del") is None and child(marks, "moveFrom") is None:
            continue
        parent = paragraph.getparent()
        if parent is None:
            continue
        behind = parent.index(paragraph) + 1
        following = next((p for i, p in enumerate(parent) if i == behind), None)
        if following is not None and local_name(following) == "p":
            _move(paragraph, following)


def _move(paragraph: Element, following: Element) -> None:
    """Put what is in `paragraph` before what is in `following`, and take it away."""
    at = 0 if child(following, "pPr") is None else 1
    for offset, each in enumerate(e for e in list(paragraph) if local_name(e) != "pPr"):
        following.insert(at + offset, each)
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def _lift(box: Element) -> None:
    """Put the paragraphs of a text box before the paragraph that it hangs on."""
    anchor, above = None, box.getparent()
    while above is not None:
        if local_name(above) == "p":
            anchor = above
        above = above.getparent()
    if anchor is not None:
        for each in list(box):
            anchor.addprevious(each)
