"""Two texts that are alike, side by side, and what shall become of the one that comes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from workbench.app.drafts import differing
from workbench.app.importing import Decision, FileRead
from workbench.ui.imports.marks import Look, Mark
from workbench.ui.imports.side_by_side import SideBySide
from workbench.ui.imports.text_pane import TextPane
from workbench.ui.tags.flow import FlowLayout
from workbench.ui.theme import Theme
from workbench.ui.translated import Translated


class TwinsPane(Translated, QWidget):
    """The article that comes beside the one that it is like; what only one has is marked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.new, self.known = TextPane(theme), TextPane(theme)
        self._sides = SideBySide((self.new, self.known))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sides)
        self._retranslate()

    def _retranslate(self) -> None:
        self._sides.set_names(self.tr("This file"), self.tr("What it is like"))

    def show_texts(self, new: str, known: str) -> None:
        """Show both, what only one of them has marked."""
        tip = self.tr("only here")
        for pane, text, other in ((self.new, new, known), (self.known, known, new)):
            spans = differing(text, other)
            pane.show_text(text, [Mark(s, e, Look.DIFFERS, "", tip, tip) for s, e in spans])
            pane.scroll_to(0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.new.set_theme(theme)
        self.known.set_theme(theme)


class TwinsBar(QFrame):
    """Say how alike the two are; leave the new one out, import it, or import it as linked."""

    decided = Signal(object)
    comparing_wanted = Signal(bool)  # the twins, else the cuts

    def __init__(self) -> None:
        super().__init__()
        self._file: FileRead | None = None
        self._sentence = QLabel(wordWrap=True)
        self.choices = {each: QRadioButton() for each in Decision}
        self.twins, self.cuts = QRadioButton(), QRadioButton()
        self._lay_out()
        for decision, button in self.choices.items():
            button.clicked.connect(lambda _=False, each=decision: self.decided.emit(each))
        self.twins.clicked.connect(lambda: self.comparing_wanted.emit(True))
        self.cuts.clicked.connect(lambda: self.comparing_wanted.emit(False))
        self._retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._sentence)
        row = QHBoxLayout()
        decisions, views = QWidget(), QWidget()
        flow = FlowLayout(decisions, spacing=14)
        for decision in (Decision.SKIP, Decision.IMPORT, Decision.LINK):
            flow.addWidget(self.choices[decision])
        look = QHBoxLayout(views)
        look.setContentsMargins(0, 0, 0, 0)
        look.setSpacing(14)
        for button in (self.twins, self.cuts):
            look.addWidget(button)
        for buttons in (list(self.choices.values()), [self.twins, self.cuts]):
            group = QButtonGroup(self)
            for button in buttons:
                group.addButton(button)
        row.addWidget(decisions, stretch=1)
        row.addWidget(views)
        column.addLayout(row)

    def _retranslate(self) -> None:
        names = {
            Decision.SKIP: self.tr("Lea&ve out"),
            Decision.IMPORT: self.tr("Import an&yway"),
            Decision.LINK: self.tr("Import and &link"),
        }
        for decision, button in self.choices.items():
            button.setText(names[decision])
        self.choices[Decision.LINK].setToolTip(
            self.tr("The dataset then tells that both are one article in two renderings.")
        )
        self.twins.setText(self.tr("Both te&xts"))
        self.cuts.setText(self.tr("What is &cut"))

    def show_file(self, file: FileRead) -> None:
        """Show what a file is like."""
        self._file = file
        like = file.likeness[0]
        told = (
            self.tr("This is the same file as “{title}”.")
            if like.exact
            else self.tr("{share} like “{title}”. What only one of them has is underlined.")
        )
        self._sentence.setText(told.format(title=like.title, share=f"{like.per_cent} %"))
        self.choices[file.changes.decision].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._file is not None:
                self.show_file(self._file)
        super().changeEvent(event)
