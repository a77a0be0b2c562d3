"""Look keys up and change them; what a person chose is kept in the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from workbench.domain.codebook import Codebook
from workbench.ui.context import Context
from workbench.ui.shortcuts.lines import Line, all_lines
from workbench.ui.shortcuts.strokes import is_stroke

if TYPE_CHECKING:
    from workbench.ui.shortcuts.sheet import KeySheet


class ShortcutFlow:
    """Open the sheet and the dialog; `codebook` gives that of the open project."""

    def __init__(self, context: Context, codebook: Callable[[], Codebook | None]) -> None:
        self._context, self._codebook = context, codebook
        self._actions = context.window.actions_
        self._sheet: KeySheet | None = None
        self._actions.choose_strokes(kept_strokes(context.settings.values.shortcuts))

    def lines(self) -> list[Line]:
        """Return the table of keys as it is now."""
        return all_lines(self._actions, self._codebook(), self._context.appearance.language)

    def show(self) -> None:
        """Show the sheet of keys; where it is shown already, close it."""
        from workbench.ui.shortcuts.sheet import KeySheet

        if self._sheet is not None:
            self._sheet.close()
            return
        sheet = self._sheet = KeySheet(self._context.appearance.theme, self._context.window)
        sheet.change_wanted.connect(self.change)
        sheet.finished.connect(self._forget)
        sheet.show()
        sheet.show_lines(self.lines())

    def _forget(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
        self._sheet = None

    def change(self) -> None:
        """Let the keys be changed."""
        from workbench.ui.shortcuts.editor import ShortcutEditor

        editor = ShortcutEditor(self._actions, self._fixed, self._sheet or self._context.window)
        editor.chosen.connect(self._keep)
        editor.exec()

    def _fixed(self) -> list[Line]:
        return [line for line in self.lines() if not line.action]

    def _keep(self, chosen: Mapping[str, list[str]]) -> None:
        self._context.settings.values.shortcuts = dict(chosen)
        self._context.settings.save()
        self._actions.choose_strokes(chosen)
        if self._sheet is not None:
            self._sheet.show_lines(self.lines())


def kept_strokes(kept: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return what of the settings names strokes: a person may have written into the file."""
    found: dict[str, list[str]] = {}
    for action, strokes in kept.items():
        listed = cast("list[Any]", strokes) if isinstance(strokes, list) else [None]
        if all(is_stroke(each) for each in listed):
            found[action] = [str(each) for each in listed]
    return found
