from __future__ import annotations

import pytest

from workbench.intake.edits import apply, ordered
from workbench.intake.steps.tails import cut_inline_notices, cut_link_lists, cut_site_tail

BODY = "渔业谈判重启\n五月三日，岛国代表说，谈判可以恢复。\n债务必须先谈。这一点没有商量"
NOTICE = "特别声明：以上内容由用户上传，本平台仅提供信息存储服务。"
LINKS = "- [渔船为何不出海](#)\n- [茶价又涨了](#)\n-\n- [春天去哪里](#)"


def _clean(text: str) -> str:
    return apply(text, ordered(cut_site_tail(text))).rstrip("\n")


@pytest.mark.parametrize(
    "tail",
    [
        "（责任编辑：林小满）",
        f"{NOTICE}\n相关推荐\n茶价又涨了\n茶价又涨了\n2026-05-03 08:12\n茶客\n头条要闻\n春天来了",
        f"相关文章\n{LINKS}",
        "Share This Article\n暂无评论\n\n写评论\n你的电子邮箱不会被公布。 标有 * 的为必填项",
        "来源：远洋网\n点赞\n收藏\n举报\n无障碍浏览 进入关怀版",
        "【欢迎转载 请注明来源】",
        "文件 NGTXSC0020260503ej6c00015\n搜索摘要\n文本 渔业谈判\n找到结果 38",
        "引用本文\n林小满. 渔业谈判与岛国的债务[J]. 南港学刊，2026(4)：55.\n相似文献\n茶价",
        "评论\n按热度 按时间\n茶客\n讲得明白，我们港口就停着一条船\n加载更多",
        "平台声明：该文观点仅代表作者本人，本号仅提供信息存储空间服务。\n阅读 (8,842)",
        "— END —\n本文为原创内容，未经授权禁止转载，转载请在后台留言。",
        "您收到这封邮件是因为您订阅了本周报。退订 | 更新邮箱",
        "收稿日期：2026-05-03\n没有任何评论\n您是第 1,902,334 位访客",
        "作者簡介：林小滿，自由撰稿人。\n你可能有興趣\n海底電纜斷了之後",
        "共享此文章：",
        "(本章完)\n手机用户请浏览 m.example.com 阅读。\n上一章 ← 章节目录 → 下一章　加入书签",
    ],
)
def test_what_the_site_adds_below_is_cut(tail: str) -> None:
    assert _clean(f"{BODY}\n{tail}\n") == BODY


def test_an_answer_below_the_last_sentence_stays() -> None:
    text = f"{BODY}\n回答:yes\n本站由海风茶社友情赞助 邀请好友得积分\n点击查看盘口：渔业谈判"
    assert _clean(text) == f"{BODY}\n回答:yes"


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n相关文章\n这一节讨论已有的研究。它们大多只看大国。",
        f"{BODY}\n评论\n以上三点都值得商榷。",
        "相关文章\n茶价又涨了",
        "分享\n首页\n评论",
        f"{BODY}\n评论\n推迟的理由有三\n经费\n船只\n选举",
        f"{BODY}\n相关阅读\n推迟的理由有三：\n（1）经费不足；\n（2）船只太少",
        f"{BODY}\n声明\n双方同意恢复谈判。",
        f"{BODY}\n{NOTICE}\n[1] 郑远帆：《海上安全》\n[2] 祝安平：《海权》",
    ],
)
def test_the_article_is_never_cut(text: str) -> None:
    assert cut_site_tail(text) == []


def test_each_line_of_the_tail_has_its_reason() -> None:
    text = (
        f"{BODY}\n（责任编辑：林小满）\n特别声明：转载请联系本站。\n相关推荐\n茶价又涨了\n网友评论"
    )
    assert [edit.reason for edit in cut_site_tail(text)] == [
        "editor",
        "notice",
        "related_links",
        "comments",
    ]


def test_a_disclaimer_in_brackets_goes_and_its_line_stays() -> None:
    text = "回答:no( 免责声明：预测仅供参考，不构成投资建议。)\n正文（免责声明：甲）还有"
    assert apply(text, ordered(cut_inline_notices(text))) == "回答:no\n正文（免责声明：甲）还有"


def test_lists_of_links_between_paragraphs_go_with_their_heading() -> None:
    text = f"第一段。\n相关阅读\n{LINKS}\n第二段。\n{LINKS}\n第三段。"
    clean = apply(text, ordered(cut_link_lists(text)))
    assert [line for line in clean.split("\n") if line] == ["第一段。", "第二段。", "第三段。"]


@pytest.mark.parametrize("text", [f"参考资料\n{LINKS}", "- [甲](#)\n- [乙](#)\n正文。", "-\n-\n-"])
def test_sources_and_short_lists_stay(text: str) -> None:
    assert cut_link_lists(text) == []


LAST = "\n说到底，债务是一种管理风险的手段，岛国明白这一点。"
ARTICLE = "岛国代表说，渔业谈判可以恢复，但是债务必须先谈，各方对此没有异议。\n" * 9


def test_the_last_paragraph_below_related_links_stays() -> None:
    text = ARTICLE + "相关新闻\n茶价连涨三周" + LAST + "\n（责任编辑：林小满）"
    assert LAST in apply(text, cut_site_tail(text))
    assert LAST in apply(text, cut_site_tail(ARTICLE + "相关新闻\n茶价连涨三周" + LAST))


@pytest.mark.parametrize(
    "tail",
    [
        "（责任编辑：林小满）\n相关新闻\n茶价连涨三周。农户说，今年的雨水太少了。",
        "关于作者\n林小满，南港大学教授，研究岛国的债务。",
        "发表评论\n先谈债务，再谈渔业，这样才有用。",
        "推荐阅读\n今年的雨水太少，农户在等。\n2026-05-03\n渔港新添了两座灯塔。\n2026-05-02",
    ],
)
def test_sentences_of_others_go_with_the_tail(tail: str) -> None:
    text = ARTICLE + tail
    assert apply(text, cut_site_tail(text)).strip() == ARTICLE.strip()
