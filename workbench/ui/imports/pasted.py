"""What the clipboard holds, kept as a file, so that it comes in as every file does."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData


def keep_pasted(data: QMimeData, folder: Path) -> Path | None:
    """Write the clipboard's text into a file of its own in `folder`; None if it has none."""
    text = data.text() if data.hasText() else ""
    if not text.strip():
        return None
    name = QCoreApplication.translate("Pasted", "Pasted {time}").format(
        time=f"{datetime.now().astimezone():%Y-%m-%d %H.%M.%S}"
    )
    return _written(folder, name, ".txt", text)


def _written(folder: Path, name: str, suffix: str, text: str) -> Path:
    number = 1
    path = folder / f"{name}{suffix}"
    while path.exists():
        number += 1
        path = folder / f"{name} ({number}){suffix}"
    path.write_bytes(text.encode("utf-8", errors="replace"))
    return path
