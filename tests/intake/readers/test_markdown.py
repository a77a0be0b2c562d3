from __future__ import annotations

import pytest

from workbench.intake.edits import apply
from workbench.intake.errors import FileEmpty
from workbench.intake.read import new_article
from workbench.intake.readers.markdown import read_markdown

FRONT = """---
title: "岛链上的小国"
author:
  - 沈砚
  - 秦晚
date: 2024-05-01 10:00  # 发表
source: 潮汐评论
url: https://chaoxi.example/a/1
lang: zh-CN
---
"""
BODY = "小国的外交不只是大国的影子，它有自己的算法和耐心。"


def clean(text: str) -> str:
    data = text.encode()
    return new_article(read_markdown(data, "a.md"), data, "a.md").text


def cut(text: str) -> str:
    found = read_markdown(text.encode(), "a.md")
    return apply(found.text, found.edits)


def test_front_matter_is_metadata_and_no_text() -> None:
    found = read_markdown(f"{FRONT}\n# 岛链上的小国\n\n{BODY}\n".encode(), "a.md")
    about = found.about
    assert (about.title, about.author, about.published) == (
        "岛链上的小国", "沈砚、秦晚", "2024-05-01",
    )  # fmt: skip
    assert (about.source, about.url, about.language) == (
        "潮汐评论", "https://chaoxi.example/a/1", "zh",
    )  # fmt: skip
    assert found.edits[0].reason == "front_matter"
    assert clean(f"{FRONT}\n# 岛链上的小国\n\n{BODY}\n") == f"岛链上的小国\n{BODY}"


@pytest.mark.parametrize("text", [f"---\n{BODY}\n---\n{BODY}", f"---\ntitle: 无尽\n{BODY}", BODY])
def test_a_rule_opens_no_front_matter(text: str) -> None:
    found = read_markdown(text.encode(), "a.md")
    assert found.about.title == ""
    assert not any(edit.reason == "front_matter" for edit in found.edits)


def test_an_address_for_a_source_is_the_address() -> None:
    front = "source: https://a.example/x\nauthors: [甲, '乙']\ndate: 3024-01-01\nlang: 1"
    text = f"---\n{front}\n---\n{BODY}"
    about = read_markdown(text.encode(), "a.md").about
    assert (about.source, about.url, about.author) == ("", "https://a.example/x", "甲、乙")
    assert (about.published, about.language) == ("", "")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("这是*重点*，_也是_。", "这是重点，也是。"),
        ("不是 5 * 3 * 2，也不是 snake_case_name。", "不是 5 * 3 * 2，也不是 snake_case_name。"),
        ("见[报告](https://a.example/x_(y) '题')与[附录][1]。", "见报告与附录。"),
        ("地址<https://a.example/x>在此", "地址https://a.example/x在此"),
        ("~~旧~~新，`代码`", "旧新，代码"),
        ("> 引文\n> > 引中引", "引文\n引中引"),
        ("标题 ##\n", "标题\n"),
        ("一\\*二\\_三", "一*二_三"),
        ("一<br/>二<!-- 注 -->三", "一二三"),
        ("[1]: https://a.example/x\n正文", "\n正文"),
        ("| 年 | 数 |\n|:--|---|\n| 2023 | 2 |\n\n后 | 文", "年\t数\n\n2023\t2\n\n后 | 文"),
        ("```python\na = b*c*d\n```\n*后*", "\na = b*c*d\n\n后"),
        ("![a.png](a.png)文", "文"),
    ],
)
def test_signs_are_cut(text: str, wanted: str) -> None:
    assert cut(text) == wanted


def test_footnotes_are_tied_to_their_marks() -> None:
    notes = "[^1]: 第一条，\n    续行*在此*。\n[^b]: 第二条。\n[^z]: 无人提及。\n"
    text = f"{BODY}[^1]又及。[^b][^x]\n\n{notes}"
    found = read_markdown(text.encode(), "a.md")
    assert [(a.marker, a.text, a.at) for a in found.asides] == [
        ("[z]", "无人提及。", None),
        ("[1]", "第一条，续行在此。", len(BODY)),
        ("[b]", "第二条。", len(BODY) + 7),
    ]
    assert apply(found.text, found.edits).strip() == f"{BODY}又及。[^x]"


def test_what_a_picture_shows_is_a_caption() -> None:
    found = read_markdown(f"{BODY}\n\n![渔港的清晨](b.jpg)\n".encode(), "a.md")
    assert [(a.kind, a.text) for a in found.asides] == [("caption", "渔港的清晨")]


def test_lists_of_links_are_cut_whole() -> None:
    links = "\n".join(f"- [另一篇文章{n}](/{n})" for n in range(4))
    assert cut(f"{BODY}\n\n相关阅读\n\n{links}\n").strip() == BODY


def test_the_encoding_is_found_and_damage_named() -> None:
    assert read_markdown(f"# 题\n\n{BODY}".encode("gb18030"), "a.md").encoding == "gb18030"
    assert read_markdown(f"{BODY}\ufffd".encode(), "a.md").warnings == ("damaged_characters",)
    with pytest.raises(FileEmpty):
        read_markdown(b" ", "a.md")
