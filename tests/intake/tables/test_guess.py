from __future__ import annotations

from pathlib import Path

import pytest

from workbench.domain.codebook import Codebook
from workbench.domain.codebook_file import parse_codebook
from workbench.intake.tables.dates import iso_date
from workbench.intake.tables.guess import guess_columns, is_known_name

TALE = (
    "港口的工人说，他们从去年开始就没有看到新的订单了。"
    "这个说法在当天就引起了不同的反应，议会要听他们说。"
)


@pytest.fixture(scope="module")
def codebook(repository: Path) -> Codebook:
    path = repository / "resources/codebook/starter.json"
    return parse_codebook(path.read_text("utf-8"), path.name)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (
            "序号 标题 发布时间 媒体 作者 正文 链接 语言",
            {
                "title": "标题",
                "text": "正文",
                "published": "发布时间",
                "source": "媒体",
                "author": "作者",
                "url": "链接",
                "language": "语言",
            },
        ),
        (
            "ID Title PubDate Newspaper Full_Text URL",
            {
                "title": "Title",
                "text": "Full_Text",
                "published": "PubDate",
                "source": "Newspaper",
                "url": "URL",
            },
        ),
        (
            "题名 刊名 全文(必填) 出版日期",
            {"title": "题名", "text": "全文(必填)", "published": "出版日期", "source": "刊名"},
        ),
        ("標題 內文 來源", {"title": "標題", "text": "內文", "source": "來源"}),
        (
            "报道标题 报道内容 article_date",
            {"title": "报道标题", "text": "报道内容", "published": "article_date"},
        ),
        ("context subtitles", {}),
    ],
)
def test_names_in_both_languages(columns: str, expected: dict[str, str]) -> None:
    assert dict(guess_columns(columns.split(), [])) == expected


def test_what_names_do_not_say_is_told_by_what_a_column_holds() -> None:
    rows = [
        ("1", f"第{n}次会议在港口召开", f"2025/8/{n}", f"https://example.org/{n}", TALE)
        for n in "123"
    ]
    found = guess_columns(("A", "B", "C", "D", "E"), rows)
    assert dict(found) == {"title": "B", "text": "E", "published": "C", "url": "D"}


def test_a_short_text_is_not_told_without_a_name() -> None:
    assert "text" not in guess_columns(("A", "B"), [("甲", "乙"), ("丙", "丁")])


def test_variables_of_the_article_by_key_and_label(codebook: Codebook) -> None:
    found = guess_columns(("标题", "正文", "体裁", "outlet_type", "Sample"), [], codebook)
    assert found["genre"] == "体裁"
    assert (found["outlet_type"], found["sample"]) == ("outlet_type", "Sample")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-08-25", "2025-08-25"),
        ("2025/8/5 10:30", "2025-08-05"),
        ("2025年8月25日 星期一", "2025-08-25"),
        ("2025.08.25", "2025-08-25"),
        ("20250825", "2025-08-25"),
        ("20250825103000", "2025-08-25"),
        ("2025-08-25T10:30:00Z", "2025-08-25"),
        ("2025年8月", "2025-08"),
        ("2025", "2025"),
        ("Aug 25, 2025", "2025-08-25"),
        ("二〇二五年八月二十五日", "2025-08-25"),
        ("2025-13-01", None),
        ("05/06/2025", None),
        ("昨天", None),
        ("1234567", None),
    ],
)
def test_dates_as_databases_write_them(text: str, iso: str | None) -> None:
    assert iso_date(text) == iso


def test_brackets_without_end_are_looked_at_once() -> None:
    endless = "[" * 1_000_000
    assert guess_columns((endless, "乙"), [(endless, "甲")]) == {"text": endless}
    assert not is_known_name(endless)
