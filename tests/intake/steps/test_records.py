from __future__ import annotations

from workbench.intake.edits import apply
from workbench.intake.pipeline import clean
from workbench.intake.steps.records import cut_record_fields, fields_of

RECORD = (
    "【标题】渔业谈判与岛国债务\n【作者】林小满；周原\n【来源】南港学刊\n【发表时间】2026-05-03\n"
    "【摘要】本文讨论渔业谈判。\n【正文】\n岛国代表说，渔业谈判可以恢复。"
)


def test_fields_go_and_title_abstract_and_body_stay() -> None:
    assert clean(RECORD).text.split("\n") == [
        "渔业谈判与岛国债务",
        "【摘要】本文讨论渔业谈判。",
        "岛国代表说，渔业谈判可以恢复。",
    ]
    assert {edit.reason for edit in cut_record_fields(RECORD)} == {"record"}


def test_a_label_alone_in_its_line_heads_what_stands_below() -> None:
    text = (
        "標題：\n漁業談判\n報章：南港日報\n日期：2026-05-03\n版次：A14\n島國代表說，談判可以恢復。"
    )
    assert apply(text, cut_record_fields(text)).split() == [
        "漁業談判",
        "島國代表說，談判可以恢復。",
    ]


def test_labels_in_english_and_in_two_languages() -> None:
    text = "Title-题名: 渔业谈判\nAuthor-作者: 林小满\nSource-文献来源: 南港学刊\n谈判恢复。"
    assert [field.kind for field in fields_of(text)] == ["title", "author", "source"]


def test_an_article_that_begins_with_a_label_is_no_record() -> None:
    assert fields_of("内容提要：谈判重启。\n关键词：债务；渔业\n来源：海上\n谈判重启。") == []
    assert fields_of("时间：五月\n地点：槟城\n人物：岛国代表") == []
    assert fields_of("岛国代表说，谈判可以恢复。\n" * 3 + RECORD) == []


def test_the_head_of_a_letter_goes_but_for_its_subject() -> None:
    text = "From: a@example.org\nTo: 读者\nSubject: 第三期\nDate: 2026-05-03\n\n渔业谈判可以恢复。"
    assert apply(text, cut_record_fields(text)).split() == ["第三期", "渔业谈判可以恢复。"]


def test_labels_of_a_bulletin_board_have_blanks_behind_them() -> None:
    text = "作者  tide (潮)      看板  IR\n標題  漁業談判\n時間  2026-05-03\n談判可以恢復。"
    assert apply(text, cut_record_fields(text)).split() == ["漁業談判", "談判可以恢復。"]
