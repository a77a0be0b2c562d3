"""The bytes of a web page to a tree: its encoding found, nothing fetched, nothing expanded."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, cast

from workbench.domain.errors import Refusal
from workbench.files.decode import decode, is_plausible_chinese
from workbench.intake.errors import FileBinary, PageTooDeep, PageWithoutText

_HEAD = 4_096  # bytes in which a page must name its encoding
_LABEL = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Pages are labelled by the smaller set whose superset they use.
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "hz": "hz",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
}
_LOOSE = re.compile(r"^(x-)+|(?<=gb)_|_?-?80$")
# Python has codecs that make no text, such as zip; and UTF-16 names itself in no ASCII.
_OF_PAGES = re.compile(
    r"utf-8|gb\w+|hz|big5\w*|cp\d+|iso8859[-_]\d+|koi8[-_]\w|euc_\w+|shift_jis\w*|iso2022_jp|ascii"
)
_CHINESE = ("gb18030", "big5hkscs")
_FEW = 8  # bytes beyond ASCII: fewer can be UTF-8 by chance
_ENOUGH = 40  # characters beyond ASCII that tell whether a text is Chinese
_MOST_DAMAGE = 0.03  # share of characters that may be lost
_FEWEST_PAGE = 40  # bytes: shorter, and its encoding cannot be told from a page that ended


class Node(Protocol):
    """What we use of an element of lxml, which states no types."""

    tag: Any  # a string; of comments and the like, a function
    text: str | None
    tail: str | None

    def get(self, key: str, default: str) -> str: ...
    def getparent(self) -> Node | None: ...
    def iter(self, *tags: str) -> Iterator[Node]: ...
    def iterdescendants(self, *tags: str) -> Iterator[Node]: ...
    def iterancestors(self, *tags: str) -> Iterator[Node]: ...
    def __iter__(self) -> Iterator[Node]: ...
    def __len__(self) -> int: ...


def attr(node: Node, key: str) -> str:
    """Return an attribute, "" where it is not there."""
    return node.get(key, "")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's markup, its encoding, and whether characters of it are lost."""

    markup: str
    encoding: str
    damaged: bool


def decode_page(data: bytes, file_name: str, label: str = "") -> Page:
    """Return the markup of a page; `label` is an encoding that came with it from outside.

    Bytes that are UTF-8 are UTF-8 whatever the page says; a label counts only where it fits.

    Raises:
        Refusal: what `decode` raises for bytes that no text has.
    """
    text, encoding = _by_mark(data) or _by_content(data, file_name, label)
    if text.count("\0") > max(8, len(text) / 50):
        raise FileBinary(file=file_name, kind="?")
    text = text.replace("\0", "")
    return Page(text, encoding, "\ufffd" in text or "锟斤拷" in text)


def _by_mark(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    return None


def _by_content(data: bytes, file_name: str, label: str) -> tuple[str, str]:
    labels = [name for name in (_known(label), _labelled(data)) if name]
    if _is_utf8(data) and not (labels and _beyond_ascii(data) < _FEW):
        return data.decode("utf-8", "replace"), "utf-8"
    for encoding in labels:
        text = data.decode(encoding, "replace")
        if encoding != "cp1252" and _is_whole(text) and _fits(text, encoding):
            return text, encoding
    try:
        decoded = decode(data, file_name)
    except FileBinary:
        raise
    except Refusal:
        return _least_damaged(data, labels, file_name)
    return decoded.text, decoded.encoding


def _is_utf8(data: bytes) -> bool:
    """Tell whether `data` is UTF-8, but for a character that its end may have cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _beyond_ascii(data: bytes) -> int:
    return len(data) - len(data.translate(None, bytes(range(128, 256))))


def _labelled(data: bytes) -> str:
    match = _LABEL.search(data[:_HEAD])
    return _known(match[1].decode("ascii")) if match else ""


def _known(label: str) -> str:
    """Return the codec for a page's label, "" if there is none that a page can have."""
    try:
        name = codecs.lookup(_LOOSE.sub("", label.strip().lower())).name if label else ""
    except (LookupError, ValueError):
        return ""
    return _SUPERSETS.get(name, name) if _OF_PAGES.fullmatch(name) else ""


def _is_whole(text: str) -> bool:
    """Tell whether hardly anything of `text` was lost in decoding, or became what nobody writes."""
    strange = text.count("\ufffd") + len(re.findall("[\ue000-\uf8ff\x80-\x9f]", text))
    beyond = len(re.findall(r"[^\x00-\x7f]", text))
    return strange <= max(2, beyond * 0.005)


def _fits(text: str, encoding: str) -> bool:
    """Tell whether a page that is said to be Chinese reads like it; one with little of it may."""
    is_little = len(re.findall(r"[^\x00-\x7f]", text)) < _ENOUGH
    return encoding not in _CHINESE or is_little or is_plausible_chinese(text)


def _least_damaged(data: bytes, labels: list[str], file_name: str) -> tuple[str, str]:
    """Return the reading that loses least; raise what `decode` raised where all lose much."""
    names = (*labels, "utf-8", "gb18030", "big5hkscs")
    readings = [(data.decode(name, "replace"), name) for name in names]
    best = min(readings, key=lambda r: (not is_plausible_chinese(r[0]), r[0].count("\ufffd")))
    if len(data) >= _FEWEST_PAGE and best[0].count("\ufffd") > len(best[0]) * _MOST_DAMAGE:
        decode(data, file_name)
    return best


def parse_page(markup: str, file_name: str) -> Node:
    """Return the root element of a page.

    Raises:
        PageTooDeep: its elements are nested deeper than the parser follows.
        PageWithoutText: it holds no element.
    """
    # Not needed to read other files; and lxml states no types.
    etree: Any = import_module("lxml.etree")
    html: Any = import_module("lxml.html")
    # The markup is given in UTF-8 whatever it says of itself, so that its label cannot mislead.
    parser: Any = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True, recover=True
    )
    data = markup.encode("utf-8", "replace")
    try:
        root: Any = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise _refusal(str(error), file_name) from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise PageTooDeep(file=file_name)
    return cast("Node", root)


def _refusal(message: str, file_name: str) -> Refusal:
    too_deep = "depth" in message.lower()
    return PageTooDeep(file=file_name) if too_deep else PageWithoutText(file=file_name)
