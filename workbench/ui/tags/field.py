"""What every field of a form has in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.values import Scalar
from workbench.ui.tags.source import Passage
from workbench.ui.theme import Theme

Given = tuple[Scalar, ...]


class Field(QWidget):
    """The widget of one variable; its values are empty where it is not coded.

    `committed` says that a person has given the field other values, `finished` that the
    next field is wanted, `complained` why what stands there is no value (or that it is fine),
    `noted` how what is being typed will be read, `merge_wanted` a code list and the category
    of it that a person takes for another.
    """

    committed = Signal()
    finished = Signal()
    complained = Signal(str)
    noted = Signal(str)
    add_requested = Signal(str)
    merge_wanted = Signal(str, str)

    def values(self) -> Given:
        """Return the field's values."""
        raise NotImplementedError

    def set_values(self, values: Given) -> None:
        """Show values, without a signal."""
        raise NotImplementedError

    def commit(self) -> bool:
        """Take what was typed; return False, and complain, where it is no value."""
        return True

    def unread(self) -> str:
        """Return what is typed and is no value."""
        return ""

    def write(self, text: str) -> None:
        """Put back what was typed and is no value yet."""

    def save_in_pauses(self) -> None:
        """Commit what is written after each pause too, not only when the field is left."""

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""

    def set_passage(self, passage: Passage | None, annotation: int | None) -> None:
        """Say where in an article the field is filled, and for which annotation."""

    def set_date(self, date: str) -> None:
        """Say when what is coded was, "" where that is unknown: governments of one name differ."""

    def set_published(self, date: str) -> None:
        """Say when the article was published, "" where that is unknown."""

    def set_advice(self, advice: str) -> None:
        """Let a screen reader tell what stands below the field."""
        (self.focusProxy() or self).setAccessibleDescription(advice)

    def retranslate(self) -> None:
        """Show labels in the language of the interface."""
