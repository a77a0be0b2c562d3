"""An article set on the page: its text, its marks, and where everything lies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QFont, QTextDocument

from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Codebook, Words
from workbench.domain.text import Segments, Span
from workbench.ui.reading.board import Board
from workbench.ui.reading.display_text import DisplayText
from workbench.ui.reading.geometry import Geometry
from workbench.ui.reading.hits import Hits
from workbench.ui.reading.metrics import LINE_HEIGHT
from workbench.ui.reading.offers import Offer, Offered, Offers
from workbench.ui.reading.paragraphs import Style, styles
from workbench.ui.reading.typeset import Typesetter
from workbench.ui.reading.view_model import Describer, Wording

_LONG = 100_000  # characters


class Page:
    """One article in a QTextDocument. `text` is canonical, and never read from the document.

    `fill` puts a text into the document. A view's own does it so that its caret stays before the
    text: pushed to the end, it would have a whole book laid out at once.
    """

    def __init__(
        self,
        document: QTextDocument,
        title: str,
        text: str,
        board: Board,
        font: QFont,
        fill: Callable[[str], None] | None = None,
        spacing: float = LINE_HEIGHT,
    ) -> None:
        self.document = document
        self.text = text
        self.board = board
        self.offers = Offers()
        self.hits = Hits()
        self.shown = DisplayText(text)
        self.segments = Segments(text)
        self.title = title
        self._styles = self._styled()
        self._typesetter = Typesetter(font, spacing)
        self.geometry = self._placed()
        self._typesetter.prepare(document)
        (fill or document.setPlainText)(self.shown.text)
        self._set_all()

    @property
    def is_long(self) -> bool:
        """Whether to lay it all out would be felt: it is done behind what shows."""
        return len(self.text) > _LONG

    def patch(self, changed: Iterable[Annotation], removed: Iterable[int]) -> tuple[set[int], bool]:
        """Take changed annotations in; return the blocks touched, and whether lines moved.

        Room that no mark needs any more is taken back only when the page is set anew.
        """
        touched = self.board.patch(changed, removed)
        numbers = {number for span in touched for number in self._blocks_of(span)}
        self.geometry.forget(numbers)
        return numbers, self.set_depths(sorted(numbers), least=True)

    def take(self, board: Board) -> None:
        """Show the marks of a board that was made aside; `set_depths` makes room for them."""
        self.board.take(board)
        self.geometry.forget()

    def set_depths(self, numbers: Sequence[int], *, least: bool = False) -> bool:
        """Give some blocks the room that their marks need; tell whether lines moved.

        What is wider stays so with `least`: where a mark goes, the text does not jump under the
        eyes of who reads it, and nothing moves when the mark comes back.
        """
        moved = self._typesetter.set_depths(
            self.document,
            self.shown,
            [(number, self._styles[number], self.geometry.depth(number)) for number in numbers],
            least=least,
        )
        if moved:
            self.geometry.forget_lines(numbers)
        return moved

    def show_offers(self, offers: Offered) -> None:
        """Mark other stretches as offered; no line moves for them."""
        self.offers.show(offers)
        self.geometry.forget_offers()

    def patch_offers(self, first: int, last: int, offers: Sequence[Offer]) -> None:
        """Mark others as offered instead of those numbered ``[first, last)``."""
        self.offers.patch(first, last, offers)
        self.geometry.forget_offers()

    def set_font(self, font: QFont, spacing: float = LINE_HEIGHT) -> None:
        """Set the whole page in another font, size or spacing."""
        self._typesetter = Typesetter(font, spacing)
        self.geometry = self._placed()
        self._set_all()

    def reload(self, annotations: Iterable[Annotation], describer: Describer) -> None:
        """Show other annotations on the same text, named by this codebook and language."""
        self.board.describe_with(describer)
        self.board.load(annotations)
        self.geometry.forget()
        self._set_all()

    def describe_with(self, describer: Describer) -> None:
        """Name the marks by another codebook or language; shapes, and so lines, may change."""
        self.reload(self.board.annotations(), describer)

    def _set_all(self) -> None:
        self._typesetter.set_all(self.document, self.shown, self._styles, self.geometry.depth)

    def _blocks_of(self, span: Span) -> range:
        return self.shown.blocks_of(span)

    def _styled(self) -> list[Style]:
        return styles([self.text[b.start : b.end] for b in self.shown.blocks], self.title)

    def _placed(self) -> Geometry:
        return Geometry(
            self.document, self.shown, self._styles, self.board, self.offers, self._typesetter
        )


def empty_codebook() -> Codebook:
    """Return a codebook without anything."""
    return Codebook(Words())


def empty_page(document: QTextDocument) -> Page:
    """Return the page of no article."""
    font = QFont(document.defaultFont())
    font.setPixelSize(16)
    return Page(document, "", "", Board(Describer(empty_codebook(), "en", Wording())), font)
