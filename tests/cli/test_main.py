from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.app.test_checking import spoil
from tests.cli.conftest import Cli, Window
from workbench import __version__
from workbench.app.settings import Folders
from workbench.cli.main import run
from workbench.domain.errors import Defect
from workbench.store.errors import NothingToUndo

COMMANDS = ("open", "new", "import", "clean", "export", "forecasts", "info", "check", "tour")


@pytest.fixture(autouse=True)
def display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")


# --- help and usage ---------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", [(), *((each,) for each in COMMANDS)])
def test_help_is_there_in_both_languages(cli: Cli, language: str, command: tuple[str]) -> None:
    ran = cli("--language", language, *command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("usage: workbench" if language == "en" else "用法：workbench")
    english = ("show this help", "options:", "positional arguments")
    assert not any(each in ran.out for each in english[2 if language == "en" else 0 :])
    if not command:
        assert all(f"    {each} " in ran.out for each in COMMANDS)


def test_the_version_is_told(cli: Cli) -> None:
    assert cli("--version").out == f"Pizhu Workbench {__version__}\n"


WRONG = [
    (["nothing"], "COMMAND cannot be 'nothing'; choose from 'open'"),
    (["info"], "something is missing: PROJECT."),
    (["import", "p"], "something is missing: PATH."),
    (["info", "p", "--nonsense"], "not understood: --nonsense;"),
    (["info", "p", "q"], "not understood: q;"),
    (["open", "p", "--coder"], "--coder needs a value."),
    (["new", "p", "--empty", "--from", "q"], "--from and --empty exclude each other"),
    (["info", "p", "--json=x"], "--json takes no value; leave out 'x'."),
    (["info", "p", "--js"], "not understood: --js;"),
    (["--language", "fr", "info", "p"], "--language cannot be 'fr'; choose from"),
    (["--language"], "--language needs a value."),
]


@pytest.mark.parametrize(("arguments", "sentence"), WRONG)
def test_wrong_usage_is_told(cli: Cli, arguments: list[str], sentence: str) -> None:
    ran = cli(*arguments)
    assert (ran.code, ran.out) == (2, "")
    *usage, told = ran.err.splitlines()
    assert usage[0].startswith("usage: workbench")
    assert told.startswith("workbench: ")
    assert sentence in told


@pytest.mark.parametrize("arguments", [each for each, _ in WRONG if "--language" not in each])
def test_wrong_usage_is_told_in_chinese(cli: Cli, arguments: list[str]) -> None:
    ran = cli("--language", "zh", *arguments)
    assert ran.code == 2
    assert ran.err.startswith("用法：workbench")
    assert any("\u4e00" <= each <= "\u9fff" for each in ran.err.splitlines()[-1])


def test_a_complaint_that_nobody_translated_is_told_as_it_is(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.cli.usage._COMPLAINTS", ())
    ran = cli("info")
    assert ran.code == 2
    assert "wrong usage: the following arguments are required: PROJECT." in ran.err


def test_chinese_help_has_chinese_marks(cli: Cli) -> None:
    for command in ([], ["info"], ["export"], ["import"]):
        told = cli("--language", "zh", *command, "--help").out
        assert not re.search(r"[\u4e00-\u9fff][:,;]", told)
        assert "\n选项：\n" in told
    assert "缺少：PROJECT。" in cli("--language", "zh", "export").err
    assert "choose from" in cli("--language", "en", "--language", "fr").err


def test_only_an_export_has_labels_in_a_language(cli: Cli) -> None:
    assert "labels" in cli("export", "--help", "--language", "en").out
    assert "labels" not in cli("check", "--help", "--language", "en").out


def test_the_language_may_stand_anywhere(cli: Cli) -> None:
    for arguments in (["--language", "zh", "info", "x"], ["info", "x", "--language=zh"]):
        assert "没有项目" in cli(*arguments).err


def test_the_language_of_the_system_is_spoken(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "没有项目" in cli("info", "x").err
    assert "There is no project" in cli("info", "x", "--language", "en").err


# --- the window -------------------------------------------------------------


def test_the_window_opens(cli: Cli, window: Window, project: Path, tmp_path: Path) -> None:
    assert cli().code == 0
    assert cli("open", project).code == 0
    assert cli("open", project, "--coder", "甲").code == 0
    assert window.opened == [(None, None), (project, None), (project, "甲")]
    assert cli("tour", tmp_path / "out").code == 7
    assert window.toured == [tmp_path / "out"]


def test_a_window_without_a_project_or_a_display_is_refused(
    cli: Cli, window: Window, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = cli("open", "nowhere.workbench")
    assert ran.code == 1
    assert "There is no project at" in ran.err
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    ran = cli("open", project)
    assert ran.code == (0 if sys.platform in ("win32", "darwin") else 1)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "no display" in cli("open", project).err
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cli("open", project).code == 0
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert cli("open", project).code == 0
    assert len(window.opened) == 2 + (sys.platform in ("win32", "darwin"))


@pytest.mark.parametrize(
    "error",
    [
        ImportError("libEGL.so.1: cannot open shared object file"),
        ModuleNotFoundError("No module named 'PySide6'", name="PySide6"),
    ],
)
def test_a_machine_that_lacks_qt_is_told_what_to_do(
    cli: Cli, window: Window, error: ImportError
) -> None:
    window.error = error
    ran = cli()
    assert ran.code == 1
    assert "The window cannot be opened" in ran.err
    assert str(error) in ran.err


# --- whatever happens -------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "error", [RuntimeError("no"), Defect("ours"), ModuleNotFoundError("x", name="workbench.x")]
)
def test_a_fault_of_ours_is_confessed_and_kept(
    cli: Cli, window: Window, folders: Folders, language: str, error: Exception
) -> None:
    window.error = error
    ran = cli("--language", language)
    assert (ran.code, ran.out) == (1, "")
    (report,) = folders.log.iterdir()
    assert ran.err.count("\n") == 1
    assert type(error).__name__ in ran.err
    assert str(report) in ran.err
    assert ("我们的问题" if language == "zh" else "fault of ours") in ran.err
    assert f"{type(error).__name__}: {error}" in report.read_text("utf-8")


def test_stumbling_over_damage_is_no_fault_of_ours(
    cli: Cli, window: Window, folders: Folders, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.error = RuntimeError("no")
    assert "fault of ours" in cli("open", project).err
    spoil(project, "UPDATE layer SET label_zh = CAST(label_zh AS BLOB)")
    ran = cli("open", project)
    assert ran.code == 1
    assert "is damaged" in ran.err
    assert ran.err.count("\n") == 1
    assert len(list(folders.log.iterdir())) == 1

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("workbench.app.checking.check_project", fail)
    assert "fault of ours" in cli("open", project).err


def test_a_fault_that_cannot_be_kept_is_confessed(
    cli: Cli, window: Window, folders: Folders
) -> None:
    folders.log.parent.mkdir(parents=True)
    folders.log.write_text("a file where the folder should be")
    window.error = RuntimeError("no")
    ran = cli()
    assert ran.code == 1
    assert "Please tell us what you did." in ran.err


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (KeyboardInterrupt(), 130, "Interrupted"),
        (NothingToUndo(), 1, "nothing left to undo"),
        (PermissionError(13, "Permission denied", "/etc/x"), 1, "(Permission denied: /etc/x)"),
        (OSError("strange"), 1, "(strange)"),
    ],
)
def test_what_ends_a_command_is_told(
    cli: Cli, window: Window, error: BaseException, code: int, sentence: str
) -> None:
    window.error = error
    ran = cli()
    assert ran.code == code
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


def test_a_refusal_is_json_where_json_is_wanted(cli: Cli) -> None:
    for command in ("info", "check"):
        ran = cli(command, "nowhere.workbench", "--json")
        assert ran.code == 1
        assert ran.json["error"]["kind"] == "ProjectMissing"
        assert ran.err == f"workbench: {ran.json['error']['sentence']}\n"


# --- the two streams --------------------------------------------------------


class Broken(io.StringIO):
    """A stream whose reader is gone, or whose disk is full."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def write(self, _: str) -> int:
        raise self._error


def _run_into(
    monkeypatch: pytest.MonkeyPatch, folders: Folders, out: Any, err: Any, *arguments: str
) -> int:
    def never(*_: object) -> int:
        raise AssertionError

    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    return run(list(arguments), never, never, folders)


def test_a_reader_who_goes_away_ends_the_command_quietly(
    monkeypatch: pytest.MonkeyPatch, folders: Folders, project: Path
) -> None:
    err, gone = io.StringIO(), Broken(BrokenPipeError())
    assert _run_into(monkeypatch, folders, gone, err, "info", str(project)) == 141
    assert err.getvalue() == ""


def test_an_output_that_takes_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch, folders: Folders, project: Path
) -> None:
    full = OSError(28, "No space left on device")
    for arguments in (["info", str(project)], ["info", str(project), "--json"]):
        err = io.StringIO()
        assert _run_into(monkeypatch, folders, Broken(full), err, *arguments) == 1
        assert "No space left on device" in err.getvalue()


def test_no_stream_at_all_still_gives_the_code(
    monkeypatch: pytest.MonkeyPatch, folders: Folders
) -> None:
    full = OSError(28, "No space left on device")
    assert _run_into(monkeypatch, folders, Broken(full), Broken(full), "info", "x") == 1
    assert _run_into(monkeypatch, folders, Broken(full), Broken(full), "info", "x", "--json") == 1
    assert _run_into(monkeypatch, folders, io.StringIO(), Broken(full), "nothing") == 2


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk", "utf-8"])
def test_every_encoding_can_be_written_to(
    monkeypatch: pytest.MonkeyPatch, folders: Folders, encoding: str
) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    err = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    arguments = ["info", "没有𠮷\udc80.workbench", "--json", "--language", "zh"]
    assert _run_into(monkeypatch, folders, out, err, *arguments) == 1
    out.flush()
    err.flush()
    import json

    told = json.loads(out.buffer.getvalue().decode(encoding))  # type: ignore[attr-defined]
    assert "没有𠮷\udc80.workbench" in told["error"]["sentence"]
    assert b"\\udc80" in err.buffer.getvalue()  # type: ignore[attr-defined]
