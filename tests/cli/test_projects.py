from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.test_checking import spoil
from tests.app.world import CODEBOOK, opened
from tests.cli.conftest import Cli
from tests.store.world import laid_out
from workbench.app.commands import MarkSpan
from workbench.app.projects import empty_codebook, starter_codebook
from workbench.app.surroundings import user_name
from workbench.domain.codebook_file import write_codebook


@pytest.fixture
def coded(cli: Cli, project: Path, stories: list[Path]) -> Path:
    """A project with two articles and two marks by 甲."""
    cli("import", project, *stories)
    with opened(project) as session:
        for article in session.articles():
            session.run(MarkSpan(article.id, "actor", 0, 2))
    return project


def folder_of(project: Path) -> set[str]:
    """Return the names beside a project."""
    return {each.name for each in project.parent.iterdir()} - {"home", "cache", "文章"}


# --- new --------------------------------------------------------------------


def test_a_project_is_made_with_the_codebook_that_is_wanted(
    cli: Cli, tmp_path: Path, coded: Path
) -> None:
    file = tmp_path / "手册.json"
    file.write_text(write_codebook(CODEBOOK), encoding="utf-8")
    wanted = {
        "a": ([], starter_codebook()),
        "b": (["--empty"], empty_codebook()),
        "c": (["--codebook", file], CODEBOOK),
        "d": (["--from", coded], starter_codebook()),
    }
    for name, (options, codebook) in wanted.items():
        path = tmp_path / f"{name}.workbench"
        ran = cli("new", path, *options)
        assert (ran.code, ran.out, ran.err) == (0, f"{path}: made.\n", "")
        with opened(path) as session:
            assert session.codebook == codebook
            assert len(session.articles()) == (2 if name == "d" else 0)


def test_a_project_replaces_nothing(cli: Cli, project: Path) -> None:
    before = project.read_bytes()
    ran = cli("new", project)
    assert (ran.code, ran.out) == (1, "")
    assert "exists already" in ran.err
    assert project.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--codebook", "nowhere.json"], "could not be read"),
        (["--codebook", "bad.json"], "is not a codebook"),
        (["--codebook", "."], "could not be read"),
        (["--from", "nowhere.workbench"], "There is no project at"),
        (["--from", "bad.json"], "is not a Workbench project"),
    ],
)
def test_a_project_that_cannot_be_made_leaves_nothing(
    cli: Cli,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.json").write_text("{'no': json}" * 50)
    ran = cli("new", "p.workbench", *options)
    assert (ran.code, ran.out) == (1, "")
    assert sentence in ran.err
    assert folder_of(tmp_path / "p.workbench") == {"bad.json"}


def test_a_name_without_the_suffix_gets_it(cli: Cli, tmp_path: Path) -> None:
    ran = cli("new", tmp_path / "研究.第一轮")
    assert ran.out == f"{tmp_path / '研究.第一轮.workbench'}: made.\n"
    assert (tmp_path / "研究.第一轮.workbench").is_file()
    assert cli("new", tmp_path / "B.Workbench").code == 0
    assert (tmp_path / "B.Workbench").is_file()


@pytest.mark.parametrize("command", ["open", "info", "check", "import"])
def test_a_folder_is_no_project_and_called_a_folder(cli: Cli, tmp_path: Path, command: str) -> None:
    more = [tmp_path] if command == "import" else []
    ran = cli(command, tmp_path, *more)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"workbench: “{tmp_path}” is a folder; ")


def test_a_folder_that_is_not_there_is_refused(cli: Cli, tmp_path: Path) -> None:
    ran = cli("new", tmp_path / "nowhere" / "p.workbench")
    assert ran.code == 1
    assert "does not exist or cannot be written to" in ran.err


# --- info -------------------------------------------------------------------


def test_a_project_is_counted(cli: Cli, coded: Path) -> None:
    ran = cli("info", coded)
    assert (ran.code, ran.err) == (0, "")
    assert str(coded) in ran.out
    assert "articles: 2 (" in ran.out
    assert "annotations: 2\n" in ran.out
    assert "  Actor (actor): 2 (甲 2)\n" in ran.out
    assert "  Stance (stance): 0\n" in ran.out
    assert f"  {user_name()}: nothing coded (no coder of the dataset)\n" in ran.out
    assert "  甲: annotations 2; articles in progress 2, done 0, in doubt 0\n" in ran.out


