"""Find words in the open article, go through the hits, and mark all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.app.commands.marking import MarkSpan
from workbench.app.everywhere import Occurrence
from workbench.app.occurrences import FoldedText, as_marks
from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.domain.text import Span
from workbench.domain.values import Given
from workbench.ui.context import Context
from workbench.ui.find_bar import FindBar
from workbench.ui.open_article import OpenArticle
from workbench.ui.panels import Panels
from workbench.ui.reading.hits import Hits

_LONGEST_WORDS = 60  # a selected stretch that may be what is looked for
_LONG = 100_000  # characters that are not searched with every letter
_PAUSE = 150  # milliseconds


class FindFlow(QObject):
    """Hold what is looked for; it stays when another article is opened."""

    hint = Signal(str)

    def __init__(
        self,
        context: Context,
        session: Session,
        panels: Panels,
        open_: OpenArticle,
        mark: Callable[[Sequence[Occurrence]], None],
    ) -> None:
        super().__init__(panels.pane)
        self._mark = mark
        self._context, self._session = context, session
        self._panels, self._pane, self._open = panels, panels.pane, open_
        self._bar: FindBar | None = None
        self._words = ""
        self._hits = Hits()
        self._folded: tuple[int, str, FoldedText] | None = None
        self._searching = QTimer(self, singleShot=True)
        self._searching.timeout.connect(self._search_and_go)
        self._pane.selection_changed.connect(self._on_selection)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions do."""
        return {
            "find": self.open,
            "find_next": lambda: self.step(1),
            "find_previous": lambda: self.step(-1),
            "mark_all": self.mark_all,
        }

    # --- the bar -------------------------------------------------------------

    @property
    def bar(self) -> FindBar:
        """The bar, made when it is first wanted."""
        if self._bar is None:
            bar = self._bar = FindBar(self._context.appearance.theme)
            bar.typed.connect(self._on_typed)
            bar.stepped.connect(self.step)
            bar.all_wanted.connect(self.mark_all)
            bar.closed.connect(self.close)
            self._context.window.add_bar(bar)
        return self._bar

    @property
    def is_open(self) -> bool:
        """Whether the bar shows."""
        return self._bar is not None and not self._bar.isHidden()

    def open(self) -> None:
        """Show the bar; it begins with the words that are selected."""
        bar = self.bar
        bar.show()
        bar.begin(self._selected_words())
        self._search()

    def close(self) -> None:
        """Hide the bar and the hits; the current one stays selected in the text."""
        if self._bar is not None:
            self._bar.hide()
        self._show(Hits())
        self._pane.setFocus()

    def end(self) -> None:
        """Take the bar out of the window: the project closes."""
        self._searching.stop()
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None

    def set_theme(self) -> None:
        """Take the colours of the theme."""
        if self._bar is not None:
            self._bar.set_theme(self._context.appearance.theme)

    def follow(self) -> None:
        """Search in the article as it is now."""
        if self.is_open:
            self._search()

    def _selected_words(self) -> str:
        span = self._pane.selected_span()
        if span is None or self._open.id is None or len(span) > _LONGEST_WORDS:
            return ""
        words = self._session.text(self._open.id)[span.start : span.end]
        return "" if "\n" in words else words

    # --- the hits ------------------------------------------------------------

    def _on_typed(self, words: str) -> None:
        self._words = words
        self._searching.start(_PAUSE if self._is_long() else 0)

    def _is_long(self) -> bool:
        return self._open.id is not None and len(self._session.text(self._open.id)) > _LONG

    def _search_and_go(self) -> None:
        self._search()
        span = self._pane.selected_span()
        number = self._hits.following(span.start if span else self._pane.caret(), 1)
        if number is not None:
            self._pane.select_span(self._hits[number])
        self._tell()

    def _search(self) -> None:
        article = self._open.id
        if article is None or not self._words.strip():
            self._show(Hits())
            return
        self._show(Hits(self._folded_text(article).find(self._words)))

    def _folded_text(self, article: int) -> FoldedText:
        text = self._session.text(article)
        if self._folded is None or self._folded[:2] != (article, text):
            self._folded = (article, text, FoldedText(text))
        return self._folded[2]

    def _show(self, hits: Hits) -> None:
        self._hits = hits
        self._pane.show_hits(hits)
        self._tell()

    def _tell(self) -> None:
        self._hits.current = self._pane.selected_span()
        if self._bar is not None:
            self._bar.tell(len(self._hits), self._hits.number_of(self._hits.current))

    def _on_selection(self, _: Span | None) -> None:
        self._tell()

    def step(self, by: int) -> None:
        """Select the next hit (1) or the one before (-1); at the end begin anew."""
        if not self._words.strip():
            self.open()
            return
        if not len(self._hits):
            self._search()
        span, caret = self._pane.selected_span(), self._pane.caret()
        start = caret if span is None else span.end if by > 0 else span.start
        number = self._hits.following(start, by)
        if number is None:
            self.hint.emit(self.tr("“{words}” is not in this article.").format(words=self._words))
            return
        self._pane.select_span(self._hits[number])

    # --- marking all ---------------------------------------------------------

    def mark_all(self) -> None:
        """Show all places of what is looked for, or selected, and mark those that are chosen."""
        article, like = self._open.id, self._selected_annotation()
        words = self._wanted(like)
        if article is None or not words:
            self.open()
            return
        spans = self._folded_text(article).find(words)
        if not spans:
            self.hint.emit(self.tr("“{words}” is not in this article.").format(words=words))
            return
        self._ask(article, words, spans, like)

    def _wanted(self, like: Annotation | None) -> str:
        if self.is_open and self._words.strip():
            return self._words.strip()
        return self._selected_words().strip() or (like.quote if like else "")

    def _selected_annotation(self) -> Annotation | None:
        chosen, table = self._open.selected, self._panels.below.annotations
        return None if chosen is None else table.annotation(chosen)

    def _ask(self, article: int, words: str, spans: list[Span], like: Annotation | None) -> None:
        from workbench.ui.mark_all import MarkAllDialog

        there = self._panels.below.annotations.annotations()
        rows = as_marks(self._session, article, spans, "", {})
        window = self._context.window
        theme = self._context.appearance.theme
        dialog = MarkAllDialog(words, rows, self._panels.source, theme, window)
        dialog.begin(there, like)
        if dialog.exec():
            layer, values = dialog.layer, dialog.values
            chosen = dialog.model.chosen()
            self._panels.pane.setFocus()  # undo takes the marks back there, not what was looked for
            self._mark([replace(e, mark=_as(e.mark, layer, values)) for e in chosen])
        dialog.deleteLater()


def _as(mark: MarkSpan, layer: str, values: Mapping[str, Given]) -> MarkSpan:
    return replace(mark, layer=layer, values=values)
