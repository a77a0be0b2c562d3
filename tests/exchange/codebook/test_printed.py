"""The printed codebook: what stands in it, that nothing in it can do harm, the same bytes."""

from __future__ import annotations

import io
import time
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from lxml import html

from tests.domain.strategies import codebooks
from tests.exchange.codebook.codebooks import SMALL
from workbench.app.projects import starter_codebook
from workbench.domain.codebook import Category, Codebook, CodeList, Guide, Words
from workbench.domain.codebook_uses import Uses
from workbench.exchange.codebook.formats import format_for, write_codebook
from workbench.exchange.codebook.model import Format, Writing

USES = Uses({("places", "PORT"): 1234}, {"stance": 56})
PRINTED = (Format.HTML, Format.DOCX)


def text_of(kind: Format, codebook: Codebook, writing: Writing) -> str:
    data = write_codebook(codebook, kind, writing)
    if kind is Format.HTML:
        told = ("h1", "h2", "h3", "p", "th", "td", "a")
        return "\n".join("".join(each.itertext()) for each in html.fromstring(data).iter(*told))
    document: Any = Document(io.BytesIO(data))
    return "\n".join("".join(each.itertext()) for each in document.element.body.iter("{*}p"))


@pytest.mark.parametrize("kind", PRINTED)
def test_definitions_rules_examples_and_counts_are_there(kind: Format) -> None:
    told = text_of(kind, SMALL, Writing("zh", USES))
    for words in (
        *("小册", "地点", "places", "港口", "port", "PORT", "代码 2，分值 0.1", "1,234", "已停用"),
        *("定义：船停靠的地方。", "纳入规则：写明停靠", "排除规则：只写航线"),
        "示例：船在港口过夜。",
        *("别名：大海、海洋; 外海", "成员：海", "出处：港务局，2020", "按顺序排列", "次数"),
    ):
        assert words in told, words


@pytest.mark.parametrize("kind", PRINTED)
def test_a_label_is_not_told_again_as_an_alias(kind: Format) -> None:
    (places,) = (each for each in SMALL.code_lists if each.key == "places")
    named = [replace(each, aliases=(each.label.zh, "别处")) for each in places.categories]
    changed = replace(places, categories=tuple(named))
    lists = tuple(changed if each is places else each for each in SMALL.code_lists)
    told = text_of(kind, replace(SMALL, code_lists=lists), Writing("zh"))
    assert "别名：别处" in told
    assert not any(f"别名：{each.label.zh}" in told for each in named)


@pytest.mark.parametrize("kind", PRINTED)
def test_it_speaks_english(kind: Format) -> None:
    told = text_of(kind, SMALL, Writing("en"))
    for words in ("Small", "Definition: Where ships lie.", "code 2, score 0.1", "retired"):
        assert words in told, words
    assert "Uses" not in told


@pytest.mark.parametrize("kind", PRINTED)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_layers_say_what_is_coded_with_them(kind: Format, language: str) -> None:
    codebook = starter_codebook()
    told = text_of(kind, codebook, Writing(language, USES))
    stance = codebook.layer("stance")
    for variable in stance.variables:
        assert variable.key in told
        assert variable.question.told(language) in told
    assert stance.guide.definition.told(language) in told
    endings = {"zh": "：持有者；立场取向；对象或指向", "en": ": holder; position; target or toward"}
    assert endings[language] in told
    assert ("标注 56 条" if language == "zh" else "annotations: 56") in told


def test_columns_that_say_nothing_are_left_out() -> None:
    bare = Codebook(Words("空"), (CodeList("a", Words("甲"), (Category("x", 1, Words("乙")),)),))
    told = text_of(Format.HTML, bare, Writing())
    assert "键名与代码" in told
    assert "定义、规则与示例" not in told
    assert "标注层与变量" not in told
    empty = text_of(Format.DOCX, Codebook(Words()), Writing())
    assert empty.startswith("编码手册")


def test_nothing_in_a_page_is_taken_for_markup() -> None:
    bad = '<script>alert(1)</script>"&\u0000'.replace("\0", "")
    code_list = CodeList(
        "a", Words(bad), (Category(bad[:8], 1, Words(bad), guide=Guide(Words(bad))),)
    )
    data = write_codebook(Codebook(Words(bad), (code_list,)), Format.HTML)
    page = html.fromstring(data)
    assert not list(page.iter("script"))
    assert page.findtext(".//h1") == bad


def test_a_tree_is_indented_and_its_headings_are_headings() -> None:
    data = write_codebook(SMALL, Format.DOCX)
    document: Any = Document(io.BytesIO(data))
    styles = {each.text: each.style.name for each in document.paragraphs if each.text}
    assert (styles["小册"], styles["代码表"], styles["地点"]) == ("Title", "Heading 1", "Heading 2")
    table = document.tables[0]
    indents = [row.cells[0].paragraphs[0].paragraph_format.left_indent for row in table.rows]
    assert [each and each.pt for each in indents] == [None, None, 10, 20]
    assert document.core_properties.author == ""


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=20)
@given(codebooks())
def test_any_codebook_can_be_printed(codebook: Codebook) -> None:
    for kind in PRINTED:
        assert write_codebook(codebook, kind, Writing("zh", USES))


@pytest.mark.parametrize("kind", list(Format))
def test_the_same_codebook_gives_the_same_bytes_at_any_time(
    kind: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = write_codebook(SMALL, kind)
    later = time.gmtime(time.time() + 200 * 86_400)

    def clock(_seconds: float | None = None) -> time.struct_time:
        return later

    monkeypatch.setattr(time, "localtime", clock)
    monkeypatch.setattr(time, "gmtime", clock)
    assert write_codebook(SMALL, kind) == before
    if before.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(before)) as package:
            assert {each.date_time[0] for each in package.infolist()} == {1980}


def test_formats_are_told_by_the_ending_of_a_name() -> None:
    names = ("json", "CSV", "xlsx", "qdc", "html", "docx")
    kinds = [Format.JSON, Format.CSV, Format.XLSX, Format.QDC, Format.HTML, Format.DOCX]
    assert [format_for(f"手册.{each}") for each in names] == kinds
    assert format_for("手册.txt") is None
    assert format_for("手册") is None


def test_a_text_too_long_for_excel_is_refused_whole() -> None:
    from workbench.exchange.errors import CodebookTextTooLong

    (code_list, *_) = SMALL.code_lists
    long = replace(code_list, guide=Guide(Words("字" * 32_768)))
    with pytest.raises(CodebookTextTooLong):
        write_codebook(Codebook(Words(), (long,)), Format.XLSX)


def test_excel_never_takes_a_cell_for_a_formula() -> None:
    import openpyxl

    code_list = CodeList("a", Words(), (Category("=1+1", 1, Words("=HYPERLINK(1)", "+1")),))
    data = write_codebook(Codebook(Words(), (code_list,)), Format.XLSX)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert {"'=1+1", "'=HYPERLINK(1)", "'+1"} <= {str(cell.value) for cell in cells}
