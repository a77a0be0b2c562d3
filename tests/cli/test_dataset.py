from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.world import article, opened, surroundings
from tests.cli.conftest import Cli
from tests.dataset.world import WITH_GROUPS
from workbench.app.commands import ImportArticles, MarkSpan
from workbench.app.exporting import FORMATS
from workbench.app.messages import Messages
from workbench.app.projects import new_project


@pytest.fixture
def coded(cli: Cli, project: Path, stories: list[Path]) -> Path:
    """A project with two articles and two marks."""
    cli("import", project, *stories)
    with opened(project) as session:
        for article in session.articles():
            session.run(MarkSpan(article.id, "actor", 0, 2))
    return project


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_a_dataset_is_exported(cli: Cli, coded: Path, tmp_path: Path) -> None:
    before = coded.read_bytes()
    ran = cli("export", coded, tmp_path / "数据")
    assert (ran.code, ran.err) == (0, "")
    assert "annotations.csv: rows: 2\n" in ran.out
    assert ran.out.splitlines()[-1].startswith(f"{tmp_path / '数据'}: ")
    assert "小镇" in contents(tmp_path / "数据")["articles.csv"].decode("utf-8-sig")
    assert coded.read_bytes() == before


def test_the_language_of_labels_is_that_of_the_option_only(
    cli: Cli, coded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, options, language in (
        ("a", [], "zh_CN"),
        ("b", [], "en_GB"),
        ("c", ["--language", "zh"], "en_GB"),
        ("d", ["--language", "en"], "zh_CN"),
    ):
        monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
        assert cli("export", coded, tmp_path / name, *options).code == 0
    chinese = contents(tmp_path / "a")
    assert contents(tmp_path / "b") == contents(tmp_path / "c") == chinese
    assert contents(tmp_path / "d").keys() == chinese.keys()


def test_groups_are_expanded_only_where_that_is_asked(cli: Cli, tmp_path: Path) -> None:
    project = tmp_path / "群体.workbench"
    new_project(project, WITH_GROUPS, surroundings())
    with opened(project) as session:
        session.run(ImportArticles((article(),)))
        session.run(MarkSpan(session.articles()[0].id, "stance", 0, 2, {"sources": ["BOTH"]}))
    assert cli("export", project, tmp_path / "plain").code == 0
    ran = cli("export", project, tmp_path / "members", "--expand-groups")
    assert "stance_sources_long.csv: rows: 2\n" in ran.out
    told = contents(tmp_path / "members")["stance_sources_long.csv"].decode("utf-8-sig")
    assert [[*line.split(",")[2:4], *line.split(",")[-2:]] for line in told.splitlines()[1:]] == [
        ["TOWN", "小镇", "BOTH", "0.5"],
        ["FIRM", "商会", "BOTH", "0.5"],
    ]
    assert b"expanded_from" not in contents(tmp_path / "plain")["stance_sources_long.csv"]


def test_an_earlier_export_is_replaced_only_with_leave(
    cli: Cli, coded: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    cli("export", coded, folder)
    with opened(coded) as session:
        session.undo()
    before = contents(folder)
    ran = cli("export", coded, folder)
    assert (ran.code, ran.out) == (1, "")
    assert "holds an export already" in ran.err
    assert contents(folder) == before
    assert cli("export", coded, folder, "--overwrite").code == 0
    assert contents(folder) != before
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]


@pytest.mark.parametrize("options", [[], ["--overwrite"]])
def test_what_is_no_export_is_never_replaced(
    cli: Cli, coded: Path, tmp_path: Path, options: list[str]
) -> None:
    foreign, file = tmp_path / "mine", tmp_path / "file"
    foreign.mkdir()
    (foreign / "mine.txt").write_text("mine")
    file.write_text("mine")
    for target in (foreign, file, tmp_path / "no" / "where"):
        ran = cli("export", coded, target, *options)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.count("\n") == 1
    assert contents(foreign) == {"mine.txt": b"mine"}
    assert file.read_text() == "mine"
    assert not (tmp_path / "no").exists()


def test_a_project_that_is_open_can_be_exported(cli: Cli, coded: Path, tmp_path: Path) -> None:
    with opened(coded) as session:
        session.run(MarkSpan(session.articles()[0].id, "actor", 1, 3))
        assert "annotations.csv: rows: 3" in cli("export", coded, tmp_path / "out").out


def test_no_project_is_no_export(cli: Cli, tmp_path: Path) -> None:
    ran = cli("export", tmp_path / "nowhere.workbench", tmp_path / "out")
    assert ran.code == 1
    assert not (tmp_path / "out").exists()


def test_a_preview_writes_nothing(cli: Cli, coded: Path, tmp_path: Path) -> None:
    ran = cli("export", coded, "--preview", "--tables", "a*")
    assert ran.code == 0
    assert "annotations (全部标注): rows: 2, columns: 16\n" in ran.out
    assert "stance" not in ran.out
    assert list(tmp_path.glob("*.csv")) == []


def test_without_a_folder_it_is_asked_for(cli: Cli, coded: Path) -> None:
    ran = cli("--language", "en", "export", coded)
    assert (ran.code, ran.out) == (1, "")
    assert "--preview" in ran.err


def test_a_choice_is_remembered_and_used_again(cli: Cli, coded: Path, tmp_path: Path) -> None:
    options = ["--tables", "articles,annotations", "--layer", "actor", "--coder", "甲"]
    first = cli("export", coded, tmp_path / "one", *options, "--remember", "论文一")
    again = cli("export", coded, tmp_path / "two", "--preset", "论文一")
    assert (first.code, again.code) == (0, 0)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    more = cli("export", coded, tmp_path / "three", "--preset", "论文一", "--tables", "articles")
    assert [line.split(":")[0] for line in more.out.splitlines()[:-1]] == ["articles.csv"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--preset", "论文一"], "remembers no export called"),
        (["--tables", "stances"], "has no table"),
        (["--layer", "stances"], "has no layer"),
        (["--variables", "x"], "No layer has a variable"),
        (["--coder", "丙"], "has coded nothing"),
        (["--status", "ready"], "is no status"),
        (["--where", "voice"], "is no condition"),
        (["--where", "=x"], "is no condition"),
        (["--where", "voice="], "is no condition"),
        (["--where", "sample=x"], "is not in the code list"),
        (["--tables", "x", "--remember", "y"], "has no table"),
        (["--remember", " "], "give it one"),
    ],
)
def test_what_there_is_not_is_told(
    cli: Cli, coded: Path, tmp_path: Path, options: list[str], told: str
) -> None:
    ran = cli("--language", "en", "export", coded, tmp_path / "out", *options)
    assert (ran.code, ran.out) == (1, "")
    assert told in ran.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("kind", "option"),
    [
        ("qdpx", ("--tables", "articles")),
        ("xmi", ("--variables", "actor")),
        ("cas-json", ("--period", "year")),
        ("tsv3", ("--csv-separator", "tab")),
        ("graphml", ("--csv-raw",)),
        ("qdpx", ("--csv-no-mark",)),
        ("qdpx", ("--expand-groups",)),
        ("parquet", ("--network", "window=years")),
        ("graphml", ("--preview",)),
    ],
)
def test_what_a_format_does_not_heed_is_refused(
    cli: Cli, coded: Path, tmp_path: Path, kind: str, option: tuple[str, ...]
) -> None:
    ran = cli("--language", "en", "export", coded, tmp_path / "out", "--format", kind, *option)
    assert (ran.code, ran.out) == (1, "")
    assert f"“{option[0]}” has no effect on {kind}" in ran.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("formats", "options"),
    [
        ("csv,qdpx", ("--tables", "articles")),
        ("graphml", ("--expand-groups",)),
        ("qdpx", ("--layer", "actor", "--coder", "甲", "--status", "not_started")),
    ],
)
def test_what_one_of_the_formats_heeds_is_not_refused(
    cli: Cli, coded: Path, tmp_path: Path, formats: str, options: tuple[str, ...]
) -> None:
    assert cli("export", coded, tmp_path / "out", "--format", formats, *options).code == 0


