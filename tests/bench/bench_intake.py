"""How fast files are imported, beside what the libraries alone take.

PDFs come from two producers: reportlab embeds no font, so that PDFium spends its time on one of
the system; Qt embeds its own, which is how most PDFs are made, and quicker to extract.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from tests.bench import Figure
from tests.intake.readers.pdfs import pages_of, printed
from tests.intake.readers.word import paragraph, simple
from tests.intake.readers.word import run as word_run
from workbench.intake.read import read_article

PAGES = 300
CELLS = 20_000
ROUNDS = 3

_HEAD = "海岬学刊 2026年第2期"
_COLUMNS = 36
_LINES = 36
_CLAUSES = (
    *("岛国的债务由来已久", "议会没有给出答复", "渔业协定将在秋天到期", "港口的收入应当先还"),
    *("各方的立场并不一致", "代表们在槟城谈了三天", "海峡两边的船只照常往来", "会谈一再推迟"),
    *("这一点没有人否认", "新的税率从明年起实行", "邻国提出了自己的方案", "利息占去了预算的一半"),
)


def run() -> list[Figure]:
    """Return the figures of the intake."""
    application = QGuiApplication.instance() or QGuiApplication([])
    figures = [_pdf("reportlab", pages_of(*_pages())), _pdf("Qt", printed(_prose(PAGES * 1_300)))]
    del application
    return [*figures, _word()]


def _prose(length: int) -> str:
    """Return as many characters of paragraphs that are no article's."""
    choice = random.Random(1)
    paragraphs: list[str] = []
    while length > 0:
        sentences = ("，".join(choice.sample(_CLAUSES, 3)) + "。" for _ in range(6))
        paragraphs.append("　　" + "".join(sentences))
        length -= len(paragraphs[-1])
    return "\n".join(paragraphs)


def _pages() -> list[list[str]]:
    """Return pages as a journal sets them: a running head, wrapped lines, a number."""
    lines = [
        paragraph[start : start + _COLUMNS]
        for paragraph in _prose(PAGES * _LINES * (_COLUMNS - 3)).split("\n")
        for start in range(0, len(paragraph), _COLUMNS)
    ]
    return [
        [_HEAD, *lines[page * _LINES : (page + 1) * _LINES], str(page + 1)] for page in range(PAGES)
    ]


def _pdf(producer: str, data: bytes) -> Figure:
    """Compare an import with the extraction alone, each the best of some rounds."""
    rounds = [
        (_seconds(partial(read_article, data, "a.pdf")), _seconds(partial(_extract, data)))
        for _ in range(ROUNDS)
    ]
    ours, plain = (min(times) for times in zip(*rounds, strict=True))
    beside = f"import {ours:.2f} s, PDFium's text alone {plain:.2f} s"
    return Figure(f"intake: PDF of {PAGES} pages by {producer}", ours / plain, "×", 1.5, beside)


def _word() -> Figure:
    """Time a Word document that is one long table."""
    cells = (f"<w:tc>{paragraph(word_run(f'第{n}格'))}</w:tc>" for n in range(CELLS))
    rows = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in zip(*[cells] * 10, strict=True))
    seconds = _seconds(partial(read_article, simple(f"<w:tbl>{rows}</w:tbl>"), "a.docx"))
    return Figure(f"intake: Word table of {CELLS:,} cells", seconds, "s", 3)


def _extract(data: bytes) -> None:
    pdfium: Any = import_module("pypdfium2")
    with pdfium.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()


def _seconds(work: Callable[[], object]) -> float:
    """Return the processor time of the work: what else runs does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start
