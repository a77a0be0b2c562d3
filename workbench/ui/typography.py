"""How the article is set: chosen in a small dialog, shown at once, and remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject

from workbench.app.settings import Preferences
from workbench.ui.context import Context
from workbench.ui.reading.pane import SIZES, ReadingPane
from workbench.ui.reading.setting import Setting


def set_as_remembered(pane: ReadingPane, values: Preferences) -> None:
    """Set the article as it was set before."""
    pane.set_setting(
        Setting(
            values.reading_family,
            values.reading_measure,
            values.reading_spacing,
            values.paragraph_numbers,
            values.sentence_numbers,
        )
    )
    if values.reading_size:
        pane.set_font_size(values.reading_size)


class TypographyFlow(QObject):
    """Open the dialog beside the article, and keep what it says."""

    def __init__(self, context: Context, pane: ReadingPane) -> None:
        super().__init__(pane)
        self._context, self._pane = context, pane
        self._values = context.settings.values
        set_as_remembered(pane, self._values)
        pane.font_size_changed.connect(self._on_size)

    def open(self) -> None:
        """Show the dialog; the article stays in sight, and can be worked on."""
        from workbench.ui.dialogs.reading import ReadingDialog

        pane = self._pane
        dialog = ReadingDialog(pane.setting(), pane.font_size(), SIZES, self._context.window)
        dialog.chosen.connect(self._on_chosen)
        dialog.size_chosen.connect(pane.set_font_size)
        dialog.finished.connect(self._context.settings.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _on_chosen(self, setting: Setting) -> None:
        self._pane.set_setting(setting)
        values = self._values
        values.reading_family, values.reading_measure = setting.family, setting.measure
        values.reading_spacing = setting.spacing
        values.paragraph_numbers = setting.paragraphs
        values.sentence_numbers = setting.sentences

    def _on_size(self, pixels: int) -> None:
        self._values.reading_size = pixels
