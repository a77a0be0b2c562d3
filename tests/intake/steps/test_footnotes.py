from __future__ import annotations

import pytest

from workbench.intake.edits import apply, ordered
from workbench.intake.steps.footnotes import cut_footnotes, footnotes_in

PAGES = """会议通过了两份文件。[1]各方对结果看法不一，
分歧集中在监督机制上。[2] 有代表当场表示保留。

[1]　郑远帆：《海上安全的三种想象》，《南港学刊》2020年第2期，
第5页。
[2]　Mara Lindqvist, “Watching the Watchers,” Harbour Review, Vol.
4, No. 1, https://example.org/watching-
the-watchers/part/
two.
保留意见后来写进了纪要。[1]此事没有再议。

[1]　Ibid.
"""


def _clean(text: str) -> str:
    return apply(text, ordered(cut_footnotes(text)))


def test_notes_and_their_markers_leave_the_body() -> None:
    assert "[" not in _clean(PAGES)
    assert "两份文件。各方" in _clean(PAGES)
    assert "机制上。有代表" in _clean(PAGES)


def test_notes_are_whole_and_anchored_though_numbers_begin_anew_on_each_page() -> None:
    notes = footnotes_in(PAGES)
    assert [note.marker for note in notes] == ["[1]", "[2]", "[1]"]
    assert notes[0].text.endswith("2020年第2期，第5页。")
    assert "Vol. 4, No. 1, https://example.org/watching-the-watchers/part/two." in notes[1].text
    assert notes[2].text == "Ibid."
    for note, before in zip(notes, ("文件。", "机制上。", "纪要。"), strict=True):
        assert note.at is not None
        assert PAGES[: note.at].endswith(before)


def test_circled_numbers_are_notes_where_they_read_like_references() -> None:
    text = "这一看法并不新鲜。①\n\n注释：\n①参见祝安平：《海权旧论》，南港出版社2011年版，第3页。"
    assert _clean(text).strip() == "这一看法并不新鲜。"


def test_a_note_without_a_marker_comes_along_with_its_neighbours() -> None:
    text = "第一处。[1]第二处。[2]\n\n[1] 甲说。\n[2] 乙说。\n[3] 丙说。"
    assert [note.at is None for note in footnotes_in(text)] == [False, False, True]


def test_a_marker_that_the_wrap_put_first_is_found() -> None:
    text = "第一处。[1]第二处的一句话到这里\n[2]为止。\n\n[1] 甲说。\n[2] 乙说。"
    assert _clean(text).strip() == "第一处。第二处的一句话到这里\n为止。"


def test_a_marker_cited_twice_is_cut_twice() -> None:
    text = "甲。[1]乙。[1]\n[1] 出处。"
    assert _clean(text).strip() == "甲。乙。"
    assert len(footnotes_in(text)) == 1


def test_a_blank_between_words_stays() -> None:
    assert _clean("the word [1] here\n[1] A note.").startswith("the word here")
    assert _clean("the word[1] here\n[1] A note.").startswith("the word here")


def test_words_broken_over_lines_are_whole_again() -> None:
    text = (
        "正文。[1]\n[1] Ilse Brandt and Tomas Okafor, “A Study of Coastal Gover-\n"
        "nance and of the Long-\nterm View, written for the small and the middling cross-\n"
        "border trades,” Harbour Review, 2021."
    )
    note = footnotes_in(text)[0].text
    assert "Governance" in note
    assert "cross-border" in note


@pytest.mark.parametrize(
    "text",
    [
        "问卷如下：\n[1] 同意\n[2] 反对\n第二题：\n[1] 同意\n[2] 反对",
        "要点有二：①经济；②安全。\n①经济上要开放。\n②安全上要自主。",
        "文献见后。\n[1] 某书。",
        "如[3]所述。\n后面没有注。",
        "[1]\n[2]",
    ],
)
def test_lists_that_are_no_notes_stay(text: str) -> None:
    assert cut_footnotes(text) == []


def test_the_body_below_a_note_is_not_swallowed() -> None:
    text = "甲。[1]\n\n[1] 短注\n下一页的正文从这里开始，没有标点也不丢失"
    assert _clean(text).endswith("下一页的正文从这里开始，没有标点也不丢失")


def test_an_address_below_a_full_stop_belongs_to_the_note() -> None:
    text = (
        "甲。[1]\n[1] Mara Lindqvist, “Watching the Watchers,” Harbour Review, 2021.\n"
        "https://example.org/a.\n乙。"
    )
    assert footnotes_in(text)[0].text.endswith("2021. https://example.org/a.")


def test_fifty_thousand_lists_do_not_take_for_ever() -> None:
    assert cut_footnotes("[1] 甲\n" * 50_000) == []


def test_a_circled_note_that_is_no_reference_counts_where_the_numbers_go_on() -> None:
    text = "港口的账不止一本。①\n① 参见《海港年鉴》，第5页。\n第二页接着写账。②\n② 数字有出入。\n"
    assert [note.marker for note in footnotes_in(text)] == ["①", "②"]
    alone = "港口的账不止一本。②\n② 数字有出入。\n"
    assert footnotes_in(alone) == []
