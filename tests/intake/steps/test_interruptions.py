from __future__ import annotations

import pytest

from workbench.intake.edits import apply
from workbench.intake.steps.interruptions import cut_interruptions, cut_rankings

ABOVE = "岛国代表说，渔业谈判可以恢复，但是债务必须先谈。\n"
BELOW = "\n第二天，会谈在槟城继续，没有结果。"


def test_a_numbered_ranking_goes_with_its_heading() -> None:
    ranking = "热门排行\n1. 茶价连涨三周\n2. 渔港新添两座灯塔\n3. 老街咖啡馆搬家"
    text = ABOVE + ranking + BELOW
    assert apply(text, cut_rankings(text)) == ABOVE + BELOW
    assert cut_rankings(text)[0].reason == "ranking"


@pytest.mark.parametrize(
    "lines",
    [
        "热门排行\n1. 茶价连涨三周\n2. 渔港新添两座灯塔",
        "热门排行\n1. 茶价连涨三周\n3. 渔港新添两座灯塔\n4. 老街咖啡馆搬家",
        "三点建议\n1. 茶价应当放开\n2. 渔港应当共管\n3. 债务应当重谈",
        "相关文章\n1. 茶价应当放开。\n2. 渔港应当共管。\n3. 债务应当重谈。",
    ],
)
def test_other_lists_stay(lines: str) -> None:
    assert cut_rankings(ABOVE + lines + BELOW) == []


@pytest.mark.parametrize(
    "line",
    [
        "广告",
        "請繼續往下閱讀...",
        "上滑继续阅读",
        "赞 1208　踩　收藏 233　转发 97",
        "版权声明：本文为本站独家所有，采集必究。",
    ],
)
def test_what_interrupts_goes(line: str) -> None:
    text = ABOVE + line + BELOW
    assert apply(text, cut_interruptions(text)) == ABOVE + BELOW


@pytest.mark.parametrize("line", ["广告业最先感到紧张。", "分享", "声明：会谈将继续。", "12"])
def test_lines_of_an_article_stay(line: str) -> None:
    assert cut_interruptions(ABOVE + line + BELOW) == []


def test_the_first_and_the_last_line_are_left_to_others() -> None:
    assert cut_interruptions("广告\n" + ABOVE + "广告") == []


def test_headlines_go_where_the_article_goes_on_below_them() -> None:
    box = "相关新闻\n茶价连涨三周农户盼雨\n渔港新添两座灯塔\n老街咖啡馆宣布搬到海边的新址"
    text = ABOVE + box + BELOW
    assert apply(text, cut_rankings(text)) == ABOVE + BELOW
    assert cut_rankings(ABOVE + box) == []


def test_a_subheading_below_such_headlines_stays() -> None:
    text = ABOVE + "相关新闻\n茶价连涨三周农户盼雨\n渔港新添两座灯塔的经过\n债务的由来" + BELOW
    assert apply(text, cut_rankings(text)) == ABOVE + "\n债务的由来" + BELOW


@pytest.mark.parametrize(
    "items", ["《南港条约》全文\n《渔业协定》全文", "一、债务\n二、渔业", "只有这一个标题"]
)
def test_what_an_article_lists_itself_stays(items: str) -> None:
    assert cut_rankings(ABOVE + "延伸阅读\n" + items + BELOW) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("编辑于 2026-05-03 22:14 · 著作权归作者所有", "byline"),
        ("1,532 人赞同了该回答", "site_tail"),
        ("开通会员，畅读全文 >>", "advertisement"),
        ("返回首页，查看更多", "site_tail"),
        ("图片", "advertisement"),
        ("[图片]", "advertisement"),
        ("收起全文d", "advertisement"),
        ("您是本站第 385217 位访问者", "site_tail"),
        ("中图分类号：D81　　文献标识码：A　　文章编号：0000-0000（2026）02-0087-12", "record"),
        ("※ 發信站: 潮汐站(tide.example), 來自: 203.0.113.7", "site_tail"),
        ("推 teapot: 講得好                            04/09 23:02", "comments"),
    ],
)
def test_what_sites_journals_and_boards_put_between_goes(line: str, reason: str) -> None:
    (edit,) = cut_interruptions(ABOVE + line + BELOW)
    assert edit.reason == reason


@pytest.mark.parametrize(
    "line",
    [
        "这张图片里，您是第一位访客。",
        "推动谈判的人说：“四月九日再见。”",
        "他在会后说，开通航线比开通会谈难得多。",
        "发表于2026年的那篇文章，至今没有人反驳。",
    ],
)
def test_sentences_with_the_words_of_sites_stay(line: str) -> None:
    assert cut_interruptions(ABOVE + line + BELOW) == []


def test_a_section_s_name_above_the_title_opens_no_list() -> None:
    text = f"热点\n渔业谈判重启\n远洋评论\n{ABOVE}{BELOW}"
    assert cut_rankings(text) == []


def test_what_a_page_offers_to_skip_goes_up_to_its_end() -> None:
    box = "跳过播客推荐，继续阅读\n世界会客厅\n带您听懂国际大事\n播客推荐结尾"
    text = ABOVE + box + BELOW
    assert apply(text, cut_interruptions(text)) == ABOVE + BELOW
    without_end = ABOVE + "跳过播客推荐，继续阅读\n世界会客厅" + BELOW
    assert "世界会客厅" in apply(without_end, cut_interruptions(without_end))
