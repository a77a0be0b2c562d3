"""REFI-QDA: valid after the standard's schema, and read however others write it."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given

from tests.domain.strategies import codebooks
from tests.exchange.codebook.codebooks import SMALL, read, tree
from workbench.app.projects import starter_codebook
from workbench.domain.codebook import Category, Codebook, CodeList, Words
from workbench.exchange.codebook.formats import write_codebook
from workbench.exchange.codebook.model import Choice, Format, Note, Writing
from workbench.exchange.errors import CodebookWithoutList
from workbench.files.errors import FileDamaged

etree: Any = import_module("lxml.etree")  # without types
OTHERS = """<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="{namespace}" origin="Another program 1.0"><Codes>
<Code guid="{{5215CC69-B628-4E02-AFB9-9BEEAEE55808}}" name="Weather" isCodable="false">
 <Code guid="d7aa29da-519b-4946-9b90-253b6db8fd0a" name="rain" isCodable="true" color="#0af">
  <Description>Water that falls.
Note: not snow.</Description>
  <Code guid="0dcef2f5-e55c-49da-8c33-9b0803c7aeb4" name="小雨" isCodable="true"/>
 </Code>
</Code>
<Code guid="9fa9bcb7-5b59-47a9-8c3e-f65cffdc7520" name="rain" isCodable="true" color="red"/>
</Codes>
<Sets><Set guid="7c108712-b650-4892-ac0b-fc9a10190c3b" name="wet">
<MemberCode guid="d7aa29da-519b-4946-9b90-253b6db8fd0a"/></Set></Sets>
</CodeBook>"""


@pytest.fixture(scope="module")
def schema() -> Any:
    return etree.XMLSchema(etree.parse(Path(__file__).parent / "refi_qda" / "Codebook.xsd"))


def valid(schema: Any, data: bytes) -> bool:
    return bool(schema.validate(etree.fromstring(data)))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_written_is_valid(schema: Any, language: str) -> None:
    assert valid(schema, write_codebook(starter_codebook(), Format.QDC, Writing(language)))
    assert valid(schema, write_codebook(SMALL, Format.QDC, Writing(language)))


def test_the_schema_finds_faults(schema: Any) -> None:
    data = write_codebook(SMALL, Format.QDC)
    assert not valid(schema, data.replace(b"isCodable", b"codable", 1))


@given(codebooks())
def test_whatever_is_written_is_valid(schema: Any, codebook: Codebook) -> None:
    assume(codebook.code_lists)
    assert valid(schema, write_codebook(codebook, Format.QDC))


def test_a_codebook_without_lists_cannot_be_told() -> None:
    with pytest.raises(CodebookWithoutList):
        write_codebook(Codebook(Words("空")), Format.QDC)


@pytest.mark.parametrize(
    "namespace",
    ["urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:1:0", "urn:QDA-XML:codebook:0:4", "urn:x"],
)
def test_codes_of_other_programs(namespace: str) -> None:
    found = read(OTHERS.format(namespace=namespace), "Weather words.qdc")
    assert tree(found) == [
        ("Weather", "Weather", None),
        ("Weather › rain", "rain", "Weather"),
        ("小雨", "小雨", "Weather › rain"),
        ("rain", "rain", None),
    ]
    (code_list,) = found.codebook.code_lists
    assert (code_list.key, code_list.label) == ("weather_words", Words(en="Weather words"))
    assert [each.colour for each in code_list.categories] == ["", "#00aaff", "", ""]
    assert [each.code for each in code_list.categories] == [1, 2, 3, 4]
    rain = code_list.categories[1].guide.definition
    assert rain == Words(en="Water that falls.\nNote: not snow.")
    assert {each.note for each in found.notes} == {Note.RENAMED, Note.SETS_LEFT_OUT}


def test_the_list_for_codes_of_others_can_be_chosen() -> None:
    found = read(OTHERS.format(namespace="urn:x"), choice=Choice(code_list="weather"))
    assert found.codebook.code_lists[0].key == "weather"


def test_sets_are_written_for_members() -> None:
    root = etree.fromstring(write_codebook(SMALL, Format.QDC))
    names = {"q": "urn:QDA-XML:codebook:1.0"}
    (found,) = root.iterfind(".//q:Set", names)
    (member,) = found.iterfind("q:MemberCode", names)
    (code,) = root.xpath(f"//q:Code[@guid='{member.get('guid')}']", namespaces=names)
    assert (found.get("name"), code.get("name")) == ("港口", "海")


def test_what_another_program_changed_is_taken_over() -> None:
    """A code was renamed, one was added below it, and one moved to the top of its list."""
    text = write_codebook(SMALL, Format.QDC).decode()
    text = text.replace('name="港口"', 'name="码头"', 1)
    old = text[text.index("<Code", text.index("旧港") - 90) : text.index("</Code>") + 7]
    assert old.count("<Code") == 1
    new = '<Code guid="12365523-1035-4afa-9e7b-281fe0bc51c5" name="新港" isCodable="true"/>'
    found = read(text.replace(old, new), "手册.qdc")
    (places, _) = found.codebook.code_lists
    assert [(each.key, each.label.zh, each.parent) for each in places.categories] == [
        ("SEA", "海", None),
        ("PORT", "码头", "SEA"),
        ("新港", "新港", "PORT"),
    ]
    assert places.categories[1].patterns == SMALL.code_lists[0].categories[1].patterns


def test_text_that_looks_like_ours_stays_text() -> None:
    told = "键：X\ncode: 5\n“定义：无”"
    (code_list, *_) = SMALL.code_lists
    port = code_list.categories[1]
    changed = replace(port, guide=replace(port.guide, definition=Words(told, ' "quoted" ')))
    categories = (code_list.categories[0], changed, code_list.categories[2])
    codebook = Codebook(Words(), (replace(code_list, categories=categories),))
    assert read(write_codebook(codebook, Format.QDC)).codebook.code_lists == codebook.code_lists


def test_what_looks_quoted_and_is_not_stays_text() -> None:
    text = write_codebook(SMALL, Format.QDC).decode()
    found = read(text.replace("船停靠的地方。", '"船" 停靠的地方。'))
    assert found.codebook.code_lists[0].categories[1].guide.definition.zh == '"船" 停靠的地方。'


def test_a_tree_of_hundreds_of_levels_comes_back() -> None:
    deep = tuple(
        Category(f"K{n}", n, Words(), parent=f"K{n - 1}" if n > 1 else None) for n in range(1, 450)
    )
    codebook = Codebook(Words(), (CodeList("deep", Words(), deep),))
    assert read(write_codebook(codebook, Format.QDC)).codebook.code_lists == codebook.code_lists


def test_a_page_is_no_codebook() -> None:
    with pytest.raises(FileDamaged):
        read("<CodeBook><Codes>")