def test_a_preset_with_tables_can_be_written_without_any(
    cli: Cli, coded: Path, tmp_path: Path
) -> None:
    cli("export", coded, tmp_path / "one", "--tables", "articles", "--remember", "论文一")
    ran = cli("export", coded, tmp_path / "two", "--preset", "论文一", "--format", "qdpx")
    assert ran.code == 0


def test_every_format_is_written_in_one_go(cli: Cli, coded: Path, tmp_path: Path) -> None:
    formats = "csv,xlsx,sav,zsav,dta,parquet,jsonl,sqlite"
    ran = cli("export", coded, tmp_path / "out", "--format", formats)
    assert (ran.code, ran.err) == (0, "")
    found = set(contents(tmp_path / "out"))
    endings = ("csv", "sav", "zsav", "dta", "parquet", "jsonl")
    assert {f"actor.{each}" for each in endings} <= found
    assert {"dataset.xlsx", "dataset.sqlite", "load.R", "load.do", "load.sps", "load.py"} <= found
    assert "actor.dta: rows: 2\n" in ran.out


def test_networks_are_made_as_asked(cli: Cli, coded: Path, tmp_path: Path) -> None:
    options = ("--format", "graphml", "--network", "kind=one-mode,second=concept")
    ran = cli("export", coded, tmp_path / "out", *options, "--network", "window=years")
    assert (ran.code, ran.err) == (0, "")
    bare = "empty, for no two of its nodes are tied (nothing is coded as a stance)\n"
    assert f"network_holder: {bare}" in ran.out
    assert {"network_holder.graphml", "networks.csv"} <= set(contents(tmp_path / "out"))
    ran = cli("export", coded, tmp_path / "no", *options, "--network", "kind=three")
    assert ran.code == 1
    assert "two-mode" in ran.err
    assert not (tmp_path / "no").exists()


