from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.language.lines import Lines

TEXTS = st.lists(st.text(alphabet="ab美国𠮷.", max_size=5), max_size=8)
QUERY = st.text(alphabet="ab美国𠮷.", min_size=1, max_size=3)


def lines_of(texts: list[str]) -> Lines:
    return Lines((text, owner) for owner, text in enumerate(texts))


@given(TEXTS, QUERY)
def test_scans_yield_each_matching_line_once_in_order(texts: list[str], query: str) -> None:
    lines = lines_of(texts)
    assert list(lines.equal(query)) == [i for i, text in enumerate(texts) if text == query]
    assert list(lines.beginning(query)) == [
        i for i, text in enumerate(texts) if text.startswith(query)
    ]
    assert list(lines.holding(query)) == [i for i, text in enumerate(texts) if query in text]
    assert len(lines) == len(texts)


@given(TEXTS, QUERY)
def test_spelling_takes_the_letters_in_order(texts: list[str], query: str) -> None:
    def spells(text: str) -> bool:
        rest = iter(text)
        return all(letter in rest for letter in query)

    assert list(lines_of(texts).spelling(query)) == [
        i for i, text in enumerate(texts) if spells(text)
    ]


def test_owners_may_have_several_lines() -> None:
    lines = Lines([("ab", 7), ("a", 3), ("abc", 7)])
    assert list(lines.beginning("ab")) == [7, 7]
