from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextDocument

from tests.ui.reading.sample import CODEBOOK, annotation
from workbench.domain.annotation import Annotation
from workbench.domain.text import Span
from workbench.ui.reading import geometry
from workbench.ui.reading.board import Board
from workbench.ui.reading.page import Page
from workbench.ui.reading.pieces import Piece
from workbench.ui.reading.view_model import Describer, Wording

pytestmark = pytest.mark.usefixtures("qapp")

LETTERS = "汉字，。A😀𠮷\n\t\u2028\xa0"
LAYERS = ("stance", "actor", "concept", "claim", "event")


def page_of(text: str, some: list[Annotation], width: float = 160.0) -> Page:
    board = Board(Describer(CODEBOOK, "en", Wording()))
    board.load(some)
    font = QFont()
    font.setPixelSize(16)
    page = Page(QTextDocument(), "", text, board, font)
    page.document.setTextWidth(width)
    return page


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, list[Annotation]]:
    text = draw(st.text(st.sampled_from(LETTERS), min_size=1, max_size=80))
    count = draw(st.integers(0, 12))
    some: list[Annotation] = []
    for id_ in range(1, count + 1):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        some.append(annotation(id_, draw(st.sampled_from(LAYERS)), Span(start, end)))
    return text, some


def character(page: Page, offset: int) -> list[tuple[int, Piece]]:
    return page.geometry.pieces(Span(offset, offset + 1))


@settings(max_examples=60)
@given(pages())
def test_what_is_painted_is_what_a_look_at_each_character_says(
    made: tuple[str, list[Annotation]],
) -> None:
    """A mark's pieces cover the middle of exactly those characters that its span holds."""
    text, some = made
    page = page_of(text, some)
    covered: dict[int, list[tuple[int, Piece]]] = {each.id: [] for each in some}
    for number in range(len(page.shown.blocks)):
        at = page.geometry.origin(number)
        for mark in page.geometry.marks(number).marks:
            covered[mark.id].append((number, mark.piece.moved(at.x(), at.y())))
    for offset in range(len(text)):
        for number, piece in character(page, offset):
            if piece.right - piece.left < 1.0:
                continue  # a mark upon a letter, or white space at a line's end
            middle = (piece.left + piece.right) / 2
            painted = {
                id_
                for id_, pieces in covered.items()
                for block, each in pieces
                if (block, each.baseline) == (number, piece.baseline)
                and each.left <= middle <= each.right
            }
            assert painted == {each.id for each in some if each.span and each.span.holds(offset)}


@settings(max_examples=60)
@given(pages())
def test_each_end_is_drawn_once_at_most(made: tuple[str, list[Annotation]]) -> None:
    text, some = made
    page = page_of(text, some)
    for each in some:
        assert each.span
        pieces = [piece for _, piece in page.geometry.pieces(each.span)]
        assert sum(piece.starts for piece in pieces) <= 1
        assert sum(piece.ends for piece in pieces) <= 1


@settings(max_examples=60)
@given(st.text(st.sampled_from("汉字，。A😀𠮷\n"), min_size=1, max_size=80))
def test_a_point_on_a_character_is_that_character(text: str) -> None:
    page = page_of(text, [])
    for offset in range(len(text)):
        for number, piece in character(page, offset):
            box = piece.box(page.geometry.metrics(number))
            if box.width() >= 4.0:
                assert page.geometry.character_at(box.center()) == offset
                assert page.geometry.offset_at(box.center() - QPointF(box.width() / 3, 0)) == offset


def test_offsets_follow_the_line_at_that_height_also_between_lines() -> None:
    page = page_of("一二三四五六七八九十" * 4, [])
    first, second = page.geometry.caret(0), page.geometry.caret(page_line(page, 1))
    between = (first.bottom() + second.top()) / 2
    x = first.left() + 40
    assert 0 < page.geometry.offset_at(QPointF(x, between)) < page_line(page, 1)


def page_line(page: Page, line: int) -> int:
    return page.geometry.block(0).layout().lineAt(line).textStart()


def test_beside_the_text_is_no_character() -> None:
    page = page_of("短\n行", [])
    assert page.geometry.character_at(QPointF(150.0, 20.0)) is None
    assert page.geometry.character_at(QPointF(20.0, 900.0)) is None
    assert page_of("", []).geometry.character_at(QPointF(10.0, 10.0)) is None


def test_blocks_are_found_by_their_heights() -> None:
    page = page_of("\n".join("行" * 30 for _ in range(20)), [])
    geometry = page.geometry
    assert geometry.block_below(-50.0) == 0
    for number in range(20):
        top = geometry.block_top(number)
        assert geometry.block_below(top + 1) == number
        assert number in geometry.blocks_between(top + 1, top + 2)
    assert list(geometry.blocks_between(0.0, 1e6)) == list(range(20))


def test_words_from_the_right_are_covered_in_pieces() -> None:
    text = "汉字 שלום עולם 汉字"
    page = page_of(text, [], width=400.0)
    (_, piece), *rest = page.geometry.pieces(Span(3, 7))
    (_, before), *_ = page.geometry.pieces(Span(0, 2))
    assert not rest
    assert piece.left > before.right
    assert piece.right - piece.left > 10.0


@pytest.mark.parametrize("text", ["甲\u200f(12)!?\u200f乙", "甲\U0001e900\U0001e901乙"])
def test_no_piece_ends_before_it_begins(text: str) -> None:
    page = page_of(text, [])
    for offset in range(len(text)):
        for end in range(offset + 1, len(text) + 1):
            for _, piece in page.geometry.pieces(Span(offset, end)):
                assert piece.left <= piece.right


def test_more_lanes_make_more_room() -> None:
    text = "汉字" * 40
    plain, full = (
        page_of(text, []),
        page_of(text, [annotation(i, "actor", Span(0, 60)) for i in range(1, 6)]),
    )
    assert plain.document.size().height() < full.document.size().height()


def test_lines_stay_where_they_are_when_marks_go_and_come_back() -> None:
    text = "汉字" * 40
    some = [annotation(i, "actor", Span(0, 60)) for i in range(1, 6)]
    page = page_of(text, some)
    before = page.document.size().height()
    assert not page.patch([], [each.id for each in some])[1]
    assert not page.patch(some, [])[1]
    assert page.patch([annotation(9, "actor", Span(0, 60))], [])[1]
    assert page.document.size().height() > before
    page.patch([], range(1, 10))
    page.describe_with(Describer(CODEBOOK, "en", Wording()))
    assert page.document.size().height() == page_of(text, []).document.size().height()


def test_who_reads_through_a_book_does_not_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "\n".join("汉字" * 12 for _ in range(30))
    some = [annotation(i, LAYERS[i % 5], Span(9 * i, 9 * i + 20)) for i in range(1, 70)]
    page, other = page_of(text, some), page_of(text, some)
    expected = [other.geometry.marks(number) for number in range(30)]
    monkeypatch.setattr(geometry, "_KEPT", 3)
    for number in [*range(30), 2, 1, 0]:
        assert page.geometry.marks(number) == expected[number]
        assert len(page.geometry._lines) <= 3
        assert len(page.geometry._marks) <= 3


def test_two_thousand_marks_on_a_word_do_not_tear_the_lines_apart() -> None:
    text = "汉字" * 40
    many = page_of(text, [annotation(i, LAYERS[i % 5], Span(0, 2)) for i in range(1, 2001)])
    assert many.document.size().height() < 6 * page_of(text, []).document.size().height()
