from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.language.folding import fold_loose, fold_width


@given(st.text())
def test_folding_width_keeps_every_offset(text: str) -> None:
    folded = fold_width(text)
    assert len(folded) == len(text)
    assert fold_width(folded) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＵＫＵＳ（２０２１）", "AUKUS(2021)"),
        ("委托—代理", "委托-代理"),
        ("唐纳德・特朗普", "唐纳德·特朗普"),
        ("“平衡”", '"平衡"'),
        ("韩国\u3000美国", "韩国 美国"),
        ("美国，欧盟。", "美国,欧盟。"),
    ],
)
def test_fold_width(text: str, folded: str) -> None:
    assert fold_width(text) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Rent-Seeking", "rentseeking"),
        (" Ｎorth  Korea\n", "northkorea"),
        ("委托—代理", "委托代理"),
        ("唐纳德・特朗普", "唐纳德特朗普"),
        ("⼆⻓", "二⻓"),
        ("10 + 3", "10+3"),
        (" - ", ""),
    ],
)
def test_fold_loose(text: str, folded: str) -> None:
    assert fold_loose(text) == folded
