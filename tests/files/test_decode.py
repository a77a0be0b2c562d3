from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import Refusal
from workbench.files.decode import decode
from workbench.files.encodings import is_plausible_chinese
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
        "Острова согласны на переговоры о рыболовстве. ".encode("koi8_r") * 5,
        "Übergrößenträger façade déjà vu – señor".encode("cp1252") * 5,
    ],
)
def test_other_encodings_are_refused_and_never_read_wrongly(data: bytes) -> None:
    with pytest.raises((FileInOtherEncoding, FileMisencoded), match="UTF-8"):
        decode(data, "a.txt")


def test_the_refusal_names_the_likely_encoding() -> None:
    with pytest.raises(FileInOtherEncoding, match="cp1251"):
        decode("Острова согласны на переговоры о рыболовстве. ".encode("cp1251") * 9, "a.txt")


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (TEXT, "utf-16-le", "utf-16-le"),
        (TEXT, "utf-16-be", "utf-16-be"),
        ("Plain English, and nothing else.\n", "utf-16-le", "utf-16-le"),
        ("APEC峰会2025\n", "utf-16-be", "utf-16-be"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL + "喺度食飯嘅人", "big5hkscs", "big5hkscs"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TEXT, "gbk", "gb18030"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (KOREAN, "euc_kr", "cp949"),
    ],
)
def test_an_encoding_without_a_mark_is_told_by_what_comes_out(
    text: str, encoding: str, told: str
) -> None:
    decoded = decode(text.encode(encoding), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.damaged) == (text, told, 0)


SENTENCES = (
    "两国的渔船在争议海域相遇之后，双方都要求对方先道歉。",
    "会议没有发表共同声明，因为各方对关税问题的看法不同。",
    "港口的工人说，他们从去年开始就没有看到新的订单了。",
    "这位学者认为，小国可以在大国之间得到更多的行动空间。",
    "政府在星期三宣布，将与邻国重新讨论电力和水的分配。",
)
TRADITIONAL_SENTENCES = (
    "兩國的漁船在爭議海域相遇之後，雙方都要求對方先道歉。",
    "會議沒有發表共同聲明，因為各方對關稅問題的看法不同。",
    "港口的工人說，他們從去年開始就沒有看到新的訂單了。",
    "這位學者認為，小國可以在大國之間得到更多的行動空間。",
)


def _texts(sentences: tuple[str, ...]) -> st.SearchStrategy[str]:
    parts = st.one_of(st.sampled_from(sentences), st.sampled_from(["2025", "APEC", "\n", " "]))
    most = st.lists(parts, max_size=30).map("".join)
    return st.tuples(st.sampled_from(sentences), most).map("".join)


@given(_texts(SENTENCES), st.sampled_from(["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be"]))
def test_simplified_chinese_is_recognised_in_each_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


@given(
    _texts(TRADITIONAL_SENTENCES),
    st.sampled_from(["utf-8", "gb18030", "big5", "big5hkscs", "utf-16-le", "utf-16-be"]),
)
def test_traditional_chinese_is_recognised_in_each_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_few_bad_bytes_do_not_cost_the_text(encoding: str) -> None:
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b""
    bad = b"\x00\xdc" if mark else b"\xff"
    half = (TEXT * 20).encode(encoding)
    decoded = decode(mark + half + bad + half, "a.txt")
    assert decoded.text == TEXT * 20 + "\ufffd" + TEXT * 20
    assert (decoded.encoding, decoded.damaged) == (encoding, 1)


def test_what_was_damaged_before_is_not_counted_as_damage() -> None:
    text = "\ufffd" * 9 + TEXT * 20
    assert decode(text.encode(), "a.txt").damaged == 0
    assert decode(text.encode() + b"\xff", "a.txt").damaged == 1


@pytest.mark.parametrize(
    "data",
    [
        (TEXT * 20).encode() + (TEXT * 20).encode("gb18030"),
        (TEXT * 20).encode() + b"\xff\xfe" * 40,
        (TEXT * 20).encode("gb18030") + b"\xff\xff" * 40,
    ],
)
def test_a_file_damaged_from_half_way_on_is_refused(data: bytes) -> None:
    with pytest.raises((FileInOtherEncoding, FileMisencoded)):
        decode(data, "a.txt")


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
