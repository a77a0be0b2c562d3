from __future__ import annotations

import pytest

from workbench.intake.edits import apply, ordered
from workbench.intake.steps.template import cut_template


def _clean(text: str) -> str:
    return apply(text, ordered(cut_template(text))).strip("\n")


def test_lines_of_php_above_the_article_are_cut() -> None:
    code = "$sub = '';\nif (strlen($name) > 3) {\n$sub = substr($name, 0, 3);\n} else {\n}\n?>\n"
    assert _clean(code + "东盟外长会议在槟城开幕。") == "东盟外长会议在槟城开幕。"


def test_lines_of_script_below_the_article_are_cut() -> None:
    code = "\nvar page = 12;\ndocument.write(page);\n}"
    assert _clean("欧盟公布了新的预算。" + code) == "欧盟公布了新的预算。"


def test_whole_blocks_are_cut_anywhere() -> None:
    text = "前一段。\n<script type='a'>\nlet x = 1;\n</script>\n后一段。<?php echo 1; ?>"
    assert _clean(text) == "前一段。\n\n后一段。"


def test_blocks_inside_each_other_go_round_by_round() -> None:
    text = "甲。<script><?php a ?></script>"
    once = apply(text, ordered(cut_template(text)))
    assert apply(once, ordered(cut_template(once))) == "甲。"


@pytest.mark.parametrize(
    "text",
    [
        "如果（if）谈判破裂，欧盟就会反制；",
        "$100亿的军购合同在华盛顿签署。\n韩国表示欢迎。",
        "<script 一词在这里只是一个例子。",
        "<?php" + "很长" * 3_000 + "?>",
        "东盟：\n合作；\n对话；\n共识。",
        "",
    ],
)
def test_prose_that_only_looks_like_code_stays(text: str) -> None:
    assert cut_template(text) == []
