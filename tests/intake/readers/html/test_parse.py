from __future__ import annotations

import codecs

import pytest

from workbench.domain.errors import Refusal
from workbench.intake.readers.html.parse import decode_page

TEXT = "南方的港口在雨季里很安静，只有渡船还照着时刻表来往，码头上的人都认得船长。" * 3
TRADITIONAL = "南方的港口在雨季裡很安靜，只有渡船還照著時刻表來往，碼頭上的人都認得船長。" * 3


def page(text: str, label: str) -> str:
    content = f"text/html; charset={label}"
    return f"<html><head><meta http-equiv='Content-Type' content='{content}'></head><p>{text}"


@pytest.mark.parametrize(
    ("label", "codec", "text", "wanted"),
    [
        ("gb2312", "gbk", TEXT, "gb18030"),
        ("GBK", "gb18030", TEXT + "㐀", "gb18030"),
        ("gb_2312-80", "gbk", TEXT, "gb18030"),
        ("x-x-big5", "big5", TRADITIONAL, "big5hkscs"),
        ("big5-hkscs", "big5hkscs", TRADITIONAL + "嘅", "big5hkscs"),
        ("gb2312", "utf-8", TEXT, "utf-8"),
        ("utf-8", "gbk", TEXT, "gb18030"),
        ("iso-8859-1", "gbk", TEXT, "gb18030"),
        ("zip", "utf-8", TEXT, "utf-8"),
        ("utf-16", "utf-8", TEXT, "utf-8"),
        ("nonsense", "gbk", TEXT, "gb18030"),
        ("shift_jis", "shift_jis", "雨の季節の港は静かで、渡し船だけが行き来する。", "shift_jis"),
        ("windows-1252", "cp1252", "Le café du port était fermé.", "cp1252"),
    ],
)  # fmt: skip
def test_the_encoding_is_found_whatever_the_page_says(
    label: str, codec: str, text: str, wanted: str
) -> None:
    markup = page(text, label)
    found = decode_page(markup.encode(codec), "a.html")
    assert (found.encoding, found.markup, found.damaged) == (wanted, markup, False)


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_is_believed(mark: bytes, codec: str) -> None:
    found = decode_page(mark + page(TEXT, "gbk").encode(codec), "a.html")
    assert (found.encoding, TEXT in found.markup) == (codec, True)


def test_a_label_from_outside_comes_first() -> None:
    assert decode_page(TRADITIONAL.encode("big5"), "a.html", "big5").encoding == "big5hkscs"


def test_few_bytes_beyond_ascii_are_read_as_the_label_says() -> None:
    assert "联通" in decode_page(page("联通", "gb2312").encode("gbk"), "a.html").markup


def test_a_page_cut_within_a_character_is_still_utf8() -> None:
    found = decode_page(page(TEXT, "utf-8").encode()[:-1], "a.html")
    assert (found.encoding, found.damaged) == ("utf-8", True)


def test_a_little_damage_is_borne_and_named() -> None:
    data = page(TEXT, "utf-8").encode()
    found = decode_page(data[:200] + b"\xff" + data[200:], "a.html")
    assert (found.encoding, found.damaged) == ("utf-8", True)
    assert TEXT[-40:] in found.markup


def test_bytes_that_no_text_has_are_refused() -> None:
    with pytest.raises(Refusal):
        decode_page(bytes(range(128, 256)) * 40, "a.html")


def test_single_nul_characters_are_dropped() -> None:
    assert decode_page(b"<p>a\0b" + b" " * 100, "a.html").markup.startswith("<p>ab")
