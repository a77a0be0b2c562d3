"""Archives: names in any encoding, paths that climb, bombs, passwords, archives in archives."""

from __future__ import annotations

import io
import struct
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from workbench.domain.errors import Refusal
from workbench.intake.archives import Archive, ArchiveLimits, climbs
from workbench.intake.errors import (
    ArchiveHoldsNoArticle,
    ArchiveInArchive,
    ArchiveMethodUnknown,
    ArchivePathClimbs,
    FileDamaged,
    FileEncrypted,
    FileHasTooManyParts,
    FileIsPicture,
    FileTooLarge,
    FileUnpacksTooLarge,
)
from workbench.intake.sources import Source, SourceReader, sources_in, tables_in

STORY = "小镇的新桥\n昨天下午，小镇的新桥通车了。镇长在桥上讲话，居民在两岸鼓掌。\n"
TABLE = f'标题,正文\n甲,"{STORY}"\n乙,\n丙,"{STORY}",多\n'
TALE = STORY.split()[1]


def packed(*members: tuple[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return target.getvalue()


def named(raw: bytes, *others: tuple[str, str]) -> bytes:
    """Return an archive whose first member has a name in an encoding that nobody states."""
    plain = "x" * len(raw)
    return packed((plain, STORY), *others).replace(plain.encode(), raw)


def read(path: Path) -> dict[str, str]:
    """Return what becomes of each member: its text, or the name of the refusal."""
    with closing(SourceReader()) as reader:
        return {each.name: _read(reader, each) for each in sources_in([path])}


def _read(reader: SourceReader, source: Source) -> str:
    try:
        return "–" if source.passed_over else reader.read(source).text
    except Refusal as refusal:
        return type(refusal).__name__


@pytest.fixture
def zipped(tmp_path: Path) -> Path:
    inner = packed(("乙.txt", STORY), ("表.csv", TABLE), ("再.zip", packed()))
    path = tmp_path / "包.zip"
    path.write_bytes(
        packed(
            ("文/甲.txt", STORY),
            ("文/", ""),
            ("表.csv", TABLE),
            ("图.png", b"\x89PNG\r\n"),
            ("__MACOSX/文/._甲.txt", STORY),
            (".DS_Store", "x"),
            ("页.html", f"<html><body><p>{TALE}</p></body></html>"),
            ("页_files/ad.html", "<html>x</html>"),
            ("内.zip", inner),
        )
    )
    return path


def test_members_are_read_and_the_others_named(zipped: Path) -> None:
    text = STORY.strip()
    assert read(zipped) == {
        "包.zip/文/甲.txt": text,
        "包.zip/表.csv#2": f"甲\n{text}",
        "包.zip/表.csv#3": "RowHoldsNoText",
        "包.zip/表.csv#4": "RowTooLong",
        "包.zip/图.png": "–",
        "包.zip/__MACOSX/文/._甲.txt": "–",
        "包.zip/.DS_Store": "–",
        "包.zip/页.html": TALE,
        "包.zip/页_files/ad.html": "–",
        "包.zip/内.zip/乙.txt": text,
        "包.zip/内.zip/表.csv#2": f"甲\n{text}",
        "包.zip/内.zip/表.csv#3": "RowHoldsNoText",
        "包.zip/内.zip/表.csv#4": "RowTooLong",
        "包.zip/内.zip/再.zip": "ArchiveInArchive",
    }


def test_members_are_read_again_by_name_in_any_order(zipped: Path) -> None:
    wanted = [each for each in sources_in([zipped]) if not each.passed_over]
    with closing(SourceReader()) as reader:
        first = {each.name: _read(reader, each) for each in wanted}
        again = {each.name: _read(reader, each) for each in reversed(wanted)}
    assert first == again


def test_tables_in_archives_are_found(zipped: Path) -> None:
    found = list(tables_in([zipped]))
    assert [each.name for each in found] == ["包.zip/表.csv", "包.zip/内.zip/表.csv"]
    with closing(SourceReader()) as reader:
        assert [reader.table(each).columns for each in found] == [("标题", "正文")] * 2


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("渔业谈判的报道.txt", "gb18030"), ("漁業談判的報道.txt", "big5"), ("渔业谈判.txt", "utf-8")],
)
def test_names_without_a_stated_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(named(name.encode(encoding)))
    assert list(read(path)) == [f"a.zip/{name}"]


def test_a_name_of_the_old_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(named(b"\x81.txt"))
    assert list(read(path)) == ["a.zip/ü.txt"]


def test_the_name_in_unicode_beside_the_old_one(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("old.txt")
    name = "新名.txt".encode()
    info.extra = b"\x01\x00\x00\x00" + struct.pack("<HHBI", 0x7075, 5 + len(name), 1, 0) + name
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, STORY)
    assert list(read(path)) == ["a.zip/新名.txt"]


def test_names_that_no_system_takes_and_names_that_come_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = packed(("a\\b:c*?.txt", STORY), ("文.txt", STORY), ("文.txt", STORY + "乙"))
    path.write_bytes(data)
    found = read(path)
    assert list(found) == ["a.zip/a/b:c*?.txt", "a.zip/文.txt", "a.zip/文 (2).txt"]
    assert found["a.zip/文 (2).txt"].endswith("乙")


