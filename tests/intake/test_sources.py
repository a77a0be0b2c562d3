"""What lies in folders, whatever it is called."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.intake.errors import (
    FileDamaged,
    FileMissing,
    FileUnreadable,
    FolderHoldsNoArticle,
    RowGone,
    TableEmpty,
    TableTextUnknown,
)
from workbench.intake.sources import Source, SourceReader, sources_in, tables_in
from workbench.intake.tables.model import TableChoice

STORY = "小镇的新桥\n昨天下午，小镇的新桥通车了。\n"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def put(path: Path, text: str = STORY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(*paths: Path) -> tuple[list[Path], list[Path]]:
    """Return what would be read, and what is passed over."""
    sources = list(sources_in(paths))
    return (
        [each.path for each in sources if not each.passed_over],
        [each.path for each in sources if each.passed_over],
    )


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    wanted = [put(tmp_path / name) for name in ("a.txt", "b/甲.TXT", "b/乙.md", "c.text")]
    first, second, third, last = wanted
    assert found(tmp_path) == ([first, third, second, last], [])
    assert found(tmp_path, first) == ([first, third, second, last, first], [])


def test_what_is_named_is_tried_and_what_lies_about_is_passed_over(tmp_path: Path) -> None:
    article, picture = put(tmp_path / "a.txt"), put(tmp_path / "b.png")
    hidden, lock = put(tmp_path / ".a.txt"), put(tmp_path / "~$c.docx")
    put(tmp_path / ".git" / "a.txt")
    assert found(tmp_path) == ([article], [hidden, picture, lock])
    assert found(picture, hidden) == ([picture, hidden], [])


def test_two_files_of_one_name_are_two(tmp_path: Path) -> None:
    one, other = put(tmp_path / "a" / "文.txt"), put(tmp_path / "b" / "文.txt")
    assert found(tmp_path) == ([one, other], [])


def test_what_belongs_to_a_saved_page_is_not_read(tmp_path: Path) -> None:
    page = put(tmp_path / "文.html", "<html><body><p>小镇的新桥。</p></body></html>")
    put(tmp_path / "文_files" / "frame.html")
    other = put(tmp_path / "讲座_files" / "a.txt")
    assert found(tmp_path) == ([page, other], [])


@POSIX
def test_names_that_windows_could_not_have_are_read(tmp_path: Path) -> None:
    names = ["a:b?.txt", "CON.txt", 'c"d|e<f>.txt', "尾.txt", "结尾空格 .txt", "*.md"]
    paths = [put(tmp_path / name) for name in names]
    assert set(found(tmp_path)[0]) == set(paths)
    reader = SourceReader()
    for path in paths:
        assert reader.read(Source(path)).file_name == path.name


@POSIX
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    article = put(tmp_path / "a" / "文.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    reading, _ = found(tmp_path)
    assert article in reading
    assert len(reading) < 10


@POSIX
def test_a_link_to_nothing_is_told_and_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    link, pipe = tmp_path / "a.txt", tmp_path / "b.txt"
    link.symlink_to(tmp_path / "gone.txt")
    os.mkfifo(pipe)
    assert found(tmp_path) == ([link], [pipe])
    with pytest.raises(FileMissing):
        SourceReader().read(Source(link))
    with pytest.raises(FileUnreadable):
        SourceReader().read(Source(pipe))


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    picture = put(tmp_path / "b.png")
    reading, passed_over = found(tmp_path)
    assert (reading, passed_over) == ([tmp_path], [picture])
    with pytest.raises(FolderHoldsNoArticle):
        SourceReader().read(Source(tmp_path))


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    assert found(tmp_path) == ([closed], [])
    with pytest.raises(FileUnreadable):
        SourceReader().read(Source(closed))


def test_a_source_says_where_it_is(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt")
    assert (Source(path).shown, Source(path).size) == (str(path), path.stat().st_size)
    assert Source(path, "b.csv", row=3).shown == f"{path}/b.csv#3"
    assert Source(tmp_path / "nowhere").size == 0
    assert Source(Path("a\0b")).size == 0


TABLE = f'标题,正文\n甲,"{STORY}"\n乙,"{STORY}"\n丙,"{STORY}"\n'


def test_a_table_comes_row_by_row(tmp_path: Path) -> None:
    path = put(tmp_path / "表.csv", TABLE)
    sources = list(sources_in([tmp_path]))
    assert [each.name for each in sources] == ["表.csv#2", "表.csv#3", "表.csv#4"]
    with closing(SourceReader()) as reader:
        names = [reader.read(each).file_name for each in (*sources, *reversed(sources))]
    assert names == ["表.csv#2", "表.csv#3", "表.csv#4", "表.csv#4", "表.csv#3", "表.csv#2"]
    assert sources[0].shown == f"{path}#2"


def test_columns_are_chosen_or_guessed_and_a_table_may_wait(tmp_path: Path) -> None:
    path = put(tmp_path / "表.csv", f'名,一,二\n甲,"{STORY}","{STORY}乙"\n')
    chosen = TableChoice({"text": "二", "title": "名"})
    (row,) = sources_in([path], lambda _: chosen)
    with closing(SourceReader()) as reader:
        assert reader.read(row).text.endswith("乙")
    (waiting,) = sources_in([path], lambda _: None)
    assert (waiting.row, waiting.passed_over) == (0, True)
    assert [each.path for each in tables_in([tmp_path])] == [path]


def test_a_table_that_cannot_be_read_says_why_once(tmp_path: Path) -> None:
    unknown = put(tmp_path / "a.csv", "编号,备考\n1,2\n")
    empty = put(tmp_path / "b.csv", "标题,正文\n")
    false = put(tmp_path / "c.xlsx", "no workbook")
    refusals = [type(each.refusal) for each in sources_in([unknown, empty, false])]
    assert refusals == [TableTextUnknown, TableEmpty, FileDamaged]


def test_a_page_under_the_name_of_a_table_is_a_page(tmp_path: Path) -> None:
    path = put(tmp_path / "a.csv", f"<html><body><p>{STORY}</p></body></html>")
    (found,) = sources_in([path])
    assert (found.row, found.table) == (0, None)


def test_a_row_that_went_away_is_named(tmp_path: Path) -> None:
    path = put(tmp_path / "表.csv", TABLE)
    *_, last = sources_in([path])
    put(path, f'标题,正文\n甲,"{STORY}"\n')
    with closing(SourceReader()) as reader, pytest.raises(RowGone, match=r"表\.csv#4"):
        reader.read(last)
    with closing(SourceReader()) as reader, pytest.raises(RowGone):
        reader.read(replace(last, row=1))
    path.unlink()
    with closing(SourceReader()) as reader, pytest.raises(FileMissing):
        reader.read(last)
