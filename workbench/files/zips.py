"""What is the same of every zip: how one is broken, and how much it may hold."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from workbench.files.errors import FileHasTooManyParts, FileUnpacksTooLarge

MEGABYTE = 1_000_000
#: What zipfile and zlib raise on bytes that are no zip, or not as its directory says.
BROKEN = (
    BadZipFile,
    LargeZipFile,
    NotImplementedError,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    MemoryError,
    RuntimeError,
)


def check_size(members: Sequence[ZipInfo], file_name: str, *, parts: int, most: int) -> None:
    """Refuse more than `parts` members, or more than `most` bytes unpacked, by the directory.

    Raises:
        FileHasTooManyParts, FileUnpacksTooLarge.
    """
    if len(members) > parts:
        raise FileHasTooManyParts(file=file_name, count=len(members), limit=parts)
    size = sum(info.file_size for info in members)
    if size > most:
        told = {"megabytes": -(-size // MEGABYTE), "limit": most // MEGABYTE}
        raise FileUnpacksTooLarge(file=file_name, **told)


def timeless(data: bytes) -> bytes:
    """Return a zip with its members in order, none of which says when it was packed."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(ZipInfo(info.filename), old.read(info), ZIP_DEFLATED)
    return target.getvalue()
