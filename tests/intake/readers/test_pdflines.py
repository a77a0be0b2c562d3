from __future__ import annotations

from io import BytesIO

import pytest
from pypdfium2 import PdfiumError
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.intake.readers.pdfs import FONT
from workbench.intake.readers.pdf import read_pdf
from workbench.intake.readers.pdflines import with_indents

SIZE, LEFT, TOP = 10, 72, 790


def _page(*lines: tuple[float, str]) -> list[str]:
    """Return the lines of a page on which each stands so many characters further in."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = BytesIO()
    canvas = Canvas(out)
    canvas.setFont(FONT, SIZE)
    for number, (indent, line) in enumerate(lines):
        canvas.drawString(LEFT + indent * SIZE, TOP - 18 * number, line)
    canvas.save()
    return read_pdf(out.getvalue(), "论文.pdf").text.split("\n")


def test_the_indent_of_a_paragraph_comes_back() -> None:
    lines = [
        (2, "国的算盘从来不止一本，港口"),
        (0, "的账也不止一笔，贷款附有条件。"),
        (2, "国内的选民不再满足于含糊的说法"),
        (0, "他们想知道船到底是谁的。"),
    ]
    found = _page(*lines)
    assert [line.startswith("\u3000\u3000") for line in found] == [True, False, True, False]
    assert [line.strip() for line in found] == [line for _, line in lines]


def test_a_paragraph_that_begins_on_the_last_line_is_told_by_the_line_above() -> None:
    found = _page(
        (0, "国的账到了期。"), (0, "国的船没有到。"), (0, "国人在等。"), (2, "国会说，再等")
    )
    assert found[-1] == "\u3000\u3000国会说，再等"


def test_a_note_s_mark_does_not_hide_that_a_sentence_has_ended() -> None:
    found = _page(
        (0, "国会等了九天，九天里没有人来过。①"), (2, "国的船到了"), (0, "国人去看"), (0, "国旗。")
    )
    assert found[1] == "\u3000\u3000国的船到了"


def test_a_headline_in_the_middle_and_the_words_of_a_bullet_have_none() -> None:
    found = _page(
        (8, "国的算盘"),
        (0, "国的算盘从来不止一本，港口的账也不"),
        (2, "国止一笔，这一行是上一条的后半，没"),
        (0, "国有人会说这里另起了一段。"),
    )
    assert not any(line.startswith("\u3000") for line in found)


def test_a_page_of_few_lines_or_of_other_letters_is_left_as_it_is() -> None:
    assert _page((2, "国会说"), (0, "再等")) == ["国会说", "再等"]
    assert (
        _page((2, "The islands"), (0, "waited"), (2, "for long"), (0, "and left"))[0]
        == "The islands"
    )


class _Placeless:
    """A page whose characters have no place, or that counts more of them than its text has."""

    def __init__(self, count: int) -> None:
        self.count = count

    def count_chars(self) -> int:
        return self.count

    def get_charbox(self, index: int) -> tuple[float, float, float, float]:
        raise PdfiumError(f"no box for {index}")


@pytest.mark.parametrize("count", [4, 3])
def test_characters_without_a_place_leave_the_text_as_it_is(count: int) -> None:
    assert with_indents(_Placeless(count), "国会再等") == "国会再等"
