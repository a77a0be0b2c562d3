"""Inputs that Hypothesis makes: the signs of each format, in an order that nobody gave them.

The signs lie in `signs/`, one a line; ␊ is a line feed there, ␍ a carriage return, ⏎ both.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from zipfile import ZipFile

from hypothesis import strategies as st

from tests.intake.readers import odf, pdfs, word

Bytes = st.SearchStrategy[bytes]
Texts = st.SearchStrategy[str]

_MEANT = {"⏎": "\r\n", "␍": "\r", "␊": "\n", "␀": "\0"}
_ENCODINGS = ("utf-8", "utf-8", "gb18030", "big5", "utf-16", "utf-32", "latin-1")
_CELLS = ('"', '""', "\n", "\r\n", "标题", "正文", "日期", "链接", "\0")
_KEYS = ("标题", "正文", "date", "")
_LINES = ("{", "[]", "null", "[" * 5_000, '{"正文": "\\ud800"}', '{"正文": 1e999}', "")
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _signs(name: str) -> list[str]:
    text = (Path(__file__).parent / "signs" / f"{name}.txt").read_text("utf-8")
    for sign, meant in _MEANT.items():
        text = text.replace(sign, meant) if meant != "\n" else text
    return [each.replace("␊", "\n") for each in text.split("\n") if each]


TEXT = st.lists(st.sampled_from(_signs("words")) | st.text(max_size=6), max_size=30).map("".join)


def _joined(signs: Sequence[str], most: int = 60) -> Texts:
    """Make a text of these signs and of words."""
    return st.lists(st.sampled_from(signs) | TEXT, max_size=most).map("".join)


@st.composite
def _encoded(draw: st.DrawFn, texts: Texts, before: str = "") -> bytes:
    encoding = draw(st.sampled_from(_ENCODINGS))
    return (before + draw(texts)).encode(encoding, "ignore")


def _written(text: str) -> str:
    """Return a text as XML can hold it."""
    kept = "".join(c for c in text if c == "\n" or " " <= c < "\ud800" or "\ue000" <= c < "\ufdd0")
    return kept.replace("&", "&amp;").replace("<", "&lt;")


def _tree(name: str) -> Texts:
    """Make elements in one another, well-formed."""
    attributes = st.sampled_from(_signs(f"{name}_said"))
    said = st.lists(attributes, max_size=3, unique_by=lambda each: each.partition("=")[0])

    def element(tag: str, told: list[str], inside: list[str]) -> str:
        return f"<{tag} {' '.join(told)}>{''.join(inside)}</{tag}>"

    tags = st.sampled_from(_signs(name))
    return st.recursive(
        TEXT.map(_written),
        lambda below: st.builds(element, tags, said, st.lists(below, max_size=6)),
        max_leaves=60,
    )


def _docx() -> Bytes:
    return _tree("docx").map(lambda body: word.simple(body, footnotes=word.whole(body)))


def _pdf() -> Bytes:
    drawn = _joined(_signs("pdf"))
    return drawn.map(lambda each: pdfs.one_page(each.encode("latin-1", "ignore")))


def _mhtml() -> Bytes:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    return _encoded(_joined(_signs("mhtml")), head)


def _json() -> st.SearchStrategy[object]:
    plain = st.none() | st.booleans() | st.integers() | st.floats() | TEXT
    keys = st.sampled_from(_KEYS) | TEXT
    return st.recursive(
        plain,
        lambda below: st.lists(below, max_size=4) | st.dictionaries(keys, below, max_size=4),
        max_leaves=12,
    )


def _jsonl() -> Bytes:
    objects = st.dictionaries(st.sampled_from(_KEYS), _json(), max_size=4).map(json.dumps)
    return _encoded(st.lists(objects | st.sampled_from(_LINES), max_size=12).map("\n".join))


def _zip() -> Bytes:
    names = st.sampled_from(_signs("names")) | st.text(st.characters(codec="utf-8"), max_size=8)
    return st.dictionaries(names, st.binary(max_size=200) | _encoded(TEXT), max_size=6).map(_packed)


def _packed(members: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as package:
        for name, data in members.items():
            package.writestr(name or "_", data)
    return out.getvalue()


def _sheet(cells: str) -> bytes:
    sheet = f'<sheet name="甲" sheetId="1" xmlns:r="{_OFFICE}" r:id="rId1"/>'
    link = f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    parts = {
        "workbook": f'<workbook xmlns="{_SHEETS}"><sheets>{sheet}</sheets></workbook>',
        "worksheets/sheet1": (
            f'<worksheet xmlns="{_SHEETS}"><sheetData>{cells}</sheetData></worksheet>'
        ),
        "sharedStrings": f'<sst xmlns="{_SHEETS}"><si><t>标题</t></si></sst>',
    }
    return _packed(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/_rels/workbook.xml.rels": f"<Relationships>{link}</Relationships>",
            **{f"xl/{name}.xml": part for name, part in parts.items()},
        }
    )


#: What is made of each format that is fuzzed.
MADE: Mapping[str, Callable[[], Bytes]] = {
    "txt": lambda: TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")),
    "encodings": lambda: _encoded(TEXT) | st.binary(max_size=400),
    "html": lambda: _encoded(_joined(_signs("html")), "<html>"),
    "mhtml": _mhtml,
    "md": lambda: _encoded(_joined(_signs("md")), "---\n"),
    "docx": _docx,
    "odt": lambda: _tree("odt").map(odf.raw),
    "rtf": lambda: _encoded(_joined(_signs("rtf")), "{\\rtf1\\ansi "),
    "pdf": _pdf,
    "csv": lambda: _encoded(_joined((",", ",", *_CELLS), 120)),
    "tsv": lambda: _encoded(_joined(("\t", "\t", *_CELLS), 120)),
    "xlsx": lambda: _tree("xlsx").map(_sheet),
    "jsonl": _jsonl,
    "zip": _zip,
}
