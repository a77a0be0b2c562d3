"""Tables as researchers keep them: other names of columns, trees by place, cells by habit."""

from __future__ import annotations

import io

import openpyxl
import pytest

from tests.exchange.codebook.codebooks import read, tree
from workbench.domain.codebook import Category, CodeList, Words
from workbench.exchange.codebook.model import Choice, Format, Note
from workbench.exchange.errors import CodebookFieldUnknown, CodebookNamesUnknown
from workbench.files.errors import TableWithoutColumn


def only_list(text: str, choice: Choice | None = None, name: str = "编码.csv") -> CodeList:
    (code_list,) = read(text, name, choice).codebook.code_lists
    return code_list


def only(text: str) -> Category:
    (category,) = only_list(text).categories
    return category


def test_columns_are_found_by_their_chinese_names() -> None:
    category = only(
        "类目名称,编号,定义,纳入标准,何时不用,例句,别称,出处,颜色\n"
        "渔业,3,与捕鱼有关,写明捕捞,只写海鲜,他们出海捕鱼。,捕捞、打鱼,渔业年鉴,#00aa11\n"
    )
    assert (category.key, category.code, category.label) == ("渔业", 3, Words("渔业"))
    assert category.guide.definition == Words("与捕鱼有关")
    assert category.guide.include == Words("写明捕捞")
    assert category.guide.exclude == Words("只写海鲜")
    assert category.guide.example == Words("他们出海捕鱼。")
    assert category.aliases == ("捕捞", "打鱼")
    assert (category.source, category.colour) == ("渔业年鉴", "#00aa11")


def test_columns_are_found_by_their_english_names() -> None:
    category = only(
        "Code name\tNumeric code\tDescription\tWhen to use\tSynonyms\tScore\n"
        "Fishing\t3\tAbout catching fish\tIf nets are named\ttrawling, netting\t-1.5\n"
    )
    assert (category.key, category.code, category.label) == ("Fishing", 3, Words(en="Fishing"))
    assert category.guide.definition == Words(en="About catching fish")
    assert category.aliases == ("trawling", "netting")
    assert category.score == -1.5


def test_two_languages_stand_side_by_side() -> None:
    category = only(
        "中文名,英文名,定义（中文）,Definition (English),id\n渔业,fishing,捕鱼,to fish,F\n"
    )
    assert category.label == Words("渔业", "fishing")
    assert category.guide.definition == Words("捕鱼", "to fish")
    assert category.key == "F"


def test_a_code_that_is_no_number_is_the_key() -> None:
    assert tree(read("代码,名称\nF1,渔业\nF2,捕捞\n")) == [
        ("F1", "渔业", None),
        ("F2", "捕捞", None),
    ]
    assert [each.code for each in only_list("代码,名称\n7,渔业\n,捕捞\n9,港口\n").categories] == [
        7,
        1,
        9,
    ]


def test_parents_are_named_by_key_or_by_label() -> None:
    found = read("key,name,parent\nSEA,海洋,\nF,渔业,SEA\nP,港口,海洋\n")
    assert tree(found) == [("SEA", "海洋", None), ("F", "渔业", "SEA"), ("P", "港口", "SEA")]


@pytest.mark.parametrize(
    "head", ["一级类目,二级类目,三级类目", "Level 1,Level 2,Level 3", "大类,中类,小类", "L1,L2,L3"]
)
def test_a_column_a_level_is_a_tree(head: str) -> None:
    found = read(
        f"{head},说明\n海洋,,,水\n,渔业,,捕鱼\n,,拖网,用网\n,港口,,停船\n天空,云,卷云,高\n"
    )
    assert tree(found) == [
        ("海洋", "海洋", None),
        ("渔业", "渔业", "海洋"),
        ("拖网", "拖网", "渔业"),
        ("港口", "港口", "海洋"),
        ("天空", "天空", None),
        ("云", "云", "天空"),
        ("卷云", "卷云", "云"),
    ]
    told = {c.key: c.guide.definition.zh for c in found.codebook.code_lists[0].categories}
    assert told == {
        "海洋": "水",
        "渔业": "捕鱼",
        "拖网": "用网",
        "港口": "停船",
        "天空": "",
        "云": "",
        "卷云": "高",
    }


