from __future__ import annotations

import pytest

from workbench.intake.edits import apply, ordered
from workbench.intake.steps.pages import cut_page_furniture


def _body(first: int, count: int = 12) -> str:
    return "\n".join(f"这是第{n}行，写着不同的内容" for n in range(first, first + count))


def _clean(text: str) -> list[str]:
    return apply(text, ordered(cut_page_furniture(text))).split("\n")


@pytest.mark.parametrize(
    "form", ["{}", "- {} -", "· {} ·", "第 {} 页", "第{}页 共9页", "第 {} 頁", "{}/9"]
)
def test_numbers_that_count_the_pages_are_cut(form: str) -> None:
    text = f"{_body(0)}\n{form.format(3)}\n{_body(20)}\n{form.format(4)}\n{_body(40)}"
    assert [line for line in _clean(text) if line] == [
        *_body(0).split("\n"),
        *_body(20).split("\n"),
        *_body(40).split("\n"),
    ]


def test_a_head_that_runs_over_the_pages_is_cut() -> None:
    head = "远洋评论　2026年第2期"
    parts = (head, "岛国的算盘", _body(0), "7", head, _body(20), "8", head, _body(40))
    text = "\n".join(parts)
    lines = _clean(text)
    assert not [line for line in lines if "远洋评论" in line]
    assert "岛国的算盘" in lines


def test_a_title_that_runs_over_the_pages_stays_at_the_top() -> None:
    text = f"岛国的算盘\n{_body(0)}\n7\n岛国的算盘\n{_body(20)}\n8"
    assert _clean(text).count("岛国的算盘") == 1
    assert _clean(text)[0] == "岛国的算盘"


def test_a_form_feed_is_a_page_border_too() -> None:
    text = f"{_body(0)}\n海岬学刊\n\f{_body(20)}\n海岬学刊\n\f{_body(40)}"
    assert "海岬学刊" not in _clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "1\n美国\n2\n中国\n3\n欧盟",
        f"2024\n{_body(0)}\n2026\n{_body(20)}",
        f"{_body(0)}\n12\n{_body(20)}",
        f"结论\n{_body(0)}\n结论\n{_body(20)}",
    ],
)
def test_other_numbers_and_repeated_lines_stay(text: str) -> None:
    assert cut_page_furniture(text) == []


def test_the_number_of_an_only_page_goes() -> None:
    assert _clean(f"{_body(0, 24)}\n23")[-1] == ""


@pytest.mark.parametrize("text", [f"{_body(0, 5)}\n23", f"{_body(0, 24)}\n合计\n23"])
def test_a_last_number_that_may_be_the_article_s_stays(text: str) -> None:
    assert _clean(text)[-1] == "23"


def test_a_foot_that_holds_the_page_s_number_goes() -> None:
    foot = "仅供内部参阅 第 {} 页 / 共 2 页"
    text = f"标题\n{foot.format(1)}\n{_body(0)}\n\f{foot.format(2)}\n{_body(20)}"
    assert not any("参阅" in line for line in _clean(text))
    assert _clean(text)[0] == "标题"


def test_a_line_that_names_an_issue_goes_from_the_top_of_any_page() -> None:
    text = f"{_body(0)}\n\f《远洋评论》2026年第2期\n{_body(20)}\n\f小标题\n{_body(40)}"
    assert "《远洋评论》2026年第2期" not in _clean(text)
    assert "小标题" in "".join(_clean(text))
