from __future__ import annotations

import socket
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from odfdo import Document, List, Paragraph

from tests.intake.readers.odf import NAMES, note, paragraph, raw, saved
from tests.intake.readers.reading import body_of, checked
from workbench.domain.errors import Refusal
from workbench.intake.errors import (
    FileDamaged,
    FileDeclaresEntities,
    FileEmpty,
    FileEncrypted,
    FileUnpacksTooLarge,
)
from workbench.intake.extracted import Extracted
from workbench.intake.read import read_article
from workbench.intake.readers.odt import read_odt

TITLE = "渔业谈判重启"
FIRST = "五月三日，岛国代表说，谈判可以恢复。"


def read(data: bytes) -> Extracted:
    return checked(read_odt(data, "论文.odt"))


def _written(title: str = "", author: str = "") -> bytes:
    document = Document("odt")
    document.body.clear()
    document.meta.title = title
    document.meta.initial_creator = author
    document.body.append(Paragraph(TITLE))
    first = Paragraph(FIRST)
    first.insert_note(after="岛国", note_id="n1", citation="1", body="见纪要第三页。")
    document.body.append(first)
    document.body.append(List(["港口", "渔业"]))
    return saved(document)


def test_what_odfdo_writes_comes_out_of_the_pipeline() -> None:
    article = read_article(_written(TITLE, "林小满"), "论文.odt")
    assert article.text == f"{TITLE}\n{FIRST}\n• 港口\n• 渔业"
    assert [(n.kind, n.marker, n.text) for n in article.notes] == [
        ("footnote", "1", "见纪要第三页。")
    ]
    assert (article.title, article.author, article.reader) == (TITLE, "林小满", "odt")
    assert article.published == ""


def test_notes_are_kept_apart_at_their_marks() -> None:
    data = raw(paragraph(f"岛国{note(1, '甲说。')}的债务{note(2, '乙说。', 'endnote')}。"))
    found = read(data)
    assert [(a.marker, a.text, a.at) for a in found.asides] == [
        ("1", "甲说。", 2),
        ("2", "乙说。", 6),
    ]
    assert found.text == "岛国1的债务2。\n1 甲说。\n2 乙说。"
    assert body_of(found) == "岛国的债务。"


def test_a_note_in_a_note_and_one_without_a_mark() -> None:
    data = raw(paragraph(f"岛国{note(1, '甲' + note(2, '乙') + '丙')}<text:note/>"))
    assert [a.text for a in read(data).asides] == ["甲丙"]


def test_revisions_remarks_and_glosses() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{paragraph('删去的')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    ruby = (
        "<text:ruby><text:ruby-base>债</text:ruby-base><text:ruby-text>zhai</text:ruby-text>"
        "</text:ruby>"
    )
    remark = f"<office:annotation><dc:creator>x</dc:creator>{paragraph('评')}</office:annotation>"
    inserted = '岛国<text:change-start text:change-id="1"/>的<text:change-end text:change-id="1"/>'
    data = raw(changes + paragraph(f"{inserted}{ruby}务<text:change/>{remark}。"))
    assert body_of(read(data)) == "岛国的债务。"


def test_blanks_tabs_and_links() -> None:
    link = '<text:a xlink:href="http://192.0.2.1/" xmlns:xlink="http://www.w3.org/1999/xlink">c</text:a>'
    data = raw(
        paragraph(f'a\n  b<text:s text:c="3"/>{link}<text:tab/>d<text:line-break/>e')
        + paragraph('x<text:s text:c="999999999"/>y')
        + paragraph("<text:span>f</text:span>\ufdd05\ufdd1")
    )
    lines = body_of(read(data)).split("\n")
    assert lines[:2] == ["a b   c\td", "e"]
    assert lines[2] == "x y"
    assert lines[3] == "f5"


STYLES = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." '
    'style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="(" '
    'style:num-suffix=")" text:display-levels="2"/>'
    "</text:list-style>"
)


def items(*content: str, attributes: str = "") -> str:
    inside = "".join(f"<text:list-item>{each}</text:list-item>" for each in content)
    return f'<text:list text:style-name="L" {attributes}>{inside}</text:list>'


