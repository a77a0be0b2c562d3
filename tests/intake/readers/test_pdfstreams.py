from __future__ import annotations

import os
import zlib

import pytest

from tests.intake.readers.pdfs import one_page
from workbench.files.packages import Limits
from workbench.intake.errors import FileUnpacksTooLarge
from workbench.intake.readers.pdf import read_pdf
from workbench.intake.readers.pdfstreams import check_streams

FLATE = b"/Filter/FlateDecode"
TEXT = b"BT /F 12 Tf 50 200 Td (island) Tj ET "
BOMB = TEXT + b"q " * 5_000_000


@pytest.mark.parametrize(
    ("content", "filters"),
    [
        (zlib.compress(BOMB), FLATE),
        (zlib.compress(zlib.compress(BOMB)), b"/Filter[/FlateDecode/FlateDecode]"),
    ],
)
def test_a_page_of_too_many_operators_is_refused_unread(content: bytes, filters: bytes) -> None:
    data = one_page(content, more=filters)
    assert len(data) < 40_000
    with pytest.raises(FileUnpacksTooLarge, match=r"a\.pdf would unpack to 9 MB"):
        read_pdf(data, "a.pdf")


def test_a_full_page_is_read() -> None:
    data = one_page(zlib.compress(TEXT + b"0 0 m 9 9 l S " * 20_000), more=FLATE)
    assert read_pdf(data, "a.pdf").text == "island"


def test_pictures_may_be_larger_but_not_without_end() -> None:
    picture = one_page(zlib.compress(os.urandom(1_000_000) * 12), more=FLATE)
    check_streams(picture, "a.pdf", Limits(megabytes=20))
    with pytest.raises(FileUnpacksTooLarge, match="limit is 5 MB"):
        check_streams(picture, "a.pdf", Limits(megabytes=5))


@pytest.mark.parametrize("content", [b"", b"not packed", zlib.compress(TEXT)[:20], b"x\x9c"])
def test_streams_that_are_not_packed_or_broken_are_left_to_the_library(content: bytes) -> None:
    check_streams(one_page(content), "a.pdf", Limits())