@pytest.mark.parametrize("name", ["../a.txt", "/a.txt", "b/../../a.txt", "C:/a.txt", "..\\a.txt"])
def test_paths_that_climb_are_refused_by_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(named(name.encode(), ("b.txt", STORY)))
    found = list(sources_in([path]))
    assert [type(each.refusal) for each in found] == [ArchivePathClimbs, type(None)]
    assert climbs(name.replace("\\", "/"))
    assert not climbs("a/..b/c..txt")


def test_an_encrypted_member_is_refused_by_name(tmp_path: Path) -> None:
    data = bytearray(packed(("a.txt", STORY), ("b.txt", STORY)))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert read(path) == {"a.zip/a.txt": "FileEncrypted", "a.zip/b.txt": STORY.strip()}
    with closing(SourceReader()) as reader, pytest.raises(FileEncrypted, match=r"a\.zip/a\.txt"):
        reader.read(Source(path, "a.txt"))


def test_a_method_that_nobody_unpacks(tmp_path: Path) -> None:
    data = bytearray(packed(("a.txt", STORY)))
    data[data.index(b"PK\x01\x02") + 10] = 9
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    (found,) = sources_in([path])
    assert isinstance(found.refusal, ArchiveMethodUnknown)


def test_a_bomb_is_refused_whole() -> None:
    bomb = packed(*((f"{n}.txt", b"\0" * 10_000_000) for n in range(12)))
    with pytest.raises(FileUnpacksTooLarge, match="would unpack to 120 MB"):
        Archive(io.BytesIO(bomb), "a.zip", len(bomb))


def test_a_large_member_is_refused_by_what_the_directory_says(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(("a.txt", b"x" * 21_000_000), ("b.txt", STORY)))
    assert read(path) == {"a.zip/a.txt": "FileTooLarge", "a.zip/b.txt": STORY.strip()}


def test_a_directory_that_lies_about_a_size_unpacks_no_more(tmp_path: Path) -> None:
    data = bytearray(packed(("a.txt", b"x" * 5_000_000)))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 1_000)
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert read(path) == {"a.zip/a.txt": "FileDamaged"}


def test_too_many_members() -> None:
    data = packed(("a.txt", "x"), ("b.txt", "x"))
    with pytest.raises(FileHasTooManyParts):
        Archive(io.BytesIO(data), "a.zip", len(data), limits=ArchiveLimits(members=1))


def test_fifty_thousand_members(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(50_000):
            archive.writestr(f"{number}.txt", "x")
    found = list(sources_in([path]))
    assert len(found) == 50_000
    with closing(SourceReader()) as reader:
        assert reader.read(found[-1]).text == "x"


def test_an_archive_within_beyond_the_limit() -> None:
    data = packed(("b.zip", packed(("a.txt", STORY))))
    archive = Archive(io.BytesIO(data), "a.zip", len(data), limits=ArchiveLimits(nested=0))
    with closing(archive), pytest.raises(FileTooLarge):
        archive.nested("b.zip")


def test_what_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(("a.txt", STORY))[:60])
    (found,) = sources_in([path])
    assert isinstance(found.refusal, FileDamaged)
    path.write_bytes(packed(("b.zip", b"no archive"), ("a.csv", b"\x89PNG\r\n\x1a\n")))
    assert read(path) == {"a.zip/b.zip": "FileDamaged", "a.zip/a.csv": "FileIsPicture"}
    with closing(SourceReader()) as reader, pytest.raises(FileIsPicture):
        reader.read(Source(path, "a.csv"))


@pytest.mark.parametrize("many", [1, 2_000])
def test_a_table_that_is_damaged_in_its_archive(tmp_path: Path, many: int) -> None:
    path = tmp_path / "a.zip"
    rows = "".join(f"第{n}篇,{TALE}\n" for n in range(many))
    data = bytearray(packed(("表.csv", "标题,正文\n" + rows), ("b.txt", STORY)))
    at = data.index(b"PK\x01\x02") + 16
    data[at] ^= 1
    path.write_bytes(data)
    found = read(path)
    assert found["a.zip/表.csv"] == "FileDamaged"
    assert found["a.zip/b.txt"] == STORY.strip()


def test_an_archive_without_an_article_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(("a.png", "x")))
    over, whole = sources_in([path])
    assert over.passed_over
    assert isinstance(whole.refusal, ArchiveHoldsNoArticle)
    path.write_bytes(packed())
    (whole,) = sources_in([path])
    assert isinstance(whole.refusal, ArchiveHoldsNoArticle)


def test_a_document_named_as_an_archive_is_one_article(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(("[Content_Types].xml", "x"), ("word/document.xml", "x")))
    assert list(sources_in([path])) == [Source(path)]


def test_a_member_that_went_away(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(("a.txt", STORY)))
    with closing(SourceReader()) as reader:
        for member in ("b.txt", "b.zip/a.txt"):
            with pytest.raises(FileDamaged):
                reader.read(Source(path, member))


def test_archives_in_archives_in_archives(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(("b.zip", packed(("c.zip", packed(("d.txt", STORY)))))))
    (found,) = sources_in([path])
    assert isinstance(found.refusal, ArchiveInArchive)
    assert found.name == "a.zip/b.zip/c.zip"
