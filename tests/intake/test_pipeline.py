from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.article import Edit, Note
from workbench.files.decode import decode
from workbench.intake.edits import Alignment, apply, ordered
from workbench.intake.pipeline import clean

INNOCENT = (
    "谁来付账\n他在首页上看到相关文章，点了分享，又在评论区留言：“谁来付账？”没有人回答。\n"
    "一、问题\n来源并不清楚。责任编辑是谁，也没有人知道。\n"
    "1. 港口的账\n2. 税率的账\n"
    "参考文献\n《海上安全》，南港出版社，2020年版。\n“两清了吗？”\n还没有。"
)
PIECES = (
    "渔业谈判重启，岛国要求先谈债务",
    "五月三日，岛国代表在槟城说，渔业谈判可以恢复，但是债务必须先谈。[1]",
    "[1]　郑远帆：《海上安全的三种想象》，《南港学刊》2020年第2期。",
    "第二段没有标点却很长很长很长很长很长很长很长很长",
    "?港口",
    "- **税率：**由岛国决定。",
    "远洋首页 > 国际 > 正文",
    "分享至",
    "12",
    "相关推荐",
    "- [茶价又涨了](#)",
    "特别声明：以上内容由用户上传，本平台仅提供信息存储服务。",
    "图为港口。（周原 摄）",
    "（责任编辑：林小满）",
    "$a = 1;",
    "⻓期　",
    "",
)


def test_an_ordinary_text_is_left_as_it_is() -> None:
    assert clean(INNOCENT).edits == ()
    assert clean(INNOCENT).text == INNOCENT


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(("\n", "\n\n", "\n　　")))
def test_cleaning_is_one_list_of_edits_and_has_nothing_more_to_do(
    pieces: list[str], between: str
) -> None:
    original = between.join(pieces)
    cleaned = clean(original)
    assert ordered(cleaned.edits) == cleaned.edits
    assert apply(original, cleaned.edits) == cleaned.text
    assert all(original[e.start : e.end] != e.replacement for e in cleaned.edits)
    assert clean(cleaned.text).edits == ()
    assert all(0 <= (note.anchor or 0) <= len(cleaned.text) for note in cleaned.notes)


@given(st.text(max_size=80))
def test_any_text_is_cleaned_by_its_edits(original: str) -> None:
    cleaned = clean(original)
    assert apply(original, cleaned.edits) == cleaned.text


def test_notes_are_anchored_in_the_clean_text_in_its_order() -> None:
    original = "甲地开了会。[1]\n\n图为会场。\n\n乙地也开了会。[2]\n\n[1] 甲注。\n[2] 乙注。\n"
    cleaned = clean(original)
    assert cleaned.text == "甲地开了会。\n乙地也开了会。"
    assert cleaned.notes == (
        Note("footnote", "[1]", "甲注。", 6),
        Note("caption", "", "图为会场。", 7),
        Note("footnote", "[2]", "乙注。", 14),
    )


def test_every_cut_has_its_reason() -> None:
    original = "渔业谈判\n\n会谈没有结果，各方同意再谈。\n（责任编辑：林小满）"
    assert clean(original).edits == (
        Edit(5, 6, "", "blank_line"),
        Edit(20, 21, "", "blank_line"),
        Edit(21, 31, "", "editor"),
    )


@pytest.mark.parametrize("name", ["news_portal", "forecast_page", "journal_page", "essay_gb18030"])
def test_cleaning_the_examples_twice_changes_nothing(repository: Path, name: str) -> None:
    data = (repository / "resources/examples" / f"{name}.txt").read_bytes()
    text = decode(data, name).text
    cleaned = clean(text)
    assert clean(cleaned.text).edits == ()
    alignment = Alignment(cleaned.edits, len(text))
    assert alignment.clean_length == len(cleaned.text)


@pytest.mark.parametrize(
    "text",
    [
        "岛国的债务。" * 170_000,
        "岛" * 1_000_000,
        "会谈没有结果，各方同意再谈。\n" * 50_000,
        "会谈没有结果，各方同意再谈，地点还没有定\n" * 50_000,
        "（" * 200_000,
        "<script>" * 100_000,
        "**" * 300_000,
        " " * 300_000 + "岛",
        "相关文章\n" * 50_000,
    ],
    ids=range(9),
)
def test_enormous_texts_are_cleaned(text: str) -> None:
    assert clean(text).text
