"""An open project on the desk: what the session changes, every panel shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter

from workbench.app.session import CODEBOOK_TABLES, Session
from workbench.domain.annotation import Annotation
from workbench.domain.changes import Changed
from workbench.domain.text import Span
from workbench.ui.actions import Need
from workbench.ui.article_flow import ArticleFlow
from workbench.ui.context import Context
from workbench.ui.exporting import ExportFlow
from workbench.ui.importing import ImportFlow
from workbench.ui.layer_keys import LayerKeys
from workbench.ui.marking import Marking
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.source import SessionSource
from workbench.ui.status_strip import Place
from workbench.ui.steps import Steps
from workbench.ui.tags.editor import AnnotationEditor
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.panel import TagPanel
from workbench.ui.tags.popup import FormPopup
from workbench.ui.theme import Theme


class Coding(QObject):
    """Connect session, article list, reading pane, tag panel and tables."""

    # From whatever thread a command ran in to the window's.
    _changed = Signal(object)

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(context.window)
        self.context = context
        self.session = session
        self.article: int | None = None
        theme = context.appearance.theme
        self._below = context.window.below
        self.source = SessionSource(session, self._below.annotations)
        self.pane = ReadingPane(theme)
        self.tags = TagPanel(self.source, theme)
        self.editor = AnnotationEditor(self.source, theme)
        self.popup = FormPopup(self.source, theme, context.window)
        self.side = QSplitter(Qt.Orientation.Vertical)
        self.side.addWidget(self.tags)
        self.side.addWidget(self.editor)
        self.side.setSizes([560, 300])
        self.side.setChildrenCollapsible(False)
        self.side.setHandleWidth(1)
        self.side.setBackgroundRole(QPalette.ColorRole.Base)
        self.side.setAutoFillBackground(True)
        context.window.install(self.pane, self.side)
        self.marking = Marking(context, session, self.pane, self.tags, self.editor, self.popup)
        self.steps = Steps(context, session, self._show_step)
        self.articles = ArticleFlow(context, session, self.source)
        self.importing = ImportFlow(context, session)
        self.exporting = ExportFlow(context, session)
        self._keys = LayerKeys(self.pane, self.tags)
        self._ends: list[Callable[[], object]] = []
        self._connect()
        self._connect_actions()
        self._show_all()

    # --- connections ---------------------------------------------------------

    def _connect(self) -> None:
        window = self.context.window
        self._changed.connect(self._on_changed)
        self._ends.append(self.session.changed.connect(self._changed.emit))
        self._listen(window.articles.article_chosen, self.show_article)
        self._listen(window.files_dropped, self.importing.read)
        self._listen(self._below.annotations.annotation_chosen, self.select)
        self._listen(self._below.notes.place_chosen, self._go_to)
        self._listen(self._below.history.wanted, self._show_history)
        self._listen(self._below.history.article_chosen, window.articles.choose)
        self._listen(self.context.appearance.language_changed, self._on_language)
        self.importing.imported.connect(self._on_imported)
        self.marking.marked.connect(self._on_marked)
        self.pane.selection_changed.connect(self._on_selection)
        self.pane.annotation_selected.connect(self._on_annotation_selected)
        self.pane.annotation_activated.connect(self._on_activated)
        self.pane.font_size_changed.connect(self._on_font_size)
        self.tags.text_wanted.connect(self.pane.setFocus)
        self.tags.hint.connect(self._hint)
        self.editor.text_wanted.connect(self.pane.setFocus)

    def _connect_actions(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            "import": self.importing.ask,
            "export": self.exporting.ask,
            "undo": self.steps.undo,
            "redo": self.steps.redo,
            "delete": self.delete_selected,
            "find_tag": lambda: self.tags.start_finding(),
            "next": lambda: self.context.window.articles.step(1),
            "previous": lambda: self.context.window.articles.step(-1),
            "details": self._edit_details,
            "original": self._show_original,
            "larger": lambda: self.pane.set_font_size(self.pane.font_size() + 1),
            "smaller": lambda: self.pane.set_font_size(self.pane.font_size() - 1),
        }
        for key, slot in slots.items():
            self._on_action(key, slot)
        for status in self.articles.statuses:
            self._on_action(
                f"status_{status}",
                lambda status=status: self.articles.set_status(self.article, status),
            )

    def _on_action(self, key: str, slot: Callable[[], object]) -> None:
        action = self.context.window.actions_[key]

        def run(_: bool = False) -> None:
            slot()

        action.triggered.connect(run)
        self._ends.append(lambda: action.triggered.disconnect(run))

    def _listen(self, signal: SignalInstance, slot: Callable[..., object]) -> None:
        signal.connect(slot)
        self._ends.append(lambda: signal.disconnect(slot))

    # --- life ----------------------------------------------------------------

    def close(self) -> None:
        """Save what is being written, leave the window as it was, close the project."""
        self.editor.flush()
        self.popup.cancel()
        self._remember_article()
        for end in self._ends:
            end()
        self._below.annotations.clear()
        self._below.notes.show_notes([])
        window = self.context.window
        window.articles.show_articles([])
        window.actions_.set_there(())
        window.actions_.set_steps("", "")
        window.strip.clear_all()
        window.clear(self.pane, self.side)
        self.popup.deleteLater()
        self.session.close()
        self.deleteLater()

    def _remember_article(self) -> None:
        values = self.context.settings.values
        if self.article is not None:
            values.last_articles[str(self.session.path)] = self.article
        values.reading_size = self.pane.font_size()

    def prepare(self) -> None:
        """Load dictionary and pinyin beside the program, now that the article can be read."""
        self.session.words.prepare()
        self.session.finder.prepare()

    def become(self, name: str) -> None:
        """Go on as another coder, with that coder's annotations."""
        if self.context.attempt(lambda: self.session.become(name)):
            self._show_all()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for part in (self.pane, self.tags, self.editor, self.popup):
            part.set_theme(theme)

    # --- showing -------------------------------------------------------------

    def _show_all(self) -> None:
        if self.context.settings.values.reading_size:
            self.pane.set_font_size(self.context.settings.values.reading_size)
        infos = self.session.articles()
        window = self.context.window
        window.articles.show_articles(infos)
        window.strip.tell_coder(self.session.coder.name, read_only=self.session.read_only)
        self.article = None
        self._keys.follow(self.session.codebook)
        self.steps.name()
        known = {info.id for info in infos}
        last = self.context.settings.values.last_articles.get(str(self.session.path))
        chosen = window.articles.current or last
        if infos:
            self.show_article(chosen if chosen in known else infos[0].id)
        else:
            self._show_no_article()

    def show_article(self, article: int) -> None:
        """Show an article everywhere; the one that is shown already stays as it is."""
        if article == self.article:
            return
        self.popup.cancel()
        self.editor.show_annotation(None)
        self.article = self.source.article = article
        annotations = self.session.annotations(article)
        codebook, segments = self.session.codebook, self.session.segments(article)
        self._below.annotations.show_article(annotations, codebook, segments)
        info = self.session.article(article)
        language = self.context.appearance.language
        self.pane.show_article(article, info.title, segments.text, annotations, codebook, language)
        words = self.session.words
        self.pane.set_word_service(
            lambda span: words.snap(article, span), lambda offset: words.at(article, offset)
        )
        self._below.notes.show_notes(self.session.notes(article))
        self.tags.set_article(article)
        self.marking.select(article, None)
        self.context.window.show_reading(self.pane)
        self.context.window.articles.choose(article)
        self._tell_article()

    def _show_no_article(self) -> None:
        self.article = self.source.article = None
        self._below.annotations.clear()
        self._below.notes.show_notes([])
        self.tags.set_article(None)
        self.editor.show_annotation(None)
        self.context.window.show_empty()
        self._tell_article()

    def _tell_article(self) -> None:
        self._tell_place()
        self._tell_counts()
        self._tell_there()

    def _tell_place(self) -> None:
        strip = self.context.window.strip
        if self.article is None:
            strip.tell_place(None)
            return
        span = self.pane.selected_span()
        at = span.start if span else self.pane.caret()
        paragraph = self.session.segments(self.article).paragraph_number(at)
        title = self.session.article(self.article).title
        strip.tell_place(Place(title, paragraph, at, span.end if span else at))

    def _tell_counts(self) -> None:
        counts = Counter(each.layer for each in self._below.annotations.annotations())
        layers = self.session.codebook.layers
        told = {name_of(layer): counts[layer.key] for layer in layers if counts[layer.key]}
        self.context.window.strip.tell_counts(told)

    def _tell_there(self) -> None:
        there = {Need.PROJECT}
        if not self.session.read_only:
            there.add(Need.WRITABLE)
        if self.article is not None:
            there.add(Need.ARTICLE)
            self.articles.tell_status(self.article)
        if self.editor.annotation is not None or self._below.annotations.selected():
            there.add(Need.ANNOTATION)
        self.context.window.actions_.set_there(there | self.steps.there)

    def _show_history(self) -> None:
        names = {coder.id: coder.name for coder in self.session.coders()}
        steps = self.session.history()
        self._below.history.show_steps(steps, self.session.codebook, names)

    def _hint(self, text: str) -> None:
        self.context.window.strip.showMessage(text, 6000)

    # --- what is selected ----------------------------------------------------

    def select(self, annotation: int | None) -> None:
        """Select an annotation in every panel and bring it into view."""
        self.pane.select(annotation)
        self._on_annotation_selected(annotation)

    def delete_selected(self) -> None:
        """Delete the rows selected in the table, else the annotation that is selected."""
        rows = self._below.annotations.selected()
        shown = self.editor.annotation
        chosen = rows or ([shown.id] if shown else [])
        self.marking.delete(*chosen)

    def _on_annotation_selected(self, annotation: int | None) -> None:
        found = None if annotation is None else self._below.annotations.annotation(annotation)
        self.editor.show_annotation(found)
        self._below.annotations.choose(annotation)
        self._tell_there()

    def _on_activated(self, annotation: int) -> None:
        self.select(annotation)
        self.editor.focus_first()

    def _on_marked(self, annotation: int) -> None:
        self.pane.select(annotation, scroll=False)
        self._on_annotation_selected(annotation)

    def _on_selection(self, span: Span | None) -> None:
        self.marking.select(self.article, span)
        self._tell_place()

    def _go_to(self, offset: int) -> None:
        self.pane.scroll_to(offset)
        self.pane.select_span(Span(max(0, offset - 1), max(1, offset)))

    def _on_font_size(self, pixels: int) -> None:
        self.context.settings.values.reading_size = pixels

    # --- what changes --------------------------------------------------------

    def _on_changed(self, changed: Changed) -> None:
        self.context.window.strip.tell_saved(self._now())
        if changed.touches(*CODEBOOK_TABLES):
            self._on_codebook()
        if changed.touches("article", "article_status", "annotation"):
            self._patch_articles(changed)
        if changed.touches("annotation", "annotation_value"):
            self._patch_annotations(changed)
        self.steps.name()
        self._tell_there()
        self._below.history.refresh()

    def _now(self) -> datetime:
        return datetime.fromisoformat(self.context.surroundings.now())

    def _on_codebook(self) -> None:
        codebook = self.session.codebook
        self.pane.set_codebook(codebook, self.context.appearance.language)
        self._below.annotations.set_codebook(codebook)
        self.tags.refresh_codebook()
        self._keys.follow(codebook)

    def _patch_articles(self, changed: Changed) -> None:
        panel = self.context.window.articles
        if changed.article is None or changed.ids("article") is None:
            self._reload_articles()
        elif panel.holds(changed.article):
            info = self.context.attempt(lambda: self.session.article(changed.article or 0))
            if info is None:
                self._reload_articles()
            else:
                panel.patch(info)
        else:
            self._reload_articles()
        if changed.touches("article") and self.article is not None:
            self._show_title()

    def _reload_articles(self) -> None:
        infos = self.session.articles()
        self.context.window.articles.show_articles(infos)
        if self.article not in {info.id for info in infos}:
            self._show_all()

    def _show_title(self) -> None:
        article, self.article = self.article, None
        if article is not None:
            self.show_article(article)

    def _patch_annotations(self, changed: Changed) -> None:
        ids = changed.ids("annotation")
        if ids is None:
            self._show_title()
            return
        found = [each for each in self.session.annotations_by_id(ids) if self._is_shown(each)]
        gone = ids - {each.id for each in found}
        self.pane.patch(found, gone)
        self._below.annotations.patch(ids, found)
        self.tags.patch_annotations(ids, found)
        self._patch_editor(ids, found)
        self._tell_counts()

    def _is_shown(self, annotation: Annotation) -> bool:
        return annotation.article == self.article and annotation.coder == self.session.coder.id

    def _patch_editor(self, ids: frozenset[int], found: list[Annotation]) -> None:
        shown = self.editor.annotation
        if shown is not None and shown.id in ids:
            now = next((each for each in found if each.id == shown.id), None)
            self.editor.show_annotation(now)

    def _show_step(self, changed: Changed, places: dict[int, Span]) -> None:
        """Show where a step was taken back or repeated; `places` tells where things were."""
        ids = changed.ids("annotation") or frozenset()
        there = next((id_ for id_ in sorted(ids) if self._below.annotations.annotation(id_)), None)
        if there is not None:
            self.select(there)
            return
        gone = next((places[id_] for id_ in sorted(ids) if id_ in places), None)
        if gone is not None:
            self.pane.scroll_to(gone.start)

    def _on_language(self, language: str) -> None:
        self.pane.set_codebook(self.session.codebook, language)
        self.steps.name()
        self._tell_article()

    def _on_imported(self, ids: list[int]) -> None:
        if ids:
            self.context.window.articles.choose(ids[0])

    # --- the article's own dialogs -------------------------------------------

    def _edit_details(self) -> None:
        if self.article is not None:
            self.articles.edit(self.article)

    def _show_original(self) -> None:
        if self.article is not None:
            self.articles.show_original(self.article)
