"""Fixtures of the store's tests."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.store.world import World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Give an open project with a codebook and two coders."""
    made = World(tmp_path / "a.workbench")
    try:
        yield made
    finally:
        made.project.close()


@pytest.fixture
def ordinary_user() -> Callable[[], AbstractContextManager[Path]]:
    """Give what makes a folder of an ordinary user's and is that user: root may do anything."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions work otherwise on this system")
    return _as_ordinary_user


@contextmanager
def _as_ordinary_user() -> Generator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="workbench-user-"))
    root = os.geteuid() == 0
    try:
        if root:
            os.chown(folder, 65534, 65534)
            os.seteuid(65534)
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)
        shutil.rmtree(folder)
