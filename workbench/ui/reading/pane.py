"""The reading pane: an article to be read and coded, with what is coded in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSignalBlocker, QSize, QTimer, Signal
from PySide6.QtGui import QCursor, QFont, QIcon, QResizeEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from workbench.domain.annotation import Annotation
from workbench.domain.article import Note
from workbench.domain.codebook import Codebook
from workbench.domain.text import Span, checked_span
from workbench.ui.card import card_width
from workbench.ui.reading.asides import Asides
from workbench.ui.reading.board import Board
from workbench.ui.reading.columns import arrange
from workbench.ui.reading.hit import following
from workbench.ui.reading.hits import Hits
from workbench.ui.reading.inks import Inks
from workbench.ui.reading.margin import Margin
from workbench.ui.reading.mark_painter import Emphasis
from workbench.ui.reading.offers import Offer, Offered, Offers
from workbench.ui.reading.page import Page, empty_codebook
from workbench.ui.reading.pictures import drawing
from workbench.ui.reading.selection import Edge, Selection, forward, moved_border
from workbench.ui.reading.setting import Setting
from workbench.ui.reading.sight import Sight
from workbench.ui.reading.strip import STRIP, Strip
from workbench.ui.reading.swatch import draw_swatch
from workbench.ui.reading.text_view import TextView
from workbench.ui.reading.typeset import padding_of
from workbench.ui.reading.view_model import Describer, Wording
from workbench.ui.reading.words import Snap, WordAt, WordService
from workbench.ui.theme import Theme

#: Pixels that a letter of the article has at least and at most.
SIZES = (11, 48)
_T = TypeVar("_T")
_AT_ONCE = 400  # annotations, or blocks, that are made ready between two keys
_MOST_DETAILS = 8
_FROM_EDGE = 0.75  # of a character that one goes to, as far from the edges of the view
_SAMPLE = 16  # pixels
_ROOM_FOR_ASIDES = 24  # em; in a narrower pane the text needs every pixel
_FROM_TOP = 0.3  # where a passage that one goes to comes to stand


class ReadingPane(QWidget):
    """Show an article with its annotations; tell what is selected, clicked and moved.

    All offsets are code points of the article's canonical text. The pane changes no
    annotation: it emits what the person wants, and shows what `patch` brings.
    """

    selection_changed = Signal(object)  # Span | None
    caret_moved = Signal()
    annotation_selected = Signal(object)  # int | None, where the person chose
    annotation_clicked = Signal(int)
    annotation_activated = Signal(int)
    hovered = Signal(list)
    border_moved = Signal(int, int, int)
    font_size_changed = Signal(int)
    offer_clicked = Signal(int)
    menu_wanted = Signal(object, QPoint)  # offset or None, global point
    note_clicked = Signal(int)  # the offset of its marker
    scrolled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._emphasis = Emphasis()
        self._theme_font = self._font = theme.reading_font()
        self._setting = Setting()
        self._codebook = empty_codebook()
        self._language = "en"
        self._article: int | None = None
        self._span: Span | None = None
        self._patched: set[int] | None = None  # while others are made ready aside
        self._sight = Sight()
        #: Says what an offer is, by its number: rich text for a tooltip.
        self.tell_offer: Callable[[int], str] = str
        # What lies beside the part that shows is made ready when nothing else is to be done.
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._down, self._top = True, 0.0  # the way one scrolls, and how far one is
        self._build(Inks(theme))
        self._connect()
        self._retranslate()
        self.set_theme(theme)

    def _build(self, inks: Inks) -> None:
        self._view = TextView(inks, self._emphasis, self)
        self._margin = Margin(self._view, inks, self._emphasis, self._view)
        self._strip = Strip(self._view, inks, self._emphasis, self._view)
        self._asides = Asides(self._view, inks, self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self._view.setAutoFillBackground(True)
        self.setFocusProxy(self._view)

    def _connect(self) -> None:
        view, margin = self._view, self._margin
        view.cursorPositionChanged.connect(self._selection_may_differ)
        view.selectionChanged.connect(self._selection_may_differ)
        view.character_clicked.connect(self._text_clicked)
        view.character_hovered.connect(self._text_hovered)
        view.border_moved.connect(self.border_moved)
        view.size_wished.connect(self._step_font_size)
        view.menu_wanted.connect(self.menu_wanted)
        view.tooltip_wanted.connect(self._tell_character)
        view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._asides.note_clicked.connect(self.note_clicked)
        self._ahead.timeout.connect(self._look_ahead)
        margin.name_clicked.connect(self._choose)
        margin.name_activated.connect(self._activate)
        margin.names_hovered.connect(self._hover)
        margin.tooltip_wanted.connect(self._tell)

    # --- what is shown -------------------------------------------------------

    def show_article(
        self,
        article_id: int,
        title: str,
        text: str,
        annotations: Iterable[Annotation],
        codebook: Codebook,
        language: str,
    ) -> None:
        """Show an article from its beginning; what is shown already stays where it is."""
        self._codebook, self._language = codebook, language
        page, same = self._view.page, article_id == self._article
        self._article = article_id
        if same and (title, text) == (page.title, page.text):
            page.reload(annotations, self._describer())
        else:
            self._show_page(title, text, annotations, stays=same and text == page.text)
        self._emphasis.hovered = frozenset()
        if not same or self._emphasis.selected not in self._view.page.board:
            self._emphasis.selected = None
        self._repaint_all()

    def _show_page(
        self, title: str, text: str, annotations: Iterable[Annotation], *, stays: bool
    ) -> None:
        """Set a page; one that `stays` has another title only and keeps place and selection."""
        place = self._top_line() if stays else None
        selection = self._view.selection() if stays else Selection(0, 0)
        board = Board(self._describer(), self._sight)
        board.load(annotations)
        with QSignalBlocker(self._view):  # what it tells on the way is of neither page
            document, fill = self._view.document(), self._view.fill
            spacing = self._setting.spacing
            page = Page(document, title, text, board, self._font, fill, spacing)
            self._view.set_page(page)
            self._view.set_selection(selection)
            self._view.verticalScrollBar().setValue(0)
            if place is not None or not self._view.page.is_long:
                self._view.page_height()  # lays the page out down to its end
            if place is not None:
                self._keep_top_line(*place)
        self._ahead.start()
        self._selection_may_differ()

    def show_annotations(self, annotations: Iterable[Annotation]) -> Iterator[None]:
        """Show other annotations on the text that is there, some at each step.

        What is patched between two steps stands. The line at the top stays there.
        """
        page, self._patched = self._view.page, set[int]()
        aside = page.board.another()
        try:
            for some in _batched(annotations, _AT_ONCE):
                aside.add(some)
                yield
            aside.pack_all()
            yield
            self._take_aside(aside)
        finally:
            self._patched = None
        yield from self._make_room(page)

    def _take_aside(self, aside: Board) -> None:
        """Show what was made ready aside, with what has changed since."""
        page, late = self._view.page, self._patched or set[int]()
        changed = page.board.known(late)
        if page.board.is_like(aside):
            page.take(aside)
            page.board.patch(changed, late)
        else:  # layers were shown or hidden meanwhile, or the codebook has changed
            aside.patch(changed, late)
            page.board.load(aside.annotations())
            page.geometry.forget()
        self._repaint_all()

    def _make_room(self, page: Page) -> Iterator[None]:
        """Give the lines the room that their marks need: first those that show."""
        shown = page.geometry.blocks_between(*self._view.shown_heights())
        order = [*shown, *range(shown.stop, len(page.shown.blocks)), *range(shown.start)]
        for some in _batched(order, _AT_ONCE):
            if page is not self._view.page:
                return
            place = self._top_line()
            if page.set_depths(some):
                self._keep_top_line(*place)
                self._margin.set_anew()
                self._asides.update()
                self._strip.set_marks_anew((), moved=True)
            yield

    def clear(self) -> None:
        """Show no article."""
        self.show_article(0, "", "", (), self._codebook, self._language)
        self._article = None

    def patch(self, added_or_changed: Iterable[Annotation], removed: Iterable[int]) -> None:
        """Take changed annotations in; only what they touch is laid out and painted anew."""
        place, changed, gone = self._top_line(), list(added_or_changed), list(removed)
        if self._patched is not None:
            self._patched.update(gone, (each.id for each in changed))
        ids = [*gone, *(each.id for each in changed)]
        touched, moved = self._view.page.patch(changed, gone)
        if moved:
            self._keep_top_line(*place)
            self._margin.set_marks_anew(ids, touched)
            self._asides.update()
        else:
            self._margin.set_marks_anew(ids)
        self._strip.set_marks_anew(ids, moved)
        if self._emphasis.selected not in self._view.page.board:
            self._emphasis.selected = None
        board = self._view.page.board
        self._emphasis.hovered = frozenset(i for i in self._emphasis.hovered if i in board)
        self._view.update_blocks([range(number, number + 1) for number in touched])

    def set_sight(self, sight: Sight) -> None:
        """Show other layers and coders, or another layer before the others."""
        if sight == self._sight:
            return
        self._sight = sight
        page, place = self._view.page, self._top_line()
        page.board.sight = sight
        page.reload(page.board.annotations(), self._describer())
        if not page.is_long:
            self._keep_top_line(*place)
        hides_selected = self._emphasis.selected not in page.board
        if hides_selected and self._emphasis.selected is not None:
            self._emphasis.selected = None
            self.annotation_selected.emit(None)
        self._emphasis.hovered = frozenset()
        self._repaint_all()

    def counts(self) -> Counter[tuple[int, str]]:
        """Return how many annotations there are of each coder and layer, shown or not."""
        return Counter((each.coder, each.layer) for each in self.annotations())

    def set_codebook(self, codebook: Codebook, language: str) -> None:
        """Name and colour the marks by another state of the codebook, or in another language."""
        self._codebook, self._language = codebook, language
        self._view.page.describe_with(self._describer())
        self._repaint_all()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the font of the article keeps its size."""
        size = self._font.pixelSize()
        self._theme_font = theme.reading_font()
        self._font = self._chosen_font(size)
        inks = Inks(theme)
        self._asides.set_inks(inks)
        self._view.set_inks(inks)
        self._margin.set_inks(inks)
        self._strip.set_inks(inks)

    def font_size(self) -> int:
        """Return the height of the article's letters in pixels."""
        return self._font.pixelSize()

    def set_font_size(self, pixels: int) -> None:
        """Set the article in another size; the passage at the top stays there."""
        pixels = min(SIZES[1], max(SIZES[0], pixels))
        if pixels == self._font.pixelSize():
            return
        offset, _ = self._top_line()
        self._font.setPixelSize(pixels)
        self._set_anew(offset)
        self.font_size_changed.emit(pixels)

    def setting(self) -> Setting:
        """Return how the article is set."""
        return self._setting

    def set_setting(self, setting: Setting) -> None:
        """Set the article otherwise; the passage at the top stays there."""
        setting = setting.within_limits()
        if setting == self._setting:
            return
        offset, _ = self._top_line()
        self._setting = setting
        self._font = self._chosen_font(self._font.pixelSize())
        self._asides.set_setting(setting)
        self._set_anew(offset)

    def _chosen_font(self, size: int) -> QFont:
        font = QFont(self._theme_font)
        if self._setting.family:
            # The theme's own stand behind it, for what the chosen one lacks.
            font.setFamilies([self._setting.family, *font.families()])
        font.setPixelSize(size)
        return font

    def _set_anew(self, offset: int) -> None:
        """Set everything anew, with the line of `offset` at the top."""
        self._view.page.set_font(self._font, self._setting.spacing)
        self._arrange()
        self._view.verticalScrollBar().setValue(round(self._view.page.geometry.caret(offset).top()))
        self._repaint_all()

    # --- notes ---------------------------------------------------------------

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show the article's notes beside the places of their markers."""
        before = self._asides.wanted_width()
        self._asides.show_notes(notes)
        self._view.show_markers([(n.anchor, n.marker) for n in notes if n.anchor is not None])
        if self._asides.wanted_width() != before:
            self._arrange()

    def _step_font_size(self, steps: int) -> None:
        self.set_font_size(self.font_size() + steps)

    def set_word_service(self, snap: Snap, word_at: WordAt) -> None:
        """Say how to widen a stretch to words and which word holds an offset."""
        self._view.pointer.words = WordService(snap, word_at)

    # --- offers --------------------------------------------------------------

    def show_offers(self, offers: Offered) -> None:
        """Mark stretches faintly that something is suggested for."""
        self._view.page.show_offers(offers)
        self._view.viewport().update()

    @property
    def offers(self) -> Offers:
        """The offers of the text that is shown; a text shown anew has none yet."""
        return self._view.page.offers

    def patch_offers(self, first: int, last: int, offers: Sequence[Offer]) -> None:
        """Mark other stretches faintly instead of those numbered ``[first, last)``."""
        page = self._view.page
        before = [page.offers[number].span for number in range(first, last)]
        page.patch_offers(first, last, offers)
        self._view.update_spans([*before, *(each.span for each in offers)])

    def current_offer(self) -> int | None:
        """Return the number of the offer that the keyboard is at."""
        return self._view.page.offers.current

    def choose_offer(self, number: int | None, scroll: bool = True) -> None:
        """Make an offer the current one, None for no offer; bring it into view with `scroll`."""
        offers = self._view.page.offers
        offers.current = number
        if number is not None and scroll:
            self.scroll_to(offers[number].span.start)
        self._view.viewport().update()

    def offers_at(self, offset: int) -> list[int]:
        """Return the numbers of the offers on a character that no smaller annotation is on."""
        board, offers = self._view.page.board, self._view.page.offers
        spans = (board.span(id_) for id_ in board.at(offset)[:1])
        least = min((len(span) for span in spans if span), default=None)
        return [n for n in offers.at(offset) if least is None or len(offers[n].span) <= least]

    # --- hits ----------------------------------------------------------------

    def show_hits(self, hits: Hits) -> None:
        """Paint what was found behind the text, and tell it in the strip."""
        self._view.page.hits = hits
        self._strip.show_hits(hits.spans())
        self._view.viewport().update()

    # --- selections ----------------------------------------------------------

    def selected_span(self) -> Span | None:
        """Return the text that is selected, None if none is."""
        return self._view.selection().span

    def caret(self) -> int:
        """Return the offset before which the caret stands."""
        return self._view.selection().caret

    def selection(self) -> Selection:
        """Return where the caret stands, and from where it selects."""
        return self._view.selection()

    def set_selection(self, selection: Selection) -> None:
        """Put the caret somewhere, selecting from its anchor, and bring it into view."""
        self._view.set_selection(selection)

    def word_at(self, offset: int) -> Span | None:
        """Return the word that holds a character."""
        return self._view.pointer.words.at(offset)

    def select_span(self, span: Span) -> None:
        """Select a stretch of the text, and bring it into view."""
        checked_span(span.start, span.end, len(self._view.page.text))
        self._view.set_selection(forward(span))

    def clear_selection(self) -> None:
        """Select no text; the caret stays."""
        caret = self.caret()
        self._view.set_selection(Selection(caret, caret))

    def selected_annotation(self) -> int | None:
        """Return the id of the annotation that is selected."""
        return self._emphasis.selected

    def select(self, annotation_id: int | None, scroll: bool = True) -> None:
        """Select an annotation that is shown, or none; bring it into view with `scroll`."""
        board = self._view.page.board
        known = annotation_id if annotation_id in board else None
        if known is not None and board.is_foreign(known):
            known = None
        before, self._emphasis.selected = self._emphasis.selected, known
        span = None if known is None else self._view.page.board.span(known)
        if span and scroll:
            self.scroll_to(span.start)
        self._update_marks([each for each in (before, known) if each is not None])

    def scroll_to(self, offset: int) -> None:
        """Bring a place of the text into view, if it is not there."""
        box = self._view.page.geometry.caret(offset)
        top, bottom = self._view.shown_heights()
        edge = _FROM_EDGE * box.height()  # marks are painted around the characters
        if box.top() - edge < top or box.bottom() + edge > bottom:
            ahead = (0.5 - _FROM_TOP) * (bottom - top)
            self._view.scroll_to_height(box.top() + ahead)

    def rect_of_span(self, span: Span) -> QRect:
        """Return the box around a stretch on the screen, in global coordinates."""
        around = QRectF()
        for box in self._view.page.geometry.rects(span):
            around = around.united(self._view.page_box(box))
        box = around.toAlignedRect()
        return QRect(self._view.viewport().mapToGlobal(box.topLeft()), box.size())

    def nudge_border(self, edge: Edge, delta: int, by_words: bool = False) -> Span | None:
        """Return where the selected annotation would lie with a border moved by `delta`.

        None if none is selected or it would not move. The caller changes the annotation.
        """
        selected = self._emphasis.selected
        span = None if selected is None else self._view.page.board.span(selected)
        if span is None:
            return None
        offset = span.start if edge is Edge.START else span.end
        target = self._stepped(offset, delta) if by_words else offset + delta
        moved = moved_border(span, edge, target, len(self._view.page.text))
        return moved if moved != span else None

    def describe_at_caret(self) -> str:
        """Return one line on the annotations at the caret, for the status bar and readers."""
        board, caret = self._view.page.board, self.caret()
        ids = board.at(caret) or board.at(max(0, caret - 1))
        return " · ".join(board.lines(ids[:_MOST_DETAILS]))

    def annotations(self) -> list[Annotation]:
        """Return all annotations of the article that the pane knows, hidden ones too."""
        return self._view.page.board.annotations()

    def annotation_ids(self) -> list[int]:
        """Return the ids of the annotations that are shown, in text order."""
        board = self._view.page.board
        return [id_ for id_ in board.ids() if not board.is_foreign(id_)]

    def span_of(self, annotation_id: int) -> Span | None:
        """Return where an annotation lies, None if it is not shown."""
        return self._view.page.board.span(annotation_id)

    def annotations_at(self, offset: int) -> list[int]:
        """Return the ids of the annotations on a character, the smallest first."""
        return self._view.page.board.own_at(offset)

    def seen_at(self, offset: int) -> list[int]:
        """Return the ids of all annotations on a character, or before it, other coders' too."""
        board = self._view.page.board
        return board.at(offset) or board.at(max(0, offset - 1))

    def is_own(self, annotation_id: int) -> bool:
        """Tell whether an annotation that is shown can be changed."""
        return not self._view.page.board.is_foreign(annotation_id)

    def tell(self, ids: Sequence[int]) -> list[str]:
        """Return a plain line for each of these annotations."""
        return self._view.page.board.lines(ids)

    def sample_of(self, annotation_id: int) -> QIcon:
        """Return how an annotation is drawn, small."""
        mark, inks = self._view.page.board.mark(annotation_id), self._margin.inks
        ratio = self.devicePixelRatioF()
        side = round(_SAMPLE * ratio)
        with drawing(side, side, ratio) as (sample, painter):
            draw_swatch(painter, QRectF(2, 2, _SAMPLE - 4, _SAMPLE - 4), mark, inks)
        return QIcon(sample)

    def choose(self, annotation_id: int) -> None:
        """Select an annotation as a click does."""
        self._choose(annotation_id)

    def _stepped(self, offset: int, delta: int) -> int:
        words = self._view.pointer.words
        for _ in range(abs(delta)):
            length = len(self._view.page.text)
            offset = words.following(offset, length) if delta > 0 else words.preceding(offset)
        return offset

    # --- what the person does ------------------------------------------------

    def _selection_may_differ(self) -> None:
        span = self.selected_span()
        if span != self._span:
            self._span = span
            self.selection_changed.emit(span)
        elif span is None:
            self.caret_moved.emit()

    def _text_clicked(self, offset: int | None) -> None:
        ids = [] if offset is None else self._view.page.board.own_at(offset)
        offered = [] if offset is None else self.offers_at(offset)
        if offered:
            self.offer_clicked.emit(offered[0])
            return
        chosen = following(ids, self._emphasis.selected)
        if chosen is not None:
            self._choose(chosen)
        elif self._emphasis.selected is not None:
            self.select(None)
            self.annotation_selected.emit(None)

    def _choose(self, id_: int) -> None:
        if self._view.page.board.is_foreign(id_):  # to be read only
            self._tell([id_], QCursor.pos())
            return
        self.select(id_, scroll=False)
        self.annotation_selected.emit(id_)
        self.annotation_clicked.emit(id_)

    def _activate(self, id_: int) -> None:
        if not self._view.page.board.is_foreign(id_):
            self.annotation_activated.emit(id_)

    def _text_hovered(self, offset: int | None) -> None:
        self._hover([] if offset is None else self._view.page.board.at(offset))

    def _hover(self, ids: list[int]) -> None:
        if frozenset(ids) == self._emphasis.hovered:
            return
        before, self._emphasis.hovered = self._emphasis.hovered, frozenset(ids)
        self._update_marks([*before, *ids])
        self.hovered.emit(ids)

    def _tell_character(self, offset: int | None, at: QPoint) -> None:
        offered = [] if offset is None else self.offers_at(offset)
        if offered:
            QToolTip.showText(at, self.tell_offer(offered[0]), self)
        else:
            self._tell([] if offset is None else self._view.page.board.at(offset), at)

    def _tell(self, ids: list[int], at: QPoint) -> None:
        if ids:
            QToolTip.showText(at, self.tooltip(ids), self)
        else:
            QToolTip.hideText()

    def tooltip(self, ids: Sequence[int]) -> str:
        """Return what a tooltip says of these annotations, as rich text."""
        details = self._view.page.board.details(ids[:_MOST_DETAILS])
        beyond = len(ids) - _MOST_DETAILS
        if beyond > 0:
            details.append(self.tr("and {count} more").format(count=beyond))
        return f'<table width="{card_width()}"><tr><td>{"<hr>".join(details)}</td></tr></table>'

    # --- arrangement ---------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(900, 700)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.set_codebook(self._codebook, self._language)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        bar = self._view.verticalScrollBar().sizeHint().width()
        width = self._view.width() - bar - STRIP
        em, padding = float(self._font.pixelSize()), padding_of(self._font)
        aside = self._asides.wanted_width()
        if width < _ROOM_FOR_ASIDES * em:
            aside = 0
        columns = arrange(width - aside, em, padding, self._setting.measure)
        left = columns.left + columns.margin
        right = self._view.width() - bar - left - columns.text
        self._view.page.geometry.forget()  # who hears of the scrolling must not meet old lines
        self._view.set_margins(left, max(STRIP, right))
        self._view.page.geometry.forget()  # the lines break elsewhere now
        height = self._view.height()
        self._margin.setGeometry(columns.left, 0, columns.margin, height)
        self._strip.setGeometry(self._view.width() - bar - STRIP, 0, STRIP, height)
        beside = left + columns.text
        self._asides.setGeometry(beside, 0, max(0, width - beside), height)
        self._asides.setVisible(aside > 0)
        self._margin.set_anew()
        self._strip.set_anew()

    def _top_line(self) -> tuple[int, float]:
        """Return the offset at the upper edge of the view, and how far below it lies."""
        offset = self._view.offset_at(QPoint(0, 0))
        return offset, self._view.page.geometry.caret(offset).top() - self._view.scrolled()

    def _keep_top_line(self, offset: int, below: float) -> None:
        top = self._view.page.geometry.caret(offset).top()
        bar = self._view.verticalScrollBar()
        if round(top - below) != bar.value():
            bar.setValue(round(top - below))

    def _look_ahead(self) -> None:
        """Work out the next page in the way one scrolls."""
        top, bottom = self._view.shown_heights()
        part = (bottom, 2 * bottom - top) if self._down else (2 * top - bottom, top)
        self._view.look_ahead(*part)
        self._margin.look_ahead(*part)

    def _scrolled(self) -> None:
        top = self._view.scrolled()
        self._down, self._top = top >= self._top, top
        self._ahead.start()
        self._margin.update()
        self._asides.update()
        self._strip.update()
        self.scrolled.emit()

    def _update_marks(self, ids: Sequence[int]) -> None:
        """Paint anew where these stand out, or did."""
        self._view.update_spans(map(self._view.page.board.span, ids))
        self._margin.update_changed(ids)
        self._strip.update()

    def _repaint_all(self) -> None:
        self._view.viewport().update()
        self._margin.set_page()
        self._asides.update()
        self._strip.set_anew()

    # --- words ---------------------------------------------------------------

    def _retranslate(self) -> None:
        self._view.setAccessibleName(self.tr("Article text"))
        self._margin.setAccessibleName(self.tr("Names of the annotations"))
        self._asides.setAccessibleName(self.tr("Paragraph numbers and footnotes"))
        self._strip.setAccessibleName(self.tr("Where annotations are"))

    def _describer(self) -> Describer:
        return Describer(self._codebook, self._language, self._wording())

    def _wording(self) -> Wording:
        return Wording(
            incomplete=self.tr("incomplete: {missing}"),
            either=self.tr(" or "),
            separator=self.tr(", "),
            colon=self.tr(": "),
            unsure=self.tr("unsure"),
            memo=self.tr("memo"),
            undecidable=self.tr("undecidable"),
            not_applicable=self.tr("not applicable"),
            yes=self.tr("yes"),
            no=self.tr("no"),
            include=self.tr("Include"),
            exclude=self.tr("Exclude"),
            example=self.tr("Example"),
        )


def _batched(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    left = iter(items)
    while some := list(islice(left, size)):
        yield some
