"""`workbench import` of what another program has coded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.world import article as article_of
from tests.app.world import opened
from tests.cli.conftest import Cli
from tests.exchange.project.packages import SOURCE, USER, package, qde, selection, source
from workbench.app.commands import ImportArticles, SetArticleValues


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """A package with one text, two codes, and a selection that is not where it is said."""
    inner = selection(2, 4, "小雨") + selection(0, 2, "昨夜") + selection(5, 7, "小雨")
    path = tmp_path / "天气.qdpx"
    members = {f"sources/{SOURCE}.txt": "昨夜小雨，今晨有风。"}
    path.write_bytes(package(qde(source(inner)), members, "project.qde"))
    return path


def test_a_coded_project_is_known_by_its_content(cli: Cli, project: Path, coded: Path) -> None:
    path = coded.rename(coded.with_name("x.zip"))
    ran = cli("import", project, path)
    assert ran.code == 1  # one annotation was left out, as a refused file of several
    lines = ran.out.splitlines()
    assert lines[1:5] == [
        f"{path}: the coded project “天气” (qdpx).",
        "Articles: 1 new, 0 here already.",
        "Annotations: 2 new, 0 here already.",
        "New coders: 丁.",
    ]
    assert lines[-1] == "Imported in one step; “undo” takes it back."
    assert "Annotations left out: 1, since" in ran.err
    with opened(project) as session:
        (article,) = session.articles()
        found = session.annotations(article.id, all_coders=True)
        assert [each.quote for each in found] == ["昨夜", "小雨"]
    again = cli("import", project, path)
    assert "Annotations: 0 new, 2 here already." in again.out
    assert "New coders" not in again.out
    assert again.out.splitlines()[-1] == "Nothing was new, and nothing was changed."


def test_a_look_writes_nothing(cli: Cli, project: Path, coded: Path) -> None:
    ran = cli("import", project, "--dry-run", "--json", "--as", "qdpx", coded)
    assert (ran.code, ran.err) == (1, "")
    report = ran.json
    assert list(report) == [
        *("project", "file", "format", "name", "dry_run", "articles", "annotations"),
        *("coders", "changes", "remarks"),
    ]
    assert report["annotations"] == {"new": 2, "there": 0}
    assert report["remarks"][0]["kind"] == "quote_differs"
    assert report["remarks"][0]["loss"] is True
    assert report["changes"]
    assert "Nothing was written." in cli("import", project, "--dry-run", coded).out
    with opened(project) as session:
        assert session.articles() == []


def test_a_look_ends_as_the_import_does_where_values_are_left_out(
    cli: Cli, project: Path, tmp_path: Path
) -> None:
    with opened(project) as session:
        (article,) = session.run(ImportArticles((article_of("昨夜小雨，今晨有风。"),)))
        session.run(SetArticleValues(article, {"genre": "news"}))
    cli("export", project, tmp_path / "out", "--format", "qdpx")
    (path,) = (tmp_path / "out").glob("*.qdpx")
    with opened(project) as session:
        session.run(SetArticleValues(article, {"genre": "analysis"}))
    look = cli("import", project, "--dry-run", path)
    ran = cli("import", project, path)
    assert (look.code, ran.code) == (1, 1)
    assert "Values left out: 1" in look.err
    assert "Annotations: 0 new" in look.out


def test_what_has_no_place_here_is_told_and_no_failure(
    cli: Cli, project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "画.qdpx"
    picture = f'<PictureSource guid="{USER}" name="山水"/></Sources>'
    inner = source(selection(0, 2, "昨夜")).replace("</Sources>", picture)
    members = {f"sources/{SOURCE}.txt": "昨夜小雨，今晨有风。"}
    path.write_bytes(package(qde(inner), members, "project.qde"))
    ran = cli("import", project, path)
    assert ran.code == 0
    assert "no text but pictures" in ran.err


def test_a_coded_project_comes_alone(
    cli: Cli, project: Path, coded: Path, stories: list[Path]
) -> None:
    ran = cli("import", project, *stories, coded)
    assert ran.code == 1
    assert "import it by itself" in ran.err


@pytest.mark.parametrize(
    "option",
    [("--duplicates", "skip"), ("--columns", "a=b"), ("--sheet", "a"), ("--limit-mb", "9")],
)
def test_options_of_articles_are_refused(
    cli: Cli, project: Path, coded: Path, option: tuple[str, str]
) -> None:
    ran = cli("import", project, coded, *option)
    assert ran.code == 1
    assert f"“{option[0]}” is for articles" in ran.err


def test_what_is_named_otherwise_is_refused(cli: Cli, project: Path, stories: list[Path]) -> None:
    ran = cli("import", project, "--as", "qdpx", stories[0])
    assert ran.code == 1
    assert "新桥.txt" in ran.err


def test_a_damaged_project_is_no_article(cli: Cli, project: Path, coded: Path) -> None:
    for content in (coded.read_bytes()[:-200], b"foo"):
        coded.write_bytes(content)
        ran = cli("import", project, coded)
        assert (ran.code, "is damaged or cut short (QDPX)" in ran.err) == (1, True)
    with opened(project) as session:
        assert session.articles() == []


def test_an_export_for_other_programs_says_what_it_cannot_hold(
    cli: Cli, project: Path, coded: Path, tmp_path: Path
) -> None:
    cli("import", project, coded)
    folder = tmp_path / "out"
    ran = cli("export", project, folder, "--format", "qdpx,csv")
    assert ran.code == 0
    assert "project.qdpx has no place for the history" in ran.out
    again = cli("import", project, folder / "project.qdpx")
    assert "Annotations: 0 new, 2 here already." in again.out
