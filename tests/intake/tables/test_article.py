"""Rows become articles: fields, values, cleaning, and bytes that stay the row's own."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from workbench.domain.article import NewArticle
from workbench.domain.codebook import Codebook, Scope
from workbench.domain.codebook_file import parse_codebook
from workbench.intake.edits import apply
from workbench.intake.errors import (
    RowHoldsNoText,
    RowTooLong,
    TableTextUnknown,
    TableWithoutColumn,
)
from workbench.intake.tables.article import article_in, markup_in
from workbench.intake.tables.model import TableChoice
from workbench.intake.tables.opening import columns_of, open_table

TALE = "港口的工人说，他们从去年开始就没有看到新的订单了。\n议会在当天就讨论了这个说法。"


@pytest.fixture(scope="module")
def codebook(repository: Path) -> Codebook:
    path = repository / "resources/codebook/starter.json"
    return parse_codebook(path.read_text("utf-8"), path.name)


def articles(text: str, choice: TableChoice | None = None, name: str = "t.csv") -> list[NewArticle]:
    choice = choice or TableChoice()
    table = open_table(lambda: io.BytesIO(text.encode()), name)
    columns = columns_of(table, choice)
    return [article_in(row, table, columns, choice) for row in table.rows()]


def test_the_columns_tell_the_bibliography() -> None:
    (found,) = articles(
        "标题,作者,媒体,发布时间,链接,语言,正文\n"
        f'港口空了,周原,海岛日报,2025/8/25 10:30,https://example.org/1,繁体中文,"{TALE}"\n'
    )
    assert (found.title, found.author, found.source) == ("港口空了", "周原", "海岛日报")
    assert (found.published, found.url) == ("2025-08-25", "https://example.org/1")
    assert (found.language, found.script) == ("zh", "Hant")
    assert (found.reader, found.file_name, found.warnings) == ("table", "t.csv#2", ())
    assert found.text == f"港口空了\n{TALE}"
    assert apply(found.source_text, found.edits) == found.text


def test_the_original_is_the_row_as_json_whatever_the_table() -> None:
    (one,) = articles(f'标题,正文,备注\n甲,"{TALE}",\n')
    row = json.dumps({"标题": "甲", "正文": TALE}, ensure_ascii=False)
    (other,) = articles(row, name="t.jsonl")
    assert one.original == other.original
    assert json.loads(one.original) == {"标题": "甲", "正文": TALE}
    assert one.encoding == "utf-8"


def test_a_headline_in_the_text_stays_single() -> None:
    (found,) = articles(f'标题,正文\n港口空了,"港口空了\n{TALE}"\n')
    assert found.text == f"港口空了\n{TALE}"


def test_tags_of_web_pages_go() -> None:
    page = "<p>第一段。</p><p>第二段&nbsp;<b>重</b>要。<br/>三&amp;四</p>"
    (found,) = articles(f'标题,正文\n甲,"{page}"\n')
    assert found.text == "甲\n第一段。\n第二段 重要。\n三&四"
    assert apply(found.source_text, found.edits) == found.text
    assert markup_in("甲 < 乙 &nbsp; 乙 > 甲") == ()


@pytest.mark.parametrize(
    ("word", "language"),
    [("中文", "zh"), ("zh-TW", "zh"), ("简体", "zh"), ("English", "en"), ("法语", "fr")],
)
def test_languages_by_name_and_code(word: str, language: str) -> None:
    (found,) = articles(f'正文,语言\n"{TALE}",{word}\n')
    assert found.language == language


def test_a_date_that_is_none_is_told() -> None:
    (found,) = articles(f'标题,日期,正文\n甲,上周二,"{TALE}"\n')
    assert (found.published, found.warnings) == ("", ("date_unread:上周二",))


def test_values_by_label_and_key(codebook: Codebook) -> None:
    genre = codebook.code_list("genres").categories[0]
    sample = codebook.code_list("samples").categories[0]
    cells = f'甲,{genre.label.zh},{sample.key},没有此类,"{TALE}"'
    text = f"标题,体裁,sample,outlet_type,正文\n{cells}\n"
    (found,) = articles(text, TableChoice(codebook=codebook))
    assert found.values == {"genre": (genre.key,), "sample": (sample.key,)}
    assert found.genre == genre.key
    assert found.warnings == ("value_left_out:outlet_type=没有此类",)


def test_a_genre_that_is_missing_on_purpose_is_no_genre(codebook: Codebook) -> None:
    text = f'标题,体裁,正文\n甲,-98,"{TALE}"\n'
    (found,) = articles(text, TableChoice(codebook=codebook))
    assert found.genre == ""
    assert found.values == {"genre": (-98,)}


def test_without_an_article_layer_there_are_no_values(codebook: Codebook) -> None:
    layers = tuple(each for each in codebook.layers if each.scope is Scope.SPAN)
    bare = Codebook(codebook.name, codebook.code_lists, layers)
    columns = {"text": "正文", "genre": "体裁"}
    (found,) = articles(f'体裁,正文\n评论,"{TALE}"\n', TableChoice(columns, codebook=bare))
    assert found.values == {}


def test_rows_that_are_no_articles() -> None:
    with pytest.raises(RowHoldsNoText, match=r"t\.csv#3 holds no text in the column “正文”"):
        articles("标题,正文\n甲,文\n乙, \n")
    with pytest.raises(RowTooLong):
        articles("标题,正文\n甲,文,余\n")


def test_columns_that_are_not_there_or_cannot_be_told() -> None:
    with pytest.raises(TableWithoutColumn, match="“全文”; choose one of: 标题, 正文"):
        articles("标题,正文\n甲,文\n", TableChoice({"text": "全文"}))
    with pytest.raises(TableTextUnknown, match="one of: 编号, 备考"):
        articles("编号,备考\n甲,乙\n")
    with pytest.raises(TableTextUnknown, match="列39 …"):
        articles(",".join(f"列{n}" for n in range(50)) + "\n甲\n")


def test_damage_in_a_row_is_told() -> None:
    data = f"标题,正文\n甲,{'文' * 900}".encode() + b"\xff\n"
    table = open_table(lambda: io.BytesIO(data), "t.csv")
    (row,) = table.rows()
    found = article_in(row, table, {"text": "正文"}, TableChoice())
    assert "damaged_bytes:1" in found.warnings
