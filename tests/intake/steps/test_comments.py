from __future__ import annotations

from workbench.intake.edits import apply
from workbench.intake.steps.comments import cut_comments

ARTICLE = "渔业谈判\n岛国代表说，渔业谈判可以恢复，但是债务必须先谈。\n"
FORUM = (
    "南风 发表于 2026-5-3 22:40\n债务的事情谈不成，谈鱼有什么用。\n回复　举报　支持 3\n"
    "北雁 发表于 2026-5-3 23:02\n我同意楼上，先谈债务。\n回复　举报　支持 1\n"
)


def test_comments_of_a_forum_go_with_their_names_and_buttons() -> None:
    text = ARTICLE + FORUM + "尾声"
    assert apply(text, cut_comments(text)) == ARTICLE + "\n尾声"
    assert {edit.reason for edit in cut_comments(text)} == {"comments"}


def test_the_heading_above_them_goes_too() -> None:
    text = ARTICLE + "网友评论（2）\n" + FORUM
    assert apply(text, cut_comments(text)).strip() == ARTICLE.strip()


def test_buttons_below_the_first_post_go_and_its_author_stays() -> None:
    text = "林小满 发表于 2026-5-3 21:00\n" + ARTICLE + "回复　举报　支持 9\n" + FORUM
    assert apply(text, cut_comments(text)).strip().endswith("必须先谈。")


def test_without_buttons_or_without_an_article_nothing_goes() -> None:
    assert cut_comments(ARTICLE + "南风 发表于 2026-5-3 22:40\n先谈债务。") == []
    assert cut_comments(FORUM.replace("。", "")) == []
    assert cut_comments(ARTICLE + "回复\n举报\n") == []
