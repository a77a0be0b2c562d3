from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.intake import read
from workbench.intake.edits import apply
from workbench.intake.errors import (
    FileEmpty,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    PathIsAddress,
    PathIsFolder,
)
from workbench.intake.read import as_lines, read_article, read_path

PAGE = (
    "渔业谈判重启\n\n五月三日，岛国代表说，谈判可以恢复。[1]\n债务必须先谈。\n"
    "图为港口。（周原 摄）\n\n[1] 见纪要。\n（责任编辑：林小满）\n"
)


def test_an_article_has_its_text_its_notes_and_its_bytes() -> None:
    article = read_article(PAGE.encode("gb18030"), "a.txt")
    assert article.title == "渔业谈判重启"
    assert article.text == "渔业谈判重启\n五月三日，岛国代表说，谈判可以恢复。\n债务必须先谈。"
    assert [note.kind for note in article.notes] == ["footnote", "caption"]
    assert (article.original, article.encoding) == (PAGE.encode("gb18030"), "gb18030")
    assert (article.file_name, article.warnings) == ("a.txt", ())


def test_lines_with_notes_below_and_without() -> None:
    article = read_article(PAGE.encode(), "a.txt")
    assert (
        as_lines(article) == f"{article.text}\n---NOTES---\n[1] 见纪要。\n图为港口。（周原 摄）\n"
    )
    assert as_lines(read_article("岛国。".encode(), "a.txt")) == "岛国。\n"


@pytest.mark.parametrize("marks", ["\ufeff" * 9, "\u200b\n\ufeff\ufeff", "\u200d \u3000\u2060"])
def test_a_file_of_which_one_sees_nothing_is_empty(marks: str) -> None:
    with pytest.raises(FileEmpty, match=r"a\.txt"):
        read_article(f"\ufeff{marks}".encode("utf-16-le"), "a.txt")


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("岛国的债务问题，由来已久。\n第二段。", ("no_title",)),
        ("岛国的债务\n由来\ufffd久，说来话长。", ("damaged_characters",)),
        ("岛国的债务\n锟斤拷由来已久。", ("damaged_characters",)),
        ("岛国的债务\n说来话长，从头说起。\n相关推荐\n" + "茶价又涨了\n" * 20, ("much_cut",)),
    ],
)
def test_what_the_researcher_should_look_at(text: str, warnings: tuple[str, ...]) -> None:
    assert read_article(text.encode(), "a.txt").warnings == warnings


def test_a_text_of_nothing_but_captions_stays_an_article() -> None:
    article = read_article("图为港口。（周原 摄）\n".encode(), "a.txt")
    assert (article.text, article.notes) == ("图为港口。（周原 摄）", ())
    assert [edit.reason for edit in article.edits] == ["blank_line"]


def test_a_path_is_read(tmp_path: Path) -> None:
    path = tmp_path / "渔业.txt"
    path.write_text(PAGE, "utf-8")
    assert read_path(path).file_name == "渔业.txt"


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match=r"none\.txt"):
        read_path(tmp_path / "none.txt")
    with pytest.raises(PathIsFolder):
        read_path(tmp_path)
    for address in ("https://example.org/a.html", "HTTP://example.org/"):
        with pytest.raises(PathIsAddress, match=r"(?i)“https?://example\.org.*” is an address"):
            read_path(Path(address))
    with pytest.raises(FileUnreadable):
        read_path(tmp_path / ("n" * 300))
    with pytest.raises(FileUnreadable):
        read_path(Path("a\0b"))
    (tmp_path / "empty.txt").touch()
    with pytest.raises(FileEmpty, match=r"empty\.txt"):
        read_path(tmp_path / "empty.txt")


def test_a_file_beyond_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.touch()
    os.truncate(path, 21_000_000)
    with pytest.raises(FileTooLarge, match="has 21 MB and the limit is 20 MB"):
        read_path(path)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text(PAGE, "utf-8")
    monkeypatch.setattr(read.Path, "read_bytes", refuse)
    with pytest.raises(FileUnreadable, match="Permission denied"):
        read_path(path)


def test_what_a_damaged_file_says_is_kept_with_it() -> None:
    body = "岛国的债务由来已久，谈判的代表也都知道这一点。" * 60
    article = read_article(f"债务的由来\n{body}".encode() + b"\xff", "a.txt")
    assert article.warnings == ("damaged_bytes:1",)
    assert article.extracted.endswith("\ufffd")
    assert apply(article.source_text, article.edits) == article.text
