"""Keep what is needed to mend a defect: a report in the user's log folder."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from workbench import __version__


def write_report(error: BaseException, folder: Path, now: datetime | None = None) -> Path | None:
    """Write a report on an unexpected error; return its path, None if it cannot be written."""
    moment = now or datetime.now(UTC)
    path = folder / f"defect-{moment:%Y%m%d-%H%M%S-%f}.txt"
    lines = [
        f"Pizhu Workbench {__version__}, {moment.isoformat(timespec='seconds')}",
        f"Python {sys.version}",
        platform.platform(),
        "",
        *traceback.format_exception(error),
    ]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path
