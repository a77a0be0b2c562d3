"""An article's bibliography and its variables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.app.places import BOOK
from workbench.domain.article import ArticleInfo
from workbench.domain.codebook import Layer
from workbench.domain.values import Given, Values
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.field_lists import Options, field_options, fill_list
from workbench.ui.guide.meant import meant_in
from workbench.ui.guide.window import GuideWindow
from workbench.ui.mnemonics import without_mnemonic
from workbench.ui.tags.form import AnnotationForm
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.source import Source
from workbench.ui.theme import Theme
from workbench.ui.wording import field_names


class DetailsDialog(QDialog):
    """Correct what is known about the article; code it as a whole."""

    def __init__(
        self,
        info: ArticleInfo,
        layers: Sequence[Layer],
        coded: Mapping[str, Values],
        source: Source,
        theme: Theme,
        parent: QWidget,
        genres: Options = (),
        worked: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Details of the article"))
        self._info = info
        self._coded = coded
        self._lines = {
            "title": QLineEdit(info.title),
            "source": QLineEdit(info.source),
            "author": QLineEdit(info.author),
            "published": QLineEdit(info.published),
            "url": QLineEdit(info.url),
        }
        self._lists = {name: QComboBox() for name in ("language", "script", "genre")}
        for name, box in self._lists.items():
            options = (("", ""), *genres) if name == "genre" else field_options(name)
            fill_list(box, options, getattr(info, name))
        self._forms = {each.key: AnnotationForm(each, source, theme) for each in layers}
        self._buttons = ok_and_cancel(self, self.tr("Save"))
        # The dialog lets nobody into other windows than its own.
        self._guide = GuideWindow(source, theme, self)
        QShortcut(QKeySequence("F1"), self).activated.connect(self._show_page)
        self._lay_out(layers, worked)
        self._lines["title"].textChanged.connect(self._on_title)
        self.resize(620, 560)

    def _lay_out(self, layers: Sequence[Layer], worked: str) -> None:
        page = QWidget()
        inner = QVBoxLayout(page)
        bibliography = self._bibliography()
        if worked:
            bibliography.addRow(self.tr("Time worked"), QLabel(worked, wordWrap=True))
        inner.addLayout(bibliography)
        for layer in layers:
            inner.addSpacing(10)
            inner.addWidget(QLabel(f"<b>{name_of(layer)}</b>"))
            inner.addWidget(self._form(layer))
        inner.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        column = QVBoxLayout(self)
        column.addWidget(scroll)
        column.addWidget(self._buttons)

    def _bibliography(self) -> QFormLayout:
        # The layer of the article has a genre, too: that one is coded.
        names = field_names() | {"genre": self.tr("G&enre (guessed)")}
        rows = QFormLayout()
        for key, line in self._lines.items():
            line.setAccessibleName(without_mnemonic(names[key]))
            line.setCursorPosition(0)
            rows.addRow(names[key], line)
        for key, box in self._lists.items():
            box.setAccessibleName(without_mnemonic(names[key]))
            rows.addRow(names[key], box)
        self._lines["published"].setPlaceholderText(self.tr("2025, 2025-08 or 2025-08-25"))
        return rows

    def _form(self, layer: Layer) -> AnnotationForm:
        form = self._forms[layer.key]
        form.set_values(self._coded.get(layer.key, {}))
        # Memo and certainty are edited beside the text, with the annotation itself.
        for row in (form.certainty.parentWidget(), form.memo.parentWidget()):
            if row is not None:
                row.hide()
        return form

    def _on_title(self, title: str) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(title.strip()))

    def _show_page(self) -> None:
        self._guide.open_at(meant_in(self) or BOOK)

    def accept(self) -> None:
        """Close, unless a field holds what is no value."""
        for form in self._forms.values():
            wrong = form.commit()
            if wrong is not None:
                form.focus_row(wrong)
                return
        super().accept()

    @property
    def fields(self) -> dict[str, str]:
        """The fields of the bibliography that were changed."""
        typed = {key: line.text().strip() for key, line in self._lines.items()}
        typed |= {key: str(box.currentData()) for key, box in self._lists.items()}
        return {key: text for key, text in typed.items() if text != getattr(self._info, key)}

    @property
    def values(self) -> dict[str, dict[str, Given]]:
        """The variables that were changed, by layer; None for one that was cleared."""
        changed: dict[str, dict[str, Given]] = {}
        for layer, form in self._forms.items():
            before, now = self._coded.get(layer, {}), form.values()
            given: dict[str, Given] = {
                key: now.get(key) for key in {**before, **now} if now.get(key) != before.get(key)
            }
            if given:
                changed[layer] = given
        return changed
