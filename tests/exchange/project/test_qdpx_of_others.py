"""REFI-QDA projects as other programs write them: however they count, wherever their texts lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.project.packages import (
    RAIN,
    SOURCE,
    USER,
    WIND,
    package,
    qde,
    read,
    remarks,
    selection,
    source,
)
from workbench.domain.codebook import Kind, Scope
from workbench.exchange.project.formats import read_project
from workbench.exchange.project.model import ForeignProject, Remark

TEXT = "昨夜小雨，今晨有风。"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "天气.qdpx"


def marked(found: ForeignProject) -> list[tuple[str, object]]:
    """Return what is marked, with its code."""
    return [(each.quote, next(iter(each.values.values()), ("",))[0]) for each in found.annotations]


def test_codes_become_a_list_and_a_layer(path: Path) -> None:
    found = read(path, qde(source(selection(2, 4, "小雨") + selection(8, 9, "风", WIND))))
    (codes,) = found.codebook.code_lists
    (layer,) = found.codebook.layers
    assert [(each.key, each.parent, each.colour) for each in codes.categories] == [
        ("雨", None, "#00aaff"),
        ("风", "雨", ""),
    ]
    assert (layer.scope, layer.complete) == (Scope.SPAN, ((codes.key,),))
    assert marked(found) == [("小雨", "雨"), ("风", "风")]
    assert [each.coder for each in found.annotations] == ["丁", "丁"]
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("document", "folder", "name"),
    [
        (f"internal://{SOURCE}.txt", "sources", "project.qde"),
        (f"internal://{SOURCE}.txt", "Sources", "天气.qde"),
        (f"{SOURCE.upper()}.TXT", "SOURCES", "folder/Project.QDE"),
        (f"relative:///elsewhere/{SOURCE}.txt", "texts", "a.qde"),
        (f"sources\\{SOURCE}.txt", "sources", "project.qde"),
    ],
)
def test_texts_are_found_wherever_they_lie(
    path: Path, document: str, folder: str, name: str
) -> None:
    found = read(path, qde(source(selection(2, 4), document)), folder=folder, qde_name=name)
    assert marked(found) == [("小雨", "雨")]


def test_the_usual_document_is_taken_where_there_are_several(path: Path) -> None:
    members = {"sources/a.qde": "<x/>", f"sources/{SOURCE}.txt": TEXT}
    path.write_bytes(package(qde(source(selection(2, 4))), members, "project.qde"))
    assert marked(read_project(path)) == [("小雨", "雨")]


def test_a_text_may_stand_in_the_document(path: Path) -> None:
    inner = f"<PlainTextContent>{TEXT}</PlainTextContent>{selection(2, 4)}"
    assert marked(read(path, qde(source(inner, "")), None)) == [("小雨", "雨")]


def test_the_text_of_a_pdf_is_that_beside_it(path: Path) -> None:
    body = (
        f'<Sources><PDFSource guid="{SOURCE}" name="页"><PDFSelection guid="x" page="0" '
        'firstX="0" firstY="0" secondX="1" secondY="1"/>'
        f'<Representation guid="{USER}" plainTextPath="internal://{SOURCE}.txt">'
        f"{selection(2, 4)}</Representation></PDFSource>"
        '<PDFSource guid="x" name="无文"/><AudioSource guid="y" name="录音"/></Sources>'
    )
    found = read(path, qde(body))
    assert marked(found) == [("小雨", "雨")]
    assert remarks(found) == {Remark.NO_TEXT: 2, Remark.NOT_READ: 1}


def test_a_source_whose_text_is_not_there_is_told(path: Path) -> None:
    found = read(path, qde(source(selection(2, 4))), None)
    assert (found.articles, found.annotations) == ((), ())
    assert remarks(found) == {Remark.TEXT_MISSING: 1}
    assert remarks(read(path, qde(source()), "\r\n")) == {Remark.TEXT_MISSING: 1}
    assert remarks(read(path, qde(source()), b"\xff\xfe")) == {Remark.TEXT_MISSING: 1}


def test_a_text_may_be_in_another_encoding(path: Path) -> None:
    long = "今天小镇下雨，镇长说雨还要下几天，我们都在等天晴。" * 4
    found = read(path, qde(source(selection(4, 5))), long.encode("gb18030"))
    assert marked(found) == [(long[4:5], "雨")]


# --- how positions are counted ------------------------------------------------------

_LINES = "甲😀😀\r\n乙𠮷雨\r\n丙雨风"
_PLAIN = _LINES.replace("\r\n", "\n")


def _counted(passage: str, *, crlf: bool, utf16: bool, inclusive: bool, mark: bool) -> str:
    """Return the selection of a passage as a producer counts that counts so."""
    text = _LINES if crlf else _PLAIN
    start = text.index(passage)
    end = start + len(passage)

    def place(position: int) -> int:
        extra = sum(each > "\uffff" for each in text[:position]) if utf16 else 0
        return position + extra + mark

    return selection(place(start), place(end) - inclusive, passage)


@pytest.mark.parametrize("mark", [False, True])
@pytest.mark.parametrize("inclusive", [False, True])
@pytest.mark.parametrize("utf16", [False, True])
@pytest.mark.parametrize("crlf", [False, True])
def test_how_positions_are_counted_is_found_out(
    path: Path, crlf: bool, utf16: bool, inclusive: bool, mark: bool
) -> None:
    ways = {"crlf": crlf, "utf16": utf16, "inclusive": inclusive, "mark": mark}
    passages = ("甲😀😀", "乙", "𠮷雨", "丙雨风")
    inner = "".join(_counted(each, **ways) for each in passages)
    text = ("\ufeff" if mark else "") + _LINES
    found = read(path, qde(source(inner)), text)
    assert [each.quote for each in found.annotations] == list(passages)
    assert found.articles[0].text == _PLAIN
    is_standard = crlf and not utf16 and not inclusive and not mark
    assert remarks(found) == ({} if is_standard else {Remark.OFFSETS_OTHER: 1})


def test_names_may_break_off_and_lose_their_line_ends(path: Path) -> None:
    text = "第一行很长很长。\n第二行也很长，还没完。"
    inner = selection(0, 12, "第一行很长很长。 第二…") + selection(9, 12, "第二行...")
    found = read(path, qde(source(inner)), text)
    assert [each.quote for each in found.annotations] == [text[0:12], "第二行"]


def test_what_is_not_where_it_is_said_is_left_out(path: Path) -> None:
    inner = selection(2, 4, "小雨") + selection(0, 2, "昨夜") + selection(5, 7, "小雨")
    found = read(path, qde(source(inner)))
    assert [each.quote for each in found.annotations] == ["小雨", "昨夜"]
    assert remarks(found) == {Remark.QUOTE_DIFFERS: 1}


def test_names_that_are_no_quotes_prove_nothing(path: Path) -> None:
    inner = selection(2, 4, "line:1") + selection(0, 2, "小雨") + selection(0, 1, "line:2")
    found = read(path, qde(source(inner)))
    assert [each.quote for each in found.annotations] == ["小雨", "昨夜", "昨"]
    assert found.remarks == ()
    assert remarks(read(path, qde(source(inner)), _LINES)) == {Remark.OFFSETS_ASSUMED: 1}


def test_positions_beyond_the_text_are_told(path: Path) -> None:
    broken = '<PlainTextSelection guid="x" name="无" startPosition="a" endPosition="2"/>'
    found = read(path, qde(source(selection(2, 4, "小雨") + selection(8, 99) + broken)))
    assert marked(found) == [("小雨", "雨")]
    assert remarks(found) == {Remark.OUTSIDE_TEXT: 2}


# --- codings, notes, variables --------------------------------------------------------


def test_a_selection_may_have_several_codes_or_none(path: Path) -> None:
    second = f'<Coding guid="x"><CodeRef targetGUID="{{{WIND.upper()}}}"/></Coding>'
    inner = (
        selection(2, 4, "小雨", RAIN, second)
        + selection(0, 2, "昨夜", "", "<Description>时间</Description>")
        + selection(5, 7, "今晨", "99999999-9999-4999-8999-999999999999")
    )
    found = read(path, qde(source(inner)))
    assert marked(found) == [("小雨", "风"), ("小雨", "雨"), ("昨夜", ""), ("今晨", "")]
    assert [each.coder for each in found.annotations] == ["", "丁", "", "丁"]
    assert found.annotations[2].memo == "时间"
    assert remarks(found) == {Remark.UNCODED: 1, Remark.VALUE_UNFIT: 1}


def test_notes_become_memos(path: Path) -> None:
    def ref(number: int) -> str:
        return f'<NoteRef targetGUID="{{{_note(number)}}}"/>'

    codes = (
        f'<CodeBook><Codes><Code guid="{RAIN}" name="雨" isCodable="true">{ref(1)}</Code>'
        "</Codes></CodeBook>"
    )
    notes = "".join(
        f'<Note guid="{_note(n)}" name="{name}" creatingUser="{USER}" '
        f'creationDateTime="2024-01-0{n}T00:00:00Z"{path}>{inner}</Note>'
        for n, name, path, inner in (
            (1, "码", "", "<PlainTextContent>关于码</PlainTextContent>"),
            (2, "", "", "<PlainTextContent>关于文</PlainTextContent>"),
            (3, "", f' plainTextPath="internal://{_note(3)}.txt"', ""),
            (4, "随想", "", "<PlainTextContent>随想一二</PlainTextContent>"),
            (5, "", "", "<PlainTextContent>关于段</PlainTextContent>"),
        )
    )
    body = (
        source(selection(2, 4, "小雨", RAIN, ref(5)).replace(ref(5), "") + ref(2)).replace(
            "</PlainTextSelection>", f"{ref(5)}</PlainTextSelection>"
        )
        + f"<Notes>{notes}</Notes>{ref(3)}"
    )
    members = {f"sources/{SOURCE}.txt": TEXT, f"sources/{_note(3)}.txt": "\ufeff关于项目"}
    path.write_bytes(package(qde(body, codes=codes), members, "project.qde"))
    found = read_project(path)
    assert [(each.kind, each.subject, each.text, each.coder) for each in found.memos] == [
        ("article", (SOURCE,), "关于文", "丁"),
        ("category", (found.codebook.code_lists[0].key, "雨"), "码\n关于码", "丁"),
        ("project", (), "关于项目", "丁"),
        ("project", (), "随想一二", "丁"),
    ]
    assert found.memos[0].created == "2024-01-02T00:00:00.000Z"
    assert [each.memo for each in found.annotations] == ["关于段"]


def _note(number: int) -> str:
    return f"bbbbbbbb-0000-4000-8000-{number:012}"


def _variable(name: str, kind: str, number: int) -> str:
    return f'<Variable guid="{_note(number)}" name="{name}" typeOfVariable="{kind}"/>'


def _value(number: int, kind: str, text: str) -> str:
    ref = f'<VariableRef targetGUID="{_note(number)}"/>'
    return f"<VariableValue>{ref}<{kind}Value>{text}</{kind}Value></VariableValue>"


def test_variables_become_those_of_articles(path: Path) -> None:
    declared = (
        ("Outlet type", "Text", 1),
        ("年份", "Integer", 2),
        ("share", "Float", 3),
        ("Is long", "Boolean", 4),
        ("day", "Date", 5),
        ("at", "DateTime", 6),
        ("to", "Text", 7),
        ("never", "Text", 8),
        ("Outlet: type", "Text", 9),
    )
    variables = "".join(_variable(*each) for each in declared)
    values = (
        _value(1, "Text", "报纸")
        + _value(2, "Integer", "2024")
        + _value(3, "Float", "0.5")
        + _value(4, "Boolean", "1")
        + _value(5, "Date", "2024-05-06Z")
        + _value(6, "DateTime", "2024-05-06T07:08:09")
        + _value(7, "Text", "x")
        + _value(8, "Text", "  ")
        + _value(9, "Text", "y")
    )
    found = read(path, qde(f"<Variables>{variables}</Variables>{source(values)}"))
    layer = found.codebook.layer("article")
    (own,) = found.annotations
    by_label = {each.label.zh or each.label.en: each for each in layer.variables}
    assert own.values == {
        "outlet_type": ("报纸",),
        by_label["年份"].key: (2024,),
        "share": (0.5,),
        "is_long": (True,),
        "day": ("2024-05-06",),
        "at": ("2024-05-06T07:08:09",),
        by_label["to"].key: ("x",),
        by_label["Outlet: type"].key: ("y",),
    }
    assert by_label["年份"].kind is Kind.INTEGER
    again = read(path, qde(f"<Variables>{variables}</Variables>{source(values)}"))
    assert again.codebook == found.codebook


def test_values_of_a_wrong_type_are_told(path: Path) -> None:
    variables = "<Variables>" + _variable("n", "Integer", 1) + _variable("b", "Boolean", 2)
    values = _value(1, "Integer", "viel") + _value(2, "Boolean", "vielleicht")
    found = read(path, qde(f"{variables}</Variables>{source(values)}"))
    assert found.annotations == ()
    assert remarks(found) == {Remark.VALUE_UNFIT: 2}


def test_the_variables_of_a_case_are_those_of_its_sources(path: Path) -> None:
    variables = "<Variables>" + _variable("age", "Integer", 1) + _variable("sex", "Text", 2)
    case = (
        f'<Cases><Case guid="{_note(9)}">{_value(1, "Integer", "40")}{_value(2, "Text", "f")}'
        f'<SourceRef targetGUID="{SOURCE}"/></Case></Cases>'
    )
    body = f"{variables}</Variables>{case}{source(_value(1, 'Integer', '41'))}"
    (own,) = read(path, qde(body)).annotations
    assert own.values == {"age": (41,), "sex": ("f",)}


def test_codes_of_whole_sources_become_a_layer_of_articles(path: Path) -> None:
    codings = "".join(
        f'<Coding guid="x" creatingUser="{USER}"><CodeRef targetGUID="{each}"/></Coding>'
        for each in (RAIN, WIND, RAIN)
    )
    found = read(path, qde(source(codings)))
    (own,) = found.annotations
    assert found.codebook.layer(own.layer).scope is Scope.ARTICLE
    assert (own.span, own.coder, *own.values.values()) == (None, "丁", ("雨", "风"))


def test_what_we_have_nothing_like_is_counted(path: Path) -> None:
    body = source() + '<Links><Link guid="x"/></Links><Sets><Set/><Set/></Sets>'
    found = read(path, qde(body + "<Graphs><Graph/></Graphs>"))
    assert remarks(found) == {Remark.NOT_READ: 4}


def test_names_that_stand_twice_get_other_keys(path: Path) -> None:
    codes = (
        f'<CodeBook><Codes><Code guid="{RAIN}" name="x" isCodable="true"/>'
        f'<Code guid="{WIND}" name="x" isCodable="true"/></Codes></CodeBook>'
    )
    document = qde(source(selection(0, 1) + selection(1, 2, "", WIND)), codes=codes)
    found = read(path, document.replace('name="天气"', 'name="All"'))
    assert found.codebook.code_lists[0].key == "codes_all"
    assert marked(found) == [("昨", "x"), ("夜", "x (2)")]
    assert remarks(found) == {Remark.RENAMED: 1}


def test_a_list_is_called_as_no_list_of_ours(path: Path) -> None:
    document = qde(source(selection(0, 1)))
    keys = {
        read(path, document.replace('name="天气"', f'name="{name}"')).codebook.code_lists[0].key
        for name in ("天气", "地理", "actors", "Concepts, more", "1")
    }
    assert len(keys) == 5
    assert all(each.startswith("codes") for each in keys)


def test_a_project_without_codes_brings_its_texts(path: Path) -> None:
    found = read(path, qde(source(selection(0, 1, "昨")), codes=""))
    assert (found.codebook.code_lists, found.codebook.layers) == ((), ())
    assert [each.text for each in found.articles] == [TEXT]
    assert remarks(found) == {Remark.OUTSIDE_TEXT: 1}


def test_users_without_names_go_by_what_they_have(path: Path) -> None:
    users = '<User guid="{ABC}" id="E"/><User guid="{ABD}"/>'
    assert read(path, qde(source(), users)).coders == ("丁", "E", "abd")
