from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.article import Edit, NewArticle, Note
from workbench.intake.edits import apply, ordered
from workbench.intake.revise import merged, revise

Span = tuple[int, int]


def article(source: str, edits: tuple[Edit, ...] = (), notes: tuple[Note, ...] = ()) -> NewArticle:
    return NewArticle(
        title="题",
        text=apply(source, edits),
        notes=notes,
        original=b"",
        encoding="",
        file_name="a.txt",
        edits=edits,
        extracted=source,
    )


@st.composite
def articles(draw: st.DrawFn) -> NewArticle:
    source = draw(st.text(alphabet="甲乙丙丁ab \n", min_size=1, max_size=30))
    borders = sorted(draw(st.sets(st.integers(0, len(source)), max_size=10)))
    pairs = zip(borders[::2], borders[1::2], strict=False)
    replacements = st.sampled_from(("", "", "", "\n", "• "))
    reasons = st.sampled_from(("site_tail", "footnote", "hard_wrap"))
    edits = tuple(Edit(start, end, draw(replacements), draw(reasons)) for start, end in pairs)
    length = len(apply(source, edits))
    anchors = draw(st.lists(st.integers(0, length) | st.none(), max_size=3))
    notes = tuple(Note("footnote", "[1]", "注释甲乙丙丁", anchor) for anchor in anchors)
    return article(source, edits, notes)


spans = st.lists(
    st.tuples(st.integers(-2, 33), st.integers(-2, 33)).map(lambda pair: (min(pair), max(pair))),
    max_size=4,
)


@given(articles(), spans, spans)
def test_edits_make_the_text_of_the_source_and_notes_lie_inside(
    before: NewArticle, restored: list[Span], cut: list[Span]
) -> None:
    after = revise(before, restored, cut)
    assert after.source_text == before.source_text
    assert ordered(after.edits) == after.edits
    assert apply(after.source_text, after.edits) == after.text
    assert len(after.notes) <= len(before.notes)
    assert all(note.anchor is None or 0 <= note.anchor <= len(after.text) for note in after.notes)


@given(articles())
def test_taking_back_everything_gives_the_source(before: NewArticle) -> None:
    assert revise(before, [(0, len(before.source_text))], ()).text == before.source_text
    one_by_one = [(edit.start, edit.end) for edit in before.edits]
    assert revise(before, one_by_one, ()).text == before.source_text


@given(articles())
def test_changing_nothing_gives_the_same_article(before: NewArticle) -> None:
    assert revise(before, (), ()) is before
    assert revise(before, [(3, 3), (90, 99)], [(-4, 0)]) is before


@given(articles(), spans)
def test_what_is_cut_is_gone(before: NewArticle, cut: list[Span]) -> None:
    after = revise(before, (), cut)
    gone = {offset for edit in after.edits for offset in range(edit.start, edit.end)}
    wanted = {offset for start, end in merged(cut, 99) for offset in range(start, end)}
    assert wanted & set(range(len(before.source_text))) <= gone


@given(articles(), st.integers(0, 30), st.integers(1, 8))
def test_taking_back_what_one_just_cut_gives_the_article_before(
    before: NewArticle, start: int, size: int
) -> None:
    changed = {offset for edit in before.edits for offset in range(edit.start, edit.end)}
    if changed & set(range(start, start + size)):
        return
    cut = revise(replace(before, notes=()), (), [(start, start + size)])
    by_hand = [(edit.start, edit.end) for edit in cut.edits if edit.reason == "by_hand"]
    again = revise(cut, by_hand, ())
    assert (again.text, again.edits) == (before.text, before.edits)


@given(articles(), spans, spans)
def test_a_note_is_dropped_only_if_its_text_is_back(
    before: NewArticle, restored: list[Span], cut: list[Span]
) -> None:
    assert len(revise(before, restored, cut).notes) == len(before.notes)  # their text is elsewhere


TAIL = (Edit(2, 14, "", "site_tail"),)
LINES = "正文\n相关阅读\n作者简介\n版"


@pytest.mark.parametrize(
    ("restored", "text"),
    [
        ((8, 12), "正文\n作者简介"),
        ((3, 7), "正文\n相关阅读"),
        ((3, 12), "正文\n相关阅读\n作者简介"),
        ((4, 6), "正文关阅"),
    ],
)
def test_a_line_taken_back_of_a_tail_stays_a_line(restored: Span, text: str) -> None:
    before = article(LINES, TAIL)
    assert revise(before, [restored], ()).text == text


