from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from workbench.intake.extracted import Metadata
from workbench.intake.readers.html.metadata import iso_day
from workbench.intake.readers.web import read_html

BODY = "渡船在雾里慢慢靠岸，等船的人谁也没有说话。过了很久，才有人问起对岸的消息。"
TITLE = "雾中的渡口与边境的早晨"


def about(head: str = "", above: str = "", lang: str = "", body: str = BODY) -> Metadata:
    attribute = f' lang="{lang}"' if lang else ""
    page = (
        f"<html{attribute}><head><meta charset=utf-8>{head}</head><body><h1>{TITLE}</h1>{above}"
        f"<div><p>{body}</p><p>{body[::1]}再说一句。</p></div></body></html>"
    )
    return read_html(page.encode(), "a.html").about


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_the_headline_shown_goes_before_titles_with_the_sites_name() -> None:
    assert about(f"<title>{TITLE}_国际_渡口网</title>").title == TITLE
    assert about(meta("og:title", f"{TITLE} - 渡口网")).title == TITLE


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("港口的另一面_国际_海澜网", "港口的另一面"),
        ("港口的另一面 | 海澜网", "港口的另一面"),
        ("港口的另一面-海澜网", "港口的另一面"),
        ("港口的另一面——一种解释", "港口的另一面——一种解释"),
        ("中-东欧国家合作的前景如何", "中-东欧国家合作的前景如何"),
    ],
)
def test_a_title_loses_its_site(title: str, wanted: str) -> None:
    page = (
        f"<html><head><meta charset=utf-8><title>{title}</title></head><p>{BODY}</p><p>{BODY}</p>"
    )
    assert read_html(page.encode(), "a.html").about.title == wanted


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (meta("article:published_time", "2024-03-05T08:00:00+08:00"), "2024-03-05"),
        ('<meta name="PubDate" content="20240305">', "2024-03-05"),
        (meta("article:modified_time", "2024-03-05"), ""),
        (meta("article:published_time", "2999-01-01"), ""),
        (meta("article:published_time", "1899-12-31"), ""),
        (meta("article:published_time", "2024-02-31"), ""),
        (linked('{"@type":"Article","datePublished":"2024-03-05"}'), "2024-03-05"),
        (linked('{"@type":"WebSite","datePublished":"2024-03-05"}'), ""),
        (linked("{broken"), ""),
        (linked("[" * 50_000), ""),
    ],
)  # fmt: skip
def test_the_day_of_publication_is_the_stated_one(head: str, wanted: str) -> None:
    assert about(head).published == wanted


def test_a_day_in_the_byline_counts_where_nothing_else_says() -> None:
    byline = "<div>2024年3月5日 14:22　来源：渡口周刊　作者：程望</div>"
    found = about(above=byline)
    assert (found.published, found.source, found.author) == ("2024-03-05", "渡口周刊", "程望")
    assert about(above="<div>抓取时间：2024-03-05</div>").published == ""


def test_a_time_in_utc_is_the_day_that_readers_saw() -> None:
    head = meta("article:published_time", "2024-03-05T17:00:00Z")
    assert about(head, "<div>2024-03-06 01:00</div>").published == "2024-03-06"
    assert about(head, "<div>2024-03-08 01:00</div>").published == "2024-03-05"


def test_linked_data_name_authors_and_outlet() -> None:
    data = {
        "@type": ["NewsArticle"],
        "headline": TITLE,
        "author": [{"name": "甲一"}, {"name": "乙二"}],
        "publisher": {"name": "渡口社"},
        "url": "https://a.example/1",
    }
    found = about(linked(json.dumps({"@graph": [data]}, ensure_ascii=False)))
    assert (found.author, found.source, found.url) == (
        "甲一、乙二", "渡口社", "https://a.example/1",
    )  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://a.example/x">',
        meta("og:url", "https://a.example/x"),
        "<!-- saved from url=(0021)https://a.example/x -->",
    ],
)
def test_the_address_is_found(head: str) -> None:
    assert about(head).url == "https://a.example/x"


def test_an_address_that_leads_nowhere_is_none() -> None:
    assert about('<link rel="canonical" href="/x">').url == ""


@pytest.mark.parametrize(
    ("lang", "language", "script"),
    [
        ("zh-CN", "zh", ""),
        ("zh_Hans", "zh", "Hans"),
        ("zh-Hant-TW", "zh", "Hant"),
        ("en", "", ""),
        ("ja", "", ""),
        ("", "", ""),
        ("x1", "", ""),
    ],
)
def test_the_language_is_believed_only_if_the_letters_agree(
    lang: str, language: str, script: str
) -> None:
    found = about(lang=lang)
    assert (found.language, found.script) == (language, script)


def test_a_page_in_english_is_in_english() -> None:
    body = "The ferry came in slowly through the fog, and nobody on the pier spoke a word."
    page = f'<html lang="en-GB"><body><h1>Fog at the pier</h1><p>{body}</p><p>{body}</p>'
    assert read_html(page.encode(), "a.html").about.language == "en"


def test_no_byte_order_mark_is_in_what_a_page_states() -> None:
    page = f"<title>\ufeff{TITLE}</title><div><p>{BODY}</p><p>{BODY}</p></div>"
    assert read_html(page.encode(), "a.html").about.title == TITLE


def test_names_that_say_nothing_are_none() -> None:
    assert about(meta("author", "admin")).author == ""
    assert about(meta("author", "https://a.example/u")).author == ""


def test_an_author_may_sign_by_a_link() -> None:
    assert about(above='<p>文 <a href="/author/1">岑望舒</a> 发布</p>').author == "岑望舒"


def test_a_known_id_names_the_outlet() -> None:
    assert about(above='<div id="source_baidu">来源：渡口周刊</div>').source == "渡口周刊"


def test_days_of_tomorrow_are_possible_elsewhere_on_earth() -> None:
    today = datetime.now(UTC).date()
    assert iso_day((today + timedelta(days=1)).isoformat())
    assert not iso_day((today + timedelta(days=3)).isoformat())
    assert iso_day("") == iso_day("2024-13-01") == ""
