from __future__ import annotations

import base64
import quopri

import pytest

from workbench.intake.edits import apply
from workbench.intake.errors import PageTooDeep, PageWithoutText
from workbench.intake.readers.mhtml import read_mhtml

FIRST = "灯塔建于一百年前，守塔的人换了七代，灯却从来没有熄过。"
SECOND = "去年冬天它改成了自动的，最后一任守塔人搬到镇上去住。"
PAGE = (
    "<html><head><meta charset={}><title>灯塔</title></head><body><div><a href=/>首页</a></div>"
    f"<div><h1>最后的灯塔</h1><p>{FIRST}</p><p>{SECOND}</p></div></body></html>"
)


def part(content: bytes, encoding: str, kind: str = "text/html", location: str = "") -> bytes:
    lines = (f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}", location, "")
    head = "".join(f"{line}\r\n" for line in lines if line) + "\r\n"
    encode = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}
    return head.encode() + encode.get(encoding, bytes)(content)


def archive(*parts: bytes, head: str = "") -> bytes:
    top = f'{head}MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--b"\r\n\r\n'
    return top.encode() + b"".join(b"----b\r\n" + each + b"\r\n" for each in parts) + b"----b--\r\n"


def kept(data: bytes) -> list[str]:
    found = read_mhtml(data, "a.mhtml")
    return [line for line in apply(found.text, found.edits).split("\n") if line.strip()]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_the_page_in_an_archive_is_read(encoding: str, charset: str) -> None:
    content = PAGE.format(charset).encode(charset)
    assert kept(archive(part(content, encoding))) == ["最后的灯塔", FIRST, SECOND]


def test_the_charset_may_stand_outside_the_page() -> None:
    content = PAGE.replace("<meta charset={}>", "").encode("big5", "replace")
    data = archive(part(content, "base64", 'text/html; charset="big5"'))
    assert read_mhtml(data, "a.mht").encoding == "big5hkscs"


def test_the_address_comes_from_the_snapshot() -> None:
    head = (
        "Snapshot-Content-Location: https://a.example/tower\r\nDate: Tue, 5 Mar 2024 10:00:00\r\n"
    )
    frame = part(PAGE.replace("灯塔", "框").format("utf-8").encode(), "base64",
                 location="Content-Location: https://a.example/frame")  # fmt: skip
    main = part(PAGE.format("utf-8").encode(), "base64",
                location="Content-Location: https://a.example/tower")  # fmt: skip
    found = read_mhtml(archive(frame, main, head=head), "a.mhtml")
    assert (found.about.url, found.about.title) == ("https://a.example/tower", "最后的灯塔")
    assert found.about.published == ""  # the day on which it was saved
    assert found.reader == "mhtml"


def test_the_start_of_the_archive_names_its_page() -> None:
    frame = part(b"<p>frame</p>", "8bit")
    main = part(PAGE.format("utf-8").encode(), "base64", location="Content-ID: <m@x>")
    data = archive(frame, main).replace(b"related;", b'related; start="<m@x>";')
    assert kept(data)[0] == "最后的灯塔"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\xff",
        archive(),
        archive(part(b"GIF89a", "base64", "image/gif")),
        archive(part(b"", "8bit")),
        archive(part(b"<p>=?", "x-unknown").replace(b"<p>=?", b"")),
    ],
)
def test_an_archive_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(PageWithoutText, match=r"a\.mhtml"):
        read_mhtml(data, "a.mhtml")


def test_an_address_is_one_that_can_be_kept() -> None:
    head = "Snapshot-Content-Location: https://a.exa\0mple/\r\n tower\r\n"
    data = archive(part(PAGE.format("utf-8").encode(), "base64"), head=head)
    assert read_mhtml(data, "a.mhtml").about.url == "https://a.example/tower"


def test_parts_within_parts_end() -> None:
    data = b"".join(
        f'Content-Type: multipart/mixed; boundary="{n}"\r\n\r\n--{n}\r\n'.encode()
        for n in range(3_000)
    )
    with pytest.raises((PageTooDeep, PageWithoutText)):
        read_mhtml(data, "a.mhtml")


def test_a_truncated_archive_gives_what_is_there() -> None:
    data = archive(part(PAGE.format("utf-8").encode(), "base64"))
    assert FIRST in kept(data[: int(len(data) * 0.8)])