def test_a_project_is_counted_in_chinese(cli: Cli, coded: Path) -> None:
    lines = cli("info", coded, "--language", "zh").out.splitlines()
    with opened(coded) as session:
        labels = {each.key: each.label.zh for each in session.codebook.layers}
    assert lines[2] == "标注：2"
    by_layer = cli("info", coded, "--json").json["by_layer"]
    assert lines[3:-3] == [
        f"  {labels[key]}（{key}）：{count}" + ("（甲 2）" if key == "actor" else "")
        for key, count in by_layer.items()
    ]
    assert lines[-2:] == [
        f"  {user_name()}：尚未编码（不计入数据集的编码员）",
        "  甲：标注 2；文章：进行中 2、完成 0、存疑 0",
    ]


def test_a_layer_without_a_label_is_told_by_its_key(cli: Cli, coded: Path) -> None:
    spoil(coded, "UPDATE layer SET label_en = '', label_zh = ''")
    assert "  actor: 2 (甲 2)\n" in cli("info", coded).out


def test_a_project_is_counted_as_json(cli: Cli, coded: Path) -> None:
    counts = cli("info", coded, "--json").json
    assert list(counts) == [
        *("project", "articles", "characters", "annotations"),
        *("by_layer", "by_coder", "by_layer_and_coder", "by_coder_and_status", "layer_labels"),
        "schema_revision",
    ]
    assert (counts["project"], counts["articles"], counts["annotations"]) == (str(coded), 2, 2)
    assert counts["by_layer"]["actor"] == 2
    assert counts["by_coder"]["甲"] == 2
    assert counts["by_coder_and_status"] == {user_name(): {}, "甲": {"in_progress": 2}}
    assert counts["layer_labels"]["actor"]["en"] == "Actor"


# --- check ------------------------------------------------------------------


def test_a_sound_project_is_clean(cli: Cli, coded: Path) -> None:
    before = coded.read_bytes()
    ran = cli("check", coded)
    assert (ran.code, ran.out, ran.err) == (0, f"{coded}: no problem found.\n", "")
    assert cli("check", coded, "--json").json == {
        "project": str(coded),
        "clean": True,
        "problems": [],
    }
    assert coded.read_bytes() == before


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "is not its text"), ("zh", "引文与原文不符")]
)
def test_every_problem_is_named(cli: Cli, coded: Path, language: str, sentence: str) -> None:
    spoil(coded, "UPDATE annotation SET quote = '别的'")
    ran = cli("check", coded, "--language", language)
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 2
    assert all(sentence in line and "别的" in line for line in ran.out.splitlines())
    assert "2" in ran.err
    assert len(ran.err.splitlines()) == 1
    ran = cli("check", coded, "--language", language, "--json")
    assert (ran.code, ran.err) == (1, "")
    assert not ran.json["clean"]
    (problem, _) = ran.json["problems"]
    assert list(problem) == ["kind", "where", "detail", "sentence"]
    assert problem["kind"] == "quote"
    assert sentence in problem["sentence"]


# --- older versions ---------------------------------------------------------


def test_an_older_project_is_brought_up_to_date_by_what_writes(
    cli: Cli, tmp_path: Path, stories: list[Path]
) -> None:
    project = laid_out(tmp_path / "old.workbench", "0002")
    before = project.read_bytes()
    reading: list[list[str | Path]] = [
        ["info", project],
        ["check", project],
        ["export", project, tmp_path / "out"],
        ["codebook", "versions", project],
    ]
    for command in reading:
        ran = cli(*command)
        assert (ran.code, ran.out) == (1, "")
        assert "was made by an older version of this program; open it once" in ran.err
    assert project.read_bytes() == before
    ran = cli("import", project, *stories)
    kept = tmp_path / "old.before-0002.workbench"
    assert ran.code == 0
    assert ran.err.startswith(f"“{project}” was made by an older version and was brought up")
    assert f"it is kept as “{kept}”.\n" in ran.err
    assert kept.is_file()
    assert [cli(*command).err for command in reading] == [""] * len(reading)
