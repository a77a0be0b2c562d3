"""The article's file as it came, with what cleaning cut or replaced marked by its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QLabel, QTextEdit, QVBoxLayout, QWidget

from workbench.domain.article import Edit
from workbench.domain.text import Utf16Map
from workbench.ui.dialogs.buttons import close_only
from workbench.ui.theme import Theme

_SIZE = QSize(860, 640)


def reason_names() -> Mapping[str, str]:
    """Return what the reasons of cleaning are called."""
    translate = QCoreApplication.translate
    return {
        "site_head": translate("Original", "head of the site"),
        "site_tail": translate("Original", "foot of the site"),
        "template": translate("Original", "template of the site"),
        "notice": translate("Original", "notice of the site"),
        "related_links": translate("Original", "links to other pages"),
        "comments": translate("Original", "readers' comments"),
        "advertisement": translate("Original", "advertisement"),
        "editor": translate("Original", "line of the editors"),
        "origin": translate("Original", "line of the source"),
        "byline": translate("Original", "byline"),
        "repeated_title": translate("Original", "repeated title"),
        "running_head": translate("Original", "running head"),
        "page_number": translate("Original", "page number"),
        "hard_wrap": translate("Original", "line broken by the layout"),
        "footnote": translate("Original", "footnote, kept apart"),
        "footnote_mark": translate("Original", "mark of a footnote"),
        "caption": translate("Original", "caption, kept apart"),
        "markdown": translate("Original", "Markdown"),
        "lost_bullet": translate("Original", "bullet, restored"),
        "blank_line": translate("Original", "empty line"),
        "space": translate("Original", "space"),
        "line_end": translate("Original", "line end"),
        "invisible": translate("Original", "invisible character"),
        "radical": translate("Original", "radical folded to a character"),
    }


class OriginalDialog(QDialog):
    """Read what was cut: struck through, its reason in the tool tip and the legend."""

    def __init__(
        self, title: str, text: str, edits: Sequence[Edit], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The original of “{title}”").format(title=title))
        self._view = QTextEdit(readOnly=True)
        self._view.setAccessibleName(self.tr("The text as it came"))
        self._view.setFont(theme.reading_font())
        self._view.setPlainText(text)
        self._mark(text, edits, theme)
        legend = QLabel(self._legend(edits), wordWrap=True)
        column = QVBoxLayout(self)
        for widget in (legend, self._view, close_only(self)):
            column.addWidget(widget)
        self.resize(_SIZE)

    def _legend(self, edits: Sequence[Edit]) -> str:
        if not edits:
            return self.tr("Nothing was cut or replaced.")
        counts = Counter(edit.reason for edit in edits)
        names = reason_names()
        told = ", ".join(f"{names.get(key, key)} ({n})" for key, n in counts.most_common())
        return self.tr("Struck through is what is not in the article: {reasons}").format(
            reasons=told
        )

    def _mark(self, text: str, edits: Sequence[Edit], theme: Theme) -> None:
        units = Utf16Map(text)
        cursor = QTextCursor(self._view.document())
        for edit in edits:
            if not text[edit.start : edit.end].strip():
                continue  # struck-through white space looks like dashes
            cursor.setPosition(units.to_utf16(edit.start))
            cursor.setPosition(units.to_utf16(edit.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_cut(edit, theme.colour("error"), theme.colour("info_bar")))


def _cut(edit: Edit, colour: QColor, ground: QColor) -> QTextCharFormat:
    cut = QTextCharFormat()
    cut.setFontStrikeOut(True)
    cut.setForeground(colour)
    cut.setBackground(ground)
    reason = reason_names().get(edit.reason, edit.reason)
    cut.setToolTip(f"{reason} → {edit.replacement}" if edit.replacement.strip() else reason)
    return cut
