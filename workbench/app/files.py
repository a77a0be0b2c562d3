"""Write files whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from workbench.app.errors import FileUnwritable


def write_whole(path: Path, content: str | bytes) -> None:
    """Write bytes, or a text in UTF-8 with LF line ends; what stood there stays until it is whole.

    Raises:
        FileUnwritable
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if path.exists() and not path.is_file():  # a pipe or a terminal cannot be replaced
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise FileUnwritable(path=path, detail=error.strerror or error) from error


def _replace(path: Path, data: bytes) -> None:
    fresh = path.with_name(f".{path.name[:60]}.{os.getpid()}.new")
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
