"""The article that is open: shown, patched, and told about, in every panel alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QElapsedTimer, QTimer

from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.domain.changes import Changed
from workbench.domain.text import Span
from workbench.ui.book_reading import FIRST, BookReading
from workbench.ui.context import Context
from workbench.ui.marking import Marking
from workbench.ui.panels import Panels
from workbench.ui.status_strip import Place
from workbench.ui.tags.labels import name_of

_MANY, _PAUSE = 5_000, 300
# Milliseconds: sooner after another form, the keyboard is held down, and only where it stops
# is edited. A form takes longer to make than the keys take to come.
_HELD, _STOPPED = 100, 80


class OpenArticle:
    """Hold at most one article of the session; panels are patched, not filled anew."""

    def __init__(
        self, context: Context, session: Session, panels: Panels, marking: Marking
    ) -> None:
        self._context = context
        self._session = session
        self._panels = panels
        self._marking = marking
        self._title = ""
        self.id: int | None = None
        self.selected: int | None = None
        self.coders: Mapping[int, str] = {}  # others whose annotations are shown too
        #: Called when all of a book is shown that was opened without waiting for it.
        self.completed: Callable[[], object] = lambda: None
        self._book = BookReading(context, session, panels.pane, self._show_rest)
        # A form takes longer to make than the eye waits for a mark.
        self._editing = QTimer(panels.pane, singleShot=True, interval=0)
        self._editing.timeout.connect(self._edit_selected)
        self._edited = QElapsedTimer()
        # So does where one is, which several signals of one key would tell.
        self._placing = QTimer(panels.pane, singleShot=True, interval=0)
        self._placing.timeout.connect(self._tell_place)
        # So do the counts, which are counted once for many marks.
        self._before: dict[int, Annotation | None] = {}  # what the latest change has changed
        self._uncounted: dict[int, Annotation | None] = {}  # as they were counted
        self._counting = QTimer(panels.tags, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count_tags)

    @property
    def is_coming(self) -> bool:
        """Whether there is more of a book than is shown."""
        return self._book.is_coming

    # --- showing -------------------------------------------------------------

    def show(self, article: int) -> None:
        """Show an article everywhere; the one that is shown already stays as it is."""
        if article != self.id:
            self._marking.save_all()
            self.id = self._panels.source.article = article
            self.selected = None
            self._edit_selected()
            self._fill(article)
            self._panels.articles.choose(article)
            self._marking.select(article, self._panels.pane.selected_span())

    def show_again(self) -> None:
        """Read and show the open article anew, where one is: too much of it has changed."""
        if self.id is not None:
            self._fill(self.id)
            self._panels.articles.choose(self.id)
            self._marking.select(self.id, self._panels.pane.selected_span())
            kept = self.selected is not None and self._panels.below.annotations.annotation(
                self.selected
            )
            self.tell_selected(self.selected if kept else None)

    def _fill(self, article: int) -> None:
        session, panels = self._session, self._panels
        segments = session.segments(article)
        if self._book.begin(article, len(segments.text)):
            annotations = session.first_annotations(article, FIRST)
        else:
            annotations = [*session.annotations(article), *self._others(article)]
        self._title = session.article(article).title
        self._fill_tables(annotations)
        notes = session.notes(article)
        panels.below.notes.show_notes(notes)
        panels.pane.show_article(
            article,
            self._title,
            segments.text,
            annotations,
            session.codebook,
            self._context.appearance.language,
        )
        panels.pane.show_notes(notes)
        words = session.words
        panels.pane.set_word_service(
            lambda span: words.snap(article, span), lambda offset: words.at(article, offset)
        )
        self._context.window.show_reading(panels.pane)
        if not self._book.is_coming:
            self._show_tags(article)

    def _fill_tables(self, annotations: Iterable[Annotation]) -> None:
        assert self.id is not None
        own = [each for each in annotations if self._is_here(each)]
        segments = self._session.segments(self.id)
        for table in (self._panels.below.annotations, self._panels.below.statements):
            table.show_article(own, self._session.codebook, segments)

    def _show_rest(self, article: int, annotations: list[Annotation]) -> Iterator[None]:
        """Show all of a book, a panel at a time."""
        annotations += self._others(article)
        yield from self._panels.pane.show_annotations(annotations)
        yield
        # Not what came: a key may have changed some between the two.
        self._fill_tables(self._panels.pane.annotations())
        self.tell_counts()
        yield
        self._show_tags(article)
        self.tell_selected(self.selected)
        self.completed()

    def _others(self, article: int) -> list[Annotation]:
        """Return what the other coders that are shown have marked."""
        if not self.coders:
            return []
        everybody = self._session.annotations(article, all_coders=True)
        return [each for each in everybody if each.coder in self.coders]

    def show_none(self) -> None:
        """Show that there is no article."""
        self.id = self._panels.source.article = None
        self._book.rest()
        self._panels.below.annotations.clear()
        self._panels.below.statements.clear()
        self._panels.below.notes.show_notes([])
        self._show_tags(None)
        self.selected = None
        self._edit_selected()
        self._marking.select(None, None)
        self._context.window.show_empty()

    @property
    def pause(self) -> int:
        """Milliseconds before what is told of all annotations: of very many it can be felt."""
        return _PAUSE if len(self._panels.below.annotations) > _MANY else 0

    # --- what is selected ----------------------------------------------------

    def select(self, annotation: int | None, *, scroll: bool = True) -> None:
        """Select an annotation in every panel, and bring it into view with `scroll`."""
        if annotation is not None and annotation not in self._panels.below.annotations:
            self._book.finish()
        self._panels.pane.select(annotation, scroll=scroll)
        self.tell_selected(annotation)

    def tell_selected(self, annotation: int | None) -> None:
        """Show in the table, and soon in the editor, what is selected in the text."""
        self.selected = annotation
        self._panels.below.annotations.choose(annotation)
        self._panels.below.statements.choose(annotation)
        self._edit_soon()

    def _edit_soon(self) -> None:
        shown = self._panels.editor.annotation
        same = shown is not None and shown.id == self.selected
        held = self._edited.isValid() and not self._edited.hasExpired(_HELD)
        waits = self._editing.isActive() and self._editing.interval() > 0
        another = self.selected is not None and not same
        self._editing.start(_STOPPED if another and (held or waits) else 0)

    def rest(self) -> None:
        """Put nothing off any more: the project closes."""
        self._editing.stop()
        self._placing.stop()
        self._book.rest()

    def edit(self) -> None:
        """Put the keyboard into the form of what is selected."""
        self._edit_selected()
        self._panels.editor.focus_first()

    def _edit_selected(self) -> None:
        self._editing.stop()
        table, chosen = self._panels.below.annotations, self.selected
        found = None if chosen is None else table.annotation(chosen)
        self._panels.editor.show_annotation(found)
        self._panels.make_room()
        if found is not None:
            self._edited.start()
        self.tell_place()

    def select_text(self, span: Span | None) -> bool:
        """Say to what marks would belong, and where that is.

        The text is what was selected last now, and Delete must not reach an annotation
        elsewhere; returns whether one was deselected for that.
        """
        rows = self._panels.below.annotations.selected()
        had = span is not None and (self.selected is not None or bool(rows))
        if had:
            self.select(None)
        self._marking.select(self.id, span)
        self.tell_place()
        return had

    def go_to(self, offset: int) -> None:
        """Bring a place into view, with the character before it selected."""
        self._panels.pane.scroll_to(offset)
        self._panels.pane.select_span(Span(max(0, offset - 1), max(1, offset)))

    def show_step(self, changed: Changed) -> None:
        """Show where a step was taken back or repeated, also where it left nothing."""
        ids = sorted(changed.ids("annotation") or ())
        there = [each for each in ids if self._panels.below.annotations.annotation(each)]
        gone = [was.span for each in ids if (was := self._before.get(each)) and was.span]
        if there:
            self.select(there[0])
        elif gone:
            self._panels.pane.scroll_to(gone[0].start)

    # --- what changes --------------------------------------------------------

    def patch(self, changed: Changed) -> list[Span] | None:
        """Show what an operation changed of the article's annotations.

        Returns the stretches that they lay and lie on, None where that is too much to tell.
        """
        ids = changed.ids("annotation")
        if ids is None:
            self._before = {}
            self.show_again()
            return None
        table = self._panels.below.annotations
        self._before = before = {id_: table.annotation(id_) for id_ in ids}
        old = [each for each in before.values() if each is not None]
        self._book.note(ids)
        known = [each for each in self._session.annotations_by_id(ids) if each.article == self.id]
        shown = [each for each in known if self._is_here(each) or each.coder in self.coders]
        found = [each for each in known if self._is_here(each)]
        self._panels.pane.patch(shown, ids - {each.id for each in shown})
        self._panels.below.annotations.patch(ids, found)
        self._panels.below.statements.patch(ids, found)
        self._uncounted = before | self._uncounted
        self._counting.start(self.pause)
        if self.selected in ids:
            if self.selected not in {each.id for each in found}:
                self.selected = None
            self._edit_soon()
        if self._book.is_coming:
            return None
        return [each.span for each in (*old, *known) if each.span is not None]

    def _show_tags(self, article: int | None) -> None:
        self._forget_uncounted()
        self._panels.tags.set_article(article)

    def _forget_uncounted(self) -> None:
        """Leave it at that: all tags are counted anew."""
        self._counting.stop()
        self._uncounted = {}

    def _count_tags(self) -> None:
        before, self._uncounted = self._uncounted, {}
        now = map(self._panels.below.annotations.annotation, before)
        self._panels.tags.patch_annotations(
            [each for each in before.values() if each is not None],
            [each for each in now if each is not None],
        )
        self.tell_counts()

    def _is_here(self, annotation: Annotation) -> bool:
        return annotation.article == self.id and annotation.coder == self._session.coder.id

    def set_codebook(self) -> None:
        """Name everything by the codebook, and in the language, as they are now."""
        codebook = self._session.codebook
        self._panels.pane.set_codebook(codebook, self._context.appearance.language)
        self._panels.below.annotations.set_codebook(codebook)
        self._panels.below.statements.set_codebook(codebook)
        self._panels.popup.refresh_codebook()
        self._forget_uncounted()
        self._panels.tags.refresh_codebook()
        self.tell_counts()
        self._editing.start(0)  # its form follows its layer and the lists that are rows of buttons

    # --- telling -------------------------------------------------------------

    def tell(self) -> None:
        """Tell the status bar everything about the article."""
        self.tell_place()
        self.tell_counts()

    def tell_place(self) -> None:
        """Tell the status bar where one is, once the eye has seen it."""
        self._placing.start()

    def _tell_place(self) -> None:
        strip, pane = self._context.window.strip, self._panels.pane
        if self.id is None:
            strip.tell_place(None)
            return
        span = pane.selected_span()
        start, end = (span.start, span.end) if span else (pane.caret(), pane.caret())
        paragraph = self._session.segments(self.id).paragraph_number(start)
        strip.tell_place(Place(self._title, paragraph, start, end, pane.describe_at_caret()))

    def tell_counts(self) -> None:
        """Tell the status bar how many annotations each layer has."""
        counts = self._panels.below.annotations.counts()
        layers = [each for each in self._session.codebook.layers if counts[each.key]]
        told = {name_of(layer): counts[layer.key] for layer in layers}
        self._context.window.strip.tell_counts(told)