def test_lines_of_several_stretches_stay_lines() -> None:
    before = article(LINES, TAIL)
    assert revise(before, [(3, 7), (13, 14)], ()).text == "正文\n相关阅读\n版"


def test_a_line_taken_back_of_a_head_stays_a_line() -> None:
    before = article("首页\n频道\n正文", (Edit(0, 6, "", "site_head"),))
    assert revise(before, [(0, 2)], ()).text == "首页\n正文"
    assert revise(before, [(3, 5)], ()).text == "频道\n正文"


def test_whole_lines_stay_lines_whatever_cut_their_ends() -> None:
    edits = (Edit(2, 3, "", "hard_wrap"), Edit(3, 5, "", "running_head"), Edit(5, 6, "", "blank"))
    before = article("甲甲\n页眉\n乙乙", edits)
    assert revise(before, [(3, 5)], ()).text == "甲甲\n页眉\n乙乙"
    mark = article("甲甲[1]\n乙乙", (Edit(2, 5, "", "footnote_mark"), Edit(5, 6, "", "hard_wrap")))
    assert revise(mark, [(2, 5)], ()).text == "甲甲[1]乙乙"


def test_a_replacement_is_taken_back_whole() -> None:
    before = article("甲-\n乙", (Edit(1, 3, "", "hard_wrap"),))
    assert revise(before, [(1, 3)], ()).text == "甲-\n乙"
    bullet = article("甲\n◆ 乙", (Edit(2, 3, "•", "lost_bullet"),))
    assert revise(bullet, [(2, 3)], ()).text == "甲\n◆ 乙"


@pytest.mark.parametrize(
    ("cut", "text"),
    [
        ((3, 5), "甲甲\n丙丙"),
        ((0, 2), "乙乙\n丙丙"),
        ((6, 8), "甲甲\n乙乙"),
        ((3, 4), "甲甲\n乙\n丙丙"),
    ],
)
def test_a_whole_line_goes_with_its_line_end(cut: Span, text: str) -> None:
    assert revise(article("甲甲\n乙乙\n丙丙"), (), [cut]).text == text


def test_line_ends_beside_replacements_stay() -> None:
    before = article("甲\n乙\n丙", (Edit(1, 2, "\n\n", "a"), Edit(3, 4, "\n", "b")))
    assert revise(before, (), [(2, 3)]).text == "甲\n\n\n丙"


def test_earlier_cuts_keep_their_reasons() -> None:
    before = article("甲乙丙丁", (Edit(1, 2, "", "notice"),))
    after = revise(before, (), [(0, 3)])
    assert [edit.reason for edit in after.edits] == ["by_hand", "notice", "by_hand"]
    assert revise(after, (), [(0, 3)]).edits == after.edits


def test_notes_follow_their_place() -> None:
    source = "首页\n正文[1]后面\n[1] 注释"
    edits = (
        Edit(0, 3, "", "site_head"),
        Edit(5, 8, "", "footnote_mark"),
        Edit(10, 17, "", "footnote"),
    )
    note = Note("footnote", "[1]", "注释", 2)
    before = article(source, edits, (note, Note("caption", "", "图", None)))
    after = revise(before, [(0, 3)], ())
    assert after.text == "首页\n正文后面"
    assert [each.anchor for each in after.notes] == [5, None]
    shorter = revise(before, (), [(3, 5)])
    assert [each.anchor for each in shorter.notes] == [0, None]
    mark = revise(before, [(5, 8)], ())
    assert (mark.text, mark.notes[0].anchor) == ("正文[1]后面", 2)


def test_a_note_whose_cut_is_taken_back_is_dropped() -> None:
    source = "正文\n[1] 注 释\n[2] 其他"
    edits = (Edit(2, 17, "", "footnote"),)
    notes = (Note("footnote", "[1]", "注释", 1), Note("footnote", "[2]", "其他", 2))
    assert revise(article(source, edits, notes), [(2, 11)], ()).notes == notes[1:]
    assert revise(article(source, edits, notes), [(0, 99)], ()).notes == ()
