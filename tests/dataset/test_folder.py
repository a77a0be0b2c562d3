from __future__ import annotations

import errno
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
