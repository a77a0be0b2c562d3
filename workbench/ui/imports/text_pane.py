"""A text that is read, with passages marked, and their names in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from workbench.domain.text import Utf16Map
from workbench.ui.imports.marks import Look, Mark, format_of
from workbench.ui.theme import Theme

_MARGIN_EMS = 8
_PIXELS = 16
_CARET = 2
_TOGGLES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MOVES = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
_CUTS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class TextPane(QPlainTextEdit):
    """Show a text; say where it was clicked, and what is selected when a key cuts."""

    toggle_wanted = Signal(int)  # an offset in the text
    cut_wanted = Signal()
    scrolled = Signal()
    caret_moved = Signal()

    def __init__(self, theme: Theme, *, margin: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._units = Utf16Map("")
        self._marks: list[Mark] = []
        self._starts: dict[int, list[Mark]] = {}
        self._current: Mark | None = None
        self._is_placed = False  # a person put the caret where it is
        self._pressed: QPoint | None = None
        self._margin = MarginNames(self) if margin else None
        self._be_a_page()
        self.set_theme(theme)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self.cursorPositionChanged.connect(self.caret_moved)

    def _be_a_page(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(_READABLE)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(10)
        if self._margin is not None:
            self.setViewportMargins(self._margin.wished_width(), 0, 0, 0)

    # --- what is shown -------------------------------------------------------

    @property
    def text(self) -> str:
        """The text that is shown."""
        return self._text

    @property
    def marks(self) -> Sequence[Mark]:
        """What is marked in it."""
        return self._marks

    def show_text(self, text: str, marks: Sequence[Mark]) -> None:
        """Show a text; the same one stays where it is scrolled to."""
        if text != self._text:
            self._text, self._units, self._marks = text, Utf16Map(text), []
            self.setPlainText(text)
            self._wash()
            self._is_placed = False
        before, self._marks = self._marks, list(marks)
        self._restyle(before)
        self._starts = {}
        for mark in self._marks:
            if mark.visible:
                block = self.document().findBlock(self._units.to_utf16(mark.start))
                self._starts.setdefault(block.blockNumber(), []).append(mark)
        self.mark_current(None)
        if self._margin is not None:
            self._margin.update()

    def _wash(self) -> None:
        """Take all formats away: Qt sets a new text like the character that the caret was at."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(QTextCharFormat())

    def _restyle(self, before: Sequence[Mark]) -> None:
        now, then = set(self._marks), set(before)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for mark in before:
            if mark not in now:
                self._style(cursor, mark, QTextCharFormat())
        gone = [each for each in before if each not in now]
        for mark in self._marks:
            if mark.visible and (mark not in then or _meets_any(mark, gone)):
                self._style(cursor, mark, format_of(mark.look, self._theme))
        cursor.endEditBlock()

    def _style(self, cursor: QTextCursor, mark: Mark, form: QTextCharFormat) -> None:
        cursor.setPosition(self._units.to_utf16(mark.start))
        cursor.setPosition(self._units.to_utf16(mark.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        font = theme.reading_font()
        font.setPixelSize(_PIXELS)
        self.setFont(font)
        palette = self.palette()
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
                palette.setColor(group, role, theme.colour("article"))
            palette.setColor(group, QPalette.ColorRole.Text, theme.colour("text"))
            palette.setColor(group, QPalette.ColorRole.Highlight, theme.colour("selection"))
            palette.setColor(group, QPalette.ColorRole.HighlightedText, theme.colour("text"))
        self.setPalette(palette)
        self.viewport().setPalette(palette)
        marks, self._marks = self._marks, []
        self.show_text(self._text, marks)

    @property
    def theme(self) -> Theme:
        """The colours that it is shown in."""
        return self._theme

    # --- places --------------------------------------------------------------

    def selected(self) -> tuple[int, int] | None:
        """Return what is selected, None if nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._units.from_utf16(cursor.selectionStart())
        return start, min(self._units.from_utf16(cursor.selectionEnd()), len(self._text))

    def caret(self) -> int:
        """Return where the caret is."""
        return self._units.from_utf16(self.textCursor().position())

    def select(self, start: int, end: int) -> None:
        """Select a passage."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units.to_utf16(start))
        cursor.setPosition(self._units.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def top_offset(self) -> int:
        """Return the first place that shows."""
        return self._units.from_utf16(self.cursorForPosition(QPoint(12, 2)).position())

    def scroll_to(self, offset: int) -> None:
        """Have the line of a place at the top, as far as the text goes."""
        position = self._units.to_utf16(min(offset, len(self._text)))
        block = self.document().findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        within = line.lineNumber() if line.isValid() else 0
        self.verticalScrollBar().setValue(block.firstLineNumber() + within)

    def mark_at(self, offset: int) -> Mark | None:
        """Return the mark at a place."""
        return next((m for m in self._marks if m.start <= offset < m.end and m.visible), None)

    def box_of(self, start: int, end: int) -> QRect:
        """Return where the first line of a passage is in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units.to_utf16(start))
        first = self.cursorRect(cursor)
        cursor.setPosition(self._units.to_utf16(min(start + 1, end)))
        return first.united(self.cursorRect(cursor)) if start < end else first

    def mark_current(self, mark: Mark | None) -> None:
        """Set one mark off from the others and bring it into view."""
        self._current = mark
        if mark is None:
            self.setExtraSelections([])
            return
        self._is_placed = True
        chosen = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units.to_utf16(mark.start))
        cursor.setPosition(self._units.to_utf16(mark.end), QTextCursor.MoveMode.KeepAnchor)
        chosen.cursor = cursor
        chosen.format.setBackground(self._theme.colour("selection"))
        self.setExtraSelections([chosen])
        caret = QTextCursor(self.document())
        caret.setPosition(self._units.to_utf16(mark.start))
        self.setTextCursor(caret)
        self.centerCursor()

    @property
    def current(self) -> Mark | None:
        """The mark that is set off."""
        return self._current

    def chosen(self) -> Mark | None:
        """Return the mark that was walked to, or where a person put the caret."""
        return self._current or (self.mark_at(self.caret()) if self._is_placed else None)

    def _place(self) -> None:
        self._is_placed = True
        self.caret_moved.emit()  # it may be where it was before

    # --- the margin ----------------------------------------------------------

    def visible_names(self) -> Iterator[tuple[int, int, list[Mark]]]:
        """Yield top, height and marks of each line in view where marks begin."""
        block = self.firstVisibleBlock()
        bottom = self.viewport().height()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > bottom:
                return
            yield from self._names_in(block, box.top())
            block = block.next()

    def _names_in(self, block: QTextBlock, top: float) -> Iterator[tuple[int, int, list[Mark]]]:
        lines: dict[int, list[Mark]] = {}
        for mark in self._starts.get(block.blockNumber(), ()):
            within = self._units.to_utf16(mark.start) - block.position()
            line = block.layout().lineForTextPosition(within)
            if line.isValid():
                lines.setdefault(line.lineNumber(), []).append(mark)
        for number, marks in lines.items():
            line = block.layout().lineAt(number)
            yield round(top + line.y()), round(line.height()), marks

    def _on_scroll(self) -> None:
        if self._margin is not None:
            self._margin.update()
        self.scrolled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._margin is not None:
            box = self.contentsRect()
            self._margin.setGeometry(
                box.left(), box.top(), self._margin.wished_width(), box.height()
            )

    # --- mouse and keys ------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)
        self._place()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        is_click = event.button() == Qt.MouseButton.LeftButton and pressed is not None
        if is_click and not self.textCursor().hasSelection():
            mark = self._mark_under(event.position().toPoint())
            if mark is not None:
                self.toggle_wanted.emit(mark.start)

    def _mark_under(self, point: QPoint) -> Mark | None:
        """Return the mark of the character under a point, which may be nearer to the next one."""
        position = self.cursorForPosition(point).position()
        offset = self._units.from_utf16(position)
        for each in (offset, offset - 1):
            mark = self.mark_at(each)
            if mark is not None and self._holds(each, point):
                return mark
        return None

    def _holds(self, offset: int, point: QPoint) -> bool:
        box = self.box_of(offset, offset + 1)
        return box.adjusted(-1, 0, 1, 0).contains(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CUTS and self.textCursor().hasSelection():
            self.cut_wanted.emit()
        elif (
            event.key() in _TOGGLES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._place()
            mark = self.chosen()
            if mark is not None:
                self.toggle_wanted.emit(mark.start)
        else:
            super().keyPressEvent(event)
            if event.key() in _MOVES:
                self._place()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            mark = self._mark_under(event.pos())
            QToolTip.showText(event.globalPos(), mark.tip if mark else "", self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the caret that Qt hides in a text that is only read."""
        super().paintEvent(event)
        if self.hasFocus():
            box = self.cursorRect()
            box.setWidth(_CARET)
            painter = QPainter(self.viewport())
            painter.fillRect(box, self._theme.colour("accent"))
            painter.end()


class MarginNames(QWidget):
    """The names of the marks that begin on each line, left of it."""

    def __init__(self, pane: TextPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def wished_width(self) -> int:
        """Return the width that the names need."""
        return _MARGIN_EMS * QFontMetrics(self.font()).horizontalAdvance("字")

    def sizeHint(self) -> QSize:
        return QSize(self.wished_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._pane.theme
        painter.fillRect(self.rect(), theme.colour("article"))
        metrics = QFontMetrics(self.font())
        painter.setFont(self.font())
        bottom = 0
        for top, height, marks in self._pane.visible_names():
            if top + height < bottom + metrics.height():
                continue
            role = "ok" if marks[0].look is Look.KEPT else "muted"
            painter.setPen(theme.colour(role))
            box = QRect(4, top, self.width() - 10, height)
            name = metrics.elidedText(_told(marks), Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
            bottom = top + height
        painter.end()


def _told(marks: Sequence[Mark]) -> str:
    names = list(dict.fromkeys(mark.label for mark in marks))
    return names[0] if len(names) == 1 else f"{names[0]} +{len(names) - 1}"


def _meets_any(mark: Mark, others: Sequence[Mark]) -> bool:
    return any(mark.start < each.end and each.start < mark.end for each in others)
