from __future__ import annotations

import socket
from typing import Any

import pytest

from tests.intake.readers.reading import body_of, checked
from tests.intake.readers.word import (
    NAMES,
    document,
    notes_part,
    paragraph,
    reference,
    relations,
    run,
    simple,
    whole,
    with_parts,
)
from workbench.domain.errors import Refusal
from workbench.files.packages import Limits
from workbench.intake.errors import (
    FileDamaged,
    FileDeclaresEntities,
    FileEmpty,
    FileUnpacksTooLarge,
)
from workbench.intake.extracted import Extracted
from workbench.intake.read import read_article
from workbench.intake.readers.docx import read_docx

TITLE = "渔业谈判重启"
FIRST = "五月三日，岛国代表说，谈判可以恢复。"
SECOND = "债务必须先谈，这是岛国议会的立场。"


def read(data: bytes) -> Extracted:
    return checked(read_docx(data, "论文.docx"))


def test_paragraphs_and_headings_are_lines() -> None:
    data = document(
        lambda d: d.add_heading(TITLE, 0),
        lambda d: d.add_paragraph(FIRST),
        lambda d: d.add_heading("一、背景", 1),
        lambda d: d.add_paragraph(SECOND),
    )
    assert read(data).text.split("\n") == [TITLE, FIRST, "一、背景", SECOND]
    assert read(data).reader == "docx"


def test_an_article_comes_out_of_the_pipeline() -> None:
    data = document(
        lambda d: d.add_paragraph(TITLE),
        paragraph(run(FIRST), reference(1)),
        parts={"word/footnotes.xml": notes_part({1: "见纪要第三页。"})},
    )
    article = read_article(data, "论文.docx")
    assert article.text == f"{TITLE}\n{FIRST}"
    assert [(n.kind, n.marker, n.text, n.anchor) for n in article.notes] == [
        ("footnote", "1", "见纪要第三页。", len(article.text))
    ]
    assert article.original == data
    assert (article.reader, article.encoding) == ("docx", "")


def test_notes_are_kept_apart_at_their_marks() -> None:
    data = simple(
        paragraph(run("岛国"), reference(2), run("的债务"), reference(1), run("。"), reference(3)),
        footnotes=notes_part({1: "甲说。", 2: "乙说。", 3: "丙说。"}),
    )
    found = read(data)
    assert [(a.marker, a.text, a.at) for a in found.asides] == [
        ("1", "乙说。", 2),
        ("2", "甲说。", 6),
        ("3", "丙说。", 8),
    ]
    assert found.text == "岛国1的债务2。3\n1 乙说。\n2 甲说。\n3 丙说。"
    assert body_of(found) == "岛国的债务。"
    assert {e.reason for e in found.edits} == {"footnote", "footnote_mark"}


def test_endnotes_have_numbers_of_their_own_and_notes_may_have_several_paragraphs() -> None:
    two = notes_part({5: "see below"}, "endnote").replace(
        "</w:endnote></w:endnotes>", f"{paragraph(run('and above'))}</w:endnote></w:endnotes>"
    )
    data = simple(
        paragraph(run("岛国"), reference(1), run("债务"), reference(5, "endnote")),
        footnotes=notes_part({1: "甲说。"}),
        endnotes=two,
    )
    assert [(a.marker, a.text) for a in read(data).asides] == [
        ("1", "甲说。"),
        ("i", "see below and above"),
    ]


def test_marks_are_counted_as_the_document_says_or_given_by_hand() -> None:
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    circled = '<w:numFmt w:val="decimalEnclosedCircleChinese"/>'
    data = simple(
        paragraph(run("岛国"), reference(1), run("债务"), custom, reference(9)),
        footnotes=notes_part({1: "甲说。", 2: "译者。"}),
        settings=f"<w:settings {NAMES}><w:footnotePr>{circled}</w:footnotePr></w:settings>",
    )
    found = read(data)
    assert [(a.marker, a.text) for a in found.asides] == [("①", "甲说。"), ("*", "译者。")]
    assert body_of(found) == "岛国债务"  # the last one points nowhere


def test_insertions_stay_and_deletions_go() -> None:
    data = simple(
        paragraph(
            run("岛国"),
            f'<w:ins w:id="1" w:author="x">{run("的")}</w:ins>',
            '<w:del w:id="2"><w:r><w:delText>大</w:delText></w:r></w:del>',
            f'<w:del w:id="3">{run("写错的")}</w:del>',
            f'<w:moveFrom w:id="4">{run("移走")}</w:moveFrom>',
            run("债务"),
            f'<w:moveTo w:id="5">{run("移来")}</w:moveTo>',
        )
    )
    assert body_of(read(data)) == "岛国的债务移来"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    data = simple(
        paragraph(run("岛国"), properties=gone)
        + paragraph(run("债务"), properties="<w:jc w:val='left'/>")
        + paragraph(run("结束"), properties=gone)
    )
    assert body_of(read(data)) == "岛国债务\n结束"


