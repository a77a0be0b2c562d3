"""Merge two categories that turn out to be one, from wherever a tag is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from workbench.app.commands import MergeCategories
from workbench.app.session import Session
from workbench.ui.context import Context
from workbench.ui.tags.source import Source


class MergeFlow(QObject):
    """Say how much is touched, ask for the other category, and merge into it."""

    def __init__(self, context: Context, session: Session, source: Source, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._session, self._source = context, session, source

    def ask(self, code_list: str, key: str) -> None:
        """Ask what a category is to be merged into."""
        from workbench.ui.dialogs.merge import MergeDialog, picker_of

        listed = self._session.codebook.code_list(code_list)
        usage = self._session.usage(code_list, key)
        picker = picker_of(listed, self._source, self._context.appearance.theme)
        dialog = MergeDialog([listed.category(key)], usage, self._context.window, picker)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            command = MergeCategories(code_list, dialog.sources, dialog.target)
            self._context.attempt(lambda: self._session.run(command))
        dialog.deleteLater()
