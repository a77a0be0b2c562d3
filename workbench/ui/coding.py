"""An open project on the desk: what is done in one panel, the session and the others learn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, SignalInstance

from workbench.app.memos import MemoFound
from workbench.app.places import keys_moved
from workbench.app.session import CODEBOOK_TABLES, Session
from workbench.domain.annotation import Annotation
from workbench.domain.article import Status
from workbench.domain.changes import Changed
from workbench.domain.text import Span
from workbench.ui.actions import Need
from workbench.ui.annotations.copying import CopyFlow
from workbench.ui.annotations.flow import LinesFlow
from workbench.ui.article_flow import ArticleFlow
from workbench.ui.changing import SeveralFlow
from workbench.ui.checking import CheckFlow
from workbench.ui.choosing import ChoosingFlow
from workbench.ui.codebook.flow import Around, CodebookFlow
from workbench.ui.codebook_files import CodebookFiles
from workbench.ui.context import Context
from workbench.ui.exporting import ExportFlow
from workbench.ui.finding import FindFlow
from workbench.ui.forecasts.flow import ForecastFlow
from workbench.ui.guide.flow import GuideFlow
from workbench.ui.importing import ImportFlow
from workbench.ui.layer_keys import LayerKeys
from workbench.ui.marking import Marking
from workbench.ui.memos.flow import MemoFlow
from workbench.ui.merging import MergeFlow
from workbench.ui.moving import Moving
from workbench.ui.open_article import OpenArticle
from workbench.ui.palette import Palette
from workbench.ui.panels import Panels
from workbench.ui.parts import Parts
from workbench.ui.project_files import ProjectExport
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.shortcuts.lines import action_lines, shadowed, strokes_of
from workbench.ui.shown import ShownFlow
from workbench.ui.steps import Steps
from workbench.ui.suggestions.everywhere import EverywhereFlow
from workbench.ui.suggestions.flow import SuggestFlow
from workbench.ui.theme import Theme
from workbench.ui.timekeeping import TimeKeeper
from workbench.ui.typography import TypographyFlow

_REMEMBER_MILLISECONDS = 300
# How long closing waits for what still reads the project, in seconds.
_PATIENCE = 5.0


class Coding(QObject):
    """Connect session, article list, reading pane, tag panel and tables."""

    # From whatever thread a command ran in to the window's.
    _changed = Signal(object)

    def __init__(self, context: Context, session: Session, pane: ReadingPane | None = None) -> None:
        super().__init__(context.window)
        self.context = context
        self.session = session
        self._window = context.window
        self.panels = Panels(context, session, pane)
        self.marking = Marking(context, session, self.panels)
        self.open = OpenArticle(context, session, self.panels, self.marking)
        self.suggest = SuggestFlow(
            context, session, self.panels, self.open, self.marking.leave_form
        )
        self.typography = TypographyFlow(context, self.panels.pane)
        self.parts = Parts(self.panels)
        self.choosing = ChoosingFlow(context, self.panels.pane)
        self.shown = ShownFlow(context, session, self.panels, self.open)
        self.everywhere = EverywhereFlow(context, session, self)
        self.finding = FindFlow(context, session, self.panels, self.open, self.everywhere.mark)
        self.open.completed = self.suggest.follow
        self.moving = Moving(
            session, self.panels, self.open, self._choose, self.marking.resize, self._hint
        )
        self.steps = Steps(context, session, self.open.show_step, self.marking)
        self.articles = ArticleFlow(context, session, self.panels.source, self._go_to)
        self.importing = ImportFlow(context, session, self)
        self.exporting = ExportFlow(context, session, self)
        self.project_export = ProjectExport(context, session, self)
        self.codebook_files = CodebookFiles(context, session, self)
        self.checking = CheckFlow(context, session, self)
        around = Around(
            self.panels.source,
            lambda: self.marking.passage,
            self._tell_there,
            lambda annotation: self._go_to(annotation.article, annotation.id),
        )
        self.codebook = CodebookFlow(context, session, around, self)
        self.several = SeveralFlow(context, session, self.panels.source, self._selected_rows)
        self.merging = MergeFlow(context, session, self.panels.source, self)
        self.forecasts = ForecastFlow(context, session, self.panels.below, self)
        self.lines = LinesFlow(context, session, self.panels.below, lambda: self.article, self)
        self.copying = CopyFlow(context, session, self.panels.below, self._chosen_ids)
        self.guide = GuideFlow(context, session, self.panels, self._selected)
        self._palette = Palette(session, context.window.actions_, self.panels)
        self.memos = MemoFlow(
            context, session, self.panels.below, lambda: self.article, self.guide.meant
        )
        self._keys = LayerKeys(self.panels.pane, self.panels.tags, self.marking)
        self.time = TimeKeeper(context, session, lambda: self.article, self)
        self._ends: list[Callable[[], object]] = [self._palette.end, self.parts.end]
        # What the eye does not wait for is told once the mark is painted.
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell_later)
        self._stored = session.stored  # the codebook that the panels show
        self._untold: set[int] = set()  # articles whose rows are to be read again
        # Not only at the end: a program that is killed shall open where one was.
        self._remembering = QTimer(self, singleShot=True, interval=_REMEMBER_MILLISECONDS)
        self._remembering.timeout.connect(self._remember_article)
        self._connect()
        self._connect_window()
        self._connect_actions()
        self._window.actions_["suggestions"].setChecked(self.suggest.on)
        self._window.actions_["count_time"].setChecked(context.settings.values.count_time)
        self._window.actions_.attend(self.panels.pane)

    # --- connections ---------------------------------------------------------

    def _connect(self) -> None:
        pane, tags, editor = self.panels.pane, self.panels.tags, self.panels.editor
        self._changed.connect(self._on_changed)
        self._ends.append(self.session.changed.connect(self._changed.emit))
        self.marking.marked.connect(self._on_marked)
        self.importing.imported.connect(self._on_imported)
        pane.selection_changed.connect(self._on_selection)
        pane.caret_moved.connect(self.open.tell_place)
        pane.annotation_selected.connect(self._on_annotation_selected)
        pane.note_clicked.connect(self.open.go_to)
        pane.annotation_activated.connect(self._on_activated)
        self.suggest.hint.connect(self._hint)
        self.finding.hint.connect(self._hint)
        self.shown.hint.connect(self._hint)
        self.shown.hidden_changed.connect(self.suggest.hide)
        self.suggest.current_changed.connect(self._tell_there)
        self.suggest.all_wanted.connect(self.everywhere.begin)
        self.everywhere.hint.connect(self._hint)
        tags.text_wanted.connect(pane.setFocus)
        tags.hint.connect(self._hint)
        self.panels.popup.cancelled.connect(self._hint)
        self.marking.hint.connect(self._hint)
        self.marking.layer_wanted.connect(self.several.change_layer_of)
        tags.form_requested.connect(self._forget_hint)
        tags.edit_wanted.connect(self.codebook.edit_tag)
        tags.memo_wanted.connect(self.memos.write_on_tag)
        editor.text_wanted.connect(pane.setFocus)
        for part in (tags, editor, self.panels.popup):
            part.merge_wanted.connect(self.merging.ask)

    def _connect_window(self) -> None:
        below, articles = self.panels.below, self.panels.articles
        self._listen(self.context.appearance.language_changed, self._on_language)
        self._listen(self._window.actions_.strokes_changed, self._follow_keys)
        self._listen(articles.article_chosen, self.show_article)
        self._listen(articles.menu_wanted, self._show_article_menu)
        for table in (below.annotations, below.statements):
            self._listen(table.line_chosen, self._go_to)
            self._listen(table.menu_wanted, self._show_annotation_menu)
            self._listen(table.rows_selected, self._on_rows_selected)
            self._listen(table.wanted, partial(self.lines.read, table))
            self._listen(table.copy_wanted, self.copying.copy_rows)
        self._listen(below.notes.place_chosen, self.open.go_to)
        self._listen(below.memos.wanted, self.memos.show)
        self._listen(below.memos.memo_chosen, self._go_to_memo)
        self._listen(below.memos.delete_wanted, self.memos.delete)
        self._listen(below.history.wanted, self._show_history)
        self._listen(below.history.article_chosen, articles.choose)
        self._listen(below.history.way_changed, self._tell_there)
        self._listen(below.history.way_wanted, self.travel)
        self._listen(below.forecasts.wanted, self.forecasts.show)
        self._listen(below.forecasts.passage_chosen, self._go_to)
        self._listen(below.forecasts.question_edited, self.forecasts.change)
        self._listen(below.forecasts.refused, self.context.failed)

    def _connect_actions(self) -> None:
        pane, articles = self.panels.pane, self.panels.articles
        slots: dict[str, Callable[[], object]] = {
            "export_project": self.project_export.ask,
            "undo": self.undo,
            "redo": self.redo,
            "travel": self.travel,
            "delete": self.delete_selected,
            "edit_annotation": self.open.edit,
            "join_annotations": self._join_selected,
            "find_tag": self._find,
            "next": lambda: articles.step(1),
            "previous": lambda: articles.step(-1),
            "next_undone": lambda: self._step_undone(1),
            "previous_undone": lambda: self._step_undone(-1),
            "details": lambda: self.articles.edit(self.article),
            "original": lambda: self.articles.show_original(self.article),
            "correct": self.correct_text,
            "place": self.place_selected,
            "guide": self.guide.show,
            "suggestions": self._turn_suggestions,
            "count_time": lambda: self.time.choose(self._window.actions_["count_time"].isChecked()),
            "next_suggestion": lambda: self.suggest.step(1),
            "previous_suggestion": lambda: self.suggest.step(-1),
            "accept": self.suggest.accept,
            "reject": self.suggest.reject,
            "accept_here": self.suggest.accept_all_here,
            "accept_everywhere": self.suggest.want_all,
            "choose_here": self.choosing.open_at_caret,
            "typography": self.typography.open,
            "larger": lambda: pane.set_font_size(pane.font_size() + 1),
            "smaller": lambda: pane.set_font_size(pane.font_size() - 1),
        }
        moving = self.moving.slots(lambda: self.suggest.shown.spans())
        flows = (
            *(self.marking, self.finding, self.several, self.copying, self.memos, self.parts),
            *(self.importing, self.exporting, self.codebook, self.codebook_files),
        )
        others = {key: do for each in flows for key, do in each.slots().items()}
        everything = {**slots, **moving, **others}
        for key, slot in everything.items():
            self._on_action(key, slot)
        for status in self.articles.statuses:
            self._on_action(
                f"status_{status}",
                lambda status=status: self.set_status(status),
            )

    def _on_action(self, key: str, slot: Callable[[], object]) -> None:
        def run(_: bool = False) -> None:
            slot()

        self._listen(self._window.actions_[key].triggered, run)

    def _listen(self, signal: SignalInstance, slot: Callable[..., object]) -> None:
        """Connect to what outlives the project; closing it ends the connection."""
        signal.connect(slot)
        self._ends.append(lambda: signal.disconnect(slot))

    # --- life ----------------------------------------------------------------

    @property
    def article(self) -> int | None:
        """The article that is open."""
        return self.open.id

    def close(self) -> None:
        """Save what is being written, leave the window as it was, close the project."""
        self.importing.end()
        self.checking.end()
        self.everywhere.end()
        self.lines.end()
        self.time.end()
        self.memos.end()
        self.guide.close()
        self.context.background.end(self.session, _PATIENCE)
        self.codebook.end()
        self.marking.save_all()
        self.marking.unsaved.end()
        self.panels.editor.save_unread()
        self._telling.stop()
        self.open.rest()
        self.suggest.rest()
        self.finding.end()
        self.shown.end()
        self._remember_article()
        for end in self._ends:
            end()
        self.panels.take_out()
        self._window.actions_.set_there(())
        self._window.actions_.set_steps("", "")
        self._window.strip.clear_all()
        self._window.info.hide()
        self.session.close()
        self.deleteLater()

    def _remember_article(self) -> None:
        self._remembering.stop()
        last = self.context.settings.values.last_articles
        if self.article is not None and last.get(str(self.session.path)) != self.article:
            last[str(self.session.path)] = self.article
            self.context.settings.save()

    def prepare(self) -> None:
        """Load dictionary and pinyin, and check the project, now that the article is there."""
        self.session.finder.prepare()  # pinyin is read sooner than the dictionary
        self.session.words.prepare()
        self.checking.begin_later()

    def become(self, name: str) -> None:
        """Go on as another coder, with that coder's annotations."""
        self.marking.save_all()
        self.time.settle()
        if self.context.attempt(lambda: self.session.become(name)):
            self._tell_coder()
            self.shown.follow()
            self._reload_articles()
            self._tell_steps()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.panels.set_theme(theme)
        self.codebook.set_theme(theme)
        self.suggest.popup.set_theme(theme)
        self.finding.set_theme()
        self.guide.set_theme(theme)

    # --- showing -------------------------------------------------------------

    def show_all(self) -> None:
        """Show the project's articles, and open the one that was read last."""
        infos = self.session.articles()
        self.panels.articles.show_articles(infos)
        self._tell_coder()
        self.shown.follow()
        self._follow_keys()
        self.steps.name()
        known = [info.id for info in infos]
        last = self.context.settings.values.last_articles.get(str(self.session.path))
        wanted = [each for each in (self.article, last, *known[:1]) if each in known]
        if wanted:
            self.show_article(wanted[0])
        else:
            self.open.show_none()
            self._tell()

    def show_article(self, article: int) -> None:
        """Show an article everywhere."""
        self._forget_hint()
        if article != self.article:
            self._window.info.go_on()
        self.time.follow_article()
        self.open.show(article)
        self.suggest.follow()
        self.finding.follow()
        self.memos.follow_article()
        self.marking.unsaved.show_again()
        self._tell()
        self._remembering.start()

    def select(self, annotation: int | None) -> None:
        """Select an annotation in every panel and bring it into view."""
        self._forget_hint()
        if annotation is not None:
            self.shown.reveal(self.panels.below.annotations.annotation(annotation))
        self.open.select(annotation)
        self._tell_there()

    def undo(self) -> None:
        """Take back the latest step; what is being typed in the codebook is one."""
        self.codebook.take_all()
        self.steps.undo()

    def redo(self) -> None:
        """Repeat the step that was taken back last."""
        self.codebook.take_all()
        self.steps.redo()

    def _find(self) -> None:
        """Put the keyboard where tags and actions are found, also if its panel was closed."""
        _, tags, _ = self._window.docks
        tags.show()
        tags.raise_()
        self.panels.tags.start_finding()
        self.panels.popup.raise_()  # a form that stands open is not cut off by the panel

    def travel(self) -> None:
        """Go to the step that is selected in the history."""
        point = self.panels.below.history.point
        self.codebook.take_all()
        if point is not None:
            self.steps.travel(point)

    def _follow_keys(self) -> None:
        """Have the codebook's keys work, as far as no action has them."""
        lines, codebook = action_lines(self._window.actions_), self.session.codebook
        self._keys.follow(codebook, strokes_of(lines))
        self._palette.name_again()
        for label, key, line in shadowed(codebook, lines):
            text = self.tr("{key} is the key of “{action}”, so it does not mark “{tag}”.")
            tag = label.told(self.context.appearance.language)
            self._hint(text.format(key=key, action=line.text, tag=tag))

    def _selected_rows(self) -> list[Annotation]:
        return self.session.annotations_by_id(self.panels.below.selected())

    def _chosen_ids(self) -> list[int]:
        """Return the rows selected in the table, else the annotation that is selected."""
        chosen = self.open.selected
        return self.panels.below.selected() or ([] if chosen is None else [chosen])

    def _go_to(self, article: int, annotation: int) -> None:
        """Show an annotation in whichever article it is; of another coder's, its passage."""
        if article != self.article:
            self.show_article(article)
        if self.panels.below.annotations.annotation(annotation) is not None:
            self.select(annotation)
            return
        for found in self.session.annotations_by_id([annotation]):
            if found.span is not None:
                self.panels.pane.scroll_to(found.span.start)
                self.panels.pane.select_span(found.span)

    def _choose(self, annotation: int) -> None:
        """Select an annotation whose place the caret is at already."""
        self.open.select(annotation)
        self._tell_there()

    def _step_undone(self, by: int) -> None:
        if not self.panels.articles.step_undone(by):
            self._hint(self.tr("No other article of the list is left to do."))

    def _go_to_memo(self, memo: MemoFound) -> None:
        """Show what a memo is on: the annotation, the article, or the category's page."""
        if memo.annotation is not None and memo.article is not None:
            self._go_to(memo.article, memo.annotation)
        elif memo.article is not None:
            self.show_article(memo.article)
        self.memos.choose(memo)

    def delete_selected(self) -> None:
        """Delete the rows selected in the table, else the annotation that is selected."""
        self.marking.delete(*self._chosen_ids())

    def _join_selected(self) -> None:
        """Join the rows selected in the table, else the selected annotation and the next one."""
        rows, chosen = self.panels.below.selected(), self.open.selected
        if len(rows) < 2 and chosen is not None:
            rows = self.marking.next_of_its_layer(chosen)
        self.marking.join(*rows)

    def set_status(self, status: Status) -> None:
        """Set the status of the article; what is being written about it is saved first."""
        self.marking.save_all()
        self.articles.set_status(self.article, status)

    def correct_text(self) -> None:
        """Correct the text of the article; what is being written about it is saved first."""
        self.marking.save_all()
        self.articles.correct(self.article)

    def place_selected(self) -> None:
        """Choose the passage of the selected annotation anew."""
        self.marking.save_all()
        self.articles.place(self._selected())

    def _selected(self) -> Annotation | None:
        chosen, table = self.open.selected, self.panels.below.annotations
        return None if chosen is None else table.annotation(chosen)

    def _tell(self) -> None:
        self.open.tell()
        self._tell_there()

    def _tell_there(self) -> None:
        there = {Need.PROJECT}
        if not self.session.read_only:
            there.add(Need.WRITABLE)
        if self.article is not None:
            there.add(Need.ARTICLE)
            self._tell_status(self.article)
        has_rows = self.panels.below.has_selected
        if self.open.selected is not None or has_rows:
            there.add(Need.ANNOTATION)
        if has_rows:
            there.add(Need.ROWS)
        if self.panels.below.history.is_way:
            there.add(Need.STEP)
        there |= self.steps.there | self.suggest.there | self.codebook.there
        self._window.actions_.set_there(there)

    def _tell_coder(self) -> None:
        coder, read_only = self.session.coder.name, self.session.read_only
        self._window.strip.tell_coder(coder, read_only=read_only)

    def _tell_status(self, article: int) -> None:
        info = self.panels.articles.info(article)
        if info is not None:
            self._window.actions_.set_status(info.status)

    def _tell_later(self) -> None:
        untold, self._untold = self._untold, set()
        for article in filter(self.panels.articles.holds, untold):
            self.panels.articles.patch(self.session.article(article))
        self._tell_steps()

    def _tell_steps(self) -> None:
        self.steps.name()
        self._window.info.look_again()
        self._tell_there()
        self.panels.below.history.refresh()
        self.panels.below.forecasts.refresh()

    def _show_history(self) -> None:
        names = {coder.id: coder.name for coder in self.session.coders()}
        steps = self.session.history()
        self.panels.below.history.show_steps(
            steps, self.session.codebook, names, self.session.coder.id
        )

    def _hint(self, text: str) -> None:
        self._window.strip.hint(text)

    def _forget_hint(self) -> None:
        """Take away what was told of the step before: another one begins."""
        self._window.strip.forget_hint()

    # --- what the person does ------------------------------------------------

    def _on_selection(self, span: Span | None) -> None:
        if span is not None:
            self._forget_hint()
        if self.open.select_text(span):
            self._tell_there()

    def _on_annotation_selected(self, annotation: int | None) -> None:
        self._forget_hint()
        self.open.tell_selected(annotation)
        self._tell_there()

    def _on_rows_selected(self, _: bool) -> None:
        self._tell_there()

    def _on_activated(self, annotation: int) -> None:
        self.select(annotation)
        self.open.edit()

    def _on_marked(self, annotation: int) -> None:
        self.shown.reveal(self.panels.below.annotations.annotation(annotation))
        self.open.select(annotation, scroll=False)

    def _on_imported(self, ids: list[int]) -> None:
        self.panels.articles.choose(ids[0])

    def _show_article_menu(self, article: int, place: QPoint) -> None:
        self.panels.articles.choose(article)
        self._window.actions_.menu("article").popup(place)

    def _show_annotation_menu(self, place: QPoint) -> None:
        self._tell_there()
        self._window.actions_.menu("edit").popup(place)

    # --- what changes --------------------------------------------------------

    def _on_changed(self, changed: Changed) -> None:
        self._window.strip.tell_saved(datetime.fromisoformat(self.context.surroundings.now()))
        touched: list[Span] | None = None
        with_articles = changed.touches("article")
        if with_articles:  # the open one may be gone, and what follows the codebook asks for it
            self._patch_articles(changed)
        if changed.touches(*CODEBOOK_TABLES):
            self._on_codebook()
        if not with_articles and changed.touches("article_status", "annotation"):
            self._patch_articles(changed)
        if changed.touches("annotation", "annotation_value"):
            touched = self.open.patch(changed)
            self.codebook.count_soon()
        self.marking.unsaved.save_soon()
        self.lines.follow(changed)
        self.memos.follow(changed)
        if changed.touches("rejection", "article", *CODEBOOK_TABLES):
            self.suggest.follow()
        elif changed.touches("annotation", "annotation_value"):
            self.suggest.follow(touched)
        self.steps.expect()
        self._tell_there()
        self._telling.start(self.open.pause)

    def _on_codebook(self) -> None:
        before, self._stored = self._stored, self.session.stored
        self.open.set_codebook()
        self.shown.follow()
        if keys_moved(before, self._stored):
            self.open.show_again()
        self.suggest.name_again()
        self.forecasts.follow()
        self.lines.follow_codebook()
        self._follow_keys()
        self.codebook.refresh()
        self.guide.refresh()

    def _patch_articles(self, changed: Changed) -> None:
        panel, article = self.panels.articles, changed.article
        if changed.touches("article") or article is None or not panel.holds(article):
            ids = changed.ids("article")
            self._reload_articles(again=ids is None or self.article in ids)
        elif changed.touches("article_status"):
            panel.patch(self.session.article(article))
        else:
            self._untold.add(article)

    def _reload_articles(self, *, again: bool = True) -> None:
        """Show the list anew, and the open article if something of it has changed."""
        self._untold.clear()
        infos = self.session.articles()
        if self.article in {info.id for info in infos}:
            self.panels.articles.show_articles(infos)
            if again:
                self.open.show_again()
            self.open.tell()
        else:
            self.show_all()

    def _turn_suggestions(self) -> None:
        self.suggest.turn(self._window.actions_["suggestions"].isChecked())

    def _on_language(self) -> None:
        self._palette.name_again()
        self.open.set_codebook()
        self.panels.below.forecasts.refresh()
        self.suggest.name_again()
        self.steps.name()
        self._tell()
