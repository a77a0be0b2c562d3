from __future__ import annotations

import pytest

from workbench.intake.edits import apply, ordered
from workbench.intake.steps.markup import cut_markdown, restore_bullets

OPEN = "这里是一行没有写完的很长的话到了行尾还没有结束"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("- 港口：**由岛国经营。", "- 港口：由岛国经营。"),
        ("**港口**由岛国经营", "港口由岛国经营"),
        ("## 第二节\n正文", "第二节\n正文"),
        ("甲\n---\n乙\n＊", "甲\n\n乙\n＊"),
    ],
)
def test_signs_of_markdown_are_cut(text: str, clean: str) -> None:
    assert apply(text, ordered(cut_markdown(text))) == clean


@pytest.mark.parametrize("text", ["2**10等于1024", "#东盟峰会#", "甲*乙", "----甲----"])
def test_signs_with_another_meaning_stay(text: str) -> None:
    assert cut_markdown(text) == []


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("要点有三：\n?港口\n?税率", "要点有三：\n• 港口\n• 税率"),
        ("前文说完了。\n？“定金”一词", "前文说完了。\n• “定金”一词"),
        ("\uf0b7 港口\n\uf06c税率", "• 港口\n• 税率"),
    ],
)
def test_lost_bullets_are_restored(text: str, clean: str) -> None:
    assert apply(text, ordered(restore_bullets(text))) == clean


@pytest.mark.parametrize(
    "text",
    ["谁来付钱？\n岛国。", OPEN + "\n?下一句", "??", "? 为什么", "真的吗?是的", "？"],
)
def test_genuine_questions_stay(text: str) -> None:
    assert restore_bullets(text) == []
