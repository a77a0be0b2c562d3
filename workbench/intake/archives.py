"""Members of a .zip, read one by one in memory: nothing is ever unpacked to disk.

Names come in any encoding, may lead out of the archive, and are refused then, one by one. The
archive as a whole is refused where it holds more than one may want, before anything is unpacked.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, BinaryIO
from zipfile import ZipFile, ZipInfo

from workbench.domain.errors import Refusal
from workbench.files.encodings import tell
from workbench.files.zips import BROKEN, MEGABYTE, check_size
from workbench.intake.errors import (
    ArchiveInArchive,
    ArchiveMethodUnknown,
    ArchivePathClimbs,
    FileDamaged,
    FileEncrypted,
    FileTooLarge,
)
from workbench.intake.limits import USUAL, ArchiveLimits

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_UTF8_NAME = 0x800
_UNICODE_PATH = 0x7075
_METHODS = (0, 8, 12, 14)  # stored, deflate, bzip2, lzma
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive by its name as people read it, or why it is not read."""

    name: str
    info: ZipInfo
    refusal: Refusal | None = None


class Archive:
    """An open .zip; close it."""

    def __init__(
        self,
        file: IO[bytes],
        name: str,
        packed: int,
        *,
        limits: ArchiveLimits = USUAL.archive,
        is_nested: bool = False,
    ) -> None:
        """Read the directory.

        Raises:
            FileDamaged, FileHasTooManyParts, FileUnpacksTooLarge.
        """
        self._file, self.name, self._limits, self._is_nested = file, name, limits, is_nested
        try:
            self._zip = _opened(file, name)
            infos = [info for info in self._zip.infolist() if not info.is_dir()]
            most = _most_unpacked(packed, limits)
            check_size(infos, name, parts=limits.members, most=most)
        except Refusal:
            file.close()
            raise
        self.members: Mapping[str, Member] = {
            each.name: each for each in map(self._member, _named(infos))
        }

    def _member(self, named: tuple[str, ZipInfo]) -> Member:
        name, info = named
        return Member(name, info, self._refusal(name, info))

    def _refusal(self, name: str, info: ZipInfo) -> Refusal | None:
        told = f"{self.name}/{name}"
        if climbs(name):
            return ArchivePathClimbs(file=told)
        if info.flag_bits & 1:
            return FileEncrypted(file=told)
        if self._is_nested and is_zip_name(name):
            return ArchiveInArchive(file=told)
        if info.compress_type not in _METHODS:
            return ArchiveMethodUnknown(file=told, method=info.compress_type)
        return None

    def read(self, name: str, limit: int) -> bytes:
        """Return a member's bytes; no more is unpacked than the directory says.

        Raises:
            Refusal: the member's own, it has more than `limit` megabytes, or is damaged.
        """
        member = self._found(name)
        size = member.info.file_size
        if size > limit * MEGABYTE:
            facts = {"megabytes": size // MEGABYTE, "limit": limit}
            raise FileTooLarge(file=f"{self.name}/{name}", **facts)
        try:
            return self._zip.read(member.info)
        except BROKEN as error:
            raise FileDamaged(file=f"{self.name}/{name}", kind="ZIP") from error

    def open(self, name: str) -> BinaryIO:
        """Open a member to be read as it is unpacked.

        Raises:
            Refusal: the member's own, or it is damaged.
        """
        member = self._found(name)
        told = f"{self.name}/{name}"
        try:
            stream = self._zip.open(member.info)
        except BROKEN as error:
            raise FileDamaged(file=told, kind="ZIP") from error
        return BufferedReader(_Guarded(stream, told))

    def nested(self, name: str) -> Archive:
        """Open an archive within this one, which holds none in its turn."""
        data = self.read(name, self._limits.nested)
        return Archive(
            BytesIO(data), f"{self.name}/{name}", len(data), limits=self._limits, is_nested=True
        )

    def _found(self, name: str) -> Member:
        member = self.members.get(name)
        if member is None:
            raise FileDamaged(file=f"{self.name}/{name}", kind="ZIP")
        if member.refusal is not None:
            raise member.refusal
        return member

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()
        self._file.close()


def _opened(file: IO[bytes], name: str) -> ZipFile:
    try:
        return ZipFile(file)
    except BROKEN as error:
        raise FileDamaged(file=name, kind="ZIP") from error


class _Guarded(RawIOBase):
    """A member on its way out of an archive; damage is told by its name whenever it is met."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        super().__init__()
        self._stream = stream
        self._name = name

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        try:
            data = self._stream.read(len(view))
        except BROKEN as error:
            raise FileDamaged(file=self._name, kind="ZIP") from error
        view[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._stream.seek(offset, whence)

    def close(self) -> None:
        self._stream.close()
        super().close()


def is_zip_name(name: str) -> bool:
    """Tell whether a file is called an archive."""
    return name.lower().endswith(".zip")


def _most_unpacked(packed: int, limits: ArchiveLimits) -> int:
    """Return how many bytes an archive of this size may unpack to."""
    return MEGABYTE * min(limits.megabytes, max(limits.small, limits.ratio * packed // MEGABYTE))


def climbs(name: str) -> bool:
    """Tell whether a path leads out of its folder, or does not begin in it."""
    return name.startswith("/") or ".." in PurePosixPath(name).parts or bool(_DRIVE.match(name))


# --- names ----------------------------------------------------------------------


def _named(infos: Iterable[ZipInfo]) -> list[tuple[str, ZipInfo]]:
    """Return each member with a name of its own: of two of one name, the second gets a number."""
    infos = list(infos)
    encoding = _encoding_of(infos)
    taken: set[str] = set()
    found: list[tuple[str, ZipInfo]] = []
    for info in infos:
        plain = _readable(info, encoding).replace("\\", "/")
        name, number = plain, 1
        while name in taken:
            number += 1
            name = _numbered(plain, number)
        taken.add(name)
        found.append((name, info))
    return found


def _numbered(name: str, number: int) -> str:
    path = PurePosixPath(name)
    if not path.name:
        return f"{name}{number}"
    return str(path.with_name(f"{path.stem} ({number}){path.suffix}"))


def _raw(info: ZipInfo) -> bytes | None:
    """Return the bytes of a name whose encoding nobody states, None if it is stated or ASCII."""
    name = info.orig_filename
    if info.flag_bits & _UTF8_NAME or name.isascii():
        return None
    try:
        return name.encode("cp437")
    except UnicodeEncodeError:
        return None


def _encoding_of(infos: list[ZipInfo]) -> str:
    """Return the encoding that makes most sense of all the names together."""
    names = b"\n".join(raw for info in infos[:1_000] if (raw := _raw(info)) is not None)
    told = tell(names)
    return told.encoding if told and not told.encoding.startswith("utf-16") else "cp437"


def _readable(info: ZipInfo, encoding: str) -> str:
    stated = _unicode_path(info.extra)
    if stated:
        return stated
    raw = _raw(info)
    if raw is None:
        return info.orig_filename.replace("\0", "")
    for each in ("utf-8", encoding, "gb18030"):
        try:
            return raw.decode(each)
        except UnicodeDecodeError:
            continue
    return info.orig_filename


def _unicode_path(extra: bytes) -> str:
    """Return the name in UTF-8 that some programs add beside the one of the system."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == _UNICODE_PATH and size > 5:
            return extra[9 : 4 + size].decode("utf-8", "ignore")
        extra = extra[4 + size :]
    return ""
