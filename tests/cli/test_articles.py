from __future__ import annotations

import stat
from pathlib import Path

import openpyxl
import pytest

from tests.app.world import dump, opened
from tests.cli.conftest import OTHER, STORY, Cli
from workbench.app.settings import Folders, Settings
from workbench.app.surroundings import user_name


def rows(project: Path) -> object:
    with opened(project, read_only=True) as session:
        return dump(session, journal=True)


# --- import -----------------------------------------------------------------


def test_files_are_imported_a_line_each(cli: Cli, project: Path, stories: list[Path]) -> None:
    ran = cli("import", project, *stories)
    assert (ran.code, ran.err) == (0, "")
    heading, first, second, last = ran.out.splitlines()
    assert heading == f"As coder: {user_name()}."
    assert str(stories[0]) in first
    assert "“小镇的新桥”" in first
    assert "characters kept, 0 cut." in first
    assert "“邻镇的旧桥”" in second
    assert last == "Imported: 2."
    with opened(project) as session:
        assert [each.title for each in session.articles()] == ["小镇的新桥", "邻镇的旧桥"]
        assert session.text(session.articles()[1].id) in OTHER


def test_the_length_is_that_of_the_text_and_notes_are_told_apart(
    cli: Cli, project: Path, stories: list[Path]
) -> None:
    page = "旧港重开\n\n船长说，港口要重开。[1]\n工人在岸上等。\n\n[1] 见港务纪要。\n"
    stories[0].write_text(page, "utf-8")
    ran = cli("import", project, stories[0])
    assert "23 characters kept" in ran.out
    assert "Notes kept apart: 1, with 6 characters." in ran.out
    with opened(project) as session:
        assert [each.length for each in session.articles()] == [23]
    ran = cli("clean", stories[0], "--output", stories[0].with_suffix(".out"))
    assert "23 characters kept" in ran.out
    assert "Notes kept apart: 1, with 6 characters." in ran.out
    (file,) = cli("import", project, "--json", "--duplicates", "keep", stories[0]).json["files"]
    assert (file["kept"], file["notes"], file["noted"]) == (23, 1, 6)


def test_the_address_of_a_page_is_told_as_that(cli: Cli, project: Path) -> None:
    for command in (("import", project), ("clean",)):
        ran = cli("--language", "en", *command, "https://example.org/a.html")
        assert ran.code == 1
        assert "“https://example.org/a.html” is an address on the web" in ran.err
        assert "connects nowhere; save the page" in ran.err


def test_an_import_is_reported_as_json(cli: Cli, project: Path, stories: list[Path]) -> None:
    missing = stories[0].with_name("x.txt")
    ran = cli("import", project, "--json", stories[0], missing, stories[0])
    assert (ran.code, ran.err) == (1, "")
    report = ran.json
    assert list(report) == [
        *("project", "dry_run", "imported", "linked", "skipped", "refused"),
        *("passed_over", "left", "cancelled", "stopped", "tables", "files"),
    ]
    assert (report["imported"], report["refused"], report["dry_run"]) == (1, 1, False)
    new, refused, duplicate = report["files"]
    assert list(new) == [
        *("file", "status", "article", "title", "encoding", "kept", "cut", "notes"),
        *("noted", "warnings", "duplicate_of", "like", "error"),
    ]
    with opened(project) as session:
        (article,) = session.articles()
    assert (new["status"], new["article"], new["title"]) == ("new", article.id, "小镇的新桥")
    assert (new["encoding"], new["kept"], new["cut"]) == ("utf-8", article.length, 0)
    assert (new["notes"], new["warnings"], new["error"]) == (0, [], None)
    assert (refused["status"], refused["title"]) == ("refused", None)
    assert refused["error"]["kind"] == "FileMissing"
    assert "x.txt" in refused["error"]["sentence"]
    assert (duplicate["status"], duplicate["duplicate_of"]) == ("duplicate", "小镇的新桥")
    assert duplicate["article"] is None
    assert duplicate["like"] == [
        {
            "title": "小镇的新桥",
            "share": 1.0,
            "exact": True,
            "article": None,
            "file": str(stories[0]),
        }
    ]
    assert (report["skipped"], report["cancelled"], report["stopped"]) == (1, False, None)


def test_one_bad_file_is_named_and_the_others_imported(
    cli: Cli, project: Path, stories: list[Path], tmp_path: Path
) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    folder = tmp_path / "夹"
    folder.mkdir()
    ran = cli("import", project, stories[0], empty, folder, stories[1])
    assert ran.code == 1
    assert ran.out.splitlines()[-1] == "Imported: 2."
    assert "holds no text" in ran.err
    assert "holds no file that can be an article" in ran.err
    assert ran.err.splitlines()[-1] == f"workbench: refused: 2 ({empty}, {folder})"
    with opened(project, user_name()) as session:
        session.undo()
        assert session.articles() == []