def test_deleted_rows_go() -> None:
    row = "<w:tr>{}<w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr>"
    gone = "<w:trPr><w:del w:id='1'/></w:trPr>"
    data = simple(
        f"<w:tbl>{row.format('', run('国家'), run('债务'))}"
        f"{row.format(gone, run('甲'), run('乙'))}</w:tbl>{paragraph(run('完'))}"
    )
    assert body_of(read(data)) == "国家\t债务\n完"


def _table(made: Any) -> None:
    table = made.add_table(2, 3)
    for row, texts in zip(
        table.rows, (("国家", "债务", "年份"), ("岛国", "", "2026")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.rows[0].cells[0].merge(table.rows[0].cells[1])


def test_rows_are_lines_and_merged_cells_come_once() -> None:
    data = document(lambda d: d.add_paragraph(FIRST), _table, lambda d: d.add_paragraph(SECOND))
    lines = body_of(read(data)).split("\n")
    assert (lines[0], lines[-1]) == (FIRST, SECOND)
    assert "岛国\t\t2026" in lines
    assert "".join(lines).count("国家") == 1


def test_a_table_that_lays_out_a_page_is_read_as_paragraphs() -> None:
    cell = "".join(paragraph(run(f"第{n}段。")) for n in range(5))
    side = paragraph(run("边栏"))
    data = simple(f"<w:tbl><w:tr><w:tc>{cell}</w:tc><w:tc>{side}</w:tc></w:tr></w:tbl>{side}")
    assert body_of(read(data)).split("\n") == [*(f"第{n}段。" for n in range(5)), "边栏", "边栏"]
    data = simple(
        f"<w:tbl><w:tr><w:tc>{side}{side}</w:tc><w:tc>{paragraph()}</w:tc></w:tr></w:tbl>"
    )
    assert body_of(read(data)) == "边栏\n边栏"


def test_tables_in_cells_and_rows_in_wrappers_are_read_where_they_stand() -> None:
    def cell(*content: str) -> str:
        return f"<w:tc>{''.join(content)}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell(paragraph(run('甲')))}{cell(paragraph(run('乙')))}</w:tr></w:tbl>"
    wrapped = f"<w:sdt><w:sdtContent><w:tr>{cell(inner)}</w:tr></w:sdtContent></w:sdt>"
    row = f"<w:tr><w:sdt><w:sdtContent>{cell(paragraph(run('丙')))}</w:sdtContent></w:sdt>"
    data = simple(
        f"<w:tbl>{wrapped}{row}{paragraph(run('丁'))}</w:tr>{paragraph(run('戊'))}</w:tbl>"
        f"<w:customXml><w:sdt><w:sdtContent>{paragraph(run('己'))}</w:sdtContent></w:sdt></w:customXml>"
    )
    assert body_of(read(data)).split("\n") == ["甲\t乙", "丙\t丁", "戊", "己"]


def test_a_table_of_many_cells_is_read_whole() -> None:
    row = "".join(f"<w:tc>{paragraph(run(f'格{n}'))}</w:tc>" for n in range(10))
    lines = body_of(read(simple(f"<w:tbl>{f'<w:tr>{row}</w:tr>' * 2_000}</w:tbl>"))).split("\n")
    assert lines == ["\t".join(f"格{n}" for n in range(10))] * 2_000


def test_a_text_box_is_read_once_before_its_paragraph() -> None:
    inside = f"<w:txbxContent>{paragraph(run('框内'))}</w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}'
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert body_of(read(simple(paragraph(run("框外"), box, run("之后"))))) == "框内\n框外之后"
    old = f"<w:r><w:pict><v:textbox>{inside}</v:textbox></w:pict></w:r>"
    assert body_of(read(simple(paragraph(run("框外"), old)))) == "框内\n框外"


def test_links_comments_pictures_fields_and_glosses_leave_only_words() -> None:
    link = f'<w:hyperlink r:id="rId9">{run("议会")}</w:hyperlink>'
    comment = (
        '<w:commentRangeStart w:id="0"/>' + run("立场") + '<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("七")}'
    )
    parts = f"<w:rt>{run('zhai')}</w:rt><w:rubyBase>{run('债')}</w:rubyBase>"
    gloss = f"<w:r><w:ruby>{parts}</w:ruby></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r>'
    data = simple(paragraph(link, comment, field, gloss, hidden, shown))
    assert body_of(read(data)) == "议会立场七债明"


def test_signs_that_are_elements() -> None:
    signs = (
        "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:tab/>"
        '<w:sym w:font="Wingdings" w:char="F0B7"/><w:sym w:char="XY"/>'
        "<w:br/><w:t>d&lt;e</w:t><w:cr/></w:r>"
    )
    formula = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    data = simple(paragraph(signs, formula, run("\ufdd03\ufdd1")))
    assert body_of(read(data)) == "a-bc\t\uf0b7\nd<e\nx=13"


LISTS = (
    f"<w:numbering {NAMES}>"
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    "</w:numbering>"
)
STYLES = (
    f"<w:styles {NAMES}>"
    '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Head"><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    "</w:styles>"
)


def item(text: str, number: int, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(run(text), properties=place)


def test_labels_are_those_that_word_shows() -> None:
    head = paragraph(run("结论"), properties='<w:pStyle w:val="Head"/>')
    loop = paragraph(run("正文"), properties='<w:pStyle w:val="Loop"/>')
    blocks = (
        *(item("背景", 1), item("债务", 1, 1), item("渔业", 1, 1), item("现状", 1)),
        *(item("港口", 1, 1), item("点", 2), item("另起", 3), item("无", 7), item("深", 1, 12)),
    )
    data = simple("".join((*blocks, head, loop)), numbering=LISTS, styles=STYLES)
    assert body_of(read(data)).split("\n") == [
        *("一、背景", "一.1 债务", "一.2 渔业", "二、现状", "二.1 港口", "• 点", "五、另起"),
        *("无", "深", "三、结论", "正文"),
    ]


def test_an_absurd_list_is_no_trouble() -> None:
    place = '<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="1"/></w:numPr>'
    wide = '<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'
    span = f"<w:tbl><w:tr><w:tc>{wide}{paragraph(run('格'))}</w:tc></w:tr></w:tbl>"
    data = simple(
        paragraph(run("正文"), properties=place) + span,
        numbering=LISTS,
    )
    assert body_of(read(data)) == "一、正文\n格"


def test_title_and_author_are_believed_within_reason() -> None:
    about = read(document(paragraph(run(TITLE)), title=TITLE, author="林小满")).about
    assert (about.title, about.author, about.published) == (TITLE, "林小满", "")
    about = read(document(paragraph(run(TITLE)), title="文档1", author="微软用户")).about
    assert (about.title, about.author) == ("", "")
    byline = document(paragraph(run(TITLE)), paragraph(run("作者：周原")), author="林小满")
    assert read(byline).about.author == ""
    assert read(simple(paragraph(run(TITLE)))).about.title == ""


@pytest.mark.parametrize("old", ["w:", "ns0:"])
def test_prefixes_and_namespaces_do_not_matter(old: str) -> None:
    body = paragraph(
        run("岛国"), reference(1), f'<w:hyperlink r:id="x">{run("债务")}</w:hyperlink>'
    )
    xml = whole(body)
    xml = xml.replace("w:", old).replace("xmlns:w=", f"xmlns:{old[:-1]}=")
    strict = xml.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    for each in (xml, strict):
        data = with_parts(simple(""), {"word/document.xml": each})
        assert body_of(read(data)) == "岛国债务"


def test_parts_are_found_where_the_document_says() -> None:
    data = with_parts(
        simple(""),
        {
            "word/document.xml": None,
            "word/main.xml": whole(paragraph(run("岛国"), reference(1))),
            "word/notes.xml": notes_part({1: "甲说。"}),
            "_rels/.rels": relations(("officeDocument", "/word/main.xml")),
            "word/_rels/main.xml.rels": relations(("footnotes", "notes.xml")),
        },
    )
    assert [a.text for a in read(data).asides] == ["甲说。"]


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    kinds = ("footnotes", "image", "attachedTemplate", "styles", "hyperlink")
    links = relations(
        *((kind, f"http://192.0.2.1/{kind}.xml") for kind in kinds),
        attributes='TargetMode="External"',
    )
    body = paragraph(run("岛国"), reference(1))
    data = with_parts(simple(body), {"word/_rels/document.xml.rels": links})
    assert body_of(read(data)) == "岛国"


ENTITY = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("parts", "refusal"),
    [
        ({"word/document.xml": f"{ENTITY}<w>&x;</w>"}, FileDeclaresEntities),
        ({"word/footnotes.xml": f"{ENTITY}<w/>"}, FileDeclaresEntities),
        ({"docProps/core.xml": f"{ENTITY}<w/>"}, FileDeclaresEntities),
        ({"word/document.xml": "<w:document"}, FileDamaged),
        ({"word/document.xml": None}, FileDamaged),
        ({"word/document.xml": "<w/>"}, FileEmpty),
        ({"word/document.xml": b"\0" * 90_000_000}, FileUnpacksTooLarge),
        ({"word/document.xml": f"<w:document {NAMES}>{'<w:p>' * 300}"}, FileDamaged),
    ],
)
def test_what_is_no_document_is_refused_by_name(
    parts: dict[str, str | bytes | None], refusal: type[Refusal]
) -> None:
    data = with_parts(document(paragraph(run(TITLE))), parts)
    with pytest.raises(refusal, match=r"论文\.docx"):
        read_docx(data, "论文.docx")


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.999])
def test_a_document_that_is_cut_short(keep: float) -> None:
    data = document(paragraph(run(TITLE)))
    with pytest.raises(FileDamaged, match=r"论文\.docx"):
        read_article(data[: int(keep * len(data))], "论文.docx")


def test_the_limit_can_be_set() -> None:
    big = simple(paragraph(run("岛国的债务。" * 2_000_000)))
    with pytest.raises(FileUnpacksTooLarge):
        read_docx(big, "a.docx", Limits(megabytes=5))
