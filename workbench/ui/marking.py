"""From gestures to commands: mark, change, move and delete annotations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QRect, Signal

from workbench.app.commands import (
    AddCategory,
    DeleteAnnotations,
    GiveKey,
    JoinAnnotations,
    MarkSpan,
    MoveBorders,
    Retag,
    SetCertainty,
    SetMemo,
    SetValues,
    SplitAnnotation,
)
from workbench.app.commands.errors import AlreadyMarked, ValuesDiffer, ValuesLost
from workbench.app.session import Session
from workbench.domain.annotation import Certainty
from workbench.domain.errors import Refusal
from workbench.domain.text import Span, trimmed
from workbench.domain.values import Given, Values
from workbench.ui.context import Context
from workbench.ui.panels import Panels
from workbench.ui.reading.selection import Edge
from workbench.ui.tags.popup import Written
from workbench.ui.tags.source import Passage
from workbench.ui.unsaved import Unsaved


class Marking(QObject):
    """Run one command for each gesture in the pane, the tag panel, the form and the editor."""

    marked = Signal(int)
    layer_wanted = Signal(str, int)  # the annotation's values have to be told where they go in it
    hint = Signal(str)

    def __init__(self, context: Context, session: Session, panels: Panels) -> None:
        super().__init__(panels.pane)
        self._context = context
        self._session = session
        self._pane, self._tags = panels.pane, panels.tags
        self._editor, self._popup = panels.editor, panels.popup
        self.passage: Passage | None = None
        self.article: int | None = None
        self._asked_in = 0
        self.unsaved = Unsaved(context, session, panels.pane, lambda: panels.source.article)
        self._connect()
        if session.read_only:
            self._tags.set_read_only()
            self._editor.set_read_only()

    def _connect(self) -> None:
        self._pane.border_moved.connect(self._move_borders)
        self._tags.refused.connect(self._refuse)
        self._tags.mark_requested.connect(self._mark)
        self._tags.retag_requested.connect(self._retag)
        self._tags.key_given.connect(self._give_key)
        self._tags.form_requested.connect(self._open_form)
        self._tags.add_category_requested.connect(self._add_for_panel)
        self._popup.saved.connect(self._mark_with_form)
        self._popup.add_category_requested.connect(self._add_for_popup)
        self._popup.cancelled.connect(self._focus_text)
        self._editor.values_changed.connect(self._set_values)
        self._editor.memo_changed.connect(self._set_memo)
        self._editor.certainty_changed.connect(self._set_certainty)
        self._editor.unread.connect(self._context.window.info.refuse)
        self._editor.delete_requested.connect(self.delete)
        self._editor.add_category_requested.connect(self._add_for_editor)

    def _refuse(self) -> None:
        self._context.window.info.refuse(
            lambda: self.tr(
                "This project is open read-only: nothing can be changed in this window."
            )
        )

    def _run(self, command: Any) -> Any:
        return self._context.attempt(lambda: self._run_or_raise(command))

    def _run_or_raise(self, command: Any) -> Any:
        if self._session.read_only:
            self._refuse()
            return None
        return self._session.run(command)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions do."""
        return {
            "end_right": lambda: self.nudge(Edge.END, 1),
            "end_left": lambda: self.nudge(Edge.END, -1),
            "start_right": lambda: self.nudge(Edge.START, 1),
            "start_left": lambda: self.nudge(Edge.START, -1),
            "end_word_right": lambda: self.nudge(Edge.END, 1, words=True),
            "end_word_left": lambda: self.nudge(Edge.END, -1, words=True),
            "start_word_right": lambda: self.nudge(Edge.START, 1, words=True),
            "start_word_left": lambda: self.nudge(Edge.START, -1, words=True),
            "retag": self.find_other_tag,
            "split_annotation": self.split,
        }

    def select(self, article: int | None, span: Span | None) -> None:
        """Say what is selected in the article; white space at its ends does not count."""
        self.passage, self.article = None, article
        if article is not None and span is not None:
            core = trimmed(self._session.text(article), span)
            self.passage = Passage(article, core) if core else None
        self._tags.set_selection(self.passage)

    # --- marking -------------------------------------------------------------

    def _mark(self, layer: str, values: Mapping[str, Given]) -> None:
        if self.passage is not None:
            span = self.passage.span
            command = MarkSpan(self.passage.article, layer, span.start, span.end, values)
            self._run_mark(command, self.unsaved.keep)

    def _run_mark(
        self, command: MarkSpan, keep: Callable[[MarkSpan, Refusal], bool] | None = None
    ) -> bool:
        """Mark, and select what says so now; return False where it was refused.

        `keep` may take what was refused for later.
        """
        try:
            annotation: int | None = self._run_or_raise(command)
        except AlreadyMarked as same:
            self.marked.emit(same.facts["annotation"])
            self.hint.emit(self.tr("Already marked so: it is selected, and nothing was added."))
            return True
        except Refusal as refusal:
            if keep is None or not keep(command, refusal):
                self._context.failed(refusal)
            return False
        if annotation is None:
            return False
        self.marked.emit(annotation)
        return True

    def _open_form(self, layer: str) -> None:
        if self._session.read_only:
            self._refuse()
        elif self.passage is not None:
            passage = self.passage  # to save the form before may select something else
            if self.leave_form():
                self._asked_in = passage.article
                beside = self._in_window(self._pane.rect_of_span(passage.span))
                self._popup.open_for(self._session.codebook.layer(layer), passage, beside)

    def _in_window(self, box: QRect) -> QRect:
        return QRect(self._context.window.mapFromGlobal(box.topLeft()), box.size())

    def _mark_with_form(
        self, layer: str, span: Span, values: Values, memo: str, certainty: Certainty
    ) -> None:
        command = MarkSpan(
            self._asked_in,
            layer,
            span.start,
            span.end,
            values,
            memo,
            certainty,
            with_defaults=False,
        )
        if self._run_mark(command):
            self._focus_text()
        else:
            self._ask_again(layer, Passage(self._asked_in, span), Written(values, memo, certainty))

    def _ask_again(self, layer: str, passage: Passage, written: Written) -> None:
        """Give the form back as it was: it was not saved."""
        if self._context.window.articles.holds(passage.article):
            beside = self._in_window(self._pane.rect_of_span(passage.span))
            self._popup.open_for(self._session.codebook.layer(layer), passage, beside, written)

    def _focus_text(self) -> None:
        self._pane.setFocus()

    # --- what is being written ----------------------------------------------

    @property
    def asking_in(self) -> int | None:
        """The article in which a form stands open."""
        return None if self._popup.form is None else self._asked_in

    def save_editor(self) -> None:
        """Save what is being written in the editor."""
        self._editor.flush()

    def save_form(self) -> bool:
        """Save a form that holds more than its defaults; return whether there was one."""
        return self._popup.keep()

    def leave_form(self) -> bool:
        """Save a form that stands open; return False where that is refused: it is given back."""
        saved = self.save_form()
        left = self._popup.form is None
        if saved and left:
            self.hint.emit(self.tr("The form that was open is saved as an annotation."))
        return left

    def save_all(self) -> None:
        """Save whatever is being written: one goes on elsewhere."""
        self.save_editor()
        self.leave_form()

    # --- changing ------------------------------------------------------------

    def _set_values(self, annotation: int, values: Mapping[str, Given]) -> None:
        try:
            self._session.run(SetValues(annotation, values))
        except Refusal as refusal:
            self._editor.complain(next(iter(values), ""), self._context.sentence(refusal))

    def _set_memo(self, annotation: int, memo: str) -> None:
        try:
            self._session.run(SetMemo(annotation, memo))
        except Refusal as refusal:
            self._editor.memo_refused(annotation)
            self._context.failed(refusal)

    def _set_certainty(self, annotation: int, certainty: Certainty) -> None:
        self._run(SetCertainty(annotation, certainty))

    def _move_borders(self, annotation: int, start: int, end: int) -> None:
        self._run(MoveBorders(annotation, start, end))

    def resize(self, annotation: int, span: Span) -> None:
        """Give an annotation other borders."""
        self._move_borders(annotation, span.start, span.end)

    def nudge(self, edge: Edge, by: int, *, words: bool = False) -> None:
        """Move a border of the selected annotation by characters, or by words."""
        annotation = self._pane.selected_annotation()
        span = self._pane.nudge_border(edge, by, words)
        if annotation is not None and span is not None:
            self._move_borders(annotation, span.start, span.end)

    def split(self) -> None:
        """Split the selected annotation, else the smallest one there, at the caret."""
        caret = self._pane.caret()
        annotation = self._pane.selected_annotation()
        if annotation is None:
            annotation = next(iter(self._pane.annotations_at(caret)), None)
        if annotation is None:
            self.hint.emit(self.tr("Put the caret into an annotation: it is split there."))
            return
        second = self._run(SplitAnnotation(annotation, caret))
        if second is not None:
            self.marked.emit(second)
            self.hint.emit(self.tr("Split: the second half is selected."))

    def join(self, *annotations: int) -> None:
        """Join annotations; where they differ, offer to do so by the values of the first."""
        try:
            whole = self._run_or_raise(JoinAnnotations(annotations))
        except ValuesDiffer as refusal:
            self._context.failed(refusal)
            command = JoinAnnotations(annotations, by_first=True)
            self._context.window.info.offer(
                lambda: self.tr("Join with the first’s values"),
                lambda: self._tell_joined(self._run(command)),
            )
        except Refusal as refusal:
            self._context.failed(refusal)
        else:
            self._tell_joined(whole)

    def _tell_joined(self, whole: int | None) -> None:
        if whole is not None:
            self._context.window.info.hide()
            self.marked.emit(whole)
            self.hint.emit(self.tr("Joined to one annotation."))

    def next_of_its_layer(self, annotation: int) -> list[int]:
        """Return an annotation and the next one of its layer in the text, where there is one."""
        known = {each.id: each for each in self._context.window.below.annotations.annotations()}
        own = known.get(annotation)
        if own is None:
            return []
        order = [each for each in self._pane.annotation_ids() if each in known]
        behind = order[order.index(annotation) + 1 :] if annotation in order else []
        same = (each for each in behind if known[each].layer == own.layer)
        return [annotation, *list(same)[:1]]

    def find_other_tag(self, layer: str | None = None) -> None:
        """Look for another tag of the selected annotation, of any layer or of one."""
        annotation = self._pane.selected_annotation()
        span = None if annotation is None else self._pane.span_of(annotation)
        if self._session.read_only:
            self._refuse()
        elif span is None or self.article is None:
            self.hint.emit(self.tr("Select an annotation first, then choose another tag for it."))
        else:
            self._tags.retag(Passage(self.article, span), layer)

    def retag(self, layer: str, category: str) -> None:
        """Call the selected annotation by another tag."""
        main = self._session.codebook.layer(layer).main
        if self._pane.selected_annotation() is None:
            self.find_other_tag()  # it says what is missing
        elif main is not None:
            self._retag(layer, {main.key: category})

    def _retag(self, layer: str, values: Mapping[str, Given]) -> None:
        annotation = self._pane.selected_annotation()
        if annotation is None:
            return
        try:
            self._run_or_raise(Retag(annotation, layer, values))
        except ValuesLost:
            self.layer_wanted.emit(layer, annotation)
        except Refusal as refusal:
            self._context.failed(refusal)
        else:
            self.hint.emit(self.tr("The annotation has another tag now; undo takes it back."))

    def delete(self, *annotations: int) -> None:
        """Delete annotations in one undo step."""
        if annotations:
            self._run(DeleteAnnotations(annotations))

    def _give_key(self, code_list: str, category: str, key: str) -> None:
        self._run(GiveKey(code_list, category, key))

    # --- new categories ------------------------------------------------------

    def _add_for_panel(self, code_list: str, label: str, requires: str) -> None:
        key = self._add(code_list, label, requires)
        if key:
            self._tags.category_added(code_list, key)

    def _add_for_popup(self, code_list: str, label: str, requires: str) -> None:
        key = self._add(code_list, label, requires)
        if key:
            self._popup.category_added(code_list, key)

    def _add_for_editor(self, code_list: str, label: str, requires: str) -> None:
        key = self._add(code_list, label, requires)
        if key:
            self._editor.category_added(code_list, key)

    def _add(self, code_list: str, label: str, requires: str) -> str | None:
        category = self._session.new_category(code_list, label, requires)
        return self._run(AddCategory(code_list, category))
