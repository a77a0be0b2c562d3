"""The cuts of one file: legend, both texts, and the buttons that cut and take back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.app.drafts import Comparison, Draft
from workbench.app.importing import Changes
from workbench.ui.imports.compare import ComparePane
from workbench.ui.imports.legend import Legend
from workbench.ui.imports.marks import Look
from workbench.ui.theme import Theme


class CuttingPane(QWidget):
    """Take cuts back by a click, cut what is selected; every step is handed on."""

    changed = Signal(object)  # Changes

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self._changes = Changes()
        self.compare = ComparePane(theme)
        self.legend = Legend(self.compare.source)
        self.hint = QLabel(wordWrap=True)
        self.cut = QPushButton()
        self.back = QPushButton()
        self._lay_out()
        self.cut.clicked.connect(self.compare.cut_selected)
        self.back.clicked.connect(self._take_back)
        self.compare.toggle_wanted.connect(self._toggle)
        self.compare.cut_wanted.connect(self._cut)
        self.compare.selection_changed.connect(self._tell)
        self.compare.source.caret_moved.connect(self._tell)
        self.legend.walked.connect(self._tell)
        for key, step in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda step=step: self.legend.walk(step))
        self._retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.hint, stretch=1)
        for button in (self.back, self.cut):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.legend)
        column.addWidget(self.compare, stretch=1)
        column.addLayout(row)

    def _retranslate(self) -> None:
        self.cut.setText(self.tr("Cut"))
        self.cut.setToolTip(self.tr("Cut what is selected (Delete)"))
        self._name_back(again=False)
        self._hint(self.tr("Click on a cut to take it back; select words and press Delete to cut."))

    def _name_back(self, *, again: bool) -> None:
        """Have the button say what it does here."""
        if again:
            self.back.setText(self.tr("Cut agai&n"))
            tip = self.tr("Cut again what was taken back here (Enter, or a click)")
        else:
            self.back.setText(self.tr("Take &back"))
            tip = self.tr(
                "Take back the cut at the caret, or all that is selected (Enter, or a click)"
            )
        self.back.setToolTip(tip)

    def show_draft(self, draft: Draft, changes: Changes) -> None:
        """Show an article as `changes` have it."""
        self._draft, self._changes = draft, changes
        self.show_comparison(draft.comparison(changes))

    def show_comparison(self, shown: Comparison | None) -> None:
        """Show a source and its text; without a draft it is only read."""
        self.compare.show_comparison(shown)
        self.legend.show_marks(self.compare.marks)
        self._tell()

    def clear(self) -> None:
        """Show nothing."""
        self._draft = None
        self.show_comparison(None)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.compare.set_theme(theme)

    def be_read_only(self) -> None:
        """Offer nothing that changes the text."""
        for widget in (self.cut, self.back, self.hint):
            widget.hide()

    def _hint(self, text: str) -> None:
        self.hint.setText(text)

    def _toggle(self, offset: int) -> None:
        if self._draft is not None:
            self._take(self._draft.toggled(self._changes, offset))

    def _take_back(self) -> None:
        source = self.compare.source
        span = source.selected()
        if span is None:
            mark = source.chosen()
            if mark is not None:
                self._toggle(mark.start)
        elif self._draft is not None:
            self._take(self._draft.restored(self._changes, *span))

    def _cut(self, start: int, end: int) -> None:
        if self._draft is not None:
            self._take(self._draft.cut(self._changes, start, end))

    def _take(self, changes: Changes | None) -> None:
        if changes is None:
            self._hint(self.tr("That would change nothing, or leave nothing of the article."))
        elif changes != self._changes:
            self.changed.emit(changes)

    def _tell(self) -> None:
        """Enable what can be done here."""
        there = self._draft is not None
        span, mark = self.compare.source.selected(), self.compare.source.chosen()
        self.cut.setEnabled(there and self.compare.selected() is not None)
        self._name_back(again=span is None and mark is not None and mark.look is Look.KEPT)
        self.back.setEnabled(there and (mark is not None if span is None else self._has_cut(*span)))

    def _has_cut(self, start: int, end: int) -> bool:
        shown = self.compare.shown
        return shown is not None and shown.has_cut_in(start, end)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self.compare.shown is not None:
                self.show_comparison(self.compare.shown)
        super().changeEvent(event)
