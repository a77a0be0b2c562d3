"""Files that are broken in every way: each is refused by a sentence, and by nothing else."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from tests.exchange.codebook.codebooks import SMALL, read
from workbench.domain.codebook_check import InsideItself, KeyTwice, NotInList
from workbench.domain.codebook_file import CodebookTooNew, CodebookUnreadable
from workbench.domain.codebook_file import write_codebook as own_json
from workbench.domain.errors import Refusal
from workbench.exchange.codebook import formats
from workbench.exchange.codebook.formats import read_codebook, write_codebook
from workbench.exchange.codebook.model import Format, Note
from workbench.exchange.errors import (
    CodebookCellWrong,
    CodebookEmpty,
    CodebookFileTooLarge,
    CodebookFormatUnknown,
    CodebookOnlyPrinted,
    CodebookRowWithoutName,
    CodebookTooLarge,
    CodebookVersionTooNew,
)
from workbench.files.errors import FileDamaged, FileDeclaresEntities, RowQuoteOpen, RowTooLong

BOMB = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>&b;</Codes></CodeBook>'
)


def qdc(codes: str, namespace: str = "urn:QDA-XML:codebook:1.0") -> str:
    return f'<CodeBook xmlns="{namespace}"><Codes>{codes}</Codes></CodeBook>'


@pytest.mark.parametrize("data", [b"", b" \n\r\n", b"\xef\xbb\xbf"])
def test_an_empty_file(data: bytes) -> None:
    with pytest.raises(CodebookEmpty):
        read(data)


@pytest.mark.parametrize("text", ["名称\n", "名称,定义\n,\n", qdc(""), "tag,description\r\n"])
def test_a_file_without_categories(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"SQLite format 3\0" + bytes(100),
        b"<?xml version='1.0'?><note>hello</note>",
    ],
)
def test_a_file_of_another_kind(data: bytes) -> None:
    with pytest.raises(CodebookFormatUnknown):
        read(data)


@pytest.mark.parametrize("kind", [Format.HTML, Format.DOCX])
def test_a_printed_codebook_is_not_read_back(kind: Format) -> None:
    data = write_codebook(SMALL, kind)
    with pytest.raises(CodebookOnlyPrinted):
        read(data)
    with pytest.raises(CodebookOnlyPrinted):
        read_codebook(data, "手册", kind)


def test_a_zip_of_other_things() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("a.txt", "a")
    with pytest.raises(CodebookFormatUnknown):
        read(target.getvalue())


@pytest.mark.parametrize("kind", [Format.JSON, Format.XLSX, Format.QDC])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_file_that_is_cut_short(kind: Format, share: float) -> None:
    data = write_codebook(SMALL, kind)
    with pytest.raises((FileDamaged, CodebookUnreadable)):
        read(data[: int(len(data) * share)])


def test_a_table_that_is_cut_in_a_cell() -> None:
    with pytest.raises(RowQuoteOpen):
        read('名称,定义\n渔业,"捕鱼\n港口,停船\n')


def test_a_row_with_too_many_cells() -> None:
    with pytest.raises(RowTooLong):
        read("名称,定义\n渔业,捕鱼,再捕\n")


def test_json_of_a_newer_version() -> None:
    document = json.loads(own_json(SMALL)) | {"format_version": 99}
    with pytest.raises(CodebookTooNew):
        read(json.dumps(document))


@pytest.mark.parametrize("namespace", ["urn:QDA-XML:codebook:2.0", "urn:QDA-XML:codebook:3:1"])
def test_qdc_of_a_newer_version(namespace: str) -> None:
    with pytest.raises(CodebookVersionTooNew, match=r"2\.0|3\.1"):
        read(qdc('<Code guid="x" name="a" isCodable="true"/>', namespace))


@pytest.mark.parametrize(
    "text",
    [
        "键,名称\nF,渔业\nF,捕捞\n",
        "代码,名称\n1,渔业\n1,捕捞\n",
        "一级,二级\n海洋,渔业\n海洋,渔业\n",
    ],
)
def test_two_categories_of_one_key(text: str) -> None:
    with pytest.raises(KeyTwice):
        read(text)


def test_a_circle_of_parents() -> None:
    with pytest.raises(InsideItself):
        read("键,上级\nA,B\nB,A\n")


def test_a_parent_that_is_missing() -> None:
    with pytest.raises(NotInList, match="nowhere"):
        read("键,上级\nA,nowhere\n")


def test_a_row_that_names_nothing() -> None:
    with pytest.raises(CodebookRowWithoutName, match="#3"):
        read("名称,定义\n渔业,捕鱼\n,没有名称\n")
    with pytest.raises(CodebookRowWithoutName):
        read("一级,定义\n,没有名称\n")
    with pytest.raises(CodebookRowWithoutName):
        read(qdc('<Code guid="x" name=" " isCodable="true"/>'))


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("键,数字代码,名称\nF,一,渔业\n", "numeric code"),
        ("名称,分值\n渔业,高\n", "score"),
        ("名称,分值\n渔业,1e999\n", "score"),
        ("名称,停用\n渔业,也许\n", "retired"),
        ("种类,键\n鱼类,F\n", "kind"),
        ("种类,代码表,键,属性类型\n属性,a,b,蓝色\n", "type of attribute"),
        ("种类,代码表,键,属性类型,属性：b\n属性,a,b,boolean,\n类目,a,x,,也许\n", "b"),
        ("种类,代码表,键,属性类型,属性：b\n属性,a,b,integer,\n类目,a,x,,1.5\n", "b"),
        ("种类,代码表,键,属性类型,属性：b\n属性,a,b,real,\n类目,a,x,,inf\n", "b"),
    ],
)
def test_a_cell_that_does_not_fit_is_named(text: str, column: str) -> None:
    with pytest.raises(CodebookCellWrong, match=rf"“{column}”"):
        read(text)


def test_entities_are_never_resolved() -> None:
    with pytest.raises(FileDeclaresEntities):
        read(BOMB)


def test_a_tree_deeper_than_any_program_writes() -> None:
    deep = '<Code guid="x" name="a" isCodable="true">' * 5_000 + "</Code>" * 5_000
    with pytest.raises(FileDamaged):
        read(qdc(deep))


@pytest.mark.parametrize("kind", ["csv", "qdc", "json"])
def test_200_000_categories(kind: str) -> None:
    numbers = range(200_000)
    if kind == "csv":
        data = "名称\n" + "".join(f"类目{n}\n" for n in numbers)
    elif kind == "qdc":
        data = qdc("".join(f'<Code guid="{n}" name="类目{n}" isCodable="true"/>' for n in numbers))
    else:
        rows = ",".join(f'{{"key":"K{n}","code":{n}}}' for n in numbers if n > 0)
        head = '{"format":"pizhu-workbench-codebook","format_version":1,"name":{},"layers":[],'
        data = f'{head}"code_lists":[{{"key":"a","categories":[{rows}]}}]}}'
    with pytest.raises(CodebookTooLarge, match=r"100000"):
        read(data)


def test_a_file_of_many_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "MEGABYTES", 0)
    with pytest.raises(CodebookFileTooLarge):
        read("名称\n渔业\n")


def test_damaged_bytes_are_told() -> None:
    rows = "".join(f"渔业{n},与捕鱼有关的一切活动都在港口x\n" for n in range(200))
    for text in (f"名称,定义\n{rows}", own_json(SMALL).replace("港口", "港口x" * 2000)):
        data = text.encode()
        place = data.index("口x".encode(), 1_000) + 3
        found = read(data[:place] + b"\xff" + data[place + 1 :])
        assert [each.note for each in found.notes] == [Note.BYTES_DAMAGED]


def test_text_in_no_encoding() -> None:
    with pytest.raises(Refusal):
        read(b"\xff\xfe\xfd\xfc" * 100)
