"""The programs that read what we wrote, each skipped by its name where it is not installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


def _found(program: str, debian: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed (Debian: {debian})")
    return found


@pytest.fixture
def in_r(tmp_path: Path) -> Callable[..., str]:
    """Run lines of R that may use a package of it, in the folder of the test."""

    def run(code: str, *packages: str) -> str:
        rscript = _found("Rscript", "r-base-core")
        for package in packages:
            _refuse_without(rscript, package)
        script = tmp_path / "test.R"
        script.write_text(code, encoding="utf-8")
        return _output([rscript, "--vanilla", "--encoding=UTF-8", str(script)], tmp_path)

    return run


def _refuse_without(rscript: str, package: str) -> None:
    code = f"quit(status = !requireNamespace('{package}', quietly = TRUE))"
    if subprocess.run([rscript, "--vanilla", "-e", code], check=False).returncode:
        pytest.skip(f"the R package {package} is not installed (Debian: r-cran-{package})")


@pytest.fixture
def in_pspp(tmp_path: Path) -> Callable[[str], str]:
    """Run SPSS syntax in the folder of the test and return what it prints as CSV."""

    def run(syntax: str) -> str:
        script = tmp_path / "test.sps"
        script.write_text(syntax, encoding="utf-8")
        command = [_found("pspp", "pspp"), "--syntax-encoding=UTF-8", "-O", "format=csv"]
        return _output([*command, str(script)], tmp_path)

    return run


@pytest.fixture
def libreoffice() -> str:
    """The path of LibreOffice."""
    return _found("localc", "libreoffice-calc")


def _output(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    told = done.stdout.decode()
    assert done.returncode == 0, told + done.stderr.decode()
    return told
