from __future__ import annotations

from pathlib import Path

import pytest
from xlsxwriter import Workbook

from tests.app.world import opened
from tests.cli.conftest import Cli


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.xlsx", "a.qdc", "a.html", "a.docx"])
def test_a_codebook_is_exported_as_the_ending_says(
    cli: Cli, project: Path, tmp_path: Path, name: str
) -> None:
    before = project.read_bytes()
    ran = cli("codebook", "export", project, tmp_path / name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{tmp_path / name}: the codebook as {name[2:]}.\n"
    assert (tmp_path / name).stat().st_size > 1_000
    assert project.read_bytes() == before


def test_format_and_language_can_be_named(cli: Cli, project: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert cli("codebook", "export", project, path, "--format", "taguette").code == 0
    assert path.read_text("utf-8").startswith("tag,parent,description,")
    ran = cli("codebook", "export", project, path)
    assert ran.code == 1
    assert "exists already" in ran.err
    options = ("--overwrite", "--language", "en")
    assert cli("codebook", "export", project, path, *options).code == 0
    assert path.read_text("utf-8-sig").startswith("kind,code list,key,")
    assert cli("codebook", "export", project, tmp_path / "a").code == 1
    assert cli("codebook", "export", project, tmp_path / "a", "--format", "no").code == 2
    assert cli("codebook").code == 2


def test_labels_do_not_follow_the_system(
    cli: Cli, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    cli("codebook", "export", project, tmp_path / "a.html")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    cli("codebook", "export", project, tmp_path / "b.html")
    page = (tmp_path / "a.html").read_bytes()
    assert page == (tmp_path / "b.html").read_bytes()
    assert "目录" in page.decode()


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.xlsx", "a.qdc"])
def test_a_project_begins_with_a_codebook_of_any_format(
    cli: Cli, project: Path, tmp_path: Path, name: str
) -> None:
    cli("codebook", "export", project, tmp_path / name)
    new = tmp_path / "neu.workbench"
    assert cli("new", new, "--codebook", tmp_path / name).code == 0
    cli("codebook", "export", project, tmp_path / "old.csv")
    cli("codebook", "export", new, tmp_path / "new.csv")
    assert (tmp_path / "new.csv").read_bytes() == (tmp_path / "old.csv").read_bytes()


def test_what_was_left_out_is_told(cli: Cli, tmp_path: Path) -> None:
    table = tmp_path / "词.csv"
    table.write_text("名称,颜色,备注栏\n海,蓝,x\n", "utf-8")
    ran = cli("new", tmp_path / "neu.workbench", "--codebook", table)
    assert ran.code == 0
    assert "label=名称, colour=颜色" in ran.out
    assert "Columns that were left out: 备注栏." in ran.err
    assert "as #rrggbb: 1." in ran.err


def test_a_project_begins_with_a_table_whose_columns_are_named(cli: Cli, tmp_path: Path) -> None:
    path, new = tmp_path / "a.txt", tmp_path / "neu.workbench"
    path.write_text("甲;乙\n海;大的水\n", "utf-8")
    ran = cli("new", new, "--codebook", path)
    assert ran.code == 1
    assert "name it (name=…)" in ran.err
    assert not new.exists()
    columns = ("--columns", "name=甲,description=乙", "--list", "waters", "--as", "csv")
    ran = cli("new", new, "--codebook", path, *columns)
    assert (ran.code, ran.err) == (0, "")
    assert "label=甲, definition=乙" in ran.out
    with opened(new) as session:
        (category,) = session.codebook.lists_by_key["waters"].categories
        assert (category.label.zh, category.guide.definition.zh) == ("海", "大的水")


def test_a_project_begins_with_the_sheet_that_is_named(cli: Cli, tmp_path: Path) -> None:
    path, new = tmp_path / "a.xlsx", tmp_path / "neu.workbench"
    with Workbook(path) as book:
        for name, word in (("一", "海"), ("二", "港")):
            page = book.add_worksheet(name)
            page.write_column(0, 0, ("名称", word))
    assert cli("new", new, "--codebook", path, "--sheet", "二").code == 0
    with opened(new) as session:
        (code_list,) = session.codebook.code_lists
        assert [each.label.zh for each in code_list.categories] == ["港"]


@pytest.mark.parametrize(
    "option", [("--as", "csv"), ("--list", "a"), ("--columns", "name=甲"), ("--sheet", "一")]
)
def test_what_is_said_of_no_codebook_file_is_refused(
    cli: Cli, tmp_path: Path, option: tuple[str, str]
) -> None:
    ran = cli("new", tmp_path / "neu.workbench", "--empty", *option)
    assert ran.code == 1
    assert f"“{option[0]}” says how a codebook file is read" in ran.err
    assert not (tmp_path / "neu.workbench").exists()


def test_columns_of_what_is_no_table_are_refused(cli: Cli, project: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    cli("codebook", "export", project, path)
    ran = cli("codebook", "import", project, path, "--columns", "name=甲", "--dry-run")
    assert ran.code == 1
    assert "is no table" in ran.err


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "地点.csv"
    path.write_text("代码表,键,名称,上级\nplaces,SEA,海,\nplaces,PORT,港口,SEA\n", "utf-8")
    return path


def test_a_dry_run_says_what_would_change(cli: Cli, project: Path, table: Path) -> None:
    before = project.read_bytes()
    ran = cli("codebook", "import", project, table, "--dry-run")
    assert (ran.code, ran.err) == (0, "")
    assert "code list added: places\n" in ran.out
    assert "nothing was written" in ran.out
    assert project.read_bytes() == before


def test_a_table_is_added(cli: Cli, project: Path, table: Path, tmp_path: Path) -> None:
    ran = cli("codebook", "import", project, table, "--json", "--coder", "甲")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["format"] == "csv"
    assert len(ran.json["changes"]) == 2
    assert ran.json["columns"] == {"list": "代码表", "key": "键", "label": "名称", "parent": "上级"}
    assert cli("codebook", "import", project, table, "--add", "--json").json["changes"] == []
    cli("codebook", "export", project, tmp_path / "a.csv", "--format", "csv")
    assert "类目,places,PORT,2,,SEA,港口," in (tmp_path / "a.csv").read_text("utf-8-sig")
    table.write_text("代码表,键,名称\nplaces,SKY,天空\n", "utf-8")
    ran = cli("codebook", "import", project, table, "--replace")
    assert ran.code == 0
    assert ran.out.count("category removed") == 2
    assert cli("check", project).code == 0


def test_one_list_is_replaced_though_others_name_its_categories(
    cli: Cli, project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    cli("codebook", "export", project, path)
    head, *lines = path.read_text("utf-8-sig").splitlines()
    actors = [each for each in lines if each.split(",")[1] == "actors"]
    kept = [each for each in actors if "M_USJPKR" not in each]
    assert len(kept) == len(actors) - 1
    path.write_text("\n".join((head, *kept)), "utf-8-sig")
    ran = cli("codebook", "import", project, path, "--replace", "--json", "--language", "en")
    assert (ran.code, ran.err) == (0, "")
    removed, twin = ran.json["changes"]
    assert removed.startswith("category removed: Actors")
    assert "twin taken out (it was “actors:M_USJPKR”)" in twin
    assert cli("check", project).code == 0


def test_columns_list_and_format_can_be_named(cli: Cli, project: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲;乙\n海;大的水\n", "utf-8")
    ran = cli("codebook", "import", project, path, "--dry-run")
    assert ran.code == 1
    assert "cannot be told" in ran.err
    columns = ("--columns", "name=甲,description=乙", "--list", "concepts", "--as", "csv")
    ran = cli("codebook", "import", project, path, "--dry-run", "--json", *columns)
    assert ran.code == 0
    (change,) = ran.json["changes"]
    assert change.endswith("海")


def test_a_broken_file_changes_nothing(cli: Cli, project: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    cli("codebook", "export", project, tmp_path / "before.json")
    path.write_text("键,名称,上级\nA,甲,B\nB,乙,A\n", "utf-8")
    ran = cli("codebook", "import", project, path, "--json")
    assert ran.code == 1
    assert ran.json["error"]["kind"] == "InsideItself"
    path.write_text("名称,同一事物\n甲,nowhere:X\n", "utf-8")
    assert cli("codebook", "import", project, path).code == 1
    cli("codebook", "export", project, tmp_path / "after.json")
    assert (tmp_path / "after.json").read_bytes() == (tmp_path / "before.json").read_bytes()


def test_versions_are_frozen_listed_and_compared(cli: Cli, project: Path, table: Path) -> None:
    assert "No version" in cli("codebook", "versions", project).out
    ran = cli("codebook", "freeze", project, "v1", "--note", "试编码前", "--coder", "甲")
    assert (ran.code, ran.out) == (0, "As coder: 甲.\nFrozen as “v1”.\n")
    (version,) = cli("codebook", "versions", project, "--json").json["versions"]
    assert (version["name"], version["coder"], version["note"]) == ("v1", "甲", "试编码前")
    assert "v1: " in cli("codebook", "versions", project).out
    cli("codebook", "import", project, table)
    ran = cli("codebook", "diff", project, "v1")
    assert ran.out.splitlines() == [
        "code list added: places",
        "layer added: places",
        "Differences: 2.",
    ]
    cli("codebook", "freeze", project, "v2")
    assert len(cli("codebook", "diff", project, "v1", "v2", "--json").json["changes"]) == 2
    ran = cli("codebook", "diff", project, "v9")
    assert ran.code == 1
    assert "choose one of: v1, v2" in ran.err


def test_before_the_first_version_one_is_told_how_to_make_it(cli: Cli, project: Path) -> None:
    ran = cli("codebook", "diff", project, "v1")
    assert ran.code == 1
    assert "workbench codebook freeze" in ran.err


def test_what_is_doubtful_is_told(cli: Cli, tmp_path: Path) -> None:
    path, project = tmp_path / "a.csv", tmp_path / "p.workbench"
    path.write_text("键,名称,别名\nSEA,海洋,大海\nPORT,港口,大海、港\n", "utf-8")
    cli("new", project, "--empty")
    ran = cli("codebook", "import", project, path, "--dry-run")
    assert "both claim the name “大海”" in ran.err
    ran = cli("codebook", "import", project, path, "--json")
    assert [each["kind"] for each in ran.json["warnings"]] == ["alias_short", "alias_twice"]
    ran = cli("codebook", "warnings", project)
    assert (ran.code, len(ran.out.splitlines())) == (0, 3)
    assert len(cli("codebook", "warnings", project, "--json").json["warnings"]) == 2
