"""OpenDocument texts (.odt): odfdo opens them, what stands in them is walked through here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from odfdo import Document
from odfdo import Element as OdfElement

from workbench.files.packages import LIMITS, Limits, Package, library_on, open_package
from workbench.files.xml import Element, to_bytes
from workbench.intake.errors import FileEmpty, FileEncrypted
from workbench.intake.extracted import Extracted
from workbench.intake.readers.about import stated
from workbench.intake.readers.notes import set_apart
from workbench.intake.readers.odftext import Node, OdfText, read_lists

_KIND = "ODT"
_TYPE = "application/vnd.oasis.opendocument.text"
_SHORT = re.compile("[0-9]{1,2}")
_PARTS = ("content.xml", "styles.xml", "meta.xml")
_MANIFEST = "META-INF/manifest.xml"


def read_odt(data: bytes, file_name: str, limits: Limits = LIMITS) -> Extracted:
    """Return the text of an OpenDocument text.

    Raises:
        FileDamaged, FileEmpty, FileDeclaresEntities, FileEncrypted, FileUnpacksTooLarge,
        FileHasTooManyParts: it is none, or none that is safe to read.
    """
    package = open_package(data, file_name, _KIND, limits)
    bare = _bare(package)
    with library_on(file_name, _KIND):
        document = Document(BytesIO(bare))
        body = _node(document.body)
        styles = [_node(part.root) for part in (document.content, document.styles)]
        title, author = document.meta.title, document.meta.initial_creator
    text = OdfText(*read_lists(styles))
    noted = set_apart(text.of(body), text.notes)
    if not noted.text.strip():
        raise FileEmpty(file=file_name)
    about = stated(noted.text, title, author)
    return Extracted(noted.text, "odt", edits=noted.edits, asides=noted.asides, about=about)


def _bare(package: Package) -> bytes:
    """Return a package of nothing but the parts that are read, each of them checked.

    Raises:
        FileEncrypted, FileDamaged, FileDeclaresEntities.
    """
    if _MANIFEST in package.members and b"encryption-data" in package.read(_MANIFEST):
        raise FileEncrypted(file=package.file_name)
    names = [name for name in _PARTS if name in package.members or name == "content.xml"]
    roots = {name: package.xml(name) for name in names}
    for each in (each for root in roots.values() for each in root.iter("{*}s")):
        _limit(each)
    return _packed({name: to_bytes(root) for name, root in roots.items()})


def _limit(blanks: Element) -> None:
    """Keep a run of blanks from being longer than a line: odfdo writes them all out."""
    for name, value in list(blanks.attrib.items()):
        if name.endswith("}c") and not _SHORT.fullmatch(value):
            blanks.set(name, "1")


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("mimetype", _TYPE)
        package.writestr(_MANIFEST, _manifest(parts))
        for name in _PARTS:
            package.writestr(name, parts.get(name) or _empty(name))
    return out.getvalue()


def _manifest(parts: Mapping[str, bytes]) -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in (("/", _TYPE), *((part, "text/xml") for part in parts))
    )
    return f'<manifest:manifest xmlns:manifest="{space}">{entries}</manifest:manifest>'


def _empty(name: str) -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    tag = f"office:document-{name.removesuffix('.xml')}"
    return f'<{tag} xmlns:office="{space}"><office:meta/></{tag}>'


def _node(element: OdfElement) -> Node:
    """Return what odfdo holds of an element, and of all below it."""
    return Node(
        element.tag,
        element.text or "",
        element.tail or "",
        {name: str(value) for name, value in element.attributes.items()},
        tuple(_node(child) for child in element.children),
    )
