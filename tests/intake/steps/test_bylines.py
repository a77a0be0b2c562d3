from __future__ import annotations

import pytest

from workbench.intake.steps.bylines import is_byline, is_outlet, is_person, read_byline


@pytest.mark.parametrize(
    "line",
    [
        "2026-05-03 08:12　来源：南港通讯　作者：林小满",
        "发布时间：2026年5月3日 08:12 来源：南港通讯社 浏览次数：3,281",
        "林小满 | 2026年5月3日",
        "文 / 本刊记者 林小满　2026年5月3日",
        "原创 林小满 南港观察 2026年05月03日 21:30 北京",
        "楼主 | 发表于 2026-5-3 22:14 | 只看该作者 | 倒序浏览",
        "〔記者林小滿／綜合報導〕",
        "刊登：2026-05-03 12:00　更新：2026-05-04 09:30",
        "民國115年5月3日",
        "昨天 22:41 来自 手机客户端 已编辑",
        "A17 | 論壇 | 南港日報 | 鄺小滿 | 2026-05-03",
        "二〇二六年五月三日",
        "May 3, 2026",
        "By Margaret Lindqvist",
        "입력 2026-05-03 17:20 수정 2026-05-03 18:05",
    ],
)
def test_bylines_of_many_pages(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "2026年5月3日 渔业谈判首轮会议",
        "2026年5月3日，渔业谈判重启",
        "2026年5月3日开幕！ 08:12",
        "来源并不清楚",
        "地点：边境联络处会议室",
        "记者会上的三个问题",
        "2026-05-03 08:12 " + "很长很长的一句话里什么都有" * 3,
        "2026-05-03 08:12 会谈结束。",
    ],
)
def test_lines_that_say_more_than_when_and_who(line: str) -> None:
    assert not is_byline(line)


def test_names_without_a_label_are_read_as_they_are_written() -> None:
    assert read_byline("葉家齊 | 2026-05-03") == ["葉家齊"]
    assert read_byline("南港通訊社 2026-05-03 08:12") == ["南港通訊社"]
    assert read_byline("渔业谈判") is None


def test_names() -> None:
    assert is_person("林小满")
    assert is_person("葉家齊")
    assert not is_person("引言")
    assert not is_person("陈言")
    assert not is_person("Lin")
    assert is_outlet("南港时报")
    assert not is_outlet("南港")
