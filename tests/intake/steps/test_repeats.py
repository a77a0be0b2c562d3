from __future__ import annotations

from workbench.intake.edits import apply
from workbench.intake.steps.repeats import cut_repeated_paragraphs

LONG = "岛国代表在槟城说，渔业谈判可以恢复，但是债务必须先谈。"
OTHERS = [f"第{n}天的会谈没有结果，{LONG * 3}" for n in "一二三四"]


def test_a_paragraph_right_below_itself_goes() -> None:
    text = f"{LONG}\n\n{LONG}\n末段。"
    assert apply(text, cut_repeated_paragraphs(text)) == f"{LONG}\n\n\n末段。"
    assert cut_repeated_paragraphs(text)[0].reason == "repeated_paragraph"


def test_refrains_stay() -> None:
    assert cut_repeated_paragraphs("没有人回答。\n没有人回答。\n谢谢。") == []
    assert cut_repeated_paragraphs(f"{LONG}\n另一段。\n{LONG}\n末段。") == []


def test_the_whole_article_again_goes() -> None:
    text = "\n".join([*OTHERS, "页脚", *OTHERS, "末行"])
    assert apply(text, cut_repeated_paragraphs(text)).split() == [*OTHERS, "页脚", "末行"]


def test_a_short_run_again_stays() -> None:
    text = "问\n答\n谢\n另\n问\n答\n谢"
    assert cut_repeated_paragraphs(text) == []


def test_what_an_answer_quotes_goes() -> None:
    text = f"{LONG}\n另一段。\n: {LONG}\n> 没有人说过这一句。\n末段。"
    assert apply(text, cut_repeated_paragraphs(text)).split("\n") == [
        LONG,
        "另一段。",
        "",
        "> 没有人说过这一句。",
        "末段。",
    ]
