from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exchange.codebook.table.several import LINES, WORDS, Manner, joined, parted


@pytest.mark.parametrize("manner", [WORDS, LINES])
@given(st.lists(st.text(st.sampled_from('ab;；、|\n\r,，" \t'), max_size=6)))
def test_several_texts_come_back_from_one_cell(manner: Manner, texts: list[str]) -> None:
    assert parted(joined(texts, manner), manner) == tuple(texts)


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("美国; 美方", ("美国", "美方")),
        ("美国；美方；", ("美国", "美方")),
        ("美国、美方", ("美国", "美方")),
        ("US, U.S.", ("US", "U.S.")),
        ("Smith, John; Doe, Jane", ("Smith, John", "Doe, Jane")),
        ("甲\n乙\r\n丙", ("甲", "乙", "丙")),
        ('"a;b"; c', ("a;b", "c")),
        ('5" 屏幕', ('5" 屏幕',)),
        ("  ", ()),
    ],
)
def test_people_separate_in_many_ways(cell: str, texts: tuple[str, ...]) -> None:
    assert parted(cell) == texts


def test_rules_stand_on_lines() -> None:
    assert parted("港\\d+;|埠\n码头", LINES) == ("港\\d+;|埠", "码头")
