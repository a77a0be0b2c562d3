"""A folder that is written beside its place and moved there whole, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path

from workbench.dataset.errors import (
    ExportDiskFull,
    ExportExists,
    ExportFailed,
    ExportFolderForeign,
    ExportParentMissing,
    ExportTargetIsFile,
)

_LEFT_BY_US = re.compile(r"\.workbench-(new|old)-[0-9]+")
_UNDER_WAY = 3600.0  # seconds
_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def replaced_folder(
    folder: Path, *, overwrite: bool, written_by_us: Callable[[Path], Iterable[str]]
) -> Generator[Path]:
    """Give an empty folder to write to; at the end it takes the place of `folder`.

    An error in the body leaves everything as it was. `written_by_us` returns the
    names of the files that an earlier export wrote to a folder, none if it was no export.

    Raises:
        ExportExists, ExportFolderForeign, ExportTargetIsFile, ExportParentMissing,
        ExportDiskFull, ExportFailed: nothing was changed.
    """
    with _as_refusals(folder):
        target = _resolved(folder)
        _refuse_target(target, overwrite=overwrite, written_by_us=written_by_us)
        new = _made_beside(target, "new")
        _clear_up_beside(new)
        try:
            yield new
            _move_into_place(new, target)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except RuntimeError as error:  # a link to itself, until Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error


@contextmanager
def _as_refusals(folder: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise ExportDiskFull(folder=folder) from error
        raise ExportFailed(folder=folder, detail=error.strerror or str(error)) from error


def _refuse_target(
    target: Path, *, overwrite: bool, written_by_us: Callable[[Path], Iterable[str]]
) -> None:
    if not target.parent.is_dir():
        raise ExportParentMissing(folder=target.parent)
    if not target.exists():
        return
    if not target.is_dir():
        raise ExportTargetIsFile(folder=target)
    ours = set(written_by_us(target))
    found = sorted(each for each in target.iterdir() if not _left_by_others(each.name))
    for each in found:
        if each.name not in ours or each.is_symlink() or not each.is_file():
            raise ExportFolderForeign(folder=target, name=each.name)
    if found and not overwrite:
        raise ExportExists(folder=target)


# What file managers and office programs leave behind where somebody has looked.
_LEFT_BEHIND = (".DS_Store", "Thumbs.db", "desktop.ini", ".~lock.*#", "~$*", "._*")


def _left_by_others(name: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in _LEFT_BEHIND)


def _made_beside(target: Path, purpose: str) -> Path:
    """Make a new folder beside `target`, on the same disk, with the usual rights."""
    number = 0
    while True:
        number += 1
        made = target.with_name(f".workbench-{purpose}-{number}")
        with contextlib.suppress(FileExistsError):
            made.mkdir()
            return made


def _clear_up_beside(new: Path) -> None:
    """Remove what a killed export left, and put back a dataset that it had moved away.

    What was touched within the hour may be an export that is under way.
    """
    made = new.stat().st_mtime
    for left in sorted(new.parent.glob(".workbench-*")):
        match = _LEFT_BY_US.fullmatch(left.name)
        with contextlib.suppress(OSError):
            if match and left != new and made - _last_touched(left) > _UNDER_WAY:
                _put_back(left) if match[1] == "old" else shutil.rmtree(left)


def _last_touched(folder: Path) -> float:
    return max(path.stat().st_mtime for path in (folder, *folder.iterdir()))


def _put_back(attic: Path) -> None:
    """Put a dataset back where it was, unless another has taken its place."""
    for old in list(attic.iterdir()):
        place = attic.with_name(old.name)
        if not place.exists():
            old.rename(place)
    shutil.rmtree(attic)


def _move_into_place(new: Path, target: Path) -> None:
    """Put `new` where `target` is; `target` comes back if that fails."""
    if not target.exists():
        new.rename(target)
        return
    attic = _made_beside(target, "old")
    old = attic / target.name
    try:
        target.rename(old)
        _move_or_restore(new, target, old)
    except BaseException:
        # Not emptied first: what could not be moved back must not be lost.
        with contextlib.suppress(OSError):
            attic.rmdir()
        raise
    shutil.rmtree(attic, ignore_errors=True)


def _move_or_restore(new: Path, target: Path, old: Path) -> None:
    try:
        new.rename(target)
    except BaseException:
        old.rename(target)
        raise
