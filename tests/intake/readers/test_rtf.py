from __future__ import annotations

import pytest

from tests.intake.readers.reading import body_of, checked
from workbench.intake.errors import FileDamaged, FileEmpty
from workbench.intake.extracted import Extracted
from workbench.intake.read import read_article
from workbench.intake.readers.rtf import read_rtf

TITLE = "渔业谈判重启"
FIRST = "五月三日，岛国代表说，谈判可以恢复。"
FONTS = (
    r"{\fonttbl{\f0\fnil\fcharset0 Times New Roman;}{\f1\fnil\fcharset134 SimSun;}"
    r"{\f2\fnil\fcharset136 PMingLiU;}{\f3\fnil Plain;}}"
)


def hexed(text: str, encoding: str = "gbk") -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


def escaped(text: str) -> str:
    units = text.encode("utf-16-le")
    numbers = (int.from_bytes(units[i : i + 2], "little") for i in range(0, len(units), 2))
    return "".join(f"\\u{n - 65536 if n > 32767 else n}?" for n in numbers)


def rtf(body: str, head: str = FONTS, page: int = 936) -> bytes:
    return rf"{{\rtf1\ansi\ansicpg{page}\deff0{head}\uc1 {body}}}".encode("latin-1")


def read(data: bytes) -> Extracted:
    return checked(read_rtf(data, "论文.rtf"))


@pytest.mark.parametrize(
    "written",
    [
        rf"\f1 {hexed(TITLE)}\par {hexed(FIRST)}\par",
        rf"\f0 {hexed(TITLE)}\par \f3 {hexed(FIRST)}",
        rf"{escaped(TITLE)}\par {escaped(FIRST)}\par",
        rf"\pard {{\b {escaped(TITLE)}}}\line {{\i\f1 {hexed(FIRST)}}}",
    ],
)
def test_chinese_in_each_of_its_forms(written: str) -> None:
    found = read(rtf(written))
    assert found.text == f"{TITLE}\n{FIRST}"
    assert (found.reader, found.warnings) == ("rtf", ())


def test_traditional_chinese_and_characters_beyond_the_basic_plane() -> None:
    assert body_of(read(rtf(rf"\f2 {hexed('漁業談判', 'big5')}", page=950))) == "漁業談判"
    assert body_of(read(rtf(escaped("𠮷野")))) == "𠮷野"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_text_written_as_it_was(encoding: str) -> None:
    body = "{\\rtf1\\ansi\\ansicpg936 渔业\\par 谈判\\par 乗}"
    assert body_of(read(body.encode(encoding))) == "渔业\n谈判\n乗"
    assert body_of(read(b"{\\rtf1\\ansi\\ansicpg936 caf\xff}")) == "caf\xff"


def test_notes_are_kept_apart() -> None:
    mark = r"{\super \chftn "
    note = mark + r"{\footnote \pard\plain {\super \chftn} " + "%s}}"
    ends = mark + r"{\footnote\ftnalt \pard {\super \chftn} " + "%s}}"
    by_hand = r"{\super *{\footnote " + "%s}}"
    body = "".join(
        (
            *(escaped("岛国"), note % escaped("甲说。"), escaped("的"), ends % escaped("尾。")),
            *(escaped("债"), note % rf"\f1 {hexed('乙说。')}\par {escaped('丙。')}", escaped("务")),
            by_hand % escaped("译者。"),
        )
    )
    found = read(rtf(body))
    assert [(a.marker, a.text, a.at) for a in found.asides] == [
        ("1", "甲说。", 2),
        ("i", "尾。", 4),
        ("2", "乙说。丙。", 6),
        ("", "译者。", 9),
    ]
    assert body_of(found) == "岛国的债务*"


def test_what_is_no_text_is_left_out() -> None:
    groups = (
        r"{\header head}{\footer foot}{\*\generator x;}{\stylesheet{\s0 Normal;}}"
        r"{\pict\pngblip 89504e47}{\*\bkmkstart a}{\deleted\revauthdel1 old}{\v hidden}"
        r"{\object{\*\objdata 00}{\result{\pict 00}}}{\*\annotation remark}"
    )
    assert body_of(read(rtf(groups + r"{\v0 shown} {\revised new}"))) == "shown new"