def test_a_dry_run_writes_nothing(cli: Cli, project: Path, stories: list[Path]) -> None:
    before = project.read_bytes()
    ran = cli("import", project, "--dry-run", *stories)
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "Would be imported: 2."
    assert project.read_bytes() == before
    report = cli("import", project, "--dry-run", "--json", *stories).json
    assert (report["dry_run"], report["imported"]) == (True, 0)
    assert [each["status"] for each in report["files"]] == ["new", "new"]
    with opened(project):  # also while it is open
        assert cli("import", project, "--dry-run", *stories).code == 0


def test_a_second_import_leaves_out_what_is_there(
    cli: Cli, project: Path, stories: list[Path]
) -> None:
    cli("import", project, *stories)
    before = rows(project)
    ran = cli("import", project, *stories)
    assert (ran.code, ran.err) == (0, "")
    assert "in the project already, as “小镇的新桥”; left out" in ran.out
    assert ran.out.splitlines()[-1] == "Imported: 0."
    assert rows(project) == before


def test_warnings_stand_on_the_line(cli: Cli, project: Path, tmp_path: Path) -> None:
    bare = tmp_path / "无题.txt"
    bare.write_text("昨天下午，小镇的新桥通车了。锟斤拷。镇长在桥上讲话。\n" * 3, encoding="utf-8")
    line = cli("import", project, bare).out.splitlines()[1]
    assert "Some characters are damaged" in line
    report = cli("import", project, "--json", "--dry-run", bare).json
    assert "damaged_characters" in report["files"][0]["warnings"]


def test_the_coder_is_named_remembered_or_the_user(
    cli: Cli, project: Path, stories: list[Path], folders: Folders
) -> None:
    def names() -> list[str]:
        with opened(project, read_only=True) as session:
            return [each.name for each in session.coders()]

    cli("import", project, stories[0])
    assert names() == [user_name()]
    settings = Settings(folders.config / "settings.json")
    settings.values.coder = "乙"
    settings.save()
    cli("import", project, stories[1])
    assert names() == [user_name(), "乙"]
    cli("import", project, "--coder", "丙", stories[1])
    assert names() == [user_name(), "乙"]  # it is there already: 丙 has done nothing
    ran = cli("import", project, "--coder", " ", stories[1])
    assert (ran.code, ran.out) == (1, "")
    assert "name is empty" in ran.err


BAD: list[tuple[bytes, str]] = [
    (b"", "holds no text"),
    (b" \n\n", "holds no text"),
    (b"\x89PNG\r\n\x1a\n" + bytes(99), "is a picture"),
    (bytes(range(256)) * 9, "is not plain text"),
    (STORY.encode() + b"\xff\xfe\xff" + STORY.encode(), "makes sense in no encoding"),
    (STORY.encode() + b"\0" + STORY.encode(), "holds a NUL character"),
    (STORY.encode() + "\ud83d".encode("utf-8", "surrogatepass"), "half a character"),
]


@pytest.mark.parametrize(("content", "sentence"), BAD)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_bad_file_is_refused_in_one_sentence(
    cli: Cli, project: Path, tmp_path: Path, content: bytes, sentence: str, language: str
) -> None:
    bad = tmp_path / "坏.txt"
    bad.write_bytes(content)
    before = rows(project)
    ran = cli("import", project, bad, "--language", language, "--coder", user_name())
    assert ran.code == 1
    told = ran.err.splitlines()[0]
    assert told.startswith(f"workbench: {bad}: ")
    assert "坏.txt" in told
    if language == "en":
        assert sentence in told
    else:
        assert sentence not in told
        assert "请" in told
    assert bad.read_bytes() == content
    after = rows(project)
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert after["article"] == before["article"] == []
    assert after["original"] == []


def test_an_import_into_nothing_is_refused(cli: Cli, tmp_path: Path, stories: list[Path]) -> None:
    ran = cli("import", tmp_path / "nowhere.workbench", *stories)
    assert (ran.code, ran.out) == (1, "")
    assert "There is no project at" in ran.err
    assert not (tmp_path / "nowhere.workbench").exists()


# --- tables -----------------------------------------------------------------


TALE = "昨天下午，小镇的新桥通车了。镇长在桥上讲话，居民在两岸鼓掌，有人还记得旧桥。"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "表.csv"
    rows = f'新桥,"{TALE}",评论,甲\n旧桥,"{TALE}第二天也是。",没有此类,乙\n短\n'
    path.write_text("名,说,类,谁\n" + rows, encoding="gb18030")
    return path


def test_the_columns_of_a_table_are_named(cli: Cli, project: Path, table: Path) -> None:
    ran = cli("import", project, table, "--columns", 'title=名,"text=说",genre=类,author=谁')
    assert ran.code == 1
    assert f"{table}: title=名, text=说, genre=类, author=谁." in ran.out
    assert "Left out, since the codebook has no such value: genre=没有此类." in ran.out
    assert f"{table}#4: The row 表.csv#4 holds no text in the column “说”" in ran.err
    with opened(project) as session:
        new, old = session.articles()
        assert (new.title, new.author, old.title, old.author) == ("新桥", "甲", "旧桥", "乙")
        assert session.text(new.id) == f"新桥\n{TALE}"
        (annotation,) = session.annotations(new.id, all_coders=True)
        genres = session.codebook.code_list("genres")
        assert genres.category(str(annotation.values["genre"][0])).label.zh == "评论"


