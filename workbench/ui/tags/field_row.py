"""One line of a form: label, field, the menu of missing values, and what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from workbench.domain.codebook import Variable
from workbench.domain.values import Missing
from workbench.ui.tags.field import Field, Given
from workbench.ui.tags.labels import missing_label, name_of, other, variable_tip
from workbench.ui.tags.paint import paint_text, smaller
from workbench.ui.theme import Theme

_GAP = 6
_STORED = (Missing.NOT_APPLICABLE, Missing.UNDECIDABLE)


class FieldLabel(QWidget):
    """A label with the other language muted beside it where there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._other = ""
        self._both = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fit(self, narrow: int, full: int) -> None:
        """Take the width `full` and show both languages, or `narrow` and show one where it is 0."""
        self._both = full > 0
        self.setFixedWidth(full or narrow)

    def set_texts(self, text: str, beside: str) -> None:
        """Show a label, and `beside` it the other language."""
        self._text = text
        self._other = beside
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def narrow_width(self) -> int:
        """Return the width of the label alone."""
        return self.fontMetrics().horizontalAdvance(self._text) + 2

    def full_width(self) -> int:
        """Return the width of both languages."""
        small = self._small_width()
        return self.narrow_width() + (small + 6 if self._other else 0)

    def _small_width(self) -> int:
        return QFontMetrics(smaller(self.font())).horizontalAdvance(self._other)

    def sizeHint(self) -> QSize:
        return QSize(self.full_width(), self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRect(0, 0, self.width(), self.height())
        used = paint_text(painter, self.font(), self._theme.colour("text"), room, self._text)
        room.setLeft(used + 6)
        if self._both:
            muted = self._theme.colour("muted")
            paint_text(painter, smaller(self.font()), muted, room, self._other)


class PlainRow(QWidget):
    """A labelled line that is no variable."""

    def __init__(self, field: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = FieldLabel(theme, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(field, 1)


class FieldRow(QWidget):
    """A variable's line in a form."""

    committed = Signal()
    finished = Signal()
    complained = Signal()
    add_requested = Signal(str)

    def __init__(
        self, variable: Variable, field: Field, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.variable = variable
        self.field = field
        self._missing: Missing | None = None
        self.label = FieldLabel(theme, self)
        self._menu_button = self._make_menu_button()
        self._chip = self._make_chip()
        self._complaint, self._note, self._advice = (self._hidden_line() for _ in range(3))
        self._lay_out()
        field.committed.connect(self._on_committed)
        field.finished.connect(self.finished)
        field.complained.connect(self.complain)
        field.noted.connect(self._on_noted)
        field.add_requested.connect(self.add_requested)
        self.set_theme(theme)
        self.retranslate()

    def _make_menu_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("⋯")
        button.setAutoRaise(True)
        button.setFixedWidth(22)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.open_menu)
        return button

    def _make_chip(self) -> QPushButton:
        chip = QPushButton(self)
        chip.setFlat(True)
        chip.clicked.connect(lambda: self._set_missing(None))
        chip.hide()
        return chip

    def _hidden_line(self) -> QLabel:
        line = QLabel(self)
        line.setWordWrap(True)
        line.hide()
        return line

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(_GAP)
        layout.setVerticalSpacing(2)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self.label, 0, 0, top)
        layout.addWidget(self.field, 0, 1)
        layout.addWidget(self._chip, 0, 1, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._menu_button, 0, 2, top)
        for row, line in enumerate((self._complaint, self._note, self._advice), 1):
            layout.addWidget(line, row, 1, 1, 2)
        layout.setColumnStretch(1, 1)

    def width_around(self, label: int) -> int:
        """Return how much wider than its field the line is with a label of that width."""
        return label + self._menu_button.width() + 2 * _GAP

    def holds(self, at: QPoint | None) -> bool:
        """Tell whether a point of the screen, or without one the keyboard, is in this line."""
        if at is not None:
            return self.isVisible() and self.rect().contains(self.mapFromGlobal(at))
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # --- values

    def values(self) -> Given:
        """Return the variable's values, or its missing value."""
        return self.field.values() if self._missing is None else (self._missing,)

    def set_values(self, values: Given) -> None:
        """Show values, without a signal."""
        first = values[0] if values else None
        missing = first if isinstance(first, Missing) else None
        others = values != self.values()
        self.field.set_values(() if missing is not None else values)
        if others and not self.field.unread():
            self.complain("")
        self._show_missing(missing)

    def commit(self) -> bool:
        """Take what was typed; return False where it is no value."""
        return self._missing is not None or self.field.commit()

    def unread(self) -> str:
        """Return what is typed and is no value."""
        return "" if self._missing is not None else self.field.unread()

    def focus_field(self) -> None:
        """Put the keyboard into the field."""
        target = self.field if self._missing is None else self._chip
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_committed(self) -> None:
        if not self.field.unread():
            self.complain("")  # what was refused before is gone
        self.committed.emit()

    def _set_missing(self, missing: Missing | None) -> None:
        self.field.set_values(())
        self.complain("")
        self._show_missing(missing)
        self.focus_field()
        self.committed.emit()

    def _show_missing(self, missing: Missing | None) -> None:
        self._missing = missing
        if missing is not None:
            self._chip.setText(missing_label(missing) + "  ✕")
        self._chip.setVisible(missing is not None)
        self.field.setVisible(missing is None)

    def open_menu(self) -> None:
        """Offer the missing values."""
        menu = QMenu(self)
        for missing in _STORED:
            menu.addAction(self._missing_action(menu, missing))
        menu.addSeparator()
        clear = menu.addAction(self.tr("Clear"))
        clear.setEnabled(bool(self.values()))
        clear.triggered.connect(lambda: self._set_missing(None))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))

    def _missing_action(self, menu: QMenu, missing: Missing) -> QAction:
        action = QAction(missing_label(missing), menu)
        action.setCheckable(True)
        action.setChecked(self._missing is missing)
        action.triggered.connect(lambda: self._set_missing(missing))
        return action

    # --- looks

    def complain(self, sentence: str) -> None:
        """Say under the field what is wrong; nothing for an empty sentence."""
        if sentence != self._complaint.text():
            self._complaint.setText(sentence)
            self._complaint.setVisible(bool(sentence))
            self.complained.emit()

    def advise(self, advice: str) -> None:
        """Say under the field what is lacking or odd about it; nothing for an empty sentence."""
        if advice != self._advice.text():
            self._advice.setText(advice)
            self._advice.setVisible(bool(advice))
            self.field.set_advice(advice)

    def advice(self) -> str:
        """Return what is said to be lacking or odd."""
        return self._advice.text()

    def note(self) -> str:
        """Return how what is being typed will be read."""
        return self._note.text()

    def _on_noted(self, note: str) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def complaint(self) -> str:
        """Return what is said to be wrong."""
        return self._complaint.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_M:
            self.open_menu()
        elif self._missing is not None and event.key() in (
            Qt.Key.Key_Backspace,
            Qt.Key.Key_Delete,
        ):
            self._set_missing(None)
        elif self._missing is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Show label and tips in the language of the interface."""
        name = name_of(self.variable)
        self.label.set_texts(name, other(self.variable.label))
        tip = variable_tip(self.variable)
        self.label.setToolTip(tip)
        target = self.field.focusProxy() or self.field
        target.setAccessibleName(name)
        self._menu_button.setToolTip(self.tr("No value: not applicable, undecidable (Ctrl+M)"))
        self._menu_button.setAccessibleName(self.tr("{name}: no value").format(name=name))
        if self._missing is not None:
            self._chip.setText(missing_label(self._missing) + "  ✕")

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.label.set_theme(theme)
        self.field.set_theme(theme)
        lines = ((self._complaint, "error"), (self._note, "muted"), (self._advice, "warn"))
        for line, colour in lines:
            palette = line.palette()
            palette.setColor(palette.ColorRole.WindowText, theme.colour(colour))
            line.setPalette(palette)