def test_pictures_with_raw_bytes_are_skipped() -> None:
    assert body_of(read(rtf(r"a{\pict\bin5 }{}{\'}b{\bin3 }}}c}"))) == "abc"


def test_links_leave_their_words() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "http://192.0.2.1/"}}{\fldrslt{\ul here}}}'
    assert body_of(read(rtf(f"go {link} now"))) == "go here now"


def test_rows_lists_and_text_boxes() -> None:
    row = r"\trowd\cellx1\cellx2 a\cell b\cell\row "
    assert body_of(read(rtf(rf"{row}\pard c"))) == "a\tb\nc"
    assert (
        body_of(read(rtf(r"{\listtext\pard 1.\tab}one\par{\pntext 2.\tab}two")))
        == "1.\tone\n2.\ttwo"
    )
    box = r"{\shp{\*\shpinst\shpleft10{\sp{\sn x}{\sv y}}{\shptxt inside\par}}{\shprslt again}}"
    assert "".join(body_of(read(rtf(f"before{box}after"))).split()) == "beforeinsideafter"


def test_braces_and_signs() -> None:
    assert (
        body_of(read(rtf(r"\{a\}\\b\~c\_d\emdash e\ldblquote f\rdblquote"))) == "{a}\\b\xa0c‑d—e“f”"
    )
    assert body_of(read(rtf("a") + b"} trailing {junk")) == "a"


def test_title_and_author() -> None:
    info = rf"{{\info{{\title {escaped(TITLE)}}}{{\author {hexed('林小满')}}}}}"
    about = read(rtf(rf"{info}{escaped(TITLE)}")).about
    assert (about.title, about.author, about.published) == (TITLE, "林小满", "")


def test_half_a_character_is_shown_as_lost() -> None:
    found = read(rtf(r"\f1 \'d3\'e6\'d2 a\u-10179?b"))
    assert (found.text, found.warnings) == ("渔\ufffd a\ufffdb", ("damaged_characters",))


def test_an_article_comes_out_of_the_pipeline() -> None:
    article = read_article(rtf(rf"{escaped(TITLE)}\par {escaped(FIRST)}\par"), "论文.rtf")
    assert (article.text, article.reader) == (f"{TITLE}\n{FIRST}", "rtf")


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_a_file_that_is_cut_short(keep: float) -> None:
    data = rtf(rf"{{\b {escaped(TITLE)}}}\par {escaped(FIRST)}\par" * 4)
    with pytest.raises(FileDamaged, match=r"论文\.rtf is damaged or cut short \(RTF\)"):
        read_rtf(data[: int(keep * len(data))], "论文.rtf")


@pytest.mark.parametrize("data", [rtf(""), rtf(r"{\pict 00}\par")])
def test_a_file_without_text(data: bytes) -> None:
    with pytest.raises(FileEmpty, match=r"论文\.rtf"):
        read_rtf(data, "论文.rtf")


@pytest.mark.parametrize("body", [r"\uc\ucx a", r"\u99999999 a", "{" * 3000])
def test_what_striprtf_cannot_take_is_damage(body: str) -> None:
    with pytest.raises(FileDamaged, match=r"论文\.rtf"):
        read_rtf(rtf(body), "论文.rtf")


def test_a_pointer_that_a_damaged_file_makes_up_goes() -> None:
    forged = escaped("\ufdd0") + "7" + escaped("\ufdd1")
    assert body_of(read(rtf(rf"a{forged}b{escaped(chr(0xFDD0))}c"))) == "abc"


def test_a_file_that_begins_with_the_end_of_a_group() -> None:
    with pytest.raises(FileDamaged):
        read_rtf(b"}} {", "论文.rtf")
    with pytest.raises(FileDamaged):
        read_rtf(b"}\\rtf1", "论文.rtf")


def test_a_title_that_never_ends_takes_no_time() -> None:
    title = r"{\info{\title " + r"\1" * 3000 + r"{}}}"
    assert body_of(read(rtf(title + "a"))) == "a"
