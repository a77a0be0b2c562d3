from __future__ import annotations

import pytest

from workbench.intake.edits import apply, ordered
from workbench.intake.steps.captions import captions_in, cut_captions

BODY = "东盟秘书处星期一发表声明，欢迎各方恢复磋商，并呼吁保持克制。\n"


@pytest.mark.parametrize(
    "caption",
    [
        "图为代表团抵达会场。",
        "资料图：港口的集装箱码头",
        "（记者 李远山 摄）",
        "5月3日，渔船停靠在码头。新华社记者 王一川 摄",
        "会谈现场（资料图）",
        "▲ 会谈现场。图源：网络",
        "图片来源：远洋社",
        "A fishing boat leaves the harbour at dawn, May 3. Jo Bell/REUTERS",
    ],
)
def test_captions_are_set_apart(caption: str) -> None:
    text = BODY + caption + "\n" + BODY
    assert apply(text, ordered(cut_captions(text))) == BODY + "\n" + BODY
    (aside,) = captions_in(text)
    assert (aside.kind, aside.text, aside.at) == ("caption", caption, len(BODY))


@pytest.mark.parametrize(
    "line",
    [
        "他们试图为谈判争取时间。",
        "一份报告 让市场蒙上阴影",
        "▲ 第一，东盟应当团结。",
        "图为何物，众说纷纭；但没有人否认，地图在外交史上的作用：",
        "He quoted REUTERS. " * 30,
        "谈判可以恢复，但是债务必须先谈。（图源：网络）",
        "她是一位摄影记者，拍摄过六次峰会。",
    ],
)
def test_sentences_of_the_article_stay(line: str) -> None:
    assert cut_captions(BODY + line) == []
