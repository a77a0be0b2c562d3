"""Open a REFI-QDA package: its document, and the texts of its sources wherever they lie in it.

Nothing is unpacked to the disk, and nothing outside the package is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from workbench.exchange.errors import (
    NotARefiProject,
    PackageClimbs,
    ProjectFileTooLarge,
    ProjectVersionTooNew,
    ProjectWithoutDocument,
)
from workbench.exchange.project.refi import QDE
from workbench.files.decode import decode
from workbench.files.errors import FileEmpty
from workbench.files.packages import Limits, Package, open_package
from workbench.files.xml import Element, local_name
from workbench.files.zips import BROKEN, MEGABYTE

MEGABYTES = 500
LIMITS = Limits(megabytes=2_000, parts=200_000)
_VERSION = re.compile(r"\{urn:QDA-XML:\w+:(\d+)[.:](\d+)\}", re.IGNORECASE)
_KNOWN = 1
_DRIVE = re.compile(r"[A-Za-z]:")


def has_document(path: Path) -> bool:
    """Tell whether a file is a package with a document in it; nothing is raised."""
    try:
        with path.open("rb") as file, ZipFile(file) as package:
            return any(each.lower().endswith(".qde") for each in package.namelist())
    except BROKEN:
        return False


def open_refi(path: Path) -> RefiPackage:
    """Open a package and parse its document.

    Raises:
        Refusal: it is damaged, too large, an attack, or holds no project.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(MEGABYTES * MEGABYTE + 1)
    if len(data) > MEGABYTES * MEGABYTE:
        size = path.stat().st_size // MEGABYTE
        raise ProjectFileTooLarge(file=path.name, megabytes=size, limit=MEGABYTES)
    package = open_package(data, path.name, "QDPX", LIMITS)
    for member in package.members:
        if climbs(member):
            raise PackageClimbs(file=path.name, member=member)
    root = package.xml(_document(package))
    if local_name(root) != "Project":
        raise NotARefiProject(file=path.name, found=local_name(root))
    _check_version(root, path.name)
    return RefiPackage(package, root, _places(package))


def climbs(name: str) -> bool:
    """Tell whether the path of a member leads out of its package."""
    plain = name.replace("\\", "/")
    is_absolute = plain.startswith("/") or bool(_DRIVE.match(plain))
    return is_absolute or ".." in PurePosixPath(plain).parts


def _document(package: Package) -> str:
    """Return the member that is the document: any that ends so, the usual one first."""
    found = sorted(
        (each for each in package.members if each.lower().endswith(".qde")),
        key=lambda each: (_name(each) != QDE, each.count("/"), each),
    )
    if not found:
        raise ProjectWithoutDocument(file=package.file_name)
    return found[0]


def _check_version(root: Element, file_name: str) -> None:
    version = _VERSION.match(root.tag)
    if version and int(version[1]) > _KNOWN:
        raise ProjectVersionTooNew(file=file_name, found=f"{version[1]}.{version[2]}")


def _places(package: Package) -> dict[str, str]:
    """Return the members by their bare names; those in a folder called sources come first."""
    return {
        _name(each): each
        for each in sorted(package.members, key=lambda each: "sources/" in each.lower())
    }


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].lower()


@dataclass(frozen=True)
class RefiPackage:
    """An open package; `root` is its document's."""

    package: Package
    root: Element
    places: dict[str, str]

    @property
    def file_name(self) -> str:
        """What the file is called."""
        return self.package.file_name

    def member(self, path: str) -> bytes | None:
        """Return what a path of the document leads to inside the package, None if nothing.

        With ``internal://`` or without, in whichever folder; a path beyond the package is not
        followed, only its name looked for within.
        """
        place = self.places.get(_name(path.partition("://")[2] or path))
        return self.package.read(place) if place else None

    def text(self, path: str) -> str | None:
        """Return the text that a path leads to, with its line ends and mark; None without one.

        Raises:
            Refusal: it is no text.
        """
        data = self.member(path)
        if data is None:
            return None
        try:
            return data.decode()
        except UnicodeDecodeError:
            return self._decoded(data, path)

    def _decoded(self, data: bytes, path: str) -> str | None:
        try:
            return decode(data, f"{self.file_name}#{_name(path)}").text
        except FileEmpty:
            return None

    def all(self, name: str) -> Iterator[Element]:
        """Yield every element of a name, whatever its namespace."""
        return (each for each in self.root.iter() if local_name(each) == name)
