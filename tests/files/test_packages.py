from __future__ import annotations

import struct
import warnings
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from workbench.domain.errors import Defect
from workbench.files.packages import Limits, library_on, open_package
from workbench.files.xml import parse_xml
from workbench.intake.errors import (
    FileDamaged,
    FileDeclaresEntities,
    FileEncrypted,
    FileHasTooManyParts,
    FileUnpacksTooLarge,
)

BILLION = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    '<!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]><w>&lol2;</w>'
)


def zipped(members: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return out.getvalue()


def test_a_member_is_read() -> None:
    package = open_package(zipped({"a.xml": "<a>岛国</a>".encode()}), "a.docx", "DOCX")
    assert package.xml("a.xml").text == "岛国"
    with pytest.raises(FileDamaged, match=r"a\.docx"):
        package.read("b.xml")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = zipped({"a": bytes(60_000_000)})
    with pytest.raises(FileUnpacksTooLarge, match="unpack to 60 MB and the limit is 10 MB"):
        open_package(data, "a.docx", "DOCX")
    many = Limits(megabytes=100, ratio=100_000)
    assert open_package(data, "a.docx", "DOCX", many).members
    with pytest.raises(FileUnpacksTooLarge, match="limit is 50 MB"):
        open_package(data, "a.docx", "DOCX", Limits(megabytes=50, ratio=100_000))


def test_a_bomb_that_belittles_itself_unpacks_no_more_than_it_says() -> None:
    data = bytearray(zipped({"a": bytes(30_000_000)}))
    directory = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, directory + 24, 1000)
    with pytest.raises(FileDamaged):
        open_package(bytes(data), "a.docx", "DOCX").read("a")


def test_too_many_parts() -> None:
    data = zipped({str(n): b"" for n in range(20)})
    with pytest.raises(FileHasTooManyParts, match="20 parts and the limit is 10"):
        open_package(data, "a.docx", "DOCX", Limits(parts=10))


@pytest.mark.parametrize("keep", [0, 4, 30, 60, -1, -22, -30])
def test_an_archive_that_is_cut_short(keep: int) -> None:
    data = zipped({"a.xml": b"<a/>" * 50})
    with pytest.raises(FileDamaged, match=r"a\.docx is damaged or cut short \(DOCX\)"):
        open_package(data[:keep], "a.docx", "DOCX")


def test_an_archive_with_a_wrong_check_sum() -> None:
    data = bytearray(zipped({"a.xml": b"<a>abcdefgh</a>"}))
    data[data.index(b"a.xml") + 8] ^= 255
    with pytest.raises(FileDamaged):
        open_package(bytes(data), "a.docx", "DOCX").read("a.xml")


def test_a_member_under_a_password() -> None:
    data = bytearray(zipped({"a.xml": b"<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FileEncrypted):
        open_package(bytes(data), "a.docx", "DOCX")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_xml_that_defines_entities(encoding: str) -> None:
    with pytest.raises(FileDeclaresEntities, match="can be an attack"):
        parse_xml(BILLION.encode(encoding), "a.docx", "DOCX")


@pytest.mark.parametrize("encoding", ["cp500", "utf-7"])
def test_xml_that_defines_entities_in_an_unusual_encoding(encoding: str) -> None:
    declared = BILLION.replace('"1.0"', f'"1.0" encoding="{encoding}"')
    with pytest.raises((FileDeclaresEntities, FileDamaged)):
        parse_xml(declared.encode(encoding), "a.docx", "DOCX")


@pytest.mark.parametrize(
    "data", [b"", b"<a>", b"text", b"<a>" * 5000, b'<?xml encoding="x-none"?><a/>', b"<a>\xff</a>"]
)
def test_what_is_no_xml(data: bytes) -> None:
    with pytest.raises(FileDamaged):
        parse_xml(data, "a.docx", "DOCX")


def test_what_a_library_raises_names_the_file() -> None:
    with pytest.raises(FileDamaged, match=r"a\.odt"), library_on("a.odt", "ODT"):
        raise KeyError
    with pytest.raises(FileDamaged, match=r"a\.odt"), library_on("a.odt", "ODT"):
        raise RecursionError
    with pytest.raises(FileEncrypted), library_on("a.odt", "ODT"):
        raise FileEncrypted(file="a.odt")
    with pytest.raises(Defect), library_on("a.odt", "ODT"):
        raise Defect
    with library_on("a.odt", "ODT"):
        warnings.warn("odd numbering", stacklevel=1)
