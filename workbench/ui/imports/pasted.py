"""What the clipboard holds, kept as a file, so that it comes in as every file does."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData

from workbench.app.importing import PASTED_SUFFIX


def keep_pasted(data: QMimeData, folder: Path) -> Path | None:
    """Write the clipboard's text into a file of its own in `folder`; None if it has none.

    HTML tells headings, notes and addresses, so it is taken where there is any.
    """
    text = data.text() if data.hasText() else ""
    if data.hasHtml() and (text.strip() or not data.hasText()):
        return _written(folder, PASTED_SUFFIX, data.html())
    return _written(folder, ".txt", text) if text.strip() else None


def _written(folder: Path, suffix: str, text: str) -> Path:
    name = QCoreApplication.translate("Pasted", "Pasted {time}").format(
        time=f"{datetime.now().astimezone():%Y-%m-%d %H.%M.%S}"
    )
    number, path = 1, folder / f"{name}{suffix}"
    while path.exists():
        number += 1
        path = folder / f"{name} ({number}){suffix}"
    path.write_bytes(text.encode("utf-8", errors="replace"))
    return path