def test_labels_of_lists() -> None:
    deeper = f"<text:list><text:list-item>{paragraph('债务')}</text:list-item></text:list>"
    first = items(paragraph("背景") + paragraph("续") + deeper, paragraph("现状"))
    more = items(paragraph("结论"), attributes='text:continue-numbering="true"')
    anew = items(paragraph("另起"))
    table = f"<text:list-header>{paragraph('头')}</text:list-header>"
    lines = body_of(
        read(raw(first + more + anew + f"<text:list>{table}</text:list>", STYLES))
    ).split("\n")
    assert lines == ["一、背景", "续", "(一.1) 债务", "二、现状", "三、结论", "一、另起", "头"]


def test_labels_of_headings() -> None:
    outline = (
        f"<office:document-styles {NAMES}><office:styles><text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format=""/>'
        "</text:outline-style></office:styles></office:document-styles>"
    )
    heads = (
        '<text:h text:outline-level="1">背景</text:h><text:h text:outline-level="2">债务</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">摘要</text:h>'
        '<text:h text:outline-level="1">结论</text:h>'
    )
    assert body_of(read(raw(heads, styles_=""[:0] or "", styles=outline))).split("\n") == [
        *("1. 背景", "债务", "摘要", "2. 结论")
    ]


def test_tables_sections_and_text_boxes() -> None:
    cell = "<table:table-cell>{}</table:table-cell>"
    covered = "<table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>"
    rows = (
        f"<table:table-header-rows><table:table-row>{cell.format(paragraph('国家'))}"
        f"{cell.format(paragraph('债务'))}</table:table-row></table:table-header-rows>"
        f'<table:table-row table:number-rows-repeated="99999999">{cell.format(paragraph("岛国"))}'
        f"{covered}{cell.format(paragraph('2026'))}</table:table-row>"
    )
    box = f"<draw:frame><draw:text-box>{paragraph('框内')}</draw:text-box></draw:frame>"
    section = f"<text:section>{paragraph('节内')}</text:section>"
    data = raw(f"<table:table>{rows}</table:table>{section}{paragraph(f'框外{box}之后')}")
    assert body_of(read(data)).split("\n") == [
        *("国家\t债务", "岛国\t\t2026", "节内", "框内", "框外之后")
    ]


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    names = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    picture = f'<draw:frame><draw:image {names} xlink:href="http://192.0.2.1/a.png"/></draw:frame>'
    assert body_of(read(raw(paragraph(f"岛国{picture}")))) == "岛国"


ENTITY = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LOCKED = f"<manifest:manifest {NAMES}><manifest:encryption-data/></manifest:manifest>"


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (raw("", content=f"{ENTITY}<x>&x;</x>"), FileDeclaresEntities),
        (raw(paragraph("a"), styles=f"{ENTITY}<x/>"), FileDeclaresEntities),
        (raw(paragraph("a"), meta=f"{ENTITY}<x/>"), FileDeclaresEntities),
        (raw(paragraph("a"), **{"META-INF__manifest": LOCKED}), FileEncrypted),
        (raw("", content="<office:x"), FileDamaged),
        (raw("", content="<x/>"), FileDamaged),
        (raw(""), FileEmpty),
        (raw(paragraph("")), FileEmpty),
    ],
)
def test_what_is_no_document_is_refused_by_name(data: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal, match=r"论文\.odt"):
        read_odt(data, "论文.odt")


@pytest.mark.parametrize("count", ["999999999", "-1", "x", "²", "9" * 5000])
def test_an_absurd_run_of_blanks_is_one(count: str) -> None:
    assert body_of(read(raw(paragraph(f'a<text:s text:c="{count}"/>b')))) == "a b"


def test_a_document_without_content() -> None:
    with pytest.raises(FileDamaged):
        read_odt(raw("").replace(b"content.xml", b"contend.xml"), "论文.odt")


def test_a_bomb_is_refused() -> None:
    out = BytesIO(raw(paragraph("a")))
    with ZipFile(out, "a", ZIP_DEFLATED) as package:
        package.writestr("Pictures/a", bytes(60_000_000))
    with pytest.raises(FileUnpacksTooLarge):
        read_odt(out.getvalue(), "论文.odt")


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.999])
def test_a_document_that_is_cut_short(keep: float) -> None:
    data = _written()
    with pytest.raises(FileDamaged, match=r"论文\.odt"):
        read_article(data[: int(keep * len(data))], "论文.odt")
