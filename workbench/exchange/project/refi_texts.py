"""The sources of a REFI-QDA document that have a text, and their selections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.errors import TextHoldsNul
from workbench.exchange.project.model import Remark, Remarks
from workbench.exchange.project.refi_document import RefiDocument
from workbench.exchange.project.refi_offsets import CountedText
from workbench.files.errors import FileHoldsNul
from workbench.files.xml import Element, attribute, local_name

_ELSEWHERE = ("PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection")


@dataclass(frozen=True)
class Source:
    """A source with its text and the selections in it."""

    guid: str
    name: str
    element: Element
    counted: CountedText
    selections: Sequence[Element]


def sources_of(document: RefiDocument, remarks: Remarks) -> Iterator[Source]:
    """Yield the sources that are text, or have one beside their pages.

    Raises:
        Refusal: a text cannot be kept.
    """
    for element in document.part("Sources"):
        name = attribute(element, "name").strip() or document.guid(element)
        for kind in _ELSEWHERE:
            count = sum(1 for _ in document.children(element, kind))
            if count:
                remarks.add(Remark.NOT_READ, f"{kind}: {count}", count)
        holder = _text_holder(document, element)
        if holder is None:
            remarks.add(Remark.NO_TEXT, name)
            continue
        counted = _counted(document, holder, name)
        if counted is None:
            remarks.add(Remark.TEXT_MISSING, name)
            continue
        selections = list(document.children(holder, "PlainTextSelection"))
        yield Source(document.guid(element), name, element, counted, selections)


def _text_holder(document: RefiDocument, element: Element) -> Element | None:
    """Return the element that has the text: the source, or what represents its pages."""
    if local_name(element) == "TextSource":
        return element
    if local_name(element) == "PDFSource":
        return next(document.children(element, "Representation"), None)
    return None


def _counted(document: RefiDocument, holder: Element, name: str) -> CountedText | None:
    """Return the text of a source, None if the file does not hold it, or nothing in it."""
    path = attribute(holder, "plainTextPath")
    text = document.package.text(path) if path else document.text(holder, "PlainTextContent")
    if text is None or not text.strip("\ufeff \t\r\n"):
        return None
    try:
        return CountedText(text)
    except TextHoldsNul as error:
        place = f"{document.package.file_name}#{name}"
        raise FileHoldsNul(file=place, **error.facts) from error
