"""Fixtures that every test runs under: a world of its own, and no stray noise.

Warnings fail by `filterwarnings`, messages of Qt by `qt_log_level_fail` (both in pyproject.toml),
records of logging by `expected_records` below.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parent.parent
_HOME = Path(tempfile.mkdtemp(prefix="workbench-tests-"))


def _isolate() -> None:
    """Give the tests a home, a locale and a time zone of their own, before Qt is imported."""
    folders = {"HOME": _HOME, "USERPROFILE": _HOME, "APPDATA": _HOME, "LOCALAPPDATA": _HOME}
    for name in ("CONFIG", "CACHE", "DATA", "STATE"):
        folders[f"XDG_{name}_HOME"] = _HOME / name.lower()
    for name, folder in folders.items():
        folder.mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(folder)
    os.environ.update(LANG="C.UTF-8", LC_ALL="C.UTF-8", TZ="UTC")
    os.environ["QT_SCALE_FACTOR"] = os.environ.get("WORKBENCH_SCALE", "1")
    os.environ.pop("LANGUAGE", None)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if hasattr(time, "tzset"):
        time.tzset()


_isolate()

settings.register_profile(
    "local", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.register_profile(
    "ci", parent=settings.get_profile("local"), derandomize=True, database=None
)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


class ExpectedRecords(logging.Handler):
    """Collect what is logged at WARNING or above, and tell what was not expected."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._patterns: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def expect(self, pattern: str) -> None:
        """Say that a record whose message matches `pattern` must come; others still fail."""
        self._patterns.append(pattern)

    def complaints(self) -> list[str]:
        """Name every record that nobody expected and every expectation that nothing met."""
        lines = [f"{record.name}: {record.getMessage()}" for record in self.records]
        stray = [line for line in lines if not any(re.search(p, line) for p in self._patterns)]
        missing = [p for p in self._patterns if not any(re.search(p, line) for line in lines)]
        return [f"stray record: {line}" for line in stray] + [
            f"no record matches: {pattern}" for pattern in missing
        ]


@pytest.fixture(autouse=True)
def expected_records() -> Iterator[ExpectedRecords]:
    """Fail the test for each record at WARNING or above that it did not expect."""
    handler = ExpectedRecords()
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield handler
    finally:
        root.removeHandler(handler)
    complaints = handler.complaints()
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture(scope="session")
def repository() -> Path:
    """Give the root of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of texts that stay outside the repository, or skip where it is not there."""
    folder = Path(os.environ.get("WORKBENCH_SHARED") or REPOSITORY.parent / "shared")
    if not (folder / "articles").is_dir():
        pytest.skip("the shared articles are not on this machine")
    return folder
