from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from workbench.app.errors import FileUnwritable
from workbench.app.files import write_whole

TEXT = "第一行𠮷\n第二行\r\n"


def test_a_text_is_written_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "新.txt"
    write_whole(path, TEXT)
    assert path.read_bytes() == TEXT.encode()
    write_whole(path, "短")
    assert path.read_bytes() == "短".encode()
    assert [each.name for each in tmp_path.iterdir()] == ["新.txt"]


def test_a_link_keeps_leading_where_it_led(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_whole(tmp_path / "link.txt", TEXT)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == TEXT.encode()


@pytest.mark.parametrize("name", ["nowhere/a.txt", "folder", "x" * 300])
def test_a_place_that_takes_no_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileUnwritable):
        write_whole(tmp_path / name, TEXT)
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


def test_what_stood_there_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(FileUnwritable, match="No space left"):
        write_whole(path, TEXT)
    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
def test_a_pipe_is_written_through(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, TEXT)
    reader.join(60)
    assert read == [TEXT.encode()]
    assert pipe.is_fifo()
