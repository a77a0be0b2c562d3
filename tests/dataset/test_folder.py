from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dataset.reading import contents
from workbench.dataset.errors import (
    ExportDiskFull,
    ExportExists,
    ExportFailed,
    ExportFolderForeign,
    ExportParentMissing,
    ExportTargetIsFile,
)
from workbench.dataset.folder import replaced_folder


def _ours(folder: Path) -> list[str]:
    return ["a.csv", "b.csv"]


def _replace(folder: Path, text: str = "new", *, overwrite: bool = False) -> None:
    with replaced_folder(folder, overwrite=overwrite, written_by_us=_ours) as new:
        (new / "a.csv").write_text(text)


def _fail_half_way(folder: Path, error: BaseException) -> None:
    with replaced_folder(folder, overwrite=True, written_by_us=_ours) as new:
        (new / "a.csv").write_text("half")
        raise error


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """An earlier export."""
    folder = tmp_path / "数据"
    folder.mkdir()
    (folder / "a.csv").write_text("old")
    (folder / "b.csv").write_text("old")
    return folder


def _alone(target: Path) -> bool:
    return list(target.parent.iterdir()) == [target]


def test_a_new_folder(tmp_path: Path) -> None:
    _replace(tmp_path / "out")
    assert contents(tmp_path / "out") == {"a.csv": b"new"}
    assert _alone(tmp_path / "out")


def test_a_new_folder_has_the_usual_rights(tmp_path: Path) -> None:
    (tmp_path / "usual").mkdir()
    _replace(tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    _replace(tmp_path / "out")
    assert contents(tmp_path / "out") == {"a.csv": b"new"}
    assert _alone(tmp_path / "out")


def test_an_earlier_export_is_replaced_whole(target: Path) -> None:
    _replace(target, overwrite=True)
    assert contents(target) == {"a.csv": b"new"}
    assert _alone(target)


def test_an_earlier_export_is_kept_unless_it_may_be_overwritten(target: Path) -> None:
    with pytest.raises(ExportExists):
        _replace(target)
    assert contents(target) == {"a.csv": b"old", "b.csv": b"old"}
    assert _alone(target)


def _file(folder: Path) -> None:
    (folder / "mine.R").write_text("x")


def _sub_folder(folder: Path) -> None:
    (folder / "a.csv").unlink()
    (folder / "a.csv").mkdir()


def _link(folder: Path) -> None:
    (folder / "a.csv").unlink()
    (folder / "a.csv").symlink_to(folder / "b.csv")


@pytest.mark.parametrize(
    ("put", "name"), [(_file, "mine.R"), (_sub_folder, "a.csv"), (_link, "a.csv")]
)
@pytest.mark.parametrize("overwrite", [True, False])
def test_a_folder_with_something_else_is_never_touched(
    target: Path, put: Callable[[Path], None], name: str, overwrite: bool
) -> None:
    put(target)
    with pytest.raises(ExportFolderForeign, match=name):
        _replace(target, overwrite=overwrite)
    assert (target / "b.csv").read_text() == "old"
    assert _alone(target)


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ExportTargetIsFile):
        _replace(tmp_path / "out", overwrite=True)
    assert (tmp_path / "out").read_text() == "mine"


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to("loop")
    with pytest.raises(ExportFailed), replaced_folder(loop, overwrite=True, written_by_us=_ours):
        pass
    assert [each.name for each in tmp_path.iterdir()] == ["loop"]


def test_a_folder_in_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportParentMissing, match="nowhere"):
        _replace(tmp_path / "nowhere" / "out")


def test_a_link_to_an_export_stays_a_link(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(target)
    _replace(link, overwrite=True)
    assert link.is_symlink()
    assert contents(target) == {"a.csv": b"new"}


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_an_error_leaves_the_old_and_nothing_else(target: Path, error: type[BaseException]) -> None:
    with pytest.raises(error):
        _fail_half_way(target, error())
    assert contents(target) == {"a.csv": b"old", "b.csv": b"old"}
    assert _alone(target)


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        (errno.ENOSPC, ExportDiskFull),
        (errno.EDQUOT, ExportDiskFull),
        (errno.EIO, ExportFailed),
    ],
)
def test_a_failing_disk_is_told(target: Path, code: int, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        _fail_half_way(target, OSError(code, "what the system says"))
    assert contents(target) == {"a.csv": b"old", "b.csv": b"old"}
    assert _alone(target)


class _Renames:
    """Let renaming fail at the given calls, as an open file does on Windows."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *failing: int) -> None:
        self._rename = Path.rename
        self._failing = failing
        self.calls = 0

        def rename(path: Path, target: Path) -> Path:
            self.calls += 1
            if self.calls in self._failing:
                raise PermissionError(errno.EACCES, "the file is in use")
            return self._rename(path, target)

        monkeypatch.setattr(Path, "rename", rename)


@pytest.mark.parametrize("failing", [1, 2])
def test_the_old_export_comes_back_when_moving_fails(
    target: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    renames = _Renames(monkeypatch, failing)
    with pytest.raises(ExportFailed, match="in use"):
        _replace(target, overwrite=True)
    assert renames.calls >= failing
    assert contents(target) == {"a.csv": b"old", "b.csv": b"old"}
    assert _alone(target)


def test_what_cannot_be_moved_back_is_not_lost(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _Renames(monkeypatch, 2, 3)
    with pytest.raises(ExportFailed):
        _replace(target, overwrite=True)
    (kept,) = target.parent.rglob("b.csv")
    assert kept.read_text() == "old"


def test_leftovers_of_a_killed_export_do_not_stand_in_the_way(tmp_path: Path) -> None:
    (tmp_path / ".workbench-new-1").mkdir()
    _replace(tmp_path / "out")
    assert contents(tmp_path / "out") == {"a.csv": b"new"}
    assert (tmp_path / ".workbench-new-1").is_dir()


# --- what a killed export left --------------------------------------------------


def _left(folder: Path, hours: float) -> Path:
    """Make a folder as a killed export leaves it, so many hours old."""
    folder.mkdir(parents=True)
    (folder / "a.csv").write_text("left")
    for path in (folder / "a.csv", folder, folder.parent):
        then = path.stat().st_mtime - hours * 3600
        os.utime(path, (then, then))
    return folder


def test_what_a_killed_export_left_goes_with_the_next(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    left = _left(home / ".workbench-new-1", 2)
    kept = [_left(home / name, 2) for name in (".workbench-new-x", ".workbench-newer-1")]
    _replace(home / "out")
    assert not left.exists()
    assert all(each.exists() for each in kept)
    assert contents(home / "out") == {"a.csv": b"new"}


def test_an_export_that_is_under_way_is_left_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    going = _left(home / ".workbench-new-1", 0.5)
    _replace(home / "out")
    assert contents(going) == {"a.csv": b"left"}


def test_a_dataset_that_was_moved_away_comes_back(tmp_path: Path) -> None:
    home = tmp_path / "home"
    _left(home / ".workbench-old-1" / "data", 2)
    _left(home / ".workbench-old-2" / "out", 2)
    _replace(home / "out")
    assert sorted(path.name for path in home.iterdir()) == ["data", "out"]
    assert contents(home / "data") == {"a.csv": b"left"}
    assert contents(home / "out") == {"a.csv": b"new"}


def test_a_dataset_whose_place_is_taken_goes(target: Path) -> None:
    attic = target.with_name(".workbench-old-7")
    _left(attic / target.name, 2)
    _replace(target, overwrite=True)
    assert contents(target) == {"a.csv": b"new"}
    assert _alone(target)
