"""What is opened by other programs: files and folders, as the system opens them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_outside(path: Path) -> None:
    """Have the system open a file or a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
