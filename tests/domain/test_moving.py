from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import article_text
from workbench.domain.moving import Moving
from workbench.domain.text import Span

OLD = "镇长昨天宣布新预案。商会表示不满。\n邻镇没有表态，但派人旁听。\n第三段说天气。"
few = st.text("甲乙丙。\n", max_size=40)


def moved(old: str, new: str, quote: str) -> str | None:
    """Return what an annotation of `quote` is of after the correction."""
    start = old.index(quote)
    place = Moving(old, new).span(Span(start, start + len(quote)))
    return None if place is None else new[place.start : place.end]


@given(old=few | article_text, new=few | article_text)
def test_blocks_are_what_both_have_and_gaps_are_the_rest(old: str, new: str) -> None:
    moving = Moving(old, new)
    at_old = at_new = 0
    parts: list[str] = []
    gaps = {(gap.old, gap.new): gap for gap in moving.gaps()}
    for block in (*moving.blocks, None):
        gap = gaps.pop((at_old, at_new), None)
        if gap is not None:
            parts.append(new[gap.new : gap.new_end])
            at_old, at_new = gap.old_end, gap.new_end
        if block is not None:
            assert (block.old, block.new) == (at_old, at_new)
            assert block.size > 0
            assert old[at_old : at_old + block.size] == new[at_new : at_new + block.size]
            parts.append(old[at_old : at_old + block.size])
            at_old, at_new = at_old + block.size, at_new + block.size
    assert not gaps
    assert (at_old, at_new) == (len(old), len(new))
    assert "".join(parts) == new


@given(text=article_text, data=st.data())
def test_nothing_moves_where_nothing_changes(text: str, data: st.DataObject) -> None:
    moving = Moving(text, text)
    assert moving.gaps() == []
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        span = Span(start, data.draw(st.integers(start + 1, len(text))))
        assert moving.span(span) == span
        assert moving.offset(start) == start


@given(head=few, quote=st.text("丁戊己", min_size=1, max_size=8), tail=few, put=few)
def test_what_is_put_in_before_moves_a_span_along(
    head: str, quote: str, tail: str, put: str
) -> None:
    old, new = head + quote + tail, put + head + quote + tail
    place = Moving(old, new).span(Span(len(head), len(head + quote)))
    assert place is not None
    assert new[place.start : place.end] == quote


@given(old=article_text.filter(bool), new=article_text, data=st.data())
def test_a_span_stays_inside_the_text_and_keeps_its_order(
    old: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(old))))
    moving = Moving(old, new)
    place = moving.span(span)
    assert place is None or 0 <= place.start < place.end <= len(new)
    places = [moving.offset(each) for each in range(len(old) + 1)]
    assert places == sorted(places)
    assert all(0 <= each <= len(new) for each in places)


@pytest.mark.parametrize(
    ("new", "quote", "expected"),
    [
        (OLD.replace("预案", "预算案"), "宣布新预案", "宣布新预算案"),
        (OLD.replace("不满", "不滿"), "商会表示不满", "商会表示不滿"),
        (OLD.replace("镇长昨天", "这位镇长昨天"), "镇长", "镇长"),
        (OLD.replace("镇长昨天", "市长昨天"), "镇长", "市长"),
        (OLD.replace("邻镇没有表态，", ""), "邻镇没有表态", None),
        (OLD.replace("邻镇没有表态，", ""), "派人旁听", "派人旁听"),
        # The second paragraph was moved to the end.
        (
            "\n".join(OLD.split("\n")[i] for i in (0, 2, 1)),
            "邻镇没有表态，但派人",
            "邻镇没有表态，但派人",
        ),
        ("完全不同", "商会表示不满", None),
        ("", "商会表示不满", None),
    ],
)
def test_a_span_moves_with_its_passage(new: str, quote: str, expected: str | None) -> None:
    assert moved(OLD, new, quote) == expected


def test_a_moved_passage_that_stands_twice_has_no_place() -> None:
    passage, rest = (
        "邻镇没有表态，但派人旁听。\n",
        "镇长昨天宣布新预案，商会当场表示不满，会后不欢而散。\n",
    )
    quote = "没有表态，但派人"
    assert moved(passage + rest, rest + passage, quote) == quote
    assert moved(passage + rest, rest + passage + passage, quote) is None


def test_a_long_text_is_compared_by_lines_and_pieces() -> None:
    lines = [f"第{number}段讲第{number}件事，镇里有第{number}种说法。" for number in range(2_000)]
    changed = lines.copy()
    changed[500] = changed[500].replace("镇里", "镇上")
    del changed[1_000]
    changed[1_500] = "全新的一段。"
    old, new = "\n".join(lines), "\n".join(changed)
    assert moved(old, new, lines[400]) == lines[400]
    assert moved(old, new, lines[500]) == changed[500]
    assert moved(old, new, lines[1_000]) is None
    assert moved(old, new, lines[1_501]) is None
    assert moved(old, new, lines[1_999]) == lines[1_999]


def test_long_texts_with_nothing_in_common_have_no_blocks() -> None:
    assert Moving("甲" * 5_000, "乙" * 5_000).blocks == ()
