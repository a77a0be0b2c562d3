"""How a file's row looks: a mark, its title, its name and counts, its state in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from workbench.app.importing import FileRead
from workbench.ui.imports.files_model import (
    GLYPHS,
    FileRole,
    FilesModel,
    State,
    state_of,
    state_words,
)
from workbench.ui.row_paint import paint_ground, small_font, title_font, write
from workbench.ui.theme import Theme

_PADDING = 7
_GAP = 2
_ROLES = {
    State.NEW: "ok",
    State.DOUBTFUL: "warn",
    State.DUPLICATE: "accent",
    State.REFUSED: "error",
    State.PASSED_OVER: "muted",
}


class FilesDelegate(QStyledItemDelegate):
    """Paint a row in three lines."""

    def __init__(self, theme: Theme, model: FilesModel) -> None:
        super().__init__()
        self.theme = theme
        self._model = model

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        small = QFontMetrics(small_font(option.font)).height()
        height = QFontMetrics(option.font).height() + 2 * (small + _GAP)
        return QSize(160, height + 2 * _PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        file: FileRead = index.data(FileRole)
        painter.save()
        selected = paint_ground(painter, option, self.theme)
        row = option.rect.adjusted(_PADDING + 3, _PADDING, -_PADDING, -_PADDING)
        side = QFontMetrics(option.font).height()
        mark = QRect(row.left(), row.top(), side, side)
        state = state_of(file)
        painter.setFont(option.font)
        painter.setPen(self.theme.colour(_ROLES[state]))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, GLYPHS[state])
        area = row.adjusted(side + 6, 0, 0, 0)
        self._paint_lines(painter, option.font, area, file, selected=selected)
        painter.restore()

    def _paint_lines(
        self, painter: QPainter, font: QFont, area: QRect, file: FileRead, *, selected: bool
    ) -> None:
        title = title_font(font, selected=selected)
        small = small_font(font)
        state = state_of(file)
        words = state_words(file, self._model.messages)
        if not file.can_come:
            self._paint_refused(painter, area, title, small, file)
            return
        top = area.top()
        for used, role, told in (
            (title, "text", file.title or file.source.name),
            (small, "muted", below_title(file)),
            (small, "muted" if state is State.NEW else _ROLES[state], words),
        ):
            height = QFontMetrics(used).height()
            line = QRect(area.left(), top, area.width(), height)
            write(painter, used, self.theme.colour(role), line, told)
            top += height + _GAP

    def _paint_refused(
        self, painter: QPainter, area: QRect, title: QFont, small: QFont, file: FileRead
    ) -> None:
        """Paint the name, and why the file is refused in two lines."""
        line = QRect(area.left(), area.top(), area.width(), QFontMetrics(title).height())
        middle = Qt.TextElideMode.ElideMiddle
        write(painter, title, self.theme.colour("text"), line, file.source.name, middle)
        painter.setFont(small)
        painter.setPen(self.theme.colour(_ROLES[state_of(file)]))
        below = area.adjusted(0, line.height() + _GAP, 0, 0)
        words = _two_lines(
            state_words(file, self._model.messages), QFontMetrics(small), below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return `text` broken once where the line is full, what is too much elided."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    end = next(n for n in range(len(text), 0, -1) if metrics.horizontalAdvance(text[:n]) <= width)
    space = text.rfind(" ", 0, end + 1)
    end = space if space > end // 2 else end
    rest = metrics.elidedText(text[end:].strip(), Qt.TextElideMode.ElideRight, width)
    return f"{text[:end].rstrip()}\n{rest}"


def below_title(file: FileRead) -> str:
    """Return how many characters of a file are kept, in notes, and cut, and its name."""
    told = QCoreApplication.translate("FilesDelegate", "kept {kept} · cut {cut}")
    if file.notes:
        told = QCoreApplication.translate(
            "FilesDelegate", "kept {kept} · in notes {noted} · cut {cut}"
        )
    counts = {"kept": file.kept, "noted": file.noted, "cut": file.cut}
    return f"{told.format(**{k: f'{n:,}' for k, n in counts.items()})} · {file.source.name}"
