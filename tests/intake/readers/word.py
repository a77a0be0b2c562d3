"""Word documents for the tests, written by python-docx, with raw XML for what it cannot write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.oxml import parse_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run(text: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """A paragraph of raw runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(content)}</w:p>"


def reference(number: int, kind: str = "footnote") -> str:
    """The mark of a note."""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{raised}<w:{kind}Reference w:id="{number}"/></w:r>'


def notes_part(notes: Mapping[int, str], kind: str = "footnote") -> str:
    """The part with the notes, and Word's two separators."""

    def note(number: int, content: str, attributes: str = "") -> str:
        return f'<w:{kind} {attributes} w:id="{number}">{content}</w:{kind}>'

    mark = f"<w:r><w:{kind}Ref/></w:r>"
    bodies = [note(n, paragraph(mark, run(f" {text}"))) for n, text in notes.items()]
    separators = [
        note(n, paragraph(f"<w:r><w:{each}/></w:r>"), f'w:type="{each}"')
        for n, each in ((-1, "separator"), (0, "continuationSeparator"))
    ]
    return f"<w:{kind}s {NAMES}>{''.join(separators + bodies)}</w:{kind}s>"


def relations(*targets: tuple[str, str], attributes: str = "") -> str:
    """A part that names others: the last word of their type, and where they are."""
    links = "".join(
        f'<Relationship Id="a{n}" Type="http://x/{kind}" Target="{target}" {attributes}/>'
        for n, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'


def whole(body: str) -> str:
    """The main part."""
    return f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"


def document(
    *blocks: str | Callable[[Any], object], parts: Mapping[str, str] | None = None, **core: str
) -> bytes:
    """A document of raw blocks, or of what functions of python-docx's document add."""
    made = docx.Document()
    made.core_properties.title = core.get("title", "")
    made.core_properties.author = core.get("author", "")
    for block in blocks:
        if callable(block):
            block(made)
        else:
            (element,) = parse_xml(f"<w:body {NAMES}>{block}</w:body>")
            made.element.body.insert_element_before(element, "w:sectPr")
    out = BytesIO()
    made.save(out)
    return with_parts(out.getvalue(), parts or {})


def with_parts(data: bytes, parts: Mapping[str, str | bytes | None]) -> bytes:
    """The package with these members put in, in place of those of the same name, or taken out."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def simple(body: str, **parts: str) -> bytes:
    """The smallest package that is a document, with a raw body."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", whole(body))
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return out.getvalue()
