from __future__ import annotations

import pytest

from workbench.language.short_forms import SHORT_FORMS, ShortForms, short_forms_of

FORMS = ShortForms("".join(SHORT_FORMS.values()))


def found(text: str) -> str:
    return "".join(text[at] for at in FORMS.find(text))


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        # beside each other, also in a list
        ("中日关系", "中日"),
        ("美俄、美欧都在谈", "美俄美欧"),
        ("与日、澳、印开会", "日澳印"),
        ("目前日韩政策", "日韩"),
        # behind a verb or preposition that takes a country
        ("对美出口", "美"),
        ("访朝归来", "朝"),
        ("遏华的算盘", "华"),
        ("访日期间", "日"),
        ("对朝政策、对美声明", "朝美"),
        ("韩日历史", "韩日"),
        # before what belongs to a country
        ("美军与日企", "美日"),
        ("朝核问题", "朝"),
        ("中方认为", "中"),
        ("印总理到访", "印"),
        # clear characters alone
        ("要求韩分摊费用", "韩"),
        ("澳应自己决定", "澳"),
        ("美一边谈一边打", "美"),
    ],
)
def test_they_are_found_where_they_name_a_country(text: str, forms: str) -> None:
    assert found(text) == forms


@pytest.mark.parametrize(
    "text",
    [
        "美丽的花园，完美的结局，以美元计价",
        "今日、每日、5月8日，对日常工作与日俱增",
        "朝着目标，朝阳升起，王朝更替，改朝换代",
        "其中，当中，谈判中日益，中心与中间，对中小企业",
        "华丽的才华，华盛顿，对华尔街",
        "精英与英雄，英语课",
        "方法与法律，立法院，对法官",
        "道德与品德，对德行的要求",
        "打印、印象、印太",
        "超越与越来越",
        "东欧与北欧，欧元",
        "港澳与澳门",
        "大韩民国的韩剧",
        "美国、日本、韩国、朝鲜、中国、俄罗斯、欧洲、印度",
        "日日夜夜，美美与共",
        "",
    ],
)
def test_everyday_words_and_full_names_hold_none(text: str) -> None:
    assert found(text) == ""


def test_only_those_that_are_sought_are_found() -> None:
    assert ShortForms("").find("中日韩") == []
    assert ShortForms("日").find("中日韩") == [1]
    assert ShortForms("某").find("对某、某国，对某") == [1, 7]


def test_full_names_have_them() -> None:
    assert short_forms_of("中国") == ("中", "华")
    assert short_forms_of("中华") == ()
