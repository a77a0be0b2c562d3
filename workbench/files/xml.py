"""XML as lxml gives it, under types of our own: lxml brings none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any, Protocol

from workbench.files.errors import FileDamaged, FileDeclaresEntities

_etree: Any = import_module("lxml.etree")
#: The characters that XML cannot hold.
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DEFINITION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Element(Protocol):
    """The part of lxml's elements that the readers use."""

    tag: str
    text: str | None
    tail: str | None
    attrib: MutableMapping[str, str]

    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...
    def get(self, key: str, default: str = "") -> str: ...
    def set(self, key: str, value: str) -> None: ...
    def find(self, path: str) -> Element | None: ...
    def iterfind(self, path: str) -> Iterator[Element]: ...
    def iter(self, *tags: str) -> Iterator[Element]: ...
    def itertext(self) -> Iterator[str]: ...
    def getparent(self) -> Element | None: ...
    def append(self, element: Element) -> None: ...
    def insert(self, index: int, element: Element) -> None: ...
    def index(self, element: Element) -> int: ...
    def remove(self, element: Element) -> None: ...
    def addprevious(self, element: Element) -> None: ...


def parse_xml(data: bytes, file_name: str, kind: str) -> Element:
    """Parse XML that defines nothing, without the network.

    Raises:
        FileDeclaresEntities: it has a document type or entities.
        FileDamaged: it is no well-formed XML, or nested beyond what any program writes.
    """
    if _DEFINITION.search(data.replace(b"\0", b"")):  # UTF-16 is ASCII with NULs here
        raise FileDeclaresEntities(file=file_name)
    try:
        root = _etree.fromstring(data, _parser())
    except (_etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise FileDamaged(file=file_name, kind=kind) from error
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding of its own
        raise FileDeclaresEntities(file=file_name)
    return root


def _parser() -> object:
    return _etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def new_element(tag: str, text: str = "", names: Mapping[str, str] | None = None) -> Element:
    """Return an element of its own that holds `text`.

    `names`: namespaces by their prefixes; one may go without.
    """
    known = {prefix or None: name for prefix, name in (names or {}).items()}
    element: Element = _etree.Element(tag, nsmap=known)
    element.text = text
    return element


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """Return the attribute of this name in whatever namespace, empty if there is none."""
    found = (v for k, v in element.attrib.items() if k.rpartition("}")[2] == name)
    return next(found, "")


def to_bytes(root: Element) -> bytes:
    """Return the XML of `root` in UTF-8."""
    return _etree.tostring(root, encoding="utf-8", xml_declaration=True)


def unwrap(element: Element) -> None:
    """Put the children of `element` in its place; its own text goes."""
    parent = element.getparent()
    if parent is None:
        return
    for child in list(element):
        element.addprevious(child)
    parent.remove(element)
