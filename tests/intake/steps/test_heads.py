from __future__ import annotations

import pytest

from workbench.intake.edits import apply, ordered
from workbench.intake.steps.heads import cut_site_head, head_lines, is_byline

TITLE = "渔业谈判重启，岛国要求先谈债务"
BODY = "五月三日，岛国代表在槟城说，渔业谈判可以恢复，但是债务必须先谈。\n第二段。"


def _clean(text: str) -> str:
    return "\n".join(line for line in apply(text, ordered(cut_site_head(text))).split("\n") if line)


def test_everything_above_but_the_title_is_cut() -> None:
    head = f"远洋网首页 > 国际 > 正文\n{TITLE}\n2026-05-03 08:12 来源：远洋网 作者：林小满\n"
    head += "17\n分享至\n收藏\n打印\n"
    assert _clean(head + BODY) == f"{TITLE}\n{BODY}"


def test_counts_staff_and_the_section_go_beside_what_is_certain() -> None:
    head = f"{TITLE}\n远洋编辑部\n12 Views\n3 Min Read\nPolitics\n"
    assert _clean(head + BODY) == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize(
    "head",
    ["评论\n", "分享\n", "2026\n", "远洋编辑部\n", "Introduction\n", "分享权力的安排\n首页\n"],
)
def test_a_word_alone_may_be_the_title(head: str) -> None:
    assert cut_site_head(head + BODY) == []


def test_a_page_without_sentences_is_left_alone() -> None:
    assert cut_site_head("首页 > 国际 > 正文\n甲\n乙") == []
    assert head_lines("甲\n" * 100) == []


@pytest.mark.parametrize(
    "line",
    [
        "2026年5月3日",
        "2026-05-03 08:12:30",
        "来源：远洋网",
        "作者：林小满 编辑：周原",
        "文／林小满",
        "发布时间：2026/05/03 08:12 | 来源：远洋网",
        "远洋网 2026-05-03 08:12",
        "本报记者 林小满",
        "原创 林小满 南港通讯 2026年5月3日 20:14 槟城",
    ],
)
def test_lines_of_date_source_and_author(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "2026年5月3日，代表团抵达。",
        "2026年5月",
        "作者：林小满，远洋大学教授",
        "来源：远洋网，但其他报道并不一致",
        "记者招待会",
        "2026年5月3日 渔业谈判重启",
    ],
)
def test_lines_that_say_more(line: str) -> None:
    assert not is_byline(line)


def test_what_a_journal_prints_above_goes_with_the_author_and_where_he_works() -> None:
    head = "远洋评论　　　　　　　　　　　　　　2026年第2期\nOcean Review    No.2, 2026\n"
    author = "林小满\n（南港大学 海洋学院，南港 000000）\n"
    assert _clean(f"{head}{TITLE}\n{author}{BODY}") == f"{TITLE}\n{BODY}"


def test_a_title_that_names_an_issue_stays_if_it_is_the_only_one() -> None:
    title = "远洋动态2026年第2期\n"
    assert _clean(f"{title}{BODY}") == f"{title}{BODY}"


def test_what_a_database_prints_above_goes() -> None:
    head = "南港資料庫\n文章資料 1/3\n報章\nA17 | 論壇 | 南港日報 | 林小滿 | 2026-05-03\n"
    assert _clean(f"{head}{TITLE}\n{BODY}") == f"{TITLE}\n{BODY}"
    foreign = (
        "612 字\n2026 年 5 月 3 日\n南港通讯社\nNGTXSC\n简体中文\n版权所有 2026 南港通讯社。\n"
    )
    assert _clean(f"{TITLE}\n{foreign}{BODY}") == f"{TITLE}\n{BODY}"


def test_the_author_s_name_goes_above_a_heading_such_as_abstract() -> None:
    assert _clean(f"{TITLE}\n林小满\n2026-05-03\n摘要\n{BODY}") == f"{TITLE}\n摘要\n{BODY}"
    assert _clean(f"{TITLE}\n林小满\n摘要\n{BODY}") == f"{TITLE}\n摘要\n{BODY}"
