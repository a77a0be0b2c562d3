"""PDFs for the tests, by two producers: reportlab (no font embedded) and Qt (embedded)."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QPdfWriter, QTextDocument
from reportlab.lib import pdfencrypt
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"


def pages_of(
    *pages: Sequence[str], password: str = "", owner: str = "", title: str = "", author: str = ""
) -> bytes:
    """A PDF of these lines a page, by reportlab; a page of none is a picture of nothing."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    locked = pdfencrypt.StandardEncryption(password, owner or "x") if password or owner else None
    out = BytesIO()
    canvas = Canvas(out, encrypt=locked)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for lines in pages:
        canvas.setFont(FONT, 10)
        canvas.rect(10, 10, 50, 50)
        for number, line in enumerate(lines):
            canvas.drawString(72, 790 - 18 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def printed(text: str) -> bytes:
    """A PDF as Qt prints it; wants a running QGuiApplication."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    document = QTextDocument()
    document.setDefaultFont(QFont("Noto Sans CJK SC", 11))
    document.setPlainText(text)
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def by_hand(objects: Sequence[bytes]) -> bytes:
    """A PDF of raw objects, the first of which is the catalogue."""
    out = b"%PDF-1.4\n"
    offsets: list[int] = []
    for number, each in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + tail


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), more, content)


def one_page(content: bytes, mapping: bytes = b"", more: bytes = b"") -> bytes:
    """A page of raw content in a font whose characters are mapped as `mapping` says."""
    codes = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00><FF> "
    return by_hand(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources 7 0 R>>",
            stream(content, more),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
            stream(codes + b"endcodespacerange " + mapping + b" endcmap"),
            b"<</Font<</F 5 0 R>>>>",
        ]
    )
