"""Web archives (.mhtml, .mht): the page in it, read as a page; nothing else of it is needed."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.message import Message

from workbench.intake.errors import PageTooDeep, PageWithoutText
from workbench.intake.extracted import Extracted
from workbench.intake.readers.html.parse import decode_page
from workbench.intake.readers.web import read_page

_MOST_PARTS = 20_000


def read_mhtml(data: bytes, file_name: str) -> Extracted:
    """Return the text of the page that a web archive was made of.

    Raises:
        PageWithoutText: there is no page in it, or the page holds no text.
        Refusal: what `read_html` raises.
    """
    try:
        archive = email.message_from_bytes(data.lstrip())
        pages = [part for part in _parts(archive) if part.get_content_type() in _TYPES]
    except RecursionError as error:  # parts within parts within parts
        raise PageTooDeep(file=file_name) from error
    page = _main(archive, pages)
    content = _content(page) if page is not None else b""
    if page is None or not content.strip():
        raise PageWithoutText(file=file_name)
    found = decode_page(content, file_name, _charset(page))
    return read_page(found, file_name, "mhtml", _address(archive, page))


_TYPES = ("text/html", "application/xhtml+xml")


def _parts(archive: Message) -> Iterator[Message]:
    for count, part in enumerate(archive.walk()):
        if count >= _MOST_PARTS:
            return
        yield part


def _main(archive: Message, pages: list[Message]) -> Message | None:
    """Return the part that is the page itself: a frame in it may be larger, and come first."""
    address = _header(archive, "Snapshot-Content-Location")
    start = str(archive.get_param("start", "") or "").strip()
    for page in pages:
        if start and _header(page, "Content-ID") == start:
            return page
        if address and _header(page, "Content-Location") == address:
            return page
    return next(iter(pages), None)


def _content(part: Message) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):  # a transfer encoding that is none
        return b""
    return content if isinstance(content, bytes) else b""


def _charset(part: Message) -> str:
    try:
        return str(part.get_content_charset("") or "")
    except (ValueError, LookupError):
        return ""


def _address(archive: Message, page: Message) -> str:
    stated = (_header(archive, "Snapshot-Content-Location"), _header(page, "Content-Location"))
    return next((each for each in stated if re.match(r"https?://\S+$", each)), "")


def _header(part: Message, name: str) -> str:
    value = "".join(str(part.get(name, "")).replace("\0", "").split())
    return value.encode("utf-8", "replace").decode("utf-8")
