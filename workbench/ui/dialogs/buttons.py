"""The buttons at the foot of a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox


def ok_and_cancel(dialog: QDialog, ok: str = "") -> QDialogButtonBox:
    """Return the buttons that accept and reject `dialog`; `ok` words the first."""
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel)
    if ok:
        box.button(kinds.Ok).setText(ok)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def close_only(dialog: QDialog) -> QDialogButtonBox:
    """Return a button that closes `dialog`."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    box.rejected.connect(dialog.reject)
    return box
