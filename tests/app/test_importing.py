from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.app.world import assert_sound, dump
from workbench.app.errors import Cancelled
from workbench.app.importing import (
    Fate,
    article_of,
    as_lines,
    import_files,
    look,
)
from workbench.app.session import Session
from workbench.domain.article import Status
from workbench.domain.errors import Refusal
from workbench.intake.errors import (
    FileBinary,
    FileEmpty,
    FileHoldsNul,
    FileHoldsSurrogate,
    FileIsArchive,
    FileIsPicture,
    FileMisencoded,
    FileMissing,
    FileNotAsNamed,
    FileTooLarge,
    FolderHoldsNoArticle,
)

STORY = "小镇的新桥\n昨天下午，小镇的新桥通车了。镇长在桥上讲话，居民在两岸鼓掌。\n"


class Watching:
    """Progress that notes what it is told, and is cancelled after so many reports."""

    def __init__(self, patience: int = 99) -> None:
        self.told: list[tuple[int, int, str]] = []
        self._patience = patience

    def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
        self.told.append((done, total, name))

    @property
    def cancelled(self) -> bool:
        return len(self.told) >= self._patience


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "桥.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


def test_a_file_is_read_and_imported(session: Session, story: Path) -> None:
    (read,) = look([story], session)
    assert (read.refusal, read.duplicate_of) == (None, None)
    assert (read.kept, read.cut) == (len(STORY.strip()), 0)
    (id_,) = import_files(session, [read]).ids
    info = session.article(id_)
    assert (info.title, info.file_name) == ("小镇的新桥", "桥.txt")
    assert session.text(id_) in STORY
    assert session.original(id_).data == STORY.encode()
    assert_sound(session)


@pytest.mark.parametrize(
    ("encoding", "mark"), [("gb18030", ""), ("utf-8-sig", ""), ("utf-16-le", "\ufeff")]
)
def test_what_was_cut_does_not_hang_on_the_encoding(
    tmp_path: Path, encoding: str, mark: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes((mark + STORY).encode(encoding))
    (read,) = look([file])
    assert read.cut == 0


def test_one_bad_file_does_not_stop_the_others(session: Session, story: Path) -> None:
    empty = story.with_name("empty.txt")
    empty.write_bytes(b"")
    read = look([empty, story, story.with_name("nowhere.txt")], session)
    assert [type(each.refusal) for each in read] == [FileEmpty, type(None), FileMissing]
    assert [each.kept for each in read][::2] == [each.cut for each in read][::2] == [0, 0]
    before = len(session.history())
    report = import_files(session, read)
    fates = [Fate.REFUSED, Fate.IMPORTED, Fate.REFUSED]
    assert [each.fate for each in report.outcomes] == fates
    assert [type(each.refusal) for each in report.of(Fate.REFUSED)] == [FileEmpty, FileMissing]
    assert len(report.ids) == 1
    assert len(session.history()) == before + 1


def test_nothing_new_is_no_step(session: Session, story: Path) -> None:
    before = dump(session, journal=True)
    assert import_files(session, look([story.with_name("x")], session)).ids == []
    assert dump(session, journal=True) == before


def test_the_same_bytes_are_imported_once(session: Session, story: Path) -> None:
    again = story.with_name("copy.txt")
    again.write_bytes(story.read_bytes())
    read = look([story, again], session)
    first, second = read
    assert first.duplicate_of is None
    assert second.duplicate_of is not None
    assert (second.duplicate_of.title, second.duplicate_of.file) == ("小镇的新桥", 0)
    (id_,) = import_files(session, read).ids
    (file,) = look([again], session)
    assert file.duplicate_of is not None
    assert (file.duplicate_of.article, file.duplicate_of.exact) == (id_, True)
    assert import_files(session, [file]).ids == []
    session.undo()
    (file,) = look([again], session)
    assert file.duplicate_of is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", FileEmpty),
        (b" \n\t\xe3\x80\x80\n", FileEmpty),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), FileIsPicture),
        (b"PK\x03\x04" + bytes(60), FileIsArchive),
        (bytes(range(256)) * 4, FileBinary),
        ("小镇\0的桥。".encode() + STORY.encode(), FileHoldsNul),
        (STORY.encode() + b"\xed\xa0\x80", FileHoldsSurrogate),
        (STORY.encode() + b"\xff\xff" + STORY.encode(), FileMisencoded),
    ],
)
def test_a_file_that_is_no_article_is_refused(
    session: Session, tmp_path: Path, content: bytes, kind: type[Refusal]
) -> None:
    file = tmp_path / "坏.txt"
    file.write_bytes(content)
    before = dump(session, journal=True)
    (read,) = look([file], session)
    assert type(read.refusal) is kind
    assert "坏.txt" in str(read.refusal)
    assert import_files(session, [read]).ids == []
    assert dump(session, journal=True) == before


