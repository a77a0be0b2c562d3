"""The wheel, built and installed for real: what a person gets from `pip install .`."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def _pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run = subprocess.run([*command, *arguments], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("--no-index", "--no-deps", "--no-build-isolation")
    _pip("wheel", *offline, "--wheel-dir", folder, repository)
    (found,) = folder.glob("pizhu_workbench-*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    _pip("install", "--no-index", "--no-deps", "--target", folder, wheel)
    return folder


def _run(installed: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python on the installed package, away from the checkout."""
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        cwd=installed.parent,
        env=environment,
    )


def _files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize(
    ("source", "inside"),
    [("workbench", ""), ("resources", "_resources/"), ("schema", "_schema/")],
)
def test_every_file_is_inside(wheel: Path, repository: Path, source: str, inside: str) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {f"workbench/{inside}{name}" for name in _files(repository / source)}
    assert expected <= names


def test_nothing_else_is_inside(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"workbench", "pizhu_workbench"}
    assert not [name for name in names if "__pycache__" in name]


def test_the_data_is_found_inside_the_wheel(installed: Path) -> None:
    script = (
        "from workbench.app.locations import resources_folder, schema_folder\n"
        "print(resources_folder(), schema_folder(), sep='|')"
    )
    found = _run(installed, "-c", script)
    package = installed / "workbench"
    assert found.stdout.strip() == f"{package / '_resources'}|{package / '_schema'}", found.stderr


def test_the_command_is_declared(installed: Path) -> None:
    (declared,) = installed.glob("pizhu_workbench-*.dist-info/entry_points.txt")
    assert "workbench = workbench.__main__:main" in declared.read_text(encoding="utf-8")


def test_a_project_is_made_by_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    """The starter codebook and the migrations are read from inside the package."""
    project = tmp_path / "p.workbench"
    made = _run(installed, "-m", "workbench", "new", project)
    assert made.returncode == 0, made.stderr
    assert _run(installed, "-m", "workbench", "check", project).returncode == 0
