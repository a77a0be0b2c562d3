"""What stands between a file from anywhere and the library that reads its format.

A package (docx, odt) is opened here and nowhere else: its size is known before a member is
unpacked, its XML brings no definitions of its own, and a library that fails says so in a
Refusal that names the file.
"""

from __future__ import annotations

import warnings
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from workbench.domain.errors import WorkbenchError
from workbench.files.errors import FileDamaged, FileEncrypted
from workbench.files.xml import Element, parse_xml
from workbench.files.zips import BROKEN, MEGABYTE, check_size

_SMALL = 10 * MEGABYTE  # as large as any article unpacks; below it the ratio says nothing


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a package may hold: megabytes unpacked, how often its own size, how many parts.

    `cells`: of a sheet, with 25 characters each on the mean.
    """

    megabytes: int = 200
    ratio: int = 150
    parts: int = 5_000
    cells: int = 20_000_000


LIMITS = Limits()


def open_package(data: bytes, file_name: str, kind: str, limits: Limits = LIMITS) -> Package:
    """Open a zip whose directory keeps the limits.

    Raises:
        FileDamaged, FileHasTooManyParts, FileUnpacksTooLarge, FileEncrypted.
    """
    try:
        zipped = ZipFile(BytesIO(data))
        members = {info.filename: info for info in zipped.infolist()}
    except BROKEN as error:
        raise FileDamaged(file=file_name, kind=kind) from error
    package = Package(zipped, members, file_name, kind)
    most = min(limits.megabytes * MEGABYTE, max(_SMALL, limits.ratio * len(data)))
    check_size(zipped.infolist(), file_name, parts=limits.parts, most=most)
    if any(info.flag_bits & 1 for info in members.values()):
        raise FileEncrypted(file=file_name)
    return package


@dataclass(frozen=True)
class Package:
    """A checked zip; what it gives is what its directory promised, or a Refusal."""

    zipped: ZipFile
    members: Mapping[str, ZipInfo]
    file_name: str
    kind: str

    def read(self, name: str) -> bytes:
        """Return a member's bytes; zipfile unpacks no more of it than its directory says."""
        if name not in self.members:
            raise FileDamaged(file=self.file_name, kind=self.kind)
        try:
            return self.zipped.read(name)
        except BROKEN as error:
            raise FileDamaged(file=self.file_name, kind=self.kind) from error

    def xml(self, name: str) -> Element:
        """Return the root of a member that is XML."""
        return parse_xml(self.read(name), self.file_name, self.kind)


@contextmanager
def library_on(file_name: str, kind: str) -> Generator[None]:
    """Turn whatever a library raises on a file's content into a FileDamaged.

    The file has passed all checks that know it; so what fails is a part of it that the library
    cannot take. Its warnings are about such parts too, and say nothing to a researcher.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except WorkbenchError:
        raise
    except Exception as error:
        raise FileDamaged(file=file_name, kind=kind) from error
