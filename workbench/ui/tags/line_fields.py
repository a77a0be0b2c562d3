"""Fields of one line: numbers, probabilities, dates; they say as one types how they read it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.codebook import Kind
from workbench.domain.dates import parse_date
from workbench.domain.relative_dates import AnchorUnknown
from workbench.domain.values import NotADate, Scalar
from workbench.ui.tags.field import Field, Given
from workbench.ui.tags.numbers import (
    parse_integer,
    parse_number,
    parse_probability,
    shown_number,
)
from workbench.ui.tags.paint import paint_box
from workbench.ui.tags.type_ahead import TypeAhead
from workbench.ui.theme import Theme


class LineField(Field):
    """A value in a line; `noted` tells how it would be read while it is typed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: Given = ()
        self._theme = theme
        self.edit = TypeAhead(self)
        self.edit.left.connect(lambda: self._on_left())
        self.edit.focused.connect(lambda: self.update())
        self.edit.returnPressed.connect(self._on_enter)
        self.edit.textEdited.connect(lambda: self._on_typed())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 3, 5, 3)
        layout.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.set_theme(theme)
        self.retranslate()

    # --- what each kind does for itself

    def read(self, text: str) -> Scalar | None:
        """Return the value that `text` means, None if it is none."""
        raise NotImplementedError

    def complaint(self, text: str) -> str:
        """Return why `text` is no value, and what to write instead."""
        raise NotImplementedError

    def not_yet(self) -> str:
        """Return what is said while what is typed is no value yet."""
        raise NotImplementedError

    def hint(self) -> str:
        """Return what stands in the empty line."""
        return ""

    # --- values

    def values(self) -> Given:
        return self._given

    def set_values(self, values: Given) -> None:
        # What is being typed stays when the same values are shown again.
        if values != self._given:
            self._given = values
            self.edit.setText(_shown(values))
            self.edit.setCursorPosition(0)  # where it is too long, its beginning is seen
            self.noted.emit("")

    def commit(self) -> bool:
        """Read the line; the text stays where it is no value."""
        text = self.edit.text().strip()
        self.noted.emit("")
        if text == _shown(self._given):
            return True
        value = self.read(text) if text else None
        if text and value is None:
            self.complained.emit(self.complaint(text))
            return False
        self._given = () if value is None else (value,)
        self.edit.setText(_shown(self._given))
        self.complained.emit("")
        self.committed.emit()
        return True

    def unread(self) -> str:
        text = self.edit.text().strip()
        return "" if text == _shown(self._given) else text

    def write(self, text: str) -> None:
        self.edit.setText(text)
        self.commit()

    def _on_typed(self) -> None:
        self.complained.emit("")
        text = self.edit.text().strip()
        value = self.read(text) if text else None
        if not text:
            self.noted.emit("")
        elif value is None:
            self.noted.emit(self.not_yet())
        else:
            shown = _shown((value,))
            self.noted.emit("" if shown == text else f"= {shown}")

    def _on_enter(self) -> None:
        if self.commit():
            self.finished.emit()

    def _on_left(self) -> None:
        self.update()
        self.commit()

    # --- looks

    def retranslate(self) -> None:
        self.edit.setPlaceholderText(self.hint())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self._theme, self.rect(), self.edit.hasFocus())


class NumberField(LineField):
    """A whole or a real number."""

    def __init__(self, kind: Kind, theme: Theme, parent: QWidget | None = None) -> None:
        self._whole = kind is Kind.INTEGER
        super().__init__(theme, parent)

    def read(self, text: str) -> Scalar | None:
        return parse_integer(text) if self._whole else parse_number(text)

    def complaint(self, text: str) -> str:
        if self._whole:
            sentence = self.tr("“{text}” is not a whole number: write digits only.")
        else:
            sentence = self.tr("“{text}” is not a number: write it like 76.2.")
        return sentence.format(text=text)

    def not_yet(self) -> str:
        return self.tr("not a whole number yet") if self._whole else self.tr("not a number yet")


class ProbabilityField(LineField):
    """A number from 0 to 1; per cent are turned into one."""

    def read(self, text: str) -> Scalar | None:
        return parse_probability(text)

    def complaint(self, text: str) -> str:
        sentence = self.tr(
            "“{text}” is not a probability: write a number from 0 to 1, or per cent like 70%."
        )
        return sentence.format(text=text)

    def not_yet(self) -> str:
        return self.tr("not a probability yet: from 0 to 1, or like 70%")

    def hint(self) -> str:
        return self.tr("0–1, or 70%")


class DateField(LineField):
    """A day, month, year or range; a relative one is reckoned from the date of publication."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._published = ""
        super().__init__(theme, parent)

    def set_published(self, date: str) -> None:
        self._published = date

    def read(self, text: str) -> Scalar | None:
        try:
            return parse_date(text, self._published)
        except (NotADate, AnchorUnknown):
            return None

    def complaint(self, text: str) -> str:
        sentence = self.tr(
            "“{text}” is not a date: write 2025, 2025-08 or 2025-08-25, or two with a slash."
        )
        if self._lacks_anchor(text):
            sentence = self.tr(
                "“{text}” hangs on the date of publication, which is not known so exactly: "
                "leave the date empty, the passage keeps the words."
            )
        return sentence.format(text=text)

    def not_yet(self) -> str:
        if self._lacks_anchor(self.edit.text().strip()):
            return self.tr("the date of publication is not known so exactly")
        return self.tr("not a date yet")

    def hint(self) -> str:
        return self.tr("2025, 2025-08, 2025-08-25")

    def _lacks_anchor(self, text: str) -> bool:
        try:
            parse_date(text, self._published)
        except AnchorUnknown:
            return True
        except NotADate:
            return False
        return False


def _shown(values: Given) -> str:
    if not values:
        return ""
    value = values[0]
    return shown_number(value) if isinstance(value, float) else str(value)
