from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.text import Span
from workbench.language.folding import LATIN, fold_width
from workbench.language.lexicon import Lexicon, Match
from workbench.language.short_forms import ShortForms

NAMES = {
    "美国": "USA",
    "美": "USA",
    "中国": "CHN",
    "朝鲜": "PRK",
    "朝": "PRK",
    "印度": "IND",
    "印": "IND",
    "US": "USA",
    "AUKUS": "AUKUS",
    "法国": "FRA",
    "北约": "NATO",
    "G7": "G7",
    "唐纳德·特朗普": "TRUMP",
}
LEXICON = Lexicon(NAMES.items())

ALPHABET = "朝鲜野印太美国AUKS7Ｕ＋+é 𠮷，"
SHORT = st.text(alphabet=ALPHABET, min_size=1, max_size=4)


def found(text: str) -> list[str]:
    return [text[match.span.start : match.span.end] for match in LEXICON.find(text)]


def naive(names: list[tuple[str, str]], blocked: list[str], text: str) -> list[Match]:
    """Say again, slowly: at each place the longest name that stands alone and is not blocked."""
    keys: dict[str, list[str]] = {}
    for name, key in names:
        bearers = keys.setdefault(fold_width(name).strip(), [])
        bearers += [key] if key not in bearers else []
    walls = {fold_width(word) for word in blocked} - keys.keys()
    folded = fold_width(text)
    places = [(i, j) for i in range(len(text)) for j in range(len(text), i, -1)]
    blocks = [(i, j) for i, j in places if folded[i:j] in walls]
    short = set(ShortForms(n for n in keys if len(n) == 1 and _is_han(n)).find(folded))
    matches: list[Match] = []
    for start, end in places:
        if end == start + 1 and _is_han(folded[start]) and start not in short:
            continue
        standing = not any(
            re.fullmatch(f"[{LATIN}]{{2}}", folded[max(0, border - 1) : border + 1])
            for border in (start, end)
        )
        inside = any(i <= start and end <= j for i, j in blocks)
        free = not matches or start >= matches[-1].span.end
        if folded[start:end] in keys and standing and not inside and free:
            matches.append(Match(Span(start, end), tuple(keys[folded[start:end]])))
    return matches


def _is_han(character: str) -> bool:
    return unicodedata.name(character, "").startswith("CJK UNIFIED")


@given(
    st.lists(st.tuples(SHORT, st.sampled_from("abc"))),
    st.lists(SHORT, max_size=3),
    st.text(alphabet=ALPHABET, max_size=30),
)
def test_it_finds_what_the_naive_model_finds(
    names: list[tuple[str, str]], blocked: list[str], text: str
) -> None:
    assert Lexicon(names, blocked).find(text) == naive(names, blocked, text)


@given(st.text())
def test_any_text_is_safe(text: str) -> None:
    assert all(text[m.span.start : m.span.end] for m in LEXICON.find(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("朝野两党与朝鲜", ["朝鲜"]),
        ("印太战略与印度", ["印度"]),
        ("印度洋的印度", ["印度"]),
        ("朝鲜半岛不是朝鲜", ["朝鲜"]),
        ("法国国际关系研究院在法国", ["法国"]),
        ("AUKUS与US", ["AUKUS", "US"]),
        ("MUSE、USB", []),
        ("US-Japan", ["US"]),
        ("对美、访朝", ["美", "朝"]),
        ("声明朝鲜", ["朝鲜"]),
        ("越南美国", ["美国"]),
        ("美国", ["美国"]),
        ("Ｇ７峰会", ["Ｇ７"]),
        ("G77集团", []),
        ("唐纳德・特朗普", ["唐纳德・特朗普"]),
        ("𠮷😀北约", ["北约"]),
        ("us", []),
        ("", []),
    ],
)
def test_names_and_traps(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_name_given_twice_has_all_its_keys_in_order() -> None:
    lexicon = Lexicon([("特朗普政府", "T2"), ("特朗普政府", "T1"), ("特朗普政府", "T2")])
    assert lexicon.find("特朗普政府") == [Match(Span(0, 5), ("T2", "T1"))]


def test_a_trap_that_the_codebook_names_is_found() -> None:
    lexicon = Lexicon([("印太", "INDOPAC"), ("印", "IND")])
    assert lexicon.find("印太") == [Match(Span(0, 2), ("INDOPAC",))]


def test_an_empty_lexicon_and_empty_names_find_nothing() -> None:
    assert Lexicon([]).find("美国") == []
    assert Lexicon([("", "x"), ("  ", "y")], blocked=[""]).find("美国 ") == []


def test_tally_puts_the_most_named_first_then_the_earliest() -> None:
    tally = LEXICON.tally("中国、美国、北约、美国、G7")
    assert list(tally.items()) == [("USA", 2), ("CHN", 1), ("NATO", 1), ("G7", 1)]