def test_a_dry_run_shows_the_guess(cli: Cli, project: Path, table: Path) -> None:
    before = rows(project)
    ran = cli("import", project, table, "--dry-run", "--json")
    assert ran.json["tables"] == [
        {"file": str(table), "sheet": None, "columns": {"text": "说"}},
    ]
    assert rows(project) == before


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ("text=全文", "has no column “全文”; choose one of: 名, 说, 类, 谁."),
        ("title=名", "holds the text cannot be told; name it, it is one of: 名, 说, 类, 谁."),
        ("colour=名", "Articles have no field “colour”; choose one of: title, text, published"),
        ("text", "“text” names no column; write them as in title=标题,text=正文."),
    ],
)
def test_columns_that_make_no_sense(
    cli: Cli, project: Path, table: Path, columns: str, sentence: str
) -> None:
    ran = cli("import", project, table, "--columns", columns)
    assert ran.code == 1
    assert sentence in ran.err


def test_a_sheet_is_named(cli: Cli, project: Path, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for name in ("一", "二"):
        sheet = workbook.create_sheet(name)
        sheet.append(["标题", "正文"])
        sheet.append([name, TALE])
    path = tmp_path / "表.xlsx"
    workbook.save(path)
    ran = cli("import", project, path, "--sheet", "二", "--columns", "date=标题，text=正文")
    assert "published=标题, text=正文." in ran.out
    assert cli("import", project, path, "--sheet", "三").code == 1
    with opened(project) as session:
        (article,) = session.articles()
        assert article.file_name == "表.xlsx#2"


# --- clean ------------------------------------------------------------------


def test_a_cleaned_text_goes_to_the_output(cli: Cli, stories: list[Path]) -> None:
    ran = cli("clean", stories[1])
    assert (ran.code, ran.err) == (0, "")
    assert ran.out in OTHER + "\n"
    assert "邻镇的旧桥今天关闭了。" in ran.out


def test_a_cleaned_text_goes_to_a_file(cli: Cli, stories: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "out" / "净.txt"
    ran = cli("clean", stories[1], "--output", target)
    assert ran.code == 1
    assert "could not be written" in ran.err
    target.parent.mkdir()
    ran = cli("clean", stories[1], "--output", target)
    assert (ran.code, ran.err) == (0, "")
    assert f"{target}: " in ran.out
    assert target.read_text("utf-8") in OTHER
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(stories[1].stat().st_mode)
    assert [each.name for each in target.parent.iterdir()] == ["净.txt"]


def test_warnings_of_cleaning_are_told(cli: Cli, tmp_path: Path) -> None:
    bare = tmp_path / "无题.txt"
    bare.write_text("昨天下午，小镇的新桥通车了。锟斤拷。镇长在桥上讲话。\n" * 3, encoding="utf-8")
    ran = cli("clean", bare, "--output", tmp_path / "out.txt")
    assert ran.code == 0
    assert "Some characters are damaged" in ran.err


def test_notes_follow_a_line_of_their_own(cli: Cli, shared: Path) -> None:
    (file,) = (shared / "articles").glob("001_*.txt")
    body, _, notes = cli("clean", file).out.partition("\n---NOTES---\n")
    assert len(body) > 5000
    assert len(notes.splitlines()) > 5


def test_a_file_does_not_replace_itself(cli: Cli, stories: list[Path], tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(stories[0])
    for target in (stories[0], link):
        ran = cli("clean", stories[0], "--output", target)
        assert ran.code == 1
        assert "is the file that is read" in ran.err
        assert stories[0].read_text("utf-8") == STORY


@pytest.mark.parametrize(("content", "sentence"), BAD)
def test_a_bad_file_is_not_cleaned(cli: Cli, tmp_path: Path, content: bytes, sentence: str) -> None:
    bad = tmp_path / "坏.txt"
    bad.write_bytes(content)
    target = tmp_path / "out.txt"
    target.write_text("before")
    ran = cli("clean", bad, "--output", target)
    assert (ran.code, ran.out) == (1, "")
    assert sentence in ran.err
    assert target.read_text() == "before"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_limit_of_a_file_can_be_raised(
    cli: Cli, project: Path, tmp_path: Path, language: str
) -> None:
    large = tmp_path / "large.txt"
    large.write_text("海上的风吹了一整天。\n" * 34_000, "utf-8")
    refused = cli(
        "import", project, large, "--coder", "甲", "--limit-mb", "1", "--language", language
    )
    assert refused.code == 1
    assert "--limit-mb" in refused.err
    cleaned = cli("clean", large, "--limit-mb", "1")
    assert cleaned.code == 1
    assert cli("clean", large).code == 0
    for wrong in ("0", "2001", "viel"):
        told = cli(
            "import", project, large, "--coder", "甲", "--limit-mb", wrong, "--language", language
        )
        assert told.code == 2
        assert "2000" in told.err
        assert wrong in told.err
    assert cli("import", project, large, "--coder", "甲", "--limit-mb", "2").code == 0
