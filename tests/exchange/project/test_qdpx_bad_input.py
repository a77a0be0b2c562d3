"""REFI-QDA packages that are broken, an attack, or something else: each is refused by name."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.project.packages import SOURCE, package, qde, read, selection, source
from workbench.domain.codebook_file import CodebookUnreadable
from workbench.domain.errors import Refusal
from workbench.exchange.errors import (
    NotARefiProject,
    PackageClimbs,
    ProjectFileTooLarge,
    ProjectVersionTooNew,
    ProjectWithoutDocument,
)
from workbench.exchange.project import refi_package
from workbench.exchange.project.formats import project_format, read_project
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.model import Remark
from workbench.exchange.project.refi import ORIGIN, codebook_member
from workbench.files.errors import (
    FileDamaged,
    FileDeclaresEntities,
    FileHasTooManyParts,
    FileHoldsNul,
    FileUnpacksTooLarge,
)
from workbench.files.packages import Limits

GOOD = package(
    qde(source(selection(2, 4, "小雨"))), {f"sources/{SOURCE}.txt": "昨夜小雨。"}, "project.qde"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.qdpx"


def refused(path: Path, data: bytes) -> Refusal:
    path.write_bytes(data)
    with pytest.raises(Refusal) as caught:
        read_project(path, ProjectFormat.QDPX)
    return caught.value


def test_entities_are_refused(path: Path) -> None:
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        '<Project xmlns="urn:QDA-XML:project:1.0" name="&b;"/>'
    )
    assert isinstance(refused(path, package(bomb, {}, "project.qde")), FileDeclaresEntities)


@pytest.mark.parametrize("member", ["../../evil.txt", "/etc/x.txt", "C:\\x.txt", "a/../../b.txt"])
def test_paths_that_climb_are_refused(path: Path, member: str) -> None:
    error = refused(path, package(qde(""), {member: "x"}, "project.qde"))
    assert isinstance(error, PackageClimbs)
    assert "x.qdpx" in str(error)


def test_a_path_in_the_document_leads_nowhere_outside(path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("不该读到", encoding="utf-8")
    for place in (str(secret), secret.as_uri(), "relative://../secret.txt", "../secret.txt"):
        found = read(path, qde(source("", place)), None)
        assert [each.remark for each in found.remarks] == [Remark.TEXT_MISSING]


def test_what_unpacks_beyond_measure_is_refused(path: Path) -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as new:
        new.writestr("project.qde", qde(""))
        with new.open("sources/zeros.txt", "w", force_zip64=True) as member:
            for _ in range(30):
                member.write(bytes(1_000_000))
    assert isinstance(refused(path, target.getvalue()), FileUnpacksTooLarge)


def test_a_directory_that_promises_ten_gigabytes_is_refused(path: Path) -> None:
    data = bytearray(package(qde(""), {"sources/x.txt": "x"}, "project.qde"))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (4_000_000_000).to_bytes(4, "little")
    assert isinstance(refused(path, bytes(data)), FileUnpacksTooLarge)


def test_a_member_that_is_longer_than_promised_is_refused(path: Path) -> None:
    data = bytearray(package(qde(source()), {f"sources/{SOURCE}.txt": "雨" * 9}, "project.qde"))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (3).to_bytes(4, "little")
    assert isinstance(refused(path, bytes(data)), FileDamaged)


def test_too_many_parts_and_too_large_a_file_are_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refi_package, "LIMITS", Limits(parts=1))
    assert isinstance(refused(path, GOOD), FileHasTooManyParts)
    monkeypatch.setattr(refi_package, "MEGABYTES", 0)
    assert isinstance(refused(path, GOOD), ProjectFileTooLarge)


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (qde("<Sources>"), FileDamaged),
        ("", FileDamaged),
        ("no xml", FileDamaged),
        ("<html/>", NotARefiProject),
        ('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>', NotARefiProject),
        ('<Project xmlns="urn:QDA-XML:project:2.0" name="x"/>', ProjectVersionTooNew),
    ],
)
def test_a_document_of_another_kind_is_refused(
    path: Path, document: str, kind: type[Refusal]
) -> None:
    assert isinstance(refused(path, package(document, {}, "project.qde")), kind)


def test_a_package_without_a_document_is_none(path: Path) -> None:
    data = package("x", {}, "project.txt")
    assert isinstance(refused(path, data), ProjectWithoutDocument)
    assert project_format(path) is None


def test_a_text_with_a_nul_is_refused(path: Path) -> None:
    with pytest.raises(FileHoldsNul):
        read(path, qde(source()), "昨\0夜")


def test_our_own_with_another_codebook_is_refused(path: Path) -> None:
    document = qde("").replace("Other 1.0", ORIGIN)
    for codebook, kind in ((b"{}", CodebookUnreadable), (b"\xff\xff", FileDamaged)):
        data = package(document, {codebook_member(): codebook}, "project.qde")
        assert isinstance(refused(path, data), kind)


def test_our_own_without_its_codebook_comes_as_from_another(path: Path) -> None:
    found = read(path, qde(source(selection(2, 4, "小雨"))).replace("Other 1.0", ORIGIN))
    assert [each.quote for each in found.annotations] == ["小雨"]


@settings(max_examples=60)
@given(st.integers(0, len(GOOD) - 1))
def test_every_prefix_is_refused(tmp_path: Path, length: int) -> None:
    refused(tmp_path / "x.qdpx", GOOD[:length])


@settings(max_examples=100)
@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_a_changed_byte_is_refused_or_read(tmp_path: Path, place: int, change: int) -> None:
    path = tmp_path / "x.qdpx"
    path.write_bytes(GOOD[:place] + bytes([GOOD[place] ^ change]) + GOOD[place + 1 :])
    try:
        read_project(path)
    except Refusal:
        return
