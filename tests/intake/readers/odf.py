"""OpenDocument texts for the tests, written by odfdo, with raw XML for what it cannot write."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from odfdo import Document

_URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    " ".join(
        f'xmlns:{prefix}="{_URN}:{name}:1.0"'
        for prefix, name in (
            *(("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing")),
            *(("style", "style"), ("meta", "meta"), ("manifest", "manifest")),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
TYPE = "application/vnd.oasis.opendocument.text"


def paragraph(content: str) -> str:
    """A paragraph of raw content."""
    return f"<text:p>{content}</text:p>"


def note(number: int, text: str, kind: str = "footnote") -> str:
    """A note where its mark stands."""
    citation = f"<text:note-citation>{number}</text:note-citation>"
    body = f"<text:note-body>{paragraph(text)}</text:note-body>"
    return f'<text:note text:note-class="{kind}">{citation}{body}</text:note>'


def raw(body: str, automatic: str = "", **parts: str | bytes) -> bytes:
    """The smallest package with a raw body; `parts` are further members, without their .xml."""
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as package:
        package.writestr("mimetype", TYPE)
        for name, member in {"content": content, **parts}.items():
            package.writestr(f"{name.replace('__', '/')}.xml", member)
    return out.getvalue()


def saved(document: Document) -> bytes:
    """The bytes of odfdo's document."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()
