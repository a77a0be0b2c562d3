from __future__ import annotations

import pytest

from workbench.intake.edits import apply
from workbench.intake.steps.noise import cut_anti_copy, cut_pinyin


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("会谈重启。（南港网 www.example.org 原创，盗版必究）各方同意。", "会谈重启。各方同意。"),
        ("会谈重启。本文来自南港网，未经授权禁止转载！各方同意。", "会谈重启。各方同意。"),
        ("会谈重启。[南港网-www.example.org]各方同意。", "会谈重启。各方同意。"),
        ("会谈重启。\n南港国际网 南港国际网\n各方同意。", "会谈重启。\n\n各方同意。"),
    ],
)
def test_noise_against_copying_goes(text: str, clean: str) -> None:
    assert apply(text, cut_anti_copy(text)) == clean


@pytest.mark.parametrize(
    "text",
    [
        "协定禁止转载核材料清单。未经授权的复制由法院裁定。",
        "会谈重启（见南港条约第三条）。版权所有者反对。",
        "（未经授权，禁止转载）",
        "人人生而平等",
        "一步一步",
    ],
)
def test_sentences_about_copying_stay(text: str) -> None:
    assert cut_anti_copy(text) == []


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("承担斡（wò）旋的角色", "承担斡旋的角色"),
        ("邻居龃龉(jǔ yǔ)不断", "邻居龃龉不断"),
        ("面临掣肘（chèzhǒu）", "面临掣肘"),
        ("与别国迥jiǒng异", "与别国迥异"),
    ],
)
def test_how_a_word_is_read_goes(text: str, clean: str) -> None:
    assert apply(text, cut_pinyin(text)) == clean
    assert all(edit.reason == "pinyin" for edit in cut_pinyin(text))


@pytest.mark.parametrize(
    "text",
    ["提交简历（résumé）", "马克龙（Macrón）说", "北约（NATO）说", "缓和（détente）一词", "wòxuán"],
)
def test_foreign_words_stay(text: str) -> None:
    assert cut_pinyin(text) == []
