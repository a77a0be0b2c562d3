"""Real files of every format, to be damaged: those of the tests, and what their writers make."""

from __future__ import annotations

import functools
import io
import json
import os
import random
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.fuzz.made import MADE
from tests.intake.readers import odf, pdfs, word
from tests.intake.readers.test_mhtml import archive, part
from tests.intake.readers.test_rtf import hexed, rtf
from tests.intake.tables.test_excel import book

SCORED = Path(__file__).parents[1] / "intake" / "scored"
_TITLE = "渔业谈判重启"
_LINES = ("五月三日，岛国代表说，谈判可以恢复。", "债务必须先谈，这是岛国议会的立场。", "一、背景")
_ROWS = [["标题", "正文", "日期", "链接"]] + [
    [f"{_TITLE}{n}", _LINES[n % 2] * 9, f"2025-08-{n + 1:02}", f"https://a.cn/{n}"]
    for n in range(12)
]


def _texts() -> list[bytes]:
    return [path.read_bytes() for path in sorted((SCORED / "text").glob("*[!d].txt"))]


def _encoded() -> list[bytes]:
    encodings = ("gb18030", "big5", "utf-16", "utf-16-le", "utf-8-sig", "shift_jis", "euc_kr")
    text = _texts()[0].decode()
    return [text.encode(each, "ignore") for each in encodings]


def _pages() -> list[bytes]:
    return [path.read_bytes() for path in sorted((SCORED / "web").glob("*.html"))]


def _mhtml() -> list[bytes]:
    encodings = ("quoted-printable", "base64", "8bit")
    head = (
        "From: x\r\nSubject: =?utf-8?B?5riU5Lia?=\r\nSnapshot-Content-Location: https://a.cn/b\r\n"
    )
    return [
        archive(part(page, encodings[n % 3]), part(b"\x89PNG", "base64", "image/png"), head=head)
        for n, page in enumerate(_pages()[:6])
    ]


def _markdown() -> list[bytes]:
    head = f"---\ntitle: {_TITLE}\ndate: 2025-08-01\n---\n\n# {_TITLE}\n\n"
    notes = "文[^1]在此。\n\n[^1]: 见纪要。\n\n> 引\n\n- 甲\n- 乙\n\n```\ncode\n```\n<b>x</b>\n"
    table = "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"
    return [(head + "\n\n".join(_LINES) + notes + table).encode()]


def _docx() -> list[bytes]:
    notes = word.notes_part({1: "见纪要第三页。"})
    body = word.paragraph(word.run(_LINES[0]), word.reference(1))
    made = word.document(
        lambda d: d.add_heading(_TITLE, 0),
        body,
        lambda d: d.add_table(3, 3),
        parts={"word/footnotes.xml": notes},
        title=_TITLE,
    )
    return [made, word.simple(body * 3, footnotes=notes)]


def _odt() -> list[bytes]:
    body = odf.paragraph(_LINES[0] + odf.note(1, "见纪要。")) + odf.paragraph(_LINES[1])
    cell = f"<table:table-cell>{odf.paragraph('甲')}</table:table-cell>"
    return [
        odf.raw(body + f"<table:table><table:table-row>{cell * 2}</table:table-row></table:table>")
    ]


def _rtf() -> list[bytes]:
    note = rf"{{\footnote {hexed('见纪要。')}}}"
    row = rf"\trowd\cellx1\cellx2\intbl {hexed('甲')}\cell {hexed('乙')}\cell\row "
    body = rf"\f1 {hexed(_TITLE)}\par {hexed(_LINES[0])}{note}\par {row}\pard\u28180?\par"
    return [rtf(body), rtf(body, page=65001)]


def _pdf() -> list[bytes]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    made = [pdfs.printed("\n".join(_LINES * 20)), pdfs.pages_of([_TITLE, *_LINES], [*_LINES, "2"])]
    del application
    return [*made, pdfs.one_page(b"BT /F1 12 Tf 72 700 Td (Hello) Tj ET")]


def _csv() -> list[bytes]:
    text = "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in _ROWS)
    return [text.encode(), text.encode("gb18030"), text.encode("utf-16")]


def _tsv() -> list[bytes]:
    return ["\n".join("\t".join(row) for row in _ROWS).encode()]


def _jsonl() -> list[bytes]:
    head, *rows = _ROWS
    objects = (json.dumps(dict(zip(head, row, strict=True)), ensure_ascii=False) for row in rows)
    return ["\n".join(objects).encode()]


def _xlsx() -> list[bytes]:
    return [book(甲=_ROWS), book(空=[], 乙=_ROWS[:3])]


def _zip() -> list[bytes]:
    files = {"甲.txt": _texts()[0], "乙/丙.html": _pages()[0], "表.csv": _csv()[0]}
    return [_zipped({**files, "里.zip": _zipped(files)}), _zipped(files)]


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()


#: The readers by their formats: what makes real files of each.
SEEDS: Mapping[str, Callable[[], list[bytes]]] = {
    "txt": _texts,
    "encodings": _encoded,
    "html": _pages,
    "mhtml": _mhtml,
    "md": _markdown,
    "docx": _docx,
    "odt": _odt,
    "rtf": _rtf,
    "pdf": _pdf,
    "csv": _csv,
    "tsv": _tsv,
    "xlsx": _xlsx,
    "jsonl": _jsonl,
    "zip": _zip,
}
assert SEEDS.keys() == MADE.keys()


@functools.cache
def seeds(reader: str) -> list[bytes]:
    """Return real files of a format, always the same ones in one process."""
    random.seed(0)
    return SEEDS[reader]()
