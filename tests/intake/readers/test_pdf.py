from __future__ import annotations

import re
from typing import Any

import pytest

from tests.intake.readers.pdfs import by_hand, one_page, pages_of, printed
from workbench.files.packages import Limits
from workbench.intake.errors import (
    FileDamaged,
    FileEncrypted,
    FileHasTooManyParts,
    FileTooLarge,
    PdfHasNoText,
)
from workbench.intake.read import read_article
from workbench.intake.readers import pdf
from workbench.intake.readers.pdf import read_pdf

TITLE = "渔业谈判重启"
LINES = [f"五月三日，岛国的第{n}位代表在会上说，谈判可以恢复，但是债务必须先谈" for n in range(14)]


def test_lines_are_kept_and_pages_begin_with_a_form_feed() -> None:
    found = read_pdf(pages_of([TITLE, *LINES[:2]], LINES[2:4]), "论文.pdf")
    assert found.text == "\n".join((TITLE, *LINES[:2])) + "\n\f" + "\n".join(LINES[2:4])
    assert (found.reader, found.edits, found.warnings) == ("pdf", (), ())


def test_the_pipeline_takes_heads_and_numbers_for_what_they_are() -> None:
    head = "海岬学刊 2026年第2期"
    bodies = {n: [f"{line}，卷宗第{n}号" for line in LINES] for n in (7, 8, 9)}
    pages = [[head, *([TITLE] if n == 7 else []), *bodies[n], str(n)] for n in bodies]
    article = read_article(pages_of(*pages), "论文.pdf")
    assert article.text.replace("\n", "") == TITLE + "".join("".join(bodies[n]) for n in bodies)
    assert {edit.reason for edit in article.edits} >= {"running_head", "page_number"}


def test_what_qt_prints_is_read_to_the_last_character(qapp: Any) -> None:
    text = "长期以来，二者之间的关系没有变化。\n第二段：风力与石油，人口与土地。"
    data = printed(text)
    assert not re.search("[\u2e80-\u2fd5]", read_pdf(data, "论文.pdf").text)
    article = read_article(data, "论文.pdf")
    assert article.text.startswith(text)  # the printer's page number comes behind it
    assert article.warnings == ("no_title",)


def test_characters_beyond_the_basic_plane() -> None:
    data = one_page(b"BT /F 12 Tf 50 200 Td (AB) Tj ET", b"1 beginbfchar <41> <D842DFB7> endbfchar")
    assert read_pdf(data, "a.pdf").text == "𠮷B"


def test_a_hyphen_at_the_end_of_a_line_keeps_its_break() -> None:
    content = b"BT /F 12 Tf 14 TL 50 200 Td (long coop-) Tj T* (eration) Tj ET"
    assert read_pdf(one_page(content), "a.pdf").text == "long coop-\neration"


def test_characters_that_the_font_maps_to_nothing_are_shown_as_lost() -> None:
    data = one_page(b"BT /F 12 Tf 50 200 Td (ABBBBB) Tj ET", b"1 beginbfchar <41> <0007> endbfchar")
    found = read_pdf(data, "a.pdf")
    assert (found.text, found.warnings) == ("\ufffdBBBBB", ("damaged_characters",))


def test_a_scan_is_refused_by_name_and_half_a_scan_is_named() -> None:
    with pytest.raises(PdfHasNoText, match=r"论文\.pdf has no text layer: its 2 pages"):
        read_pdf(pages_of([], []), "论文.pdf")
    found = read_pdf(pages_of(LINES, ["3"], LINES), "论文.pdf")
    assert found.warnings == ("pages_without_text",)


def test_passwords() -> None:
    with pytest.raises(FileEncrypted, match=r"论文\.pdf"):
        read_pdf(pages_of(LINES, password="secret"), "论文.pdf")
    found = read_pdf(pages_of(LINES, owner="only for printing"), "论文.pdf")
    assert found.text == "\n".join(LINES)


def test_title_and_author() -> None:
    found = read_pdf(pages_of([TITLE, *LINES], title=TITLE, author="林小满"), "a.pdf")
    assert (found.about.title, found.about.author) == (TITLE, "林小满")
    found = read_pdf(pages_of(LINES, title="Microsoft Word - 1.doc", author="Administrator"), "a")
    assert (found.about.title, found.about.author) == ("", "")


def test_a_title_in_half_characters_is_none() -> None:
    data = pages_of(LINES, title="abcd").replace(b"(abcd)", b"<FEFFD8>")
    assert read_pdf(data, "a.pdf").about.title == ""


@pytest.mark.parametrize("keep", [0.05, 0.2])
def test_a_pdf_that_is_cut_short(keep: float) -> None:
    data = pages_of(LINES)
    with pytest.raises((FileDamaged, PdfHasNoText), match=r"论文\.pdf"):
        read_article(data[: int(keep * len(data))], "论文.pdf")


def test_a_page_that_cannot_be_had_leaves_the_others() -> None:
    body = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"
    data = by_hand(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>", body]
    )
    with pytest.raises(PdfHasNoText):
        read_pdf(data, "a.pdf")


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pages_of(LINES, LINES)
    with pytest.raises(FileHasTooManyParts):
        read_pdf(data, "a.pdf", Limits(parts=1))
    monkeypatch.setattr(pdf, "_MOST_CHARACTERS", 100)
    with pytest.raises(FileTooLarge):
        read_pdf(data, "a.pdf")
