from __future__ import annotations

import pytest

from workbench.domain.patterns import (
    LARGEST,
    LONGEST,
    PatternBracketStray,
    PatternSpaced,
    PatternTooLarge,
    PatternTooLong,
    refuse_unfit,
)

TOO_LARGE = [
    "((((a{100}){100}){100}){3})",
    "(?:(?:甲{100}){100}){2}",
    "(?:[)\\]]{100}){101}",
    "(?:[]()]{100}){101}",
    "(?:[[:alpha:])]{100}){101}",
    "(?:\\){100}){101}",
    "(?:(?#()a{100}){101}",
    "(?P<x>(?i:a{100,}){100,200}){2}",
    "(?:(?:(?:^){100}){100}){2}",
    "(?:(?:(?:|){100}){100}){2}",
    "甲{10001}",
    "甲{6000}乙{6000}",
    "甲{" + "9" * 900 + "}",
]
FITTING = [
    "",
    "甲{10000}",
    "(?:[a-z]{100}){100}",
    "(?:(?:a{1,300}){1,300}){0,300}$",
    "\\d{4}年\\d{1,2}月\\d{1,2}日",
    "\\(\\p{Han}{100}\\){50}",
    "(?<=甲).{,200}(?=乙){100}",
    "[{100}{100}{100}{100}]",
    "\\{100}\\{100}\\{100}",
    "甲)乙{5}",
]


@pytest.mark.parametrize("pattern", TOO_LARGE)
def test_repetitions_that_take_all_memory_are_refused(pattern: str) -> None:
    with pytest.raises(PatternTooLarge) as caught:
        refuse_unfit(pattern)
    assert caught.value.facts == {"pattern": pattern, "limit": LARGEST}


@pytest.mark.parametrize("pattern", FITTING)
def test_what_repeats_within_reason_is_left_alone(pattern: str) -> None:
    refuse_unfit(pattern)


def test_a_rule_has_no_end_of_signs() -> None:
    refuse_unfit("甲" * LONGEST)
    with pytest.raises(PatternTooLong) as caught:
        refuse_unfit("甲" * (LONGEST + 1))
    assert caught.value.facts["length"] == LONGEST + 1
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "pattern", ["镇长{e<=1}", "(?:甲乙){i<=1,s<=2:[a-z]}", "a{", "\\p{Han", "{"]
)
def test_a_bracket_that_counts_nothing_is_refused(pattern: str) -> None:
    with pytest.raises(PatternBracketStray) as caught:
        refuse_unfit(pattern)
    assert "\\{" in str(caught.value)


@pytest.mark.parametrize("pattern", ["(?x)甲 {1 0 0}", "(?ix-s:a b)", "甲(?x) # ("])
def test_spaces_that_do_not_count_are_refused(pattern: str) -> None:
    with pytest.raises(PatternSpaced):
        refuse_unfit(pattern)


@pytest.mark.parametrize("pattern", ["\\{e<=1}", "[{]", "(?#x)a", "(?i-x:a)", "(?P<x>a)(?P=x)"])
def test_what_looks_so_and_is_not_is_left_alone(pattern: str) -> None:
    refuse_unfit(pattern)
