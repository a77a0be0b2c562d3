from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from workbench.app.locations import resources_folder, schema_folder
from workbench.domain.errors import Defect


def _package(root: Path) -> Path:
    package = root / "workbench"
    package.mkdir()
    return package


def test_a_checkout_has_them_at_the_side(repository: Path) -> None:
    assert resources_folder() == repository / "resources"
    assert schema_folder() == repository / "schema"


def test_a_wheel_has_them_inside(tmp_path: Path) -> None:
    package = _package(tmp_path)
    (package / "_resources").mkdir()
    (package / "_schema").mkdir()
    assert resources_folder(package) == package / "_resources"
    assert schema_folder(package) == package / "_schema"


def test_a_foreign_folder_at_the_side_of_a_wheel_is_left_alone(tmp_path: Path) -> None:
    package = _package(tmp_path)
    (package / "_schema").mkdir()
    (tmp_path / "schema").mkdir()
    assert schema_folder(package) == package / "_schema"


def test_a_broken_installation_is_named(tmp_path: Path) -> None:
    with pytest.raises(Defect, match="resources"):
        resources_folder(_package(tmp_path))


def test_looking_costs_no_heavy_import() -> None:
    """The window looks for its icons before anything heavy may load."""
    heavy = "{'PySide6', 'sqlalchemy', 'alembic', 'jieba', 'pypinyin', 'ahocorasick_rs'}"
    script = f"import sys, workbench.app.locations; print({heavy} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert found.stdout.strip() == "set()", found.stderr
