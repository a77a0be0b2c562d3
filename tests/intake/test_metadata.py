from __future__ import annotations

import pytest

from workbench.intake.metadata import Metadata, guess_metadata, guess_title, has_title
from workbench.intake.pipeline import clean

BODY = "五月三日，岛国代表在槟城说，渔业谈判可以恢复，但是债务必须先谈。\n第二段说的是债务。"
TITLE = "渔业谈判重启，岛国要求先谈债务"


def _guess(original: str) -> Metadata:
    return guess_metadata(original, clean(original).text)


def test_a_page_that_says_everything() -> None:
    page = (
        f"远洋网首页 > 国际 > 正文\n{TITLE}\n2026-05-03 08:12 来源：南港通讯 作者：林小满\n{BODY}\n"
        "原文链接：https://example.org/a/1.html"
    )
    assert _guess(page) == Metadata(
        TITLE, "南港通讯", "林小满", "2026-05-03", "https://example.org/a/1.html", "zh", "Hans"
    )


def test_what_a_page_does_not_say_stays_empty() -> None:
    assert _guess(f"{TITLE}\n{BODY}") == Metadata(TITLE, language="zh", script="Hans")


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("远洋首页 > 远洋号 > 正文", "远洋号"),
        ("远洋首页 > 国际 > 正文", "远洋"),
        ("首页 > 国际 > 正文", ""),
        ("稿源：《南港通讯》", "南港通讯"),
    ],
)
def test_the_outlet(head: str, source: str) -> None:
    assert _guess(f"{head}\n{TITLE}\n{BODY}").source == source


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("文／林小满", "林小满"),
        ("作者：林小满 周原", "林小满 周原"),
        ("作者：林小满，远洋大学教授", "林小满"),
        ("本报记者 林小满", "林小满"),
        ("远洋编辑部\n12 Views", "远洋编辑部"),
    ],
)
def test_the_author(line: str, author: str) -> None:
    assert _guess(f"{TITLE}\n{line}\n{BODY}").author == author


def test_the_author_of_a_card_below_the_article() -> None:
    card = "茶马客\n茶马客\n说茶也说马\n120文章数 9关注度"
    assert _guess(f"{TITLE}\n{BODY}\n相关推荐\n{card}").author == "茶马客"
    assert _guess(f"{TITLE}\n{BODY}\n相关推荐\n茶马客\n120文章数 9关注度").author == ""


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("2026年5月3日", "2026-05-03"),
        ("发布时间：2026/5/3 08:12", "2026-05-03"),
        ("2026-13-03 08:12", ""),
        ("抓取时间：2026-05-03", ""),
        ("2026年5月", ""),
    ],
)
def test_the_day_of_publication(line: str, published: str) -> None:
    assert _guess(f"{TITLE}\n{line}\n{BODY}").published == published


def test_a_day_below_the_article_is_nobodys() -> None:
    assert _guess(f"{TITLE}\n{BODY}\n相关推荐\n2026-05-03 08:12:00").published == ""


def test_an_address_alone_above_the_article() -> None:
    assert _guess(f"https://example.org/a\n{TITLE}\n{BODY}").url == "https://example.org/a"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (BODY, "五月三日"),
        ("〔提　要〕岛国的债务问题，由来已久。\n正文。", "岛国的债务问题"),
        ("字" * 80 + "\n正文", "字" * 40),
        ("。", "。"),
    ],
)
def test_without_a_headline_the_first_words_stand_for_it(text: str, title: str) -> None:
    assert not has_title(text)
    assert guess_title(text, text) == title


def test_a_headline_within_the_pages_longer_one() -> None:
    page = f"渔业谈判会重启吗? 问题:Will the talks resume?\n渔业谈判会重启吗?\n{BODY}"
    assert _guess(page).title == "渔业谈判会重启吗?"
