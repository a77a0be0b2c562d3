from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.language.finder import Entry, Finder, Hit, HitKind
from workbench.language.folding import fold_loose
from workbench.language.pinyin import pinyin_index

ENTRIES = (
    Entry("USA", "美国", "United States", ("美方", "华盛顿")),
    Entry("RENT", "主权寻租", "sovereignty rent-seeking"),
    Entry("SLACK", "代理人懈怠", "principal-agent slack", ("委托-代理",)),
    Entry("USFIRST", "美国优先", "America First"),
    Entry("RCEP", "区域全面经济伙伴关系协定", "Regional Comprehensive Economic Partnership"),
    Entry("UN", "联合国", "United Nations", ("UN",)),
    Entry("PRK", "朝鲜", "North Korea (DPRK)", ("朝方", "平壤")),
    Entry("G7", "七国集团", "Group of Seven", ("Ｇ７",)),
)


def finder_of(entries: tuple[Entry, ...]) -> Finder:
    finder = Finder(entries)
    finder.add_pinyin(pinyin_index(finder.names))
    return finder


FINDER = finder_of(ENTRIES)


@pytest.mark.parametrize(
    ("query", "hit"),
    [
        ("美国", Hit("USA", "美国", HitKind.EXACT)),
        (" 美 国 ", Hit("USA", "美国", HitKind.EXACT)),
        ("un", Hit("UN", "UN", HitKind.EXACT)),
        ("g7", Hit("G7", "Ｇ７", HitKind.EXACT)),
        ("ＮＯＲＴＨＫＯＲＥＡ", Hit("PRK", "North Korea (DPRK)", HitKind.PREFIX)),
        ("委托代", Hit("SLACK", "委托-代理", HitKind.PREFIX)),
        ("zqxz", Hit("RENT", "主权寻租", HitKind.INITIALS)),
        ("zqx", Hit("RENT", "主权寻租", HitKind.INITIALS)),
        ("zx", Hit("PRK", "朝鲜", HitKind.INITIALS)),
        ("寻租", Hit("RENT", "主权寻租", HitKind.SUBSTRING)),
        ("rent", Hit("RENT", "sovereignty rent-seeking", HitKind.SUBSTRING)),
        ("zhuquan", Hit("RENT", "主权寻租", HitKind.PINYIN)),
        ("xun zu", Hit("RENT", "主权寻租", HitKind.PINYIN)),
        (
            "rep",
            Hit("RCEP", "Regional Comprehensive Economic Partnership", HitKind.ENGLISH_INITIALS),
        ),
    ],
)
def test_the_best_hit(query: str, hit: Hit) -> None:
    assert FINDER.find(query)[0] == hit


def test_better_kinds_come_first_and_shorter_names_within_a_kind() -> None:
    assert [(hit.key, hit.kind) for hit in FINDER.find("美国")] == [
        ("USA", HitKind.EXACT),
        ("USFIRST", HitKind.PREFIX),
    ]
    assert [hit.key for hit in FINDER.find("united")] == ["USA", "UN"]


@pytest.mark.parametrize("query", ["", "  ", "-", "xyzzy", "美国吗", "\n"])
def test_nothing_is_found_for(query: str) -> None:
    assert FINDER.find(query) == []


def test_no_more_than_the_limit() -> None:
    assert len(FINDER.find("国", limit=2)) == 2
    assert FINDER.find("国", limit=0) == []


def test_without_pinyin_the_rest_is_found() -> None:
    finder = Finder(ENTRIES)
    assert finder.find("zqxz") == []
    assert finder.find("主权")[0].key == "RENT"


def test_an_empty_codebook_finds_nothing() -> None:
    assert finder_of(()).find("美国") == []
    assert finder_of((Entry("x", "", ""),)).find("x") == []


def test_the_pinyin_may_come_from_another_process() -> None:
    finder = Finder(ENTRIES)
    finder.add_pinyin(pickle.loads(pickle.dumps(pinyin_index(finder.names))))
    assert finder.find("zqxz")[0].key == "RENT"


NAME = st.text(alphabet="美国中ab -Ａ", max_size=5)


@given(
    st.lists(st.tuples(NAME, NAME, st.lists(NAME, max_size=2).map(tuple)), max_size=6),
    st.text(alphabet="美国中ab ", max_size=3),
)
def test_what_holds_the_query_is_found_once_and_in_order_of_kind(
    rows: list[tuple[str, str, tuple[str, ...]]], query: str
) -> None:
    entries = tuple(Entry(str(number), *row) for number, row in enumerate(rows))
    hits = finder_of(entries).find(query, limit=100)
    keys = [hit.key for hit in hits]
    wanted = fold_loose(query)
    holding = {
        entry.key
        for entry in entries
        if wanted and any(wanted in fold_loose(n) for n in (entry.zh, entry.en, *entry.aliases))
    }
    assert len(set(keys)) == len(keys)
    assert holding <= set(keys)
    assert [hit.kind for hit in hits] == sorted(hit.kind for hit in hits)