def test_an_empty_network_says_what_was_left_out(cli: Cli, coded: Path, tmp_path: Path) -> None:
    with opened(coded) as session:
        one, two = (each.id for each in session.articles())
        session.run(MarkSpan(one, "stance", 0, 2, {"holder": ["USA"]}))
        session.run(MarkSpan(two, "stance", 0, 2, {"holder": ["USA"], "target": ["S01"]}))
    options = ("--network", "kind=one-mode,second=target,agreement=any,aggregation=ignore")
    ran = cli("export", coded, tmp_path / "out", "--format", "graphml", *options)
    told = next(each for each in ran.out.splitlines() if ": empty" in each)
    assert told.startswith("network_holder: empty, for no two of its nodes are tied (")
    assert "statements that lack one of the two ends: 1, " in told
    assert "statements that count, and yet tie no two nodes: 1)" in told


def test_csv_is_written_as_asked(cli: Cli, coded: Path, tmp_path: Path) -> None:
    options = ("--csv-separator", "semicolon", "--csv-no-mark", "--csv-raw")
    assert cli("export", coded, tmp_path / "out", *options).code == 0
    data = contents(tmp_path / "out")["actor.csv"]
    assert data.startswith(b"annotation_id;article_id;")


def test_what_is_cut_is_told(cli: Cli, tmp_path: Path) -> None:
    project = tmp_path / "长.workbench"
    new_project(project, WITH_GROUPS, surroundings())
    with opened(project) as session:
        session.run(ImportArticles((article("一" * 200),)))
        session.run(MarkSpan(session.articles()[0].id, "stance", 0, 200))
    ran = cli("export", project, tmp_path / "out", "--format", "sav", "--tables", "stance")
    assert "stance.sav, quote: texts cut to 255 bytes: 1\n" in ran.out


@pytest.mark.parametrize("options", [(), ("--preview",)])
def test_an_unknown_format_is_wrong_usage_and_told_with_those_there_are(
    cli: Cli, coded: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    command = ("--language", "en", "export", coded, tmp_path / "out", *options)
    ran = cli(*command, "--format", "csv, pdf")
    assert (ran.code, ran.out) == (2, "")
    assert "--format cannot be 'pdf'; choose from 'csv', 'xlsx', " in ran.err
    assert not (tmp_path / "out").exists()


def test_the_formats_are_told_alike_everywhere(cli: Cli, coded: Path, repository: Path) -> None:
    ran = cli("export", coded, coded.parent / "out", "--format", "xls")
    assert ", ".join(map(repr, FORMATS)) in ran.err.replace("、", ", ")
    assert {"graphml", "qdpx", "xmi", "cas-json", "tsv3"} < set(FORMATS)
    for name in ("README.md", "README.zh.md"):
        assert f"[--format {','.join(FORMATS)}]" in (repository / name).read_text("utf-8")
    told = Messages("en").text("option_export_format")
    assert [each for each in FORMATS if f" {each}" not in told] == []


@pytest.mark.parametrize(
    ("options", "way_out"),
    [
        (("--coder", "Nobody"), "neither has anybody else; code something first"),
        (("--preset", "mine"), "nor any other; choose what to export and remember it"),
        (("--layer", "x"), "nor any other; add a layer"),
        (("--variables", "x"), "nor any other; add variables"),
    ],
)
def test_where_there_is_nothing_to_choose_from_a_way_out_is_told(
    cli: Cli, tmp_path: Path, options: tuple[str, str], way_out: str
) -> None:
    project = tmp_path / "empty.workbench"
    cli("new", project, "--empty")
    ran = cli("export", project, tmp_path / "out", *options)
    assert (ran.code, ran.out) == (1, "")
    assert way_out in ran.err


def test_documents_of_uima_lie_beside_and_say_what_they_lack(
    cli: Cli, coded: Path, tmp_path: Path
) -> None:
    ran = cli("export", coded, tmp_path / "out", "--format", "xmi,cas-json,tsv3")
    assert (ran.code, ran.err) == (0, "")
    assert {"project_xmi.zip", "project_cas_json.zip", "project_tsv3.zip"} <= set(
        contents(tmp_path / "out")
    )
    assert "footnotes" in ran.out
    again = cli("export", coded, tmp_path / "out", "--format", "xmi", "--overwrite")
    assert again.code == 0
    ran = cli("import", coded, tmp_path / "out/project_xmi.zip", "--dry-run")
    assert ran.code == 0
    assert "xmi" in ran.out