def test_levels_that_are_repeated_in_each_row_are_one_tree() -> None:
    found = read("一级,二级\n海洋,渔业\n海洋,港口\n天空,其他\n海洋,其他\n")
    assert tree(found) == [
        ("海洋", "海洋", None),
        ("渔业", "渔业", "海洋"),
        ("港口", "港口", "海洋"),
        ("天空", "天空", None),
        ("天空 › 其他", "其他", "天空"),
        ("海洋 › 其他", "其他", "海洋"),
    ]
    note = found.notes[-1]
    assert (note.note, note.facts) == (Note.RENAMED, {"name": "其他", "key": "海洋 › 其他"})
    assert [each.note for each in found.notes] == [Note.RENAMED] * 2


@pytest.mark.parametrize("step", ["  ", "\t", "\u3000", "- ", "— "])
def test_names_that_are_indented_are_a_tree(step: str) -> None:
    found = read(f"名称,注\n海洋,\n{step}渔业,\n{step * 2}拖网,\n{step}港口,\n天空,\n")
    assert tree(found) == [
        ("海洋", "海洋", None),
        ("渔业", "渔业", "海洋"),
        ("拖网", "拖网", "渔业"),
        ("港口", "港口", "海洋"),
        ("天空", "天空", None),
    ]


def test_a_column_of_lists_makes_several() -> None:
    found = read("变量,类目\n语调,好\n语调,坏\nTone of voice,轻\n")
    told = [(each.key, each.label, len(each.categories)) for each in found.codebook.code_lists]
    assert told == [("codes", Words("语调"), 2), ("tone_of_voice", Words(en="Tone of voice"), 1)]


def test_rows_without_a_list_come_into_the_one_that_is_chosen() -> None:
    assert only_list("名称\n好\n", Choice(code_list="tones")).key == "tones"
    assert only_list("名称\n好\n", name="Tone words.csv").key == "tone_words"
    assert only_list("名称\n好\n", name="语调.csv").key == "codes"


def test_columns_can_be_given() -> None:
    text = "甲,乙,丙\n渔业,捕鱼,F\n"
    with pytest.raises(CodebookNamesUnknown, match="甲, 乙, 丙"):
        read(text)
    found = read(text, choice=Choice({"name": "甲", "description": "乙"}))
    (category,) = found.codebook.code_lists[0].categories
    assert (category.label.zh, category.guide.definition.zh) == ("渔业", "捕鱼")
    assert found.columns == {"label": "甲", "definition": "乙"}
    (note,) = found.notes
    assert (note.note, note.facts) == (Note.COLUMNS_LEFT_OUT, {"columns": "丙"})
    with pytest.raises(TableWithoutColumn):
        read(text, choice=Choice({"name": "丁"}))
    with pytest.raises(CodebookFieldUnknown):
        read(text, choice=Choice({"colour of the sea": "甲"}))


def test_counts_of_another_project_are_left_without_a_word() -> None:
    assert read("名称,次数\n渔业,12\n").notes == ()


def test_attributes_are_taken_over_as_text_where_nothing_says_more() -> None:
    found = read("名称,属性：size,attribute: age\n渔业,大,\n")
    (code_list,) = found.codebook.code_lists
    assert [each.key for each in code_list.attributes] == ["size"]
    assert code_list.categories[0].attributes == {"size": "大"}


def test_a_colour_by_its_name_is_left_out_and_told() -> None:
    found = read("名称,颜色\n渔业,红\n港口,#123456\n")
    assert [each.colour for each in found.codebook.code_lists[0].categories] == ["", "#123456"]
    assert [each.note for each in found.notes] == [Note.COLOURS_LEFT_OUT]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
def test_any_encoding_is_read(encoding: str) -> None:
    text = "名稱,定義\n漁業,這個說法在當天就引起了不同的反應，沒有人知道為什麼。\n"
    found = read(text.replace("名稱", "名称" if encoding != "big5" else "label").encode(encoding))
    assert tree(found) == [("漁業", "漁業", None)]


def test_excel_as_it_is_kept() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["我们的编码表"])
    sheet.append(["编号", "类目", "分值", "停用"])
    sheet.append([1, "赞成", 1.5, "是"])
    sheet.append([2, "反对", -2, None])
    target = io.BytesIO()
    book.save(target)
    found = read(target.getvalue(), "任意.bin")
    assert found.format is Format.XLSX
    told = [
        (c.code, c.label.zh, c.score, c.retired) for c in found.codebook.code_lists[0].categories
    ]
    assert told == [(1, "赞成", 1.5, True), (2, "反对", -2.0, False)]
