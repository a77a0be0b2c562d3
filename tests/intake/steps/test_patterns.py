from __future__ import annotations

import pytest

from workbench.intake.steps.patterns import (
    head_reason,
    is_article_like,
    is_link,
    is_widget,
    opens_tail,
    tail_reason,
)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("您的位置：首页 > 国际 > 正文", "site_head"),
        ("远洋网首页 > 评论 > 正文 登录", "site_head"),
        ("新港网 > 滚动新闻", "site_head"),
        ("点击上方蓝字关注我们", "advertisement"),
        ("1,204 views", "site_head"),
        ("阅读量：3.2万", "site_head"),
        ("分享至 微信 微博 QQ空间", "site_head"),
        ("分享到：", "site_head"),
        ("打开远洋APP", "site_head"),
        ("字号：大 中 小", "site_head"),
        ("本站由海风茶社友情赞助", "advertisement"),
    ],
)
def test_what_stands_above_an_article(line: str, reason: str) -> None:
    assert head_reason(line) == reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("特别声明：以上内容由用户上传，本平台仅提供信息存储服务。", "notice"),
        ("Notice: this content was posted by a user.", "notice"),
        ("【欢迎转载 请注明出处】", "notice"),
        ("转载请注明出处。", "notice"),
        ("谢绝转载", "notice"),
        ("如需转载，请联系本刊。", "notice"),
        ("未经本刊书面许可，任何单位不得转载、摘编。", "notice"),
        ("本文仅代表作者个人观点，与本站立场无关。", "notice"),
        ("版权所有 远洋网 All Rights Reserved", "notice"),
        ("相关阅读", "related_links"),
        ("热门推荐 更多>>", "related_links"),
        ("为您推荐", "related_links"),
        ("下一篇：渔船为何不出海", "related_links"),
        ("- [渔船为何不出海](#)", "related_links"),
        ("网友评论（12）", "comments"),
        ("你的电子邮箱不会被公布。 标有 * 的为必填项", "comments"),
        ("点击查看全部报道：渔业专题", "advertisement"),
        ("（责任编辑：林小满）", "editor"),
        ("【责编/林小满】", "editor"),
        ("【纠错】 【责任编辑:林小满 】", "editor"),
        ("赞 12 在看 30", "site_tail"),
        ("- END -", "site_tail"),
        ("原文链接：https://example.org/a", "origin"),
        ("来源：远洋网", "origin"),
        ("Share This Article", "site_tail"),
        ("举报/反馈", "site_tail"),
    ],
)
def test_what_stands_below_an_article(line: str, reason: str) -> None:
    assert tail_reason(line) == reason
    assert not is_article_like(line)


@pytest.mark.parametrize(
    "line",
    [
        "他在首页上看到相关文章，便点了分享，还在评论区留言。",
        "两国发表联合声明：双方同意恢复对话。",
        "声明：双方同意从五月起恢复渔业谈判，并互派代表。",
        "未经联合国授权的军事行动不得得到承认。",
        "报告的版权问题引起争论，出版社拒绝转载。",
        "来源国的政策正在改变。",
        "上一篇报告提出的建议没有得到采纳。",
        "编辑部的故事说来话长。",
        "推荐信由外交部出具。",
        "评论家说，这不是让步。",
        "更多国家加入了谈判",
        "最新一轮谈判",
        "阅读能力",
        "分享权力的安排",
        "平台经济的规则由谁来写？",
        "欢迎转载这个观点的人不少，但赞成的人不多。",
        "评论",
        "Comments",
        "该报告不构成对任何一方的承诺。",
    ],
)
def test_sentences_and_headings_of_an_article_are_left_alone(line: str) -> None:
    assert head_reason(line) == ""
    assert tail_reason(line) == ""
    assert not opens_tail(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("会谈没有结果。双方同意再谈", True),
        ("会谈没有结果", False),
        ("推迟的理由有三：", True),
        ("（1）经费不足；", True),
        ("球队主帅下课！更衣室里说了什么？", False),
        ("The ministers met in Penang and agreed on nothing of any weight.", True),
        ("Ministers meet in Penang.", False),
        ("[3] 郑远帆：《海上安全》", True),
        ("参考文献", True),
        ("字" * 120, True),
    ],
)
def test_what_only_an_article_has(line: str, expected: bool) -> None:
    assert is_article_like(line) is expected


def test_buttons_and_links() -> None:
    assert is_widget("点赞")
    assert is_widget("328")
    assert not is_widget("点赞外交")
    assert is_link("[甲](https://example.org/a)")
    assert is_link("-")
    assert not is_link("见[甲](https://example.org/a)")
