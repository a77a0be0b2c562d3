"""Fixtures of the window's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.app.locations import resources_folder


@pytest.fixture(scope="session")
def resources() -> Path:
    """Give the folder of the program's data files."""
    return resources_folder()
