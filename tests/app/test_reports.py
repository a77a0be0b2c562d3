from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from workbench import __version__
from workbench.app.reports import write_report

NOW = datetime(2026, 11, 22, 8, 5, 3, 42, UTC)


def _error() -> Exception:
    try:
        raise ValueError("半个\udc80")
    except ValueError as error:
        return error


def test_a_report_holds_what_is_needed(tmp_path: Path) -> None:
    path = write_report(_error(), tmp_path / "log", NOW)
    assert path == tmp_path / "log" / "defect-20261122-080503-000042.txt"
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert __version__ in text
    assert "Traceback" in text
    assert "ValueError: 半个\\udc80" in text


def test_each_report_has_a_name_of_its_own(tmp_path: Path) -> None:
    assert write_report(_error(), tmp_path) != write_report(_error(), tmp_path)


def test_a_report_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    assert write_report(_error(), tmp_path / "log", NOW) is None
