from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import Refusal
from workbench.intake.decode import decode, is_plausible_chinese
from workbench.intake.errors import (
    FileBinary,
    FileEmpty,
    FileHoldsNul,
    FileHoldsSurrogate,
    FileInOtherEncoding,
    FileMisencoded,
)

TEXT = (
    "岛国的代表说，渔业谈判可以恢复，但是债务必须先谈；如果对方不同意，他们就会离开会场，"
    "并且在国内宣布谈判失败。这个说法在当天就引起了不同的反应。"
)
TRADITIONAL = (
    "島國的代表說，漁業談判可以恢復，但是債務必須先談；如果對方不同意，他們就會離開會場。" * 2
)
JAPANESE = "島国の代表は、漁業交渉は再開できるが、債務についての話し合いが先だと述べた。" * 3
KOREAN = "섬나라 대표는 어업 협상을 재개할 수 있지만 부채 문제를 먼저 논의해야 한다고 말했다. " * 3


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_encodings_that_we_read(data: bytes, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)


@pytest.mark.parametrize(
    "text", [TRADITIONAL, "短。", "APEC峰会", "𠮷野家的𠮷", "€100与①②", TEXT * 50]
)
def test_gb18030_of_every_kind_is_plausible(text: str) -> None:
    assert decode(text.encode("gb18030"), "a.txt").text == text


def test_line_ends_become_line_feeds() -> None:
    assert decode("甲\r\n乙\r丙\n".encode(), "a.txt").text == "甲\n乙\n丙\n"


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", "\ufeff".encode(), "　\n".encode()])
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(FileEmpty, match=r"leer\.txt"):
        decode(data, "leer.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n...",
        b"PK\x03\x04\x14\x00",
        b"\x89PNG\r\n\x1a\n",
        bytes(range(256)) * 8,
        b"\x00\x01\x02\x03" * 500,
        b"abc" + b"\x00\x01" * 40,
    ],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(FileBinary, match=r"bild\.txt"):
        decode(data, "bild.txt")


@pytest.mark.parametrize(
    "data",
    [
        TRADITIONAL.encode("big5"),
        JAPANESE.encode("shift_jis"),
        JAPANESE.encode("euc_jp"),
        KOREAN.encode("euc_kr"),
        TEXT.encode("utf-16-le"),
        "Übergrößenträger façade déjà vu – señor".encode("cp1252") * 5,
    ],
)
def test_other_encodings_are_refused_and_never_read_wrongly(data: bytes) -> None:
    with pytest.raises((FileInOtherEncoding, FileMisencoded), match="UTF-8"):
        decode(data, "a.txt")


def test_the_refusal_names_the_likely_encoding() -> None:
    with pytest.raises(FileInOtherEncoding, match="big5"):
        decode(TRADITIONAL.encode("big5"), "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode()[:-1],
        TEXT.encode() + b"\xff\xfe\xfa",
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1],
    ],
)
def test_damaged_utf_is_refused(data: bytes) -> None:
    with pytest.raises((FileMisencoded, FileInOtherEncoding)):
        decode(data, "a.txt")


def test_a_nul_is_named_with_its_place() -> None:
    with pytest.raises(FileHoldsNul, match="position 1;"):
        decode("甲\0乙".encode(), "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        "甲乙\ud800丙".encode("utf-8", "surrogatepass"),
        codecs.BOM_UTF16_LE + "甲乙\ud800丙".encode("utf-16-le", "surrogatepass"),
        codecs.BOM_UTF8 + "甲乙\udc00丙".encode("utf-8", "surrogatepass"),
    ],
)
def test_half_a_character_is_named_with_its_place(data: bytes) -> None:
    with pytest.raises(FileHoldsSurrogate, match="position 2;"):
        decode(data, "a.txt")


def test_half_a_character_smuggled_in_by_gb18030_is_refused() -> None:
    with pytest.raises(Refusal):
        decode(b"\x81\x30\x81", "a.txt")


@pytest.mark.parametrize("text", ["", "plain ascii", "\ue000\ue001\ue002", "ÄÖÜäöüß" * 9])
def test_what_cannot_be_chinese(text: str) -> None:
    assert not is_plausible_chinese(text)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a.txt").text
    except Refusal as refusal:
        text = str(refusal)
    assert text
    assert "\r" not in text
    assert text.encode().decode() == text


@given(st.text(max_size=60))
def test_all_valid_utf8_is_read_as_it_is(text: str) -> None:
    try:
        decoded = decode(text.encode(), "a.txt")
    except (FileEmpty, FileHoldsNul, FileBinary):
        return
    assert decoded.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
