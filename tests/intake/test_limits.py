from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.intake.readers.word import simple
from tests.intake.tables.test_excel import book
from workbench.domain.errors import Refusal
from workbench.files.errors import (
    FileHasTooManyParts,
    FileTooLarge,
    FileUnpacksTooLarge,
    TableTooLarge,
)
from workbench.intake.limits import Allowed, ArchiveLimits
from workbench.intake.sources import SourceReader, sources_in

TALE = "小镇的新桥通车了。"


def refusals(path: Path, megabytes: int) -> list[type[Refusal] | None]:
    """Return why what lies in a file is not read where so many megabytes are allowed."""
    reader, found = SourceReader(), list[type[Refusal] | None]()
    for source in sources_in([path], allowed=Allowed(megabytes)):
        try:
            reader.read(source)
            found.append(None)
        except Refusal as refusal:
            found.append(type(refusal) if "--limit-mb" in str(refusal) else Refusal)
    reader.close()
    return found


def test_all_follows_one_figure() -> None:
    usual, twice = Allowed(), Allowed(40)
    assert usual.archive == ArchiveLimits()
    assert twice.archive.members == 2 * usual.archive.members
    assert (usual.spreadsheet, twice.spreadsheet) == (100, 200)
    assert (usual.package.megabytes, twice.package.megabytes) == (200, 400)
    assert (usual.sheets.cells, twice.sheets.cells) == (20_000_000, 40_000_000)
    assert Allowed(1).package.ratio == 7


def test_a_large_file_comes_where_it_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text((TALE + "\n") * 50_000, "utf-8")
    assert refusals(path, 1) == [FileTooLarge]
    assert refusals(path, 2) == [None]


def test_what_an_archive_and_its_members_may_hold_follows(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", (TALE + "\n") * 50_000)
    assert refusals(path, 1) == [FileTooLarge]
    assert refusals(path, 2) == [None]
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for number in range(6_000):
            archive.writestr(f"{number}.txt", TALE if number < 2 else "")
    assert refusals(path, 1) == [FileHasTooManyParts]
    sources = list(sources_in([path], allowed=Allowed(2)))
    assert len(sources) == 6_000
    with closing(SourceReader()) as reader:
        assert reader.read(sources[1]).text == TALE


def test_what_a_document_may_unpack_to_follows(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    big = "<w:p><w:r><w:t>字</w:t></w:r></w:p>" + f"<!--{' ' * 11_000_000}-->"
    path.write_bytes(simple(big))
    assert refusals(path, 1) == [FileUnpacksTooLarge]


def test_what_a_sheet_may_hold_follows(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    data = book(甲=[["标题", "正文"], ["一", TALE * 3]])
    with ZipFile(io.BytesIO(data)) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name).replace(b'r="B2"', b'r="B500001"')
            new.writestr(name, part.replace(b'<row r="2"', b'<row r="500001"'))
    assert refusals(path, 1) == [TableTooLarge]
