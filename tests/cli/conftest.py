from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from workbench.app.settings import Folders
from workbench.cli.main import run


@dataclass
class Ran:
    """How one command line ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Window:
    """Stands in for the window: notes what it was asked."""

    opened: list[tuple[Path | None, str | None]] = field(default_factory=list[Any])
    toured: list[Path] = field(default_factory=list[Any])
    error: BaseException | None = None

    def open(self, project: Path | None, coder: str | None) -> int:
        if self.error is not None:
            raise self.error
        self.opened.append((project, coder))
        return 0

    def tour(self, folder: Path) -> int:
        self.toured.append(folder)
        return 7


Cli = Callable[..., Ran]


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """The user's folders."""
    home = tmp_path / "home"
    return Folders(home / "config", home / "cache", home / "data", home / "log")


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], window: Window, folders: Folders) -> Cli:
    """Run one command line in this process."""

    def call(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = run([str(each) for each in arguments], window.open, window.tour, folders)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def project(cli: Cli, tmp_path: Path) -> Path:
    """A new project with the starter codebook."""
    path = tmp_path / "项目.workbench"
    assert cli("new", path).code == 0
    return path


STORY = "小镇的新桥\n昨天下午，小镇的新桥通车了。镇长在桥上讲话，居民在两岸鼓掌。\n"
OTHER = "邻镇的旧桥\n邻镇的旧桥今天关闭了。议员说，修桥的钱还没有着落。\n"


@pytest.fixture
def stories(tmp_path: Path) -> list[Path]:
    """Two article files, one of them in GB18030."""
    folder = tmp_path / "文章"
    folder.mkdir()
    (folder / "新桥.txt").write_text(STORY, encoding="utf-8")
    (folder / "旧桥.txt").write_text(OTHER, encoding="gb18030")
    return [folder / "新桥.txt", folder / "旧桥.txt"]
