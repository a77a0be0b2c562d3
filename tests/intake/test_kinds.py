from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from workbench.domain.errors import Refusal
from workbench.intake.errors import (
    FileEncrypted,
    FileInOldFormat,
    FileIsArchive,
    FileIsPicture,
    FileIsProgram,
    FileIsTable,
    FileOfOtherProgram,
)
from workbench.intake.kinds import Kind, kind_of
from workbench.intake.readers import extract

TEXT = "渔业谈判重启\n五月三日，岛国代表说，谈判可以恢复。\n"
PAGE = f"<!DOCTYPE html>\n<html><head><title>渔业</title></head><body><p>{TEXT}</p></body></html>"
MAIL = (
    "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"\r\n\r\n--b\r\n'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def packed(**members: bytes | str) -> bytes:
    """A zip of these members; `__` in a name stands for a slash, `_dot_` for a dot."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


WORD = packed(word__document_dot_xml="<w/>")
OPEN = packed(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml="<o/>")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (TEXT.encode(), "a.txt", Kind.TEXT),
        (TEXT.encode(), "a", Kind.TEXT),
        (b"", "a.txt", Kind.TEXT),
        (TEXT.encode(), "a.md", Kind.MARKDOWN),
        (TEXT.encode("gb18030"), "A.MARKDOWN", Kind.MARKDOWN),
        (PAGE.encode(), "a.html", Kind.HTML),
        (PAGE.encode("gbk"), "a.htm", Kind.HTML),
        (PAGE.encode("utf-16"), "a.html", Kind.HTML),
        (b"\xef\xbb\xbf\n\n" + PAGE.encode(), "a.html", Kind.HTML),
        (b'<?xml version="1.0"?><html xmlns="x">', "a.xhtml", Kind.HTML),
        (b"x" * 2000 + b"<p>y</p>", "a.html", Kind.HTML),
        (MAIL.encode(), "a.mhtml", Kind.MHTML),
        (MAIL.encode(), "a.mht", Kind.MHTML),
        (WORD, "a.docx", Kind.DOCX),
        (OPEN, "a.odt", Kind.ODT),
        (b"{\\rtf1\\ansi}", "a.rtf", Kind.RTF),
        (b"%PDF-1.7\n", "a.pdf", Kind.PDF),
        (b"\0junk\n%PDF-1.7\nstartxref", "a.pdf", Kind.PDF),
        (b"a,b\n1,2\n", "a.csv", Kind.CSV),
        (b"a\tb\n1\t2\n", "a.tsv", Kind.TSV),
        (b"{}\n{}\n", "a.jsonl", Kind.JSONL),
        (packed(xl__workbook_dot_xml=""), "a.xlsx", Kind.XLSX),
        (packed(a_dot_txt=TEXT), "a.zip", Kind.ZIP),
    ],
)
def test_kinds_of_files_that_say_what_they_are(data: bytes, name: str, kind: Kind) -> None:
    assert kind_of(data, name) is kind


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PAGE.encode(), "a.txt", Kind.HTML),
        (PAGE.encode(), "a.doc", Kind.HTML),
        (PAGE.encode(), "a.mhtml", Kind.HTML),
        (MAIL.encode(), "a.html", Kind.MHTML),
        (TEXT.encode(), "a.html", Kind.TEXT),
        (TEXT.encode(), "a.pdf", Kind.TEXT),
        (TEXT.encode(), "a.mhtml", Kind.TEXT),
        (TEXT.encode(), "a.docx", Kind.TEXT),
        (b"{\\rtf1\\ansi}", "a.doc", Kind.RTF),
        (b"%PDF-1.7\n", "a.docx", Kind.PDF),
        (WORD, "a.zip", Kind.DOCX),
        (WORD, "a.doc", Kind.DOCX),
        (OPEN, "a.docx", Kind.ODT),
        (packed(_5bContent_Types_5d="", word__main_dot_xml=""), "a", Kind.ZIP),
        (packed(content_dot_xml="", **{"META-INF/manifest.xml": ""}), "a", Kind.ODT),
        (packed(**{"[Content_Types].xml": "", "word/main.xml": ""}), "a", Kind.DOCX),
    ],
)
def test_a_file_that_lies_is_told_by_its_bytes(data: bytes, name: str, kind: Kind) -> None:
    assert kind_of(data, name) is kind


@pytest.mark.parametrize(
    "text",
    [
        "在网页里，<html> 是最外层的标记。",
        "文件以 %PDF-1.4 开头，这是规范的要求。",
        "MZ世代的选择",
        "BM25是一种排序方法，写来话长。",
        "来源: 远洋首页\n正文",
        "HN: 一个论坛的名字",
    ],
)
def test_a_text_that_speaks_of_formats_is_a_text(text: str) -> None:
    assert kind_of(text.encode(), "a.txt") is Kind.TEXT


@pytest.mark.parametrize("cut", [10, 40, 80])
def test_a_zip_that_is_cut_short_keeps_the_kind_of_its_name_or_its_bytes(cut: int) -> None:
    assert kind_of(WORD[:-cut], "a.docx") is Kind.DOCX
    assert kind_of(WORD[:-cut], "a.bin") is Kind.DOCX
    assert kind_of(OPEN[:-cut], "a.bin") is Kind.ODT
    assert kind_of(packed(a_dot_txt=TEXT)[:-cut], "a.zip") is Kind.ZIP


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"\x89PNG\r\n\x1a\n", FileIsPicture),
        (b"\xff\xd8\xff\xe0", FileIsPicture),
        (b"RIFF\0\0\0\0WEBPVP8 ", FileIsPicture),
        (b"\0\0\0\x18ftypheic", FileIsPicture),
        (b"BM\x36\0\0\0\0\0\0\0\x36", FileIsPicture),
        (b"\x7fELF\x02", FileIsProgram),
        (b"MZ\x90\0\x03", FileIsProgram),
        (b"Rar!\x1a\x07\0", FileIsArchive),
        (b"7z\xbc\xaf\x27\x1c", FileIsArchive),
        (b"CAJ\0", FileOfOtherProgram),
        (packed(Index__Document_dot_iwa=b""), FileOfOtherProgram),
        (packed(ppt__presentation_dot_xml=b""), FileOfOtherProgram),
        (packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"), FileOfOtherProgram),
        (OLE + "WordDocument".encode("utf-16-le"), FileInOldFormat),
        (OLE, FileInOldFormat),
        (OLE + "EncryptedPackage".encode("utf-16-le"), FileEncrypted),
    ],
)
def test_what_no_reader_takes_is_refused_by_name(data: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal, match=r"论文\.docx"):
        kind_of(data, "论文.docx")


@pytest.mark.parametrize(
    ("data", "name", "refusal"),
    [
        (b"a,b\n", "a.csv", FileIsTable),
        (packed(xl__workbook_dot_xml=""), "a.xlsx", FileIsTable),
        (packed(a_dot_txt=TEXT), "a.zip", FileIsArchive),
    ],
)
def test_one_article_is_not_read_from_what_holds_many(
    data: bytes, name: str, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal, match=name):
        extract(data, name)
