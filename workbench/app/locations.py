"""Where the data files of the program lie: in a checkout, an installed wheel, a frozen bundle."""

from __future__ import annotations

from pathlib import Path

from workbench.domain.errors import Defect

_PACKAGE = Path(__file__).resolve().parent.parent


def resources_folder(package: Path = _PACKAGE) -> Path:
    """Give the folder of the codebook, the messages, the themes and the examples."""
    return _beside(package, "resources")


def schema_folder(package: Path = _PACKAGE) -> Path:
    """Give the folder of the migrations and the published schemas."""
    return _beside(package, "schema")


def _beside(package: Path, name: str) -> Path:
    # A wheel and a bundle carry the folder inside the package, a checkout at its side.
    for folder in (package / f"_{name}", package.parent / name):
        if folder.is_dir():
            return folder
    raise Defect(f"the folder {name} is missing beside {package}")