@pytest.mark.parametrize(("name", "kind"), [("坏.docx", "Word"), ("坏.PDF", "PDF")])
def test_what_is_none_of_its_name_is_told_as_that(
    session: Session, tmp_path: Path, name: str, kind: str
) -> None:
    file = tmp_path / name
    file.write_bytes(bytes(range(256)) * 4)
    (read,) = look([file], session)
    assert type(read.refusal) is FileNotAsNamed
    assert f"{name} cannot be read as {kind}" in str(read.refusal)
    file.write_text(STORY, "utf-8")
    (read,) = look([file], session)
    assert read.refusal is None


def test_a_folder_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    empty, huge = tmp_path / "empty", tmp_path / "huge.txt"
    empty.mkdir()
    with huge.open("wb") as file:
        file.truncate(21_000_000)
    read = look([empty, huge])
    assert [type(each.refusal) for each in read] == [FolderHoldsNoArticle, FileTooLarge]


def test_progress_is_told_and_can_be_cancelled(session: Session, story: Path) -> None:
    watching = Watching()
    look([story, story], session, watching)
    assert watching.told == [(0, 2, "桥.txt"), (1, 2, "桥.txt"), (2, 2, "")]
    with pytest.raises(Cancelled):
        look([story] * 3, session, Watching(2))


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_a_name_of_an_older_system_is_read(session: Session, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/" + "旧名.txt".encode("gb18030")
    Path(os.fsdecode(path)).write_text(STORY, encoding="utf-8")
    (id_,) = import_files(session, look([Path(os.fsdecode(path))], session)).ids
    assert session.article(id_).file_name == "旧名.txt"


def test_a_title_is_corrected(story: Path) -> None:
    (read,) = look([story])
    corrected = read.corrected(title=" 新桥 ", source="镇报")
    assert (corrected.title, corrected.about("source")) == ("新桥", "镇报")
    article = article_of(corrected)
    assert (article.title, article.source) == ("新桥", "镇报")
    assert read.corrected(title="  ") == read
    (refused,) = look([story.with_name("x")])
    assert refused.corrected(title="新桥") is refused


def test_a_cleaned_text_is_written_a_paragraph_a_line(story: Path) -> None:
    (read,) = look([story])
    article = article_of(read)
    assert as_lines(article).splitlines() == article.text.splitlines()


def test_a_table_brings_the_coders_values_of_its_articles(session: Session, tmp_path: Path) -> None:
    tale, before = STORY.split()[1], dump(session)
    path = tmp_path / "表.csv"
    path.write_text(f"标题,score,正文\n甲,7,{tale}\n乙,没有,{tale}第二天也是。\n", encoding="utf-8")
    files = look([path], session)
    assert files[1].warnings == ("value_left_out:score=没有",)
    first, second = import_files(session, files).ids
    (annotation,) = session.annotations(first)
    assert (annotation.layer, annotation.span) == ("article", None)
    assert annotation.values == {"score": (7,)}
    assert session.annotations(second) == []
    new = [each for each in session.articles() if each.id in (first, second)]
    assert [each.status for each in new] == [Status.NOT_STARTED] * 2
    assert_sound(session)
    session.undo()
    assert dump(session)["annotation"] == before["annotation"]
