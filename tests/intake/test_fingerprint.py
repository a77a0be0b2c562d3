from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.renderings import GRAIN, HARBOUR, full_width, half_width, wrapped
from workbench.intake.fingerprint import (
    BANDS,
    PERMUTATIONS,
    bands_of,
    fingerprint_of,
    folded,
    is_of_this_make,
    likeness,
    shingles_of,
)

SIGNS = st.characters() | st.sampled_from("，。Ａ１①℃㈱™½ﬁｶﾞ가가e\u0301_ \u3000\u00b4\u0f43²ﾞ")


@given(st.text(SIGNS, max_size=12))
def test_what_is_spared_in_folding_changes_nothing(text: str) -> None:
    plain = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()
    assert folded(text) == plain


def alike(one: str, other: str) -> float:
    return likeness(frozenset(shingles_of(one)), frozenset(shingles_of(other)))


def estimated(one: str, other: str) -> float:
    """Return the share of bands that are the same."""
    pairs = zip(bands_of(fingerprint_of(one)), bands_of(fingerprint_of(other)), strict=True)
    return sum(a == b for a, b in pairs) / BANDS


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“第１个”，ＡＢｃ！", "第1个abc"),
        ("a b\n\u3000c\t—_", "abc"),
        ("ﬁve ㎞", "fivekm"),
        ("……。", ""),
    ],
)
def test_what_differs_between_renderings_is_folded(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_shingles_overlap() -> None:
    assert shingles_of("一二三四五六") == ["一二三四", "二三四五", "三四五六"]
    assert shingles_of("一，二") == ["一二"]
    assert shingles_of("——\n") == []


@pytest.mark.parametrize("change", [wrapped, half_width, full_width, str.upper])
def test_wraps_and_widths_change_nothing(change: Callable[[str], str]) -> None:
    assert fingerprint_of(change(HARBOUR)) == fingerprint_of(HARBOUR)
    assert alike(change(HARBOUR), HARBOUR) == 1.0


def test_other_articles_are_not_alike() -> None:
    assert alike(HARBOUR, GRAIN) < 0.05
    assert estimated(HARBOUR, GRAIN) == 0.0


def test_the_digest_follows_the_likeness() -> None:
    half = len(HARBOUR) // 2
    for text in (HARBOUR, HARBOUR[:half] + GRAIN, HARBOUR[: -len(HARBOUR) // 10]):
        assert abs(estimated(text, HARBOUR) - alike(text, HARBOUR) ** 4) < 0.3


def test_a_fingerprint_is_small_and_says_who_made_it() -> None:
    made = fingerprint_of(HARBOUR)
    assert len(made) == 2 + 4 * PERMUTATIONS
    assert made == fingerprint_of(HARBOUR)
    assert is_of_this_make(made)
    assert not is_of_this_make(b"\x00" + made[1:])
    assert not is_of_this_make(made[:-1])
    assert {len(band) for band in bands_of(made)} == {4 * PERMUTATIONS // BANDS}


def test_a_digest_stays_the_same_from_machine_to_machine() -> None:
    # A library that computes it otherwise must change the version that is in the header.
    assert fingerprint_of("一二三四五六七八").hex()[:36] == "0102dc28a5c2ca1458eb62f672c62b336acb"


def test_what_holds_nothing_to_compare_has_an_empty_fingerprint() -> None:
    assert fingerprint_of("——！\n") == b""
    assert is_of_this_make(b"")
    assert bands_of(b"") == []
    assert likeness(frozenset(), frozenset()) == 0.0


@given(st.lists(st.text("甲乙丙丁戊", max_size=30), min_size=2, max_size=3))
def test_likeness_is_symmetric_and_of_itself_whole(texts: list[str]) -> None:
    for one, other in combinations(texts, 2):
        assert alike(one, other) == alike(other, one)
        assert 0.0 <= alike(one, other) <= 1.0
    assert alike(texts[0], texts[0]) == (1.0 if folded(texts[0]) else 0.0)
